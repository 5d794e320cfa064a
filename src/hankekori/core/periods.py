"""Reporting periods: which there are and which were due when."""

from dataclasses import dataclass
from datetime import date, timedelta

from hankekori.core.money import format_date, format_range
from hankekori.core.texts import LANGUAGES, Translated

HALF_YEAR = 6  # months; the national monitoring form of 2007-2013 was filled twice a year
REPORTING_DAYS = 30  # days after a period's end within which its report is due
FIRST_YEAR, LAST_YEAR = 1990, 2100  # no programme lies outside these


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One reporting period, both days included."""

    start: date
    end: date

    @property
    def label(self) -> Translated:
        """Name the period: 1.1.–30.6.2010, 1.7.2010–30.6.2011, a calendar year 2010."""
        year = self.end.year
        if (self.start, self.end) == (date(year, 1, 1), date(year, 12, 31)):
            return Translated(str(year), str(year), str(year))
        if self.start.year != year:
            return Translated(**{each: format_range(self.start, self.end, each) for each in LANGUAGES})
        finnish = f"{self.start.day}.{self.start.month}.–{format_date(self.end, 'fi')}"
        english = f"{format_date(self.start, 'en').rsplit(' ', 1)[0]} – {format_date(self.end, 'en')}"
        return Translated(fi=finnish, sv=finnish, en=english)


def is_in_our_time(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR


def period_of(day: date, *, months: int = HALF_YEAR) -> Period:
    """Give the period of the calendar year that the day falls in; raises ValueError unless months divides twelve."""
    if months < 1 or _MONTHS_IN_YEAR % months:
        raise ValueError("a period's months divide twelve")
    first = (day.month - 1) // months * months + 1
    return Period(date(day.year, first, 1), _last_day(day.year, first + months - 1))


def periods_between(start: date, end: date, *, months: int = HALF_YEAR) -> tuple[Period, ...]:
    """List the periods that have a day between start and end, oldest first; none when end is before start."""
    periods: list[Period] = []
    day = start
    while day <= end:
        period = period_of(day, months=months)
        periods.append(period)
        day = period.end + timedelta(days=1)
    return tuple(periods)


def due_date(period: Period, *, days: int = REPORTING_DAYS) -> date:
    """Tell the last day on which the period's report is on time."""
    return period.end + timedelta(days=days)


def last_due_period(as_of: date, *, months: int = HALF_YEAR, days: int = REPORTING_DAYS) -> Period:
    """Give the newest period whose reporting time had run out before as_of."""
    current = period_of(as_of - timedelta(days=days + 1), months=months)
    if due_date(current, days=days) < as_of:
        return current
    return period_of(current.start - timedelta(days=1), months=months)


def _last_day(year: int, month: int) -> date:
    following = date(year + 1, 1, 1) if month == _MONTHS_IN_YEAR else date(year, month + 1, 1)
    return following - timedelta(days=1)


_MONTHS_IN_YEAR = 12

"""Reporting periods: which there are and which were due when."""

from dataclasses import dataclass
from datetime import date

from hankekori.core.texts import Translated

HALF_YEAR = 6  # months; the national monitoring form of 2007-2013 was filled twice a year
REPORTING_DAYS = 30  # days after a period's end within which its report is due


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """One reporting period, both days included."""

    start: date
    end: date

    @property
    def label(self) -> Translated:
        raise NotImplementedError


def period_of(day: date, *, months: int = HALF_YEAR) -> Period:
    """Give the period of the calendar year that the day falls in; months divides twelve."""
    raise NotImplementedError


def periods_between(start: date, end: date, *, months: int = HALF_YEAR) -> tuple[Period, ...]:
    """List the periods that have a day between start and end, oldest first."""
    raise NotImplementedError


def due_date(period: Period, *, days: int = REPORTING_DAYS) -> date:
    """Tell the last day on which the period's report is on time."""
    raise NotImplementedError


def last_due_period(as_of: date, *, months: int = HALF_YEAR, days: int = REPORTING_DAYS) -> Period:
    """Give the newest period whose reports were due before as_of."""
    raise NotImplementedError


def periods_due(
    start: date, end: date, as_of: date, *, months: int = HALF_YEAR, days: int = REPORTING_DAYS
) -> tuple[Period, ...]:
    """List the periods a project running from start to end should have reported by as_of, oldest first."""
    raise NotImplementedError

"""Periods as addresses name them: 2011, 2010..2011, a half-year 2011-1, or two days 2010-01-01..2011-05-31."""

import re
from datetime import date

from hankekori.core.money import format_date, format_range
from hankekori.core.periods import HALF_YEAR, Period, is_in_our_time, period_of
from hankekori.core.texts import LANGUAGES, Translated

_YEAR = re.compile(r"\d{4}")
_HALF = re.compile(r"(\d{4})-([12])")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BETWEEN = ".."


class PeriodError(ValueError):
    """A text that is no period; `message` says what to write."""

    def __init__(self, message: Translated) -> None:
        super().__init__(message.en)
        self.message = message


def read_period(text: str) -> Period:
    """Read a period of an address, both ends included. Raises PeriodError."""
    first, _, last = text.strip().partition(_BETWEEN)
    begins, ends = _part(first.strip()), _part((last or first).strip())
    if ends.end < begins.start:
        raise PeriodError(_ENDS_FIRST)
    return Period(begins.start, ends.end)


def write_period(period: Period) -> str:
    """Write a period as shortly as it can be: years, half-years, else days."""
    if period.start.year == period.end.year and (half := half_year_of(period)):
        return half
    starts_year = (period.start.month, period.start.day) == (1, 1)
    ends_year = (period.end.month, period.end.day) == (12, 31)
    if starts_year and ends_year:
        first, last = str(period.start.year), str(period.end.year)
    else:
        first, last = period.start.isoformat(), period.end.isoformat()
    return first if first == last else f"{first}{_BETWEEN}{last}"


def half_year_of(period: Period) -> str:
    """Give the half-year that the period is ("2011-1"), or nothing."""
    half = period_of(period.start, months=HALF_YEAR)
    return half_year(period.start) if half == period else ""


def half_year(day: date) -> str:
    return f"{day.year}-{1 if day.month <= HALF_YEAR else 2}"


def period_in_words(period: Period) -> Translated:
    """Name a period as people read it: 2011, 2010–2011, 1.1.–30.6.2010."""
    written = write_period(period)
    first, between, last = written.partition(_BETWEEN)
    if _YEAR.fullmatch(first) and between:
        return Translated(*[f"{first}–{last}"] * len(LANGUAGES))
    if period.start == period.end:
        return Translated(*(format_date(period.start, language) for language in LANGUAGES))
    if between:
        return Translated(*(format_range(period.start, period.end, language) for language in LANGUAGES))
    return period.label


def _part(text: str) -> Period:
    try:
        period = _dates(text)
    except ValueError:
        period = None
    if period is None or not is_in_our_time(period.start):
        raise PeriodError(_NOT_A_PERIOD.filled(text=text[:_SHOWN]))
    return period


def _dates(text: str) -> Period | None:
    """Read a year, a half-year or a day; raises ValueError for one that there is not."""
    if _YEAR.fullmatch(text):
        return Period(date(int(text), 1, 1), date(int(text), 12, 31))
    if half := _HALF.fullmatch(text):
        return period_of(date(int(half[1]), 1 if half[2] == "1" else 12, 1), months=HALF_YEAR)
    if _DAY.fullmatch(text):
        return Period(date.fromisoformat(text), date.fromisoformat(text))
    return None


_SHOWN = 40  # characters of what was typed
_NOT_A_PERIOD = Translated(
    "”{text}” ei ole ajanjakso. Kirjoita vuosi (2011), vuodet (2010..2011), puolivuosi (2011-1) tai päivät "
    "(2010-01-01..2011-05-31).",
    "”{text}” är ingen period. Skriv ett år (2011), flera år (2010..2011), ett halvår (2011-1) eller dagar "
    "(2010-01-01..2011-05-31).",
    "“{text}” is not a period. Write a year (2011), years (2010..2011), a half-year (2011-1) or days "
    "(2010-01-01..2011-05-31).",
)
_ENDS_FIRST = Translated(
    "Ajanjakso päättyy ennen kuin se alkaa.", "Perioden slutar innan den börjar.", "The period ends before it begins."
)

"""Calendar months as people write them: 5.2009, 05/2009 or 2009-05."""

import re
from datetime import date

from hankekori.core.periods import FIRST_YEAR, LAST_YEAR
from hankekori.core.texts import Translated

_FORMS = (re.compile(r"(?P<month>\d{1,2})[./](?P<year>\d{4})"), re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})"))


class MonthError(ValueError):
    """A text that is no month of our time; `message` says what to write."""

    def __init__(self) -> None:
        super().__init__(_NOT_A_MONTH.en)
        self.message = _NOT_A_MONTH


def parse_month(text: str) -> date:
    """Read a month as its first day; a whole day is read as its month. Raises MonthError."""
    written = "".join(text.split())
    if whole := re.fullmatch(r"\d{1,2}\.(\d{1,2}\.\d{4})|(\d{4}-\d{1,2})-\d{1,2}", written):
        written = whole[1] or whole[2]
    match = next((found for form in _FORMS if (found := form.fullmatch(written))), None)
    if match is None or not FIRST_YEAR <= int(match["year"]) <= LAST_YEAR:
        raise MonthError
    try:
        return date(int(match["year"]), int(match["month"]), 1)
    except ValueError:
        raise MonthError from None


def format_month(month: date) -> str:
    """Write a month by any day of it: 5/2009, alike in all our languages."""
    return f"{month.month}/{month.year}"


_NOT_A_MONTH = Translated(
    "Kirjoita kuukausi ja vuosi, esimerkiksi 5/2009.",
    "Skriv månad och år, till exempel 5/2009.",
    "Write the month and the year, for example 5/2009.",
)

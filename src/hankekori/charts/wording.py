"""The words and numbers written into charts."""

from decimal import Decimal

from hankekori.charts.values import BulletBar, Number
from hankekori.core.money import format_number
from hankekori.core.texts import Translated

ACTUAL = Translated("toteutunut", "utfall", "actual")
EXPECTED = Translated("odotettu", "väntat", "expected")
TARGET = Translated("tavoite", "mål", "target")
FORECAST = Translated("ennuste", "prognos", "forecast")
TODAY = Translated("tilannepäivä", "lägesdag", "as of")
NO_FIGURE = Translated("ei tietoa", "uppgift saknas", "no figure")
SHARE_OF_TARGET = Translated("% tavoitteesta", "% av målet", "% of the target")
LATER = Translated("mittaus alkaa myöhemmin", "mätningen börjar senare", "measurement begins later")
OPEN_END = Translated("loppu avoinna", "slutet öppet", "end open")
MUNICIPALITIES = Translated("Kunnat", "Kommuner", "Municipalities")
COURSE = Translated("Kehitys ja ennuste", "Utveckling och prognos", "Course and forecast")

_MOST_DECIMALS = 2


def written_number(value: Number | None, language: str) -> str:
    """Write a number as the language does; what is not known is an open circle, never a zero."""
    if value is None:
        return "○"
    return format_number(Decimal(value), language, decimals=decimals_of(value))


def decimals_of(value: Number) -> int:
    """How many decimals the value needs, at most two."""
    exponent = Decimal(value).normalize().as_tuple().exponent
    return min(_MOST_DECIMALS, max(0, -exponent)) if isinstance(exponent, int) else 0


def bar_in_words(bar: BulletBar, language: str) -> str:
    """Say the bar aloud: `toteutunut 49, odotettu 62, tavoite 200 henkilöä`."""
    parts = ((ACTUAL, bar.actual), (EXPECTED, bar.expected), (TARGET, bar.target))
    said = ", ".join(f"{word.in_language(language)} {_said(value, language)}" for word, value in parts)
    return f"{said} {bar.unit}".rstrip()


def _said(value: Number | None, language: str) -> str:
    return NO_FIGURE.in_language(language) if value is None else written_number(value, language)

"""Years and half-years as what rows are grouped by."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from hankekori.core.periods import FIRST_YEAR, HALF_YEAR, LAST_YEAR, period_of, periods_between
from hankekori.reports.compile.model import Asked, Dimension, Label
from hankekori.reports.compile.periods import half_year
from hankekori.reports.compile.subjects import words


def _half_years(asked: Asked) -> Mapping[str, Label]:  # noqa: ARG001 - the same in every programme
    return _labels()


@lru_cache(maxsize=1)
def _labels() -> Mapping[str, Label]:
    first = period_of(date(FIRST_YEAR, 1, 1), months=HALF_YEAR)
    periods = periods_between(first.start, date(LAST_YEAR, 12, 31), months=HALF_YEAR)
    return {half_year(each.start): Label(each.label, (at,)) for at, each in enumerate(periods)}


YEAR = Dimension("vuosi", words.YEAR, is_time=True)
HALF = Dimension("puolivuosi", words.HALF_YEAR, lookup=_half_years, is_time=True)


def year_of(day: str) -> str:
    """Write the SQL of the year of a day, empty where there is none."""
    return f"coalesce(extract(year FROM {day})::int::text, '')"


def half_of(day: str) -> str:
    half = f"CASE WHEN extract(month FROM {day}) <= {HALF_YEAR} THEN '-1' ELSE '-2' END"
    return f"coalesce(extract(year FROM {day})::int || {half}, '')"

"""Where a cumulative figure is heading, with a range and on what it rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hankekori.core.indicators import Combination
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class Comparison:
    """Quartiles of realised / planned in a set of ended projects."""

    lower: Decimal
    median: Decimal
    upper: Decimal
    name: Translated


NATIONAL_2007_2013 = Comparison(
    Decimal("0.72"), Decimal("0.99"), Decimal("1.00"), Translated("Suomen rakennerahastohankkeet 2007–2013")
)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Value at the end, in the indicator's unit; all three are None when it is too early, and basis says why."""

    low: Decimal | None
    likely: Decimal | None
    high: Decimal | None
    basis: Translated


def forecast(
    planned: Decimal,
    course: Sequence[tuple[date, Decimal]],  # (period_end, cumulative value), any order
    *,
    start: date,
    as_of: date,
    end: date,
    combination: Combination = Combination.SUM,
    comparison: Comparison = NATIONAL_2007_2013,
) -> Forecast:
    """Forecast the value at the end."""
    raise NotImplementedError

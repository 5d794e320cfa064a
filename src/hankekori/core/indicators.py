"""How the values of an indicator combine, and what one value must satisfy."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hankekori.core.figures import Figure
from hankekori.core.texts import Translated


class Combination(StrEnum):
    """How an indicator's values combine over periods and projects."""

    SUM = "sum"  # periods add up, projects add up
    LATEST = "latest"  # the last period wins (a stock), projects add up
    SHARE = "share"  # the last period wins; total and denominator add up over projects, shown in percent


@dataclass(frozen=True, slots=True)
class IndicatorRule:
    """What the rules need to know of an indicator."""

    id: int
    combination: Combination
    decimals: int
    counts_women: bool


class Severity(StrEnum):
    """How much a remark weighs."""

    ERROR = "error"  # the value cannot be taken in
    FINDING = "finding"  # somebody should look at it
    OBSERVATION = "observation"  # worth saying, nothing is wrong


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule noticed, about which field, in words."""

    code: str
    field: str
    message: Translated
    severity: Severity = Severity.ERROR


def check_value(rule: IndicatorRule, figure: Figure, *, correction: bool = False) -> tuple[Remark, ...]:
    """Check one value as written on a form; a correction may be negative, anything else may not."""
    raise NotImplementedError


def check_decimals(rule: IndicatorRule, value: Decimal) -> bool:
    raise NotImplementedError

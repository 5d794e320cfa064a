"""A figure and its state: zero, not measured, not applicable and missing are four different things."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class ValueState(StrEnum):
    """What is known of a value; a reported zero is REPORTED with the total 0."""

    REPORTED = "reported"
    NOT_MEASURED = "not_measured"
    NOT_APPLICABLE = "not_applicable"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Figure:
    """One value of one indicator, in the indicator's unit; only a reported figure has numbers."""

    state: ValueState
    total: Decimal | None = None
    women: Decimal | None = None  # part of total; None when the women's part is not known
    denominator: Decimal | None = None  # share indicators: total is counted out of this

    def __post_init__(self) -> None:
        if (self.state is ValueState.REPORTED) != (self.total is not None):
            raise ValueError("a reported figure has a total and no other figure has one")
        if self.total is None and (self.women is not None or self.denominator is not None):
            raise ValueError("a figure without a total has no women and no denominator")

    @property
    def is_reported(self) -> bool:
        return self.state is ValueState.REPORTED

    @property
    def value(self) -> Decimal | None:
        """Give the total, or for a share indicator total / denominator in percent (None out of zero)."""
        if self.total is None or self.denominator is None:
            return self.total
        return None if self.denominator == 0 else self.total * 100 / self.denominator

    @property
    def women_share(self) -> Decimal | None:
        """Give the women's part of the total in percent, or None where it cannot be told."""
        if not self.total or self.women is None:
            return None
        return self.women * 100 / self.total


NOT_MEASURED = Figure(ValueState.NOT_MEASURED)
NOT_APPLICABLE = Figure(ValueState.NOT_APPLICABLE)
MISSING = Figure(ValueState.MISSING)


def reported(total: Decimal, women: Decimal | None = None, denominator: Decimal | None = None) -> Figure:
    """Make a reported figure."""
    return Figure(ValueState.REPORTED, total, women, denominator)

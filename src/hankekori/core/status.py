"""The light of an indicator, a measure and an objective, with the reason in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hankekori.core.rollup import NodeFigure
from hankekori.core.texts import Translated


class Light(StrEnum):
    """How something stands; the last three are grey and never look like ON_COURSE."""

    ON_COURSE = "on_course"
    LATE = "late"
    AT_RISK = "at_risk"
    MISSING = "missing"
    NOT_MEASURED = "not_measured"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Limits of actual / expected for the lights, and the share of time before which nothing is judged."""

    on_course: Decimal = Decimal("0.9")
    late: Decimal = Decimal("0.7")
    min_time_share: Decimal = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Status:
    """A light and why."""

    light: Light
    reason: Translated


DEFAULT_THRESHOLDS = Thresholds()


def light_of(
    node: NodeFigure, *, indicator: Translated, decimals: int = 0, thresholds: Thresholds = DEFAULT_THRESHOLDS
) -> Status:
    """Judge one indicator at one node."""
    raise NotImplementedError


def measure_status(indicators: Iterable[Status]) -> Status:
    """Judge a measure: the worst of its indicators, with that indicator's reason."""
    raise NotImplementedError


def objective_status(measures: Iterable[tuple[Status, Decimal]]) -> Status:
    """Judge an objective (or the programme) from its measures' lights and their weights, for example budgets."""
    raise NotImplementedError

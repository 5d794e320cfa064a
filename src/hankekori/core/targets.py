"""Targets: what a measure promised, by when, and by which course."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Course(StrEnum):
    """How results are expected to build up between start and due date."""

    STRAIGHT = "straight"  # evenly
    STEPS = "steps"  # on agreed days
    BACK_LOADED = "back_loaded"  # slowly first: the square of the share of time gone


@dataclass(frozen=True, slots=True)
class Step:
    """An agreed milestone: the cumulative total that should be reached on the day."""

    day: date
    total: Decimal


@dataclass(frozen=True, slots=True)
class MeasureTarget:
    """A measure's own target of one indicator; share indicators have their target in percent."""

    measure: int
    indicator: int
    total: Decimal
    women: Decimal | None
    start: date
    due: date
    course: Course = Course.STRAIGHT
    steps: tuple[Step, ...] = ()


def time_share(start: date, end: date, as_of: date) -> Decimal:
    """Give the share of time gone, 0..1."""
    raise NotImplementedError


def expected_by(target: MeasureTarget, as_of: date) -> Decimal | None:
    """Give the cumulative total expected by the day."""
    raise NotImplementedError


def missed_step(target: MeasureTarget, actual: Decimal | None, as_of: date) -> Step | None:
    """Give the newest milestone that was due more than 30 days ago and is not reached."""
    raise NotImplementedError

"""Targets: what a measure promised, by when, and by which course."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from hankekori.core.indicators import Combination

STEP_GRACE_DAYS = 30  # a milestone later than this is missed; our rule, domain reference 5.3


class Course(StrEnum):
    """How results are expected to build up between start and due date."""

    STRAIGHT = "straight"  # evenly
    STEPS = "steps"  # on agreed days
    BACK_LOADED = "back_loaded"  # slowly first: the square of the share of time gone, a quarter at half time


@dataclass(frozen=True, slots=True)
class Step:
    """An agreed milestone: the cumulative total that should be reached on the day."""

    day: date
    total: Decimal


@dataclass(frozen=True, slots=True)
class MeasureTarget:
    """A measure's own target of one indicator, one per measure and indicator; share indicators have it in percent."""

    measure: int
    indicator: int
    total: Decimal
    women: Decimal | None
    start: date
    due: date
    course: Course = Course.STRAIGHT
    steps: tuple[Step, ...] = ()


@lru_cache(maxsize=4096)
def time_share(start: date, end: date, as_of: date) -> Decimal:
    """Give the share of time gone, cut to 0..1 and rounded to six decimals; a span without days is gone on its day."""
    if as_of >= end:
        return Decimal(1)
    if as_of <= start:
        return Decimal(0)
    return _six(Decimal((as_of - start).days) / (end - start).days)


def expected_by(target: MeasureTarget, as_of: date, *, combination: Combination = Combination.SUM) -> Decimal | None:
    """Give the cumulative total expected by the day, in the target's unit to six decimals; None before the start.

    A share has no course: its level is expected from the start. After the due date the whole target is expected.
    """
    if as_of < target.start:
        return None
    if as_of >= target.due or combination is Combination.SHARE:
        return target.total
    if target.course is Course.STEPS:
        return max((step for step in target.steps if step.day <= as_of), key=_day, default=_NOTHING).total
    gone = time_share(target.start, target.due, as_of)
    return _six(target.total * (gone * gone if target.course is Course.BACK_LOADED else gone))


def missed_step(target: MeasureTarget, actual: Decimal | None, as_of: date) -> Step | None:
    """Give the newest milestone that was due more than 30 days ago and is not reached; None for other courses."""
    if target.course is not Course.STEPS:
        return None
    late = [step for step in target.steps if (as_of - step.day).days > STEP_GRACE_DAYS]
    missed = [step for step in late if actual is None or actual < step.total]
    return max(missed, key=_day, default=None)


def _day(step: Step) -> date:
    return step.day


def _six(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.000001"))


_NOTHING = Step(date.min, Decimal(0))

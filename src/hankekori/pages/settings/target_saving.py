"""Saving a measure's target over what was seen in the form."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from operator import attrgetter
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.history import action
from hankekori.areas.monitoring.actions import save_target
from hankekori.areas.plan.models import Indicator, Measure, Target
from hankekori.areas.plan.queries import read_steps, targets_of
from hankekori.areas.programmes.models import Programme
from hankekori.core.targets import Course, Step
from hankekori.pages.basket.edits import own_edits

_FIELDS = ("total", "women", "baseline", "start", "due", "course")


@action("settings.save_target")
def save_target_over(
    *,
    by: User,
    now: datetime,
    measure: Measure,
    indicator: Indicator,
    values: Mapping[str, Any],
    seen: str,
    reason: str,
    explanation: str,
) -> None:
    """Change what was edited of a target, or set it; raises EditClashError where somebody else was quicker."""
    Programme.objects.select_for_update(no_key=True).get(pk=measure.programme_id)
    found = targets_of(measure.programme, measure=measure).filter(indicator=indicator).first()
    current = target_values(measure, found)
    wanted = {**current, **own_edits(seen, values, current)}
    save_target(by=by, now=now, measure=measure, indicator=indicator, reason=reason, explanation=explanation, **wanted)


def target_values(measure: Measure, target: Target | None) -> dict[str, Any]:
    """Give the values the form of a target opens with; a new one takes the measure's own time."""
    if target is None:
        return {
            **dict.fromkeys(_FIELDS), "start": measure.start, "due": measure.end, "course": Course.STRAIGHT, "steps": ()
        }  # fmt: skip
    return {**{name: getattr(target, name) for name in _FIELDS}, "steps": as_form_has(read_steps(target.steps))}


def as_form_has(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Give milestones in order of day, their figures without needless zeros, so that equal ones look equal."""
    plain = (Step(step.day, Decimal(f"{step.total.normalize():f}")) for step in steps)
    return tuple(sorted(plain, key=attrgetter("day")))

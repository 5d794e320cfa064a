"""What a measure's target was before: each change with its values side by side, who made it and why."""

# ruff: noqa: SLF001 - _default_manager is Django's documented way to a model's rows

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps

from hankekori.areas.accounts.models import User
from hankekori.areas.plan.models import Indicator, Measure
from hankekori.areas.plan.queries import read_steps

_FIELDS = ("total", "women", "baseline", "start", "due", "course", "steps")


@dataclass(frozen=True, slots=True)
class TargetFieldChange:
    """A field of the target before and after; None where there was or is none."""

    field: str
    old: object
    new: object


@dataclass(frozen=True, slots=True)
class TargetChange:
    """What one action changed of a target."""

    at: datetime
    who: str  # name of the user; empty when a command or an import did it. Personal
    reason: str  # a key of monitoring.reasons.TARGET_REASONS, or empty: nothing had been reported yet
    explanation: str
    fields: tuple[TargetFieldChange, ...]


def target_history(measure: Measure, indicator: Indicator) -> tuple[TargetChange, ...]:
    """List the changes of a measure's target of an indicator, newest first; two queries."""
    found = apps.get_model("plan", "TargetEvent")._default_manager.filter(measure_id=measure.pk, indicator=indicator)
    events = list(found.select_related("pgh_context").order_by("pgh_id"))
    names = _names(events)
    changes: list[TargetChange] = []
    before: dict[str, object] = {}
    for event in events:
        after = {} if event.pgh_label == "delete" else {field: _value(event, field) for field in _FIELDS}
        said = _context(event)
        fields = _compare(before, after)
        if fields:
            who = names.get(said.get("user"), "")
            reason, explanation = said.get("reason", ""), said.get("explanation", "")
            changes.append(TargetChange(event.pgh_created_at, who, reason, explanation, fields))
        before = after
    return tuple(reversed(changes))


def _compare(before: dict[str, object], after: dict[str, object]) -> tuple[TargetFieldChange, ...]:
    pairs = ((field, before.get(field), after.get(field)) for field in _FIELDS)
    return tuple(TargetFieldChange(field, old, new) for field, old, new in pairs if old != new and (old or new))


def _value(event: Any, field: str) -> object:  # noqa: ANN401 - pghistory makes the event models at run time
    value = getattr(event, field)
    return read_steps(value) if field == "steps" else value


def _names(events: Iterable[Any]) -> dict[Any, str]:
    keys = {key for event in events if (key := _context(event).get("user"))}
    return {user.pk: user.name for user in User.objects.filter(pk__in=keys)}


def _context(event: Any) -> dict[str, Any]:  # noqa: ANN401 - pghistory makes the event models at run time
    return event.pgh_context.metadata if event.pgh_context else {}

"""What was done to a project: when, by whom, in which action, and each field before and after."""

# ruff: noqa: SLF001 - _meta and _default_manager are Django's documented way to a model's fields and rows

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db.models import Model, QuerySet

from hankekori.areas.accounts.models import User
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Measure
from hankekori.areas.projects.models import Project
from hankekori.areas.regions.models import Authority, Municipality


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; subject names a row beside the project, for example a measure."""

    subject: str
    field: str
    old: object  # None: was not there
    new: object  # None: is not there any more


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """What one action changed."""

    at: datetime
    who: str | None  # name of the user; None when a command or import did it
    action: str | None  # "projects.save_project"
    changes: tuple[FieldChange, ...]
    why: str = ""  # the meeting and the matter that decided it, as its minutes name them


def history_of(
    project: Project, *, with_personal: bool = False, beside: Iterable[QuerySet[Any]] = ()
) -> tuple[HistoryLine, ...]:
    """List what was done to a project and its measures, municipalities and money, newest first; nine queries.

    Personal fields and the names of users are left out unless asked for. Areas above this one give their own events of
    the project `beside`, one query for each.
    """
    above = (event for events in beside for event in events)
    events = sorted((*_events(project), *above), key=lambda event: event.pgh_created_at)
    names = _read_names(events, with_users=with_personal)
    hidden = _FRAME if with_personal else _FRAME | Project.PERSONAL
    grouped: dict[object, list[Any]] = {}
    for event in events:
        grouped.setdefault(event.pgh_context_id or (event.pgh_created_at, event.pgh_id), []).append(event)
    before: dict[tuple[str, int], dict[str, object]] = {}
    lines = [
        _line(group[0], changes, names)
        for group in grouped.values()
        if (changes := tuple(change for event in group for change in _changes(event, before, hidden, names)))
    ]
    return tuple(reversed(lines))


type _Event = Any  # pghistory makes the event models at run time
type _Names = dict[str, dict[int, str]]  # what a foreign key's column points to: column -> id -> name


def _events(project: Project) -> Iterator[_Event]:
    yield from _of_model("ProjectEvent").filter(pgh_obj_id=project.pk)
    for model in ("ProjectMeasureEvent", "ProjectMunicipalityEvent", "FundingEvent"):
        yield from _of_model(model).filter(project_id=project.pk)


def _of_model(name: str) -> QuerySet[Model]:
    events: QuerySet[Model] = apps.get_model("projects", name)._default_manager.select_related("pgh_context")
    return events.order_by("pgh_created_at", "pgh_id")


def _read_names(events: Iterable[_Event], *, with_users: bool) -> _Names:
    """Name what the events point to, one query for each kind; what has since been deleted has no name."""
    wanted: dict[str, set[int]] = {column: set() for column in _POINTS_TO}
    for event in events:
        for column, keys in wanted.items():
            if key := _context(event).get("user") if column == "user" else getattr(event, column, None):
                keys.add(key)
    if not with_users:
        wanted["user"] = set()
    return {
        column: {row.pk: str(row) for row in model._default_manager.filter(pk__in=wanted[column])}
        for column, model in _POINTS_TO.items()
    }


def _changes(
    event: _Event, before: dict[tuple[str, int], dict[str, object]], hidden: frozenset[str], names: _Names
) -> Iterator[FieldChange]:
    """Compare an event with the row's previous one, which it takes the place of."""
    key = (event._meta.model_name, event.pgh_obj_id)
    values = _values(event, hidden, names)
    old = before.get(key, {})
    new = {} if event.pgh_label == "delete" else values
    before[key] = new
    subject = _subject(event, names)
    for field in values:
        if (old.get(field) or None) != (new.get(field) or None):
            yield FieldChange(subject, field, old.get(field), new.get(field))


def _values(event: _Event, hidden: frozenset[str], names: _Names) -> dict[str, object]:
    fields = [field for field in event._meta.concrete_fields if field.name not in hidden]
    shown = [field for field in fields if not field.name.startswith("pgh_")]
    return {field.name: _named(field.attname, getattr(event, field.attname), names) for field in shown}


def _named(column: str, value: object, names: _Names) -> object:
    if column in names and isinstance(value, int):
        return names[column].get(value, str(value))
    return value


def _subject(event: _Event, names: _Names) -> str:
    if hasattr(event, "measure_id"):
        return str(_named("measure_id", event.measure_id, names))
    if hasattr(event, "source"):
        return f"{event.source} {event.year}"
    if hasattr(event, "serial"):
        return f"claim {event.serial}"
    return ""


def _line(event: _Event, changes: tuple[FieldChange, ...], names: _Names) -> HistoryLine:
    context = _context(event)
    who = names["user"].get(context.get("user", 0))
    project = getattr(event, "project_id", event.pgh_obj_id)
    why = context.get(f"why_project_{project}", "")
    return HistoryLine(event.pgh_created_at, who, context.get("action"), changes, why)


def _context(event: _Event) -> dict[str, Any]:
    return event.pgh_context.metadata if event.pgh_context else {}


_FRAME = frozenset({"id", "programme", "project"})
_POINTS_TO: dict[str, type[Model]] = {
    "implementer_id": Organisation,
    "authority_id": Authority,
    "measure_id": Measure,
    "municipality_id": Municipality,
    "user": User,
}

"""The record as an ordered list of labelled values, for previews and for comparing two versions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date

from hankekori.core.description.field_labels import FIELD_LABELS, RESULT_LABELS
from hankekori.core.description.model import CoImplementer, Description, OtherSection, PriorityAxis, SpecificObjective
from hankekori.core.texts import Translated

type FieldValue = str | int | date | tuple[str, ...] | None

_NOT_FIELDS = {"unread", "remarks", "layout"}


@dataclass(frozen=True, slots=True)
class LabelledField:
    path: str  # as in the JSON
    label: Translated
    value: FieldValue  # None: the page has no such label; "": the label stands there empty


@dataclass(frozen=True, slots=True)
class Change:
    path: str
    label: Translated
    old: FieldValue
    new: FieldValue


def labelled_fields(description: Description) -> Sequence[LabelledField]:
    """Walk the record in its own order; fields the page lacks come along with None."""
    return [LabelledField(path, _label_of(path, description), value) for path, value in _walk(description, "")]


def compare(old: Description, new: Description) -> list[Change]:
    """List the fields whose values differ, in the order of the record."""
    before = {each.path: each for each in labelled_fields(old)}
    after = {each.path: each for each in labelled_fields(new)}
    changes = []
    for path in [*after, *(path for path in before if path not in after)]:
        one, other = before.get(path), after.get(path)
        old_value, new_value = one.value if one else None, other.value if other else None
        if old_value != new_value:
            changes.append(Change(path, (after.get(path) or before[path]).label, old_value, new_value))
    return changes


def _walk(value: object, path: str) -> Iterator[tuple[str, FieldValue]]:
    for field in fields(value):  # type: ignore[arg-type]  # a dataclass, as every caller knows
        if path or field.name not in _NOT_FIELDS:
            inner = f"{path}.{field.name}" if path else field.name
            yield from _walk_value(getattr(value, field.name), inner)


def _walk_value(value: object, path: str) -> Iterator[tuple[str, FieldValue]]:
    if path == "other_sections" and isinstance(value, tuple):
        for place, section in enumerate(value):
            yield f"{path}.{place}", _section_text(section)
    elif path.startswith("results.") and value is None and path.count(".") < _DEPTH_OF_FIGURES:
        yield from _absent_figures(path)
    elif is_dataclass(value) and not isinstance(value, PriorityAxis | SpecificObjective):
        yield from _walk(value, path)
    else:
        yield path, _plain(value)


_DEPTH_OF_FIGURES = 3  # results.jobs.planned.total


def _absent_figures(path: str) -> Iterator[tuple[str, None]]:
    whiches = ("planned", "actual") if path.count(".") == 1 else ("",)
    for which in whiches:
        for figure in ("total", "women"):
            yield ".".join(part for part in (path, which, figure) if part), None


def _plain(value: object) -> FieldValue:
    match value:
        case PriorityAxis() | SpecificObjective():
            return value.name if value.number is None else f"{value.number}: {value.name}"
        case tuple():
            return tuple(_organisation(each) if isinstance(each, CoImplementer) else str(each) for each in value)
        case str() | int() | date():
            return value
    return None


def _organisation(partner: CoImplementer) -> str:
    return f"{partner.name}, {partner.business_id}" if partner.business_id else partner.name


def _section_text(section: OtherSection) -> str:
    return "\n\n".join(section.paragraphs)


def _label_of(path: str, description: Description) -> Translated:
    if path.startswith("results."):
        _, key, *rest = path.split(".")
        return RESULT_LABELS[key, rest[0], rest[1]]
    if path.startswith("other_sections."):
        section = description.other_sections[int(path.rpartition(".")[2])]
        title = f"{section.number} {section.title}"
        return Translated(title, title, title)
    return FIELD_LABELS[path]

"""Two official descriptions of a project compared field by field."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hankekori.areas.projects.models import Description


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field of the description's record, named by its path, and what it said before and says now."""

    path: str  # "funding.granted_eu_state"
    old: object
    new: object


def compare(old: Description, new: Description) -> tuple[FieldDifference, ...]:
    """List the fields in which two descriptions differ, in the order of the newer one."""
    before, after = dict(_fields(old.record)), dict(_fields(new.record))
    paths = [*after, *(path for path in before if path not in after)]
    return tuple(
        FieldDifference(path, before.get(path), after.get(path))
        for path in paths
        if before.get(path) != after.get(path) and path.split(".")[0] not in _ABOUT_THE_READING
    )


def _fields(record: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _fields(value, f"{above}{name}.")
        else:
            yield f"{above}{name}", value


_ABOUT_THE_READING = frozenset({"unread", "remarks"})

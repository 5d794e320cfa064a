"""One thing an import would create, change or leave as it is, with its fields old and new."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from hankekori.areas.projects.records import NewDescription
from hankekori.core.description.model import Description
from hankekori.core.texts import Translated
from hankekori.exchange.project_fields import label_of, shown


class Outcome(StrEnum):
    """What happens to a thing."""

    CREATED = "created"
    CHANGED = "changed"
    UNCHANGED = "unchanged"

    @property
    def label(self) -> Translated:
        return _LABELS[self]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field's value before and after, as people read it."""

    field: str
    label: Translated
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """A project or municipality; `new` holds the fields that differ from what is stored."""

    kind: str  # "project" or "municipality"
    key: str  # project code, or name where there is none; municipality code
    name: str
    outcome: Outcome
    file: str
    line: int | None
    old: Mapping[str, Any]
    new: Mapping[str, Any]
    id: int | None = None  # of a stored project
    same: Mapping[str, Any] = field(default_factory=dict, compare=False)  # what the file says and is stored already
    description: NewDescription | None = None
    understood: Description | None = field(default=None, compare=False)

    def changes(self, language: str = "fi") -> tuple[FieldChange, ...]:
        """List the fields that are filled or changed."""
        written = (
            FieldChange(name, label_of(name), _shown(name, self.old.get(name), language), _shown(name, value, language))
            for name, value in self.new.items()
        )
        return tuple(change for change in written if change.old != change.new)

    def unchanged(self, language: str = "fi") -> tuple[FieldChange, ...]:
        """List the fields the file gives as they are stored."""
        written = ((name, _shown(name, value, language)) for name, value in self.same.items())
        return tuple(FieldChange(name, label_of(name), text, text) for name, text in written if text)


def _shown(name: str, value: Any, language: str) -> str:  # noqa: ANN401 - any field's value
    """Write a boundary by its kind of shape only: its points say nothing to a reader."""
    if isinstance(value, Mapping):
        return str(value.get("type", name))
    return shown(value, language)


_LABELS = {
    Outcome.CREATED: Translated("uusi", "ny", "new"),
    Outcome.CHANGED: Translated("muuttuu", "ändras", "changes"),
    Outcome.UNCHANGED: Translated("ennallaan", "oförändrad", "unchanged"),
}

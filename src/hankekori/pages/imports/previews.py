"""A draft's preview in the reader's language: what would change, what was not understood, what is left out."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hankekori.exchange.models import ImportDraft
from hankekori.exchange.plan_items import Outcome
from hankekori.pages.basket.words import KINDS, STAGES, Words, language

_AT_ONCE = 5  # lines of a group shown before the rest is asked for

type Json = Mapping[str, Any]

_VOCABULARIES: Mapping[str, Words] = {"kind": KINDS, "stage": STAGES}


@dataclass(frozen=True, slots=True)
class ShownField:
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ShownItem:
    """A project or municipality with what would become of it."""

    key: str
    name: str
    outcome: str
    outcome_word: str
    place: str  # file and line
    changes: tuple[ShownField, ...]
    unchanged: tuple[ShownField, ...]

    @property
    def replaces_something(self) -> bool:
        """Whether a field had a value before; if none had, only what comes is shown."""
        return any(change.old for change in self.changes)


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A place in a file and what stands there."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """One sentence and the places it is about."""

    said: str
    lines: tuple[ShownLine, ...]

    @property
    def first(self) -> tuple[ShownLine, ...]:
        return self.lines[:_AT_ONCE]

    @property
    def rest(self) -> tuple[ShownLine, ...]:
        return self.lines[_AT_ONCE:]


def shown_items(draft: ImportDraft) -> list[ShownItem]:
    """Give the items the preview keeps, each with its fields before and after."""
    return [_item(item) for item in draft.preview.get("items", ())]


def left_out(found: Json) -> list[ShownGroup]:
    """Give what is not imported and why, of a preview or a result."""
    return _grouped((in_language(one["reason"]), _place(one), one["text"]) for one in found.get("not_imported", ()))


def remarks(found: Json) -> list[ShownGroup]:
    """Give what one should know of what is saved as it stands."""
    return _grouped((in_language(one["sentence"]), _place(one), one["about"]) for one in found.get("remarks", ()))


def files_of(draft: ImportDraft) -> list[tuple[str, str]]:
    """Give the name of each file and what it was taken for."""
    return [(one["name"], in_language(one["label"])) for one in draft.preview.get("files", ())]


def changes_count(draft: ImportDraft) -> int:
    """Count what saving the draft would create or change."""
    counts = draft.preview.get("counts", {})
    return int(counts.get(Outcome.CREATED, 0)) + int(counts.get(Outcome.CHANGED, 0))


def unread_lines(draft: ImportDraft) -> list[ShownGroup]:
    """List the lines of the draft's descriptions that nobody understood, by file."""
    return _grouped((one["file"], str(one["line"]), one["text"]) for one in draft.preview.get("unread", ()))


def in_language(words: Mapping[str, str]) -> str:
    """Choose the reader's language of a text kept in three."""
    return words.get(language()) or words["fi"]


def _grouped(lines: Iterable[tuple[str, str, str]]) -> list[ShownGroup]:
    """Say each sentence once, in the order in which it is first needed."""
    found: defaultdict[str, list[ShownLine]] = defaultdict(list)
    for said, place, text in lines:
        found[said].append(ShownLine(place, text))
    return [ShownGroup(said, tuple(places)) for said, places in found.items()]


def _item(item: Json) -> ShownItem:
    return ShownItem(
        key=item["key"],
        name=item["name"],
        outcome=item["outcome"],
        outcome_word=Outcome(item["outcome"]).label.in_language(language()),
        place=_place(item),
        changes=tuple(_field(change) for change in item["changes"]),
        unchanged=tuple(_field(change) for change in item["unchanged"]),
    )


def _field(change: Json) -> ShownField:
    words = _VOCABULARIES.get(change["field"], {})
    old, new = (in_language(change[side]) for side in ("old", "new"))
    return ShownField(in_language(change["label"]), str(words.get(old, old)), str(words.get(new, new)))


def _place(one: Json) -> str:
    return f"{one['file']}:{one['line']}" if one["line"] is not None else str(one["file"])

"""A draft's preview in the reader's language: what would change, what was not understood, what is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hankekori.exchange.models import ImportDraft
from hankekori.exchange.plan_items import Outcome
from hankekori.exchange.queries import plan_of_draft
from hankekori.pages.basket.words import language

MOST_READ_AGAIN = 50  # descriptions whose lines that nobody understood are listed

type Json = Mapping[str, Any]


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


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A place in a file and what is said about it."""

    place: str
    text: str  # of the file
    said: str


def shown_items(draft: ImportDraft) -> list[ShownItem]:
    """Give the items the preview keeps, each with its fields before and after."""
    return [_item(item) for item in draft.preview.get("items", ())]


def left_out(found: Json) -> list[ShownLine]:
    """Give what is not imported and why, of a preview or a result."""
    return [ShownLine(_place(one), one["text"], _in_language(one["reason"])) for one in found.get("not_imported", ())]


def remarks(found: Json) -> list[ShownLine]:
    """Give what one should know of what is saved as it stands."""
    return [ShownLine(_place(one), one["about"], _in_language(one["sentence"])) for one in found.get("remarks", ())]


def files_of(draft: ImportDraft) -> list[tuple[str, str]]:
    """Give the name of each file and what it was taken for."""
    return [(one["name"], _in_language(one["label"])) for one in draft.preview.get("files", ())]


def changes_count(draft: ImportDraft) -> int:
    """Count what saving the draft would create or change."""
    counts = draft.preview.get("counts", {})
    return int(counts.get(Outcome.CREATED, 0)) + int(counts.get(Outcome.CHANGED, 0))


def unread_lines(draft: ImportDraft) -> list[ShownLine]:
    """List the lines of the draft's descriptions that nobody understood; reads the files again."""
    kinds = [one["kind"] for one in draft.preview.get("files", ())]
    if not 0 < kinds.count("description") <= MOST_READ_AGAIN:
        return []
    items = [item for item in plan_of_draft(draft).items if item.understood]
    return [
        ShownLine(f"{item.file}:{line.line}", line.text, "")
        for item in items
        if item.understood
        for line in item.understood.unread
    ]


def _item(item: Json) -> ShownItem:
    return ShownItem(
        key=item["key"],
        name=item["name"],
        outcome=item["outcome"],
        outcome_word=Outcome(item["outcome"]).label.in_language(language()),
        place=_place(item),
        changes=tuple(_fields(item["changes"])),
    )


def _fields(changes: Iterable[Json]) -> Iterable[ShownField]:
    for change in changes:
        yield ShownField(_in_language(change["label"]), _in_language(change["old"]), _in_language(change["new"]))


def _place(one: Json) -> str:
    return f"{one['file']}:{one['line']}" if one["line"] is not None else one["file"]


def _in_language(words: Mapping[str, str]) -> str:
    return words.get(language()) or words["fi"]

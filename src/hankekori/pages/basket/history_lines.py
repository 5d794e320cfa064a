"""The lines of a project's history in words."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from hankekori.areas.projects.history import FieldChange, HistoryLine
from hankekori.pages.basket.shown_values import shown_percent, shown_value
from hankekori.pages.basket.words import ACTIONS, KINDS, SOURCES, STAGES, field_name, states


@dataclass(frozen=True, slots=True)
class ShownChange:
    label: str | Promise
    subject: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    at: datetime
    who: str
    action: str | Promise
    changes: tuple[ShownChange, ...]
    why: str


def shown_lines(lines: Iterable[HistoryLine], mask: Callable[[str], str]) -> list[ShownLine]:
    """Write the lines in the reader's language; the mask takes out of texts what the reader may not see."""
    return [
        ShownLine(
            line.at,
            line.who or "",
            _action(line.action),
            tuple(_change(each, mask) for each in line.changes),
            line.why,
        )
        for line in lines
    ]


def _action(name: str | None) -> str | Promise:
    return ACTIONS.get(name or "", _("muu muutos"))


def _change(change: FieldChange, mask: Callable[[str], str]) -> ShownChange:
    old, new = (mask(_value(change.field, value)) for value in (change.old, change.new))
    return ShownChange(field_name(change.field), _subject(change.subject), old, new)


def _subject(subject: str) -> str:
    """Name a row beside the project: "eu 2010" is "EU 2010", "claim 2" is "maksatushakemus 2"."""
    kind, _space, number = subject.partition(" ")
    word = {**SOURCES, "claim": _("maksatushakemus")}.get(kind)
    return f"{word} {number}" if word else subject


def _value(field: str, value: object) -> str:
    words = {"kind": KINDS, "stage": STAGES, "basket_state": states(), "source": SOURCES}
    if field in words and isinstance(value, str):
        return str(words[field].get(value, value))
    if field == "share" and isinstance(value, Decimal):
        return f"{shown_percent(value)} %"
    if field == "year":
        return str(value or "")
    return "" if value is False else shown_value(value)

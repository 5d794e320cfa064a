"""The lines of a project's history in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from hankekori.areas.projects.history import FieldChange, HistoryLine
from hankekori.core.money import format_percent
from hankekori.pages.basket.shown_values import shown_value
from hankekori.pages.basket.words import ACTIONS, KINDS, SOURCES, STAGES, field_name, language, states

_SHARE_DECIMALS = 2


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


def shown_lines(lines: Iterable[HistoryLine]) -> list[ShownLine]:
    """Write the lines in the reader's language; a change that says nothing to a reader is left out."""
    return [
        ShownLine(line.at, line.who or "", _action(line.action), tuple(_change(change) for change in line.changes))
        for line in lines
    ]


def _action(name: str | None) -> str | Promise:
    return ACTIONS.get(name or "", _("muu muutos"))


def _change(change: FieldChange) -> ShownChange:
    old, new = (_value(change.field, value) for value in (change.old, change.new))
    return ShownChange(field_name(change.field), _subject(change.subject), old, new)


def _subject(subject: str) -> str:
    """Name the source of a row of money: "eu 2010" is "EU 2010"."""
    source, _space, year = subject.partition(" ")
    return f"{SOURCES[source]} {year}" if source in SOURCES else subject


def _value(field: str, value: object) -> str:
    words = {"kind": KINDS, "stage": STAGES, "basket_state": states(), "source": SOURCES}
    if field in words and isinstance(value, str):
        return str(words[field].get(value, value))
    if field == "share" and isinstance(value, Decimal):
        return format_percent(value * 100, language(), decimals=_SHARE_DECIMALS)
    if field == "year":
        return str(value or "")
    return "" if value is False else shown_value(value)

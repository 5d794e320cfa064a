"""Two people at one form: what one did not touch stays as the other saved it, and what both touched is asked about.

A form carries a mark of each value as it was when the form was opened. Nothing of a clash is saved.
"""

import hashlib
from collections.abc import Collection, Mapping
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode

from hankekori.areas.errors import DomainError
from hankekori.core.texts import Translated

SEEN_FIELD = "nahty"  # the hidden field of the marks
_MARK_LENGTH = 10  # hexadecimal digits


class EditClashError(DomainError):
    """Somebody else has changed the same things since the form was opened; `current` is what they saved."""

    def __init__(self, names: Collection[str], current: Mapping[str, Any]) -> None:
        super().__init__(_CLASH)
        self.names = names
        self.current = current


def marks_of(values: Mapping[str, Any]) -> str:
    """Write the marks of the values a form opens with."""
    return urlencode({name: _mark(value) for name, value in values.items()})


def own_edits(seen: str, typed: Mapping[str, Any], current: Mapping[str, Any]) -> dict[str, Any]:
    """Give what was changed in the form and is still to be saved; raises EditClashError.

    Without a mark of a value nobody knows what was seen, so a different value clashes.
    """
    marks = dict(parse_qsl(seen))
    edited = {name: value for name, value in typed.items() if name in current and _mark(value) != marks.get(name)}
    edited = {name: value for name, value in edited.items() if _mark(value) != _mark(current[name])}
    clashing = [name for name in edited if _mark(current[name]) != marks.get(name)]
    if clashing:
        raise EditClashError(clashing, current)
    return edited


def _mark(value: object) -> str:
    return hashlib.sha256(repr(_plain(value)).encode()).hexdigest()[:_MARK_LENGTH]


def _plain(value: object) -> object:
    """Make alike what a form cannot tell apart: empty and nothing, spaces around, 100 and 100.0, the order of ticks."""
    match value:
        case None | "":
            return ""
        case str():
            return value.strip()
        case Decimal():
            return f"{value.normalize():f}"
        case list() | tuple() | set():
            return sorted(map(str, value))
        case _:
            return str(value)


_CLASH = Translated(
    fi="Joku muu on tallentanut samoja tietoja sillä välin, kun lomake oli auki. Mitään ei vielä tallennettu. "
    "Tallenna uudelleen, jos omasi jää voimaan.",
    sv="Någon annan har sparat samma uppgifter medan formuläret var öppet. Inget har sparats ännu. "
    "Spara på nytt, om din ändring ska gälla.",
    en="Somebody else saved the same details while the form was open. Nothing has been saved yet. "
    "Save again if yours is to stand.",
)

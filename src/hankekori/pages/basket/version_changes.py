"""What differs between two official descriptions, ready to be shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from hankekori.core.description.fields import Change, FieldValue
from hankekori.core.texts import Translated
from hankekori.pages.basket.shown_values import shown_value
from hankekori.pages.basket.text_difference import Piece, difference

_PROSE = 60  # characters from which on a text is compared word by word


@dataclass(frozen=True, slots=True)
class ShownDifference:
    """A field of two versions: as two values, or as one text with its changes."""

    label: Translated
    old: str
    new: str
    pieces: tuple[Piece, ...]  # empty: the values are short


def shown_differences(changes: Iterable[Change]) -> list[ShownDifference]:
    return [_shown(change) for change in changes]


def _shown(change: Change) -> ShownDifference:
    old, new = _text(change.old), _text(change.new)
    is_prose = isinstance(change.old, str) and isinstance(change.new, str) and min(len(old), len(new)) > _PROSE
    return ShownDifference(change.label, old, new, tuple(difference(old, new)) if is_prose else ())


def _text(value: FieldValue) -> str:
    return value if isinstance(value, str) else shown_value(value)

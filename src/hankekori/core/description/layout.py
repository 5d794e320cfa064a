"""How a description was printed, kept beside the record so that it can be written back as it was."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Role(Enum):
    FIXED = "fixed"  # header lines and headings: printed as they stand
    LABEL = "label"  # a label, then the value of the field
    TEXT = "text"  # the paragraphs of the field
    UNREAD = "unread"  # a line that was not understood


class Item(NamedTuple):
    """One line or one run of lines of the page."""

    role: Role
    field: str = ""  # path in the record; empty on lines that carry none
    printed: str = ""  # the fixed line, or the label up to its colon
    gap: int = 1  # blank lines before
    as_printed: str | None = None  # what follows the label, when it is not the usual spelling
    stands_for: str = ""  # the usual spelling of that value
    level: int = 0  # of a heading: 1 section, 2 subsection; 0 when not a heading
    empty: bool = False  # a label without a value whose field knows no empty value


@dataclass(frozen=True, slots=True)
class Layout:
    items: tuple[Item, ...]
    ending: str = ""  # what followed the last line


def usual_rest(item: Item, value: str) -> str:
    """What usually follows the printed part of an item when its field prints this value."""
    return f" {value}" if item.printed and value else value

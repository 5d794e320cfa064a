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
    rest: str | None = None  # what followed the label, letter by letter; None when there was no page
    gap: int = 1  # blank lines before
    level: int = 0  # of a heading: 1 section, 2 subsection; 0 when not a heading


@dataclass(frozen=True, slots=True)
class Layout:
    items: tuple[Item, ...]
    ending: str = ""  # what followed the last line

"""How a description was printed, kept beside the record so that it can be written back as it was."""

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    FIXED = "fixed"  # header lines and headings: printed as they stand
    LABEL = "label"  # a label, then the value of the field
    TEXT = "text"  # the paragraphs of the field
    UNREAD = "unread"  # a line that was not understood


@dataclass(frozen=True, slots=True)
class Item:
    """One line or one run of lines of the page."""

    role: Role
    field: str = ""  # path in the record; empty on fixed and unread lines
    printed: str = ""  # the fixed line, or the label with its colon and space
    gap: int = 1  # blank lines before
    line: int = 0  # of the source, counted from 1
    as_printed: str = ""  # the value's own spelling, when it is not the usual one
    stands_for: str = ""  # the usual spelling of that value
    level: int = 0  # of a heading: 1 section, 2 subsection; 0 when not a heading


@dataclass(frozen=True, slots=True)
class Layout:
    items: tuple[Item, ...]
    ending: str = ""  # what followed the last line

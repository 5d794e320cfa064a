"""Two versions of a text word by word: what was taken out and what was put in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_MOST_WORDS = 3000  # of either text; the time grows with their product


@dataclass(frozen=True, slots=True)
class Piece:
    kind: Literal["same", "old", "new"]
    text: str


def difference(old: str, new: str) -> list[Piece]:
    """Give the pieces of both texts in order; very long texts are given whole, one after the other."""
    before, after = _words(old), _words(new)
    if max(len(before), len(after)) > _MOST_WORDS:
        return [Piece("old", old), Piece("new", new)]
    return list(_pieces(before, after))


def _pieces(before: list[str], after: list[str]) -> Iterator[Piece]:
    for kind, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        taken, put = "".join(before[start:end]), "".join(after[other_start:other_end])
        if kind == "equal":
            yield Piece("same", taken)
        else:
            yield from (Piece("old", taken),) if taken else ()
            yield from (Piece("new", put),) if put else ()


def _words(text: str) -> list[str]:
    """Cut before each word; the spaces stay with the word before them."""
    return re.findall(r"\S+\s*|\s+", text)

"""The document's headings with a place to link to, for tables of contents and bookmarks."""

from dataclasses import dataclass

from hankekori.reports.document import Document, Heading

_LEVELS = 3


@dataclass(frozen=True, slots=True)
class Entry:
    level: int
    text: str
    anchor: str


def outline_of(document: Document) -> tuple[Entry, ...]:
    """Give one entry for each heading in order.

    A heading without an anchor, or with a used one, gets its number; a level is never skipped on the way down.
    """
    seen: set[str] = set()
    entries: list[Entry] = []
    for number, heading in enumerate((block for block in document.blocks if isinstance(block, Heading)), 1):
        anchor = heading.anchor if heading.anchor and heading.anchor not in seen else f"section-{number}"
        seen.add(anchor)
        deepest = entries[-1].level + 1 if entries else 1
        entries.append(Entry(level=min(max(heading.level, 1), deepest, _LEVELS), text=heading.text, anchor=anchor))
    return tuple(entries)

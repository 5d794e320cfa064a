"""Which blocks stand on upright pages and which on pages turned on their side."""

from dataclasses import dataclass

from hankekori.reports.document import Block, Document, Heading, PageBreak, Table

WIDE_FROM = 8  # columns; such a table gets a page on its side


@dataclass(frozen=True, slots=True)
class Part:
    blocks: tuple[Block, ...]
    on_its_side: bool


def parts_of(document: Document) -> tuple[Part, ...]:
    """Part the document so that each wide table stands with the headings right above it on a page on its side."""
    parts: list[Part] = []
    upright: list[Block] = []
    for block in document.blocks:
        if not isinstance(block, Table) or len(block.columns) < WIDE_FROM:
            upright.append(block)
            continue
        above: list[Block] = []
        while upright and isinstance(upright[-1], Heading | PageBreak):
            above.insert(0, upright.pop())
        if upright:
            parts.append(Part(tuple(upright), on_its_side=False))
        headings = (one for one in above if isinstance(one, Heading))
        parts.append(Part((*headings, block), on_its_side=True))
        upright = []
    if upright:
        parts.append(Part(tuple(upright), on_its_side=False))
    return tuple(parts)

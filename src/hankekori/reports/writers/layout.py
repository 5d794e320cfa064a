"""Which blocks stand on upright pages and which on pages turned on their side."""

from dataclasses import dataclass

from hankekori.reports.document import Block, Cell, Document, Heading, PageBreak, Row, Table

WIDE_FROM = 8  # columns; such a table gets a page on its side


@dataclass(frozen=True, slots=True)
class Part:
    blocks: tuple[Block, ...]
    on_its_side: bool


def parts_of(document: Document) -> tuple[Part, ...]:
    """Part the document so that wide tables stand with the headings right above them on pages on their side."""
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
        before = parts.pop().blocks if not upright and parts and parts[-1].on_its_side else ()
        headings = (one for one in above if isinstance(one, Heading))
        parts.append(Part((*before, *headings, block), on_its_side=True))
        upright = []
    if upright:
        parts.append(Part(tuple(upright), on_its_side=False))
    return tuple(parts)


def spans_of(row: Row) -> tuple[int, ...]:
    """Tell how many columns each cell takes, 0 for none: the name of a group goes on over the empty cells after it."""
    if row.kind != "group":
        return (1,) * len(row.cells)
    empty = next((place for place, cell in enumerate(row.cells[1:]) if cell != Cell()), len(row.cells) - 1)
    return (1 + empty, *(0,) * empty, *(1,) * (len(row.cells) - 1 - empty))

"""A document as DOCX: real styles, a filled table of contents, tables whose header rows repeat."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.shared import Mm

from hankekori.charts.glyphs import printable
from hankekori.charts.lights import LOOKS
from hankekori.charts.render import IN_MEMORY, RenderCache, png
from hankekori.charts.specs import spec_of
from hankekori.core.figures import ValueState
from hankekori.reports.document import (
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Row,
    Table,
    Text,
)
from hankekori.reports.writers import docx_parts as parts
from hankekori.reports.writers import docx_styles as styles
from hankekori.reports.writers import wording
from hankekori.reports.writers.cells import longest_texts, longest_words, notes_of, written_totals, written_value
from hankekori.reports.writers.layout import Part, parts_of, spans_of
from hankekori.reports.writers.links import linkable
from hankekori.reports.writers.outline import Entry, outline_of

_TWIPS = 56.7  # twentieths of a point in a millimetre
_CHARACTER, _PADDING = 1.6, 2.6  # millimetres in a table
_SHORT, _WIDEST = 16, 60  # characters: up to the first a column gets what it needs, above the second it gets no more
_WORD = 13  # characters of a word kept whole; a longer one may be hyphenated
_MOST_STRETCH = 1.6  # of what is needed, where every column is short
_PNG_SCALE = 1.5  # 230 dots on an inch of paper
_FULL_WIDTH = 780  # pixels of an unscaled chart that fills the page
_KEY_FIGURES_IN_ROW = 4
_PNG_WIDTH = slice(16, 20)  # bytes of the header that hold the width
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def write_docx(document: Document, *, cache: RenderCache = IN_MEMORY) -> bytes:
    """Write the document; the same document gives the same bytes."""
    file = docx.Document()
    styles.prepare(file, document)
    _Body(document, file, cache).write()
    content = io.BytesIO()
    file.save(content)
    return _with_fixed_dates(content.getvalue())


class _Body:
    """The walk through the blocks, with the numbers that run through the whole file."""

    def __init__(self, document: Document, file: Any, cache: RenderCache) -> None:  # noqa: ANN401 - no types
        self._document = document
        self._language = document.language
        self._file = file
        self._cache = cache
        self._anchors = document.anchors()
        self._bookmarks: dict[str, str] = {}  # anchor -> bookmark
        self._placed: set[str] = set()
        self._width = styles.SHORT_SIDE - 2 * styles.MARGIN  # millimetres
        self._counted = {"Table": 0, "Figure": 0}

    def write(self) -> None:
        document = self._document
        entries = outline_of(document)
        for entry in entries:
            self._bookmark(entry.anchor)
        self._add(parts.paragraph(parts.run(document.title), style="Title"))
        if document.subtitle:
            self._add(parts.paragraph(parts.run(document.subtitle), style="Subtitle"))
        if document.marking:
            self._add(parts.paragraph(parts.run(document.marking, bold=True), style=styles.WARNING_STYLE))
        self._facts(Facts(document.meta))
        self._contents(entries)
        left = iter(entries)
        for part in parts_of(document):
            self._part(part, left)

    def _part(self, part: Part, entries: Iterator[Entry]) -> None:
        turned = self._width != self._width_of_page(on_its_side=part.on_its_side)
        if turned:
            section = self._file.add_section(WD_SECTION.NEW_PAGE)
            self._end_section_in_last_paragraph()
            styles.set_page(section, on_its_side=part.on_its_side)
            self._width = self._width_of_page(on_its_side=part.on_its_side)
        for block in part.blocks:
            self._block(block, entries)

    def _end_section_in_last_paragraph(self) -> None:
        """Drop the empty paragraph that python-docx ends a section with: it could fill a page of its own."""
        ending = self._file.element.body.sectPr.getprevious()
        last = ending.getprevious()
        if last is not None and last.tag == ending.tag:
            last.get_or_add_pPr().append(ending.pPr.sectPr)
            ending.getparent().remove(ending)

    def _block(self, block: Block, entries: Iterator[Entry]) -> None:
        match block:
            case Heading():
                self._heading(next(entries))
            case Text():
                self._text(block)
            case Bullets():
                for item in block.items:
                    self._add(parts.paragraph(parts.run(item), style="ListBullet"))
            case Facts():
                self._facts(block)
            case KeyFigures():
                self._key_figures(block)
            case Table():
                self._table(block)
            case Figure():
                self._figure(block)
            case PageBreak():
                self._file.add_page_break()

    def _heading(self, entry: Entry) -> None:
        inside = self._at_bookmark(parts.run(entry.text.replace("\n", " ")), entry.anchor)
        self._add(parts.paragraph(inside, style=f"Heading{entry.level}"))

    def _text(self, block: Text) -> None:
        looks = {"note": (wording.NOTE, styles.NOTE_STYLE), "warning": (wording.WARNING, styles.WARNING_STYLE)}
        if block.kind == "plain":
            self._add(parts.paragraph(parts.run(block.text)))
            return
        word, style = looks[block.kind]
        inside = parts.run(f"{word.in_language(self._language)}: ", bold=True) + parts.run(block.text)
        self._add(parts.paragraph(inside, style=style))

    def _facts(self, block: Facts) -> None:
        for fact in block.items:
            self._add(parts.paragraph(parts.run(f"{fact.label}: ", bold=True) + parts.run(fact.text)))

    def _contents(self, entries: tuple[Entry, ...]) -> None:
        """Write the contents as a field that is already filled; page numbers come when a word processor renews it."""
        listed = [entry for entry in entries if entry.level == 1]
        if len(listed) <= 1:
            return
        title = wording.CONTENTS.in_language(self._language)
        self._add(parts.paragraph(parts.run(title, bold=True, points=13), keep_next=True))
        begin, _, end = parts.field(r"TOC \o 1-1 \h \z \u", "…", stale=True).partition(parts.run("…"))
        for number, entry in enumerate(listed):
            line = parts.inner_link(parts.run(entry.text.replace("\n", " ")), self._bookmarks[entry.anchor])
            line = f"{begin if number == 0 else ''}{line}{end if number == len(listed) - 1 else ''}"
            self._add(parts.paragraph(line, style="toc1"))

    def _key_figures(self, block: KeyFigures) -> None:
        for start in range(0, len(block.items), _KEY_FIGURES_IN_ROW):
            items = block.items[start : start + _KEY_FIGURES_IN_ROW]
            width = round(self._width * _TWIPS / _KEY_FIGURES_IN_ROW)
            row = parts.table_row([self._key_figure(item) for item in items])
            self._add(parts.table([row], [width] * len(items), style=styles.PLAIN_TABLE_STYLE, header=False))
            self._add(parts.paragraph("", style=styles.GAP_STYLE))

    def _key_figure(self, item: KeyFigure) -> str:
        value = written_value(item.cell, item.kind, self._language, decimals=item.decimals)
        unit = f" {item.shown_unit}" if item.shown_unit else ""
        light = self._light(item.cell)
        return (
            parts.paragraph(parts.run(item.label, colour=styles.SOFT), style=styles.CELL_STYLE)
            + parts.paragraph(
                parts.run(value, bold=True, points=16) + parts.run(unit, colour=styles.SOFT), style=styles.CELL_STYLE
            )
            + parts.paragraph(
                light + parts.run(" " if light else "") + parts.run(item.detail, colour=styles.SOFT),
                style=styles.CELL_STYLE,
            )
        )

    def _table(self, table: Table) -> None:
        self._caption(table.caption, "Table", wording.TABLE.in_language(self._language), table.id)
        head = [
            parts.paragraph(
                parts.run(column.heading_with_unit, bold=True, colour=styles.SOFT),
                style=styles.CELL_STYLE,
                align=_align(column),
            )
            for column in table.columns
        ]
        rows = [parts.table_row(head, header=True), *(self._row(table, row) for row in table.rows)]
        if sums := written_totals(table, self._language):
            cells = zip(sums, table.columns, strict=True)
            rows.append(
                parts.table_row(
                    [
                        parts.paragraph(parts.run(text, bold=True), style=styles.CELL_STYLE, align=_align(column))
                        for text, column in cells
                    ]
                )
            )
        self._add(parts.table(rows, self._widths(table), style=styles.TABLE_STYLE))
        for note in notes_of(table, self._language):
            self._add(parts.paragraph(parts.run(note), style=styles.SMALL_STYLE))
        self._add(parts.paragraph("", style=styles.GAP_STYLE))

    def _row(self, table: Table, row: Row) -> str:
        cells = [
            self._cell(cell, column, bold=row.kind != "row")
            for cell, column in zip(row.cells, table.columns, strict=True)
        ]
        if row.anchor:
            cells[0] = self._at_bookmark(cells[0], row.anchor)
        aligned = [
            parts.paragraph(cell, style=styles.CELL_STYLE, align=_align(column))
            for cell, column in zip(cells, table.columns, strict=True)
        ]
        return parts.table_row(aligned, spans=spans_of(row))

    def _cell(self, cell: Cell, column: Column, *, bold: bool) -> str:
        value = written_value(cell, column.kind, self._language, decimals=column.decimals)
        link = linkable(cell.link, self._anchors)
        colour = styles.SOFT if cell.state is not ValueState.REPORTED else styles.ACCENT if link else ""
        written = self._linked(parts.run(value, bold=bold, colour=colour, underline=bool(link)), link)
        light = self._light(cell)
        return written + (parts.run(" ") if written and light else "") + light

    def _linked(self, written: str, link: str) -> str:
        if not link or not written:
            return written
        if link.startswith("#"):
            return parts.inner_link(written, self._bookmark(link[1:]))
        relation = self._file.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return parts.outer_link(written, relation)

    def _light(self, cell: Cell) -> str:
        if cell.light is None:
            return ""
        look = LOOKS[cell.light]
        return parts.run(look.in_words(self._language).replace(" ", "\u00a0", 1), bold=True, colour=look.colour)

    def _figure(self, figure: Figure) -> None:
        self._caption(figure.caption, "Figure", wording.FIGURE.in_language(self._language), figure.id)
        picture = png(spec_of(figure.chart, self._language), _PNG_SCALE, cache=self._cache)
        share = min(1.0, int.from_bytes(picture[_PNG_WIDTH]) / _PNG_SCALE / _FULL_WIDTH)
        shape = self._file.add_picture(io.BytesIO(picture), width=Mm(self._width * share))
        described = shape._inline.docPr  # noqa: SLF001 - python-docx offers no alternative text
        described.set("descr", printable(figure.alt or figure.caption))
        described.set("title", printable(figure.caption))
        self._table(figure.table)

    def _caption(self, text: str, series: str, word: str, anchor: str) -> None:
        self._counted[series] += 1
        number = parts.field(f"SEQ {series} \\* ARABIC", str(self._counted[series]))
        named = self._at_bookmark(parts.run(f"{word} ") + number, anchor)
        self._add(parts.paragraph(f"{named}{parts.run(f'. {text}')}", style="Caption", keep_next=True))

    def _widths(self, table: Table) -> list[int]:
        """Give each column what its longest word needs, short ones their longest text, and share the rest by length."""
        lengths, words = longest_texts(table, self._language), longest_words(table, self._language)
        kinds = [column.kind for column in table.columns]
        stays = [kind != "text" or length <= _SHORT for kind, length in zip(kinds, lengths, strict=True)]
        needed = [
            (length if whole else min(word, _WORD)) * _CHARACTER + _PADDING
            for whole, length, word in zip(stays, lengths, words, strict=True)
        ]
        wanted = [0 if whole else min(_WIDEST, length) for whole, length in zip(stays, lengths, strict=True)]
        rest = self._width - sum(needed)
        if rest < 0 or not any(wanted):
            scale = min(_MOST_STRETCH, self._width / sum(needed))
            return [round(width * scale * _TWIPS) for width in needed]
        return [
            round((width + rest * share / sum(wanted)) * _TWIPS) for width, share in zip(needed, wanted, strict=True)
        ]

    def _width_of_page(self, *, on_its_side: bool) -> int:
        return (styles.LONG_SIDE if on_its_side else styles.SHORT_SIDE) - 2 * styles.MARGIN

    def _bookmark(self, anchor: str) -> str:
        return self._bookmarks.setdefault(anchor, f"_Toc{len(self._bookmarks) + 1:08d}")

    def _at_bookmark(self, inside: str, anchor: str) -> str:
        """Put the place of the anchor around the text, once: a name may stand only once in a file."""
        if not anchor or anchor in self._placed:
            return inside
        self._placed.add(anchor)
        return parts.bookmarked(inside, self._bookmark(anchor), len(self._placed))

    def _add(self, written: str) -> None:
        named = written.replace("<w:p>", f"<w:p {parts.NAMESPACES}>", 1) if written.startswith("<w:p>") else written
        self._file.element.body.sectPr.addprevious(parse_xml(named))


def _align(column: Column) -> str:
    return "right" if column.is_numeric else ""


def _with_fixed_dates(content: bytes) -> bytes:
    """Write the archive anew with one fixed date, which python-docx takes from the clock."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _ZIP_DATE), source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()

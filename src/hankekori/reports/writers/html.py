"""A document as HTML: a page of its own, or the part that goes into a page of ours."""

import re
from functools import cache
from html import escape
from importlib.resources import files

from hankekori.charts.glyphs import printable
from hankekori.charts.lights import LOOKS
from hankekori.charts.render import IN_MEMORY, RenderCache, svg
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
from hankekori.reports.writers import wording
from hankekori.reports.writers.cells import longest_texts, notes_of, written_totals, written_value
from hankekori.reports.writers.layout import spans_of
from hankekori.reports.writers.links import linkable
from hankekori.reports.writers.outline import Entry, outline_of

_SHORT = 10  # characters of a text that stands beside others on a phone


def write_html(document: Document, *, cache: RenderCache = IN_MEMORY) -> bytes:
    """Write a page that needs nothing else: style inside, charts inside, ready for print."""
    title = _text(document.title)
    page = (
        f'<!DOCTYPE html>\n<html lang="{document.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title><style>{_style()}</style></head>\n<body>"
        f"<header><h1>{title}</h1>{_paragraph(document.subtitle, 'subtitle')}</header>\n"
        f"{html_contents(document)}<main>\n{html_body(document, cache=cache)}</main></body></html>\n"
    )
    return page.encode()


def html_body(document: Document, *, cache: RenderCache = IN_MEMORY) -> str:
    """Write everything under the title as escaped markup with classes only, first headings as h2."""
    return _Body(document, cache).written()


def html_contents(document: Document) -> str:
    """Write links to the chapters; nothing where there are none."""
    entries = [entry for entry in outline_of(document) if entry.level == 1]
    if not entries:
        return ""
    title = wording.CONTENTS.in_language(document.language)
    items = "".join(f'<li><a href="#{_text(entry.anchor)}">{_text(entry.text)}</a></li>' for entry in entries)
    return f'<nav class="contents" aria-label="{title}"><p>{title}</p><ol>{items}</ol></nav>\n'


class _Body:
    """The walk through the blocks, with what they share."""

    def __init__(self, document: Document, cache: RenderCache) -> None:
        self._document = document
        self._language = document.language
        self._cache = cache
        self._entries = iter(outline_of(document))
        self._anchors = document.anchors()

    def written(self) -> str:
        document = self._document
        facts = _facts(Facts(document.meta), "facts tight") if document.meta else ""
        blocks = (f"{self._block(block)}\n" for block in document.blocks)
        return "".join((_paragraph(document.marking, "marking"), facts, *blocks))

    def _block(self, block: Block) -> str:  # noqa: PLR0911 - one answer for each kind of block
        match block:
            case Heading():
                return _heading(next(self._entries))
            case Text():
                return self._paragraph(block)
            case Bullets():
                return f"<ul>{''.join(f'<li>{_lines(item)}</li>' for item in block.items)}</ul>"
            case Facts():
                return _facts(block, "facts")
            case KeyFigures():
                return self._key_figures(block)
            case Table():
                return self._table(block)
            case Figure():
                return self._figure(block)
            case PageBreak():
                return '<div class="page-break"></div>'

    def _paragraph(self, block: Text) -> str:
        if block.kind == "plain":
            return f"<p>{_lines(block.text)}</p>"
        word = (wording.NOTE if block.kind == "note" else wording.WARNING).in_language(self._language)
        return f'<p class="message {block.kind}"><strong>{word}:</strong> {_lines(block.text)}</p>'

    def _key_figures(self, block: KeyFigures) -> str:
        name = wording.KEY_FIGURES.in_language(self._language)
        figures = "".join(self._key_figure(figure) for figure in block.items)
        return f'<div class="figures" role="group" aria-label="{name}">{figures}</div>'

    def _key_figure(self, figure: KeyFigure) -> str:
        unit = f" <small>{_text(figure.shown_unit)}</small>" if figure.shown_unit else ""
        value = self._value(figure.cell, Column("", "", figure.kind, decimals=figure.decimals))
        note = " ".join(part for part in (self._light(figure.cell), _text(figure.detail)) if part)
        return (
            f'<div class="figure"><div class="label">{_text(figure.label)}</div>'
            f'<div class="amount">{value}{unit}</div><div class="note">{note}</div></div>'
        )

    def _table(self, table: Table) -> str:
        lengths = longest_texts(table, self._language)
        looks = [_look(column, length) for column, length in zip(table.columns, lengths, strict=True)]
        head = "".join(
            f'<th scope="col"{_number_class(column)}>{_text(column.heading_with_unit)}</th>' for column in table.columns
        )
        rows = "".join(self._row(table, row, looks) for row in table.rows)
        notes = "".join(_paragraph(note, "soft") for note in notes_of(table, self._language))
        empty = "" if table.rows else _paragraph(wording.EMPTY_TABLE.in_language(self._language), "soft")
        return (
            f'<div class="wide" tabindex="0" role="region" aria-label="{_text(table.caption)}">'
            f'<table class="rows" id="{_text(table.id)}"><caption>{_text(table.caption)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>{self._foot(table)}</table></div>{empty}{notes}"
        )

    def _row(self, table: Table, row: Row, looks: list[str]) -> str:
        anchor = f' id="{_text(row.anchor)}"' if row.anchor else ""
        name = f' class="{row.kind}"' if row.kind != "row" else ""
        cells = enumerate(zip(row.cells, table.columns, looks, spans_of(row), strict=True))
        written = "".join(
            self._cell(cell, column, look, span, first=index == 0)
            for index, (cell, column, look, span) in cells
            if span
        )
        return f"<tr{anchor}{name}>{written}</tr>"

    def _cell(self, cell: Cell, column: Column, look: str, span: int, *, first: bool) -> str:
        inside = " ".join(part for part in (self._value(cell, column), self._light(cell)) if part)
        wide = f' colspan="{span}"' if span > 1 else ""
        if first and inside:  # a heading without a text is none
            return f'<th scope="row"{wide}{_number_class(column)}>{inside}</th>'
        return f'<td{look}{wide} data-label="{_text(column.heading)}">{inside}</td>'

    def _value(self, cell: Cell, column: Column) -> str:
        if cell.state is not ValueState.REPORTED:
            return _unknown(cell.state, self._language)
        text = _lines(written_value(cell, column.kind, self._language, decimals=column.decimals))
        link = linkable(cell.link, self._anchors)
        return f'<a href="{escape(link)}">{text}</a>' if link and text else text

    def _light(self, cell: Cell) -> str:
        if cell.light is None:
            return ""
        look = LOOKS[cell.light]
        shape = f'<span class="shape" aria-hidden="true">{_text(look.shape)}</span>'
        return f'<span class="state {look.css_class}">{shape} {_text(look.word.in_language(self._language))}</span>'

    def _foot(self, table: Table) -> str:
        sums = written_totals(table, self._language)
        if not sums:
            return ""
        cells = "".join(
            f'<td{_number_class(column)} data-label="{_text(column.heading)}">{_text(total)}</td>'
            for column, total in zip(table.columns, sums, strict=True)
        )
        return f'<tfoot><tr class="sum">{cells}</tr></tfoot>'

    def _figure(self, figure: Figure) -> str:
        summary = wording.SHOW_TABLE.in_language(self._language)
        return (
            f'<figure id="{_text(figure.id)}"><figcaption>{_text(figure.caption)}</figcaption>'
            f'<div class="picture" tabindex="0" role="region" aria-label="{_text(figure.caption)}">'
            f'<div role="img" aria-label="{_text(figure.alt)}">{self._picture(figure)}</div></div>'
            f"<details><summary>{summary}</summary>{self._table(figure.table)}</details></figure>"
        )

    def _picture(self, figure: Figure) -> str:
        drawn = svg(spec_of(figure.chart, self._language), cache=self._cache)
        own_names = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{_name(figure.id)}-", drawn)
        return own_names.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def _unknown(state: ValueState, language: str) -> str:
    word = wording.STATE_WORDS[state].in_language(language)
    if state is ValueState.NOT_APPLICABLE:  # a dash for the eye, the word for the ear
        mark = wording.STATE_MARKS[state].in_language(language)
        word = f'<span aria-hidden="true">{mark}</span><span class="out-of-sight">{word}</span>'
    return f'<span class="value {state}">{word}</span>'


def _heading(entry: Entry) -> str:
    level = entry.level + 1
    return f'<h{level} id="{_text(entry.anchor)}">{_text(entry.text)}</h{level}>'


def _facts(block: Facts, name: str) -> str:
    items = "".join(f"<div><dt>{_text(fact.label)}</dt><dd>{_lines(fact.text)}</dd></div>" for fact in block.items)
    return f'<dl class="{name}">{items}</dl>'


def _paragraph(text: str, name: str) -> str:
    return f'<p class="{name}">{_lines(text)}</p>' if text else ""


def _look(column: Column, length: int) -> str:
    """Mark numbers, days, and the long texts that take a whole line where a row is a card on a phone."""
    if column.kind == "date":
        return ' class="day"'
    return ' class="text"' if column.kind == "text" and length > _SHORT else _number_class(column)


def _number_class(column: Column) -> str:
    return ' class="number"' if column.is_numeric else ""


def _text(text: str) -> str:
    return escape(printable(text))


def _lines(text: str) -> str:
    return _text(text).replace("\n", "<br>")


def _name(text: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]", "", text)


@cache
def _style() -> str:
    return (files("hankekori.reports") / "templates" / "report.css").read_text(encoding="utf-8")

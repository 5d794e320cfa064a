"""A document as tagged PDF (PDF/UA-1) by Typst: the template is ours, the document goes in as data."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from hankekori.charts.glyphs import FONTS, displayable
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
    Fact,
    Facts,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Table,
    Text,
)
from hankekori.reports.writers import wording
from hankekori.reports.writers.cells import longest_texts, notes_of, written_totals, written_value
from hankekori.reports.writers.layout import WIDE_FROM, Part, parts_of, spans_of
from hankekori.reports.writers.links import linkable
from hankekori.reports.writers.outline import Entry, outline_of

type Plain = dict[str, Any]

_FULL_WIDTH = 780  # drawing units of a chart that fills the page
_SHORT, _LONGEST = 20, 90  # characters: up to the first a column needs no share, above the second it gets no more
_WHOLE_ROW = 600  # characters of a cell up to which a row is never parted between pages
_COMPILING = Lock()  # the compiler serves one document at a time


def write_pdf(document: Document, *, cache: RenderCache = IN_MEMORY) -> bytes:
    """Write the document as PDF/UA-1; the same document gives the same bytes."""
    content = json.dumps(_Content(document, cache, document.anchors()).written(), ensure_ascii=False)
    moment = datetime.combine(document.day, time(), UTC)
    with _COMPILING:
        return bytes(
            _compiler().compile(
                format="pdf",
                sys_inputs={"document": content},
                pdf_standards=["ua-1"],
                timestamp=int(moment.timestamp()),
            )
        )


@dataclass(slots=True)
class _Content:
    """The document in the shape the template reads, every text made displayable."""

    document: Document
    cache: RenderCache
    anchors: frozenset[str]
    used: set[str] = field(default_factory=set)  # anchors given out; a second label of one name stops Typst

    def written(self) -> Plain:
        document = self.document
        entries = outline_of(document)
        self.used.update(entry.anchor for entry in entries)
        left = iter(entries)
        return {
            "title": displayable(document.title).strip() or "Hankekori",
            "subtitle": displayable(document.subtitle),
            "marking": displayable(document.marking),
            "language": document.language,
            "day": [document.day.year, document.day.month, document.day.day],
            "meta": [_fact(fact) for fact in document.meta],
            "contents": _middle([entry.anchor for entry in entries if entry.level == 1]),
            "contents-word": wording.CONTENTS.in_language(document.language),
            "page-word": wording.PAGE.in_language(document.language),
            "blocks": [plain for part in parts_of(document) for plain in self._part(part, left)],
        }

    def _part(self, part: Part, entries: Iterator[Entry]) -> list[Plain]:
        blocks = [plain for block in part.blocks for plain in self._block(block, entries)]
        return [{"kind": "turned", "blocks": blocks}] if part.on_its_side else blocks

    def _block(self, block: Block, entries: Iterator[Entry]) -> list[Plain]:  # noqa: PLR0911 - one answer for each kind
        match block:
            case Heading():
                return [_heading(next(entries))]
            case Text():
                return [self._text(block)]
            case Bullets():
                return (
                    [{"kind": "bullets", "items": [displayable(item) for item in block.items]}] if block.items else []
                )
            case Facts():
                return [{"kind": "facts", "items": [_fact(fact) for fact in block.items]}]
            case KeyFigures():
                return [{"kind": "key-figures", "items": [self._key_figure(item) for item in block.items]}]
            case Table():
                return [self._table(block)]
            case Figure():
                return [self._figure(block), self._table(block.table)]
            case PageBreak():
                return [{"kind": "page-break"}]

    def _text(self, block: Text) -> Plain:
        words = {"note": wording.NOTE, "warning": wording.WARNING}
        word = words[block.kind].in_language(self.document.language) if block.kind in words else ""
        return {"kind": "text" if block.kind == "plain" else block.kind, "text": displayable(block.text), "word": word}

    def _key_figure(self, item: KeyFigure) -> Plain:
        return {
            "label": displayable(item.label),
            "value": self._cell(item.cell, Column("", "", item.kind, decimals=item.decimals), ""),
            "unit": displayable(item.shown_unit),
            "detail": displayable(item.detail),
        }

    def _table(self, table: Table) -> Plain:
        language = self.document.language
        return {
            "kind": "table",
            "anchor": self._anchor(table.id, "table"),
            "caption": displayable(table.caption),
            "small": len(table.columns) >= WIDE_FROM,
            "columns": [
                {
                    "heading": displayable(column.heading_with_unit),
                    "numeric": column.is_numeric,
                    "share": _share(column, longest),
                }
                for column, longest in zip(table.columns, longest_texts(table, language), strict=True)
            ],
            "rows": [
                {
                    "kind": row.kind,
                    "cells": [
                        {**self._cell(cell, column, row.anchor if index == 0 else ""), "span": span}
                        for index, (cell, column, span) in enumerate(
                            zip(row.cells, table.columns, spans_of(row), strict=True)
                        )
                        if span
                    ],
                }
                for row in table.rows
            ],
            "whole-rows": all(len(str(cell.value)) <= _WHOLE_ROW for row in table.rows for cell in row.cells),
            "totals": [displayable(total) for total in written_totals(table, language)],
            "notes": [displayable(note) for note in notes_of(table, language)],
        }

    def _cell(self, cell: Cell, column: Column, anchor: str) -> Plain:
        language = self.document.language
        look = LOOKS[cell.light] if cell.light else None
        value = written_value(cell, column.kind, language, decimals=column.decimals)
        return {
            "text": displayable(value),
            "quiet": cell.state is not ValueState.REPORTED,
            "link": linkable(cell.link, self.anchors) if value.strip() else "",
            "light": look and {"shape": look.shape, "word": look.word.in_language(language), "colour": look.colour},
            "anchor": self._anchor(anchor, "") if anchor else "",
        }

    def _figure(self, figure: Figure) -> Plain:
        drawn = svg(spec_of(figure.chart, self.document.language), cache=self.cache)
        return {
            "kind": "figure",
            "anchor": self._anchor(figure.id, "figure"),
            "caption": displayable(figure.caption),
            "alt": displayable(figure.alt).strip() or displayable(figure.caption).strip() or "–",
            "svg": displayable(drawn),
            "width": min(1.0, _width_of(drawn) / _FULL_WIDTH),
        }

    def _anchor(self, wanted: str, kind: str) -> str:
        """Give the anchor out once; a second time, or without a name, a numbered one that nothing points to."""
        anchor = wanted if wanted and wanted not in self.used else f"{kind or 'row'}-{len(self.used) + 1}"
        while anchor in self.used:
            anchor += "-"
        self.used.add(anchor)
        return anchor


def _heading(entry: Entry) -> Plain:
    text = displayable(entry.text).replace("\n", " ").strip() or "–"
    return {"kind": "heading", "level": entry.level, "text": text, "anchor": entry.anchor}


def _fact(fact: Fact) -> Plain:
    return {"label": displayable(fact.label), "text": displayable(fact.text)}


def _middle(chapters: list[str]) -> str | None:
    """Give the chapter that ends the left column of the contents; one chapter alone needs no contents."""
    return chapters[(len(chapters) - 1) // 2] if len(chapters) > 1 else None


def _share(column: Column, longest: int) -> int:
    """Give a text column its share of the width by its longest text; any other column takes what it needs."""
    return 0 if column.kind != "text" or longest <= _SHORT else min(_LONGEST, longest)


def _width_of(drawn: str) -> float:
    found = re.search(r'<svg[^>]* width="([0-9.]+)"', drawn)
    return float(found[1]) if found else _FULL_WIDTH


@cache
def _compiler() -> Any:  # noqa: ANN401 - the typst package publishes no types
    template = Path(str(files("hankekori.reports") / "templates" / "document.typ"))
    return typst.Compiler(str(template), root=str(template.parent), font_paths=[str(FONTS)], ignore_system_fonts=True)

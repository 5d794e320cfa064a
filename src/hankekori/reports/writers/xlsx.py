"""A document as XLSX: a summary sheet, then one sheet for each table, with charts a spreadsheet can edit."""

import io
from datetime import datetime, time
from typing import Any

import xlsxwriter

from hankekori.reports.document import Column, Document, Figure, KeyFigure, KeyFigures
from hankekori.reports.writers import wording
from hankekori.reports.writers.sheet_names import sheet_names
from hankekori.reports.writers.xlsx_cells import CellWriter, sheet_text
from hankekori.reports.writers.xlsx_formats import Formats
from hankekori.reports.writers.xlsx_tables import TableSheet, table_sheet, write_table

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SUMMARY_WIDTHS = (42, 18, 14, 22, 44)  # characters
_NO_GRIDLINES = 2  # neither on screen nor on paper


def write_xlsx(document: Document) -> bytes:
    """Write the workbook; the same document gives the same bytes, and no text becomes a formula or a link."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        _write_book(book, document)
    return content.getvalue()


def _write_book(book: Any, document: Document) -> None:  # noqa: ANN401 - xlsxwriter publishes no types
    book.set_properties(
        {
            "title": sheet_text(document.title),
            "subject": sheet_text(document.subtitle),
            "comments": sheet_text(document.marking),
            "author": "Hankekori",
            "created": datetime.combine(document.day, time()),
        }
    )
    formats = Formats(book)
    tables = tuple(document.tables())
    captions = [wording.SUMMARY_SHEET.in_language(document.language), *(table.caption for table in tables)]
    first, *names = sheet_names(captions)
    summary = book.add_worksheet(first)
    sheets = [
        table_sheet(book, name, table, formats, document.language) for table, name in zip(tables, names, strict=True)
    ]
    _Summary(summary, document, formats).write(sheets)
    figures = {id(block.table): block for block in document.blocks if isinstance(block, Figure)}
    for sheet in sheets:
        write_table(sheet, marking=document.marking, figure=figures.get(id(sheet.table)))


class _Summary:
    """The first sheet: title, what the document is about, key figures, a list of the tables."""

    def __init__(self, sheet: Any, document: Document, formats: Formats) -> None:  # noqa: ANN401 - xlsxwriter publishes no types
        self._sheet = sheet
        self._document = document
        self._formats = formats
        self._row = 0

    def write(self, sheets: list[TableSheet]) -> None:
        self._sheet.hide_gridlines(_NO_GRIDLINES)
        for place, width in enumerate(_SUMMARY_WIDTHS):
            self._sheet.set_column(place, place, width)
        self._write_head()
        self._write_key_figures()
        self._write_list(sheets)
        self._sheet.set_landscape()
        self._sheet.fit_to_pages(1, 0)

    def _write_head(self) -> None:
        document = self._document
        lines = ((document.title, "title"), (document.subtitle, "soft"), (document.marking, "strong"))
        for text, look in lines:
            if text:
                self._line((text, look))
        for fact in document.meta:
            self._line((fact.label, "soft"), (fact.text, "text"))
        self._row += 1

    def _write_key_figures(self) -> None:
        language = self._document.language
        found = [figure for block in self._document.blocks if isinstance(block, KeyFigures) for figure in block.items]
        if not found:
            return
        self._line((wording.KEY_FIGURES.in_language(language), "section"))
        self._line(*((heading.in_language(language), "heading") for heading in wording.KEY_FIGURE_COLUMNS))
        for figure in found:
            self._write_key_figure(figure)
        self._row += 1

    def _write_key_figure(self, figure: KeyFigure) -> None:
        column = Column("", "", figure.kind, decimals=figure.decimals)
        writer = CellWriter(self._sheet, column, self._formats, self._document.language)
        writer.write(self._row, 1, figure.cell)
        writer.write_light(self._row, 3, figure.cell)
        texts = ((0, figure.label), (2, figure.unit), (4, figure.detail))
        for place, text in texts:
            self._sheet.write_string(self._row, place, sheet_text(text), self._formats.named("text"))
        self._row += 1

    def _write_list(self, sheets: list[TableSheet]) -> None:
        self._line((wording.SHEETS.in_language(self._document.language), "section"))
        for sheet in sheets:
            place = f"internal:'{sheet.name.replace("'", "''")}'!A1"
            text = sheet_text(sheet.table.caption)[:255] or sheet.name
            self._sheet.write_url(self._row, 0, place, self._formats.named("link"), text)
            self._row += 1

    def _line(self, *texts: tuple[str, str]) -> None:
        for place, (text, look) in enumerate(texts):
            self._sheet.write_string(self._row, place, sheet_text(text), self._formats.named(look))
        self._row += 1

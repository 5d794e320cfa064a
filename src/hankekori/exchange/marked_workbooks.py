"""Gives a spreadsheet back with its faulty cells coloured, commented and listed on a sheet of their own."""

import io
from collections import defaultdict
from datetime import date, datetime, time, timedelta

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from hankekori.core.cells import Cell, CellFault
from hankekori.core.identity_codes import mask_identity_codes
from hankekori.core.texts import Translated
from hankekori.exchange.spreadsheets import Sheet

_WIDEST = 360  # pixels of a column
_LONGEST_TEXT = 32_767  # characters Excel takes in a cell


def marked_workbook(sheet: Sheet, faults: tuple[CellFault, ...], *, language: str = "fi") -> bytes:
    """Write the sheet as XLSX with the faults in their places; identity codes are masked, formulas stay text."""
    output = io.BytesIO()
    with xlsxwriter.Workbook(output, {"in_memory": True, "remove_timezone": True}) as workbook:
        formats = _formats(workbook)
        marked = workbook.add_worksheet(_sheet_name(sheet.name))
        by_place = _comments(faults, language)
        _write_cells(marked, sheet, by_place, formats)
        marked.autofit(_WIDEST)
        _write_list(workbook.add_worksheet(_FAULTS.in_language(language)), faults, formats, language)
    return output.getvalue()


def _formats(workbook: xlsxwriter.Workbook) -> dict[str, Format]:
    fault = {"bg_color": "#FFD6CC", "border": 2, "border_color": "#A61B00"}
    return {
        "date": workbook.add_format({"num_format": "d.m.yyyy"}),
        "fault": workbook.add_format(fault),
        "fault_date": workbook.add_format({**fault, "num_format": "d.m.yyyy"}),
        "heading": workbook.add_format({"bold": True}),
        "wrapped": workbook.add_format({"text_wrap": True, "valign": "top"}),
    }


def _comments(faults: tuple[CellFault, ...], language: str) -> dict[tuple[int, int], str]:
    comments: dict[tuple[int, int], list[str]] = defaultdict(list)
    for fault in faults:
        sentences = (fault.wrong.in_language(language), fault.advice.in_language(language))
        comments[fault.row - 1, fault.column].append(" ".join(sentences))
    return {place: "\n".join(sentences) for place, sentences in comments.items()}


def _write_cells(
    worksheet: Worksheet, sheet: Sheet, comments: dict[tuple[int, int], str], formats: dict[str, Format]
) -> None:
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            _write_cell(worksheet, (row, column), cell, formats, faulty=(row, column) in comments)
    for place, comment in comments.items():
        if place[1] >= len(sheet.rows[place[0]]):
            worksheet.write_blank(*place, None, formats["fault"])
        worksheet.write_comment(*place, comment, {"x_scale": 2, "y_scale": 1.5})


def _write_cell(
    worksheet: Worksheet, place: tuple[int, int], cell: Cell, formats: dict[str, Format], *, faulty: bool
) -> None:
    style = formats["fault"] if faulty else None
    match cell:
        case None:
            worksheet.write_blank(*place, None, style)
        case bool():
            worksheet.write_boolean(*place, cell, style)
        case int() | float():
            worksheet.write_number(*place, cell, style)
        case datetime() | date():
            worksheet.write_datetime(*place, cell, formats["fault_date" if faulty else "date"])
        case time() | timedelta():
            worksheet.write_string(*place, str(cell), style)
        case str():
            worksheet.write_string(*place, mask_identity_codes(cell)[:_LONGEST_TEXT], style)


def _write_list(worksheet: Worksheet, faults: tuple[CellFault, ...], formats: dict[str, Format], language: str) -> None:
    headings = [heading.in_language(language) for heading in _LIST_HEADINGS]
    worksheet.write_row(0, 0, headings, formats["heading"])
    worksheet.set_column(0, 0, 10)
    worksheet.set_column(1, 3, 50)
    worksheet.freeze_panes(1, 0)
    for number, fault in enumerate(faults, 1):
        cell_name = xl_rowcol_to_cell(fault.row - 1, fault.column)
        texts = (cell_name, fault.found, fault.wrong.in_language(language), fault.advice.in_language(language))
        for column, text in enumerate(texts):
            worksheet.write_string(number, column, text[:_LONGEST_TEXT], formats["wrapped"])


def _sheet_name(name: str) -> str:
    """Make a name Excel takes: 31 characters, none of the forbidden ones, no apostrophe at its ends."""
    kept = "".join("-" if character in "[]:*?/\\" else character for character in name)[:31].strip("'")
    return kept or "1"


_FAULTS = Translated("Korjattavat solut", "Celler att rätta", "Cells to correct")
_LIST_HEADINGS = (
    Translated("Solu", "Cell", "Cell"),
    Translated("Mitä solussa on", "Cellens innehåll", "What the cell holds"),
    Translated("Mikä on vialla", "Vad som är fel", "What is wrong"),
    Translated("Mitä tehdä", "Vad som ska göras", "What to do"),
)

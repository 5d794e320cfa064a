"""Reads xlsx, ods and csv files into sheets of cells."""

import csv
import io
from dataclasses import dataclass
from pathlib import PurePath

import python_calamine

from hankekori.core.cells import Cell, cell_text
from hankekori.core.text_files import decode, most_likely_delimiter
from hankekori.core.texts import Translated
from hankekori.exchange.workbook_size import MOST_CELLS, UnreadableWorkbookError, most_cells_in_a_sheet

WORKBOOK_ENDINGS = (".xlsx", ".xlsm", ".ods")
TEXT_ENDINGS = (".csv", ".tsv", ".txt")


@dataclass(frozen=True, slots=True)
class Sheet:
    name: str
    rows: tuple[tuple[Cell, ...], ...]

    def as_texts(self, *, first: int = 20) -> tuple[tuple[str, ...], ...]:
        """Write the first rows' cells as texts."""
        return tuple(tuple(cell_text(cell) for cell in row) for row in self.rows[:first])


class SpreadsheetError(Exception):
    """The file cannot be read as a spreadsheet; `message` says why."""

    def __init__(self, message: Translated) -> None:
        super().__init__(message.en)
        self.message = message


def read_sheets(file_name: str, content: bytes) -> tuple[Sheet, ...]:
    """Read every sheet that holds something; a csv file is one sheet. Raises SpreadsheetError."""
    ending = PurePath(file_name).suffix.lower()
    sheets = _workbook_sheets(content) if ending in WORKBOOK_ENDINGS else (_text_sheet(file_name, content),)
    filled = tuple(sheet for sheet in sheets if sheet.rows)
    if not filled:
        raise SpreadsheetError(_EMPTY)
    return filled


def _workbook_sheets(content: bytes) -> tuple[Sheet, ...]:
    try:
        cells = most_cells_in_a_sheet(content)
    except UnreadableWorkbookError as error:
        raise SpreadsheetError(_UNREADABLE) from error
    if cells > MOST_CELLS:
        raise SpreadsheetError(_TOO_BIG)
    try:
        workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
        return tuple(_workbook_sheet(workbook, name) for name in workbook.sheet_names)
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise SpreadsheetError(_UNREADABLE) from error


def _workbook_sheet(workbook: python_calamine.CalamineWorkbook, name: str) -> Sheet:
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return Sheet(name, tuple(tuple(None if cell == "" else cell for cell in row) for row in rows))


def _text_sheet(file_name: str, content: bytes) -> Sheet:
    text = decode(content).text
    if "\0" in text:
        raise SpreadsheetError(_UNREADABLE)
    delimiter = most_likely_delimiter(next((line for line in text.split("\n") if line.strip()), ""))
    try:
        rows = tuple(
            tuple(piece or None for piece in row) for row in csv.reader(io.StringIO(text), delimiter=delimiter)
        )
    except csv.Error as error:
        raise SpreadsheetError(_UNREADABLE) from error
    return Sheet(PurePath(file_name).stem, rows)


_EMPTY = Translated("Tiedosto on tyhjä.", "Filen är tom.", "The file is empty.")
_UNREADABLE = Translated(
    "Tiedostoa ei voi lukea taulukkona. Tallenna se uudelleen xlsx-, ods- tai csv-muodossa.",
    "Filen kan inte läsas som en tabell. Spara den på nytt i xlsx-, ods- eller csv-format.",
    "The file cannot be read as a spreadsheet. Save it again as xlsx, ods or csv.",
)
_TOO_BIG = Translated(
    "Taulukossa on liikaa soluja. Poista tyhjät rivit ja sarakkeet tai jaa tiedosto osiin.",
    "Tabellen har för många celler. Ta bort tomma rader och kolumner eller dela upp filen.",
    "The sheet has too many cells. Remove empty rows and columns or split the file.",
)

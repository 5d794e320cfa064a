"""Reads a sheet of payment claims: each line is a claim or is left out with every reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hankekori.core.cells import IDENTITY_CODE, Cell, CellFault, cell_text, is_empty
from hankekori.core.identity_codes import contains_identity_code
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.exchange.claim_columns import (
    CELL_ERRORS,
    CLAIM_COLUMNS,
    ClaimColumn,
    find_claim_column,
    read_claim_cell,
)
from hankekori.exchange.spreadsheets import Sheet, SpreadsheetError

_FEWEST_HEADINGS = 2
_HEADINGS_WITHIN = 20  # rows
_LONGEST_SHOWN = 100  # characters of a faulty cell


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim of the sheet; values are texts by field, an empty cell of a column there is, is empty."""

    row: int
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """The lines that could be read and the faults of the others; rows without anything are not counted."""

    lines: tuple[ClaimLine, ...]
    faults: tuple[CellFault, ...]


def read_claims(sheets: Sequence[Sheet]) -> ClaimReading:
    """Read the first sheet with a heading row; raises SpreadsheetError when there is none or a column is missing."""
    for sheet in sheets:
        for at, row in enumerate(sheet.rows[:_HEADINGS_WITHIN]):
            columns = {place: found for place, cell in enumerate(row) if (found := find_claim_column(cell_text(cell)))}
            if len(columns) >= _FEWEST_HEADINGS:
                return _read(sheet, at, columns)
    raise SpreadsheetError(_NO_HEADINGS)


def _read(sheet: Sheet, heading_row: int, columns: Mapping[int, ClaimColumn]) -> ClaimReading:
    present = {column.field for column in columns.values()}
    if missing := [column.heading for column in CLAIM_COLUMNS if column.is_needed and column.field not in present]:
        names = {each: ", ".join(heading.in_language(each) for heading in missing) for each in LANGUAGES}
        said = (_MISSING.in_language(each).format(names=names[each]) for each in LANGUAGES)
        raise SpreadsheetError(Translated(*said))
    lines: list[ClaimLine] = []
    faults: list[CellFault] = []
    for number, cells in enumerate(sheet.rows[heading_row + 1 :], heading_row + 2):
        if all(is_empty(cell) for cell in cells):
            continue
        values, found = _read_row(number, cells, columns)
        faults += found
        if not found:
            lines.append(ClaimLine(number, values))
    return ClaimReading(tuple(lines), tuple(faults))


def _read_row(
    number: int, cells: Sequence[Cell], columns: Mapping[int, ClaimColumn]
) -> tuple[dict[str, str], list[CellFault]]:
    """Read a row; an identity code anywhere in it, in a cell of no column too, refuses the row and is not repeated."""
    for place, cell in enumerate(cells):
        if contains_identity_code(cell_text(cell)):
            return {}, [CellFault(number, place, "", IDENTITY_CODE, _REMOVE)]
    values: dict[str, str] = {}
    faults = []
    for place, column in columns.items():
        cell = cells[place] if place < len(cells) else None
        try:
            values[column.field] = "" if is_empty(cell) else read_claim_cell(column.kind, cell)
        except CELL_ERRORS as error:
            faults.append(CellFault(number, place, cell_text(cell)[:_LONGEST_SHOWN], error.message, _CORRECT))
    return values, [*faults, *_empty(number, values, columns)]


def _empty(number: int, values: Mapping[str, str], columns: Mapping[int, ClaimColumn]) -> Iterator[CellFault]:
    for place, column in columns.items():
        if column.is_needed and values.get(column.field) == "":
            yield CellFault(number, place, "", _EMPTY, _FILL)


_NO_HEADINGS = Translated(
    "Taulukosta ei löydy otsikkoriviä. Käytä pohjana luetteloa, jonka voi ladata tältä sivulta.",
    "Tabellen saknar rubrikrad. Använd som mall listan som kan laddas ner på den här sidan.",
    "The sheet has no heading row. Use the list that this page offers as a template.",
)
_MISSING = Translated(
    "Taulukosta puuttuu sarake: {names}. Käytä pohjana luetteloa, jonka voi ladata tältä sivulta.",
    "Tabellen saknar en kolumn: {names}. Använd som mall listan som kan laddas ner på den här sidan.",
    "The sheet lacks a column: {names}. Use the list that this page offers as a template.",
)
_REMOVE = Translated(
    "Poista se. Henkilötunnuksia ei tallenneta mihinkään.",
    "Ta bort den. Personbeteckningar sparas ingenstans.",
    "Remove it. Personal identity codes are not stored anywhere.",
)
_CORRECT = Translated("Korjaa solu.", "Rätta cellen.", "Correct the cell.")
_EMPTY = Translated("Solu on tyhjä.", "Cellen är tom.", "The cell is empty.")
_FILL = Translated("Täytä se.", "Fyll i den.", "Fill it in.")

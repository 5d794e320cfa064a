"""Reads the cells of a spreadsheet as our fields; every faulty cell is named with what is wrong and what to do."""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from hankekori.core.business_ids import read_business_id
from hankekori.core.columns import PROJECT_COLUMNS, Column, ColumnKind
from hankekori.core.identity_codes import contains_identity_code, mask_identity_codes
from hankekori.core.money import AmountError, DateError, parse_amount, parse_date
from hankekori.core.texts import Translated

type Cell = str | float | bool | date | datetime | time | timedelta | None
type Value = str | int | date | tuple[str, ...]

_PROJECT_CODE = re.compile(r"[A-Z][0-9]{4,9}")
_MOST_EUROS = 999_999_999_999
_PROJECT_KINDS = {
    "basket": (
        "rakennerahastohanke",
        "hankekorin hanke",
        "strukturfondsprojekt",
        "structural funds project",
        "basket project",
        "basket",
    ),
    "other": ("muu", "muu hanke", "annat projekt", "annat", "other project", "other"),
    "employment": (
        "työllisyysperusteinen",
        "sysselsättningsbaserat",
        "sysselsättningsbaserad",
        "employment based",
        "employment",
    ),
    "business_policy": (
        "elinkeinopoliittinen",
        "näringspolitiskt",
        "näringspolitisk",
        "business policy",
        "business_policy",
    ),
}
_KIND_OF_WORD = {word: kind for kind, words in _PROJECT_KINDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class CellFault:
    """One cell that could not be read; rows from 1 and columns from 0, as in the sheet."""

    row: int
    column: int
    found: str
    wrong: Translated
    advice: Translated


@dataclass(frozen=True, slots=True)
class SheetRow:
    """The values of one row by field; a field whose cell is empty is absent."""

    row: int
    values: dict[str, Value]


@dataclass(frozen=True, slots=True)
class SheetReading:
    rows: tuple[SheetRow, ...]  # rows without a fault
    faults: tuple[CellFault, ...]
    faulty_rows: tuple[int, ...]


class _CellError(Exception):
    def __init__(self, wrong: Translated, advice: Translated) -> None:
        super().__init__(wrong.en)
        self.wrong = wrong
        self.advice = advice


def read_rows(
    rows: tuple[tuple[Cell, ...], ...],
    mapping: dict[int, str],
    *,
    heading_row: int,
    columns: tuple[Column, ...] = PROJECT_COLUMNS,
) -> SheetReading:
    """Read the rows below the heading row; a row with a fault gives its faults and no values."""
    by_index = {index: next(column for column in columns if column.field == field) for index, field in mapping.items()}
    read: list[SheetRow] = []
    faults: list[CellFault] = []
    for number, cells in enumerate(rows[heading_row + 1 :], heading_row + 2):
        if all(is_empty(cell) for cell in cells):
            continue
        values, row_faults = _read_row(number, cells, by_index)
        row_faults = row_faults or _check_row(number, values, mapping)
        faults += row_faults
        if not row_faults:
            read.append(SheetRow(number, values))
    faults += _repeated_codes(read, mapping)
    faulty = {fault.row for fault in faults}
    return SheetReading(tuple(row for row in read if row.row not in faulty), tuple(faults), tuple(sorted(faulty)))


def is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def cell_text(cell: Cell) -> str:
    """Write a cell as a person sees it: 5 rather than 5.0, a day without its midnight."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell).strip()


def _read_row(
    number: int, cells: tuple[Cell, ...], by_index: dict[int, Column]
) -> tuple[dict[str, Value], list[CellFault]]:
    values: dict[str, Value] = {}
    faults = []
    for index, cell in enumerate(cells):
        if is_empty(cell):
            continue
        try:
            _refuse_identity_code(cell)
            if column := by_index.get(index):
                values[column.field] = _value(cell, column)
        except _CellError as error:
            found = mask_identity_codes(cell_text(cell))
            faults.append(CellFault(number, index, found, error.wrong, error.advice))
    return values, faults


def _value(cell: Cell, column: Column) -> Value:
    if column.kind is ColumnKind.DATE:
        return _day(cell)
    if column.kind is ColumnKind.EUROS:
        return _whole_euros(cell)
    text = cell_text(cell)
    if column.kind is ColumnKind.NAMES:
        return tuple(name for part in re.split(r"[,;\n]", text) if (name := part.strip()))
    read = _READERS.get(column.kind)
    return read(text) if read else _text(text, column)


def _text(text: str, column: Column) -> str:
    if column.longest and len(text) > column.longest:
        raise _CellError(_TOO_LONG.filled(count=len(text)), _SHORTEN.filled(count=column.longest))
    return text


def _day(cell: Cell) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if not isinstance(cell, str):
        raise _CellError(_NUMBER_NOT_DATE, _FORMAT_AS_DATE)
    try:
        return parse_date(cell)
    except DateError as error:
        raise _CellError(error.message, _CORRECT_DATE) from None


def _whole_euros(cell: Cell) -> int:
    amount = _amount(cell)
    if amount != int(amount):
        raise _CellError(_CENTS, _ROUND_YOURSELF)
    if abs(amount) > _MOST_EUROS:
        raise _CellError(_TOO_MUCH, _WRITE_AMOUNT)
    return int(amount)


def _amount(cell: Cell) -> Decimal:
    if isinstance(cell, str):
        try:
            return parse_amount(cell)
        except AmountError as error:
            raise _CellError(error.message, _WRITE_AMOUNT) from None
    if isinstance(cell, bool) or not isinstance(cell, (int, float)) or not math.isfinite(cell):
        raise _CellError(_NOT_AN_AMOUNT, _WRITE_AMOUNT)
    return Decimal(cell) if isinstance(cell, int) else Decimal(f"{cell:.2f}")


def _project_code(text: str) -> str:
    code = text.upper().replace(" ", "")
    if not _PROJECT_CODE.fullmatch(code):
        raise _CellError(_NO_CODE, _WRITE_CODE)
    return code


def _business_id(text: str) -> str:
    business_id = read_business_id(text)
    if business_id is None:
        raise _CellError(_NO_BUSINESS_ID, _WRITE_BUSINESS_ID)
    return business_id


def _project_kind(text: str) -> str:
    kind = _KIND_OF_WORD.get(" ".join(text.casefold().replace("-", " ").split()))
    if kind is None:
        raise _CellError(_NO_KIND, _WRITE_KIND)
    return kind


_READERS: dict[ColumnKind, Callable[[str], str]] = {
    ColumnKind.PROJECT_CODE: _project_code,
    ColumnKind.BUSINESS_ID: _business_id,
    ColumnKind.PROJECT_KIND: _project_kind,
}


def _refuse_identity_code(cell: Cell) -> None:
    if isinstance(cell, str) and contains_identity_code(cell):
        raise _CellError(IDENTITY_CODE, _REMOVE_IDENTITY_CODE)


def _check_row(number: int, values: dict[str, Value], mapping: dict[int, str]) -> list[CellFault]:
    columns = {field: index for index, field in mapping.items()}
    if "name" not in values and "code" not in values:
        return [CellFault(number, columns.get("name", min(columns.values(), default=0)), "", _NAMELESS, _WRITE_NAME)]
    start, end = values.get("start"), values.get("end")
    if isinstance(start, date) and isinstance(end, date) and end < start:
        return [CellFault(number, columns["end"], end.isoformat(), _ENDS_FIRST, _CHECK_DATES)]
    return []


def _repeated_codes(rows: list[SheetRow], mapping: dict[int, str]) -> list[CellFault]:
    columns = {field: index for index, field in mapping.items()}
    first_rows: dict[Value, int] = {}
    faults = []
    for row in rows:
        code = row.values.get("code")
        if code is None:
            continue
        first = first_rows.setdefault(code, row.row)
        if first != row.row:
            faults.append(CellFault(row.row, columns["code"], str(code), _REPEATED.filled(row=first), _KEEP_ONE))
    return faults


_NUMBER_NOT_DATE = Translated(
    "Solussa on luku, ei päivämäärä.",
    "Cellen innehåller ett tal, inte ett datum.",
    "The cell holds a number, not a date.",
)
_FORMAT_AS_DATE = Translated(
    "Muotoile solu päivämääräksi tai kirjoita päivä, esimerkiksi 1.5.2009.",
    "Formatera cellen som datum eller skriv dagen, till exempel 1.5.2009.",
    "Format the cell as a date or write the day, for example 1.5.2009.",
)
_CORRECT_DATE = Translated(
    "Korjaa päivä tai tyhjennä solu.", "Rätta dagen eller töm cellen.", "Correct the day or empty the cell."
)
_NOT_AN_AMOUNT = Translated(
    "Solussa ei ole rahamäärää.", "Cellen innehåller inget belopp.", "The cell holds no amount."
)
_WRITE_AMOUNT = Translated(
    "Kirjoita täysiä euroja, esimerkiksi 194 225.",
    "Skriv hela euro, till exempel 194 225.",
    "Write whole euros, for example 194 225.",
)
_CENTS = Translated("Summassa on senttejä.", "Beloppet innehåller cent.", "The amount has cents.")
_TOO_MUCH = Translated("Summa on liian suuri.", "Beloppet är för stort.", "The amount is too large.")
_ROUND_YOURSELF = Translated(
    "Pyöristä täysiin euroihin niin kuin lähteessä.",
    "Avrunda till hela euro såsom i källan.",
    "Round to whole euros as in the source.",
)
_NO_CODE = Translated(
    "Hankekoodi ei ole oikeaa muotoa.",
    "Projektkoden har inte rätt form.",
    "The project code does not have the right form.",
)
_WRITE_CODE = Translated(
    "Koodi on iso kirjain ja 4–9 numeroa, esimerkiksi S11010. Jätä tyhjäksi, jos koodia ei ole.",
    "Koden är en stor bokstav och 4–9 siffror, till exempel S11010. Lämna tomt om koden saknas.",
    "The code is a capital letter and 4–9 digits, for example S11010. Leave empty if there is no code.",
)
_NO_BUSINESS_ID = Translated(
    "Y-tunnuksen muoto tai tarkistusnumero on väärä.",
    "FO-numrets form eller kontrollsiffra är fel.",
    "The form or check digit of the business ID is wrong.",
)
_WRITE_BUSINESS_ID = Translated(
    "Tarkista tunnus; sen muoto on 1234567-8.",
    "Kontrollera numret; formen är 1234567-8.",
    "Check the ID; its form is 1234567-8.",
)
_NO_KIND = Translated("Hankkeen lajia ei tunneta.", "Projektets slag är okänt.", "The kind of project is not known.")
_WRITE_KIND = Translated(
    "Kirjoita rakennerahastohanke, muu hanke, työllisyysperusteinen tai elinkeinopoliittinen.",
    "Skriv strukturfondsprojekt, annat projekt, sysselsättningsbaserat eller näringspolitiskt.",
    "Write Structural Funds project, other project, employment-based or business policy.",
)
IDENTITY_CODE = Translated(
    "Solussa on henkilötunnus.", "Cellen innehåller en personbeteckning.", "The cell holds a personal identity code."
)
_REMOVE_IDENTITY_CODE = Translated(
    "Poista se. Henkilötunnuksia ei tallenneta.",
    "Ta bort den. Personbeteckningar sparas inte.",
    "Remove it. Personal identity codes are not stored.",
)
_NAMELESS = Translated(
    "Rivillä ei ole hankkeen nimeä eikä koodia.",
    "Raden har varken projektets namn eller kod.",
    "The row has neither the name nor the code of a project.",
)
_WRITE_NAME = Translated("Kirjoita hankkeen nimi.", "Skriv projektets namn.", "Write the project's name.")
_ENDS_FIRST = Translated(
    "Hanke päättyy ennen kuin se alkaa.", "Projektet slutar innan det börjar.", "The project ends before it begins."
)
_CHECK_DATES = Translated(
    "Tarkista alkamis- ja päättymispäivä.", "Kontrollera start- och slutdatum.", "Check the start and end dates."
)
_REPEATED = Translated(
    "Sama koodi on jo rivillä {row}.", "Samma kod finns redan på rad {row}.", "The same code is already on row {row}."
)
_KEEP_ONE = Translated("Jätä riveistä vain yksi.", "Behåll bara en av raderna.", "Keep only one of the rows.")
_TOO_LONG = Translated(
    "Tekstissä on {count} merkkiä.", "Texten har {count} tecken.", "The text has {count} characters."
)
_SHORTEN = Translated(
    "Lyhennä enintään {count} merkkiin.",
    "Förkorta till högst {count} tecken.",
    "Shorten it to at most {count} characters.",
)

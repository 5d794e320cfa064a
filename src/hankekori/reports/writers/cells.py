"""How a cell reads: the same words and numbers in every format."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from hankekori.charts.lights import LOOKS
from hankekori.charts.wording import decimals_of
from hankekori.core.figures import ValueState
from hankekori.core.money import format_date, format_euros, format_number
from hankekori.reports.document import Cell, Column, ColumnKind, Table, Total, totals
from hankekori.reports.writers import wording
from hankekori.reports.writers.layout import spans_of

_ROWS_LOOKED_AT = 200


def written_value(cell: Cell, kind: ColumnKind, language: str, *, decimals: int | None = None) -> str:
    """Write the value, or the mark of its state; a light is not in it."""
    if cell.state is not ValueState.REPORTED:
        return wording.STATE_MARKS[cell.state].in_language(language)
    match cell.value:
        case None:
            return ""
        case date():
            return format_date(cell.value, language)
        case int() | Decimal() if kind == "money":
            return format_euros(Decimal(cell.value), language)
        case int() | Decimal():
            return format_number(Decimal(cell.value), language, decimals=_decimals(cell.value, decimals))
        case _:
            return cell.value


def written_light(cell: Cell, language: str) -> str:
    """Write the light as shape and word, or nothing."""
    return LOOKS[cell.light].in_words(language) if cell.light else ""


def written_cell(cell: Cell, column: Column, language: str) -> str:
    """Write value and light in one line."""
    value = written_value(cell, column.kind, language, decimals=column.decimals)
    return " ".join(part for part in (value, written_light(cell, language)) if part)


def written_totals(table: Table, language: str) -> tuple[str, ...]:
    """Write the last row of a table: the sums, with the word for them in the first column that has none."""
    if not table.has_totals:
        return ()
    sums = totals(table)
    name_at = sums.index(None) if None in sums else -1
    return tuple(
        wording.TOTAL.in_language(language) if index == name_at else _written_total(total, column, language)
        for index, (total, column) in enumerate(zip(sums, table.columns, strict=True))
    )


def notes_of(table: Table, language: str) -> tuple[str, ...]:
    """Give what stands under a table: its note, what the sums leave out, and what the marks mean."""
    found = (table.note, _left_out(table, language), _meaning_of_marks(table, language))
    return tuple(note for note in found if note)


def longest_texts(table: Table, language: str) -> tuple[int, ...]:
    """Count the characters each column needs, judged by its first rows, its sum and the longest word of its heading."""
    sums = written_totals(table, language) or ("",) * len(table.columns)
    return tuple(
        max(
            len(sums[index]),
            *(len(word) for word in column.heading_with_unit.split() or [""]),
            *map(len, _cells_in(table, index, language)),
        )
        for index, column in enumerate(table.columns)
    )


def longest_words(table: Table, language: str) -> tuple[int, ...]:
    """Count the characters of the longest word of each column, which a narrow column would break."""
    return tuple(
        max(
            len(word)
            for text in (column.heading_with_unit, *_cells_in(table, index, language))
            for word in _words(text)
        )
        for index, column in enumerate(table.columns)
    )


def _cells_in(table: Table, index: int, language: str) -> list[str]:
    """Write the first cells of a column; the name of a group that goes on over other columns is left out."""
    rows = (row for row in table.rows[:_ROWS_LOOKED_AT] if spans_of(row)[index] == 1)
    return [written_cell(row.cells[index], table.columns[index], language) for row in rows]


def _words(text: str) -> list[str]:
    return re.split(r"[ \n/]", text)  # a space that does not break parts no word


def _decimals(value: int | Decimal, wanted: int | None) -> int:
    return decimals_of(value) if wanted is None else wanted


def _written_total(total: Total | None, column: Column, language: str) -> str:
    return "" if total is None else written_value(Cell(total.value), column.kind, language, decimals=column.decimals)


def _left_out(table: Table, language: str) -> str:
    columns = [
        f"{column.heading} {total.left_out}"
        for column, total in zip(table.columns, totals(table), strict=True)
        if total and total.left_out
    ]
    return wording.LEFT_OUT.in_language(language).format(columns=", ".join(columns)) if columns else ""


def _meaning_of_marks(table: Table, language: str) -> str:
    used = {cell.state for row in table.rows for cell in row.cells}
    shown = _in_order(used, (ValueState.NOT_MEASURED, ValueState.NOT_APPLICABLE))
    return " · ".join(
        f"{wording.STATE_MARKS[state].in_language(language)} {wording.STATE_WORDS[state].in_language(language)}"
        for state in shown
    )


def _in_order(used: set[ValueState], order: Iterable[ValueState]) -> list[ValueState]:
    return [state for state in order if state in used]

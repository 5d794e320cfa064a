"""One cell into a sheet: numbers as numbers, dates as dates, and no text ever as a formula or a link."""

from datetime import date
from decimal import Decimal
from typing import Any

from hankekori.charts.glyphs import printable
from hankekori.charts.lights import LOOKS
from hankekori.charts.wording import decimals_of
from hankekori.core.figures import ValueState
from hankekori.core.texts import Language
from hankekori.reports.document import Cell, Column
from hankekori.reports.writers import wording
from hankekori.reports.writers.xlsx_formats import Formats

_NUMBERS = (int, Decimal)
_LONGEST_TEXT = 32_767  # characters in one cell of the format


class CellWriter:
    """Writes the cells of one column."""

    def __init__(self, sheet: Any, column: Column, formats: Formats, language: Language) -> None:  # noqa: ANN401 - xlsxwriter publishes no types
        self._sheet = sheet
        self._column = column
        self._is_state = column.kind == "state"
        self._part_of_whole = 100 if column.kind == "percent" else 1
        self._decimals = 0 if column.kind == "money" else column.decimals
        self._formats = formats
        self._mark = formats.named("number mark" if column.is_numeric else "mark")
        self._marks = {state: mark.in_language(language) for state, mark in wording.STATE_MARKS.items()}
        self._lights = {light: (look.in_words(language), formats.light(look.colour)) for light, look in LOOKS.items()}
        self._looks: dict[tuple[int, bool], Any] = {}  # (decimals, bold) -> format

    def write(self, row: int, place: int, cell: Cell, *, bold: bool = False) -> None:
        value = cell.value
        if self._is_state and cell.light:
            words, look = self._lights[cell.light]
            self._sheet.write_string(row, place, sheet_text(f"{cell.value or ''} {words}".strip()), look)
        elif cell.state is not ValueState.REPORTED:
            self._sheet.write_string(row, place, self._marks[cell.state], self._mark)
        elif isinstance(value, str):
            self._sheet.write_string(row, place, sheet_text(value), self._look(0, bold=bold))
        elif isinstance(value, _NUMBERS):
            self._sheet.write_number(row, place, self.number(value), self._look(self.decimals(value), bold=bold))
        elif isinstance(value, date):
            self._sheet.write_datetime(row, place, value, self._look(0, bold=bold))
        else:
            self._sheet.write_blank(row, place, None, self._look(0, bold=bold))

    def write_light(self, row: int, place: int, cell: Cell) -> None:
        if cell.light:
            self._sheet.write_string(row, place, *self._lights[cell.light])

    def number(self, value: int | Decimal) -> float:
        """Give the number a spreadsheet holds: a share of one instead of per cent."""
        return float(value) / self._part_of_whole

    def decimals(self, value: int | Decimal) -> int:
        if self._decimals is not None:
            return self._decimals
        return 0 if isinstance(value, int) else decimals_of(value)

    def _look(self, decimals: int, *, bold: bool) -> Any:  # noqa: ANN401 - xlsxwriter publishes no types
        found = self._looks.get((decimals, bold))
        if found is None:
            found = self._looks[decimals, bold] = self._formats.value(self._column.kind, decimals, bold=bold)
        return found


def sheet_text(text: str) -> str:
    """Give text as a cell can hold it."""
    return printable(text)[:_LONGEST_TEXT]

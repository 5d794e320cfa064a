"""The cell formats of the workbook, each made once."""

from functools import cache
from typing import Any

from hankekori.reports.document import ColumnKind

_SOFT = "#55606D"
_NUMBERS = {"number": "#,##0", "money": "#,##0", "percent": "0"}
_HEADING = {"bold": True, "bottom": 2, "bottom_color": _SOFT, "text_wrap": True, "valign": "bottom"}
_NAMED: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 14},
    "section": {"bold": True, "font_size": 12},
    "heading": _HEADING,
    "number heading": {**_HEADING, "align": "right"},
    "text": {"valign": "top"},
    "strong": {"bold": True},
    "soft": {"font_color": _SOFT},
    "note": {"font_color": _SOFT, "text_wrap": True, "valign": "top"},
    "link": {"font_color": "#0A5A63", "underline": 1},
    "total name": {"bold": True, "top": 1},
    "mark": {"font_color": _SOFT, "valign": "top"},
    "number mark": {"font_color": _SOFT, "valign": "top", "align": "right"},
}


class Formats:
    """Formats by what they are for; the spreadsheet shows separators as its own user's language does."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 - xlsxwriter publishes no types
        self._book = book
        self.named = cache(self._named)
        self.value = cache(self._value)
        self.light = cache(self._light)

    def _named(self, name: str) -> Any:  # noqa: ANN401 - xlsxwriter publishes no types
        return self._book.add_format(_NAMED[name])

    def _value(self, kind: ColumnKind, decimals: int, *, bold: bool = False, total: bool = False) -> Any:  # noqa: ANN401 - xlsxwriter publishes no types
        look: dict[str, Any] = {"valign": "top", "bold": bold or total, "top": int(total)}
        if kind in {"text", "state"}:
            return self._book.add_format({**look, "text_wrap": True})
        aligned = {"align": "left"} if kind == "date" else {}
        return self._book.add_format({**look, **aligned, "num_format": _number_format(kind, decimals)})

    def _light(self, colour: str) -> Any:  # noqa: ANN401 - xlsxwriter publishes no types
        return self._book.add_format({"bold": True, "font_color": colour.upper(), "valign": "top"})


def _number_format(kind: ColumnKind, decimals: int) -> str:
    if kind == "date":
        return "d.m.yyyy"
    places = f".{'0' * decimals}" if decimals else ""
    return f"{_NUMBERS[kind]}{places}{'%' if kind == 'percent' else ''}"

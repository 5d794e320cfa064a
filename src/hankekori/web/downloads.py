"""Any table as a file for people: CSV that a Finnish Excel opens as it is, XLSX or ODS."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from django.http import Http404, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.core.figures import Figure, ValueState
from hankekori.core.money import format_date
from hankekori.core.texts import Translated
from hankekori.web.opendocument import ODS_TYPE, ods_bytes
from hankekori.web.tables import Column, Plain

XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CENTS = 2  # decimals
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
Rows = Iterable[Sequence[Any]]


def table_response(name: str, columns: Sequence[Column], rows: Rows, file_format: str) -> HttpResponse:
    """Answer with the table as name.csv, name.xlsx or name.ods; any other format is not found."""
    if file_format == "csv":
        body, kind = csv_bytes(columns, rows), "text/csv; charset=utf-8"
    elif file_format == "xlsx":
        body, kind = xlsx_bytes(columns, rows, sheet=name), XLSX_TYPE
    elif file_format == "ods":
        body, kind = ods_bytes(columns, ([plain(content) for content in row] for row in rows), sheet=name), ODS_TYPE
    else:
        raise Http404
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{_safe_name(name)}.{file_format}"'
    return response


def csv_bytes(columns: Sequence[Column], rows: Rows) -> bytes:
    """Write the excel-fi profile: semicolons, comma decimals, days d.m.yyyy, byte order mark."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_harmless(column.heading) for column in columns])
    writer.writerows([_csv_text(plain(content)) for content in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def xlsx_bytes(columns: Sequence[Column], rows: Rows, *, sheet: str) -> bytes:
    """Write a workbook of one sheet: frozen heading, filter buttons, real numbers and dates."""
    out = BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, options) as book:
        page = book.add_worksheet(_sheet_name(sheet))
        formats = [book.add_format({"num_format": _number_format(column), "valign": "top"}) for column in columns]
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 2})
        for at, column in enumerate(columns):
            page.set_column(at, at, 14 if column.is_number or column.kind == "day" else 36)
            page.write_string(0, at, column.heading, bold)
        page.freeze_panes(1, 1)
        last = 0
        for last, row in enumerate(rows, start=1):
            _write_row(page, last, row, formats)
        page.autofilter(0, 0, max(last, 1), len(columns) - 1)
    return out.getvalue()


def plain(content: Any) -> Plain:  # noqa: ANN401 - a table holds every kind of value
    """Turn a cell into what a file can hold; a value that is not there is said in words."""
    if isinstance(content, Figure):
        return content.value if content.value is not None else _value_word(content.state)
    if isinstance(content, Translated):
        return content.in_language(get_language() or "fi")
    if isinstance(content, bool):
        return _("kyllä") if content else _("ei")
    if isinstance(content, float):
        return Decimal(str(content))
    return _without_clock(content)


def _without_clock(content: object) -> Plain:
    if isinstance(content, datetime):
        return content.date()
    return content if content is None or isinstance(content, (int, Decimal, date)) else str(content)


def _write_row(page: xlsxwriter.worksheet.Worksheet, at: int, row: Sequence[Any], formats: Sequence[Any]) -> None:
    for column, content in enumerate(row):
        value = plain(content)
        if isinstance(value, str):
            page.write_string(at, column, value, formats[column])
        elif isinstance(value, date):
            page.write_datetime(at, column, datetime(value.year, value.month, value.day), formats[column])  # noqa: DTZ001 - a cell has no zone
        elif value is not None:
            page.write_number(at, column, float(value), formats[column])


def _csv_text(value: Plain) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return format_date(value, "fi")
    if isinstance(value, Decimal):
        return _decimal_text(value)
    return str(value) if isinstance(value, int) else _harmless(value)


def _decimal_text(value: Decimal) -> str:
    """Write a number without the zeros that a computed value trails; cents stay."""
    text = f"{value:f}"
    return (text if len(text.partition(".")[2]) <= _CENTS else text.rstrip("0").rstrip(".")).replace(".", ",")


def _harmless(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _number_format(column: Column) -> str:
    if column.kind == "day":
        return "d.m.yyyy"
    digits = f".{'0' * column.decimals}" if column.decimals else ""
    return f"#,##0{digits}" if column.is_number else "General"


def _value_word(state: ValueState) -> str:
    words = {
        ValueState.NOT_MEASURED: _("ei vielä mitattu"),
        ValueState.NOT_APPLICABLE: _("ei koske"),
        ValueState.MISSING: _("tieto puuttuu"),
    }
    return words.get(state, "")


def _safe_name(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "-", name).strip("-") or "taulukko"


def _sheet_name(name: str) -> str:
    return re.sub(r"[\[\]:*?/\\']", "", name)[:31] or "taulukko"

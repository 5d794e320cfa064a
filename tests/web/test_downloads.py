from datetime import date
from decimal import Decimal
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from django.http import Http404
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, reported
from hankekori.core.texts import Translated
from hankekori.web.downloads import csv_bytes, table_response, xlsx_bytes
from hankekori.web.opendocument import ods_bytes
from hankekori.web.tables import Column

COLUMNS = [
    Column(key="name", label="Nimi"),
    Column(key="money", label="Myönnetty", kind="amount", unit="euroa"),
    Column(key="start", label="Alkaa", kind="day"),
    Column(key="jobs", label="Työpaikat", kind="number"),
]
ROWS = [
    ["Uudet urat", Decimal("194225.50"), date(2009, 5, 1), reported(Decimal(0))],
    [Translated(fi="Hakku; lapio", sv="Hacka"), None, None, NOT_MEASURED],
    ['=HYPERLINK("https://example.org")', 5, date(2010, 1, 2), MISSING],
    ["-2+3", -7, None, NOT_APPLICABLE],
]


def test_csv_opens_in_a_finnish_excel_as_it_is():
    assert csv_bytes(COLUMNS, ROWS).decode("utf-8").split("\r\n") == [
        "\ufeffNimi;Myönnetty, euroa;Alkaa;Työpaikat",
        "Uudet urat;194225,50;1.5.2009;0",
        '"Hakku; lapio";;;ei vielä mitattu',
        '"\'=HYPERLINK(""https://example.org"")";5;2.1.2010;tieto puuttuu',
        "'-2+3;-7;;ei koske",
        "",
    ]


def test_xlsx_keeps_numbers_days_and_texts():
    sheet = CalamineWorkbook.from_filelike(BytesIO(xlsx_bytes(COLUMNS, ROWS, sheet="Hankekori"))).get_sheet_by_index(0)
    assert sheet.to_python() == [
        ["Nimi", "Myönnetty, euroa", "Alkaa", "Työpaikat"],
        ["Uudet urat", 194225.5, date(2009, 5, 1), 0],
        ["Hakku; lapio", "", "", "ei vielä mitattu"],
        ['=HYPERLINK("https://example.org")', 5, date(2010, 1, 2), "tieto puuttuu"],
        ["-2+3", -7, "", "ei koske"],
    ]


def test_xlsx_holds_no_formula_and_no_link():
    with ZipFile(BytesIO(xlsx_bytes(COLUMNS, ROWS, sheet="Hankekori"))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_ods_keeps_numbers_days_and_texts():
    content = table_response("Hankekori", COLUMNS, ROWS, "ods").content
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    assert sheet.to_python() == [
        ["Nimi", "Myönnetty, euroa", "Alkaa", "Työpaikat"],
        ["Uudet urat", 194225.5, date(2009, 5, 1), 0],
        ["Hakku; lapio", "", "", "ei vielä mitattu"],
        ['=HYPERLINK("https://example.org")', 5, date(2010, 1, 2), "tieto puuttuu"],
        ["-2+3", -7, "", "ei koske"],
    ]


def test_ods_says_what_it_is_in_its_first_entry():
    with ZipFile(BytesIO(ods_bytes(COLUMNS, [], sheet="Hankekori"))) as package:
        first = package.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)


@given(st.text(max_size=40))
def test_any_text_goes_into_ods(text):
    content = ods_bytes([Column(key="a", label=text)], [[text], [5]], sheet=text)
    assert CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()[-1] == [5]


@given(st.text(max_size=40))
def test_no_text_begins_as_a_formula_in_csv(text):
    line = csv_bytes([Column(key="a", label="A")], [[text]]).decode("utf-8").removeprefix("\ufeffA\r\n")
    assert not line.strip('"').startswith(("=", "+", "-", "@", "\t"))


@pytest.mark.parametrize("file_format", ["csv", "xlsx", "ods"])
def test_table_response_is_a_file_with_a_plain_name(file_format):
    response = table_response("Hankekori: Heinola/€", COLUMNS, ROWS, file_format)
    assert response["Content-Disposition"] == f'attachment; filename="Hankekori-Heinola.{file_format}"'


def test_table_response_in_another_format_is_not_found():
    with pytest.raises(Http404):
        table_response("Hankekori", COLUMNS, ROWS, "pdf")

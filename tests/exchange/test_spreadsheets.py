"""xlsx, ods and csv files become cells; a faulty sheet comes back with its faults marked."""

import io
import zipfile
from datetime import date, datetime

import pytest

from hankekori.core.cells import read_rows
from hankekori.core.columns import find_heading_row, suggest_mapping
from hankekori.exchange.marked_workbooks import marked_workbook
from hankekori.exchange.spreadsheets import Sheet, SpreadsheetError, read_sheets
from tests.exchange.workbooks import HEADINGS, open_document_of, open_document_row, workbook_of


def test_workbook_is_read_with_types():
    (sheet,) = read_sheets("hankkeet.xlsx", workbook_of())

    assert sheet.name == "Hankkeet"
    assert sheet.rows[0] == HEADINGS
    assert sheet.rows[1][2] in {date(2009, 5, 1), datetime(2009, 5, 1)}
    assert sheet.rows[1][3] == 194225


def test_open_document_is_read():
    content = open_document_of(
        open_document_row("Koodi", "Nimi") + '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )

    assert read_sheets("hankkeet.ods", content)[0].rows[0][:2] == ("Koodi", "Nimi")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16"])
def test_csv_is_read_whatever_its_delimiter_and_encoding(delimiter, encoding):
    text = f'Koodi{delimiter}Nimi{delimiter}Määrä\r\nS11010{delimiter}"Työ{delimiter} ja ""taito"""{delimiter}\r\n'

    (sheet,) = read_sheets("hankkeet.csv", text.encode(encoding))

    assert sheet.rows == (("Koodi", "Nimi", "Määrä"), ("S11010", f'Työ{delimiter} ja "taito"', None))


@pytest.mark.parametrize(
    ("file_name", "content"),
    [("a.xlsx", b"not a workbook"), ("a.csv", b""), ("a.csv", b"a\0b"), ("a.xlsx", b"PK\x03\x04"), ("a.ods", b"")],
)
def test_unreadable_file_is_refused_with_a_sentence(file_name, content):
    with pytest.raises(SpreadsheetError) as refused:
        read_sheets(file_name, content)

    assert refused.value.message.fi


def test_workbook_that_claims_billions_of_cells_is_refused():
    with pytest.raises(SpreadsheetError, match="too many cells"):
        read_sheets("a.xlsx", _with_far_cell(workbook_of()))


def test_open_document_that_repeats_a_cell_without_end_is_refused():
    content = open_document_of(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" '
        'office:value-type="float" office:value="1"/></table:table-row>'
    )

    with pytest.raises(SpreadsheetError, match="too many cells"):
        read_sheets("a.ods", content)


def test_faulty_sheet_comes_back_with_its_faults_coloured_commented_and_listed():
    (sheet,) = read_sheets("hankkeet.xlsx", workbook_of())
    reading = read_rows(sheet.rows, suggest_mapping(sheet.as_texts()[0]), heading_row=0)

    content = marked_workbook(sheet, reading.faults)

    marked, listed = read_sheets("takaisin.xlsx", content)
    assert marked.rows == sheet.rows
    assert [row[0] for row in listed.rows] == ["Solu", "A3", "C3", "D3"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        comments = archive.read("xl/comments1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
        cells = archive.read("xl/worksheets/sheet1.xml").decode()
    assert [reference in comments for reference in ('ref="A3"', 'ref="C3"', 'ref="D3"', 'ref="B3"')] == [
        True,
        True,
        True,
        False,
    ]
    assert "FFFFD6CC" in styles
    assert "<f>" not in cells


def test_identity_code_is_masked_in_the_sheet_given_back():
    sheet = Sheet("a/b", (("Koodi", "Nimi"), ("S11010", "Malli 010594Y9021")))
    reading = read_rows(sheet.rows, {0: "code", 1: "name"}, heading_row=0)

    (marked, listed) = read_sheets("x.xlsx", marked_workbook(sheet, reading.faults, language="sv"))

    assert marked.rows[1] == ("S11010", "Malli ******-****")
    assert listed.rows[1][2] == "Cellen innehåller en personbeteckning."


def test_sheet_of_public_projects_has_no_fault(shared):
    content = (shared / "samples" / "heinola-projects-2007-2013.csv").read_bytes()
    (sheet,) = read_sheets("heinola.csv", content)
    heading_row = find_heading_row(sheet.as_texts())
    assert heading_row == 0

    reading = read_rows(sheet.rows, suggest_mapping(sheet.as_texts()[0]), heading_row=heading_row)

    assert reading.faults == ()
    assert sum(row.values["granted_eu_state"] for row in reading.rows) == 6_589_802
    assert sum(row.values["realised_public"] for row in reading.rows) == 8_320_243


def _with_far_cell(content: bytes) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(output, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                part = part.replace(b"</sheetData>", far)
            target.writestr(name, part)
    return output.getvalue()

"""XLSX: a sheet for each table, real numbers and dates, frozen headings, editable charts, the same bytes."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from python_calamine import CalamineWorkbook

from hankekori.charts.values import BulletBar, BulletBars, MunicipalityTiles, Tile
from hankekori.core.status import Light
from hankekori.reports.document import Cell, Column, Figure, Row, Table
from hankekori.reports.writers.xlsx import write_xlsx
from tests.reports.documents import HOSTILE, MISSING, NOT_MEASURED, documents, report, table


def opened(content):
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


def rows_of(content, name):
    return opened(content).get_sheet_by_name(name).to_python()


def part(content, name):
    return zipfile.ZipFile(io.BytesIO(content)).read(name).decode()


def charts_of(content):
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    return [part(content, name) for name in sorted(names) if name.startswith("xl/charts/chart")]


@pytest.fixture(scope="module")
def written():
    return write_xlsx(report())


def test_each_table_has_a_sheet_after_the_summary(written):
    assert opened(written).sheet_names == [
        "Yhteenveto", "Palkkien luvut", "Kehityksen luvut", "Hankekori", "Leveä taulukko",
    ]  # fmt: skip


def test_numbers_dates_and_shares_are_values(written):
    head, first, *_ = rows_of(written, "Hankekori")[2:]

    assert head == ["Hanke", "Alkaa", "Myönnetty, euroa", "Käytetty, %", "Työpaikat, kpl", "Tila"]
    assert first == ["Hanke 0", date(2009, 5, 1), 194225.0, pytest.approx(0.8664), 0.0, "● Tavoitteessa"]


def test_zero_not_measured_not_applicable_and_missing_look_different(written):
    assert [row[4] for row in rows_of(written, "Hankekori")[3:7]] == [0.0, "○", "–", "puuttuu"]


def test_a_light_beside_a_value_has_a_column_of_its_own(written):
    head, first, *_ = rows_of(written, "Palkkien luvut")[2:]

    assert head[:4] == ["Tavoite", "Tavoite, tila", "Nyt", "Tavoite"]
    assert first[1].startswith(("●", "■", "▲"))


def test_sums_are_formulas_with_their_value(written):
    xml = part(written, "xl/worksheets/sheet4.xml")

    assert "SUBTOTAL(109,C4:C7)" in xml
    assert rows_of(written, "Hankekori")[7][:3] == ["Yhteensä", "", 4 * 194225.0]


def test_headings_are_frozen_filtered_and_repeated_in_print(written):
    xml = part(written, "xl/worksheets/sheet4.xml")

    assert '<pane xSplit="1" ySplit="3"' in xml
    assert '<autoFilter ref="A3:F7"/>' in xml
    assert "Hankekori!$3:$3" in part(written, "xl/workbook.xml")


def test_wrapped_rows_are_tall_enough():
    one = Table("t", "T", (Column("n", "Nimi"),), (Row((Cell("pitkä sana " * 20),)), Row((Cell("lyhyt"),))))

    rows = re.findall(r"<row [^>]*>", part(write_xlsx(report(one)), "xl/worksheets/sheet2.xml"))
    heights = [re.search(r'ht="(\d+)"', row) for row in rows[2:4]]
    assert int(heights[0][1]) >= 60
    assert heights[1] is None


def test_the_summary_holds_title_marking_key_figures_and_links_to_the_tables(written):
    rows = rows_of(written, "Yhteenveto")

    assert [row[0] for row in rows[:3]] == [
        "Rakennemuutostyöryhmän raportti", "Heinolan seutu nousuun", "seurantatiedot ovat keksittyjä esimerkkejä",
    ]  # fmt: skip
    figures = [row for row in rows if row[0] in {"Uudet työpaikat", "Julkinen rahoitus", "Tunnettuus", "Tutkinnot"}]
    assert [row[1] for row in figures] == [61.0, 4812300.0, pytest.approx(0.43), "○"]
    assert "'Leveä taulukko'!A1" in part(written, "xl/worksheets/sheet1.xml")


def test_charts_are_the_spreadsheets_own(written):
    bars, line = charts_of(written)

    assert "<c:barChart>" in bars
    assert "<c:lineChart>" in line
    assert re.findall(r"<c:f>([^<]*)</c:f>", bars)[:2] == ["'Palkkien luvut'!$C$3", "'Palkkien luvut'!$A$4:$A$6"]
    assert "Palkit: uusia työpaikkoja 61, tavoite 155." in part(written, "xl/drawings/drawing1.xml")


def test_a_mark_is_not_drawn_as_zero():
    columns = (Column("n", "Nimi"), Column("now", "Nyt", "number"))
    rows = (Row((Cell("a"), Cell(5))), Row((Cell("b"), NOT_MEASURED)), Row((Cell("c"), Cell(0))))
    chart = BulletBars((BulletBar("a", 5, None, 10, "", Light.LATE),))
    figure = Figure("f", "F", "F", chart, Table("t", "T", columns, rows), ("now",))

    xml = part(write_xlsx(report(figure)), "xl/worksheets/sheet2.xml")
    assert re.findall(r'<c r="C(\d)"[^>]*><f>([^<]*)</f><v>([^<]*)</v>', xml) == [
        ("4", "B4", "5.0"),
        ("6", "B6", "0.0"),
    ]


def test_figures_of_different_units_are_drawn_as_shares_of_their_targets():
    columns = (Column("n", "Nimi"), Column("goal", "Tavoite", "number"), Column("now", "Nyt", "number"))
    rows = (
        Row((Cell("a"), Cell(200), Cell(50))),
        Row((Cell("b"), Cell(0), Cell(3))),
        Row((Cell("c"), MISSING, Cell(3))),
        Row((Cell("d"), Cell(Decimal("2.5")), Cell(Decimal(1)))),
    )
    chart = BulletBars((BulletBar("a", 50, None, 200, "", Light.LATE),))
    figure = Figure("f", "F", "F", chart, Table("t", "T", columns, rows), ("now",), share_of="goal")

    xml = part(write_xlsx(report(figure)), "xl/worksheets/sheet2.xml")
    assert re.findall(r'<c r="D(\d)"[^>]*><f>([^<]*)</f><v>([^<]*)</v>', xml) == [
        ("4", "C4/B4", "0.25"),
        ("7", "C7/B7", "0.4"),
    ]


def test_a_map_becomes_bars():
    columns = (Column("n", "Kunta"), Column("p", "Hankkeita", "number"))
    counted = Table("t", "T", columns, (Row((Cell("Heinola"), Cell(3))),))
    figure = Figure("f", "F", "F", MunicipalityTiles((Tile("Heinola", 0, 0, 3),)), counted, ("p",))

    assert "<c:barChart>" in charts_of(write_xlsx(report(figure)))[0]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "https://example.org", "{=1}", HOSTILE, "0012"])
def test_no_text_becomes_a_formula_a_link_or_a_number(text):
    content = write_xlsx(report(Table("t", "T", (Column("n", "Nimi"),), (Row((Cell(text),)),))))

    assert rows_of(content, "T")[3][0] == text
    assert "<f>" not in part(content, "xl/worksheets/sheet2.xml")
    assert "hyperlink" not in part(content, "xl/worksheets/sheet2.xml")


def test_tables_of_one_name_get_sheets_of_their_own():
    content = write_xlsx(report(table(1), table(1, table_id="toinen", caption="hankekori"), table(1, caption="[]:*?")))

    assert opened(content).sheet_names == ["Yhteenveto", "Hankekori", "hankekori 2", "4"]


@pytest.mark.parametrize(("language", "word"), [("fi", "Yhteensä"), ("sv", "Totalt"), ("en", "Total")])
def test_the_writers_own_words_are_in_the_documents_language(language, word):
    assert rows_of(write_xlsx(report(table(), language=language)), "Hankekori")[6][0] == word


def test_the_same_document_is_the_same_file(written):
    assert write_xlsx(report()) == written


@settings(max_examples=40)
@given(documents())
def test_any_text_can_be_written(document):
    sheets = opened(write_xlsx(document)).sheet_names

    assert len(sheets) == 1 + len(list(document.tables()))

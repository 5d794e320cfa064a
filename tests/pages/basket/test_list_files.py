"""The list as a file: what the screen shows, no more and no less."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook

from hankekori.core.columns import suggest_mapping
from tests import builders
from tests.pages.basket.test_list import ADDRESS, three  # noqa: F401 - the fixture


def sheet_of(response) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()


@pytest.mark.parametrize("file_format", ["xlsx", "ods"])
@pytest.mark.parametrize(
    "query", ["", "kori=in_basket", "jarjesta=-name", "sarake=fund&sarake=granted&jarjesta=granted", "haku=eiole"]
)
def test_a_workbook_has_the_rows_columns_and_order_of_the_screen(officer, three, file_format, query):  # noqa: F811
    screen = officer.get(f"{ADDRESS}?{query}").context
    rows = sheet_of(officer.get(f"{ADDRESS}?{query}&muoto={file_format}"))
    shown = [cell.column.heading for cell in screen["head"]]
    assert [heading for heading in rows[0] if heading != "Koodi"] == shown
    assert [row[0] for row in rows[1:]] == [row.project.name for row in screen["rows"]]
    assert [row[1] for row in rows[1:]] == [row.project.code or "" for row in screen["rows"]]


def test_a_csv_has_what_the_screen_shows(officer, three):  # noqa: F811
    text = officer.get(f"{ADDRESS}?sarake=start&sarake=granted&sarake=used&muoto=csv").content.decode("utf-8-sig")
    assert text.split("\r\n") == [
        "Hanke;Koodi;Alkaa;Myönnetty EU ja valtio, euroa;Käytetty, %",
        "uusi polku;A30001;1.1.2011;;",
        "Ässät;S20001;1.1.2010;1000;25",
        "Vetovoimaa;;;0;ei koske",
        "",
    ]


def test_a_file_holds_all_pages(officer, programme):
    for _ in range(103):
        builders.a_project(programme)
    assert len(sheet_of(officer.get(f"{ADDRESS}?muoto=xlsx&sivu=2"))) == 104


def test_amounts_and_days_are_numbers_and_days(officer, three):  # noqa: F811
    rows = sheet_of(officer.get(f"{ADDRESS}?sarake=start&sarake=granted&muoto=ods&haku=S20001"))
    assert rows[1] == ["Ässät", "S20001", date(2010, 1, 1), 1000.0]


def test_no_name_runs_as_a_formula(officer, programme):
    builders.a_project(programme, name='=HYPERLINK("https://example.org")', granted_eu_state=Decimal(1))
    assert "\"'=HYPERLINK" in officer.get(f"{ADDRESS}?muoto=csv").content.decode()


@pytest.mark.parametrize("file_format", ["pdf", "", "%00"])
def test_another_format_is_not_found(officer, three, file_format):  # noqa: F811
    assert officer.get(f"{ADDRESS}?muoto={file_format}").status_code == 404


def test_the_statements_of_a_file_do_not_grow(officer, programme, django_assert_num_queries):
    for _ in range(3):
        builders.a_project(programme)
    officer.get(f"{ADDRESS}?muoto=xlsx")
    with django_assert_num_queries(7):
        officer.get(f"{ADDRESS}?muoto=xlsx")
    for _ in range(47):
        builders.a_project(programme)
    with django_assert_num_queries(7):
        officer.get(f"{ADDRESS}?muoto=xlsx")


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_columns_of_an_exported_table_are_known_when_it_comes_back(officer, three, language):  # noqa: F811
    officer.cookies["django_language"] = language
    query = "sarake=granted&sarake=realised&sarake=planned_public&sarake=realised_public&muoto=csv"
    headings = officer.get(f"{ADDRESS}?{query}").content.decode("utf-8-sig").splitlines()[0].split(";")

    money = {"granted_eu_state", "realised_eu_state", "planned_public", "realised_public"}
    assert set(suggest_mapping(tuple(headings)).values()) == {"name", "code", *money}

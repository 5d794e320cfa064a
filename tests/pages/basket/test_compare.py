"""Projects side by side."""

import pytest

from tests import builders

ADDRESS = "/seutu/hankekori/vertaa/"


@pytest.fixture
def pair(programme, paths):
    other = builders.a_project(programme, code=None, name="Toinen", start=None)
    people, things = (builders.an_indicator(programme, name_fi=name) for name in ("Henkilöt", "Kohteet"))
    builders.a_project_plan(paths, people, 50)
    builders.a_ledger_entry(paths, people, 0)
    builders.a_project_plan(other, things, 3)
    builders.a_ledger_entry(other, people, None, state="not_measured")
    return paths, other


def rows_of(response) -> dict[str, list[str]]:
    """Give the rows of results with their cells in short: a number or a state."""
    return {
        row.column.label: [str(cell.total) if cell.is_reported else str(cell.state) for cell in row.cells]
        for row in response.context["rows"]
        if row.column.key.startswith(("planned-", "actual-"))
    }


def test_projects_stand_in_the_order_asked_by_code_or_id(officer, pair):
    paths, other = pair
    response = officer.get(ADDRESS, {"hanke": [str(other.pk), "S20009", "S20009"]})
    assert [project for _link, project in response.context["found"]] == [other, paths]


def test_zero_unmeasured_inapplicable_and_missing_stay_apart(officer, pair):
    _paths, other = pair
    response = officer.get(ADDRESS, {"hanke": ["S20009", str(other.pk)]})
    assert rows_of(response) == {
        "Henkilöt: suunniteltu": ["50.00", "missing"],
        "Henkilöt: toteutunut": ["0.00", "not_measured"],
        "Kohteet: suunniteltu": ["not_applicable", "3.00"],
        "Kohteet: toteutunut": ["not_applicable", "missing"],
    }


def test_the_file_says_what_the_page_says(officer, pair):
    _paths, other = pair
    text = officer.get(ADDRESS, {"hanke": ["S20009", str(other.pk)], "muoto": "csv"}).content.decode("utf-8-sig")
    lines = dict(line.split(";", 1) for line in text.split("\r\n") if line)
    assert lines["Tieto"] == "S20009 Polkuja työhön;Toinen"
    assert lines["Alkaa"] == "1.2.2010;tieto puuttuu"
    assert lines["Henkilöt: toteutunut, henkilöä"] == "0;ei vielä mitattu"


def test_what_is_unknown_or_too_much_is_said(officer, programme, pair):
    many = [builders.a_project(programme) for _ in range(8)]
    response = officer.get(ADDRESS, {"hanke": ["S99999", "%00", *(each.code for each in many)]})
    assert (response.context["asked"].unknown, response.context["asked"].left_out) == (("S99999", "%00"), 2)
    assert "Ohjelmassa ei ole hanketta: S99999" in response.content.decode()


@pytest.mark.parametrize("keys", [[], [""], ["\0"], ["1e9"], ["9" * 30], ["x" * 5000]])
def test_nothing_to_compare_says_how_to_begin(officer, pair, keys):
    response = officer.get(ADDRESS, {"hanke": keys})
    assert response.status_code == 200
    assert "Valitse verrattavat hankkeet" in response.content.decode()


@pytest.mark.parametrize("size", [1, 3, 6])
def test_the_same_statements_for_any_number_of_projects(officer, programme, django_assert_num_queries, size):
    measure, people = builders.a_measure(programme), builders.an_indicator(programme)
    projects = [builders.a_project(programme, measure) for _ in range(size)]
    for project in projects:
        builders.a_ledger_entry(project, people)
    officer.get(ADDRESS, {"hanke": [project.code for project in projects]})
    with django_assert_num_queries(11):
        officer.get(ADDRESS, {"hanke": [project.code for project in projects]})

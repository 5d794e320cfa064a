"""A project's page: its tabs and what they say."""

import re
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from hankekori.areas.projects.models import Funding
from tests import builders
from tests.pages.basket.conftest import DOCUMENT, described

ADDRESS = "/seutu/hankekori/S20009/"


def text_of(response) -> str:
    """Give the words of the page without its tags."""
    main = response.content.decode().partition("<main")[2]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def test_the_description_is_shown_as_it_was_read(officer, paths):
    text = text_of(officer.get(ADDRESS))
    assert "Projektin nimi Polkuja työhön" in text
    assert "Jokainen rivi ymmärrettiin." in text
    assert "Tietoja ei ole muutettu" in text


def test_what_was_changed_since_is_listed(officer, paths):
    paths.summary = "Toinen tiivistelmä."
    paths.save()
    response = officer.get(ADDRESS)
    assert [change.path for change in response.context["changed"]] == ["summary"]
    assert "Muutettu lukemisen jälkeen" in text_of(response)


def test_lines_nobody_understood_are_shown_with_their_numbers(officer, paths):
    described(paths, f"Outo rivi ennen otsikoita\n{DOCUMENT}", hour=10)
    text = text_of(officer.get(ADDRESS))
    assert "Outo rivi ennen otsikoita rivi 1" in text


def test_a_project_without_a_description_shows_what_is_known(officer, member, programme):
    builders.a_project(programme, code="S30001", name="Kuvaukseton", start=None, end=None)
    text = text_of(officer.get("/seutu/hankekori/S30001/"))
    assert "Toteuttaja puuttuu" in text
    assert "Virallinen kuvaus puuttuu" in text
    assert "Tuo kuvaus" in text
    assert "Tuo kuvaus" not in text_of(member.get("/seutu/hankekori/S30001/"))


# monitoring


@pytest.fixture
def indicators(programme, paths):
    """Return zero, not measured, not applicable and missing, one indicator each."""
    names = ("Nolla", "Mittaamaton", "Koskematon", "Puuttuva")
    zero, unmeasured, inapplicable, missing = (
        builders.an_indicator(programme, name_fi=name, position=place, counts_women=place == 0)
        for place, name in enumerate(names)
    )
    builders.a_project_plan(paths, zero, 10, women=4)
    builders.a_ledger_entry(paths, zero, 0, women=0)
    builders.a_ledger_entry(paths, unmeasured, None, state="not_measured")
    builders.a_ledger_entry(paths, inapplicable, None, state="not_applicable")
    builders.a_project_plan(paths, missing, 7)
    return zero, unmeasured, inapplicable, missing


def test_zero_unmeasured_inapplicable_and_missing_look_different(officer, indicators):
    page = officer.get(f"{ADDRESS}seuranta/").content.decode()
    shown = re.findall(r'<strong>(?:<span class="value (\w+)"[^>]*>.*?</span>|(\d+))</strong>', page, flags=re.DOTALL)
    assert shown == [("", "0"), ("not_measured", ""), ("not_applicable", ""), ("missing", "")]


def test_a_result_says_planned_expected_women_day_and_source(officer, indicators):
    row = next(each for each in officer.get(f"{ADDRESS}seuranta/").context["results"])
    assert (row.planned.total, row.expected.total, row.women.total, row.planned_women) == (10, 10, 0, 4)
    assert (row.reported_until, row.sources) == (date(2011, 12, 31), "raportti")


def test_nothing_planned_makes_nothing_to_expect(officer, indicators):
    unmeasured = officer.get(f"{ADDRESS}seuranta/").context["results"][1]
    assert (unmeasured.planned.state, unmeasured.expected.state) == ("missing", "not_applicable")


def test_a_figure_opens_to_the_entries_that_make_it(officer, programme, paths):
    people = builders.an_indicator(programme)
    first = builders.a_ledger_entry(paths, people, 30, women=10)
    builders.a_ledger_entry(
        paths, people, -2, women=0, source="correction", corrects=first, reason="typing", explanation="väärä luku",
        recorded_at=datetime(2012, 3, 1, tzinfo=UTC),
    )  # fmt: skip
    builders.a_ledger_entry(paths, people, 5, period_start=date(2012, 1, 1), period_end=date(2012, 6, 30))
    (result,) = officer.get(f"{ADDRESS}seuranta/").context["results"]
    assert result.actual.total == sum(row[2].total for row in result.entries.rows) == 28
    assert result.entries.totals[2].total == 28
    assert result.left_out == 1
    assert "kirjoitusvirhe: väärä luku" in text_of(officer.get(f"{ADDRESS}seuranta/"))


def test_another_day_shows_what_was_known_then(officer, programme, paths):
    people = builders.an_indicator(programme)
    builders.a_ledger_entry(paths, people, 30)
    (before,) = officer.get(f"{ADDRESS}seuranta/?tiedetty=2012-01-19").context["results"]
    (after,) = officer.get(f"{ADDRESS}seuranta/?tiedetty=2012-01-20").context["results"]
    assert (before.actual.state, after.actual.total) == ("missing", 30)


@pytest.mark.parametrize("day", ["1e9", "2012-02-30", "9999-12-31", "%00"])
def test_a_day_that_is_none_is_refused_in_words(officer, paths, day):
    response = officer.get(f"{ADDRESS}seuranta/?paiva={day}")
    assert response.status_code == 400
    assert "päivä" in text_of(response)


def test_the_ledger_is_a_file_too(officer, indicators):
    rows = officer.get(f"{ADDRESS}seuranta/?muoto=csv").content.decode("utf-8-sig").split("\r\n")
    assert rows[0].startswith("Mittari;Kausi päättyi;Kausi alkoi;Kirjattu;Naisia;Lähde")
    assert sorted(row.split(";")[3] for row in rows[1:4]) == ["0,00", "ei koske", "ei vielä mitattu"]


def test_a_project_without_results_says_what_belongs_there(officer, paths):
    assert "Hankkeella ei ole vielä seurantatietoja" in text_of(officer.get(f"{ADDRESS}seuranta/"))


# funding


def test_official_sums_say_zero_and_missing_differently(officer, programme, paths):
    assert "käytetty 75,0 %" in text_of(officer.get(f"{ADDRESS}rahoitus/"))
    amounts = re.findall(r'<div class="amount">(.*?)</div>', officer.get(f"{ADDRESS}rahoitus/").content.decode())
    assert amounts[3] == "0"
    paths.realised_public = None
    paths.save()
    amounts = re.findall(r'<div class="amount">(.*?)</div>', officer.get(f"{ADDRESS}rahoitus/").content.decode())
    assert 'class="value missing"' in amounts[3]


def test_money_by_source_and_year_is_added_up_and_compared(officer, programme, paths):
    for source, year, granted in (("eu", 2010, 100), ("state", 2011, 50)):
        Funding.objects.create(programme=programme, project=paths, source=source, year=year, granted=Decimal(granted))
    response = officer.get(f"{ADDRESS}rahoitus/")
    assert list(response.context["table"].totals) == ["Yhteensä", "", None, Decimal(150), None]
    assert "Mikä ei täsmää" in text_of(response)
    assert officer.get(f"{ADDRESS}rahoitus/?muoto=ods").status_code == 200


# versions


def test_two_versions_are_compared_field_by_field(officer, paths):
    newer = DOCUMENT.replace("Toiminta käynnissä", "Toiminta päättynyt").replace("uusiin töihin", "uusiin ammatteihin")
    described(paths, newer, hour=12)
    response = officer.get(f"{ADDRESS}versiot/")
    status, summary = response.context["differences"]
    assert (status.old, status.new) == ("Toiminta käynnissä", "Toiminta päättynyt")
    assert [(piece.kind, piece.text.strip()) for piece in summary.pieces if piece.kind != "same"] == [
        ("old", "töihin."),
        ("new", "ammatteihin."),
    ]
    assert "Vertaa 2 versiota" in text_of(officer.get(ADDRESS))


@pytest.mark.parametrize("query", ["vanha=1e9&uusi=%00", "vanha=&uusi="])
def test_versions_that_do_not_exist_give_the_newest(officer, paths, query):
    described(paths, DOCUMENT.replace("käynnissä", "päättynyt"), hour=12)
    assert len(officer.get(f"{ADDRESS}versiot/?{query}").context["differences"]) == 1


def test_one_version_has_nothing_to_compare(officer, paths):
    assert officer.get(f"{ADDRESS}versiot/").status_code == 404


# files


@pytest.mark.parametrize(
    ("ending", "start"),
    [("txt", b"1. Projekti"), ("html", b"<!DOCTYPE html>"), ("json", b"{"), ("docx", b"PK"), ("pdf", b"%PDF-")],
)
def test_the_description_is_a_file(officer, paths, ending, start):
    response = officer.get(f"{ADDRESS}kuvaus.{ending}")
    assert response.content.startswith(start)
    assert response["Content-Disposition"] == f'attachment; filename="S20009.{ending}"'


def test_an_unchanged_text_is_the_very_document(officer, paths):
    assert officer.get(f"{ADDRESS}kuvaus.txt").content == DOCUMENT.encode()


def test_a_changed_field_is_in_the_file(officer, paths):
    paths.name = "Uusi nimi"
    paths.save()
    assert "Projektin nimi: Uusi nimi" in officer.get(f"{ADDRESS}kuvaus.txt").content.decode()


@pytest.mark.parametrize("ending", ["txt", "html", "json", "docx", "pdf"])
def test_a_project_without_a_document_is_written_too(officer, programme, ending):
    project = builders.a_project(programme, code=None, name="Ohut <&> hanke", start=None, end=None)
    response = officer.get(f"/seutu/hankekori/{project.pk}/kuvaus.{ending}")
    assert response.status_code == 200
    assert f'filename="{project.pk}.{ending}"' in response["Content-Disposition"]


@pytest.mark.parametrize("ending", ["exe", "TXT", "xlsx"])
def test_another_ending_is_not_found(officer, paths, ending):
    assert officer.get(f"{ADDRESS}kuvaus.{ending}").status_code == 404


# queries


@pytest.fixture(params=[1, 3, 50])
def grown(request, programme, paths):
    """Give the project so many measures, rows of money, results and versions of its description."""
    size = request.param
    for number in range(size):
        builders.a_share(paths, builders.a_measure(programme), Decimal(1) / 100)
        Funding.objects.create(programme=programme, project=paths, source="eu", year=2000 + number, paid=Decimal(1))
        indicator = builders.an_indicator(programme)
        builders.a_project_plan(paths, indicator)
        builders.a_ledger_entry(paths, indicator)
        described(paths, f"{DOCUMENT}Rivi {number}.\n")


@pytest.mark.parametrize(
    ("tab", "statements"),
    [
        ("", 12),
        ("seuranta/", 12),
        ("rahoitus/", 10),
        ("maksatus/", 12),
        ("suunnitelma/", 13),
        ("historia/", 19),
        ("muokkaa/", 13),
        ("versiot/", 11),
    ],
)
@pytest.mark.usefixtures("grown")
def test_the_same_statements_for_any_number_of_rows(officer, django_assert_num_queries, tab, statements):
    officer.get(f"{ADDRESS}{tab}")
    with django_assert_num_queries(statements):
        officer.get(f"{ADDRESS}{tab}")

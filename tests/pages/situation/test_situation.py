"""Tilannekuva: key figures, objectives with their lights and reasons, what changed, money."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, reported
from tests import builders


def page_of(client, address="/seutu/"):
    return LexborHTMLParser(client.get(address).content.decode())


def words(node):
    return " ".join(node.text(separator=" ").split())


def test_key_figure_says_everything_and_opens_to_its_rows(small, officer):
    figure = page_of(officer).css_first(".figure")

    assert words(figure) == (
        "Aloittaneet 40 / tavoite 100 odotettu 78 · naisia 15 tilanne 30.4.2012, hankkeiden raportit"
    )
    assert figure.css_first("a").attributes["href"] == f"/seutu/suunnitelma/luku/{small.people.pk}/"


def test_money_is_said_with_what_was_planned(small, officer):
    small.project.planned_public, small.project.realised_public = 200_000, 150_000
    small.project.save()
    figure = page_of(officer).css(".figure")[-1]

    assert words(figure) == (
        "Julkinen rahoitus, toteutunut , euroa 150 000 "
        "75 % suunnitellusta (200 000 euroa), hankkeiden koko ajalta virallisen lähteen mukaan"
    )
    assert figure.css_first("a").attributes["href"] == "/seutu/hankekori/"


def test_missing_money_is_said_to_be_missing(small, officer):
    figure = page_of(officer).css(".figure")[-1]

    assert words(figure) == (
        "Julkinen rahoitus, toteutunut , euroa puuttuu hankkeiden rahoitusta ei ole vielä kirjattu"
    )


def test_objective_shows_its_light_with_the_reason(small, officer):
    row = page_of(officer).css_first("table.rows tbody tr")

    assert words(row.css_first("th .state")) == "■ Vaarassa"
    assert words(row.css_first("th .soft")) == "Toimenpiteitä 2: vaarassa 1, ei koske 1."
    assert row.css_first("svg.bullet").attributes["aria-label"] == (
        "toteutunut 40, odotettu 77,63, tavoite 100 henkilöä"
    )
    assert [words(cell) for cell in row.css("td.number")] == ["40", "78", "100", "15"]
    assert row.css_first("td.number a").attributes["href"] == f"/seutu/suunnitelma/tavoite/1/{small.people.pk}/"


def test_red_measure_needs_the_reader_and_says_why(small, officer):
    (need,) = (line for line in page_of(officer).css(".todo li") if "vaarassa" in line.text())

    assert words(need) == "1.1 Neuvonta on vaarassa Aloittaneet: 40, tähän mennessä odotettu 78."
    assert need.css_first("a").attributes["href"] == "/seutu/suunnitelma/1.1/"


def test_sixth_red_measure_is_only_counted(small, officer):
    for number in range(2, 8):
        measure = builders.a_measure(small.programme, small.objective, number=f"2.{number}")
        builders.a_target(measure, small.people, 100)
        builders.a_ledger_entry(builders.a_project(small.programme, measure), small.people, 1)
    needs = [words(line) for line in page_of(officer).css(".todo li")]

    assert sum("on vaarassa" in line and "toimenpidettä" not in line for line in needs) == 5
    assert needs[5] == "2 muuta toimenpidettä on vaarassa"


def test_proposed_project_waits_for_a_decision(small, officer):
    builders.a_project(small.programme, code="A30001", name="Uusi hanke", basket_state="proposed")
    (need,) = (line for line in page_of(officer).css(".todo li") if "odottaa päätöstä" in line.text())

    assert words(need) == "1 hanke odottaa päätöstä hankekoriin ottamisesta A30001 Uusi hanke"
    assert need.css_first("a").attributes["href"] == "/seutu/hankekori/?kori=proposed"


def test_silent_project_is_named(small, officer):
    late = builders.a_project(small.programme, small.measure, code="S20002")
    builders.a_project_plan(late, small.people)
    (need,) = (line for line in page_of(officer).css(".todo li") if "viime kauden" in line.text())

    assert words(need) == "1 hankkeelta puuttuu viime kauden tietoja S20002"


def test_changes_since_the_meeting_show_before_and_after(small, officer):
    builders.a_ledger_entry(
        small.project, small.people, 9, women=4,
        recorded_at=datetime(2012, 3, 6, 9, 0, tzinfo=UTC), explanation="Ryhmä aloitti keväällä.",
    )  # fmt: skip
    newest, older = page_of(officer).css("section[aria-labelledby=muuttunut] .facts > div")

    assert words(newest) == "6.3.2012 Neuvontahanke : Aloittaneet 40 → 49 Ryhmä aloitti keväällä."
    assert words(older) == "20.1.2012 Neuvontahanke : Aloittaneet puuttuu → 40"


def test_entry_that_moves_nothing_is_no_change(small, officer):
    for day in (3, 4):
        builders.a_ledger_entry(
            small.project, builders.an_indicator(small.programme, name_fi="Ei koske"), None, state="not_applicable",
            recorded_at=datetime(2012, 3, day, 9, 0, tzinfo=UTC),
        )  # fmt: skip
    other = builders.an_indicator(small.programme, name_fi="Toistuva")
    for day, period in ((5, date(2011, 6, 30)), (6, date(2011, 12, 31))):
        builders.a_ledger_entry(
            small.project, other, None, state="not_applicable", period_start=date(2011, 1, 1), period_end=period,
            recorded_at=datetime(2012, 3, day, 9, 0, tzinfo=UTC),
        )  # fmt: skip
    changed = [words(line) for line in page_of(officer).css("section[aria-labelledby=muuttunut] dd")]

    assert sum("Toistuva" in line for line in changed) == 1


def test_correction_is_named_one(small, officer):
    entry = small.project.ledger.get()
    builders.a_ledger_entry(
        small.project, small.people, -3, corrects=entry, source="correction", reason="typing", explanation="Näppäily",
        recorded_at=datetime(2012, 2, 6, 9, 0, tzinfo=UTC),
    )  # fmt: skip
    newest = page_of(officer).css_first("section[aria-labelledby=muuttunut] .facts > div")

    assert words(newest) == "6.2.2012 · oikaisu Neuvontahanke : Aloittaneet 40 → 37 Näppäily"


def test_without_a_meeting_that_is_said(small, officer):
    small.programme.previous_meeting = None
    small.programme.save()

    assert "Edellisen kokouksen päivää ei ole asetettu." in page_of(officer).css_first("main").text()


@pytest.mark.parametrize(
    ("figure", "shown", "in_file"),
    [
        (reported(Decimal(0), Decimal(0)), "0", 0),
        (NOT_MEASURED, "ei mitattu", "ei vielä mitattu"),
        (NOT_APPLICABLE, "– Ei koske tätä kohtaa", "ei koske"),
        (MISSING, "puuttuu", "tieto puuttuu"),
    ],
)
def test_four_kinds_of_nothing_look_different_to_the_last_page(small, officer, figure, shown, in_file):
    """The same nothing shows in the objective's row, on the measure's page, in the plan and in the file."""
    indicator = builders.an_indicator(small.programme, name_fi="Hehtaarit", unit_fi="ha")
    builders.a_target(small.bare_measure, indicator, 10)
    project = builders.a_project(small.programme, small.bare_measure)
    builders.a_project_plan(project, indicator, 10)
    if figure is not MISSING:
        builders.a_ledger_entry(project, indicator, figure.value, women=figure.women, state=figure.state.value)
    plan = page_of(officer, "/seutu/suunnitelma/")
    (row,) = (row for row in plan.css("table.rows tbody tr") if "Hehtaarit" in row.text())
    cells = [row.css_first("td.number"), page_of(officer, "/seutu/suunnitelma/1.2/").css_first("td.number")]
    file = officer.get("/seutu/suunnitelma/?muoto=xlsx").content
    (written,) = (line for line in CalamineWorkbook.from_filelike(BytesIO(file)).get_sheet_by_index(0).to_python()
                  if "Hehtaarit" in line)  # fmt: skip

    for cell in cells:
        marked = cell.css_first(".value")
        assert words(cell) == shown
        assert (marked is None) == figure.is_reported
        assert marked is None or marked.attributes["class"] == f"value {figure.state.value}"
    assert written[10] == in_file


def test_invented_data_is_marked_on_every_page(small, officer):
    small.programme.example_data = True
    small.programme.save()
    rest = ("", "suunnitelma/", "suunnitelma/puutteet/", "suunnitelma/1.1/", f"suunnitelma/1.1/{small.people.pk}/")

    for each in rest:
        note = page_of(officer, f"/seutu/{each}").css_first(".example-note")
        assert words(note).startswith("Esimerkkitietoa. Tämän ohjelman seurantatiedot ovat keksittyjä esimerkkejä")
    assert "keksitty esimerkki" in page_of(officer).css_first(".figure .source").text()


def test_real_programme_has_no_such_mark(small, officer):
    page = officer.get("/seutu/").content.decode()

    assert "example-note" not in page
    assert "keksitty" not in page


def test_invented_entry_is_marked_among_the_rows_of_a_figure(small, officer):
    builders.a_ledger_entry(small.project, small.people, 1, source="example")
    cells = [row.text() for row in page_of(officer, f"/seutu/suunnitelma/luku/{small.people.pk}/").css("tbody tr")]

    assert ["keksitty esimerkki" in cell for cell in cells] == [False, True]


def test_empty_programme_says_what_belongs_here(programme, officer):
    page = page_of(officer)

    assert "Suunnitelmaa ei ole vielä tallennettu" in page.css_first(".empty").text()
    assert page.css_first("#aikajana") is None
    assert page.css_first("#kunnat") is None
    assert words(page.css_first("section[aria-labelledby=nyt]")) == (
        "Odottaa sinua nyt Mikään ei odota sinua juuri nyt."
    )


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_table_can_be_downloaded(small, officer, form):
    response = officer.get(f"/seutu/?muoto={form}")

    assert response.status_code == 200
    assert response["Content-Disposition"] == f'attachment; filename="tilannekuva.{form}"'
    assert len(response.content) > 50


def test_unknown_file_form_is_not_found(small, officer):
    assert officer.get("/seutu/?muoto=exe").status_code == 404


def test_csv_holds_what_the_page_shows(small, officer):
    lines = officer.get("/seutu/?muoto=csv").content.decode("utf-8-sig").splitlines()

    assert lines[0] == "Numero;Tavoite;Tila;Mittari;Nyt;Odotettu;Tavoitearvo;Naisia"
    assert lines[1] == "1;Uutta työtä;Vaarassa;Aloittaneet;40;77,6256;100,00;15"

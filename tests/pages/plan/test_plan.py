"""Suunnitelma: the tree with its lights and figures, and the gaps."""

from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from tests import builders


def page_of(client, address="/seutu/suunnitelma/"):
    return LexborHTMLParser(client.get(address).content.decode())


def words(node):
    return " ".join(node.text(separator=" ").split())


def test_tree_shows_objectives_measures_and_figures(small, officer):
    small.measure.responsible = builders.an_organisation(small.programme, name="Kehitysyhtiö")
    small.measure.save()
    page = page_of(officer)
    rows = [words(row) for row in page.css("tbody tr")]

    assert words(page.css_first("#tavoite-1 .section-head")) == "1 Uutta työtä ■ Vaarassa"
    assert rows == [
        "1.1 Neuvonta ■ Vaarassa Kehitysyhtiö · 1 hanke Aloittaneet , henkilöä 40 78 100 15",
        "1.2 Tontit – Ei koske vastuutaho puuttuu · 0 hanketta Toimenpiteellä ei ole tavoitteita eikä lukuja.",
    ]


def test_measure_with_two_indicators_is_named_once(small, officer):
    builders.a_target(small.measure, builders.an_indicator(small.programme), 10)
    page = page_of(officer)

    assert page.css_first("th[rowspan]").attributes["rowspan"] == "2"
    assert page.css_first("tbody").text().count("Neuvonta") == 1


def test_indicator_without_a_target_that_does_not_apply_is_left_out(small, officer):
    indicator = builders.an_indicator(small.programme, name_fi="Ei koske")
    builders.a_ledger_entry(small.project, indicator, None, state="not_applicable")

    assert "Ei koske," not in page_of(officer).css_first("tbody").text()
    assert page_of(officer, "/seutu/suunnitelma/1.1/").css_first(f"#m{indicator.pk}") is None


def test_objective_without_measures_says_so(small, officer):
    builders.an_objective(small.programme, number="2")

    assert "Tavoitteella ei ole vielä toimenpiteitä." in page_of(officer).css_first("#tavoite-2").text()


def test_programme_without_a_plan_says_what_belongs_here(programme, officer):
    page = page_of(officer)

    assert "Suunnitelmaa ei ole vielä tallennettu" in page.css_first(".empty").text()
    assert page.css_first(".downloads") is None


def test_plan_being_prepared_is_not_in_force(small, officer):
    version = builders.a_plan(small.programme, number=2, adopted_on=None)
    builders.an_objective(small.programme, version, number="9")

    assert page_of(officer).css_first("#tavoite-9") is None


def test_file_holds_the_whole_plan(small, officer):
    book = CalamineWorkbook.from_filelike(BytesIO(officer.get("/seutu/suunnitelma/?muoto=xlsx").content))
    head, line = book.get_sheet_by_index(0).to_python()

    assert dict(zip(head, line, strict=True)) == {
        "Tavoitteen numero": "1", "Tavoite": "Uutta työtä", "Numero": "1.1", "Toimenpide": "Neuvonta", "Vastuutaho": "",
        "Mittari": "Aloittaneet", "Yksikkö": "henkilöä", "Tila": "Vaarassa", "Tavoitearvo": 100, "Odotettu": 77.6256,
        "Nyt": 40, "Naisia, tavoite": "", "Naisia, nyt": 15,
        "Perustelu": "Aloittaneet: 40, tähän mennessä odotettu 78.",
    }  # fmt: skip


def test_no_gaps_is_said(programme, officer):
    assert page_of(officer, "/seutu/suunnitelma/puutteet/").css_first("main").text().count("Ei puutteita.") == 2


@pytest.mark.parametrize("form", ["csv", "xlsx", "ods"])
def test_empty_plan_can_be_downloaded(programme, officer, form):
    assert officer.get(f"/seutu/suunnitelma/?muoto={form}").status_code == 200

"""The rows behind a figure: what was recorded, by whom, with the share that counts."""

from datetime import UTC, date, datetime
from decimal import Decimal

from selectolax.lexbor import LexborHTMLParser

from tests import builders


def rows_of(client, address):
    page = LexborHTMLParser(client.get(address).content.decode())
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in page.css("tbody tr, tfoot tr")]


def test_measures_figure_opens_to_its_entries_and_sums_to_itself(small, officer):
    builders.a_ledger_entry(
        small.project, small.people, 2, women=1, period_start=date(2011, 1, 1), period_end=date(2011, 6, 30),
        recorded_at=datetime(2011, 7, 20, tzinfo=UTC), explanation="Kevään ryhmä",
    )  # fmt: skip
    rows = rows_of(officer, f"/seutu/suunnitelma/1.1/{small.people.pk}/")

    assert rows == [
        ["S20001 Neuvontahanke", "31.12.2011", "40", "15", "100 %", "40,0", "raportti", "20.1.2012", ""],
        ["S20001 Neuvontahanke", "30.6.2011", "2", "1", "100 %", "2,0", "raportti", "20.7.2011", "Kevään ryhmä"],
        ["Yhteensä", "", "", "", "", "42,0", "", "", ""],
    ]


def test_shared_project_counts_by_its_share_in_a_measure_and_whole_in_the_objective(small, officer):
    shared = builders.a_project(small.programme, code="S20005", name="Jaettu")
    builders.a_share(shared, small.measure, Decimal("0.25"))
    builders.a_share(shared, small.bare_measure, Decimal("0.75"))
    builders.a_ledger_entry(shared, small.people, 8)
    tail = f"{small.people.pk}/"

    def counted(rest):
        return [row[5] for row in rows_of(officer, f"/seutu/suunnitelma/{rest}{tail}")]

    assert counted("1.1/") == ["40,0", "2,0", "42,0"]
    assert counted("1.2/") == ["6,0", "6,0"]
    assert counted("tavoite/1/") == ["40,0", "8,0", "48,0"]
    assert counted("luku/") == ["40,0", "8,0", "48,0"]


def test_rows_that_do_not_apply_are_left_out_where_others_do(small, officer):
    other = builders.a_project(small.programme, small.measure, code="S20006")
    builders.a_ledger_entry(other, small.people, None, state="not_applicable")

    assert len(rows_of(officer, f"/seutu/suunnitelma/1.1/{small.people.pk}/")) == 2


def test_figure_that_applies_to_none_shows_its_rows(small, officer):
    indicator = builders.an_indicator(small.programme)
    builders.a_target(small.measure, indicator)
    builders.a_ledger_entry(small.project, indicator, None, state="not_applicable")
    (row, foot) = rows_of(officer, f"/seutu/suunnitelma/1.1/{indicator.pk}/")

    assert row[2] == foot[5] == "–Ei koske tätä kohtaa"


def test_figure_nobody_has_reported_says_so(small, officer):
    indicator = builders.an_indicator(small.programme)
    builders.a_target(small.bare_measure, indicator)
    page = officer.get(f"/seutu/suunnitelma/1.2/{indicator.pk}/").content.decode()

    assert "Kirjauksia ei ole" in page


def test_rows_lead_to_their_projects_and_back_to_the_plan(small, officer):
    page = LexborHTMLParser(officer.get(f"/seutu/suunnitelma/1.1/{small.people.pk}/").content.decode())

    assert page.css_first("tbody a").attributes["href"] == "/seutu/hankekori/S20001/"
    assert [link.attributes["href"] for link in page.css(".breadcrumb a")] == [
        "/seutu/suunnitelma/",
        "/seutu/suunnitelma/1.1/",
    ]


def test_rows_can_be_downloaded(small, officer):
    response = officer.get(f"/seutu/suunnitelma/1.1/{small.people.pk}/?muoto=csv")
    _, line, _ = response.content.decode("utf-8-sig").split("\r\n")

    assert line.startswith("S20001 Neuvontahanke;31.12.2011;40")


def test_forecast_of_a_total_is_told_with_its_basis(small, officer):
    page = LexborHTMLParser(officer.get(small.url(f"suunnitelma/luku/{small.people.pk}/")).content.decode())

    said = " ".join(page.css_first("p.lead strong").parent.text().split())
    assert said == (
        "Ennuste 82 (69–92) Toimenpiteiden ennusteet yhteensä (1). "
        "Kunkin toimenpiteen sivulla kerrotaan, mihin sen ennuste perustuu."
    )

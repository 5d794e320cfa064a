"""How good the data is, and every gap with the page where it is mended."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Role
from hankekori.areas.employment.outcome_queries import OUTCOMES_DIFFER
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportFile, Round
from hankekori.core.gaps import Gap, GapCode, Subject
from hankekori.core.texts import Translated
from hankekori.pages.door import Door
from hankekori.pages.plan.gaps import mending_url
from tests import builders

ADDRESS = "/seutu/suunnitelma/puutteet/"
READERS = [Role.COORDINATOR, Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER]


def words(node):
    return " ".join(node.text(separator=" ").split())


def gauges_of(client, query=""):
    page = LexborHTMLParser(client.get(f"{ADDRESS}{query}").content.decode())
    return {words(row.css_first("th")): words(row.css("td")[2]) for row in page.css("table.gauges tbody tr")}


@pytest.fixture
def a_report(small):
    """Report ten people in a round whose reports were due on the first of March, two days late."""
    asked = Round.objects.create(
        programme=small.programme, period_start=date(2011, 7, 1), period_end=date(2011, 12, 31),
        opens_on=date(2012, 1, 1), due_on=date(2012, 3, 1),
    )  # fmt: skip
    report = ProjectReport.objects.create(
        programme=small.programme, round=asked, project=small.project, state="submitted",
        first_submitted_at=datetime(2012, 3, 3, 9, tzinfo=UTC),
    )  # fmt: skip
    ReportFigure.objects.create(
        programme=small.programme, report=report, indicator=small.people, state="reported", total=10
    )
    return report


def test_gauges_tell_how_many_of_how_many(small, officer):
    builders.a_target(small.bare_measure, builders.an_indicator(small.programme), 10)
    other = builders.a_project(small.programme, small.measure)
    builders.a_project_plan(other, small.people)

    assert gauges_of(officer) == {
        "Toimenpiteiden mittareilla on tavoitearvo": "2 / 2",
        "Hankkeet ovat ilmoittaneet viimeisen kauden luvut": "1 / 2",
        "Henkilömääristä tiedetään naisten määrä": "1 / 1",
    }


def test_gauges_of_a_round_name_its_period(officer, a_report):
    found, period = gauges_of(officer), "kausi 1.7.–31.12.2011"

    assert found[f"Raportoiduista tuloksista on näyttö {period}"] == "0 / 1"
    assert found[f"Kauden raportit on saatu {period}"] == "1 / 1"
    assert found[f"Kauden raportit on saatu määräajassa {period}"] == "0 / 1"
    assert f"Kauden raportit on saatu {period}" not in gauges_of(officer, "?paiva=2011-06-30")


@pytest.mark.parametrize(
    ("of_indicator", "kind", "said"),
    [(True, "evidence", "1 / 1"), (False, "evidence", "1 / 1"), (True, "publicity", "0 / 1")],
)
def test_evidence_is_a_file_of_the_figure_or_of_the_whole_report(officer, a_report, of_indicator, kind, said):
    figure = a_report.figures.get()
    ReportFile.objects.create(
        programme=a_report.programme, report=a_report, indicator=figure.indicator if of_indicator else None, kind=kind,
        name="lista.pdf", content_type="application/pdf", size=1, sha256="0" * 64, content=b"0",
        added_at=datetime(2012, 3, 3, tzinfo=UTC),
    )  # fmt: skip

    assert gauges_of(officer)["Raportoiduista tuloksista on näyttö kausi 1.7.–31.12.2011"] == said


def test_programme_without_anything_has_no_gauges(programme, officer):
    assert gauges_of(officer) == {}


def test_gaps_can_be_downloaded(small, officer):
    answer = officer.get(f"{ADDRESS}?muoto=csv").content.decode("utf-8-sig")

    assert answer.splitlines()[0] == "Mistä;Puute"
    assert "Toimenpiteet;Neuvonta: vastuutaho puuttuu." in answer


def a_gap(small, code):
    subject, key = Subject.PROJECT, small.project.pk
    if code.startswith("measure"):
        subject, key = Subject.MEASURE, small.measure.pk
    return Gap(code, subject, key, Translated("Puute"))


@pytest.mark.parametrize(
    ("role", "code"),
    [*((role, code) for role in READERS for code in (*GapCode, "claim-missing")), (Role.COORDINATOR, OUTCOMES_DIFFER)],
)
def test_every_gap_leads_to_a_page_that_opens(small, entered, a_report, role, code):
    client = entered(role)
    user = small.programme.role_assignments.get(role=role).user
    state = programme_state(small.programme, as_of=builders.AS_OF)
    door = Door(small.programme, user, role, builders.AS_OF, builders.AS_OF)
    url = mending_url(a_gap(small, code), state, door, {small.project.pk: a_report.pk} if door.may_approve else {})

    assert client.get(url).status_code == 200


def test_each_gap_leads_the_coordinator_to_what_mends_it(small, officer, a_report):
    loose = builders.a_project(small.programme, code="S20009", name="Irrallinen", granted_eu_state=5, planned_public=1)
    builders.a_project_plan(loose, small.people)
    ReportFigure.objects.all().delete()
    page = LexborHTMLParser(officer.get(ADDRESS).content.decode())
    found = {words(link).split(": ", 1)[1]: link.attributes["href"] for link in page.css(".todo a")}

    version = f"/seutu/asetukset/suunnitelma/1/toimenpide/{small.bare_measure.pk}/"
    assert found["vastuutaho puuttuu."] == version
    assert found["tavoitetta ei ole asetettu."] == f"{version}tavoitearvot/"
    assert found["yksikään hanke ei toteuta toimenpidettä."] == "/seutu/hankekori/"
    assert found["hanketta ei ole liitetty mihinkään toimenpiteeseen."] == "/seutu/hankekori/S20009/suunnitelma/"
    assert found["kohdekuntaa ei ole merkitty."] == "/seutu/hankekori/S20009/muokkaa/"
    assert found["luvut puuttuvat kaudelta, joka päättyi 31.12.2011."] == "/seutu/hankekori/S20009/seuranta/"
    assert [href for text, href in found.items() if text.startswith("Suunniteltu julkinen")] == [
        "/seutu/hankekori/S20009/muokkaa/"
    ]


def test_missing_figures_of_an_asked_project_are_written_in_its_report(small, officer, a_report):
    loose = builders.a_project(small.programme, code="S20009", name="Irrallinen")
    builders.a_project_plan(loose, small.people)
    report = ProjectReport.objects.create(programme=small.programme, round=a_report.round, project=loose)
    page = LexborHTMLParser(officer.get(ADDRESS).content.decode())

    (url,) = {link.attributes["href"] for link in page.css(".todo a") if "luvut puuttuvat" in link.text()}
    assert url == f"/seutu/seuranta/raportti/{report.pk}/"


def test_share_that_is_short_leads_to_the_plan_of_the_project(small, officer):
    small.project.measure_links.update(share=Decimal("0.5"))
    page = LexborHTMLParser(officer.get(ADDRESS).content.decode())

    (url,) = {link.attributes["href"] for link in page.css(".todo a") if "osuudet" in link.text()}
    assert url == "/seutu/hankekori/S20001/suunnitelma/"

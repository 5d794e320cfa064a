"""Rahoittajan raportit: who may, what is offered, what is missing and where it is mended, files."""

from datetime import date
from io import BytesIO

import docx
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.rounds.models import ProjectReporter
from tests import builders

ADDRESS = "/seutu/hankekori/S20001/rahoittajalle/"
READERS = [Role.COORDINATOR, Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER]


@pytest.fixture
def project(small):
    small.project.contact_name, small.project.contact_email = "Erkki Esimerkki", "erkki@example.org"
    small.project.summary = "Neuvojana on Erkki Esimerkki."
    small.project.implementer = builders.an_organisation(small.programme, name="Kehitysyhtiö")
    small.project.save()
    return small.project


@pytest.fixture
def own_reporter(entered, project):
    """Return the client of a reporter of the project."""
    client = entered(Role.REPORTER)
    user = User.objects.get(role_assignments__role=Role.REPORTER)
    ProjectReporter.objects.create(programme=project.programme, project=project, user=user)
    return client


def page_of(response) -> str:
    return response.content.decode().replace("\xa0", " ")


@pytest.mark.parametrize("role", READERS)
def test_whoever_reads_figures_reads_the_reports(entered, project, role):
    client = entered(role)
    assert client.get(ADDRESS).status_code == 200
    assert client.get(f"{ADDRESS}?muoto=docx").status_code == 200


def test_another_reporter_and_the_outsider_find_nothing_and_the_unknown_logs_in(reporter, outsider, client, project):
    for address in (ADDRESS, f"{ADDRESS}?muoto=docx"):
        assert reporter.get(address).status_code == 404
        assert outsider.get(address).status_code == 404
        assert client.get(address).status_code == 302


def test_reporter_gets_the_reports_of_their_own_project_and_no_way_to_closed_pages(own_reporter):
    page = page_of(own_reporter.get(ADDRESS))

    assert "Seurantaraportti 1.7.–31.12.2011" in page
    assert "/hankekori/S20001/maksatus/" not in page
    assert 'href="/seutu/hankekori/"' not in page
    assert own_reporter.get(f"{ADDRESS}?muoto=docx").status_code == 200


@pytest.mark.parametrize("rest", ["", "?raportti=loppuraportti"])
def test_contact_person_is_shown_only_to_who_may_see(officer, member, own_reporter, project, rest):
    assert "erkki@example.org" in page_of(officer.get(ADDRESS + rest))
    for client in (member, own_reporter):
        page = page_of(client.get(ADDRESS + rest))
        assert "Erkki" not in page
        assert "erkki@example.org" not in page


def test_running_project_opens_with_its_newest_period_and_an_ended_one_with_the_final_report(officer, project):
    assert '<option value="2011-12-31" selected>' in page_of(officer.get(ADDRESS))

    project.stage, project.end = "ended", date(2012, 3, 31)
    project.save()
    assert '<option value="loppuraportti" selected>' in page_of(officer.get(ADDRESS))


def test_report_follows_the_day_looked_at(officer, project):
    page = page_of(officer.get(f"{ADDRESS}?paiva=2011-06-30"))

    assert "31.12.2011" not in page
    assert '<input type="hidden" name="paiva" value="2011-06-30">' in page


def test_what_is_missing_leads_to_where_it_is_mended_for_who_may(officer, member, project):
    address = f"{ADDRESS}?raportti=loppuraportti"
    mending = 'href="/seutu/hankekori/S20001/muokkaa/">Tiivistä puoleen sivuun'

    assert mending in page_of(officer.get(address))
    assert mending not in page_of(member.get(address))
    assert "Tiivistä puoleen sivuun" in page_of(member.get(address))


@pytest.mark.parametrize(
    ("kieli", "heading"), [("fi", "Aineiston säilytys"), ("sv", "Förvaring av"), ("en", "records")]
)
def test_file_is_the_report_in_the_language_chosen(officer, project, kieli, heading):
    response = officer.get(f"{ADDRESS}?raportti=loppuraportti&kieli={kieli}&muoto=docx")
    file = docx.Document(BytesIO(response.content))

    assert 'filename="S20001-loppuraportti.docx"' in response["Content-Disposition"]
    assert any(heading in paragraph.text for paragraph in file.paragraphs)


def test_pdf_is_a_pdf_and_other_endings_are_not_found(officer, project):
    assert officer.get(f"{ADDRESS}?muoto=pdf").content.startswith(b"%PDF")
    assert officer.get(f"{ADDRESS}?muoto=exe").status_code == 404


@pytest.mark.parametrize("rest", ["?raportti=2099-12-31", "?raportti=%00", "?kieli=xx", "?raportti=&kieli="])
def test_report_that_there_is_not_is_told_in_words(officer, project, rest):
    response = officer.get(ADDRESS + rest)

    assert response.status_code == 400
    assert "jota hankkeella ei ole" in page_of(response)


def test_project_without_anything_has_its_page(officer, small):
    bare = builders.a_project(small.programme, code=None, start=None, end=None, basket_state="outside")

    assert officer.get(f"/seutu/hankekori/{bare.pk}/rahoittajalle/").status_code == 200
    assert officer.get("/seutu/hankekori/S99999/rahoittajalle/").status_code == 404


def test_queries_do_not_grow_with_the_ledger(officer, small, project):
    counts = []
    for size in (1, 3, 50):
        for _ in range(project.ledger.count(), size):
            builders.a_ledger_entry(project, builders.an_indicator(small.programme), 1)
        officer.get(ADDRESS)
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(ADDRESS).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 22

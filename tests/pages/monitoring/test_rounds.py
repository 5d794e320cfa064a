"""Seuranta: the matrix of who has reported, its filters and files; opening, inviting, approving in bulk, closing."""

import time
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.models import Message
from hankekori.areas.monitoring.models import LedgerEntry, StoredRollUp
from hankekori.areas.rounds.models import ProjectReport, ReportLink, Round
from hankekori.core.periods import period_of
from tests import builders
from tests.pages.monitoring.conftest import an_open_round

ADDRESS = "/seutu/seuranta/"
FORM = {"start": "1.1.2012", "end": "30.6.2012", "opens_on": "1.7.2012", "due_on": "31.7.2012"}


def rows(page):
    """Read the matrix: the project's name and its cells."""
    table = LexborHTMLParser(page).css("table.matrix tbody tr")
    return [[" ".join(cell.text(separator=" ").split()) for cell in row.css("th, td")] for row in table]


def test_programme_without_rounds_offers_the_first_step(programme, officer, member):
    assert "Avaa ensimmäinen kierros" in officer.get(ADDRESS).content.decode()
    page = member.get(ADDRESS).content.decode()
    assert "Kierroksia ei ole vielä avattu" in page
    assert "/uusi/" not in page


def test_matrix_tells_what_each_report_lacks(asked, officer):
    (row,) = rows(officer.get(ADDRESS).content.decode())

    assert row == [
        "Neuvontahanke S20001", "○ kesken", "▲ 0/1", "–", "▲ puuttuu 2", "–", "▲ puuttuu", "▲ 0/3", "ei vastaanottajaa",
    ]  # fmt: skip


def test_sent_report_waits_and_can_be_picked(sent_report, officer):
    page = officer.get(ADDRESS).content.decode()
    (row,) = rows(page)

    assert row[1:5] == ["◆ lähetetty", "✓ 1/1", "✓ kunnossa", "✓ kunnossa"]
    assert f'name="raportti" value="{sent_report.report.pk}"' in page


def test_late_report_is_told_apart(asked, officer):
    asked.round.due_on = timezone.localdate() - timedelta(days=1)
    asked.round.opens_on = asked.round.due_on
    asked.round.save()

    assert rows(officer.get(ADDRESS).content.decode())[0][1] == "■ myöhässä"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("tila=draft", 1), ("tila=submitted", 0), ("tila=late", 0), ("puuttuu=figures", 1), ("puuttuu=women", 0),
        ("puuttuu=nothing", 0), ("haku=neuvonta", 1), ("haku=S20001", 1), ("haku=olematon", 0), ("tila=eilen", 1),
        ("haku=%00", 0),
    ],
)  # fmt: skip
def test_filters_stand_in_the_address(asked, officer, query, found):
    response = officer.get(f"{ADDRESS}?{query}")

    assert response.status_code == 200
    assert len(rows(response.content.decode())) == found


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_matrix_is_downloaded_with_its_filters(asked, member, ending):
    response = member.get(f"{ADDRESS}?muoto={ending}&tila=submitted")

    assert response.status_code == 200
    assert "seuranta-2012-06-30" in response["Content-Disposition"]


def test_csv_says_the_same_in_words(asked, member):
    lines = member.get(f"{ADDRESS}?muoto=csv").content.decode("utf-8-sig").splitlines()

    assert lines[1] == "S20001;Neuvontahanke;kesken;0/1;kunnossa;puuttuu;kunnossa;puuttuu;0/3;;0"


def test_round_is_opened_by_the_form(small, officer):
    small.project.stage = "running"
    small.project.save()
    response = officer.post(f"{ADDRESS}uusi/", FORM)
    opened = Round.objects.get()

    assert response["Location"] == f"{ADDRESS}{opened.pk}/"
    assert (opened.period_end, opened.due_on) == (date(2012, 6, 30), date(2012, 7, 31))
    assert opened.reports.count() == 1


def test_form_proposes_the_half_year_after_the_last(asked, officer):
    page = officer.get(f"{ADDRESS}uusi/").content.decode()

    assert 'value="1.7.2012"' in page
    assert 'value="31.12.2012"' in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"start": "eilen"}, "ei ole päivämäärä"),
        ({"end": "31.12.2011"}, "Päättymispäivä on ennen alkamispäivää"),
        ({"due_on": "1.6.2012"}, "Määräpäivä on ennen"),
        ({"start": ""}, "vaaditaan"),
    ],
)
def test_round_that_cannot_be_is_told_and_kept(small, officer, typed, sentence):
    response = officer.post(f"{ADDRESS}uusi/", FORM | typed)
    page = response.content.decode()

    assert response.status_code == 422
    assert sentence in page
    assert f'value="{(FORM | typed)["opens_on"]}"' in page
    assert not Round.objects.exists()


def test_same_days_are_not_asked_twice(asked, officer):
    response = officer.post(f"{ADDRESS}uusi/", FORM)

    assert response.status_code == 422
    assert "Kaksi kierrosta ei voi kysyä samoja päiviä" in response.content.decode()


def test_links_are_sent_once(asked, officer):
    for _ in range(2):
        assert officer.post(f"{asked.round_address}linkit/").status_code == 302

    assert ReportLink.objects.get().email == "hanke@example.org"
    assert Message.objects.count() == 1
    assert rows(officer.get(ADDRESS).content.decode())[0][-1] != "ei vastaanottajaa"


def test_project_without_an_address_is_named(asked, officer):
    asked.report.project.contact_email = ""
    asked.report.project.save()
    page = officer.post(f"{asked.round_address}linkit/", follow=True).content.decode()

    assert "Sähköpostiosoite puuttuu, joten viestiä ei lähtenyt: Neuvontahanke" in page


def test_mail_that_does_not_leave_is_seen(asked, officer):
    officer.post(f"{asked.round_address}linkit/")
    Message.objects.update(attempts=2, error="Connection refused")

    assert "Sähköposti ei kulje" in officer.get(ADDRESS).content.decode()


def test_bulk_approval_asks_first_and_then_writes(sent_report, officer):
    picked = {"raportti": [sent_report.report.pk]}
    address = f"{sent_report.round_address}hyvaksy/"
    asked_first = officer.post(address, picked)
    before = LedgerEntry.objects.count()
    done = officer.post(address, picked | {"vahvista": "1"})
    sent_report.report.refresh_from_db()

    assert "Tuloksiin kirjataan 1 luku tai tieto." in asked_first.content.decode()
    assert done.status_code == 302
    assert sent_report.report.state == "approved"
    assert LedgerEntry.objects.count() == before + 1
    assert StoredRollUp.objects.get(objective=None, measure=None, period_end=date(2012, 6, 30)).total == 52


def test_bulk_approval_without_picks_says_so(sent_report, officer):
    page = officer.post(f"{sent_report.round_address}hyvaksy/", {"raportti": ["x", "0"]}, follow=True).content.decode()

    assert "Rastita ensin hyväksyttävät raportit" in page


def test_bulk_approval_names_what_hinders_it(sent_report, officer):
    builders.a_ledger_entry(
        sent_report.report.project, sent_report.figure.indicator, 3,
        period_start=date(2012, 1, 1), period_end=date(2012, 6, 30), source="import",
    )  # fmt: skip
    response = officer.post(f"{sent_report.round_address}hyvaksy/", {"raportti": sent_report.report.pk, "vahvista": 1})
    sent_report.report.refresh_from_db()

    assert response.status_code == 409
    assert "Samalta ajalta on jo luku 3" in response.content.decode()
    assert sent_report.report.state == "submitted"


def test_report_that_was_returned_meanwhile_is_not_approved(sent_report, officer):
    ProjectReport.objects.update(state="returned")
    page = officer.post(
        f"{sent_report.round_address}hyvaksy/", {"raportti": sent_report.report.pk, "vahvista": 1}, follow=True
    ).content.decode()

    assert "ei voi hyväksyä" in page


def test_round_is_closed_after_asking(asked, officer):
    assert "Lähettämättä jää Neuvontahanke" in officer.get(f"{asked.round_address}sulje/").content.decode()
    officer.post(f"{asked.round_address}sulje/")
    asked.round.refresh_from_db()

    assert asked.round.closed_at is not None
    assert "Kauteen kirjataan enää oikaisuja" in officer.get(ADDRESS).content.decode()


def test_round_with_waiting_reports_is_not_closed(sent_report, officer):
    page = officer.post(f"{sent_report.round_address}sulje/", follow=True).content.decode()

    assert "Hyväksy tai palauta ensin lähetetyt raportit: 1" in page


def test_earlier_round_opens_from_the_list(asked, officer):
    later = an_open_round(asked.report.programme, period=period_of(date(2012, 8, 1)))
    page = officer.get(asked.round_address).content.decode()

    assert "Seuranta 1.1.–30.6.2012" in page
    assert f'href="{ADDRESS}{later.pk}/"' in page


@pytest.mark.parametrize("role", [Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER])
def test_reader_sees_the_matrix_and_decides_nothing(asked, entered, role):
    client = entered(role)
    page = client.get(ADDRESS)

    assert page.status_code == client.get(asked.round_address).status_code == 200
    assert "Hyväksy valitut" not in page.content.decode()
    for rest in ("uusi/", f"{asked.round.pk}/sulje/", f"{asked.round.pk}/linkit/"):
        assert client.post(f"{ADDRESS}{rest}").status_code == 403
    assert client.post(f"{asked.round_address}hyvaksy/", {"raportti": asked.report.pk}).status_code == 403


def test_reporter_sees_their_own_reports_only(asked, own_reporter):
    page = own_reporter.get(ADDRESS).content.decode()

    assert "Omat raportit" in page
    assert asked.address in page
    assert own_reporter.get(asked.round_address).status_code == 403


def test_reporter_without_a_project_is_told_what_to_do(asked, reporter):
    page = reporter.get(ADDRESS).content.decode()

    assert "Sinulla ei ole raportteja täytettävänä" in page
    assert asked.address not in page


def test_outsider_finds_nothing(asked, outsider):
    for rest in ("", f"{asked.round.pk}/", "uusi/", "lahetetyt/"):
        assert outsider.get(f"{ADDRESS}{rest}").status_code == 404


def test_round_of_another_programme_is_not_found(asked, officer):
    other = an_open_round(builders.a_programme())

    for rest in (f"{other.pk}/", f"{other.pk}/sulje/", f"{other.pk}/linkit/", "99999999999999999999/"):
        assert officer.get(f"{ADDRESS}{rest}").status_code == 404
    page = officer.post(f"{ADDRESS}{other.pk}/hyvaksy/", {"raportti": asked.report.pk}, follow=True)
    assert page.status_code == 404


def test_queries_do_not_grow_with_projects(small, officer):
    counts = []
    for size, month in ((1, 1), (3, 7), (50, 12)):
        while small.programme.projects.count() < size + 1:
            project = builders.a_project(small.programme, small.measure, stage="running")
            builders.a_project_plan(project, small.people)
        opened = an_open_round(small.programme, period=period_of(date(2012, month, 1), months=1))
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(f"{ADDRESS}{opened.pk}/").status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20


def test_matrix_of_two_hundred_projects_is_quick(small, officer):
    indicators = [small.people, *(builders.an_indicator(small.programme, asked_of_all=True) for _ in range(11))]
    for _ in range(200):
        project = builders.a_project(small.programme, small.measure, stage="running")
        builders.a_project_plan(project, small.people)
    opened = an_open_round(small.programme)
    assert opened.reports.first().figures.count() == len(indicators)
    took = []
    for _ in range(5):
        start = time.process_time()
        assert officer.get(f"{ADDRESS}{opened.pk}/").status_code == 200
        took.append(time.process_time() - start)

    assert min(took) < 0.1

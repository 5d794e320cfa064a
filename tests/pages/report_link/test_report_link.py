"""Reporting by a personal link: one report and nothing else, in the link's language, until it ends."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.mail.signed_tokens import sign_token
from hankekori.areas.rounds.models import ReportStep
from hankekori.core.periods import Period
from tests import builders
from tests.pages.monitoring.conftest import a_whole_report, an_open_round, controls

_NOBODYS = uuid.UUID("9d0c6a1e-51f5-4f6e-8a5e-0c6c2d3f4b5a")


class ByLink:
    """The round as the holder of the link finds it."""

    def __init__(self, asked, address):
        self.address, self.key = address, asked.key


@pytest.fixture
def by_link(asked, address):
    return ByLink(asked, address)


def test_link_opens_the_report_without_an_account(address, holder):
    response = holder.get(address)
    page = LexborHTMLParser(response.content.decode())

    assert response.status_code == 200
    assert page.css_first("h1").text() == "Neuvontahanke"
    assert page.css(".menu") == []
    assert "/seutu/" not in response.content.decode()
    assert "Kirjaudu" not in page.css_first("header").text()


def test_page_is_kept_by_nobody_and_tells_others_nothing(address, holder):
    response = holder.get(address)

    assert "no-store" in response["Cache-Control"]
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "same-origin", "no other site is told the address"
    assert '<meta name="robots" content="noindex">' in response.content.decode()


def test_report_is_written_and_sent(asked, by_link, holder, link):
    sent = a_whole_report(holder, by_link) | {"tee": "laheta"}
    response = holder.post(f"{by_link.address}tallenna/", sent)
    asked.report.refresh_from_db()

    assert response["Location"] == by_link.address
    assert asked.report.state == "submitted"
    assert ReportStep.objects.get().link == link


def test_one_part_is_saved_as_it_is_typed(asked, by_link, holder):
    sent = {f"{asked.key}-seen": "0.", f"{asked.key}-total": "7", f"{asked.key}-state": "reported"}
    response = holder.post(f"{by_link.address}tallenna/", sent, headers={"HX-Request": "true"})
    asked.figure.refresh_from_db()

    assert response.status_code == 200
    assert asked.figure.total == 7


def test_writing_needs_the_forms_token(address):
    holder = Client(enforce_csrf_checks=True)

    assert holder.post(f"{address}tallenna/", {}).status_code == 403


def test_use_of_the_link_is_noted(address, holder, link):
    holder.get(address)
    link.refresh_from_db()

    assert link.last_used_at is not None


@pytest.mark.parametrize(("chosen", "language"), [("sv", "sv"), ("en", "en")])
def test_page_speaks_the_links_language(address, holder, link, chosen, language):
    link.language = chosen
    link.save()

    assert f'<html lang="{language}">' in holder.get(address).content.decode()


def test_holder_may_choose_another_language(address, holder, link):
    holder.post("/i18n/setlang/", {"language": "en", "next": address})

    assert '<html lang="en">' in holder.get(address).content.decode()


@pytest.mark.parametrize("rest", ["", "tallenna/"])
def test_expired_link_says_so_and_whom_to_ask(address, holder, link, rest):
    link.expires_at = timezone.now() - timedelta(minutes=1)
    link.save()
    response = holder.post(f"{address}{rest}") if rest else holder.get(address)

    assert response.status_code == 410
    assert "voimassaolo on päättynyt" in response.content.decode()
    assert "ohjelmatoimisto" in response.content.decode()
    assert "Neuvontahanke" not in response.content.decode()


def test_revoked_link_says_so(address, holder, link):
    link.revoked_at = timezone.now()
    link.save()
    response = holder.get(address)

    assert response.status_code == 410
    assert "Neuvontahanke" not in response.content.decode()


@pytest.mark.parametrize("token", ["x", "a.b", str(_NOBODYS), sign_token(_NOBODYS), "%00", "å" * 300])
def test_wrong_link_is_not_found(db, holder, token):
    response = holder.get(f"/raportoi/{token}/")

    assert response.status_code == 404
    assert "no-store" in response["Cache-Control"]


def test_unsigned_token_opens_nothing(link, holder):
    assert holder.get(f"/raportoi/{link.token}/").status_code == 404


def test_link_opens_no_file_of_another_report(asked, address, holder):
    other = builders.a_project(asked.report.programme, stage="running", name="Toinen hanke")
    report = an_open_round(asked.report.programme, period=_next(asked)).reports.get(project=other)
    kept = report.files.create(
        programme=report.programme, kind="evidence", name="x", content_type="text/plain",
        size=1, sha256="0" * 64, content=b"x", added_at=timezone.now(),
    )  # fmt: skip

    assert holder.get(f"{address}tiedostot/{kept.pk}/").status_code == 404
    assert holder.post(f"{address}tiedostot/{kept.pk}/poista/").status_code == 404


@pytest.mark.parametrize("act", ["palauta/", "hyvaksy/", "avaa/", "oikaise/1/"])
def test_link_decides_nothing(address, holder, act):
    assert holder.post(f"{address}{act}").status_code == 404


def test_who_decided_is_not_named(asked, by_link, holder, officer):
    holder.post(f"{by_link.address}tallenna/", a_whole_report(holder, by_link) | {"tee": "laheta"})
    officer.post(f"{asked.address}palauta/", {"reason": "other", "explanation": "Tarkenna."})
    page = holder.get(by_link.address).content.decode()

    assert "Tarkenna." in page
    assert "coordinator" not in page
    assert controls(page)


def test_page_asks_little_of_the_database(address, holder):
    with CaptureQueriesContext(connection) as captured:
        holder.get(address)

    assert len(captured) < 20


def _next(asked):
    start = asked.round.period_end + timedelta(days=1)
    return Period(start, start + timedelta(days=100))

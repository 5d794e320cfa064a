"""Agenda and minutes of a meeting as files: who may, in which state, in which language."""

import io

import pikepdf
import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.steering.models import Meeting
from hankekori.reports.meetings import approve_and_freeze, freeze_agenda
from tests import builders
from tests.reports.accessible_pdf import faults_of
from tests.reports.meetings.conftest import NOW, meeting  # noqa: F401 - a fixture

# ruff: noqa: F811 - the fixture
PAPERS = ["esityslista", "poytakirja"]


def entered(meeting, role):
    client = Client(headers={"accept-language": "fi"})
    client.force_login(builders.a_user_with(role, meeting.programme) if role else builders.a_user())
    return client


def address(meeting, paper, ending="pdf"):
    return f"/seutu/tyoryhma/kokoukset/{meeting.pk}/{paper}.{ending}"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("role", Role)
def test_papers_are_for_those_who_may_read_meetings(meeting, role, paper):
    allowed = Permission.READ_MEETINGS in permissions_of(role)

    assert entered(meeting, role).get(address(meeting, paper)).status_code == (200 if allowed else 403)


@pytest.mark.parametrize("paper", PAPERS)
def test_papers_do_not_exist_for_the_outsider_and_ask_the_unknown_to_log_in(meeting, client, paper):
    assert entered(meeting, None).get(address(meeting, paper)).status_code == 404
    assert client.get(address(meeting, paper))["Location"].startswith("/kirjaudu/")


@pytest.mark.parametrize("paper", PAPERS)
def test_a_draft_is_an_accessible_pdf_that_says_it_is_a_draft(meeting, paper):
    member = entered(meeting, Role.MEMBER)

    assert faults_of(member.get(address(meeting, paper)).content) == []
    assert "Luonnos" in member.get(address(meeting, paper, "html")).content.decode()
    assert member.get(address(meeting, paper, "docx")).content[:2] == b"PK"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_papers_are_in_the_language_asked_for(meeting, language):
    content = entered(meeting, Role.MEMBER).get(f"{address(meeting, 'poytakirja')}?kieli={language}").content

    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.Root.Lang == language


def test_once_approved_the_frozen_ones_are_given(meeting):
    officer = builders.a_user("Kaisa Koordinaattori")
    agenda = freeze_agenda(by=officer, now=NOW, meeting=meeting, language="fi")
    minutes = approve_and_freeze(by=officer, now=NOW, meeting=meeting, language="fi")
    member = entered(meeting, Role.MEMBER)

    for paper, report in (("esityslista", agenda), ("poytakirja", minutes)):
        given = member.get(address(meeting, paper, "html"))
        assert given.content == member.get(f"/seutu/raportit/{report.pk}/tiedosto/html/").content
        assert "Luonnos" not in LexborHTMLParser(given.content.decode()).body.text()


def test_there_are_no_minutes_before_the_meeting(meeting):
    Meeting.objects.update(state="invited")
    member = entered(meeting, Role.MEMBER)

    assert member.get(address(meeting, "poytakirja")).status_code == 404
    assert member.get(address(meeting, "esityslista")).status_code == 200


@pytest.mark.parametrize("ending", ["xlsx", "json", "exe", "PDF"])
def test_another_format_is_not_found(meeting, ending):
    assert entered(meeting, Role.MEMBER).get(address(meeting, "poytakirja", ending)).status_code == 404


@pytest.mark.parametrize("key", ["0", "99999999999999999999999"])
def test_unknown_meeting_is_not_found(meeting, key):
    member = entered(meeting, Role.MEMBER)

    assert member.get(f"/seutu/tyoryhma/kokoukset/{key}/esityslista.pdf").status_code == 404

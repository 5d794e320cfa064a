"""Minutes: a draft, approved with what they decide, amended; the project tells which decision put it there."""

import pgtrigger
import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.bodies.models import Body, Seat
from hankekori.areas.steering.decisions import add_decision
from hankekori.areas.steering.models import Amendment, Decision
from hankekori.areas.steering.sessions import end_meeting
from hankekori.core.decisions import DecisionKind
from tests import builders
from tests.builders import NOW

NOBODY = {"by": None, "now": NOW}


@pytest.fixture
def accepted(hall, programme):
    """Decide to take a project into the basket, and end the meeting."""
    project = builders.a_project(programme, code="S20009", name="Uusi hanke", basket_state="proposed")
    decision = add_decision(**NOBODY, item=hall.item, kind=DecisionKind.ACCEPT, project=project)
    Decision.objects.filter(pk=decision.pk).update(outcome="as_proposed", decision="Otettiin koriin.")
    end_meeting(**NOBODY, meeting=hall.meeting)
    return project


def approved(officer, hall):
    return officer.post(hall.url("poytakirja/"), {"tee": "approve"}, follow=True)


def test_a_draft_is_read_and_approved(officer, hall, accepted):
    draft = officer.get(hall.url("poytakirja/")).content.decode()
    assert "Luonnos" in draft
    assert "Otettiin koriin." in draft
    page = approved(officer, hall).content.decode()
    accepted.refresh_from_db()
    hall.meeting.refresh_from_db()
    assert (accepted.basket_state, hall.meeting.state) == ("in_basket", "approved")
    assert hall.meeting.minutes is not None
    assert "pantu täytäntöön" in page


def test_what_keeps_minutes_from_approval_is_said(officer, hall, accepted):
    accepted.basket_state = "in_basket"
    accepted.save()
    response = officer.post(hall.url("poytakirja/"), {"tee": "approve"})
    assert response.status_code == 409
    assert "Uusi hanke: Hanke on jo hankekorissa." in response.content.decode()
    hall.meeting.refresh_from_db()
    assert hall.meeting.state == "ended"


def test_approved_minutes_are_amended_and_stay(officer, hall, accepted):
    approved(officer, hall)
    assert officer.post(hall.url("poytakirja/"), {"tee": "amend", "text": "Teksti"}).status_code == 422
    before = type(hall.meeting).objects.get(pk=hall.meeting.pk).minutes
    officer.post(hall.url("poytakirja/"), {"tee": "amend", "text": "Nimi oli väärin.", "reason": "Kirjoitusvirhe"})
    amendment = Amendment.objects.get()
    assert (amendment.previous, amendment.minutes is not None) == (before, True)
    assert "Nimi oli väärin." in officer.get(hall.url("poytakirja/")).content.decode()


def test_the_project_tells_which_decision_put_it_there(officer, hall, accepted, entered):
    approved(officer, hall)
    page = officer.get("/seutu/hankekori/S20009/").content.decode()
    assert "Työryhmän päätökset" in page
    assert hall.url("poytakirja/") in page
    assert "Kokous 3/2012" in page
    history = officer.get("/seutu/hankekori/S20009/historia/").content.decode()
    assert "Työryhmä 3/2012, 1 § Uusi hanke" in history


def test_whoever_may_not_read_meetings_sees_the_decision_without_its_minutes(entered, officer, hall, accepted):
    approved(officer, hall)
    page = entered(Role.OBSERVER).get("/seutu/hankekori/S20009/").content.decode()
    assert "Kokous 3/2012" in page
    assert hall.url("poytakirja/") not in page


def test_minutes_of_an_open_meeting_are_not_approved(officer, hall):
    response = officer.post(hall.url("poytakirja/"), {"tee": "approve"})
    assert (response.status_code, "Päätä kokous ensin" in response.content.decode()) == (409, True)


def test_minutes_whose_bytes_were_changed_are_not_shown_and_it_is_said(officer, hall, accepted):
    approved(officer, hall)
    hall.meeting.refresh_from_db()
    with pgtrigger.ignore("reports.FrozenReport:report_is_frozen"):
        FrozenReport.objects.filter(pk=hall.meeting.minutes_id).update(document=b"x")
    page = officer.get(hall.url("poytakirja/"))
    assert (page.status_code, "Otettiin koriin." in page.content.decode()) == (409, False)
    amended = officer.post(hall.url("poytakirja/"), {"tee": "amend", "text": "Lisäys", "reason": "Virhe"})
    assert (amended.status_code, Amendment.objects.exists()) == (409, False)
    assert officer.get(hall.url("poytakirja.pdf"))["Location"] == hall.url("")


def test_there_are_no_minutes_before_the_meeting_is_opened(officer, planned):
    assert officer.get(planned.url("poytakirja/")).status_code == 404


def test_frozen_minutes_keep_the_names_they_were_approved_with(officer, hall, accepted):
    approved(officer, hall)
    page, file = (officer.get(hall.url(name)) for name in ("poytakirja/", "poytakirja.pdf"))
    assert hall.own.person in page.content.decode()
    Seat.objects.update(person="Toinen nimi")
    type(accepted).objects.update(name="Toinen hanke")
    Body.objects.update(name_fi="Toinen toimielin", quorum_needs_chair=False)
    assert "Toinen nimi" not in officer.get(hall.url("poytakirja/")).content.decode()
    assert officer.get(hall.url("poytakirja.pdf")).content == file.content


def test_the_course_of_an_approved_meeting_is_its_minutes(officer, hall, accepted):
    approved(officer, hall)
    response = officer.get(hall.url())
    assert (response.status_code, response.url) == (302, hall.url("poytakirja/"))
    assert hall.url() not in officer.get(hall.url("poytakirja/")).content.decode()
    assert hall.url() not in officer.get(hall.url("")).content.decode()
    again = officer.post(hall.url(), {"tee": "reopen"}, follow=True)
    assert "Pöytäkirja" in again.content.decode()
    hall.meeting.refresh_from_db()
    assert hall.meeting.state == "approved"

"""The demo's meetings: what is in the basket was decided, and the coming meeting is called with what is open."""

from datetime import UTC, date, datetime, timedelta

import pytest

from hankekori.areas.mail.models import Message
from hankekori.areas.plan.models import PlanVersion
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.models import AgendaItem, Decision, FollowUp, Meeting
from hankekori.core.decisions import DecisionKind
from hankekori.reports.snapshots import open_frozen

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TODAY = date(2026, 11, 24)

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(demo):
    return Programme.objects.get(slug="heinola")


def test_every_project_of_the_basket_points_to_the_decision_that_took_it_there(programme):
    for project in programme.projects.filter(basket_state__in=("in_basket", "left")):
        accepted = project.decisions.select_related("item__meeting").get(kind=DecisionKind.ACCEPT)
        assert accepted.effective_at
        assert accepted.item.meeting.state == Meeting.State.APPROVED
        held = accepted.item.meeting.starts_at.date()
        left = project.decisions.filter(kind=DecisionKind.LEAVE).select_related("item__meeting").first()
        assert project.basket_decided_on == (left.item.meeting.starts_at.date() if left else held)


def test_projects_stand_where_the_data_says(programme):
    states = dict.fromkeys(Project.BasketState.values, 0)
    for state in programme.projects.values_list("basket_state", flat=True):
        states[state] += 1
    assert states == {"outside": 3, "proposed": 2, "in_basket": 19, "left": 1}


def test_plan_in_force_was_adopted_in_a_meeting_and_its_revision_waits(programme):
    adopted, draft = PlanVersion.objects.filter(programme=programme).order_by("number")
    decision = Decision.objects.select_related("item__meeting").get(kind=DecisionKind.ADOPT_PLAN, plan_version=adopted)
    assert adopted.adopted_on == decision.item.meeting.starts_at.date() == date(2009, 6, 15)
    assert draft.adopted_on is None


def test_past_meetings_have_minutes_that_open_as_they_were_frozen(programme):
    past = programme.meetings.filter(starts_at__lt=NOW)
    assert {meeting.state for meeting in past} == {Meeting.State.APPROVED}
    assert len(past) == 14
    for meeting in past:
        assert open_frozen(meeting.minutes).marking == "Seurantatiedot ovat keksittyjä esimerkkejä"


def test_previous_meeting_is_that_before_the_day_the_pages_open_on(programme):
    programme.refresh_from_db()
    assert programme.previous_meeting == date(2012, 2, 14)


def test_some_follow_ups_are_done_one_is_late_and_one_is_to_come(programme):
    rows = FollowUp.objects.filter(programme=programme)
    assert rows.filter(state="done").count() == 2
    late, coming = rows.filter(state="open").order_by("due")
    assert late.due < TODAY < coming.due <= TODAY + timedelta(days=14)


def test_coming_meeting_is_called_with_what_is_open(programme):
    meeting = programme.meetings.get(starts_at__gt=NOW)
    assert meeting.state == Meeting.State.INVITED
    kinds = set(AgendaItem.objects.filter(meeting=meeting).values_list("kind", flat=True))
    assert {"opening", "measure", "proposal", "plan_version", "communication_plan", "follow_up", "closing"} <= kinds
    assert meeting.agenda is not None


def test_each_seat_of_the_coming_meeting_has_an_invitation_with_its_event(programme):
    messages = Message.objects.filter(programme=programme, kind=Message.Kind.MEETING)
    assert messages.count() == 8
    for message in messages:
        assert message.to.endswith("@example.org")
        assert "METHOD:REQUEST" in message.calendar

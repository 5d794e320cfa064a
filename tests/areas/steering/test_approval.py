"""Approving minutes: what was decided happens, all or nothing, once; and what the history says of it."""

from datetime import date

import pytest

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.errors import EmptyFieldError
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.projects.history import history_of
from hankekori.areas.steering.approval import amend_minutes, approve_minutes
from hankekori.areas.steering.decision_errors import (
    EffectFailedError,
    MeetingStateError,
    MinutesNotFrozenError,
    NoQuorumError,
    NotSteeringError,
    StaleWritingError,
    SubjectMissingError,
    TaskIncompleteError,
    UndecidedError,
    VoteContradictsError,
)
from hankekori.areas.steering.decisions import add_decision, remove_decision, save_decision
from hankekori.areas.steering.models import Decision, FollowUp
from hankekori.areas.steering.votes import cast_vote, close_vote, open_vote
from hankekori.core.decisions import DecisionKind as Kind
from tests import builders
from tests.areas.steering.conftest import decide
from tests.builders import NOW

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}
DAY = date(2012, 4, 24)


def add(room, kind, **about):
    return add_decision(**NOBODY, item=room.item, kind=kind, **about)


def approve(room):
    room.end()
    return approve_minutes(by=room.officer, now=NOW, meeting=room.meeting)


def a_report(room, **fields) -> FrozenReport:
    values = {"kind": "working_group", "language": "fi", "as_of": DAY, "known_on": DAY, "document": b"{}",
              "sha256": "0" * 64, "frozen_at": NOW}  # fmt: skip
    return FrozenReport.objects.create(programme=room.programme, **values | fields)


def test_a_project_enters_the_basket_when_the_minutes_are_approved(room):
    room.all_present()
    project = builders.a_project(room.programme, basket_state="proposed")
    decision = decide(add(room, Kind.ACCEPT, project=project))
    project.refresh_from_db()
    assert project.basket_state == "proposed"
    meeting = approve(room)
    project.refresh_from_db()
    decision.refresh_from_db()
    room.programme.refresh_from_db()
    assert (meeting.state, meeting.approved_at, meeting.approved_by) == ("approved", NOW, room.officer)
    assert (project.basket_state, project.basket_decided_on) == ("in_basket", DAY)
    assert (decision.effective_at, room.programme.previous_meeting) == (NOW, DAY)


def test_the_history_tells_who_and_why(room):
    room.all_present()
    projects = [builders.a_project(room.programme, basket_state="proposed") for _ in range(2)]
    for project in projects:
        decide(add(room, Kind.ACCEPT, project=project))
    approve(room)
    line = history_of(projects[0], with_personal=True)[0]
    assert (line.action, line.who, line.why) == (
        "steering.approve_minutes", str(room.officer), "Työryhmä 3/2012, 1 § Uusi hanke",
    )  # fmt: skip


def test_a_rejected_or_tabled_decision_changes_nothing(room):
    room.all_present()
    project = builders.a_project(room.programme, basket_state="proposed")
    for outcome in ("rejected", "tabled"):
        decide(add(room, Kind.ACCEPT, project=project), outcome)
    approve(room)
    project.refresh_from_db()
    assert project.basket_state == "proposed"
    assert not Decision.objects.filter(effective_at__isnull=False).exists()


def test_decisions_of_one_meeting_happen_in_their_order(room):
    room.all_present()
    project = builders.a_project(room.programme, basket_state="proposed")
    decide(add(room, Kind.ACCEPT, project=project))
    decide(add(room, Kind.REPRIORITISE, project=project, priority=2), "changed")
    approve(room)
    project.refresh_from_db()
    assert (project.basket_state, project.priority) == ("in_basket", 2)


def test_a_plan_and_a_communication_plan_come_into_force(room):
    room.all_present()
    version = builders.a_plan(room.programme, number=1, adopted_on=None)
    plan = CommunicationPlan.objects.create(programme=room.programme, number=1, messages="Uutta työtä syntyy.")
    decide(add(room, Kind.ADOPT_PLAN, plan_version=version))
    decide(add(room, Kind.APPROVE_COMMUNICATION, communication_plan=plan))
    approve(room)
    plan.refresh_from_db()
    assert (version_in_force(room.programme), plan.adopted_on) == (version, DAY)


def test_one_failing_effect_leaves_everything_as_it_was(room):
    room.all_present()
    first, second = (builders.a_project(room.programme, basket_state="proposed") for _ in range(2))
    decide(add(room, Kind.ACCEPT, project=first))
    decide(add(room, Kind.LEAVE, project=second))
    decide(add(room, Kind.TASK), owner_name="Sihteeri", due=DAY)
    room.end()
    with pytest.raises(EffectFailedError) as told:
        approve_minutes(by=room.officer, now=NOW, meeting=room.meeting)
    assert told.value.message.fi.startswith("1 § Uusi hanke: Hanke ei ole hankekorissa. Muuta päätöksen lajia")
    first.refresh_from_db()
    room.meeting.refresh_from_db()
    assert (first.basket_state, room.meeting.state, FollowUp.objects.count()) == ("proposed", "ended", 0)


def test_an_approved_meeting_is_not_approved_again(room):
    room.all_present()
    approve(room)
    with pytest.raises(MeetingStateError):
        approve_minutes(by=room.officer, now=NOW, meeting=room.meeting)


def test_tasks_become_follow_ups(room):
    room.all_present()
    decide(add(room, Kind.TASK, proposal="Selvitetään tontit."), owner_seat=room.first, due=DAY)
    decide(add(room, Kind.DECISION), decision="Pyydetään lausunto.", owner_name="Kunta", due=DAY)
    decide(add(room, Kind.DECISION))
    decide(add(room, Kind.TASK), "rejected")
    approve(room)
    found = FollowUp.objects.order_by("pk").values_list("task", "owner_seat", "owner_name", "due", "state")
    assert list(found) == [
        ("Selvitetään tontit.", room.first.pk, "", DAY, "open"),
        ("Pyydetään lausunto.", None, "Kunta", DAY, "open"),
    ]


def test_a_task_stays_with_the_organisation_its_doer_sat_for(room):
    room.all_present()
    decision, sat_for = add(room, Kind.TASK), room.first.organisation
    written = {"proposal": "", "text": "Selvitetään.", "outcome": "as_proposed", "owner_seat": room.first, "due": DAY}
    save_decision(**NOBODY, decision=decision, seen=0, **written)
    room.first.organisation = builders.an_organisation(room.programme)
    room.first.save()
    approve(room)
    assert FollowUp.objects.get().owner_organisation == sat_for


@pytest.mark.parametrize("fields", [{}, {"owner_name": "Kunta"}, {"due": DAY}])
def test_a_task_without_a_doer_or_a_day_is_refused(room, fields):
    room.all_present()
    decide(add(room, Kind.TASK), **fields)
    with pytest.raises(TaskIncompleteError):
        approve(room)


def test_every_decision_needs_its_outcome(room):
    room.all_present()
    add(room, Kind.DECISION)
    with pytest.raises(UndecidedError) as told:
        approve(room)
    assert "1 § Uusi hanke" in told.value.message.fi


def test_without_a_quorum_only_what_has_no_effect_is_approved(room):
    room.present(room.chair)
    project = builders.a_project(room.programme, basket_state="proposed")
    decide(add(room, Kind.INFORMATION))
    decision = decide(add(room, Kind.ACCEPT, project=project))
    room.end()
    with pytest.raises(NoQuorumError):
        approve_minutes(by=room.officer, now=NOW, meeting=room.meeting)
    decide(decision, "tabled")
    assert approve_minutes(by=room.officer, now=NOW, meeting=room.meeting).state == "approved"


def test_the_disqualified_do_not_make_a_quorum(room):
    room.present(room.chair, room.vice, room.first)
    project = builders.a_project(room.programme, basket_state="proposed", implementer=room.first.organisation)
    decide(add(room, Kind.ACCEPT, project=project))
    with pytest.raises(NoQuorumError):
        approve(room)


def test_an_outcome_against_the_vote_is_refused(room):
    room.all_present()
    decision = open_vote(**NOBODY, decision=add(room, Kind.DECISION))
    for seat in (room.chair, room.vice):
        cast_vote(**NOBODY, decision=decision, seat=seat, choice="against")
    close_vote(**NOBODY, decision=decision)
    decide(decision, "as_proposed")
    with pytest.raises(VoteContradictsError):
        approve(room)


def test_a_decision_rests_on_the_report_of_its_meeting(room):
    room.all_present()
    early = decide(add(room, Kind.DECISION))
    room.meeting.report = a_report(room)
    room.meeting.save()
    assert add(room, Kind.DECISION).report == room.meeting.report
    decide(Decision.objects.latest("pk"))
    approve(room)
    early.refresh_from_db()
    assert early.report == room.meeting.report


def test_a_body_that_does_not_steer_decides_nothing_of_the_basket(room):
    body = builders.a_body(room.programme, "informs_municipalities")
    item = builders.an_item(builders.a_meeting(body))
    with pytest.raises(NotSteeringError):
        add_decision(**NOBODY, item=item, kind=Kind.ACCEPT, project=builders.a_project(room.programme))


def test_a_decision_takes_its_subject_from_the_item(room):
    project = builders.a_project(room.programme)
    with pytest.raises(SubjectMissingError):
        add(room, Kind.LEAVE)
    room.item.project = project
    assert add(room, Kind.LEAVE).project == project


def test_a_decision_of_two_writers_is_not_written_over(room):
    decision = add(room, Kind.DECISION)
    written = {"proposal": "", "outcome": "open"}
    save_decision(**NOBODY, decision=decision, seen=0, text="Ensimmäinen", **written)
    with pytest.raises(StaleWritingError) as told:
        save_decision(**NOBODY, decision=decision, seen=0, text="Toinen", **written)
    assert (told.value.theirs.decision, told.value.field) == ("Ensimmäinen", "decision")


def test_what_was_approved_is_neither_written_nor_removed(room):
    room.all_present()
    decision = decide(add(room, Kind.DECISION))
    removed = add(room, Kind.DECISION)
    remove_decision(**NOBODY, decision=removed)
    approve(room)
    with pytest.raises(MeetingStateError) as told:
        remove_decision(**NOBODY, decision=decision)
    assert "allekirjoitettu oikaisu" in told.value.message.fi
    with pytest.raises(MeetingStateError):
        add(room, Kind.DECISION)


def test_an_amendment_is_signed_and_the_minutes_stay(room):
    room.all_present()
    decide(add(room, Kind.DECISION))
    signing = {"by": room.officer, "now": NOW, "meeting": room.meeting, "text": "Nimi on väärin.", "reason": "Virhe."}
    with pytest.raises(MeetingStateError):
        amend_minutes(**signing)
    approve(room)
    with pytest.raises(MinutesNotFrozenError):
        amend_minutes(**signing)
    room.meeting.refresh_from_db()
    room.meeting.minutes = a_report(room, kind="minutes")
    room.meeting.save()
    with pytest.raises(EmptyFieldError):
        amend_minutes(**signing | {"reason": " "})
    amendment = amend_minutes(**signing, item=room.item)
    assert (amendment.signed_by, amendment.signed_at, amendment.previous) == (room.officer, NOW, room.meeting.minutes)

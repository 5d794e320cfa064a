"""Approving the minutes of a meeting, which carries out all that was decided or nothing of it; and amending them.

Nothing else puts a project into the basket or out of it, a plan in force, or a follow-up on the list.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.models import Duty
from hankekori.areas.communications.actions import adopt_plan
from hankekori.areas.errors import DomainError, EmptyFieldError, NotInProgrammeError
from hankekori.areas.history import action, note
from hankekori.areas.monitoring.actions import adopt_plan_version
from hankekori.areas.programmes.actions import save_programme
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.basket_decisions import carry_out_decision
from hankekori.areas.steering.decision_errors import (
    EffectFailedError,
    MinutesNotFrozenError,
    NoQuorumError,
    TaskIncompleteError,
    UndecidedError,
    VoteContradictsError,
)
from hankekori.areas.steering.holding import State, lock_meeting
from hankekori.areas.steering.matters import numbers_of
from hankekori.areas.steering.models import AgendaItem, Amendment, Decision, FollowUp, Meeting
from hankekori.areas.steering.sitting import disqualified_by_item, places_of, quorum_of
from hankekori.areas.steering.votes import result_of
from hankekori.core.decisions import EFFECTIVE, MADE, DecisionKind, leaves_task

_Outcome = Decision.Outcome
_RELATED = ("project__programme", "plan_version__programme", "communication_plan")


@dataclass(frozen=True, slots=True)
class Made:
    """A decision of the meeting and its matter as people name it: "3 § Uusi hanke"."""

    decision: Decision
    matter: str

    @property
    def has_effect(self) -> bool:
        return self.decision.outcome in MADE and self.decision.kind in EFFECTIVE

    @property
    def is_task(self) -> bool:
        """Tell whether somebody has something to do."""
        made = self.decision
        return leaves_task(made.kind, made.outcome, has_owner=_has_owner(made), has_day=made.due is not None)


@action("steering.approve_minutes")
def approve_minutes(*, by: User, now: datetime, meeting: Meeting) -> Meeting:
    """Approve the minutes of an ended meeting and carry out what it decided, in the order of the agenda.

    Refuses, with the item, the reason and what to do, a decision without an outcome, one against its vote, a task
    nobody has, one with effect made without a quorum, and one that cannot happen any more. Approved once: the second of
    two at the same time is refused.
    """
    programme = Programme.objects.select_for_update(no_key=True).get(
        pk=meeting.programme_id
    )  # as writers of results do
    locked = lock_meeting(meeting.pk, State.ENDED)
    decided = _decisions_of(locked)
    _check(locked, decided)
    day = _day_of(locked)
    for each in decided:
        _carry_out(each, locked, by=by, now=now, day=day)
    if locked.body.duties.filter(kind=Duty.Kind.STEERS_PROGRAMME).exists():
        latest = max(day, programme.previous_meeting or day)
        save_programme(by=by, now=now, slug=programme.slug, previous_meeting=latest)
    locked.state, locked.approved_at, locked.approved_by = State.APPROVED, now, by
    locked.save(update_fields=["state", "approved_at", "approved_by"])
    return locked


@action("steering.amend_minutes")
def amend_minutes(
    *, by: User, now: datetime, meeting: Meeting, text: str, reason: str, item: AgendaItem | None = None
) -> Amendment:
    """Sign an addition to approved minutes; they stay as they are, and what they decided stays done."""
    locked = lock_meeting(meeting.pk, State.APPROVED)
    for field, written in (("text", text), ("reason", reason)):
        if not written.strip():
            raise EmptyFieldError(field)
    if item is not None and item.meeting_id != locked.pk:
        raise NotInProgrammeError("item")
    if locked.minutes_id is None:
        raise MinutesNotFrozenError
    return Amendment.objects.create(
        programme_id=locked.programme_id,
        meeting=locked,
        item=item,
        text=text.strip(),
        reason=reason.strip(),
        signed_at=now,
        signed_by=by,
        previous_id=locked.minutes_id,
    )


def _day_of(meeting: Meeting) -> date:
    """Give the day of the decisions: the meeting's, also when it was opened here later."""
    return timezone.localdate(meeting.starts_at)


def _decisions_of(meeting: Meeting) -> list[Made]:
    """List the decisions of the meeting in the order of its agenda."""
    numbers = numbers_of(meeting)
    rows = Decision.objects.filter(programme=meeting.programme_id, item__in=numbers)
    found = rows.select_related("item", *_RELATED).order_by("item__position", "item", "position", "pk")
    return [Made(row, f"{numbers[row.item_id]} § {row.item.title}") for row in found]


def _check(meeting: Meeting, decided: Sequence[Made]) -> None:
    """Refuse minutes that cannot be approved as they are."""
    places = places_of(meeting)
    disqualified = disqualified_by_item([each.decision.item for each in decided])
    for each in decided:
        decision = each.decision
        if decision.outcome == _Outcome.OPEN:
            raise UndecidedError(each.matter)
        if decision.voting == Decision.Voting.CLOSED:
            _check_vote(each)
        if each.is_task and not (_has_owner(decision) and decision.due):
            raise TaskIncompleteError(each.matter)
        if each.has_effect and not quorum_of(meeting.body, places, disqualified.get(decision.item_id, ())).met:
            raise NoQuorumError(each.matter)


def _check_vote(each: Made) -> None:
    passed, outcome = result_of(each.decision).passed, each.decision.outcome
    if (outcome == _Outcome.AS_PROPOSED and passed is not True) or (outcome == _Outcome.REJECTED and passed is True):
        raise VoteContradictsError(each.matter)


def _carry_out(each: Made, meeting: Meeting, *, by: User, now: datetime, day: date) -> None:
    decision = each.decision
    if decision.report_id is None:
        decision.report_id = meeting.report_id
    if each.has_effect:
        try:
            _let_happen(decision, f"{meeting.body.name_fi} {meeting}, {each.matter}", by, now, day)
        except DomainError as error:
            raise EffectFailedError(each.matter, error) from error
        decision.effective_at = now
    decision.save(update_fields=["report", "effective_at"])
    if each.is_task:
        _follow_up(decision, meeting, now)


def _let_happen(decision: Decision, why: str, by: User, now: datetime, day: date) -> None:
    """Let the effect of a decision happen; the history of what it changes tells why."""
    kind = DecisionKind(decision.kind)
    if decision.plan_version is not None:
        note(why=why)
        adopt_plan_version(by=by, now=now, version=decision.plan_version, adopted_on=day)
    elif decision.communication_plan is not None:
        adopt_plan(by=by, now=now, plan=decision.communication_plan, adopted_on=day)
    elif decision.project is not None:
        note(**{f"why_project_{decision.project_id}": why})
        carry_out_decision(
            by=by, now=now, project=decision.project, kind=kind, decided_on=day, priority=decision.priority
        )


def _follow_up(decision: Decision, meeting: Meeting, now: datetime) -> None:
    assert decision.due is not None  # noqa: S101 - for the type checker: _check has refused a task without a day
    FollowUp.objects.create(
        programme_id=meeting.programme_id,
        body=meeting.body,
        decision=decision,
        task=decision.decision or decision.proposal or decision.item.title,
        owner_seat_id=decision.owner_seat_id,
        owner_organisation_id=decision.owner_organisation_id,
        owner_name=decision.owner_name,
        due=decision.due,
        created_at=now,
    )


def _has_owner(decision: Decision) -> bool:
    return bool(decision.owner_seat_id or decision.owner_organisation_id or decision.owner_name)

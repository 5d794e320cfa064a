"""Writing decisions on the items of a meeting. Their effects happen when the minutes are approved (approval.py)."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import date, datetime
from typing import TypedDict

from django.db.models import Max

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.plan.models import PlanVersion
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.decision_errors import NotSteeringError, SubjectMissingError
from hankekori.areas.steering.disqualifications import mark_applicants
from hankekori.areas.steering.holding import BEFORE_APPROVAL, lock_meeting, write
from hankekori.areas.steering.models import AgendaItem, Decision
from hankekori.core.decisions import SUBJECTS, DecisionKind, Subject


class _About(TypedDict, total=False):
    """What a decision names: one of these or none."""

    project: Project
    plan_version: PlanVersion
    communication_plan: CommunicationPlan


@action("steering.add_decision")
def add_decision(
    *,
    by: User | None,
    now: datetime,
    item: AgendaItem,
    kind: DecisionKind,
    proposal: str = "",
    project: Project | None = None,
    plan_version: PlanVersion | None = None,
    communication_plan: CommunicationPlan | None = None,
    priority: int | None = None,
) -> Decision:
    """Put a decision on an item, from its agenda until its minutes are approved.

    What the decision is about is the item's where it is not given. It rests on the meeting's report unless it is saved
    with another.
    """
    meeting = lock_meeting(item.meeting_id, *BEFORE_APPROVAL)
    about = _about(item, kind, project, plan_version, communication_plan)
    if SUBJECTS[kind] is not Subject.NOTHING and not _steers(meeting.body):
        raise NotSteeringError
    if project := about.get("project"):
        mark_applicants(item, project)
    last = item.decisions.aggregate(last=Max("position"))["last"]
    return Decision.objects.create(
        programme_id=item.programme_id,
        item=item,
        position=(last or 0) + 1,
        kind=kind.value,
        proposal=proposal.strip(),
        report=meeting.report,
        priority=priority if kind is DecisionKind.REPRIORITISE else None,
        **about,
    )


@action("steering.save_decision")
def save_decision(
    *,
    by: User | None,
    now: datetime,
    decision: Decision,
    seen: int,
    proposal: str,
    text: str,
    outcome: str,
    report: FrozenReport | None = None,
    priority: int | None = None,
    owner_seat: Seat | None = None,
    owner_name: str = "",
    due: date | None = None,
) -> Decision:
    """Write what was proposed and decided over the revision that was seen; raises StaleWritingError.

    The organisation of the owner's seat is kept beside the owner.
    """
    meeting = lock_meeting(decision.item.meeting_id, *BEFORE_APPROVAL)
    if outcome not in Decision.Outcome.values:
        raise UnknownChoiceError("outcome", outcome)
    if owner_seat is not None and owner_seat.body_id != meeting.body_id:
        raise NotInProgrammeError("owner_seat")
    if report is not None and report.programme_id != meeting.programme_id:
        raise NotInProgrammeError("report")
    locked = Decision.objects.select_for_update(no_key=True).get(pk=decision.pk)
    return write(
        locked,
        seen,
        proposal=proposal.strip(),
        decision=text.strip(),
        outcome=outcome,
        report=report or meeting.report,
        priority=priority if locked.kind == DecisionKind.REPRIORITISE else None,
        owner_seat=owner_seat,
        owner_organisation=owner_seat.organisation if owner_seat else None,
        owner_name=owner_name.strip(),
        due=due,
    )


@action("steering.remove_decision")
def remove_decision(*, by: User | None, now: datetime, decision: Decision) -> None:
    """Take a decision off its item before the minutes are approved; the history keeps what it was."""
    lock_meeting(decision.item.meeting_id, *BEFORE_APPROVAL)
    Decision.objects.filter(pk=decision.pk).delete()


def _about(
    item: AgendaItem,
    kind: DecisionKind,
    project: Project | None,
    plan_version: PlanVersion | None,
    communication_plan: CommunicationPlan | None,
) -> _About:
    """Give what the decision names, refuse one that has to name something and does not."""
    subject = SUBJECTS[kind]
    about = _About()
    if subject is Subject.PROJECT and (named := project or item.project):
        about["project"] = named
    elif subject is Subject.PLAN_VERSION and (version := plan_version or item.plan_version):
        about["plan_version"] = version
    elif subject is Subject.COMMUNICATION_PLAN and (plan := communication_plan or item.communication_plan):
        about["communication_plan"] = plan
    elif subject is not Subject.NOTHING:
        raise SubjectMissingError(subject)
    if any(each.programme_id != item.programme_id for each in (project, plan_version, communication_plan) if each):
        raise NotInProgrammeError(subject.value)
    return about


def _steers(body: Body) -> bool:
    return body.duties.filter(kind=Duty.Kind.STEERS_PROGRAMME).exists()

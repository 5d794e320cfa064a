"""Writing bodies: what they are called, what they are for, and how long they last."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import ProtectedError, Q

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.errors import (
    AnotherSteersError,
    BodyInUseError,
    BodyNameTakenError,
    DutyProjectError,
    QuorumNumberError,
    TermAheadError,
)
from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.projects.models import Project
from hankekori.core.quorum import QuorumRule
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class BodyDuty:
    """A duty to be given; steering a project names it."""

    kind: str
    project: Project | None = None


@action("bodies.save_body")
def save_body(
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    name: Translated,
    body: Body | None = None,  # None: a new one
    quorum_rule: str = QuorumRule.MORE_THAN_HALF,
    quorum_number: int | None = None,
    quorum_needs_chair: bool = True,
    set_up_on: date | None = None,
) -> Body:
    """Set up a body or change what it is called and when it may decide; its duties and its end are their own actions.

    Raises EmptyFieldError, BodyNameTakenError, UnknownChoiceError, QuorumNumberError and WrongOrderError.
    """
    saved = body or Body(programme=programme)
    saved.name_fi, saved.name_sv, saved.name_en = (text.strip() for text in (name.fi, name.sv, name.en))
    saved.quorum_rule, saved.quorum_number = quorum_rule, quorum_number
    saved.quorum_needs_chair, saved.set_up_on = quorum_needs_chair, set_up_on
    _check_body(saved)
    saved.save()
    return saved


@action("bodies.set_duties")
def set_duties(*, by: User | None, now: datetime, body: Body, duties: Collection[BodyDuty]) -> None:
    """Say what a body is for, one thing or several; only one body at a time steers the programme."""
    _check_duties(body, duties)
    wanted = {(duty.kind, duty.project.pk if duty.project else None) for duty in duties}
    kept = {(duty.kind, duty.project_id): duty for duty in Duty.objects.filter(programme=body.programme_id, body=body)}
    for key, duty in kept.items():
        if key not in wanted:
            duty.delete()
    for kind, project in sorted(wanted - kept.keys(), key=str):
        Duty.objects.create(programme_id=body.programme_id, body=body, kind=kind, project_id=project)


@action("bodies.end_body")
def end_body(*, by: User | None, now: datetime, body: Body, ended_on: date) -> Body:
    """End a body, the terms that go on with it; raises TermAheadError where a term only begins after the day."""
    if body.set_up_on and ended_on < body.set_up_on:
        raise WrongOrderError("ended_on")
    seats = Seat.objects.select_for_update().filter(programme=body.programme_id, body=body)
    if ahead := seats.filter(start__gt=ended_on).order_by("start", "id").first():
        raise TermAheadError(ahead.person, ahead.start)
    for seat in seats.filter(Q(end__isnull=True) | Q(end__gt=ended_on)).order_by("id"):
        seat.end = ended_on
        seat.save(update_fields=["end"])
    body.ended_on = ended_on
    body.save(update_fields=["ended_on"])
    return body


@action("bodies.reopen_body")
def reopen_body(*, by: User | None, now: datetime, body: Body) -> Body:
    """Let an ended body go on; terms that ended with it stay ended. Raises AnotherSteersError."""
    body.ended_on = None
    if Duty.objects.filter(programme=body.programme_id, body=body, kind=Duty.Kind.STEERS_PROGRAMME).exists():
        _check_steers_alone(body)
    body.save(update_fields=["ended_on"])
    return body


@action("bodies.remove_body")
def remove_body(*, by: User | None, now: datetime, body: Body) -> None:
    """Remove a body set up by mistake, its seats with it; raises BodyInUseError once a meeting or a task names it."""
    try:
        body.delete()
    except ProtectedError as error:
        raise BodyInUseError from error


def _check_body(body: Body) -> None:
    if not body.name_fi:
        raise EmptyFieldError("name_fi")
    if Body.objects.filter(programme=body.programme_id, name_fi=body.name_fi).exclude(pk=body.pk).exists():
        raise BodyNameTakenError(body.name_fi)
    if body.quorum_rule not in list(QuorumRule):
        raise UnknownChoiceError("quorum_rule", body.quorum_rule)
    is_by_number = body.quorum_rule == QuorumRule.NUMBER
    if is_by_number != bool(body.quorum_number):
        raise QuorumNumberError
    if body.set_up_on and body.ended_on and body.ended_on < body.set_up_on:
        raise WrongOrderError("set_up_on")


def _check_duties(body: Body, duties: Collection[BodyDuty]) -> None:
    for duty in duties:
        if duty.kind not in Duty.Kind.values:
            raise UnknownChoiceError("duties", duty.kind)
        if (duty.kind == Duty.Kind.STEERS_PROJECT) != (duty.project is not None):
            raise DutyProjectError
        if duty.project and duty.project.programme_id != body.programme_id:
            raise NotInProgrammeError("duties")
    if body.ended_on is None and any(duty.kind == Duty.Kind.STEERS_PROGRAMME for duty in duties):
        _check_steers_alone(body)


def _check_steers_alone(body: Body) -> None:
    Programme.objects.select_for_update(no_key=True).get(pk=body.programme_id)  # two at once come one after another
    steering = Duty.objects.filter(programme=body.programme_id, kind=Duty.Kind.STEERS_PROGRAMME)
    other = steering.filter(body__ended_on__isnull=True).exclude(body=body).select_related("body").first()
    if other:
        raise AnotherSteersError(other.body.name_fi)

"""Writing who sits in a body: terms of members and of their deputies.

A term is never taken away once something points to it; it is ended.
"""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import date, datetime
from typing import Any

from django.db.models import ProtectedError, Q, QuerySet

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.bodies.errors import (
    BodyEndedError,
    DeputyRoleError,
    DeputyTermError,
    NoRoleError,
    SeatInUseError,
    SecondChairError,
    SecondSeatError,
)
from hankekori.areas.bodies.models import Body, Seat
from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.history import action
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.core.texts import LANGUAGES


@action("bodies.add_seat")
def add_seat(
    *,
    by: User | None,
    now: datetime,
    body: Body,
    person: str,
    start: date,
    **fields: Any,  # noqa: ANN401 - the model's other fields
) -> Seat:
    """Seat a person for a term; `deputy_of` makes them a member's deputy.

    Raises the errors of change_seat.
    """
    _hold(body)
    seat = Seat(programme_id=body.programme_id, body=body, person=person.strip(), start=start, **fields)
    _check_seat(seat)
    seat.save()
    return seat


@action("bodies.change_seat")
def change_seat(
    *,
    by: User | None,
    now: datetime,
    seat: Seat,
    **fields: Any,  # noqa: ANN401 - the model's fields
) -> Seat:
    """Change the given fields of a term; whose deputy it is stays.

    Raises EmptyFieldError, UnknownChoiceError, WrongOrderError, NotInProgrammeError, NoRoleError, BodyEndedError,
    SecondChairError, SecondSeatError, DeputyRoleError and DeputyTermError.
    """
    unknown = fields.keys() - _CHANGED
    if unknown:
        raise TypeError(f"not fields that change_seat changes: {', '.join(sorted(unknown))}")
    _hold(seat.body)
    for name, value in fields.items():
        setattr(seat, name, value.strip() if isinstance(value, str) else value)
    _check_seat(seat)
    seat.save(update_fields=list(fields))
    return seat


@action("bodies.end_seat")
def end_seat(*, by: User | None, now: datetime, seat: Seat, end: date) -> Seat:
    """End a term, and with it those of its deputies; `end` is its last day. Raises DeputyTermError for one to come."""
    _hold(seat.body)
    for deputy in seat.deputies.filter(Q(end__isnull=True) | Q(end__gt=end)).order_by("id"):
        if deputy.start > end:
            raise DeputyTermError(deputy.person, "end")
        deputy.end = end
        deputy.save(update_fields=["end"])
    return change_seat(by=by, now=now, seat=seat, end=end)


@action("bodies.remove_seat")
def remove_seat(*, by: User | None, now: datetime, seat: Seat) -> None:
    """Remove a term made by mistake, its deputies' too; raises SeatInUseError once something points to it."""
    try:
        seat.delete()
    except ProtectedError as error:
        raise SeatInUseError(seat.person) from error


def _hold(body: Body) -> None:
    """Let two who write the seats of a body come one after another."""
    Body.objects.select_for_update(no_key=True).get(programme=body.programme_id, pk=body.pk)


def _check_seat(seat: Seat) -> None:
    if not seat.person:
        raise EmptyFieldError("person")
    if seat.role not in Seat.Role.values:
        raise UnknownChoiceError("role", seat.role)
    if seat.language not in LANGUAGES:
        raise UnknownChoiceError("language", seat.language)
    if seat.end and seat.end < seat.start:
        raise WrongOrderError("end")
    if seat.organisation and seat.organisation.programme_id != seat.programme_id:
        raise NotInProgrammeError("organisation")
    if seat.body.ended_on and not (seat.end and seat.end <= seat.body.ended_on):
        raise BodyEndedError(seat.body.ended_on)
    _check_account(seat)
    _check_chair(seat)
    _check_deputy(seat)
    _check_deputies(seat)


def _check_account(seat: Seat) -> None:
    if seat.user is None:
        return
    if not RoleAssignment.objects.filter(programme=seat.programme_id, user=seat.user).exists():
        raise NoRoleError
    if seat.deputy_of_id is None and (other := _beside(seat).filter(user=seat.user, deputy_of__isnull=True).first()):
        raise SecondSeatError(other.person)


def _check_chair(seat: Seat) -> None:
    if seat.role == Seat.Role.CHAIR and (other := _beside(seat).filter(role=Seat.Role.CHAIR).first()):
        raise SecondChairError(other.person)


def _check_deputy(seat: Seat) -> None:
    member = seat.deputy_of
    if member is None:
        return
    if member.body_id != seat.body_id:
        raise NotInProgrammeError("deputy_of")
    if member.deputy_of_id is not None:
        raise DeputyRoleError("deputy_of")
    if seat.role != Seat.Role.MEMBER:
        raise DeputyRoleError("role")
    if seat.start < member.start:
        raise DeputyTermError(seat.person, "start")
    if member.end and not (seat.end and seat.end <= member.end):
        raise DeputyTermError(seat.person, "end")


def _check_deputies(seat: Seat) -> None:
    """Refuse to make a member's term shorter than a deputy's."""
    outside = Q(start__lt=seat.start)
    if seat.end:
        outside |= Q(end__isnull=True) | Q(end__gt=seat.end)
    if seat.pk and (deputy := seat.deputies.filter(outside).order_by("id").first()):
        raise DeputyTermError(deputy.person, "start" if deputy.start < seat.start else "end")


def _beside(seat: Seat) -> QuerySet[Seat]:
    """Give the other seats of the body whose terms share a day with this one's."""
    others = Seat.objects.filter(programme=seat.programme_id, body=seat.body_id).exclude(pk=seat.pk)
    reaching = others.filter(Q(end__isnull=True) | Q(end__gte=seat.start))
    if seat.end:
        reaching = reaching.filter(start__lte=seat.end)
    return reaching.order_by("start", "id")


_CHANGED = frozenset({"role", "organisation", "person", "email", "language", "user", "start", "end"})

"""Saving bodies and seats over what was seen in the form; organisations are named as they are written."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.queries import people_of
from hankekori.areas.bodies.actions import BodyDuty, save_body, set_duties
from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.areas.bodies.queries import bodies_of, seats_of
from hankekori.areas.bodies.seats import add_seat, change_seat, end_seat
from hankekori.areas.history import action
from hankekori.areas.partners.actions import find_or_create_organisation
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.queries import basket
from hankekori.core.person_names import may_name_person
from hankekori.core.quorum import QuorumRule
from hankekori.core.texts import Translated
from hankekori.pages.basket.edits import own_edits

_QUORUM = ("quorum_rule", "quorum_number", "quorum_needs_chair", "set_up_on")
_SEAT = ("person", "email", "language", "role", "start", "end")


@action("bodies.set_up")
def add_body(*, by: User, now: datetime, programme: Programme, values: Mapping[str, Any]) -> Body:
    """Set up a body with its duties as the form says them."""
    body = save_body(by=by, now=now, programme=programme, **_body(values))
    set_duties(by=by, now=now, body=body, duties=_duties(programme, values))
    return body


@action("bodies.change")
def change_body(*, by: User, now: datetime, body: Body, values: Mapping[str, Any], seen: str) -> None:
    """Change what was edited of a body and its duties; raises EditClashError where somebody else was quicker."""
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    found = bodies_of(body.programme).select_related("programme").get(pk=body.pk)
    current = body_values(found)
    wanted = {**current, **own_edits(seen, values, current)}
    save_body(by=by, now=now, programme=found.programme, body=found, **_body(wanted))
    set_duties(by=by, now=now, body=found, duties=_duties(found.programme, wanted))


@action("bodies.seat")
def add_seat_of(
    *, by: User, now: datetime, body: Body, values: Mapping[str, Any], deputy_of: Seat | None = None
) -> Seat:
    """Seat somebody as the form says it."""
    return add_seat(by=by, now=now, body=body, deputy_of=deputy_of, **_seat(by, now, body.programme, values))


@action("bodies.change_seat")
def change_seat_over(*, by: User, now: datetime, seat: Seat, values: Mapping[str, Any], seen: str) -> None:
    """Change what was edited of a term; raises EditClashError where somebody else was quicker."""
    found = _fresh(seat)
    current = seat_values(found)
    wanted = {**current, **own_edits(seen, values, current)}
    change_seat(by=by, now=now, seat=found, **_seat(by, now, seat.body.programme, wanted))


@action("bodies.end_seat")
def end_seat_on(*, by: User, now: datetime, seat: Seat, end: date) -> None:
    """End a term as it is now, and those of its deputies."""
    end_seat(by=by, now=now, seat=_fresh(seat), end=end)


@action("bodies.link_account")
def link_account(*, by: User, now: datetime, seat: Seat, user: User) -> None:
    """Give the seat to the person's account, by which they vote."""
    change_seat(by=by, now=now, seat=_fresh(seat), user=user)


def body_values(body: Body) -> dict[str, Any]:
    """Give the values the form of a body opens with."""
    duties = list(body.duties.all())
    return {
        **{name: getattr(body, name) for name in ("name_fi", "name_sv", "name_en", *_QUORUM)},
        "duties": [duty.kind for duty in duties if duty.kind != Duty.Kind.STEERS_PROJECT],
        "projects": [duty.project_id for duty in duties if duty.project_id],
    }


def seat_values(seat: Seat) -> dict[str, Any]:
    """Give the values the form of a seat opens with."""
    return {
        **{name: getattr(seat, name) for name in _SEAT},
        "organisation": seat.organisation.name if seat.organisation else "",
        "user": seat.user_id,
    }


def _fresh(seat: Seat) -> Seat:
    Body.objects.select_for_update(no_key=True).get(pk=seat.body_id)
    return seats_of(seat.body).get(pk=seat.pk)


def _body(values: Mapping[str, Any]) -> dict[str, Any]:
    by_number = values["quorum_rule"] == QuorumRule.NUMBER
    return {
        **{name: values[name] for name in _QUORUM},
        "quorum_number": values["quorum_number"] if by_number else None,
        "name": Translated(values["name_fi"], values["name_sv"], values["name_en"]),
    }


def _duties(programme: Programme, values: Mapping[str, Any]) -> list[BodyDuty]:
    steered = basket(programme).filter(pk__in=values["projects"]).order_by("id")
    return [
        *(BodyDuty(kind) for kind in values["duties"]),
        *(BodyDuty(Duty.Kind.STEERS_PROJECT, project) for project in steered),
    ]


def _seat(by: User, now: datetime, programme: Programme, values: Mapping[str, Any]) -> dict[str, Any]:
    role = people_of(programme).filter(user=values["user"]).first() if values["user"] else None
    return {
        **{name: values[name] for name in _SEAT if name in values},
        "organisation": _organisation(by, now, programme, values["organisation"]),
        "user": role.user if role else None,
    }


def _organisation(by: User, now: datetime, programme: Programme, name: str) -> Organisation | None:
    if not name:
        return None
    return find_or_create_organisation(
        by=by, now=now, programme=programme, name=name, may_be_person=may_name_person(name)
    )

"""A working group of three votes whose meeting goes on; the member of the pages' tests sits in it."""

from dataclasses import dataclass

import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.bodies.models import Body, Seat
from hankekori.areas.steering.models import AgendaItem, Meeting
from hankekori.areas.steering.sessions import open_meeting, set_attendance
from tests import builders
from tests.builders import NOW


@dataclass(frozen=True)
class Hall:
    body: Body
    meeting: Meeting
    item: AgendaItem
    chair: Seat
    own: Seat  # the member's
    other: Seat
    deputy: Seat  # of the other

    def url(self, rest: str = "istunto/") -> str:
        return f"/seutu/tyoryhma/kokoukset/{self.meeting.pk}/{rest}"


@pytest.fixture
def seated(programme, client):
    """Return a member with a seat: the account and its client."""
    client.force_login(user := builders.a_user_with(Role.MEMBER, programme))
    return user, client


@pytest.fixture
def planned(programme, seated) -> Hall:
    body = builders.a_body(programme, name_fi="Työryhmä")
    chair, own = builders.a_seat(body, role="chair"), builders.a_seat(body, user=seated[0])
    other = builders.a_seat(body, organisation=builders.an_organisation(programme))
    deputy = builders.a_seat(body, deputy_of=other)
    meeting = builders.a_meeting(body, number=3)
    return Hall(body, meeting, builders.an_item(meeting, title="Uusi hanke"), chair, own, other, deputy)


@pytest.fixture
def hall(planned) -> Hall:
    """Open the meeting with the three there."""
    open_meeting(by=None, now=NOW, meeting=planned.meeting)
    for seat in (planned.chair, planned.own, planned.other):
        set_attendance(by=None, now=NOW, meeting=planned.meeting, seat=seat, present=True)
    planned.meeting.refresh_from_db()
    return planned

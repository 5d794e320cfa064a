"""A working group of four votes, its meeting going on, and one matter on the agenda."""

from dataclasses import dataclass

import pytest

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.bodies.models import Body, Seat
from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.models import AgendaItem, Decision, Meeting
from hankekori.areas.steering.sessions import end_meeting, open_meeting, set_attendance
from tests import builders
from tests.builders import NOW


@dataclass
class Room:
    """The meeting and who sits in it; the first member's deputy is out of the room until called in."""

    programme: Programme
    body: Body
    meeting: Meeting
    item: AgendaItem
    officer: User
    chair: Seat
    vice: Seat
    first: Seat
    second: Seat
    deputy: Seat
    secretary: Seat

    def present(self, *seats: Seat) -> None:
        for seat in seats:
            set_attendance(by=self.officer, now=NOW, meeting=self.meeting, seat=seat, present=True)

    def all_present(self) -> None:
        self.present(self.chair, self.vice, self.first, self.second, self.secretary)

    def end(self) -> Meeting:
        return end_meeting(by=self.officer, now=NOW, meeting=self.meeting)


def decide(decision: Decision, outcome: str = "as_proposed", /, **fields: object) -> Decision:
    """Write an outcome past the action."""
    Decision.objects.filter(pk=decision.pk).update(outcome=outcome, **fields)
    decision.refresh_from_db()
    return decision


@pytest.fixture
def room(db) -> Room:
    programme = builders.a_programme()
    body = builders.a_body(programme, name_fi="Työryhmä")
    chair = builders.a_seat(body, role="chair", user=builders.a_user_with(Role.MEMBER, programme))
    first = builders.a_seat(
        body, user=builders.a_user_with(Role.MEMBER, programme), organisation=builders.an_organisation(programme)
    )
    deputy = builders.a_seat(body, deputy_of=first, user=builders.a_user_with(Role.MEMBER, programme))
    vice, second = builders.a_seat(body, role="vice_chair"), builders.a_seat(body)
    secretary = builders.a_seat(body, role="secretary")
    meeting = open_meeting(by=None, now=NOW, meeting=builders.a_meeting(body, number=3))
    item = builders.an_item(meeting, title="Uusi hanke")
    officer = builders.a_user_with(Role.COORDINATOR, programme)
    return Room(programme, body, meeting, item, officer, chair, vice, first, second, deputy, secretary)

"""Who sits at a meeting: in each seat the member or the deputy, who may vote on a matter, who leads, and the quorum."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hankekori.areas.bodies.models import Body, Seat
from hankekori.areas.steering.models import AgendaItem, Attendance, Disqualification, Meeting
from hankekori.core.quorum import VOTING_ROLES, Quorum, has_quorum
from hankekori.core.voting import presiding_seat

_ROLES = [role.value for role in Seat.Role]


@dataclass(frozen=True, slots=True)
class Place:
    """A seat at a meeting; its seats come with their organisations."""

    attendance: Attendance
    seat: Seat  # the member's
    who: Seat  # who sits in it: the member, or the deputy

    @property
    def is_present(self) -> bool:
        return self.attendance.present

    @property
    def has_vote(self) -> bool:
        """Tell whether the seat is one of those that vote, whoever sits in it."""
        return self.seat.role in VOTING_ROLES

    @property
    def role(self) -> str:
        """The role in which its sitter is there: a deputy is a member."""
        return self.seat.role if self.who == self.seat else self.who.role


def places_of(meeting: Meeting) -> list[Place]:
    """List the seats called to the meeting, the chair first; one query."""
    rows = Attendance.objects.filter(programme=meeting.programme_id, meeting=meeting)
    found = rows.select_related("seat__organisation", "deputy__organisation")
    places = [Place(row, row.seat, row.deputy or row.seat) for row in found]
    return sorted(places, key=lambda each: (_ROLES.index(each.seat.role), each.seat.pk))


def disqualified_by_item(items: Iterable[AgendaItem]) -> dict[int, set[int]]:
    """Give who is disqualified by item, members' and deputies' seats; one query."""
    rows = Disqualification.objects.filter(item__in=[item.pk for item in items])
    found: dict[int, set[int]] = {}
    for item, seat in rows.values_list("item", "seat"):
        found.setdefault(item, set()).add(seat)
    return found


def voters(places: Iterable[Place], disqualified: Collection[int]) -> list[Place]:
    """Keep the places whose sitter is there, in a seat that votes, and not disqualified."""
    return [each for each in places if each.is_present and each.has_vote and each.who.pk not in disqualified]


def leads(places: Iterable[Place], disqualified: Collection[int]) -> int | None:
    """Give the seat that leads the meeting on a matter; see core.voting.presiding_seat."""
    return presiding_seat({each.seat.pk: each.role for each in voters(places, disqualified)})


def quorum_of(body: Body, places: Collection[Place], disqualified: Collection[int] = ()) -> Quorum:
    """Tell whether the body may decide; on a matter, without those disqualified on it."""
    return has_quorum(
        body.quorum_rule,
        number=body.quorum_number,
        needs_chair=body.quorum_needs_chair,
        voting_seats=sum(each.has_vote for each in places),
        present=[each.role for each in voters(places, disqualified)],
    )

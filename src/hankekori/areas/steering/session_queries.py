"""Reading a meeting as it goes on: who is there and, matter by matter, what was said, decided and voted."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.models import Seat
from hankekori.areas.bodies.queries import in_term
from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.matters import matters_of
from hankekori.areas.steering.models import AgendaItem, Decision, Disqualification, Dissent, Meeting, Vote
from hankekori.areas.steering.sitting import Place, leads, places_of, quorum_of, voters
from hankekori.core.quorum import Quorum
from hankekori.core.voting import Choice, VoteResult, count_votes


@dataclass(frozen=True, slots=True)
class DecisionLine:
    """A decision with its vote; project, plans, report and owner come along on it."""

    decision: Decision
    votes: Mapping[int, Choice]  # member's seat -> choice
    result: VoteResult
    dissents: tuple[Dissent, ...]  # with their seats


@dataclass(frozen=True, slots=True)
class ItemLine:
    number: int  # § of the meeting, from 1
    item: AgendaItem
    disqualified: tuple[Disqualification, ...]  # with their seats
    voters: tuple[Place, ...]  # who may vote on it
    quorum: Quorum  # without the disqualified
    decisions: tuple[DecisionLine, ...]


@dataclass(frozen=True, slots=True)
class SessionPage:
    meeting: Meeting  # with its body
    places: tuple[Place, ...]
    deputies: Mapping[int, tuple[Seat, ...]]  # of the day, by the member's seat
    quorum: Quorum
    items: tuple[ItemLine, ...]

    def place_of(self, user: User) -> Place | None:
        """Give the place the account sits in, the member's or as a deputy."""
        return next((place for place in self.places if place.is_present and place.who.user_id == user.pk), None)


def meeting_to_hold(programme: Programme, key: int) -> Meeting | None:
    """Find a meeting of the programme that is not cancelled, with its body and who approved it."""
    found = Meeting.objects.filter(programme=programme, pk=key).exclude(state=Meeting.State.CANCELLED)
    return found.select_related("programme", "body", "approved_by").first()


def session_page(meeting: Meeting) -> SessionPage:
    """Gather what the page of a meeting going on shows; seven queries, however long its agenda."""
    places = tuple(places_of(meeting))
    disqualified = _disqualified(meeting)
    decisions = _decisions(meeting, places, disqualified)
    return SessionPage(
        meeting=meeting,
        places=places,
        deputies=_deputies(meeting),
        quorum=quorum_of(meeting.body, places),
        items=tuple(
            ItemLine(
                number,
                item,
                tuple(disqualified[item.pk]),
                tuple(voters(places, out := {each.seat_id for each in disqualified[item.pk]})),
                quorum_of(meeting.body, places, out),
                tuple(decisions[item.pk]),
            )
            for number, item in enumerate(matters_of(meeting).select_related("project"), 1)
        ),
    )


def _deputies(meeting: Meeting) -> Mapping[int, tuple[Seat, ...]]:
    day = timezone.localdate(meeting.starts_at)
    seats = Seat.objects.filter(programme=meeting.programme_id, body=meeting.body_id, deputy_of__isnull=False)
    found: defaultdict[int, list[Seat]] = defaultdict(list)
    for seat in seats.filter(in_term(day)).order_by("pk"):
        found[seat.deputy_of_id or 0].append(seat)
    return {member: tuple(deputies) for member, deputies in found.items()}


def _disqualified(meeting: Meeting) -> defaultdict[int, list[Disqualification]]:
    rows = Disqualification.objects.filter(programme=meeting.programme_id, item__meeting=meeting)
    found: defaultdict[int, list[Disqualification]] = defaultdict(list)
    for row in rows.select_related("seat__organisation").order_by("pk"):
        found[row.item_id].append(row)
    return found


def _decisions(
    meeting: Meeting, places: tuple[Place, ...], disqualified: Mapping[int, list[Disqualification]]
) -> defaultdict[int, list[DecisionLine]]:
    mine = {"programme": meeting.programme_id, "decision__item__meeting": meeting}
    votes: defaultdict[int, dict[int, Choice]] = defaultdict(dict)
    for decision, seat, choice in Vote.objects.filter(**mine).values_list("decision", "seat", "choice"):
        votes[decision][seat] = Choice(choice)
    dissents: defaultdict[int, list[Dissent]] = defaultdict(list)
    for dissent in Dissent.objects.filter(**mine).select_related("seat").order_by("pk"):
        dissents[dissent.decision_id].append(dissent)
    rows = Decision.objects.filter(programme=meeting.programme_id, item__meeting=meeting).defer("report__document")
    related = rows.select_related("report", "project", "plan_version", "communication_plan", "owner_seat", "item")
    found: defaultdict[int, list[DecisionLine]] = defaultdict(list)
    for row in related.order_by("position", "pk"):
        out = {each.seat_id for each in disqualified.get(row.item_id, ())}
        result = count_votes(votes[row.pk], leads(places, out))
        found[row.item_id].append(DecisionLine(row, votes[row.pk], result, tuple(dissents[row.pk])))
    return found

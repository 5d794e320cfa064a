"""Voting on a decision: for or against the proposal, by the seats that are there and not disqualified."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.models import Seat
from hankekori.areas.history import action
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.steering.decision_errors import (
    DisqualifiedError,
    NoQuorumError,
    NotVotingError,
    NoVoteError,
)
from hankekori.areas.steering.holding import WRITTEN, State, lock_meeting
from hankekori.areas.steering.models import Decision, Dissent, Meeting, Vote
from hankekori.areas.steering.sitting import Place, disqualified_by_item, leads, places_of, quorum_of, voters
from hankekori.core.voting import Choice, VoteResult, count_votes

_Voting, _Outcome = Decision.Voting, Decision.Outcome


@action("steering.open_vote")
def open_vote(*, by: User | None, now: datetime, decision: Decision) -> Decision:
    """Open a vote, or one that was closed again with the votes given; the body has to have its quorum on the item."""
    meeting, locked = _lock(decision)
    disqualified = disqualified_by_item([locked.item]).get(locked.item_id, set())
    if not quorum_of(meeting.body, places_of(meeting), disqualified).met:
        raise NoQuorumError(locked.item.title)
    return _set(locked, voting=_Voting.OPEN)


@action("steering.cast_vote")
def cast_vote(*, by: User | None, now: datetime, decision: Decision, seat: Seat, choice: str) -> Vote:
    """Write the vote of a member's seat as the secretary heard it; a new vote of the seat takes the old one's place."""
    meeting, locked = _lock(decision, _Voting.OPEN)
    place = next((each for each in places_of(meeting) if each.seat == seat), None)
    return _cast(locked, place, choice)


@action("steering.cast_own_vote")
def cast_own_vote(*, by: User, now: datetime, decision: Decision, choice: str) -> Vote:
    """Vote with the seat one sits in, one's own or the member's whose deputy one is."""
    meeting, locked = _lock(decision, _Voting.OPEN)
    place = next((each for each in places_of(meeting) if each.is_present and each.who.user_id == by.pk), None)
    return _cast(locked, place, choice)


@action("steering.close_vote")
def close_vote(*, by: User | None, now: datetime, decision: Decision) -> VoteResult:
    """Close a vote and write what came of it as the outcome, where none was written; a tie leaves it open."""
    _meeting, locked = _lock(decision, _Voting.OPEN)
    result = result_of(locked)
    outcome = locked.outcome
    if outcome == _Outcome.OPEN and result.passed is not None:
        outcome = _Outcome.AS_PROPOSED if result.passed else _Outcome.REJECTED
    _set(locked, voting=_Voting.CLOSED, outcome=outcome)
    return result


@action("steering.cancel_vote")
def cancel_vote(*, by: User | None, now: datetime, decision: Decision) -> Decision:
    """Take a vote away as if there had been none; the history keeps the votes that were given."""
    _meeting, locked = _lock(decision, _Voting.OPEN, _Voting.CLOSED)
    locked.votes.all().delete()
    return _set(locked, voting=_Voting.NONE)


@action("steering.save_dissent")
def save_dissent(*, by: User | None, now: datetime, decision: Decision, seat: Seat, text: str) -> Dissent | None:
    """Write the dissenting opinion of a seat that took part; an empty text takes it away and gives None."""
    meeting = lock_meeting(decision.item.meeting_id, *WRITTEN)
    disqualified = disqualified_by_item([decision.item]).get(decision.item_id, set())
    place = next((each for each in places_of(meeting) if each.seat == seat), None)
    _check_voter(place, disqualified)
    if not text.strip():
        Dissent.objects.filter(programme=decision.programme_id, decision=decision, seat=seat).delete()
        return None
    dissent, _ = Dissent.objects.update_or_create(
        programme_id=decision.programme_id, decision=decision, seat=seat, defaults={"text": text.strip()}
    )
    return dissent


def result_of(decision: Decision) -> VoteResult:
    """Count the votes of a decision as they stand; three queries."""
    places = places_of(decision.item.meeting)
    disqualified = disqualified_by_item([decision.item]).get(decision.item_id, set())
    votes = {seat: Choice(choice) for seat, choice in decision.votes.values_list("seat", "choice")}
    return count_votes(votes, leads(places, disqualified))


def _lock(decision: Decision, *voting: Decision.Voting) -> tuple[Meeting, Decision]:
    """Lock the meeting that is going on and the decision whose vote is in one of the states, any when none is given."""
    meeting = lock_meeting(decision.item.meeting_id, State.OPEN)
    locked = Decision.objects.select_for_update(no_key=True, of=("self",)).select_related("item").get(pk=decision.pk)
    locked.item.meeting = meeting
    if voting and locked.voting not in voting:
        raise NotVotingError
    return meeting, locked


def _cast(decision: Decision, place: Place | None, choice: str) -> Vote:
    if choice not in Choice:
        raise UnknownChoiceError("choice", choice)
    checked = _check_voter(place, disqualified_by_item([decision.item]).get(decision.item_id, set()))
    vote, _ = Vote.objects.update_or_create(
        programme_id=decision.programme_id, decision=decision, seat=checked.seat, defaults={"choice": choice}
    )
    return vote


def _check_voter(place: Place | None, disqualified: set[int]) -> Place:
    if place is None or not place.is_present or not place.has_vote:
        raise NoVoteError
    if not voters([place], disqualified):
        raise DisqualifiedError(place.who.person)
    return place


def _set(decision: Decision, **values: str) -> Decision:
    """Change the state of a vote; the writing of the decision is another's, unless its outcome changes."""
    changed = [name for name, value in values.items() if getattr(decision, name) != value]
    for name in changed:
        setattr(decision, name, values[name])
    if "outcome" in changed:
        decision.revision += 1
        changed.append("revision")
    decision.save(update_fields=changed)
    return decision

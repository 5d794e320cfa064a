"""Votes: who has one, who has none, how a tie is decided, and what the database refuses by itself."""

import pytest
from django.db import IntegrityError, transaction

from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.steering.decision_errors import (
    AutomaticError,
    DisqualifiedError,
    MeetingStateError,
    NoQuorumError,
    NotVotingError,
    NoVoteError,
)
from hankekori.areas.steering.decisions import add_decision
from hankekori.areas.steering.disqualifications import declare_disqualified, withdraw_disqualification
from hankekori.areas.steering.models import Disqualification, Dissent, Vote
from hankekori.areas.steering.sessions import set_attendance
from hankekori.areas.steering.votes import cancel_vote, cast_own_vote, cast_vote, close_vote, open_vote, save_dissent
from hankekori.core.decisions import DecisionKind
from tests import builders
from tests.builders import NOW

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}


@pytest.fixture
def voted(room):
    """Open a vote with everyone there."""
    room.all_present()
    decision = add_decision(**NOBODY, item=room.item, kind=DecisionKind.DECISION, proposal="Hyväksytään.")
    return open_vote(**NOBODY, decision=decision)


def vote_all(room, decision, *choices):
    """Vote for the chair, the vice chair, the first and the second member."""
    for seat, choice in zip((room.chair, room.vice, room.first, room.second), choices, strict=True):
        cast_vote(**NOBODY, decision=decision, seat=seat, choice=choice)


def test_the_majority_decides_and_is_written_as_the_outcome(room, voted):
    vote_all(room, voted, "for", "for", "for", "against")
    result = close_vote(**NOBODY, decision=voted)
    voted.refresh_from_db()
    assert (result.in_favour, result.against, result.passed) == (3, 1, True)
    assert (voted.voting, voted.outcome) == ("closed", "as_proposed")


def test_of_equal_votes_the_chairs_decides(room, voted):
    vote_all(room, voted, "against", "for", "for", "against")
    result = close_vote(**NOBODY, decision=voted)
    voted.refresh_from_db()
    assert (result.passed, result.by_chair, voted.outcome) == (False, True, "rejected")


def test_the_vice_chair_decides_where_the_chair_is_disqualified(room, voted):
    declare_disqualified(**NOBODY, item=room.item, seat=room.chair, explanation="Sukulainen hakijana")
    for seat, choice in ((room.vice, "for"), (room.first, "against")):
        cast_vote(**NOBODY, decision=voted, seat=seat, choice=choice)
    result = close_vote(**NOBODY, decision=voted)
    assert (result.passed, result.by_chair) == (True, True)


def test_a_tie_without_the_chairs_vote_leaves_the_outcome_open(room, voted):
    vote_all(room, voted, "empty", "for", "against", "empty")
    assert close_vote(**NOBODY, decision=voted).passed is None
    voted.refresh_from_db()
    assert voted.outcome == "open"


def test_a_member_votes_with_the_own_seat_and_may_think_again(room, voted):
    cast_own_vote(by=room.first.user, now=NOW, decision=voted, choice="for")
    cast_own_vote(by=room.first.user, now=NOW, decision=voted, choice="against")
    assert list(Vote.objects.values_list("seat", "choice")) == [(room.first.pk, "against")]


def test_a_deputy_votes_in_the_members_place_and_the_member_does_not(room, voted):
    with pytest.raises(NoVoteError):
        cast_own_vote(by=room.deputy.user, now=NOW, decision=voted, choice="for")
    set_attendance(**NOBODY, meeting=room.meeting, seat=room.first, present=False, deputy=room.deputy)
    cast_own_vote(by=room.deputy.user, now=NOW, decision=voted, choice="for")
    assert Vote.objects.get().seat == room.first
    with pytest.raises(NoVoteError):
        cast_own_vote(by=room.first.user, now=NOW, decision=voted, choice="against")


def test_those_without_a_vote_have_none(room, voted):
    set_attendance(**NOBODY, meeting=room.meeting, seat=room.second, present=False)
    for seat in (room.secretary, room.second, room.deputy, builders.a_seat(room.body)):
        with pytest.raises(NoVoteError):
            cast_vote(**NOBODY, decision=voted, seat=seat, choice="for")
    with pytest.raises(NoVoteError):
        cast_own_vote(by=room.officer, now=NOW, decision=voted, choice="for")
    with pytest.raises(UnknownChoiceError):
        cast_vote(**NOBODY, decision=voted, seat=room.first, choice="ehkä")


def test_a_vote_needs_a_quorum(room):
    decision = add_decision(**NOBODY, item=room.item, kind=DecisionKind.DECISION)
    room.present(room.chair, room.first)
    with pytest.raises(NoQuorumError):
        open_vote(**NOBODY, decision=decision)
    room.present(room.second)
    declare_disqualified(**NOBODY, item=room.item, seat=room.second, explanation="Hallituksen jäsen")
    with pytest.raises(NoQuorumError):
        open_vote(**NOBODY, decision=decision)


def test_votes_are_given_while_the_vote_and_the_meeting_are_open(room, voted):
    close_vote(**NOBODY, decision=voted)
    with pytest.raises(NotVotingError):
        cast_vote(**NOBODY, decision=voted, seat=room.first, choice="for")
    room.end()
    with pytest.raises(MeetingStateError):
        open_vote(**NOBODY, decision=voted)


def test_a_cancelled_vote_leaves_none(room, voted):
    vote_all(room, voted, "for", "for", "for", "for")
    assert cancel_vote(**NOBODY, decision=voted).voting == "none"
    assert not Vote.objects.exists()


# the disqualified


def test_the_disqualified_member_is_refused_by_the_action(room, voted):
    declare_disqualified(**NOBODY, item=room.item, seat=room.first, explanation="Hakijan palveluksessa")
    with pytest.raises(DisqualifiedError) as told:
        cast_own_vote(by=room.first.user, now=NOW, decision=voted, choice="for")
    assert room.first.person in told.value.message.fi


def test_the_disqualified_deputy_is_refused_by_the_action(room, voted):
    declare_disqualified(**NOBODY, item=room.item, seat=room.deputy, explanation="Hakijan palveluksessa")
    set_attendance(**NOBODY, meeting=room.meeting, seat=room.first, present=False, deputy=room.deputy)
    with pytest.raises(DisqualifiedError):
        cast_vote(**NOBODY, decision=voted, seat=room.first, choice="for")


def test_a_deputy_votes_for_a_disqualified_member(room, voted):
    declare_disqualified(**NOBODY, item=room.item, seat=room.first, explanation="Hakijan palveluksessa")
    set_attendance(**NOBODY, meeting=room.meeting, seat=room.first, present=False, deputy=room.deputy)
    assert cast_vote(**NOBODY, decision=voted, seat=room.first, choice="for").choice == "for"


def test_the_database_refuses_the_disqualified_member(room, voted):
    Disqualification.objects.create(programme=room.programme, item=room.item, seat=room.first)
    with pytest.raises(IntegrityError, match="disqualified"), transaction.atomic():
        Vote.objects.create(programme=room.programme, decision=voted, seat=room.first, choice="for")
    vote = Vote.objects.create(programme=room.programme, decision=voted, seat=room.second, choice="for")
    with pytest.raises(IntegrityError, match="disqualified"), transaction.atomic():
        Vote.objects.filter(pk=vote.pk).update(seat=room.first)


def test_the_database_refuses_the_disqualified_deputy(room, voted):
    Disqualification.objects.create(programme=room.programme, item=room.item, seat=room.deputy)
    set_attendance(**NOBODY, meeting=room.meeting, seat=room.first, present=False, deputy=room.deputy)
    with pytest.raises(IntegrityError, match="disqualified"), transaction.atomic():
        Vote.objects.create(programme=room.programme, decision=voted, seat=room.first, choice="for")


def test_the_database_refuses_to_disqualify_whoever_has_voted(room, voted):
    cast_vote(**NOBODY, decision=voted, seat=room.first, choice="for")
    with pytest.raises(IntegrityError, match="disqualified"), transaction.atomic():
        Disqualification.objects.create(programme=room.programme, item=room.item, seat=room.first)


def test_the_vote_of_the_disqualified_is_taken_away_when_they_say_so(room, voted):
    vote_all(room, voted, "for", "for", "for", "for")
    declare_disqualified(**NOBODY, item=room.item, seat=room.first, explanation="Huomasi vasta nyt")
    assert set(Vote.objects.values_list("seat", flat=True)) == {room.chair.pk, room.vice.pk, room.second.pk}


def test_a_disqualification_says_why(room):
    with pytest.raises(EmptyFieldError):
        declare_disqualified(**NOBODY, item=room.item, seat=room.first, explanation="  ")
    stranger = builders.a_seat(builders.a_body(room.programme))
    with pytest.raises(NotInProgrammeError):
        declare_disqualified(**NOBODY, item=room.item, seat=stranger, explanation="Syy")


def test_a_project_named_by_hand_disqualifies_its_implementers_people(room):
    project = builders.a_project(room.programme, implementer=room.first.organisation, basket_state="proposed")
    add_decision(**NOBODY, item=room.item, kind=DecisionKind.ACCEPT, project=project)
    found = Disqualification.objects.get()
    assert (found.seat, found.automatic) == (room.first, True)
    with pytest.raises(AutomaticError):
        withdraw_disqualification(**NOBODY, disqualification=found)


def test_what_was_declared_by_hand_is_taken_back(room):
    declared = declare_disqualified(**NOBODY, item=room.item, seat=room.first, explanation="Erehdys")
    withdraw_disqualification(**NOBODY, disqualification=declared)
    assert not Disqualification.objects.exists()


# dissent


def test_a_dissenting_opinion_is_written_changed_and_taken_away(room, voted):
    save_dissent(**NOBODY, decision=voted, seat=room.first, text="En kannata.")
    save_dissent(**NOBODY, decision=voted, seat=room.first, text="Rahat eivät riitä.")
    assert list(Dissent.objects.values_list("text", flat=True)) == ["Rahat eivät riitä."]
    assert save_dissent(**NOBODY, decision=voted, seat=room.first, text=" ") is None
    assert not Dissent.objects.exists()


def test_only_those_who_took_part_dissent(room, voted):
    declare_disqualified(**NOBODY, item=room.item, seat=room.second, explanation="Syy")
    with pytest.raises(DisqualifiedError):
        save_dissent(**NOBODY, decision=voted, seat=room.second, text="En kannata.")
    with pytest.raises(NoVoteError):
        save_dissent(**NOBODY, decision=voted, seat=room.secretary, text="En kannata.")

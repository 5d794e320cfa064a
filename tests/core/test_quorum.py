"""When a body may decide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.quorum import VOTING_ROLES, QuorumRule, has_quorum, seats_needed

SEATS = st.integers(0, 60)
ROLES = st.lists(st.sampled_from(["chair", "vice_chair", "member", "secretary", "expert"]), max_size=60)


@given(SEATS)
def test_more_than_half_is_the_fewest_that_the_rest_cannot_outnumber(seats):
    needed = seats_needed(QuorumRule.MORE_THAN_HALF, None, seats)

    assert needed > seats - needed
    assert needed - 1 <= seats - (needed - 1)


@given(SEATS)
def test_half_is_the_fewest_that_the_rest_do_not_outnumber(seats):
    needed = seats_needed(QuorumRule.HALF, None, seats)

    assert needed >= seats - needed
    assert needed == 0 or needed - 1 < seats - (needed - 1)


@given(SEATS, st.integers(1, 30))
def test_an_agreed_number_does_not_follow_the_seats(seats, number):
    assert seats_needed(QuorumRule.NUMBER, number, seats) == number


@given(st.sampled_from(QuorumRule), SEATS, ROLES, st.booleans())
def test_it_is_met_when_enough_sit_and_somebody_leads(rule, seats, present, needs_chair):
    quorum = has_quorum(rule, 3, needs_chair=needs_chair, voting_seats=seats, present=present)

    assert quorum.present == sum(role in VOTING_ROLES for role in present)
    assert quorum.chair_missing == (needs_chair and not {"chair", "vice_chair"} & set(present))
    assert quorum.met == (quorum.present >= quorum.needed and not quorum.chair_missing)


@given(st.sampled_from(QuorumRule), SEATS, ROLES, st.booleans())
def test_one_member_more_never_takes_the_quorum_away(rule, seats, present, needs_chair):
    def met(roles):
        return has_quorum(rule, 3, needs_chair=needs_chair, voting_seats=seats, present=roles).met

    assert met([*present, "member"]) >= met(present)


@pytest.mark.parametrize(
    ("present", "met"),
    [
        (["chair", "member", "member"], True),
        (["vice_chair", "member", "member"], True),
        (["member", "member", "member"], False),  # a chair's deputy is a member
        (["chair", "member", "secretary", "expert"], False),
    ],
)
def test_five_seats_take_three_and_a_leader(present, met):
    assert has_quorum("more_than_half", None, needs_chair=True, voting_seats=5, present=present).met is met

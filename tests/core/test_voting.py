"""Counting votes: the majority, the empty ones and the chair's casting vote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.voting import Choice, VoteResult, count_votes, presiding_seat

F, A, E = Choice.FOR, Choice.AGAINST, Choice.EMPTY
VOTES = st.dictionaries(st.integers(1, 30), st.sampled_from(Choice))
_TURNED = {F: A, A: F, E: E}


@pytest.mark.parametrize(
    ("votes", "presiding", "expected"),
    [
        ({1: F, 2: F, 3: A}, 3, VoteResult(2, 1, 0, passed=True, by_chair=False)),
        ({1: A, 2: A, 3: F}, 3, VoteResult(1, 2, 0, passed=False, by_chair=False)),
        ({1: F, 2: A}, 2, VoteResult(1, 1, 0, passed=False, by_chair=True)),
        ({1: F, 2: A}, 1, VoteResult(1, 1, 0, passed=True, by_chair=True)),
        ({1: F, 2: A, 3: E}, 3, VoteResult(1, 1, 1, passed=None, by_chair=False)),
        ({1: F, 2: A}, None, VoteResult(1, 1, 0, passed=None, by_chair=False)),
        ({1: F, 2: A}, 9, VoteResult(1, 1, 0, passed=None, by_chair=False)),
        ({}, 1, VoteResult(0, 0, 0, passed=None, by_chair=False)),
    ],
)
def test_the_result(votes, presiding, expected):
    assert count_votes(votes, presiding) == expected


@given(VOTES, st.none() | st.integers(1, 30))
def test_every_vote_is_counted_once(votes, presiding):
    result = count_votes(votes, presiding)
    assert result.in_favour + result.against + result.empty == len(votes)


@given(VOTES, st.none() | st.integers(1, 30))
def test_for_and_against_are_treated_alike(votes, presiding):
    result = count_votes(votes, presiding)
    turned = count_votes({seat: _TURNED[choice] for seat, choice in votes.items()}, presiding)
    assert turned.passed is (None if result.passed is None else not result.passed)
    assert turned.by_chair == result.by_chair


@given(VOTES, st.integers(1, 30))
def test_the_chair_decides_a_tie_and_nothing_else(votes, presiding):
    result, without = count_votes(votes, presiding), count_votes(votes, None)
    if without.passed is None:
        assert result.by_chair is (votes.get(presiding) in {F, A})
    else:
        assert (result.passed, result.by_chair) == (without.passed, False)


@given(VOTES, st.none() | st.integers(1, 30), st.integers(31, 40))
def test_an_empty_vote_changes_no_result(votes, presiding, other):
    assert count_votes({**votes, other: E}, presiding).passed == count_votes(votes, presiding).passed


@given(VOTES, st.none() | st.integers(1, 30), st.integers(31, 40))
def test_a_vote_for_never_hurts(votes, presiding, other):
    if count_votes(votes, presiding).passed:
        assert count_votes({**votes, other: F}, presiding).passed


def test_the_chair_leads_then_the_vice_chair_then_nobody():
    assert presiding_seat({1: "member", 2: "vice_chair", 3: "chair"}) == 3
    assert presiding_seat({1: "member", 2: "vice_chair"}) == 2
    assert presiding_seat({1: "member"}) is None

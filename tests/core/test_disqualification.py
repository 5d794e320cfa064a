"""Who may not take part in a matter of their own organisation's project."""

from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.disqualification import disqualified_seats, through_time

KEYS = st.integers(1, 12)
LINKS = st.lists(st.tuples(KEYS, KEYS), max_size=15)


@given(st.dictionaries(KEYS, st.none() | KEYS), st.frozensets(KEYS))
def test_a_seat_is_out_exactly_when_its_organisation_applies(seats, applicants):
    out = disqualified_seats(seats, applicants)

    assert all((seat in out) == (organisation in applicants) for seat, organisation in seats.items())
    assert out <= seats.keys()


@given(st.frozensets(KEYS), LINKS)
def test_successors_are_followed_to_both_ends(organisations, links):
    found = through_time(organisations, links)

    assert organisations <= found
    assert all((old in found) == (new in found) for old, new in links)
    assert through_time(found, links) == found


@given(KEYS, KEYS, LINKS)
def test_what_one_became_came_from_it(one, other, links):
    assert (other in through_time([one], links)) == (one in through_time([other], links))


def test_a_union_is_each_of_those_it_came_from_and_a_stranger_is_not():
    merged = [(1, 3), (2, 3), (3, 4), (8, 9)]

    assert through_time([1], merged) == {1, 2, 3, 4}
    assert disqualified_seats({10: 2, 11: 4, 12: 8, 13: None}, through_time([1], merged)) == {10, 11}

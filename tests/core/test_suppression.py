"""Nobody can work out a hidden count: an integer solver tries, with everything a reader knows."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from hankekori.core.suppression import Published, Shown, suppress

GENDERS = ("woman", "man")


def least_and_most(target, people, tables, threshold=5):
    """Solve the published tables for the least and the most the target's groups can add up to."""
    groups = sorted(people, key=str)
    rows, low, high = [], [], []
    for figure in (figure for table in tables for figure in table.values()):
        rows.append([1.0 if group in figure.groups else 0.0 for group in groups])
        least, most = figure.limits(threshold)
        low.append(least)
        high.append(most)
    weights = np.array([1.0 if group in target else 0.0 for group in groups])
    limits = [LinearConstraint(np.array(rows), low, high)]
    ends = []
    for sign in (1, -1):
        found = milp(sign * weights, constraints=limits, integrality=np.ones(len(groups)), bounds=Bounds(0, 10_000))
        assert found.success
        ends.append(round(sign * found.fun))
    return tuple(ends)


def by_place_and_gender(people):
    """Name the figures of a table: every cell, a row and a column of totals, the grand total."""
    places = {group[0] for group in people}
    figures = {
        (place, gender): {g for g in people if g[:2] == (place, gender)} for place in places for gender in GENDERS
    }
    figures |= {(place, "all"): {g for g in people if g[0] == place} for place in places}
    figures |= {("all", gender): {g for g in people if g[1] == gender} for gender in GENDERS}
    figures |= {("all", "all"): set(people)}
    return {key: frozenset(groups) for key, groups in figures.items()}


def assert_nothing_can_be_solved(people, tables, threshold=5):
    for figure in (figure for table in tables for figure in table.values()):
        if figure.shown in {Shown.SMALL, Shown.HIDDEN}:
            least, most = least_and_most(figure.groups, people, tables, threshold)
            assert least < most, (figure, least, most)


@st.composite
def counts(draw, places=4, largest=14):
    return {
        (place, gender): draw(st.integers(0, largest))
        for place in range(draw(st.integers(1, places)))
        for gender in GENDERS
    }


@settings(max_examples=60)
@given(counts(), st.integers(3, 10))
def test_no_hidden_count_of_a_table_can_be_solved(people, threshold):
    table = suppress(people, by_place_and_gender(people), threshold=threshold)

    assert_nothing_can_be_solved(people, [table], threshold)
    for figure in table.values():
        assert figure.shown is not Shown.COUNT or not 0 < figure.count < threshold


@st.composite
def two_reports(draw):
    """Draw groups by place, gender and the reports they are counted in: only the first, both, only the second."""
    places = range(draw(st.integers(1, 3)))
    return {
        (place, gender, reports): draw(st.integers(0, 9))
        for place, gender, reports in product(places, GENDERS, ("first", "both", "second"))
    }


@settings(max_examples=40, deadline=None)
@given(two_reports())
def test_no_hidden_count_can_be_solved_from_two_reports(people):
    def seen_in(report):
        counted = {group for group in people if group[2] in {report, "both"}}
        return {key: groups & counted for key, groups in by_place_and_gender(people).items()}

    first = suppress(people, seen_in("first"))
    second = suppress(people, seen_in("second"), earlier=[first])

    assert_nothing_can_be_solved(people, [first, second])
    for key, figure in second.items():
        before = first[key]
        if figure.shown is before.shown is Shown.COUNT:
            assert not 0 < abs(figure.count - before.count) < 5 or figure.count == 0


def test_a_single_small_cell_takes_the_next_smallest_with_it():
    people = {("Hartola", "woman"): 2, ("Hartola", "man"): 8, ("Heinola", "woman"): 30, ("Heinola", "man"): 40}
    table = suppress(people, by_place_and_gender(people))

    assert table[("Hartola", "woman")].text() == "<5"
    assert table[("all", "all")].text() == "80"
    assert_nothing_can_be_solved(people, [table])
    assert sum(figure.shown is not Shown.COUNT for figure in table.values()) == 4


def test_zero_is_shown_and_large_counts_hide_nothing():
    people = {("Sysmä", "woman"): 0, ("Sysmä", "man"): 12}
    texts = {key: figure.text() for key, figure in suppress(people, by_place_and_gender(people)).items()}

    assert texts[("Sysmä", "woman")] == "0"
    assert ".." not in texts.values()
    assert "<5" not in texts.values()


def test_a_table_that_would_solve_an_earlier_one_is_withheld():
    people = {"a": 3, "b": 20}
    earlier = {"a": Published(frozenset("a"), 3, Shown.SMALL), "both": Published(frozenset("ab"), 23)}

    table = suppress(people, {"b": frozenset("b")}, earlier=[earlier])

    assert table["b"].text() == ".."


@pytest.mark.parametrize(("people", "threshold"), [({"a": -1}, 5), ({"a": 1}, 2), ({"a": 1}, 11)])
def test_impossible_input_is_refused(people, threshold):
    with pytest.raises(ValueError, match=r"cannot be negative|from 3 to 10"):
        suppress(people, {}, threshold=threshold)

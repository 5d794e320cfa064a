"""Nobody can work out a hidden count of people employed from all tables of all publications together.

The attacker here shares no code with the rule: it considers every history anybody could have, all traits crossed.
"""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp

from hankekori.core.published_counts import ALL, WHOLE, CellKey, Person, Publication, publish
from hankekori.core.suppression import Shown

GENDERS = ("woman", "man")
TRAITS = {"place": ("Hartola", "Sysmä", "Heinola"), "kind": ("fixed", "subsidy")}


def drawn(**traits):
    gender = traits.pop("gender", "woman")
    return Person(gender, {"place": "Heinola", "kind": "fixed", **traits})


def publish_all(crowds):
    """Publish one crowd after another; gives for each its cells as readers see them: count or how it is hidden."""
    made, seen = [], []
    for crowd in crowds:
        cells = publish(crowd, earlier=made)
        made.append(Publication(crowd, {key: cell.shown for key, cell in cells.items()}))
        seen.append({key: (cell.shown, cell.count) for key, cell in cells.items()})
    return seen


def histories(publications):
    """List everything somebody may have been in the publications, absent too."""
    states = [None, *(dict(zip(("gender", *TRAITS), each, strict=True)) for each in product(GENDERS, *TRAITS.values()))]
    return list(product(states, repeat=publications))


def every_key():
    values = [(WHOLE, ALL), *((trait, value) for trait, values in TRAITS.items() for value in values)]
    return [CellKey(trait, value, gender) for trait, value in values for gender in (*GENDERS, ALL)]


def counts_in(key, state):
    if state is None:
        return False
    right_value = key.trait == WHOLE or state[key.trait] == key.value
    return right_value and key.gender in {ALL, state["gender"]}


def least_and_most(place, target, seen):
    """Solve all that was published for the least and the most the target of the publication at place can be."""
    everyone = histories(len(seen))
    rows, low, high = [], [], []
    for at, cells in enumerate(seen):
        for key in every_key():
            shown, count = cells.get(key, (Shown.COUNT, 0))  # a row that is not there is nobody
            rows.append([1.0 if counts_in(key, each[at]) else 0.0 for each in everyone])
            ends = {Shown.COUNT: (count, count), Shown.SMALL: (1, 4), Shown.HIDDEN: (1, 10_000)}.get(shown, (0, 10_000))
            low.append(ends[0])
            high.append(ends[1])
    known = LinearConstraint(np.array(rows), low, high)
    weights = np.array([1.0 if counts_in(target, each[place]) else 0.0 for each in everyone])
    ends = []
    for sign in (1, -1):
        found = milp(sign * weights, constraints=known, integrality=np.ones(len(everyone)), bounds=Bounds(0, 10_000))
        assert found.success
        ends.append(round(sign * found.fun))
    return tuple(ends)


def assert_nothing_can_be_solved(seen):
    for place, cells in enumerate(seen):
        for key, (shown, count) in cells.items():
            if shown in {Shown.SMALL, Shown.HIDDEN} or (shown is Shown.WITHHELD and 0 < count < 5):
                least, most = least_and_most(place, key, seen)
                assert least < most, (place, key, count)
            assert shown is not Shown.COUNT or not 0 < count < 5


@st.composite
def crowds(draw, publications):
    """Draw people who come and change; somebody may be taken away again as a mistake."""
    made, crowd, number = [], {}, 0
    for _ in range(publications):
        for code in list(crowd):
            match draw(st.integers(0, 12)):
                case 0:
                    del crowd[code]
                case 1:
                    crowd[code] = Person(
                        crowd[code].gender, {**crowd[code].traits, "kind": draw(st.sampled_from(TRAITS["kind"]))}
                    )
        for place, kind, gender in product(*TRAITS.values(), GENDERS):
            for _ in range(draw(st.sampled_from((0, 0, 1, 2, 3, 6, 9)))):
                crowd[f"{number}"] = Person(gender, {"place": place, "kind": kind})
                number += 1
        made.append(dict(crowd))
    return made


@settings(max_examples=25, deadline=None)
@given(crowds(publications=1))
def test_nothing_can_be_solved_from_the_tables_of_one_publication(made):
    assert_nothing_can_be_solved(publish_all(made))


@settings(max_examples=20, deadline=None)
@given(crowds(publications=2))
def test_nothing_can_be_solved_from_two_publications(made):
    assert_nothing_can_be_solved(publish_all(made))


def test_nothing_can_be_solved_from_three_publications_of_a_small_programme():
    crowd, made = {}, []
    for half_year in range(3):
        for number in range(7 + half_year):
            code = f"{half_year}-{number}"
            traits = {"place": TRAITS["place"][number % 3], "kind": TRAITS["kind"][number % 2]}
            crowd[code] = Person(GENDERS[(number + half_year) % 2], traits)
        crowd[f"{half_year}-0"] = drawn(place="Hartola", kind="subsidy")
        made.append(dict(crowd))

    assert_nothing_can_be_solved(publish_all(made))


def test_attacker_finds_what_a_careless_publication_gives_away():
    careless = {
        CellKey(trait, value, gender): (Shown.SMALL if count == 3 else Shown.COUNT, count)
        for trait, value, count in (
            (WHOLE, ALL, 12), ("place", "Hartola", 3), ("place", "Sysmä", 9), ("kind", "fixed", 12),
        )
        for gender in ("woman", ALL)
    }  # fmt: skip

    assert least_and_most(0, CellKey("place", "Hartola", ALL), [careless]) == (3, 3)


def test_large_counts_are_shown_as_they_are():
    crowd = {
        f"{place}{gender}{n}": drawn(place=place, gender=gender)
        for place in TRAITS["place"]
        for gender in GENDERS
        for n in range(8)
    }

    (cells,) = publish_all([crowd])
    assert {shown for shown, _ in cells.values()} == {Shown.COUNT}
    assert cells[CellKey(WHOLE, ALL, ALL)] == (Shown.COUNT, 48)
    assert cells[CellKey("place", "Hartola", "woman")] == (Shown.COUNT, 8)


def test_a_few_more_people_than_in_the_earlier_publication_are_not_told():
    first = {f"a{n}": drawn(place="Hartola") for n in range(20)} | {f"b{n}": drawn(place="Sysmä") for n in range(20)}
    second = first | {"c1": drawn(place="Hartola"), "c2": drawn(place="Hartola")}

    _, cells = publish_all([first, second])
    assert cells[CellKey("place", "Hartola", ALL)][0] is not Shown.COUNT
    assert cells[CellKey(WHOLE, ALL, ALL)][0] is not Shown.COUNT


@pytest.mark.parametrize("crowd", [{}, {"a": drawn()}])
def test_an_empty_and_a_tiny_crowd_are_published(crowd):
    (cells,) = publish_all([crowd])

    assert all(shown is not Shown.COUNT for shown, _ in cells.values())

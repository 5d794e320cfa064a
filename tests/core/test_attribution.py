"""To which row a project counts: once, whatever the table."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.attribution import NONE, parts_by_share, places_of_row, row_of_places

CODES = st.text("0123456789", min_size=3, max_size=3)


@pytest.mark.parametrize(
    ("places", "row"), [([], NONE), (["111"], "111"), (["142", "081", "111"], "081~111~142"), (["111", "111"], "111")]
)
def test_a_project_stands_in_one_row(places, row):
    assert row_of_places(places) == row


@given(st.sets(CODES))
def test_a_row_names_its_places(places):
    assert set(places_of_row(row_of_places(places))) == places


@given(st.dictionaries(CODES, st.decimals(0, 1, places=6), max_size=5))
def test_parts_add_to_the_whole_project(shares):
    parts = parts_by_share(shares)

    assert sum(parts.values()) == 1
    assert all(parts[measure] == share for measure, share in shares.items() if share)


def test_a_project_without_measures_is_whole_outside_the_plan():
    assert parts_by_share({}) == {NONE: Decimal(1)}

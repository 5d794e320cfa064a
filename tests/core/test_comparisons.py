from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.comparisons import LEAST_RESULTS, NATIONAL_2007_2013, EndedResult, Likeness, comparisons
from hankekori.core.indicators import Combination

SUM = Likeness("ESR", Combination.SUM)
INDICATORS = {1: SUM, 2: SUM, 3: Likeness("EAKR", Combination.SUM), 4: Likeness("ESR", Combination.LATEST)}


def results(indicator, *realised, planned=100):
    return [EndedResult(indicator, Decimal(planned), Decimal(value)) for value in realised]


def quartiles(comparison):
    return comparison.lower, comparison.median, comparison.upper


def test_eight_results_of_the_same_indicator_are_compared_with():
    own = comparisons(INDICATORS, results(1, 20, 40, 60, 80, 100, 120, 140, 160))[1]
    assert quartiles(own) == (Decimal("0.55"), Decimal("0.9"), Decimal("1.25"))
    assert own.name.fi == "ohjelman 8 päättyneen hankkeen tulos samassa mittarissa"


def test_too_few_of_the_indicator_are_joined_by_the_same_fund_and_way_of_combining():
    ended = results(1, 50, 50, 50) + results(2, 90, 90, 90, 90, 90) + results(3, 10) + results(4, 10)
    found = comparisons(INDICATORS, ended)
    assert found[1].median == Decimal("0.9")
    assert found[1].name.fi == "tulos ohjelman päättyneissä ESR-hankkeissa (8 tulosta)"
    assert found[2] == found[1]
    assert found[3] == found[4] == NATIONAL_2007_2013


def test_without_a_fund_the_name_says_none():
    own = comparisons({1: Likeness("", Combination.SUM), 2: Likeness("", Combination.SUM)}, results(2, *[5] * 8))[1]
    assert own.name.fi == "tulos ohjelman päättyneissä hankkeissa (8 tulosta)"


def test_results_without_a_plan_do_not_count():
    assert comparisons(INDICATORS, results(1, *[5] * 8, planned=0))[1] == NATIONAL_2007_2013


@given(st.lists(st.integers(0, 200), min_size=LEAST_RESULTS - 1, max_size=LEAST_RESULTS - 1), st.integers(0, 10**6))
def test_no_single_odd_project_draws_the_range_beyond_the_others(usual, odd):
    lower, median, upper = quartiles(comparisons(INDICATORS, results(1, *usual, odd))[1])
    assert Decimal(min(usual)) / 100 <= lower <= median <= upper <= Decimal(max(usual)) / 100

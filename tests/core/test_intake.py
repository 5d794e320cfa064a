"""What entry to the basket requires, and how scores and weights become one percentage."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.intake import Answer, EntryFacts, Requirement, check_entry, score_of
from hankekori.core.texts import LANGUAGES

WHOLE = EntryFacts(1, "Heinolan kaupunki", 1, False, Decimal(1000), 1, 1)
BARE = EntryFacts(0, "", 0, False, None, 0, 0)
ANSWERS = st.builds(Answer, st.none() | st.integers(0, 5), st.integers(1, 10))


def missing(facts):
    return [check.requirement for check in check_entry(facts) if not check.is_met]


def test_whole_proposal_lacks_nothing_and_a_bare_one_everything():
    assert missing(WHOLE) == []
    assert missing(BARE) == list(Requirement)


@pytest.mark.parametrize(
    ("change", "requirement"),
    [
        ({"measures": 0}, Requirement.MEASURE),
        ({"owner": "  "}, Requirement.OWNER),
        ({"municipalities": 0}, Requirement.MUNICIPALITIES),
        ({"planned_money": None}, Requirement.MONEY),
        ({"planned_money": Decimal(0)}, Requirement.MONEY),
        ({"targets": 0}, Requirement.INDICATORS),
        ({"partner_notes": 0}, Requirement.PARTNER),
    ],
)
def test_each_requirement_is_missed_alone(change, requirement):
    assert missing(replace(WHOLE, **change)) == [requirement]


def test_nationwide_project_needs_no_municipality():
    assert missing(replace(WHOLE, municipalities=0, is_nationwide=True)) == []


def test_every_requirement_is_said_in_three_languages():
    texts = [text for check in check_entry(BARE) for text in (check.name, check.advice)]
    assert [text for text in texts if not all(getattr(text, language) for language in LANGUAGES)] == []


def test_score_weighs_and_leaves_out_what_nobody_assessed():
    assert score_of([Answer(5, 3), Answer(0, 1), Answer(None, 10)]) == Decimal("75.0")
    assert score_of([Answer(1, 1), Answer(2, 1), Answer(2, 1)]) == Decimal("33.3")


def test_nothing_assessed_is_no_score_and_zero_is_one():
    assert score_of([]) is None
    assert score_of([Answer(None, 2)]) is None
    assert score_of([Answer(0, 2)]) == 0


@given(st.lists(ANSWERS))
def test_score_stays_between_the_lowest_and_the_highest_given(answers):
    given_scores = [answer.score for answer in answers if answer.score is not None]
    score = score_of(answers)
    if not given_scores:
        assert score is None
    else:
        assert min(given_scores) * 20 <= score <= max(given_scores) * 20


@given(st.lists(ANSWERS), st.integers(2, 5))
def test_score_does_not_change_when_all_weights_grow_alike(answers, times):
    assert score_of([replace(each, weight=each.weight * times) for each in answers]) == score_of(answers)


@given(st.lists(ANSWERS), st.data())
def test_a_better_score_never_lowers_the_whole(answers, data):
    assessed = [place for place, each in enumerate(answers) if each.score is not None and each.score < 5]
    if not assessed:
        return
    place = data.draw(st.sampled_from(assessed))
    better = [replace(each, score=each.score + 1) if here == place else each for here, each in enumerate(answers)]
    assert score_of(better) >= score_of(answers)

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.periods import Period
from hankekori.core.rounds import (
    OPEN_STATES,
    Rates,
    ReportState,
    Step,
    check_real_end,
    count_rates,
    overlaps,
    state_after,
)

HALF = Period(date(2012, 1, 1), date(2012, 6, 30))
days = st.dates(date(2009, 1, 1), date(2014, 12, 31))
periods = st.tuples(days, st.integers(0, 400)).map(lambda pair: Period(pair[0], pair[0] + timedelta(days=pair[1])))


def test_a_report_goes_from_draft_to_approved_and_back():
    state = ReportState.DRAFT
    for step in (Step.SUBMITTED, Step.RETURNED, Step.SUBMITTED, Step.APPROVED, Step.REOPENED, Step.SUBMITTED):
        state = state_after(state, step)
    assert state is ReportState.SUBMITTED


def test_only_an_approved_report_is_reopened_and_only_a_sent_one_decided():
    allowed = {pair for pair in product(ReportState, Step) if state_after(*pair)}
    assert {state for state, step in allowed if step is Step.SUBMITTED} == OPEN_STATES
    for step in (Step.RETURNED, Step.APPROVED):
        assert {state for state, each in allowed if each is step} == {ReportState.SUBMITTED}
    assert {state for state, step in allowed if step is Step.REOPENED} == {ReportState.APPROVED}


@given(periods, periods)
def test_overlapping_periods_have_a_day_in_common(one, other):
    def days_of(period):
        return {period.start + timedelta(days=number) for number in range((period.end - period.start).days + 1)}

    assert overlaps(one, other) == bool(days_of(one) & days_of(other)) == overlaps(other, one)


@given(st.lists(st.none() | days), days)
def test_on_time_are_some_of_the_received_and_received_some_of_the_expected(sent, due_on):
    found = count_rates(sent, due_on)
    assert 0 <= found.on_time <= found.received <= found.expected == len(sent)


def test_the_due_day_itself_is_on_time():
    assert count_rates([HALF.end, HALF.end + timedelta(days=1), None], HALF.end) == Rates(3, 2, 1)


@pytest.mark.parametrize(
    ("real_end", "code"),
    [
        (None, "real-end-missing"),
        (date(2010, 12, 31), "real-end-before-start"),
        (date(2011, 1, 1), None),
        (HALF.end, None),
        (date(2012, 7, 1), "real-end-after-period"),
    ],
)
def test_the_real_end(real_end, code):
    assert [remark.code for remark in check_real_end(real_end, date(2011, 1, 1), HALF)] == ([code] if code else [])
    assert not check_real_end(HALF.end, None, HALF)

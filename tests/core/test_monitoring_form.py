"""The half-yearly form: which periods there are, where corrections go, and that its columns add up."""

from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.figures import MISSING, NOT_APPLICABLE, ValueState
from hankekori.core.indicators import Combination
from hankekori.core.ledger import Entry
from hankekori.core.monitoring_form import form_line, form_periods, is_corrected_in
from hankekori.core.periods import Period

FIRST, SECOND, THIRD = (
    Period(date(2010, 1, 1), date(2010, 6, 30)),
    Period(date(2010, 7, 1), date(2010, 12, 31)),
    Period(date(2011, 1, 1), date(2011, 6, 30)),
)


def entry(period: Period, total: int | None, women: int | None = None) -> Entry:
    state = ValueState.NOT_MEASURED if total is None else ValueState.REPORTED
    numbers = [None if each is None else Decimal(each) for each in (total, women)]
    return Entry(1, 1, period.end, state, *numbers, None, datetime(2012, 1, 1, tzinfo=UTC))


# periods


def test_project_has_a_form_of_every_half_year_newest_first():
    assert form_periods(date(2010, 5, 1), date(2011, 2, 1)) == (THIRD, SECOND, FIRST)


def test_period_that_was_asked_for_takes_the_place_of_the_half_years_it_touches():
    year = Period(date(2010, 1, 1), date(2010, 12, 31))

    assert form_periods(date(2010, 5, 1), date(2011, 2, 1), [year, year]) == (THIRD, year)


def test_project_that_never_ran_has_no_form():
    assert form_periods(date(2011, 1, 1), date(2010, 1, 1)) == ()


@given(st.dates(date(2007, 1, 1), date(2013, 1, 1)), st.dates(date(2007, 1, 1), date(2013, 1, 1)))
def test_periods_follow_each_other_without_gap(start, until):
    periods = form_periods(start, until)

    assert all((newer.start - older.end).days == 1 for newer, older in pairwise(periods))


# corrections


@pytest.mark.parametrize(
    ("recorded_on", "where"),
    [
        (date(2010, 7, 20), None),  # of its own period, whose form is being written
        (date(2010, 9, 1), SECOND),
        (date(2011, 1, 30), SECOND),  # the last day of writing it
        (date(2011, 1, 31), THIRD),
    ],
)
def test_correction_goes_into_the_form_being_written(recorded_on, where):
    into = [
        period
        for period in (FIRST, SECOND, THIRD)
        if is_corrected_in(period, corrected_end=FIRST.end, recorded_on=recorded_on)
    ]

    assert into == ([where] if where else [])


@given(st.dates(date(2009, 1, 1), date(2012, 12, 31)), st.sampled_from([FIRST, SECOND]))
def test_correction_goes_into_one_form_at_most(recorded_on, corrected):
    periods = form_periods(date(2009, 1, 1), date(2012, 12, 31))

    assert sum(is_corrected_in(each, corrected_end=corrected.end, recorded_on=recorded_on) for each in periods) <= 1


# the line

_amounts = st.lists(st.tuples(st.sampled_from([FIRST, SECOND, THIRD]), st.integers(-50, 50)), max_size=8)


@given(_amounts, st.lists(st.integers(-50, 50), max_size=3), st.sampled_from([FIRST, SECOND, THIRD]))
def test_columns_of_a_sum_add_up(amounts, mends, period):
    corrections = [entry(FIRST, mend) for mend in mends] if period is not FIRST else []
    line = form_line([entry(*each) for each in amounts], corrections, Combination.SUM, period)

    parts = [each.total or Decimal(0) for each in (line.earlier, line.this, line.correction)]
    assert sum(parts) == (line.cumulative.total or Decimal(0))


def test_level_is_the_last_period_and_its_corrections_have_no_column():
    line = form_line([entry(FIRST, 10), entry(SECOND, 14)], [entry(FIRST, -1)], Combination.LATEST, SECOND)

    assert (line.earlier.total, line.this.total, line.cumulative.total) == (10, 14, 14)
    assert line.correction == NOT_APPLICABLE


def test_women_are_kept_apart_and_what_was_never_said_is_missing():
    line = form_line([entry(FIRST, 10, 4), entry(SECOND, 5, 5)], [entry(FIRST, -2, -1)], Combination.SUM, SECOND)

    assert (line.earlier.women, line.this.women, line.correction.women, line.cumulative.women) == (4, 5, -1, 8)
    assert form_line([], [], Combination.SUM, FIRST).this == MISSING

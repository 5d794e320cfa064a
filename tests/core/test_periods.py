from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.periods import Period, due_date, last_due_period, period_of, periods_between

SPRING = Period(date(2010, 1, 1), date(2010, 6, 30))
AUTUMN = Period(date(2010, 7, 1), date(2010, 12, 31))
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))
lengths = st.sampled_from([1, 2, 3, 4, 6, 12])


def test_period_of_a_day():
    assert period_of(date(2010, 6, 30)) == SPRING
    assert period_of(date(2010, 7, 1)) == AUTUMN
    assert period_of(date(2012, 2, 29), months=1) == Period(date(2012, 2, 1), date(2012, 2, 29))


@pytest.mark.parametrize("months", [0, 5, 24, -6])
def test_months_that_do_not_divide_a_year_are_refused(months):
    with pytest.raises(ValueError, match="divide twelve"):
        period_of(date(2010, 1, 1), months=months)


def test_periods_of_a_project():
    assert periods_between(date(2010, 5, 1), date(2010, 8, 1)) == (SPRING, AUTUMN)
    assert periods_between(date(2010, 8, 1), date(2010, 5, 1)) == ()


def test_a_period_is_due_thirty_days_after_its_end():
    assert due_date(SPRING) == date(2010, 7, 30)
    assert last_due_period(date(2010, 7, 30)) == Period(date(2009, 7, 1), date(2009, 12, 31))
    assert last_due_period(date(2010, 7, 31)) == SPRING


def test_labels():
    assert SPRING.label.fi == "1.1.–30.6.2010"
    assert SPRING.label.en == "1 January – 30 June 2010"
    assert Period(date(2010, 1, 1), date(2010, 12, 31)).label.sv == "2010"
    assert Period(date(2010, 7, 1), date(2011, 6, 30)).label.fi == "1.7.2010–30.6.2011"
    assert Period(date(2010, 12, 1), date(2011, 1, 31)).label.en == "1 December 2010 – 31 January 2011"
    assert Period(date(2009, 1, 1), date(2010, 12, 31)).label.sv == "1.1.2009–31.12.2010"


@given(days, days, lengths)
def test_periods_follow_each_other_without_holes(one, other, months):
    start, end = sorted((one, other))
    periods = periods_between(start, end, months=months)
    assert periods[0].start <= start <= periods[0].end
    assert periods[-1].start <= end <= periods[-1].end
    assert all(later.start - earlier.end == timedelta(days=1) for earlier, later in pairwise(periods))


@given(days, lengths, st.integers(0, 400))
def test_the_last_due_period_is_due_and_the_next_is_not(as_of, months, grace):
    last = last_due_period(as_of, months=months, days=grace)
    following = period_of(last.end + timedelta(days=1), months=months)
    assert due_date(last, days=grace) < as_of <= due_date(following, days=grace)

"""Regular meeting days and the numbers of meetings."""

from datetime import date, timedelta
from itertools import islice, pairwise

from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.meeting_days import days_by_months, days_by_weeks, free_numbers

days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def test_second_tuesdays():
    assert list(days_by_months(date(2027, 1, 12), 1, date(2027, 4, 13))) == [
        date(2027, 1, 12), date(2027, 2, 9), date(2027, 3, 9), date(2027, 4, 13),
    ]  # fmt: skip


def test_a_fifth_one_is_the_last_where_there_is_no_fifth():
    assert list(days_by_months(date(2027, 3, 31), 1, date(2027, 6, 30))) == [
        date(2027, 3, 31), date(2027, 4, 28), date(2027, 5, 26), date(2027, 6, 30),
    ]  # fmt: skip


@given(first=days, every=st.integers(1, 52), span=st.integers(0, 1500))
def test_months_keep_the_weekday_and_come_once_in_their_month(first, every, span):
    found = list(days_by_months(first, every, first + timedelta(days=span)))
    assert found[:1] == [first]
    assert {day.weekday() for day in found} <= {first.weekday()}
    months = [day.year * 12 + day.month for day in found]
    assert all(later - earlier == every for earlier, later in pairwise(months))


@given(first=days, every=st.integers(1, 52), span=st.integers(0, 1500))
def test_weeks_are_evenly_apart(first, every, span):
    found = list(days_by_weeks(first, every, first + timedelta(days=span)))
    assert len(found) == span // (7 * every) + 1
    assert all(later - earlier == timedelta(weeks=every) for earlier, later in pairwise(found))


@given(st.frozensets(st.integers(1, 20)))
def test_free_numbers_fill_the_gaps(taken):
    assert set(islice(free_numbers(taken), 20)) | taken >= set(range(1, 21))
    assert not set(islice(free_numbers(taken), 20)) & taken

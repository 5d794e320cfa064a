"""Months, stock and cumulative of episodes."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.employment import AfterThreeMonths, Episode, Gender, count_episodes, is_in_work, months_within
from hankekori.core.months import MonthError, format_month, parse_month

SINCE, DAY = date(2009, 1, 1), date(2012, 4, 30)
months = st.dates(date(2008, 1, 1), date(2013, 12, 31)).map(lambda day: day.replace(day=1))


@st.composite
def episodes(draw):
    start = draw(months)
    end = draw(st.none() | st.dates(start, date(2014, 12, 31)).map(lambda day: day.replace(day=1)))
    fte = draw(st.sampled_from(["0.25", "0.5", "1"]))
    return Episode(start, end, Decimal(fte), draw(st.sampled_from(Gender)), draw(st.sampled_from(AfterThreeMonths)))


def an_episode(start=date(2011, 3, 1), end=None):
    return Episode(start, end, Decimal(1), Gender.WOMAN, AfterThreeMonths.NOT_YET)


def test_first_and_last_month_count_whole():
    episode = an_episode(end=date(2011, 5, 1))

    assert months_within(episode, SINCE, DAY) == 3
    assert months_within(episode, date(2011, 4, 20), date(2011, 4, 21)) == 1
    assert months_within(episode, date(2011, 6, 1), DAY) == 0
    assert [
        is_in_work(episode, day) for day in (date(2011, 2, 28), date(2011, 3, 1), date(2011, 5, 31), date(2011, 6, 1))
    ] == [
        False,
        True,
        True,
        False,
    ]


@given(st.lists(episodes(), max_size=8))
def test_stock_and_women_are_part_of_those_who_began_and_are_known(found):
    counted = count_episodes(found, since=date(2008, 1, 1), day=DAY)

    assert counted.in_work <= counted.started
    assert counted.women <= counted.started
    assert counted.employed_after <= counted.followed_up <= counted.started


@given(st.lists(episodes(), max_size=8), months.filter(lambda month: SINCE < month <= DAY))
def test_two_periods_add_up_to_the_whole(found, cut):
    before = date.fromordinal(cut.toordinal() - 1)
    first = count_episodes(found, since=SINCE, day=before)
    second = count_episodes(found, since=cut, day=DAY)
    whole = count_episodes(found, since=SINCE, day=DAY)

    assert first.started + second.started == whole.started
    assert first.person_months + second.person_months == whole.person_months
    assert second.in_work == whole.in_work


@pytest.mark.parametrize("written", ["5/2009", "05.2009", "2009-05", "1.5.2009", "2009-05-31", " 5 / 2009 "])
def test_a_month_is_read_as_people_write_it(written):
    assert parse_month(written) == date(2009, 5, 1)
    assert format_month(parse_month(written)) == "5/2009"


@pytest.mark.parametrize("written", ["", "13/2009", "0/2009", "2009", "5/09", "toukokuu", "5/1066", "1/٢٠٠٩9"])
def test_what_is_no_month_is_refused(written):
    with pytest.raises(MonthError):
        parse_month(written)

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.indicators import Combination
from hankekori.core.targets import Course, MeasureTarget, Step, expected_by, missed_step, time_share

START, MIDDLE, DUE = date(2010, 1, 1), date(2011, 1, 1), date(2012, 1, 1)
STEPS = (Step(date(2011, 6, 1), Decimal(60)), Step(date(2010, 6, 1), Decimal(20)))


def target(course=Course.STRAIGHT, steps=(), total=100):
    return MeasureTarget(1, 1, Decimal(total), None, START, DUE, course, steps)


@pytest.mark.parametrize(
    ("course", "day", "expected"),
    [
        (Course.STRAIGHT, date(2009, 12, 31), None),
        (Course.STRAIGHT, START, 0),
        (Course.STRAIGHT, MIDDLE, 50),
        (Course.STRAIGHT, date(2013, 1, 1), 100),
        (Course.BACK_LOADED, MIDDLE, 25),
        (Course.STEPS, date(2010, 5, 31), 0),
        (Course.STEPS, date(2010, 6, 1), 20),
        (Course.STEPS, date(2011, 12, 31), 60),
        (Course.STEPS, DUE, 100),
    ],
)
def test_expected_by_course(course, day, expected):
    assert expected_by(target(course, STEPS), day) == expected


def test_a_share_is_expected_at_its_level_from_the_start():
    assert expected_by(target(), START, combination=Combination.SHARE) == 100


def test_time_share_is_cut():
    assert time_share(START, DUE, date(2009, 1, 1)) == 0
    assert time_share(START, DUE, date(2019, 1, 1)) == 1
    assert time_share(START, START, START) == 1


def test_a_milestone_is_missed_after_thirty_days():
    with_steps = target(Course.STEPS, STEPS)
    assert missed_step(with_steps, Decimal(19), date(2010, 7, 1)) is None
    assert missed_step(with_steps, Decimal(19), date(2010, 7, 2)) == STEPS[1]
    assert missed_step(with_steps, Decimal(20), date(2010, 7, 2)) is None
    assert missed_step(with_steps, Decimal(19), date(2011, 8, 1)) == STEPS[0]
    assert missed_step(with_steps, None, date(2010, 7, 2)) == STEPS[1]
    assert missed_step(target(), Decimal(0), DUE) is None


@given(st.sampled_from(Course), st.integers(0, 10_000), st.integers(-100, 900), st.integers(0, 300))
def test_expected_never_falls_and_stays_within_the_target(course, total, offset, step):
    steps = (Step(date(2010, 6, 1), Decimal(total) / 4), Step(date(2011, 6, 1), Decimal(total) / 2))
    one = target(course, steps, total)
    day = START + timedelta(days=offset)
    now = expected_by(one, day) or 0
    later = expected_by(one, day + timedelta(days=step)) or 0
    assert 0 <= now <= later <= total

"""Who is reminded when: the cadence, the pause, and that asking twice changes nothing."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.reminders import PAUSE, is_time, late_days, reminder_days, task_reminder

DUE = date(2012, 1, 30)
DAYS = st.dates(date(2011, 1, 1), date(2013, 12, 31))


def sent_days(due_days: list[date], first: date, last: date, *, submitted: date | None = None) -> list[date]:
    """Ask every morning from first to last, as the daily job does, and list the days on which a message goes out."""
    sent: list[date] = []
    day = first
    while day <= last:
        news = [] if submitted and day > submitted else [each for due in due_days for each in reminder_days(due)]
        if is_time(news, last_sent=sent[-1] if sent else None, today=day):
            sent.append(day)
        day += timedelta(days=1)
    return sent


def test_days_of_the_cadence() -> None:
    assert [(day - DUE).days for day in reminder_days(DUE)] == [-30, -7, -1, 1, 7, 30, 60]
    assert [(day - DUE).days for day in late_days(DUE)] == [1, 7, 30, 60]


def test_one_report_never_sent_is_reminded_of_by_the_cadence_with_pauses_between() -> None:
    """The day after comes two days after the day before, and waits until five days have gone; so does the next."""
    days = sent_days([DUE], DUE - timedelta(days=60), DUE + timedelta(days=200))
    assert [(day - DUE).days for day in days] == [-30, -7, -1, 4, 9, 30, 60]


def test_what_is_older_than_a_week_is_not_told() -> None:
    assert not is_time([DUE], last_sent=None, today=DUE + timedelta(days=7))
    assert is_time([DUE], last_sent=None, today=DUE + timedelta(days=6))


def test_what_was_told_is_not_told_again() -> None:
    assert not is_time([DUE], last_sent=DUE, today=DUE + PAUSE)


@given(st.lists(DAYS, min_size=1, max_size=6), DAYS)
def test_never_two_within_five_days(due_days: list[date], first: date) -> None:
    days = sent_days(due_days, first, first + timedelta(days=150))
    assert all(later - earlier >= PAUSE for earlier, later in pairwise(days))


@given(DAYS, st.integers(-40, 80))
def test_nobody_is_reminded_after_sending(due: date, after: int) -> None:
    submitted = due + timedelta(days=after)
    days = sent_days([due], due - timedelta(days=45), due + timedelta(days=120), submitted=submitted)
    assert all(day <= submitted for day in days)


@given(st.lists(DAYS, max_size=8), st.none() | DAYS, DAYS)
def test_asking_again_the_same_day_changes_nothing(news: list[date], last_sent: date | None, today: date) -> None:
    if is_time(news, last_sent=last_sent, today=today):
        assert not is_time(news, last_sent=today, today=today)


@given(st.lists(DAYS, max_size=8), DAYS)
def test_nothing_is_told_before_its_day(news: list[date], today: date) -> None:
    if all(day > today for day in news):
        assert not is_time(news, last_sent=None, today=today)


def test_a_task_is_told_a_week_before_on_the_day_and_a_week_after():
    due = date(2012, 5, 10)
    told = {offset: task_reminder(due, due + timedelta(days=offset)) for offset in range(-9, 12)}
    assert {offset: (day - due).days for offset, day in told.items() if day} == {
        -7: -7, -6: -7, -5: -7, -4: -7, 0: 0, 1: 0, 2: 0, 3: 0, 7: 7, 8: 7, 9: 7, 10: 7,
    }  # fmt: skip

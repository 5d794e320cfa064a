"""When somebody is reminded of what is due: the days of the cadence, and a pause between two messages to one person.

Source: domain model, Monitoring, Reminders.
"""

from collections.abc import Iterable
from datetime import date, timedelta

DAYS_BEFORE = (30, 7, 1)
DAYS_AFTER = (1, 7, 30, 60)
TASK_DAYS = (-7, 0, 7)  # of a meeting's task, from its due day
_CAUGHT_UP = timedelta(days=3)
PAUSE = timedelta(days=5)  # at least between two messages to one person
_STALE = timedelta(days=7)  # a day of the cadence is caught up so long: the pause delays, a server may be down


def reminder_days(due_on: date) -> tuple[date, ...]:
    """List the days on which whoever has not reported is reminded, oldest first."""
    return (*(due_on - timedelta(days=each) for each in DAYS_BEFORE), *late_days(due_on))


def late_days(due_on: date) -> tuple[date, ...]:
    """List the days on which a missing report is told to the office, oldest first."""
    return tuple(due_on + timedelta(days=each) for each in DAYS_AFTER)


def is_time(news: Iterable[date], *, last_sent: date | None, today: date) -> bool:
    """Tell whether a person gets a message today: something came up since the last one, and the pause is over.

    `news` are days on which there was something to tell: days of the cadence, or of something that happened. What is
    older than a week is not told any more. Asked again on the day of sending, the answer is no.
    """
    if last_sent is not None and today - last_sent < PAUSE:
        return False
    told = today - _STALE if last_sent is None else max(last_sent, today - _STALE)
    return any(told < day <= today for day in news)


def task_reminder(due: date, today: date) -> date | None:
    """Give the day of a task's reminder that is told today: a week before it is due, on the day or a week after.

    A reminder that a server was down for is caught up for three days; None where there is nothing to tell.
    """
    days = (due + timedelta(days=each) for each in TASK_DAYS)
    return next((day for day in days if day <= today <= day + _CAUGHT_UP), None)

"""On which days a body meets that meets regularly, and the numbers of its meetings in a year."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from itertools import count

_DAYS_OF_WEEK = 7


def days_by_weeks(first: date, every: int, until: date) -> Iterator[date]:
    """Give the days from the first on, so many weeks apart, the last one included."""
    day = first
    while day <= until:
        yield day
        day += timedelta(weeks=every)


def days_by_months(first: date, every: int, until: date) -> Iterator[date]:
    """Give the same weekday of the month, so many months apart: from a second Tuesday on, second Tuesdays.

    A month without a fifth one has the last one instead.
    """
    place = (first.day - 1) // _DAYS_OF_WEEK
    for months in count(step=every):
        year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
        day = _weekday_of_month(year, month + 1, first.weekday(), place)
        if day > until:
            return
        yield day


def free_numbers(taken: Collection[int]) -> Iterator[int]:
    """Give the numbers from one on that no meeting of the year has."""
    return (number for number in count(1) if number not in taken)


def _weekday_of_month(year: int, month: int, weekday: int, place: int) -> date:
    """Find the weekday of a month by its place, counted from 0; the last one when there are fewer."""
    start = date(year, month, 1)
    found = start + timedelta(days=(weekday - start.weekday()) % _DAYS_OF_WEEK, weeks=place)
    return found if found.month == month else found - timedelta(weeks=1)

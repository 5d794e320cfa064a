"""The day things are looked at as known on, kept within what can be counted with."""

from datetime import date, timedelta

from hankekori.pages.door import Door


def known_moment(door: Door) -> date:
    """Give the day of the door; the last day of the calendar has no day after it."""
    return min(door.known_on, date.max - timedelta(days=1))

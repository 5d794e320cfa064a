"""What the form of a new round proposes."""

from collections.abc import Sequence
from datetime import date, timedelta

from hankekori.areas.rounds.queries import RoundLine
from hankekori.core.periods import due_date, period_of


def proposed_round(lines: Sequence[RoundLine], today: date) -> dict[str, date]:
    """Propose the half-year after the newest round, or the last one that has ended, opening the day after its end.

    The due day is never past: a period long gone is due as many days from today as it would be from its end.
    """
    if lines:
        period = period_of(lines[0].period.end + timedelta(days=1))
    else:
        period = period_of(period_of(today).start - timedelta(days=1))
    opens_on = period.end + timedelta(days=1)
    days = (due_date(period) - period.end).days
    due_on = max(due_date(period), today + timedelta(days=days)) if opens_on < today else due_date(period)
    return {"start": period.start, "end": period.end, "opens_on": opens_on, "due_on": due_on}

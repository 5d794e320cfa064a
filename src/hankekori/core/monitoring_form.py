"""The half-yearly monitoring form of a project: its periods, and one indicator's line on it.

Source: format reference 3.2: two fixed periods a year; a form is normal or contains corrections; a correction may be
negative and mends the cumulative sum; the first form is never a correction.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hankekori.core.figures import MISSING, NOT_APPLICABLE, Figure
from hankekori.core.indicators import Combination
from hankekori.core.ledger import Entry, cumulate
from hankekori.core.periods import REPORTING_DAYS, Period, periods_between


@dataclass(frozen=True, slots=True)
class FormLine:
    """What a form says of one indicator. Of a sum, earlier + this + correction is the cumulative figure."""

    earlier: Figure  # periods before this one, without the corrections of this form
    this: Figure
    correction: Figure  # of earlier periods; not applicable where there is none, and for levels
    cumulative: Figure  # up to the end of the period


def form_periods(start: date, until: date, asked: Iterable[Period] = ()) -> tuple[Period, ...]:
    """List the periods a project has a form of, newest first: those it was asked for, else the half-years.

    Half-years have a day between start and until; one that shares a day with a period asked for is left out.
    """
    own = sorted(set(asked))
    free = [half for half in periods_between(start, until) if not any(_overlap(half, period) for period in own)]
    return tuple(sorted((*own, *free), reverse=True))


def is_corrected_in(period: Period, *, corrected_end: date, recorded_on: date) -> bool:
    """Tell whether a correction goes into the form of the period.

    It mends an earlier period, and was recorded after the form before was due and by the day this one is.
    """
    time_to_report = timedelta(days=REPORTING_DAYS)
    before_was_due = period.start - timedelta(days=1) + time_to_report
    return corrected_end < period.start and before_was_due < recorded_on <= period.end + time_to_report


def form_line(
    entries: Sequence[Entry], corrections: Sequence[Entry], combination: Combination, period: Period
) -> FormLine:
    """Give the line of one indicator of one project; the corrections are those of this form and not among entries."""
    up_to_end = [entry for entry in (*entries, *corrections) if entry.period_end <= period.end]
    of_period = [entry for entry in entries if period.start <= entry.period_end <= period.end]
    before = [entry for entry in entries if entry.period_end < period.start]
    mends = corrections if combination is Combination.SUM else ()
    return FormLine(
        earlier=_added_up(before, combination),
        this=_added_up(of_period, combination),
        correction=_added_up(mends, combination, nothing=NOT_APPLICABLE),
        cumulative=_added_up(up_to_end, combination),
    )


def _added_up(entries: Sequence[Entry], combination: Combination, *, nothing: Figure = MISSING) -> Figure:
    return cumulate(entries, combination, as_of=date.max).figure if entries else nothing


def _overlap(one: Period, other: Period) -> bool:
    return one.start <= other.end and other.start <= one.end

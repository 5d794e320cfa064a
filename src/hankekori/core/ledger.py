"""The ledger: signed increments per period, added up as known on a day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, Figure, ValueState
from hankekori.core.indicators import WOMEN_ABOVE_TOTAL, Combination, IndicatorRule, Remark, check_denominator
from hankekori.core.money import MINUS, format_date
from hankekori.core.texts import LANGUAGES, Translated


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger: a signed increment, or a statement that there is no number."""

    project: int
    indicator: int
    period_end: date
    state: ValueState
    total: Decimal | None
    women: Decimal | None
    denominator: Decimal | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class ProjectFigure:
    """A project's cumulative figure of one indicator."""

    project: int
    indicator: int
    figure: Figure
    last_period: date | None  # end of the newest period with numbers


def cumulate(
    entries: Iterable[Entry], combination: Combination, *, as_of: date, known_on: datetime | date | None = None
) -> ProjectFigure:
    """Add up the entries of one project and one indicator, in the indicator's unit.

    SUM adds all periods that ended by as_of; LATEST and SHARE add within a period and the last period that has numbers
    wins. Numbers outweigh statements, "not measured" outweighs "not applicable", nothing at all is missing.
    known_on leaves out what was recorded later: after the moment, or after the end of the day in recorded_at's zone.
    Raises ValueError when there are no entries or they are of several projects or indicators.
    """
    lines = list(entries)
    keys = {(line.project, line.indicator) for line in lines}
    if len(keys) != 1:
        raise ValueError("entries of exactly one project and indicator are added up")
    project, indicator = keys.pop()
    figure, last = _combine(_known(lines, as_of, known_on), combination)
    return ProjectFigure(project, indicator, figure, last)


def cumulate_all(
    entries: Iterable[Entry],
    rules: Mapping[int, IndicatorRule],
    *,
    as_of: date,
    known_on: datetime | date | None = None,
) -> tuple[ProjectFigure, ...]:
    """Add up every project and indicator that has entries, ordered by project and indicator; see cumulate."""
    known: defaultdict[tuple[int, int], list[Entry]] = defaultdict(list)
    for line in _known(entries, as_of, known_on):
        known[line.project, line.indicator].append(line)
    return tuple(
        ProjectFigure(project, indicator, *_combine(known[project, indicator], rules[indicator].combination))
        for project, indicator in sorted(known)
    )


def check_increment(existing: Iterable[Entry], new: Entry, combination: Combination) -> tuple[Remark, ...]:
    """Check that with the new entry no cumulative value is negative, women never exceed the total, shares stay shares.

    existing: what the ledger holds of the same project and indicator. Every period from the new entry's on is looked
    at, for a reduction may fit today's sum and still turn an earlier one negative. The first fault found is told.
    """
    numbers = [line for line in (*existing, new) if line.total is not None]
    if new.total is None:
        return ()
    for period_end in sorted({line.period_end for line in numbers if line.period_end >= new.period_end}):
        figure, _ = _combine([line for line in numbers if line.period_end <= period_end], combination)
        if remarks := _check_cumulative(figure, period_end, combination):
            return remarks
    return ()


def _known(entries: Iterable[Entry], as_of: date, known_on: datetime | date | None) -> list[Entry]:
    in_time = [line for line in entries if line.period_end <= as_of]
    if known_on is None:
        return in_time
    if isinstance(known_on, datetime):
        return [line for line in in_time if line.recorded_at <= known_on]
    return [line for line in in_time if line.recorded_at.date() <= known_on]


def _combine(lines: list[Entry], combination: Combination) -> tuple[Figure, date | None]:
    """Give the figure of lines of one project and indicator, and the end of the newest period with numbers."""
    numbers = [line for line in lines if line.total is not None]
    if not numbers:
        return _statement({line.state for line in lines}), None
    last = max([line.period_end for line in numbers])
    if combination is not Combination.SUM:
        numbers = [line for line in numbers if line.period_end == last]
    total = sum([line.total for line in numbers if line.total is not None], _ZERO)
    women = _sum_of_known([line.women for line in numbers])
    denominator = _sum_of_known([line.denominator for line in numbers]) if combination is Combination.SHARE else None
    return Figure(ValueState.REPORTED, total, women, denominator), last


def _statement(states: set[ValueState]) -> Figure:
    if ValueState.NOT_MEASURED in states:
        return NOT_MEASURED
    return NOT_APPLICABLE if ValueState.NOT_APPLICABLE in states else MISSING


def _sum_of_known(values: list[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, _ZERO) if known else None


def _check_cumulative(figure: Figure, period_end: date, combination: Combination) -> tuple[Remark, ...]:
    named = {"total": figure.total, "women": figure.women, "denominator": figure.denominator}
    remarks = [
        Remark("cumulative-negative", field, _negative(value, period_end))
        for field, value in named.items()
        if value is not None and value < 0
    ]
    if not remarks and figure.women is not None and figure.total is not None and figure.women > figure.total:
        remarks.append(Remark("women-above-total", "women", WOMEN_ABOVE_TOTAL))
    return tuple(remarks) or check_denominator(combination, figure)


def _negative(value: Decimal, period_end: date) -> Translated:
    sum_on = {language: (format_date(period_end, language), f"{MINUS}{-value:f}") for language in LANGUAGES}
    return Translated(
        fi="Kertymä olisi {} negatiivinen: {}. Vähennä enintään se, mitä on raportoitu.".format(*sum_on["fi"]),
        sv="Den ackumulerade summan skulle vara negativ {}: {}. Minska högst med det som har rapporterats.".format(
            *sum_on["sv"]
        ),
        en="The running total would be negative on {}: {}. Subtract at most what has been reported.".format(
            *sum_on["en"]
        ),
    )


_ZERO = Decimal(0)

"""The ledger: signed increments per period, added up as known on a day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from hankekori.core.figures import Figure, ValueState
from hankekori.core.indicators import Combination, IndicatorRule, Remark


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
    """Add up the entries of one project and one indicator."""
    raise NotImplementedError


def cumulate_all(
    entries: Iterable[Entry],
    rules: Mapping[int, IndicatorRule],
    *,
    as_of: date,
    known_on: datetime | date | None = None,
) -> tuple[ProjectFigure, ...]:
    """Add up every project and indicator that has entries, ordered by project and indicator."""
    raise NotImplementedError


def check_increment(existing: Iterable[Entry], new: Entry, combination: Combination) -> tuple[Remark, ...]:
    """Check that with the new entry no cumulative value is negative and women never exceed the total."""
    raise NotImplementedError

"""What changed between two days: entries of the ledger, what each did to a figure, and their sums."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet

from hankekori.areas.monitoring.facts import indicator_record
from hankekori.areas.monitoring.ledger_queries import entry_of, known_entries, shares_at
from hankekori.areas.monitoring.ledger_sums import known_before, project_figures
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.core.figures import MISSING, Figure, reported
from hankekori.core.indicators import Combination
from hankekori.core.ledger import Entry, ProjectFigure, cumulate
from hankekori.core.rollup import Node


@dataclass(frozen=True, slots=True)
class LedgerChange:
    """An entry recorded between two days and what it did to the project's cumulative figure."""

    entry: int
    project: int
    project_code: str | None
    project_name: str
    indicator: IndicatorRecord
    period_start: date
    period_end: date
    before: Figure
    after: Figure
    source: str
    corrects: int | None
    reason: str  # coded, of a correction; in words in reasons.py
    explanation: str
    recorded_at: datetime
    recorded_by: str | None  # a person's name

    @property
    def project_label(self) -> str:
        return f"{self.project_code or ''} {self.project_name}".strip()

    @property
    def step(self) -> Decimal:
        """How much the total grew, in the indicator's unit (a share's numerator); nothing said counts as zero."""
        return (self.after.total or _ZERO) - (self.before.total or _ZERO)


@dataclass(frozen=True, slots=True)
class CountedChange:
    """A change and the part of it, by the project's share, that counts at a place in the plan."""

    change: LedgerChange
    share: Decimal
    counted: Decimal  # step x share


@dataclass(frozen=True, slots=True)
class ChangeSum:
    """One indicator at a place in the plan on both days; after - before is the sum of its counted changes."""

    indicator: IndicatorRecord
    before: Figure
    after: Figure
    entries: int

    @property
    def step(self) -> Decimal:
        """How much the value grew, shares in percentage points; nothing said counts as zero."""
        return (self.after.value or _ZERO) - (self.before.value or _ZERO)


@dataclass(frozen=True, slots=True)
class NodeChanges:
    """What changed at a place in the plan: entries newest first, sums by indicator in their order."""

    changes: tuple[CountedChange, ...]
    sums: tuple[ChangeSum, ...]


def changes_at(programme: Programme, *, node: Node, as_of: date, since: date, until: date) -> NodeChanges:
    """Tell what was recorded at a place in the plan after `since`, by the end of `until`, of periods ended by as_of.

    Projects count by their shares in the plan in force on as_of, as they are now; five queries.
    """
    shares = shares_at(programme, node, as_of=as_of)
    changes = tuple(
        CountedChange(change, shares[change.project], change.step * shares[change.project])
        for change in ledger_changes(programme, since=since, until=until, as_of=as_of)
        if shares.get(change.project)
    )
    before, after = (
        _at_node(project_figures(programme.pk, as_of=as_of, known_on=day), shares) for day in (since, until)
    )
    counts: defaultdict[IndicatorRecord, int] = defaultdict(int)
    for each in changes:
        counts[each.change.indicator] += 1
    in_order = sorted(counts, key=lambda record: (record.position, record.code, record.id))
    sums = [
        ChangeSum(record, before.get(record.id, MISSING), after.get(record.id, MISSING), counts[record])
        for record in in_order
    ]
    return NodeChanges(changes, tuple(sums))


def ledger_changes(
    programme: Programme, *, since: date, until: date, as_of: date = date.max
) -> tuple[LedgerChange, ...]:
    """List what was recorded after the day `since` and by the end of the day `until`, newest first; one query.

    Before and after are the project's figure over the periods that ended by as_of, as known just before and just after
    the entry.
    """
    known: defaultdict[tuple[int, int], list[Entry]] = defaultdict(list)
    changes: list[LedgerChange] = []
    for row in _histories(programme, since, until).filter(period_end__lte=as_of):
        entries = known[row.project_id, row.indicator_id]
        before = _figure(entries, row.indicator)
        entries.append(entry_of(row))
        if row.recorded_at >= known_before(since):
            changes.append(_change(row, before, _figure(entries, row.indicator)))
    return tuple(reversed(changes))


def _at_node(figures: Iterable[ProjectFigure], shares: Mapping[int, Decimal]) -> dict[int, Figure]:
    """Add up projects by share; an indicator nobody gave a number of is left out."""
    sums: dict[int, Figure] = {}
    for line in figures:
        share, figure = shares.get(line.project), line.figure
        if share and figure.total is not None:
            so_far = sums.get(line.indicator, MISSING)
            sums[line.indicator] = reported(
                (so_far.total or _ZERO) + figure.total * share,
                _added(so_far.women, figure.women, share),
                _added(so_far.denominator, figure.denominator, share),
            )
    return sums


def _added(so_far: Decimal | None, more: Decimal | None, share: Decimal) -> Decimal | None:
    return so_far if more is None else (so_far or _ZERO) + more * share


def _histories(programme: Programme, since: date, until: date) -> QuerySet[LedgerEntry]:
    """List, oldest first, all entries by `until` of each project and indicator that has one after `since`."""
    new = LedgerEntry.objects.filter(
        programme=programme,
        project=OuterRef("project"),
        indicator=OuterRef("indicator"),
        recorded_at__gte=known_before(since),
        recorded_at__lt=known_before(until),
    )
    entries = known_entries(programme, until).filter(Exists(new))
    return entries.select_related("project", "indicator", "recorded_by").order_by("recorded_at", "id")


def _figure(entries: list[Entry], indicator: Indicator) -> Figure:
    if not entries:
        return MISSING
    return cumulate(entries, Combination(indicator.combination), as_of=date.max).figure


def _change(row: LedgerEntry, before: Figure, after: Figure) -> LedgerChange:
    return LedgerChange(
        entry=row.pk,
        project=row.project_id,
        project_code=row.project.code,
        project_name=row.project.name,
        indicator=indicator_record(row.indicator),
        period_start=row.period_start,
        period_end=row.period_end,
        before=before,
        after=after,
        source=row.source,
        corrects=row.corrects_id,
        reason=row.reason,
        explanation=row.explanation,
        recorded_at=row.recorded_at,
        recorded_by=row.recorded_by.name if row.recorded_by else None,
    )


_ZERO = Decimal(0)

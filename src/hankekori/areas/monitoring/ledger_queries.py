"""Reading the ledger: the rows a figure opens to, the course of a figure, the days something was recorded."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q, QuerySet, Sum
from django.db.models.functions import Coalesce, TruncDate
from django.utils.timezone import localtime

from hankekori.areas.monitoring.courses import Course, read_courses
from hankekori.areas.monitoring.facts import indicator_record, plan_measures
from hankekori.areas.monitoring.ledger_sums import known_before, measure_increments
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.plan.models import Indicator, Measure
from hankekori.areas.plan.queries import plan_tree, version_in_force
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project, ProjectMeasure
from hankekori.core.figures import ValueState
from hankekori.core.ledger import Entry
from hankekori.core.report_increments import Numbers
from hankekori.core.rollup import Node, NodeKind


@dataclass(frozen=True, slots=True)
class CountedEntry:
    """A row of the ledger behind a figure of the plan, with the part of it that counts there."""

    entry: int
    project: int
    project_code: str | None
    project_name: str
    period_start: date
    period_end: date
    state: ValueState
    total: Decimal | None
    women: Decimal | None
    denominator: Decimal | None
    share: Decimal
    counted: Decimal | None  # total x share
    source: str
    corrects: int | None
    explanation: str
    recorded_at: datetime


def entries_of(project: Project) -> QuerySet[LedgerEntry]:
    """List everything the ledger holds of a project, by indicator and period, oldest first."""
    return (
        LedgerEntry.objects.filter(programme=project.programme_id, project=project)
        .select_related("indicator", "recorded_by")
        .order_by("indicator__position", "indicator__code", "indicator", "period_end", "recorded_at", "id")
    )


def plans_of(project: Project) -> QuerySet[ProjectPlan]:
    """List what a project plans to reach, by indicator."""
    plans = ProjectPlan.objects.filter(programme=project.programme_id, project=project).select_related("indicator")
    return plans.order_by("indicator__position", "indicator__code", "indicator")


def has_results(measure: Measure, indicator: Indicator) -> bool:
    """Tell whether a project that carries out the measure has a number in the indicator."""
    projects = ProjectMeasure.objects.filter(programme=measure.programme_id, measure=measure).values("project")
    results = LedgerEntry.objects.filter(
        programme=measure.programme_id, indicator=indicator, project__in=projects, total__isnull=False
    )
    return results.exists()


def entries_behind(
    programme: Programme,
    *,
    node: Node,
    indicator: int,
    as_of: date,
    known_on: date | datetime | None = None,
) -> tuple[CountedEntry, ...]:
    """List the rows a figure of the plan opens to, newest period first; three queries."""
    shares = shares_at(programme, node, as_of=as_of)
    rows = (
        known_entries(programme, known_on)
        .filter(indicator=indicator, period_end__lte=as_of, project__in=shares)
        .select_related("project")
        .order_by("-period_end", "project__code", "project", "recorded_at", "id")
    )
    return tuple(_counted(row, shares[row.project_id]) for row in rows)


def course(
    programme: Programme,
    *,
    node: Node,
    indicator: int,
    as_of: date,
    known_on: date | datetime | None = None,
) -> Course:
    """Give the cumulative value of a figure at the end of each period that changed it, oldest first."""
    measures = plan_measures(plan_tree(programme, as_of=as_of))
    found = Indicator.objects.filter(programme=programme, pk=indicator).first()
    if found is None:
        return ()
    increments = measure_increments(programme.pk, as_of=as_of, known_on=known_on, indicator=indicator)
    rules = {indicator: indicator_record(found).rule}
    return read_courses(increments, measures, rules).get((node, indicator), ())


def recording_days(programme: Programme, *, projects: Collection[int]) -> tuple[date, ...]:
    """List the days, in Finland, on which something of the projects was recorded, oldest first; one query."""
    rows = LedgerEntry.objects.filter(programme=programme, project__in=projects).annotate(day=TruncDate("recorded_at"))
    return tuple(rows.order_by("day").values_list("day", flat=True).distinct())


def entry_of(row: LedgerEntry) -> Entry:
    """Give a row of the ledger as the rules want it, its day of recording in Finland, as the sums in SQL have it."""
    return Entry(
        project=row.project_id,
        indicator=row.indicator_id,
        period_end=row.period_end,
        state=ValueState(row.state),
        total=row.total,
        women=row.women,
        denominator=row.denominator,
        recorded_at=localtime(row.recorded_at),
    )


def recorded_numbers(programme: int, entries: Collection[int]) -> dict[int, Numbers]:
    """Tell what each of the entries, none of them a correction, says with its corrections counted in; one query."""
    rows = LedgerEntry.objects.filter(Q(pk__in=entries) | Q(corrects__in=entries), programme=programme)
    said = rows.values(first=Coalesce("corrects", "pk")).annotate(states=ArrayAgg("state", order_by="pk"), **_SUMS)
    columns = said.values_list("first", "states", *_SUMS)
    return {
        first: Numbers(ValueState(states[-1]) if total is None else ValueState.REPORTED, total, *parts)
        for first, states, total, *parts in columns
    }


def known_entries(programme: Programme, known_on: date | datetime | None) -> QuerySet[LedgerEntry]:
    return LedgerEntry.objects.filter(programme=programme, recorded_at__lt=known_before(known_on))


def shares_at(programme: Programme, node: Node, *, as_of: date) -> dict[int, Decimal]:
    """Give the part of each project that counts at a place in the plan in force."""
    version = version_in_force(programme, as_of=as_of)
    links = ProjectMeasure.objects.filter(programme=programme, measure__objective__plan_version=version)
    if node.kind is NodeKind.MEASURE:
        links = links.filter(measure=node.id)
    elif node.kind is NodeKind.OBJECTIVE:
        links = links.filter(measure__objective=node.id)
    parts = links.values("project_id").annotate(part=Sum("share")).order_by("project_id")
    return dict(parts.values_list("project_id", "part"))


def _counted(row: LedgerEntry, share: Decimal) -> CountedEntry:
    return CountedEntry(
        entry=row.pk,
        project=row.project_id,
        project_code=row.project.code,
        project_name=row.project.name,
        period_start=row.period_start,
        period_end=row.period_end,
        state=ValueState(row.state),
        total=row.total,
        women=row.women,
        denominator=row.denominator,
        share=share,
        counted=None if row.total is None else row.total * share,
        source=row.source,
        corrects=row.corrects_id,
        explanation=row.explanation,
        recorded_at=row.recorded_at,
    )


_SUMS = {f"{name}_sum": Sum(name) for name in ("total", "women", "non_binary", "denominator")}

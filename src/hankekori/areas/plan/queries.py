"""Reading the plan: the version in force, its tree, its measures, indicators and targets."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Case, F, OuterRef, Prefetch, Q, QuerySet, When

from hankekori.areas.plan.models import Indicator, Measure, Objective, PlanVersion, Target
from hankekori.areas.programmes.models import Programme
from hankekori.core.targets import Course, MeasureTarget, Step
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class PlanMeasureRecord:
    """A measure of the plan as lists show it."""

    id: int
    number: str
    name: Translated
    description: Translated
    responsible: str | None  # the organisation's name; nobody is a finding
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class PlanObjectiveRecord:
    """An objective with its measures in the plan's order."""

    id: int
    number: str
    name: Translated
    measures: tuple[PlanMeasureRecord, ...]


@dataclass(frozen=True, slots=True)
class PlanTree:
    """A plan version with everything below it, in the plan's order."""

    id: int
    number: int
    name: Translated
    adopted_on: date | None
    objectives: tuple[PlanObjectiveRecord, ...]


def version_in_force(programme: Programme, *, as_of: date | None = None) -> PlanVersion | None:
    """Give the newest version adopted by the day (None: by now); before the first adoption, the first version."""
    return _in_force_first(PlanVersion.objects.filter(programme=programme), as_of).first()


def version_in_force_of(programme: str) -> QuerySet[PlanVersion]:
    """Give the version in force now of the programme that a row of another query names in the field; a subquery."""
    return _in_force_first(PlanVersion.objects.filter(programme=OuterRef(programme)), None)[:1]


def versions_of(programme: Programme) -> QuerySet[PlanVersion]:
    """List the versions of the plan, newest first."""
    return PlanVersion.objects.filter(programme=programme).order_by("-number", "-id")


def plan_tree(programme: Programme, *, as_of: date | None = None) -> PlanTree | None:
    """Give the plan in force on the day, or None when there is no plan; three queries at most."""
    version = version_in_force(programme, as_of=as_of)
    return tree_of(version) if version else None


def tree_of(version: PlanVersion) -> PlanTree:
    """Give a version with everything below it; two queries."""
    measures = Measure.objects.select_related("responsible").order_by("position", "id")
    objectives = (
        Objective.objects.filter(programme=version.programme_id, plan_version=version)
        .order_by("position", "id")
        .prefetch_related(Prefetch("measures", queryset=measures))
    )
    records = tuple(_objective(objective) for objective in objectives)
    return PlanTree(version.pk, version.number, version.name, version.adopted_on, records)


def measures_of(programme: Programme) -> QuerySet[Measure]:
    """List the measures of every plan version, in the plan's order."""
    return (
        Measure.objects.filter(programme=programme)
        .select_related("objective", "responsible")
        .order_by("objective__plan_version", "objective__position", "position", "id")
    )


def indicators_of(programme: Programme) -> QuerySet[Indicator]:
    """List the programme's indicators in their order."""
    return Indicator.objects.filter(programme=programme).order_by("position", "code", "id")


def targets_of(programme: Programme, *, measure: Measure | None = None) -> QuerySet[Target]:
    """List the targets with their indicators, of one measure or of all."""
    targets = Target.objects.filter(programme=programme)
    if measure is not None:
        targets = targets.filter(measure=measure)
    return targets.select_related("indicator").order_by("measure", "indicator__position", "indicator__code", "id")


def measure_targets(programme: Programme) -> tuple[MeasureTarget, ...]:
    """Give all targets as the rules want them; one query."""
    rows = Target.objects.filter(programme=programme).order_by("measure", "indicator", "id")
    return tuple(
        MeasureTarget(measure, indicator, total, women, start, due, Course(course), read_steps(steps))
        for measure, indicator, total, women, start, due, course, steps in rows.values_list(
            "measure_id", "indicator_id", "total", "women", "start", "due", "course", "steps"
        )
    )


def read_steps(written: list[list[str]]) -> tuple[Step, ...]:
    """Read milestones as a target keeps them: [["2010-12-31", "40"], ...]."""
    return tuple(Step(date.fromisoformat(day), Decimal(total)) for day, total in written)


def _in_force_first(versions: QuerySet[PlanVersion], as_of: date | None) -> QuerySet[PlanVersion]:
    adopted = Q(adopted_on__isnull=False) if as_of is None else Q(adopted_on__lte=as_of)
    newest_adopted = Case(When(adopted, then=F("number")), default=-1)
    return versions.order_by(newest_adopted.desc(), F("adopted_on").asc(nulls_last=True), "number")


def _objective(objective: Objective) -> PlanObjectiveRecord:
    measures = tuple(_measure(measure) for measure in objective.measures.all())
    return PlanObjectiveRecord(objective.pk, objective.number, objective.name, measures)


def _measure(measure: Measure) -> PlanMeasureRecord:
    return PlanMeasureRecord(
        id=measure.pk,
        number=measure.number,
        name=measure.name,
        description=measure.description,
        responsible=measure.responsible.name if measure.responsible else None,
        start=measure.start,
        end=measure.end,
    )

"""What the rules of roll-up and gaps need, read from the areas with a constant number of queries."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, OuterRef, Q

from hankekori.areas.monitoring.models import ProjectPlan as PlanRow
from hankekori.areas.monitoring.state import IndicatorRecord, ProjectRecord, ProjectShare
from hankekori.areas.plan.models import Indicator
from hankekori.areas.plan.queries import PlanTree
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Funding, Project, ProjectMeasure, ProjectMunicipality
from hankekori.core.funding import FundingFigures, FundingRow, FundingSource
from hankekori.core.indicators import Combination
from hankekori.core.ledger import ProjectFigure
from hankekori.core.rollup import PlanMeasure, ProjectPlan, Share
from hankekori.core.texts import Translated

FUNDED_STAGES = frozenset({Project.Stage.FUNDED, Project.Stage.RUNNING, Project.Stage.ENDED, Project.Stage.INTERRUPTED})


@dataclass(frozen=True, slots=True)
class FollowedProjects:
    """The projects a programme follows: proposed, in the basket, left, or with a share in a measure.

    Projects outside the basket without a measure (a whole national list may lie there) are not in it.
    """

    records: Mapping[int, ProjectRecord]
    with_municipality: frozenset[int]

    def shares(self) -> tuple[Share, ...]:
        return tuple(
            Share(project, link.measure, link.share)
            for project, record in self.records.items()
            for link in record.measures
        )

    def of_measures(self) -> Mapping[int, tuple[int, ...]]:
        """List each measure's projects, in the order of the records."""
        projects: defaultdict[int, list[int]] = defaultdict(list)
        for share in self.shares():
            projects[share.measure].append(share.project)
        return {measure: tuple(found) for measure, found in projects.items()}


def indicator_records(programme: Programme) -> dict[int, IndicatorRecord]:
    """Give the programme's indicators by id, in their order."""
    rows = Indicator.objects.filter(programme=programme).order_by("position", "code", "id")
    return {row.pk: indicator_record(row) for row in rows}


def indicator_record(row: Indicator) -> IndicatorRecord:
    return IndicatorRecord(
        id=row.pk,
        code=row.code,
        code_is_official=row.code_is_official,
        programme_period=row.programme_period,
        fund=row.fund,
        name=row.name,
        unit=row.unit,
        decimals=row.decimals,
        combination=Combination(row.combination),
        counts_women=row.counts_women,
        headline=row.headline,
        position=row.position,
        band=row.band,
    )


def plan_measures(tree: PlanTree | None) -> tuple[PlanMeasure, ...]:
    """Give the measures of a plan as the rules want them."""
    objectives = tree.objectives if tree else ()
    return tuple(PlanMeasure(measure.id, objective.id) for objective in objectives for measure in objective.measures)


def followed_projects(programme: Programme, measures: tuple[PlanMeasure, ...]) -> FollowedProjects:
    """Read the followed projects, their money and their shares in the given measures; three queries."""
    money = _funding_rows(programme)
    links = _shares(programme, frozenset(line.measure for line in measures))
    linked = ProjectMeasure.objects.filter(programme=programme, project=OuterRef("pk"))
    located = ProjectMunicipality.objects.filter(programme=programme, project=OuterRef("pk"))
    rows = (
        Project.objects.filter(Q(programme=programme), ~Q(basket_state=Project.BasketState.OUTSIDE) | Exists(linked))
        .order_by("code", "name", "id")
        .values_list(*_PROJECT_COLUMNS, *_FUNDING_COLUMNS, "nationwide", Exists(located))
    )
    records: dict[int, ProjectRecord] = {}
    with_municipality: set[int] = set()
    for row in rows:
        record = _project(row, links, money)
        records[record.id] = record
        nationwide, is_located = row[-2:]
        if nationwide or is_located:
            with_municipality.add(record.id)
    return FollowedProjects(records, frozenset(with_municipality))


def project_plans(
    programme: Programme, records: Mapping[int, ProjectRecord], figures: tuple[ProjectFigure, ...]
) -> tuple[ProjectPlan, ...]:
    """Give what each project reports: the indicators it has a plan for or anything in the ledger of.

    Only funded projects (running, ended and interrupted included) promise anything; what is in the ledger counts
    whatever became of the project. A project without dates runs as long as the programme.
    """
    promised = _promised(programme)
    reporting = {(line.project, line.indicator) for line in figures}
    reporting |= {key for key in promised if key[0] in records and records[key[0]].stage in FUNDED_STAGES}
    plans = []
    for project, indicator in sorted(reporting):
        if record := records.get(project):
            total, women = promised.get((project, indicator), (None, None))
            start, end = record.start or programme.start, record.end or programme.end
            plans.append(ProjectPlan(project, indicator, total, women, start, max(start, end)))
    return tuple(plans)


def women_unknown(
    figures: tuple[ProjectFigure, ...], indicators: Mapping[int, IndicatorRecord]
) -> Mapping[int, tuple[Translated, ...]]:
    """Name the indicators each project has reported without the women's part."""
    names: defaultdict[int, list[Translated]] = defaultdict(list)
    for line in figures:
        indicator = indicators[line.indicator]
        if indicator.counts_women and line.figure.total and line.figure.women is None:
            names[line.project].append(indicator.name)
    return {project: tuple(found) for project, found in names.items()}


def last_periods(figures: tuple[ProjectFigure, ...]) -> Mapping[int, date]:
    """Tell the end of the newest period with numbers of each project that has any."""
    newest: dict[int, date] = {}
    for line in figures:
        if line.last_period is not None:
            newest[line.project] = max(line.last_period, newest.get(line.project, line.last_period))
    return newest


def _project(
    row: tuple[Any, ...], links: Mapping[int, list[ProjectShare]], money: Mapping[int, tuple[FundingRow, ...]]
) -> ProjectRecord:
    key, code, name, kind, stage, basket_state, example, start, end, implementer, person, *sums = row[:-2]
    return ProjectRecord(
        key, code, name, kind, stage, basket_state, example, start, end, implementer, bool(person),
        FundingFigures(*sums), money.get(key, ()), tuple(links.get(key, ())),
    )  # fmt: skip


def _funding_rows(programme: Programme) -> Mapping[int, tuple[FundingRow, ...]]:
    rows: defaultdict[int, list[FundingRow]] = defaultdict(list)
    found = Funding.objects.filter(programme=programme).order_by("project", "source", "year")
    columns = found.values_list("project_id", "source", "year", "planned", "granted", "paid")
    for project, source, year, planned, granted, paid in columns:
        rows[project].append(FundingRow(FundingSource(source), year, planned, granted, paid))
    return {project: tuple(lines) for project, lines in rows.items()}


def _shares(programme: Programme, measures: frozenset[int]) -> dict[int, list[ProjectShare]]:
    links: defaultdict[int, list[ProjectShare]] = defaultdict(list)
    rows = ProjectMeasure.objects.filter(programme=programme).order_by("project", "measure__position", "measure")
    for project, measure, share in rows.values_list("project_id", "measure_id", "share"):
        if measure in measures:
            links[project].append(ProjectShare(measure, share))
    return links


def _promised(programme: Programme) -> dict[tuple[int, int], tuple[Decimal | None, Decimal | None]]:
    rows = PlanRow.objects.filter(programme=programme)
    return {
        (project, indicator): (total, women)
        for project, indicator, total, women in rows.values_list("project_id", "indicator_id", "total", "women")
    }


_PROJECT_COLUMNS = (
    "id",
    "code",
    "name",
    "kind",
    "stage",
    "basket_state",
    "example",
    "start",
    "end",
    "implementer__name",
    "implementer__may_be_person",
)
_FUNDING_COLUMNS = ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public")

"""Whom a new round asks, and for what."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from django.db.models import Exists, F, OuterRef, Q

from hankekori.areas.monitoring.facts import FUNDED_STAGES
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.plan.models import Indicator
from hankekori.areas.projects.models import Funding, Project, ProjectMeasure
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportFunding, ReportText, Round
from hankekori.core.periods import Period

_Source = Funding.Source
USUAL_SOURCES: Final = (_Source.EU, _Source.STATE, _Source.MUNICIPAL)  # of a project whose money is not known by source
_OVER = (Project.Stage.ENDED, Project.Stage.INTERRUPTED)


def open_reports(round_: Round) -> None:
    """Give each project that ran during the period an empty report: figures, texts and money; eight statements."""
    projects = list(projects_asked(round_.programme_id, Period(round_.period_start, round_.period_end)))
    programme = round_.programme_id
    reports = ProjectReport.objects.bulk_create(
        [ProjectReport(programme_id=programme, round=round_, project_id=project) for project in projects]
    )
    indicators = _indicators_asked(programme, projects)
    sources = _sources_of(programme, projects)
    ReportFigure.objects.bulk_create(
        ReportFigure(programme_id=programme, report=report, indicator_id=indicator)
        for report in reports
        for indicator in sorted(indicators[report.project_id])
    )
    ReportText.objects.bulk_create(
        ReportText(programme_id=programme, report=report, field=field)
        for report in reports
        for field in ReportText.Field.values
    )
    ReportFunding.objects.bulk_create(
        ReportFunding(programme_id=programme, report=report, source=source)
        for report in reports
        for source in sources.get(report.project_id, USUAL_SOURCES)
    )


def projects_asked(programme: int, period: Period) -> Iterable[int]:
    """List the followed projects that were funded and ran on a day of the period.

    Followed are those proposed, in the basket, having left it, or with a share in a measure: a whole national list may
    lie beside them. A project without dates runs until it has ended or was interrupted.
    """
    linked = ProjectMeasure.objects.filter(programme=programme, project=OuterRef("pk"))
    found = Project.objects.filter(
        Q(programme=programme, stage__in=FUNDED_STAGES),
        ~Q(basket_state=Project.BasketState.OUTSIDE) | Exists(linked),
        Q(start=None) | Q(start__lte=period.end),
        Q(end__gte=period.start) | Q(end=None) & ~Q(stage__in=_OVER),
    )
    return found.order_by("code", "name", "id").values_list("pk", flat=True)


def _indicators_asked(programme: int, projects: Iterable[int]) -> Mapping[int, set[int]]:
    """Give each project's indicators: of its own plan, with anything in the ledger, and asked of all."""
    of_all = set(Indicator.objects.filter(programme=programme, asked_of_all=True).values_list("pk", flat=True))
    asked: defaultdict[int, set[int]] = defaultdict(lambda: set(of_all))
    for rows in (ProjectPlan.objects, LedgerEntry.objects):
        pairs = rows.filter(programme=programme, project__in=projects).order_by().values_list("project", "indicator")
        for project, indicator in pairs.distinct():
            asked[project].add(indicator)
    return asked


def _sources_of(programme: int, projects: Iterable[int]) -> Mapping[int, list[str]]:
    sources: defaultdict[int, list[str]] = defaultdict(list)
    rows = Funding.objects.filter(programme=programme, project__in=projects).order_by("project", "source")
    for project, source in rows.values_list(F("project"), F("source")).distinct():
        sources[project].append(source)
    return sources

"""Reading whose a report is: the office's, or a reporter's own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Exists, OuterRef, QuerySet

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.rounds.models import ProjectReport, ProjectReporter, ReportLink


def report_with_key(programme: Programme, key: int, *, own_of: User | None = None) -> ProjectReport | None:
    """Give a report with its round, project and programme; `own_of` narrows to the reports of a reporter."""
    reports = own_reports(programme, own_of) if own_of else _with_names(programme)
    return reports.filter(pk=key).first()


def reports_with_keys(programme: Programme, keys: Iterable[int], *, round_: int) -> list[ProjectReport]:
    """Give the named reports of a round with their round, project and programme; others are left out."""
    return list(_with_names(programme).filter(round=round_, pk__in=set(keys)).order_by("project__code", "id"))


def own_reports(programme: Programme, user: User) -> QuerySet[ProjectReport]:
    """List the reports of the projects a user reports, the newest period first."""
    own = ProjectReporter.objects.filter(programme=programme, user=user, project=OuterRef("project"))
    return _with_names(programme).filter(Exists(own)).order_by("-round__period_end", "project__name", "id")


def is_reporter_of(project: Project, user: User) -> bool:
    """Tell whether the user is named to report the project; whether they may, their role decides."""
    named = ProjectReporter.objects.filter(programme=project.programme_id, project=project, user=user)
    return named.exists()


def links_of(report: ProjectReport) -> QuerySet[ReportLink]:
    """List the personal links to a report, the newest first."""
    return ReportLink.objects.filter(report=report).select_related("report__round").order_by("-created_at", "-id")


def reported_projects(programme: Programme) -> Mapping[int, list[Project]]:
    """Give the projects each user is named to report, by the user's id; whether they may, their role decides."""
    named: defaultdict[int, list[Project]] = defaultdict(list)
    rows = ProjectReporter.objects.filter(programme=programme).select_related("project")
    for row in rows.order_by("project__name", "project_id"):
        named[row.user_id].append(row.project)
    return named


def _with_names(programme: Programme) -> QuerySet[ProjectReport]:
    return ProjectReport.objects.filter(programme=programme).select_related("round", "project", "programme")

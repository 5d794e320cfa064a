"""Reading what one project has reported, round by round."""

from datetime import date

from django.db.models import Prefetch

from hankekori.areas.projects.models import Project
from hankekori.areas.rounds.models import ProjectReport, ReportFigure


def reports_of_project(project: Project, *, until: date) -> tuple[ProjectReport, ...]:
    """List a project's reports of periods that ended by the day, oldest first; four queries.

    Each comes with its round, texts and funding, and with the figures that tell why they differ from the plan.
    """
    told = ReportFigure.objects.exclude(deviation="").select_related("indicator").order_by("indicator__position", "id")
    found = ProjectReport.objects.filter(programme=project.programme_id, project=project, round__period_end__lte=until)
    return tuple(
        found.select_related("round")
        .prefetch_related("texts", "funding", Prefetch("figures", told))
        .order_by("round__period_end", "id")
    )

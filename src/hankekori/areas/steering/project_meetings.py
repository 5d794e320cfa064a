"""Reading how a project was steered."""

from datetime import date

from django.db.models import QuerySet

from hankekori.areas.bodies.models import Duty
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.models import Meeting


def steering_meetings(project: Project, *, until: date) -> QuerySet[Meeting]:
    """List the meetings by the day of the bodies that steer the project, with their bodies, oldest first."""
    steering = Duty.objects.filter(
        programme=project.programme_id, kind=Duty.Kind.STEERS_PROJECT, project=project
    ).values("body")
    found = Meeting.objects.filter(programme=project.programme_id, body__in=steering, starts_at__date__lte=until)
    return found.exclude(state=Meeting.State.CANCELLED).select_related("body").order_by("starts_at", "id")

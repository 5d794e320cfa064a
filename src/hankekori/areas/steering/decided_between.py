"""What was decided between two moments."""

from datetime import datetime

from django.db.models import QuerySet

from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.models import Decision, Meeting


def decided_between(programme: Programme, *, since: datetime, until: datetime) -> QuerySet[Decision]:
    """List decisions of minutes approved after `since` and by `until`, oldest meeting first."""
    found = Decision.objects.filter(
        programme=programme,
        item__removed=False,
        item__meeting__state=Meeting.State.APPROVED,
        item__meeting__approved_at__gt=since,
        item__meeting__approved_at__lte=until,
    )
    related = found.select_related("item__meeting__body", "project", "plan_version", "communication_plan")
    return related.order_by("item__meeting__starts_at", "item__position", "position", "pk")

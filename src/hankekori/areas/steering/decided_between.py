"""What was decided between two days."""

from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.models import Decision, Meeting


def decided_between(programme: Programme, *, since: date, until: date) -> QuerySet[Decision]:
    """List decisions of minutes approved after `since` and by the end of `until`, oldest meeting first."""
    found = Decision.objects.filter(
        programme=programme,
        item__removed=False,
        item__meeting__state=Meeting.State.APPROVED,
        item__meeting__approved_at__gt=_end_of(since),
        item__meeting__approved_at__lte=_end_of(until),
    )
    related = found.select_related("item__meeting__body", "project", "plan_version", "communication_plan")
    return related.order_by("item__meeting__starts_at", "item__position", "position", "pk")


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.max))

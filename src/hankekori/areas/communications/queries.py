"""Reading the communication plan and its versions."""

from datetime import date

from django.db.models import QuerySet

from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.programmes.models import Programme


def versions_of(programme: Programme) -> QuerySet[CommunicationPlan]:
    """List the versions, newest first."""
    return CommunicationPlan.objects.filter(programme=programme).order_by("-number", "-id")


def plan_in_force(programme: Programme, *, as_of: date | None = None) -> CommunicationPlan | None:
    """Give the version approved last, by the day where one is given; None before the first approval."""
    approved = versions_of(programme).filter(adopted_on__isnull=False)
    if as_of:
        approved = approved.filter(adopted_on__lte=as_of)
    return approved.order_by("-adopted_on", "-number").first()


def plan_in_preparation(programme: Programme) -> CommunicationPlan | None:
    """Give the version the working group has not approved yet."""
    return versions_of(programme).filter(adopted_on=None).first()

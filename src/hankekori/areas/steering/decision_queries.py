"""Reading decisions and what follows of them."""

from datetime import date
from typing import Self

from django.db.models import F, QuerySet

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.models import Decision, FollowUp, Meeting
from hankekori.core.decisions import DecisionKind


class FollowUpQuerySet(QuerySet[FollowUp]):
    """What somebody has to do."""

    def open(self) -> Self:
        return self.filter(state=FollowUp.State.OPEN)

    def closed(self) -> Self:
        return self.exclude(state=FollowUp.State.OPEN)

    def late(self, today: date) -> Self:
        return self.open().filter(due__lt=today)

    def of_user(self, user: User) -> Self:
        """Keep what the person of a seat linked to the account has to do."""
        return self.filter(owner_seat__user=user)


def follow_ups_of(programme: Programme) -> FollowUpQuerySet:
    """List follow-ups with their owner and meeting: the open ones by due day, then the closed, newest first."""
    found = FollowUpQuerySet(FollowUp).filter(programme=programme)
    related = ("body", "owner_seat__organisation", "owner_organisation", "closed_by", "decision__item__meeting")
    return found.select_related(*related).order_by(F("closed_at").desc(nulls_first=True), "due", "pk")


def decisions_on(project: Project) -> QuerySet[Decision]:
    """List the approved decisions on a project, newest first, with meeting, item and frozen report; one query."""
    found = Decision.objects.filter(
        programme=project.programme_id,
        project=project,
        item__removed=False,
        item__meeting__state=Meeting.State.APPROVED,
    )
    related = found.select_related("item__meeting__body", "report").defer("report__document")
    return related.order_by("-item__meeting__starts_at", "-position", "-pk")


def communication_approvals(programme: Programme) -> dict[int, Decision]:
    """Give the decisions that put versions of the communication plan in force, by the version's id; one query."""
    found = Decision.objects.filter(
        programme=programme, kind=DecisionKind.APPROVE_COMMUNICATION.value, effective_at__isnull=False
    )
    return {each.communication_plan_id or 0: each for each in found.select_related("item__meeting").order_by("pk")}

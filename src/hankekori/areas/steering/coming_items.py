"""Matters of meetings still to be held, to put something beside."""

from django.db.models import QuerySet

from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.models import AgendaItem, Meeting

_COMING = (Meeting.State.PLANNED, Meeting.State.INVITED, Meeting.State.OPEN)


def coming_items(programme: Programme) -> QuerySet[AgendaItem]:
    """List the matters on the agendas, the nearest meeting first, with meeting and body."""
    found = AgendaItem.objects.filter(programme=programme, removed=False, meeting__state__in=_COMING)
    return found.select_related("meeting__body").order_by("meeting__starts_at", "meeting", "position", "pk")

"""Holding a meeting while it is prepared: its writers wait for one another."""

from hankekori.areas.steering.errors import NoLongerPreparedError
from hankekori.areas.steering.models import AgendaItem, Meeting

State = Meeting.State
BEFORE_OPENING = (State.PLANNED, State.INVITED)  # its time, its invitation and what the agenda writes of itself
BEFORE_END = (*BEFORE_OPENING, State.OPEN)  # a matter may be added while the meeting goes on


def lock_prepared(meeting: int, *states: Meeting.State) -> Meeting:
    """Lock a meeting that is in one of the states, by default not opened yet; raises NoLongerPreparedError."""
    locked = Meeting.objects.select_for_update(no_key=True).get(pk=meeting)
    if locked.state not in (states or BEFORE_OPENING):
        raise NoLongerPreparedError
    return locked


def lock_item(item: AgendaItem, *states: Meeting.State) -> AgendaItem:
    """Lock an item's meeting, see lock_prepared, and read the item as it now stands."""
    locked = lock_prepared(item.meeting_id, *states)
    current = AgendaItem.objects.get(pk=item.pk)
    current.meeting = locked
    return current

"""Holding a meeting while it is written in: its writers wait for one another and see what the one before left."""

from collections.abc import Iterable

from hankekori.areas.bodies.models import Seat
from hankekori.areas.steering.decision_errors import MeetingStateError, StaleWritingError
from hankekori.areas.steering.models import AgendaItem, Attendance, Decision, Meeting

State = Meeting.State
BEFORE_APPROVAL = (State.PLANNED, State.INVITED, State.OPEN, State.ENDED)  # decisions are prepared with the agenda
WRITTEN = (State.OPEN, State.ENDED)  # minutes are typed on the spot and finished after


def lock_meeting(meeting: int, *states: Meeting.State) -> Meeting:
    """Lock a meeting that is in one of the states, its body and programme loaded; raises MeetingStateError."""
    locked = Meeting.objects.select_for_update(no_key=True).get(pk=meeting)
    if locked.state not in states:
        raise MeetingStateError(locked.state)
    return locked


def call(meeting: Meeting, members: Iterable[Seat]) -> None:
    """Give members' seats their places at a meeting; one called before keeps what it has answered."""
    rows = (Attendance(programme_id=meeting.programme_id, meeting=meeting, seat=seat) for seat in members)
    Attendance.objects.bulk_create(rows, ignore_conflicts=True)


def write[Part: AgendaItem | Decision](part: Part, seen: int, **values: object) -> Part:
    """Save values over what was seen, by revision; the same values again are no conflict and no change."""
    changed = [name for name, value in values.items() if getattr(part, name) != value]
    if not changed:
        return part
    if part.revision != seen:
        raise StaleWritingError(part, changed[0])
    for name in changed:
        setattr(part, name, values[name])
    part.revision += 1
    part.save(update_fields=[*changed, "revision"])
    return part

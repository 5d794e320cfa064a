"""A meeting going on: opened, who is there, the minutes as they are typed, ended."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.models import Seat
from hankekori.areas.bodies.queries import seats_on
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.steering.decision_errors import DeputyTakenError, TooEarlyError, VoteOpenError
from hankekori.areas.steering.holding import WRITTEN, State, call, lock_meeting, write
from hankekori.areas.steering.models import AgendaItem, Attendance, Decision, Meeting


@action("steering.open_meeting")
def open_meeting(*, by: User | None, now: datetime, meeting: Meeting) -> Meeting:
    """Open a meeting on its day or later; raises TooEarlyError.

    Whoever sits in the body on the meeting's day has a place, called or not; whoever has left since the invitation has
    none.
    """
    locked = lock_meeting(meeting.pk, State.PLANNED, State.INVITED)
    day = timezone.localdate(locked.starts_at)
    if timezone.localdate(now) < day:
        raise TooEarlyError(day)
    members = seats_on(locked.body, day)
    call(locked, members)
    Attendance.objects.filter(programme=locked.programme_id, meeting=locked).exclude(seat__in=members).delete()
    locked.state, locked.opened_at = State.OPEN, now
    locked.save(update_fields=["state", "opened_at"])
    return locked


@action("steering.set_attendance")
def set_attendance(
    *,
    by: User | None,
    now: datetime,
    meeting: Meeting,
    seat: Seat,
    present: bool,
    deputy: Seat | None = None,
    examines_minutes: bool = False,
) -> Attendance:
    """Say whether a member is there, or which of the member's deputies sits in the absent member's place."""
    locked = lock_meeting(meeting.pk, State.OPEN)
    row = Attendance.objects.filter(programme=locked.programme_id, meeting=locked, seat=seat).first()
    if row is None:
        raise NotInProgrammeError("seat")
    if deputy is not None:
        _check_deputy(row, deputy)
    row.present, row.deputy = present or deputy is not None, deputy
    row.examines_minutes = examines_minutes and row.present
    row.save(update_fields=["present", "deputy", "examines_minutes"])
    return row


@action("steering.save_minutes")
def save_minutes(*, by: User | None, now: datetime, item: AgendaItem, text: str, seen: int) -> AgendaItem:
    """Write the minutes of an item over the revision that was seen; raises StaleWritingError."""
    lock_meeting(item.meeting_id, *WRITTEN)
    locked = AgendaItem.objects.select_for_update(no_key=True).get(pk=item.pk)
    return write(locked, seen, minutes_text=text)


@action("steering.end_meeting")
def end_meeting(*, by: User | None, now: datetime, meeting: Meeting) -> Meeting:
    """End a meeting; its minutes are then finished and approved. A vote that is open has to be closed first."""
    locked = lock_meeting(meeting.pk, State.OPEN)
    voted = Decision.objects.filter(item__meeting=locked, voting=Decision.Voting.OPEN).select_related("item")
    if decision := voted.order_by("pk").first():
        raise VoteOpenError(decision.item.title)
    locked.state, locked.closed_at = State.ENDED, now
    locked.save(update_fields=["state", "closed_at"])
    return locked


@action("steering.reopen_meeting")
def reopen_meeting(*, by: User | None, now: datetime, meeting: Meeting) -> Meeting:
    """Open an ended meeting again to correct its attendance or a vote, while its minutes are not approved."""
    locked = lock_meeting(meeting.pk, State.ENDED)
    locked.state, locked.closed_at = State.OPEN, None
    locked.save(update_fields=["state", "closed_at"])
    return locked


def _check_deputy(row: Attendance, deputy: Seat) -> None:
    """Refuse whoever is not a deputy of the member on the day, or sits in somebody else's place already."""
    day = timezone.localdate(row.meeting.starts_at)
    if deputy.deputy_of_id != row.seat_id or not deputy.sits_on(day):
        raise NotInProgrammeError("deputy")
    same_person = Q(deputy__person=deputy.person, deputy__email=deputy.email)
    if deputy.user_id:
        same_person |= Q(deputy__user=deputy.user_id)
    elsewhere = Attendance.objects.filter(same_person, programme=row.programme_id, meeting=row.meeting_id)
    if other := elsewhere.exclude(pk=row.pk).select_related("seat").first():
        raise DeputyTakenError(deputy.person, other.seat.person)

"""What was agreed to be done, until it is done: notes, a new day, closing it."""

from datetime import date, datetime

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import EmptyFieldError
from hankekori.areas.history import action, note
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.steering.decision_errors import DueInPastError, FollowUpClosedError
from hankekori.areas.steering.models import FollowUp, FollowUpNote

_State = FollowUp.State


@action("steering.note_follow_up")
def note_follow_up(*, by: User | None, now: datetime, follow_up: FollowUp, text: str) -> FollowUpNote:
    """Write how a follow-up stands, also after it was closed."""
    if not text.strip():
        raise EmptyFieldError("text")
    return _note(follow_up, text, by, now)


@action("steering.close_follow_up")
def close_follow_up(*, by: User | None, now: datetime, follow_up: FollowUp, state: str, text: str = "") -> FollowUp:
    """Say that it is done, or that it is dropped and why; it comes on no agenda any more."""
    if state not in {_State.DONE, _State.DROPPED}:
        raise UnknownChoiceError("state", state)
    if state == _State.DROPPED and not text.strip():
        raise EmptyFieldError("text")
    locked = _lock_open(follow_up)
    if text.strip():
        _note(locked, text, by, now)
    locked.state, locked.closed_at, locked.closed_by = state, now, by
    locked.save(update_fields=["state", "closed_at", "closed_by"])
    return locked


@action("steering.move_follow_up")
def move_follow_up(*, by: User | None, now: datetime, follow_up: FollowUp, due: date, reason: str) -> FollowUp:
    """Give a new due day and the reason; reminders follow the new day."""
    if not reason.strip():
        raise EmptyFieldError("text")
    locked = _lock_open(follow_up)
    if due == locked.due:
        return locked
    if due < timezone.localdate(now):
        raise DueInPastError
    note(reason=reason.strip(), moved_at=now.isoformat())
    _note(locked, reason, by, now)
    locked.due = due
    locked.save(update_fields=["due"])
    return locked


def _lock_open(follow_up: FollowUp) -> FollowUp:
    locked = FollowUp.objects.select_for_update(no_key=True).get(pk=follow_up.pk)
    if locked.state != _State.OPEN:
        raise FollowUpClosedError
    return locked


def _note(follow_up: FollowUp, text: str, by: User | None, now: datetime) -> FollowUpNote:
    return FollowUpNote.objects.create(
        programme_id=follow_up.programme_id, follow_up=follow_up, text=text.strip(), at=now, by=by
    )

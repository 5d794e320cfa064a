"""Writing down who takes no part in an item: the applicant's own people by rule, others as they say themselves."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import datetime

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.models import Seat
from hankekori.areas.bodies.queries import disqualified_on, seats_on
from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.decision_errors import AutomaticError
from hankekori.areas.steering.holding import BEFORE_APPROVAL, lock_meeting
from hankekori.areas.steering.models import AgendaItem, Attendance, Disqualification, Vote


@action("steering.declare_disqualified")
def declare_disqualified(
    *, by: User | None, now: datetime, item: AgendaItem, seat: Seat, explanation: str
) -> Disqualification:
    """Write that a member or a deputy takes no part in an item, and why; a vote they gave on it is taken away."""
    meeting = lock_meeting(item.meeting_id, *BEFORE_APPROVAL)
    if seat.body_id != meeting.body_id:
        raise NotInProgrammeError("seat")
    if not explanation.strip():
        raise EmptyFieldError("explanation")
    take_votes_away(item, [seat.pk])
    declared, is_new = Disqualification.objects.get_or_create(
        programme_id=item.programme_id, item=item, seat=seat, defaults={"explanation": explanation.strip()}
    )
    if not is_new and declared.explanation != explanation.strip():
        declared.explanation = explanation.strip()
        declared.save(update_fields=["explanation"])
    return declared


@action("steering.withdraw_disqualification")
def withdraw_disqualification(*, by: User | None, now: datetime, disqualification: Disqualification) -> None:
    """Take back what was declared by hand; what the rule found stays."""
    lock_meeting(disqualification.item.meeting_id, *BEFORE_APPROVAL)
    if disqualification.automatic:
        raise AutomaticError
    disqualification.delete()


def mark_applicants(item: AgendaItem, project: Project) -> None:
    """Mark on an item whoever sits for an organisation of the project, members and deputies of the meeting's day."""
    day = timezone.localdate(item.meeting.starts_at)
    members = seats_on(item.meeting.body, day)
    seats = [seat for member in members for seat in (member, *member.deputies.all())]
    found = sorted(disqualified_on(project, seats))
    take_votes_away(item, found)
    Disqualification.objects.bulk_create(
        (Disqualification(programme_id=item.programme_id, item=item, seat_id=seat, automatic=True) for seat in found),
        ignore_conflicts=True,
    )


def take_votes_away(item: AgendaItem, seats: list[int]) -> None:
    """Take away the votes on an item that the people of these seats gave, as members or in a member's place."""
    meeting = Attendance.objects.filter(programme=item.programme_id, meeting=item.meeting_id)
    in_place = meeting.filter(deputy__in=seats).values_list("seat", flat=True)
    in_person = meeting.filter(seat__in=seats, deputy__isnull=True).values_list("seat", flat=True)
    Vote.objects.filter(programme=item.programme_id, decision__item=item, seat__in=[*in_place, *in_person]).delete()

"""Planning the meetings of a body: one by one or as a series, moved and cancelled."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.bodies.models import Body
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.errors import BodyEndedError, EndsBeforeStartError, SeriesLengthError
from hankekori.areas.steering.invitations import tell_cancelled
from hankekori.areas.steering.models import Attendance, Decision, Meeting, MeetingSeries
from hankekori.areas.steering.preparing import lock_prepared
from hankekori.core.meeting_days import days_by_months, days_by_weeks, free_numbers

MOST_IN_SERIES = 60  # five years of months, more than a year of weeks
_State = Meeting.State


@dataclass(frozen=True, slots=True)
class Where:
    """Where a meeting is held: a place, an address on the web, or both."""

    place: str = ""
    online_url: str = ""


@action("steering.plan_meeting")
def plan_meeting(
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    body: Body,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    online_url: str = "",
) -> Meeting:
    """Plan one meeting; it is numbered among the body's meetings of its year."""
    _check(programme, body, starts_at, ends_at)
    meeting = _planned(body, starts_at, ends_at, Where(place.strip(), online_url.strip()))
    meeting.save()
    _number(body, [starts_at])
    meeting.refresh_from_db(fields=["number"])
    return meeting


@action("steering.make_series")
def make_series(
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    body: Body,
    step: MeetingSeries.Step,
    every: int,
    first: datetime,
    minutes: int,
    until: date,
    place: str = "",
    online_url: str = "",
) -> list[Meeting]:
    """Plan the meetings of a body from the first to the last day, each at the same time of the clock.

    In `every` weeks or months: by months on the same weekday of the month. The series is `series` of its meetings.
    """
    _check(programme, body, first, first + timedelta(minutes=minutes))
    begins = timezone.localtime(first)
    steps = days_by_weeks if step == MeetingSeries.Step.WEEKS else days_by_months
    days = list(islice(steps(begins.date(), every, until), MOST_IN_SERIES + 1)) if every > 0 else []
    if not 1 <= len(days) <= MOST_IN_SERIES:
        raise SeriesLengthError(MOST_IN_SERIES)
    days = [day for day in days if body.ended_on is None or day <= body.ended_on]
    series = MeetingSeries.objects.create(
        programme=programme,
        body=body,
        step=step,
        every=every,
        first=first,
        minutes=minutes,
        until=until,
        place=place.strip(),
    )
    where = Where(place.strip(), online_url.strip())
    starts = [timezone.make_aware(datetime.combine(day, begins.time())) for day in days]
    made = [_planned(body, start, start + timedelta(minutes=minutes), where, series) for start in starts]
    Meeting.objects.bulk_create(made)
    _number(body, starts)
    return list(series.meetings.order_by("starts_at", "pk"))


@action("steering.change_meeting")
def change_meeting(
    *,
    by: User | None,
    now: datetime,
    meeting: Meeting,
    starts_at: datetime,
    ends_at: datetime,
    place: str = "",
    online_url: str = "",
) -> Meeting:
    """Move a meeting in time or place; invitations.invite then tells it to those who were invited.

    Whoever had answered is asked again when the time is another one.
    """
    locked = lock_prepared(meeting.pk)
    _check(locked.programme, locked.body, starts_at, ends_at)
    before = locked.starts_at
    if (before, locked.ends_at) != (starts_at, ends_at):
        answered = Attendance.objects.filter(programme=locked.programme_id, meeting=locked)
        answered.exclude(answer=Attendance.Answer.NONE).update(answer=Attendance.Answer.NONE)
    locked.starts_at, locked.ends_at = starts_at, ends_at
    locked.place, locked.online_url = place.strip(), online_url.strip()
    if timezone.localtime(before).year != timezone.localtime(starts_at).year:
        locked.number = next(free_numbers(_taken(locked.body, timezone.localtime(starts_at).year, but=locked)))
    locked.save(update_fields=["starts_at", "ends_at", "place", "online_url", "number"])
    _number(locked.body, [before, starts_at])
    locked.refresh_from_db(fields=["number"])
    return locked


@action("steering.cancel_meeting")
def cancel_meeting(*, by: User | None, now: datetime, meeting: Meeting) -> Meeting:
    """Cancel a meeting that has not been opened; those who were invited are told."""
    locked = lock_prepared(meeting.pk)
    was_invited = locked.state == _State.INVITED
    locked.state = _State.CANCELLED
    locked.sequence += was_invited
    locked.save(update_fields=["state", "sequence"])
    if was_invited:
        tell_cancelled(locked, now)
    return locked


@action("steering.set_report")
def set_report(*, by: User | None, now: datetime, meeting: Meeting, report: FrozenReport) -> Meeting:
    """Choose the report of the day; proposals that rested on the one before rest on this."""
    locked = lock_prepared(meeting.pk)
    if report.programme_id != locked.programme_id:
        raise NotInProgrammeError("report")
    waiting = Decision.objects.filter(item__meeting=locked, outcome=Decision.Outcome.OPEN)
    waiting.filter(report=locked.report_id).update(report=report)
    locked.report = report
    locked.save(update_fields=["report"])
    return locked


def _check(programme: Programme, body: Body, starts_at: datetime, ends_at: datetime) -> None:
    if body.programme_id != programme.pk:
        raise NotInProgrammeError("body")
    if ends_at <= starts_at:
        raise EndsBeforeStartError
    if body.ended_on is not None and timezone.localdate(starts_at) > body.ended_on:
        raise BodyEndedError


def _planned(
    body: Body, starts_at: datetime, ends_at: datetime, where: Where, series: MeetingSeries | None = None
) -> Meeting:
    return Meeting(
        programme_id=body.programme_id,
        body=body,
        series=series,
        number=0,
        starts_at=starts_at,
        ends_at=ends_at,
        place=where.place,
        online_url=where.online_url,
    )


def _number(body: Body, moments: Sequence[datetime]) -> None:
    """Give the planned meetings of the years their numbers in order; one already told of keeps its number."""
    Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    for year in sorted({timezone.localtime(moment).year for moment in moments}):
        meetings = Meeting.objects.filter(programme=body.programme_id, body=body, starts_at__year=year)
        planned = list(meetings.filter(state=_State.PLANNED).order_by("starts_at", "pk"))
        told = meetings.exclude(state=_State.PLANNED).values_list("number", flat=True)
        moved = []
        for meeting, number in zip(planned, free_numbers(frozenset(told)), strict=False):
            if meeting.number != number:
                meeting.number = number
                moved.append(meeting)
        Meeting.objects.bulk_update(moved, ["number"])


def _taken(body: Body, year: int, *, but: Meeting) -> frozenset[int]:
    meetings = Meeting.objects.filter(programme=body.programme_id, body=body, starts_at__year=year)
    return frozenset(meetings.exclude(pk=but.pk).values_list("number", flat=True))

"""What the working group decided last and what is still to be done, as known on a day: later events change nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils import timezone

from hankekori.areas.bodies.models import Duty
from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.matters import numbers_of
from hankekori.areas.steering.models import Decision, FollowUp, Meeting
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class KnownFollowUp:
    """A follow-up as known on the day. Its owner is an organisation, never a person."""

    id: int
    decision: int | None
    meeting: str  # "3/2012"; empty: agreed at no meeting
    task: str
    organisation: str
    organisation_may_be_person: bool
    due: date
    state: str  # of FollowUp.State
    closed_on: date | None


@dataclass(frozen=True, slots=True)
class KnownDecision:
    id: int
    number: int  # § of the meeting, from 1
    matter: str
    kind: str  # of DecisionKind
    text: str
    outcome: str  # of Decision.Outcome
    has_effect: bool  # its effect happened when the minutes were approved


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    body: Translated
    number: int
    day: date
    decisions: tuple[KnownDecision, ...]


@dataclass(frozen=True, slots=True)
class EarlierDecisions:
    """The latest meeting with approved minutes, and follow-ups: the open ones by due day, then those closed since."""

    meeting: KnownMeeting | None
    follow_ups: tuple[KnownFollowUp, ...]


def earlier_decisions(programme: Programme, *, as_of: date, known_on: date) -> EarlierDecisions:
    """Read the latest meeting held by `as_of` whose minutes were approved by `known_on`, and the follow-ups then known.

    A follow-up closed after `known_on` is open, and one given a new day after it has the day it had. Five queries at
    most, however much was decided.
    """
    meeting = _latest(programme, as_of, known_on)
    since = timezone.localdate(meeting.starts_at) if meeting else None
    return EarlierDecisions(
        meeting=_meeting(meeting) if meeting else None,
        follow_ups=_follow_ups(programme, since, as_of, known_on),
    )


def _latest(programme: Programme, as_of: date, known_on: date) -> Meeting | None:
    found = Meeting.objects.filter(
        programme=programme,
        body__duties__kind=Duty.Kind.STEERS_PROGRAMME,
        starts_at__lte=_end_of(as_of),
        approved_at__lte=_end_of(known_on),
    )
    return found.select_related("body").order_by("-starts_at", "-pk").first()


def _meeting(meeting: Meeting) -> KnownMeeting:
    numbers = numbers_of(meeting)
    rows = Decision.objects.filter(programme=meeting.programme_id, item__in=numbers).select_related("item")
    return KnownMeeting(
        body=meeting.body.name,
        number=meeting.number,
        day=timezone.localdate(meeting.starts_at),
        decisions=tuple(
            KnownDecision(
                id=row.pk,
                number=numbers[row.item_id],
                matter=row.item.title,
                kind=row.kind,
                text=row.decision or row.proposal,
                outcome=row.outcome,
                has_effect=row.effective_at is not None,
            )
            for row in rows.order_by("item__position", "item", "position", "pk")
        ),
    )


def _follow_ups(programme: Programme, since: date | None, as_of: date, known_on: date) -> tuple[KnownFollowUp, ...]:
    known = _end_of(known_on)
    still_open = Q(closed_at__isnull=True) | Q(closed_at__gt=known)
    closed_since = Q(closed_at__gte=_start_of(since)) if since else Q()
    held = Q(decision__isnull=True) | Q(decision__item__meeting__starts_at__lte=_end_of(as_of))
    rows = list(
        FollowUp.objects.filter(still_open | closed_since, held, programme=programme, created_at__lte=known)
        .select_related("owner_organisation", "owner_seat__organisation", "decision__item__meeting")
        .order_by("pk")
    )
    due = _due_days(rows, known_on)
    found = [_known(row, due.get(row.pk, row.due), known) for row in rows]
    return tuple(sorted(found, key=lambda each: (each.closed_on or date.min, each.due, each.id)))


def _known(row: FollowUp, due: date, known: datetime) -> KnownFollowUp:
    closed_at = row.closed_at if row.closed_at and row.closed_at <= known else None
    organisation = row.owner_organisation or (row.owner_seat.organisation if row.owner_seat else None)
    meeting = row.decision.item.meeting if row.decision else None
    return KnownFollowUp(
        id=row.pk,
        decision=row.decision_id,
        meeting=str(meeting) if meeting else "",
        task=row.task,
        organisation=organisation.name if organisation else "",
        organisation_may_be_person=organisation is not None and organisation.may_be_person,
        due=due,
        state=row.state if closed_at else FollowUp.State.OPEN,
        closed_on=timezone.localdate(closed_at) if closed_at else None,
    )


def _due_days(rows: Iterable[FollowUp], known_on: date) -> dict[int, date]:
    """Read from the history the day each was due as known: the day first agreed, moved by the end of `known_on`."""
    keys = [row.pk for row in rows]
    events: QuerySet[Any] = apps.get_model("steering", "FollowUpEvent")._default_manager.filter(pgh_obj_id__in=keys)  # noqa: SLF001 - documented
    fields = ("pgh_obj_id", "due", "pgh_created_at", "pgh_context__metadata")
    found: dict[int, date] = {}
    for key, due, recorded_at, context in events.order_by("pgh_id").values_list(*fields):
        if key not in found or _day(recorded_at, context) <= known_on:
            found[key] = due
    return found


def _day(recorded_at: datetime, context: Mapping[str, str] | None) -> date:
    moved_at = (context or {}).get("moved_at")
    return timezone.localdate(datetime.fromisoformat(moved_at) if moved_at else recorded_at)


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _end_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.max))

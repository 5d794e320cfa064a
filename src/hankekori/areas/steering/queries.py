"""Reading meetings: the list, the next one, and a meeting with its agenda, answers and what is beside each matter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from hankekori.areas.bodies.models import Seat
from hankekori.areas.bodies.queries import seats_on
from hankekori.areas.intake.queries import Score, scores_of
from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.matters import matters_of, what_is_told
from hankekori.areas.steering.models import AgendaItem, Attachment, Attendance, Decision, Disqualification, Meeting

_State = Meeting.State


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """A matter of the agenda with its number (0: taken off) and what is beside it."""

    number: int
    item: AgendaItem
    decisions: tuple[Decision, ...]
    attachments: tuple[Attachment, ...]  # without the content
    disqualified: tuple[Disqualification, ...]
    score: Score | None  # of a proposal's project


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """A meeting and all its page shows."""

    meeting: Meeting
    lines: tuple[AgendaLine, ...]
    removed: tuple[AgendaLine, ...]
    called: tuple[Attendance, ...]  # whom it was sent to, with seat and organisation
    seats: tuple[Seat, ...]  # members of the day, before anybody was called
    has_changed: bool  # since the invitation was sent


def meetings_of(programme: Programme) -> QuerySet[Meeting]:
    """List the meetings, the latest first, with their body and how many matters are on the agenda (`matters`)."""
    found = Meeting.objects.filter(programme=programme).select_related("programme", "body", "series")
    counted = found.annotate(matters=Count("items", filter=Q(items__removed=False)))
    return counted.order_by("-starts_at", "-pk")


def meeting_with_key(programme: Programme, key: int) -> Meeting | None:
    """Find a meeting with its body and the report of the day."""
    found = Meeting.objects.filter(programme=programme, pk=key)
    return found.select_related("programme", "body", "report", "agenda", "minutes").defer(*_DOCUMENTS).first()


def next_meeting(programme: Programme, now: datetime) -> Meeting | None:
    """Find the meeting that goes on, or the first that has not ended yet."""
    waiting = Q(state=_State.OPEN) | Q(state__in=(_State.PLANNED, _State.INVITED), ends_at__gte=now)
    return meetings_of(programme).filter(waiting).order_by("starts_at", "pk").first()


def agenda_titles(meeting: Meeting) -> list[str]:
    """Give the matters by name, in their order."""
    return list(matters_of(meeting).values_list("title", flat=True))


def meeting_page(meeting: Meeting) -> MeetingPage:
    """Gather the meeting's page; ten queries, however long the agenda."""
    items = AgendaItem.objects.filter(programme=meeting.programme_id, meeting=meeting)
    related = ("project", "measure", "plan_version", "communication_plan", "follow_up")
    read = list(items.select_related(*related).order_by("position", "pk"))
    lines = tuple(_lines(meeting, read))
    rows = Attendance.objects.filter(programme=meeting.programme_id, meeting=meeting)
    called = sorted(
        rows.select_related("seat__organisation", "deputy"), key=lambda row: (_ROLES.index(row.seat.role), row.pk)
    )
    day = timezone.localdate(meeting.starts_at)
    return MeetingPage(
        meeting=meeting,
        lines=tuple(line for line in lines if line.number),
        removed=tuple(line for line in lines if not line.number),
        called=tuple(called),
        seats=() if called else tuple(seats_on(meeting.body, day)),
        has_changed=meeting.state == _State.INVITED and what_is_told(meeting) != meeting.sent_digest,
    )


def attachment_with_key(meeting: Meeting, key: int) -> Attachment | None:
    """Find what is attached to a matter of the meeting; its content is read when it is first asked for."""
    found = Attachment.objects.filter(programme=meeting.programme_id, item__meeting=meeting, pk=key)
    return found.select_related("item").defer("content").first()


def _lines(meeting: Meeting, items: list[AgendaItem]) -> Iterable[AgendaLine]:
    decisions = _by_item(Decision.objects.filter(item__meeting=meeting).order_by("position", "pk"), meeting)
    beside = Attachment.objects.filter(item__meeting=meeting).select_related("report")
    attachments = _by_item(beside.defer("content", "report__document").order_by("pk"), meeting)
    out = Disqualification.objects.filter(item__meeting=meeting).select_related("seat__organisation")
    disqualified = _by_item(out.order_by("pk"), meeting)
    proposed = [item.project_id for item in items if item.project_id]
    scores: Mapping[int, Score] = scores_of(meeting.programme, proposed) if proposed else {}
    number = 0
    for item in items:
        number += not item.removed
        yield AgendaLine(
            number=0 if item.removed else number,
            item=item,
            decisions=tuple(decisions[item.pk]),
            attachments=tuple(attachments[item.pk]),
            disqualified=tuple(disqualified[item.pk]),
            score=scores.get(item.project_id or 0),
        )


def _by_item[Part: (Decision, Attachment, Disqualification)](
    rows: QuerySet[Part], meeting: Meeting
) -> defaultdict[int, list[Part]]:
    found: defaultdict[int, list[Part]] = defaultdict(list)
    for row in rows.filter(programme=meeting.programme_id):
        found[row.item_id].append(row)
    return found


_DOCUMENTS = ("report__document", "agenda__document", "minutes__document")
_ROLES = [role.value for role in Seat.Role]

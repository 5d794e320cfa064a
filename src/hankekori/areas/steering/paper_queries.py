"""All that the papers of one meeting tell: who was called and came, the items, what was decided and by what votes."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.bodies.models import Seat
from hankekori.areas.steering.models import (
    AgendaItem,
    Attachment,
    Attendance,
    Decision,
    Disqualification,
    Dissent,
    Meeting,
    Vote,
)
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class SeatPaper:
    """A person of the body; no addresses."""

    id: int
    person: str
    organisation: str
    role: str  # of Seat.Role; a deputy has that of the member, see deputy_of
    deputy_of: int | None


@dataclass(frozen=True, slots=True)
class PresencePaper:
    seat: SeatPaper
    present: bool
    deputy: SeatPaper | None  # who sits in the member's place
    examines_minutes: bool

    @property
    def who(self) -> SeatPaper:
        """Give who is there for the seat."""
        return self.deputy or self.seat


@dataclass(frozen=True, slots=True)
class ReportPaper:
    """A frozen report by its name and hash."""

    title: str
    kind: str
    as_of: date
    sha256: str


@dataclass(frozen=True, slots=True)
class AttachmentPaper:
    name: str
    sha256: str
    report: ReportPaper | None


@dataclass(frozen=True, slots=True)
class DissentPaper:
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class DecisionPaper:
    kind: str
    subject: Translated | None  # the project or the version of a plan; None where the kind names nothing
    proposal: str
    decision: str
    outcome: str
    voted: bool
    votes: Mapping[str, int]  # by Vote.Choice
    dissents: tuple[DissentPaper, ...]
    report: ReportPaper | None  # it rested on
    owner: str
    due: date | None


@dataclass(frozen=True, slots=True)
class ItemPaper:
    number: int  # § of the meeting, from 1
    kind: str
    title: str
    introduction: str
    presenter: str
    minutes_text: str
    disqualified: tuple[tuple[SeatPaper, str], ...]  # with the explanation
    decisions: tuple[DecisionPaper, ...]
    attachments: tuple[AttachmentPaper, ...]


@dataclass(frozen=True, slots=True)
class MeetingPapers:
    meeting: Meeting  # with its body and programme
    presences: tuple[PresencePaper, ...]  # of the seats called, or before that of those in force on the day
    deputies: Mapping[int, tuple[SeatPaper, ...]]  # by the member's seat
    items: tuple[ItemPaper, ...]
    report: ReportPaper | None  # of the day

    @property
    def day(self) -> date:
        return timezone.localdate(self.meeting.starts_at)


def meeting_papers(meeting: Meeting) -> MeetingPapers:
    """Read the meeting as it now stands; nine queries, however long it is."""
    found = Meeting.objects.select_related("programme", "body", "approved_by", "report").defer("report__document")
    read = found.get(pk=meeting.pk)
    day = timezone.localdate(read.starts_at)
    seats = [_seat(seat) for seat in _seats_on(read, day)]
    deputies: defaultdict[int, list[SeatPaper]] = defaultdict(list)
    for seat in seats:
        if seat.deputy_of:
            deputies[seat.deputy_of].append(seat)
    return MeetingPapers(
        meeting=read,
        presences=_in_order(_called(read) or [_not_called(seat) for seat in seats if not seat.deputy_of]),
        deputies={member: tuple(found) for member, found in deputies.items()},
        items=_items(read),
        report=_report(read.report),
    )


def _seats_on(meeting: Meeting, day: date) -> QuerySet[Seat]:
    seats = Seat.objects.filter(programme=meeting.programme_id, body=meeting.body_id, start__lte=day)
    return seats.filter(Q(end__isnull=True) | Q(end__gte=day)).select_related("organisation").order_by("pk")


def _seat(seat: Seat) -> SeatPaper:
    organisation = seat.organisation.name if seat.organisation else ""
    return SeatPaper(seat.pk, seat.person, organisation, seat.role, seat.deputy_of_id)


def _not_called(seat: SeatPaper) -> PresencePaper:
    return PresencePaper(seat, present=False, deputy=None, examines_minutes=False)


def _called(meeting: Meeting) -> list[PresencePaper]:
    rows = Attendance.objects.filter(programme=meeting.programme_id, meeting=meeting)
    return [
        PresencePaper(
            seat=_seat(row.seat),
            present=row.present,
            deputy=_seat(row.deputy) if row.deputy else None,
            examines_minutes=row.examines_minutes,
        )
        for row in rows.select_related("seat__organisation", "deputy__organisation")
    ]


def _in_order(presences: list[PresencePaper]) -> tuple[PresencePaper, ...]:
    """Put the chair first, then by role, then as the seats were made."""
    return tuple(sorted(presences, key=lambda each: (_ROLES.index(each.seat.role), each.seat.id)))


def _items(meeting: Meeting) -> tuple[ItemPaper, ...]:
    items = AgendaItem.objects.filter(programme=meeting.programme_id, meeting=meeting, removed=False)
    decisions = _decisions(meeting)
    attachments = _attachments(meeting)
    disqualified = _disqualified(meeting)
    return tuple(
        ItemPaper(
            number=number,
            kind=item.kind,
            title=item.title,
            introduction=item.introduction,
            presenter=item.presenter,
            minutes_text=item.minutes_text,
            disqualified=tuple(disqualified[item.pk]),
            decisions=tuple(decisions[item.pk]),
            attachments=tuple(attachments[item.pk]),
        )
        for number, item in enumerate(items.order_by("position", "pk"), 1)
    )


def _decisions(meeting: Meeting) -> defaultdict[int, list[DecisionPaper]]:
    rows = Decision.objects.filter(programme=meeting.programme_id, item__meeting=meeting)
    related = ("report", "project", "plan_version", "communication_plan", "owner_seat", "owner_organisation")
    votes, dissents = _votes(meeting), _dissents(meeting)
    found: defaultdict[int, list[DecisionPaper]] = defaultdict(list)
    for row in rows.select_related(*related).defer("report__document").order_by("position", "pk"):
        found[row.item_id].append(
            DecisionPaper(
                kind=row.kind,
                subject=_subject(row),
                proposal=row.proposal,
                decision=row.decision,
                outcome=row.outcome,
                voted=row.voting != Decision.Voting.NONE,
                votes=votes[row.pk],
                dissents=tuple(dissents[row.pk]),
                report=_report(row.report),
                owner=_owner(row),
                due=row.due,
            )
        )
    return found


def _subject(row: Decision) -> Translated | None:
    if row.project:
        name = f"{row.project.code or ''} {row.project.name}".strip()
        return Translated(name, name, name)
    if row.plan_version:
        return row.plan_version.name
    return _COMMUNICATION_PLAN.filled(number=row.communication_plan.number) if row.communication_plan else None


def _owner(row: Decision) -> str:
    """Name who does it, with the organisation where both are known."""
    person = row.owner_seat.person if row.owner_seat else row.owner_name
    organisation = row.owner_organisation.name if row.owner_organisation else ""
    return ", ".join(part for part in (person, organisation) if part)


def _votes(meeting: Meeting) -> defaultdict[int, Counter[str]]:
    rows = Vote.objects.filter(programme=meeting.programme_id, decision__item__meeting=meeting)
    found: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for decision, choice, count in rows.values_list("decision", "choice").annotate(count=Count("pk")).order_by():
        found[decision][choice] = count
    return found


def _dissents(meeting: Meeting) -> defaultdict[int, list[DissentPaper]]:
    rows = Dissent.objects.filter(programme=meeting.programme_id, decision__item__meeting=meeting)
    found: defaultdict[int, list[DissentPaper]] = defaultdict(list)
    for row in rows.select_related("seat").order_by("pk"):
        found[row.decision_id].append(DissentPaper(row.seat.person, row.text))
    return found


def _attachments(meeting: Meeting) -> defaultdict[int, list[AttachmentPaper]]:
    rows = Attachment.objects.filter(programme=meeting.programme_id, item__meeting=meeting)
    found: defaultdict[int, list[AttachmentPaper]] = defaultdict(list)
    for row in rows.select_related("report").defer("content", "report__document").order_by("pk"):
        found[row.item_id].append(AttachmentPaper(row.name, row.sha256, _report(row.report)))
    return found


def _disqualified(meeting: Meeting) -> defaultdict[int, list[tuple[SeatPaper, str]]]:
    rows = Disqualification.objects.filter(programme=meeting.programme_id, item__meeting=meeting)
    found: defaultdict[int, list[tuple[SeatPaper, str]]] = defaultdict(list)
    for row in rows.select_related("seat__organisation").order_by("pk"):
        found[row.item_id].append((_seat(row.seat), row.explanation))
    return found


def _report(report: FrozenReport | None) -> ReportPaper | None:
    return ReportPaper(report.title, report.kind, report.as_of, report.sha256) if report else None


_COMMUNICATION_PLAN = Translated(
    "Viestintäsuunnitelman versio {number}",
    "Kommunikationsplan, version {number}",
    "Communication plan, version {number}",
)
_ROLES = [role.value for role in Seat.Role]

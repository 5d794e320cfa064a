"""All that the papers of one meeting tell: who was called and came, the items, what was decided and by what votes."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils import timezone

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.bodies.models import Seat
from hankekori.areas.bodies.queries import seats_on
from hankekori.areas.steering.matters import matters_of
from hankekori.areas.steering.models import (
    Attachment,
    Decision,
    Disqualification,
    Dissent,
    Meeting,
    Vote,
)
from hankekori.areas.steering.sitting import Place, leads, places_of, quorum_of
from hankekori.core.decisions import leaves_task
from hankekori.core.quorum import Quorum
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class SeatPaper:
    """A person of the body; no addresses."""

    id: int
    person: str
    organisation: str
    role: str  # of Seat.Role; a deputy is a member


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

    @property
    def is_task(self) -> bool:
        """Tell whether somebody has something to do; what was not decided leaves nothing to do."""
        return leaves_task(self.kind, self.outcome, has_owner=bool(self.owner), has_day=self.due is not None)


@dataclass(frozen=True, slots=True)
class ItemPaper:
    id: int
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
    quorum: Quorum
    chair: str  # who led the meeting; empty where nobody did
    items: tuple[ItemPaper, ...]
    report: ReportPaper | None  # of the day

    @property
    def day(self) -> date:
        return timezone.localdate(self.meeting.starts_at)


def meeting_papers(meeting: Meeting) -> MeetingPapers:
    """Read the meeting as it now stands; ten queries, however long it is."""
    rows = Meeting.objects.select_related("programme", "body", "approved_by", "report").defer("report__document")
    read = rows.get(pk=meeting.pk)
    seats = seats_on(read.body, timezone.localdate(read.starts_at))
    places = places_of(read)
    leader = leads(places, ())
    return MeetingPapers(
        meeting=read,
        presences=tuple(map(_presence, places)) or tuple(map(_not_called, seats)),
        deputies={seat.pk: tuple(map(_seat, seat.deputies.all())) for seat in seats},
        quorum=quorum_of(read.body, places),
        chair=next((place.who.person for place in places if place.seat.pk == leader), ""),
        items=_items(read),
        report=_report(read.report),
    )


def _seat(seat: Seat) -> SeatPaper:
    return SeatPaper(seat.pk, seat.person, seat.organisation.name if seat.organisation else "", seat.role)


def _presence(place: Place) -> PresencePaper:
    return PresencePaper(
        seat=_seat(place.seat),
        present=place.is_present,
        deputy=_seat(place.who) if place.who != place.seat else None,
        examines_minutes=place.attendance.examines_minutes,
    )


def _not_called(seat: Seat) -> PresencePaper:
    return PresencePaper(_seat(seat), present=False, deputy=None, examines_minutes=False)


def _items(meeting: Meeting) -> tuple[ItemPaper, ...]:
    decisions = _decisions(meeting)
    attachments = _attachments(meeting)
    disqualified = _disqualified(meeting)
    return tuple(
        ItemPaper(
            id=item.pk,
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
        for number, item in enumerate(matters_of(meeting), 1)
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
                subject=subject_of(row),
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


def subject_of(row: Decision) -> Translated | None:
    """Name what the decision is about."""
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

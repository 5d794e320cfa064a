"""Inviting a body to its meeting by mail with a calendar event, telling of changes, and noting the answers."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from django.db.models import Prefetch
from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.models import Seat
from hankekori.areas.bodies.queries import in_term, seats_on
from hankekori.areas.history import action
from hankekori.areas.mail.actions import Outgoing, queue_messages
from hankekori.areas.mail.letters import HELLO, Item, Letter, Section, Way
from hankekori.areas.mail.models import Message
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.steering import invitation_words as words
from hankekori.areas.steering.calendars import Method, calendar_of, meeting_path, title_of
from hankekori.areas.steering.errors import NobodyToInviteError, NotInvitedError
from hankekori.areas.steering.holding import call
from hankekori.areas.steering.matters import what_is_told
from hankekori.areas.steering.models import Attendance, Meeting
from hankekori.areas.steering.preparing import lock_prepared
from hankekori.areas.steering.queries import agenda_titles
from hankekori.core.money import format_date
from hankekori.core.texts import Language, Translated


@dataclass(frozen=True, slots=True)
class Invited:
    """How many messages went, and the members' seats that have no address and are invited by other means."""

    sent: int
    without_address: tuple[Seat, ...]


@action("steering.invite")
def invite(*, by: User | None, now: datetime, meeting: Meeting) -> Invited:
    """Invite every seat in term, and its deputies for information, each in their own language.

    Done again it tells those invited before only if the time, the place or the agenda has changed since: then SEQUENCE
    grows and each gets an update. Whoever has come to the body since is invited in any case.
    """
    locked = lock_prepared(meeting.pk)
    members = seats_on(locked.body, timezone.localdate(locked.starts_at))
    if not members:
        raise NobodyToInviteError
    digest = what_is_told(locked)
    if locked.state == Meeting.State.INVITED and digest != locked.sent_digest:
        locked.sequence += 1
    locked.state, locked.sent_digest = Meeting.State.INVITED, digest
    locked.save(update_fields=["state", "sequence", "sent_digest"])
    call(locked, members)
    sent = _send(locked, members, Method.REQUEST, now)
    return Invited(sent, tuple(seat for seat in members if not seat.email))


@action("steering.note_answer")
def note_answer(*, by: User | None, now: datetime, meeting: Meeting, seat: Seat, answer: str) -> Attendance:
    """Note whether a member comes, as they have said, until the meeting is opened."""
    locked = lock_prepared(meeting.pk)
    if answer not in Attendance.Answer.values:
        raise UnknownChoiceError("answer", answer)
    row = Attendance.objects.filter(programme=locked.programme_id, meeting=locked, seat=seat).first()
    if row is None:
        raise NotInvitedError
    if row.answer != answer:
        row.answer = answer
        row.save(update_fields=["answer"])
    return row


def tell_cancelled(meeting: Meeting, now: datetime) -> None:
    """Tell whoever was invited, and the deputies of the day, that the meeting will not be held."""
    of_the_day = Seat.objects.filter(in_term(timezone.localdate(meeting.starts_at))).order_by("start", "id")
    called = Attendance.objects.filter(programme=meeting.programme_id, meeting=meeting).values("seat")
    members = Seat.objects.filter(pk__in=called).prefetch_related(Prefetch("deputies", of_the_day)).order_by("pk")
    _send(meeting, list(members), Method.CANCEL, now)


def _send(meeting: Meeting, members: Sequence[Seat], method: Method, now: datetime) -> int:
    """Queue a message to each address once, a member's before a deputy's; tells how many are new."""
    seats: dict[str, Seat] = {}
    for seat in (*members, *(deputy for member in members for deputy in member.deputies.all())):
        if seat.email:
            seats.setdefault(seat.email.casefold(), seat)
    agenda = agenda_titles(meeting)
    outgoing = [_message(meeting, seat, method, agenda, now) for seat in seats.values()]
    known = Message.objects.filter(programme=meeting.programme_id, key__in=[each.key for each in outgoing]).count()
    queue_messages(by=None, now=now, programme=meeting.programme, outgoing=outgoing)
    return len(outgoing) - known


def _message(meeting: Meeting, seat: Seat, method: Method, agenda: Iterable[str], now: datetime) -> Outgoing:
    language = cast("Language", seat.language)
    return Outgoing(
        Message.Kind.MEETING,
        f"meeting-{meeting.pk}-{meeting.sequence}-seat-{seat.pk}",
        seat.email,
        _letter(meeting, seat, method, agenda, language),
        calendar=calendar_of(
            meeting, method=method, now=now, language=language, to=seat.email, answers=seat.deputy_of_id is None
        ),
    )


def _letter(meeting: Meeting, seat: Seat, method: Method, agenda: Iterable[str], language: Language) -> Letter:
    def write(text: Translated, **facts: object) -> str:
        return text.in_language(language).format(**facts)

    subject, opening = _said(meeting, method)
    title, when = title_of(meeting, language), _when(meeting, language)
    where = [meeting.place, write(words.ONLINE_AT, url=meeting.online_url) if meeting.online_url else ""]
    way = Way(write(words.OPEN_AGENDA), meeting_path(meeting))
    sections = [Section(write(words.WHEN_AND_WHERE), (Item(when, tuple(filter(None, where))),), way)]
    if method is Method.REQUEST:
        numbered = "\n".join(f"{number}. {each}" for number, each in enumerate(agenda, 1))
        sections += [Section(write(words.AGENDA), (Item(title, (numbered,)),))] if numbered else []
    return Letter(
        language=language,
        subject=write(subject, title=title, when=when),
        opening=(write(HELLO), *([write(words.DEPUTY)] if seat.deputy_of_id else []), write(opening)),
        sections=tuple(sections),
        sender=meeting.programme.name.in_language(language),
    )


def _said(meeting: Meeting, method: Method) -> tuple[Translated, Translated]:
    if method is Method.CANCEL:
        return words.CANCELLED_SUBJECT, words.CANCELLED
    if meeting.sequence:
        return words.CHANGED_SUBJECT, words.CHANGED
    return words.INVITED_SUBJECT, words.INVITED


def _when(meeting: Meeting, language: Language) -> str:
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    mark = ":" if language == "en" else "."
    first, last = (f"{each.hour}{mark}{each.minute:02}" for each in (starts, ends))
    return f"{format_date(starts.date(), language)} {first}–{last}"

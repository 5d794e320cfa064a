"""Työryhmä: the next meeting and the others, one meeting's agenda, its event for a calendar, what is attached."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.bodies.models import Seat
from hankekori.areas.errors import DomainError
from hankekori.areas.steering.calendars import Method, calendar_of
from hankekori.areas.steering.holding import WRITTEN
from hankekori.areas.steering.invitations import note_answer
from hankekori.areas.steering.models import Attendance, Meeting
from hankekori.areas.steering.preparing import BEFORE_END, BEFORE_OPENING
from hankekori.areas.steering.queries import MeetingPage, agenda_titles, meetings_of, next_meeting
from hankekori.areas.steering.queries import meeting_page as read_page
from hankekori.pages.basket.words import language, said
from hankekori.pages.decisions.frame import meeting_name
from hankekori.pages.decisions.words import kind_name, outcome_name, role_name
from hankekori.pages.door import Door, programme_page
from hankekori.pages.meetings.frame import find_attachment, find_meeting, key_of, meetings_link
from hankekori.pages.meetings.words import ANSWERS, STATES
from hankekori.web.attachments import attachment as as_file


@programme_page(Permission.READ_MEETINGS)
def meetings(request: HttpRequest, *, door: Door) -> HttpResponse:
    """Show the next meeting with its agenda, then every meeting by year."""
    coming = next_meeting(door.programme, timezone.now())
    years = groupby(meetings_of(door.programme), key=lambda each: timezone.localtime(each.starts_at).year)
    context = {
        "next": coming,
        "next_state": STATES[coming.state] if coming else "",
        "titles": agenda_titles(coming) if coming else [],
        "years": [(year, [(each, STATES[each.state]) for each in found]) for year, found in years],
    }
    return render(request, "meetings/meetings.html", context)


@programme_page(Permission.READ_MEETINGS)
def meeting_page(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponse:
    """Show the agenda as the members read it; who runs the meetings arranges it here."""
    found = find_meeting(door, meeting)
    page = read_page(found)
    may_run = door.may_run_meetings
    context: dict[str, Any] = {
        "trail": [meetings_link(door)],
        "page": page,
        "meeting": found,
        "name": meeting_name(found),
        "state": STATES[found.state],
        "lines": [
            (line, [(each, kind_name(each.kind), outcome_name(each.outcome)) for each in line.decisions])
            for line in page.lines
        ],
        "people": _people(door, page),
        "answers": [(key, name) for key, name in ANSWERS.items() if key != Attendance.Answer.NONE],
        "is_held": found.state in WRITTEN or found.state == Meeting.State.APPROVED,
        "may_prepare": may_run and found.state in BEFORE_OPENING,
        "may_write": may_run and found.state in BEFORE_END,
    }
    return render(request, "meetings/meeting.html", context)


@programme_page(Permission.READ_MEETINGS)
def calendar(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponse:  # noqa: ARG001 - every view
    """Give the meeting as a file for any calendar; nobody is invited by it."""
    found = find_meeting(door, meeting)
    event = calendar_of(found, method=Method.PUBLISH, now=timezone.now(), language=language())
    response = HttpResponse(event.encode(), content_type="text/calendar; charset=utf-8")
    name = f"kokous-{timezone.localdate(found.starts_at).isoformat()}.ics"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@require_POST
@programme_page(Permission.READ_MEETINGS)
def answer(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponseBase:
    """Note an answer: a member's own, or any by who runs the meetings."""
    found = find_meeting(door, meeting)
    seat = _seat(found, request.POST.get("paikka", ""))
    if not door.may_run_meetings and seat.user_id != door.user.pk:
        raise PermissionDenied
    given = request.POST.get("vastaus", "")
    try:
        note_answer(by=door.user, now=timezone.now(), meeting=found, seat=seat, answer=given)
        messages.success(request, _("Vastaus on kirjattu: %(answer)s.") % {"answer": ANSWERS[given]})
    except DomainError as error:
        messages.error(request, said(error.message))
    return redirect(f"{door.url('meeting', meeting=meeting)}#kutsutut")


@programme_page(Permission.READ_MEETINGS)
def attached(request: HttpRequest, *, door: Door, meeting: int, attachment: int) -> HttpResponseBase:  # noqa: ARG001 - every view
    """Give an attached file, or go to the frozen report."""
    found = find_attachment(find_meeting(door, meeting), attachment)
    if found.report_id is not None:
        return redirect(door.url("report", report=found.report_id))
    return as_file(bytes(found.content or b""), found.name)


def _people(door: Door, page: MeetingPage) -> list[dict[str, Any]]:
    """List who is called and what they answered; before the invitation, who will be."""
    rows: list[tuple[Seat, Attendance | None]] = [(row.seat, row) for row in page.called]
    rows += [(seat, None) for seat in page.seats]
    is_prepared = page.meeting.state in BEFORE_OPENING
    return [
        {
            "seat": seat,
            "role": role_name(seat.role),
            "answer": ANSWERS[row.answer] if row else "",
            "presence": _presence(row) if row else "",
            "key": row.answer if row else "",
            "may_answer": bool(row) and is_prepared and (door.may_run_meetings or seat.user_id == door.user.pk),
        }
        for seat, row in rows
    ]


def _presence(row: Attendance) -> str:
    """Tell who was there in a seat."""
    if row.deputy:
        return f"{_('sijalla')} {row.deputy.person}"
    return _("paikalla") if row.present else _("poissa")


def _seat(meeting: Meeting, written: str) -> Seat:
    key = key_of(written)
    found = Seat.objects.filter(body=meeting.body_id, pk=key).first() if key is not None else None
    if found is None:
        raise Http404
    return found

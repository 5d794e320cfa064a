"""A meeting's agenda and minutes as files: as frozen once the minutes are approved, before that drafts."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.archive.queries import report_with_key
from hankekori.areas.errors import DomainError
from hankekori.areas.steering.matters import what_is_told
from hankekori.areas.steering.models import Meeting
from hankekori.areas.steering.paper_queries import meeting_papers
from hankekori.core.texts import LANGUAGES, Language
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.reports.files import document_response, report_response
from hankekori.reports.document import Document
from hankekori.reports.meetings import agenda_document, minutes_document

DRAFT_ENDINGS = ("html", "pdf", "docx")
_BEFORE_OPENING = {Meeting.State.PLANNED, Meeting.State.INVITED, Meeting.State.CANCELLED}


@programme_page(Permission.READ_MEETINGS)
def agenda_file(request: HttpRequest, *, door: Door, meeting: int, ending: str) -> HttpResponseBase:
    """Give the agenda, in ?kieli= or the page's language."""
    found = _meeting(door, meeting)
    if frozen := _frozen(request, door, found, found.agenda_id, ending):
        return frozen
    is_draft = found.state == Meeting.State.PLANNED or what_is_told(found) != found.sent_digest
    document = agenda_document(meeting_papers(found), language=_language(request), draft=is_draft)
    return _draft(door, found, document, "esityslista", ending)


@programme_page(Permission.READ_MEETINGS)
def minutes_file(request: HttpRequest, *, door: Door, meeting: int, ending: str) -> HttpResponseBase:
    """Give the minutes, in ?kieli= or the page's language; there are none before the meeting is opened."""
    found = _meeting(door, meeting)
    if frozen := _frozen(request, door, found, found.minutes_id, ending):
        return frozen
    if found.state in _BEFORE_OPENING:
        raise Http404
    is_draft = found.state != Meeting.State.APPROVED
    document = minutes_document(meeting_papers(found), language=_language(request), draft=is_draft)
    return _draft(door, found, document, "poytakirja", ending)


def _meeting(door: Door, key: int) -> Meeting:
    return get_object_or_404(Meeting, programme=door.programme, pk=key)


def _frozen(
    request: HttpRequest, door: Door, meeting: Meeting, report: int | None, ending: str
) -> HttpResponseBase | None:
    """Give what was frozen once the minutes are approved; the meeting's page says why it cannot be opened."""
    kept = report_with_key(door.programme, report) if report and meeting.state == Meeting.State.APPROVED else None
    if kept is None:
        return None
    try:
        return report_response(kept, ending)
    except DomainError as error:
        messages.error(request, said(error.message))
        return redirect(door.url("meeting", meeting=meeting.pk))


def _draft(door: Door, meeting: Meeting, document: Document, name: str, ending: str) -> HttpResponse:
    if ending not in DRAFT_ENDINGS:
        raise Http404
    return document_response(
        document, f"{door.programme.slug}-{name}-{meeting.number}-{meeting.starts_at.year}", ending
    )


def _language(request: HttpRequest) -> Language:
    wanted = request.GET.get("kieli", language())
    return next((known for known in LANGUAGES if known == wanted), "fi")

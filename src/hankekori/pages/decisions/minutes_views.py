"""The minutes of a meeting: read as a draft or as they were frozen, approved, amended."""

from http import HTTPStatus

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.steering.holding import WRITTEN
from hankekori.areas.steering.models import AgendaItem, Meeting
from hankekori.areas.steering.paper_queries import meeting_papers
from hankekori.pages.basket.words import language, said
from hankekori.pages.decisions.forms import AmendmentForm
from hankekori.pages.decisions.frame import meeting_frame
from hankekori.pages.decisions.session_views import meeting_at
from hankekori.pages.door import Door, programme_page
from hankekori.reports.document import Document
from hankekori.reports.meetings.freezing import amend_and_freeze, approve_and_freeze
from hankekori.reports.meetings.minutes import minutes_document
from hankekori.reports.snapshots import open_frozen
from hankekori.reports.writers.html import html_body


@programme_page(Permission.READ_MEETINGS)
def minutes(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponseBase:
    """Show the minutes; whoever runs meetings approves and amends them here."""
    found = meeting_at(door, meeting)
    if found.state not in {*WRITTEN, Meeting.State.APPROVED}:
        raise Http404
    items = list(found.items.filter(removed=False).order_by("position", "pk"))
    if request.method != "POST":
        return _shown(request, door, found, AmendmentForm(items=_names(items)))
    if not door.may_run_meetings:
        raise PermissionDenied
    if request.POST.get("tee") == "approve":
        return _approve(request, door, found, items)
    return _amend(request, door, found, items)


def _approve(request: HttpRequest, door: Door, meeting: Meeting, items: list[AgendaItem]) -> HttpResponseBase:
    try:
        approve_and_freeze(by=door.user, now=timezone.now(), meeting=meeting, language=language())
    except DomainError as error:
        messages.error(request, said(error.message))
        return _shown(request, door, meeting, AmendmentForm(items=_names(items)), status=HTTPStatus.CONFLICT)
    messages.success(request, _("Pöytäkirja on hyväksytty ja sen päätökset pantu täytäntöön."))
    return redirect(door.url("minutes", meeting=meeting.pk))


def _amend(request: HttpRequest, door: Door, meeting: Meeting, items: list[AgendaItem]) -> HttpResponseBase:
    form = AmendmentForm(request.POST, items=_names(items))
    if form.is_valid():
        given = form.cleaned_data
        item = next((each for each in items if str(each.pk) == given["item"]), None)
        try:
            amend_and_freeze(
                by=door.user,
                now=timezone.now(),
                meeting=meeting,
                text=given["text"],
                reason=given["reason"],
                item=item,
            )
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Oikaisu on allekirjoitettu ja liitetty pöytäkirjaan."))
            return redirect(door.url("minutes", meeting=meeting.pk))
    return _shown(request, door, meeting, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


def _shown(
    request: HttpRequest, door: Door, meeting: Meeting, form: AmendmentForm, *, status: HTTPStatus = HTTPStatus.OK
) -> HttpResponseBase:
    body = ""
    try:
        body = mark_safe(html_body(_document(meeting)))  # noqa: S308 - the writer escapes its texts
    except DomainError as error:
        messages.error(request, said(error.message))
        status = HTTPStatus.CONFLICT
    return render(
        request, "decisions/minutes.html", {**meeting_frame(door, meeting), "body": body, "form": form}, status=status
    )


def _document(meeting: Meeting) -> Document:
    """Give the minutes as frozen, else as they now stand."""
    if meeting.minutes is not None:
        return open_frozen(meeting.minutes)
    return minutes_document(meeting_papers(meeting), language=language(), draft=meeting.state != Meeting.State.APPROVED)


def _names(items: list[AgendaItem]) -> dict[str, str]:
    return {str(item.pk): f"{number} § {item.title}" for number, item in enumerate(items, 1)}

"""Writing an agenda: what is open comes of itself, the rest is written, ordered and attached here."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.archive.queries import report_with_key, reports_of
from hankekori.areas.errors import DomainError
from hankekori.areas.steering.agenda import add_item, change_item, move_item, remove_item, restore_item, write_agenda
from hankekori.areas.steering.attachments import attach_file, attach_report, remove_attachment
from hankekori.areas.steering.errors import WhereToError
from hankekori.areas.steering.meetings import set_report
from hankekori.pages.basket.words import language, said
from hankekori.pages.decisions.frame import meeting_frame
from hankekori.pages.door import Door, programme_page
from hankekori.pages.meetings.forms import ItemForm
from hankekori.pages.meetings.frame import find_attachment, find_item, find_meeting, key_of, status
from hankekori.reports.working_group import freeze_report

_LONGEST_NUMBER = 4  # digits of a place on an agenda


@require_POST
@programme_page(Permission.RUN_MEETINGS)
def write(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponse:
    """Bring the agenda up to date with what is open."""
    found = find_meeting(door, meeting)

    def deed() -> str:
        written = write_agenda(by=door.user, now=timezone.now(), meeting=found)
        facts = {"added": written.added, "dropped": written.dropped}
        return _("Esityslista on ajan tasalla: uusia asioita %(added)s, poistuneita %(dropped)s.") % facts

    return _done(request, door, meeting, deed)


@require_POST
@programme_page(Permission.RUN_MEETINGS)
def freeze_today(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponse:
    """Freeze the working group's report as things stand now, for the meeting."""
    found = find_meeting(door, meeting)

    def deed() -> str:
        now = timezone.now()
        report = freeze_report(
            door.programme,
            by=door.user,
            now=now,
            as_of=door.as_of,
            known_on=door.known_on,
            language=language(),
            decisions_asked=(),
        )
        set_report(by=door.user, now=now, meeting=found, report=report)
        return _("Raportti on jäädytetty kokousta varten.")

    return _done(request, door, meeting, deed)


@programme_page(Permission.RUN_MEETINGS)
def new_item(request: HttpRequest, *, door: Door, meeting: int) -> HttpResponseBase:
    """Put a matter of one's own on the agenda."""
    found = find_meeting(door, meeting)
    form = ItemForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            item = add_item(by=door.user, now=timezone.now(), meeting=found, **form.cleaned_data)
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Asia on lisätty esityslistalle."))
            return redirect(f"{door.url('meeting', meeting=meeting)}#asia-{item.pk}")
    context = {**meeting_frame(door, found), "form": form}
    return render(request, "meetings/item.html", context, status=status(form))


@programme_page(Permission.RUN_MEETINGS)
def edit_item(request: HttpRequest, *, door: Door, meeting: int, item: int) -> HttpResponseBase:
    """Change what the agenda says of a matter and what is attached to it."""
    found = find_meeting(door, meeting)
    matter = find_item(found, item)
    form = ItemForm(request.POST or None)
    form.open_with(matter)
    if form.is_bound and form.is_valid():
        try:
            change_item(by=door.user, now=timezone.now(), item=matter, **form.cleaned_data)
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Asia on tallennettu."))
            return redirect(f"{door.url('meeting', meeting=meeting)}#asia-{item}")
    attached = matter.attachments.select_related("report").defer("content", "report__document").order_by("pk")
    context = {
        **meeting_frame(door, found),
        "form": form,
        "item": matter,
        "attached": attached,
        "reports": reports_of(door.programme)[:30],
    }
    return render(request, "meetings/item.html", context, status=status(form))


@require_POST
@programme_page(Permission.RUN_MEETINGS)
def arrange(request: HttpRequest, *, door: Door, meeting: int, item: int) -> HttpResponse:
    """Move a matter to the number that was given, take it off or put it back.

    A button says its number itself; the number that was typed comes when none of them was pressed.
    """
    matter = find_item(find_meeting(door, meeting), item)
    who: dict[str, Any] = {"by": door.user, "now": timezone.now()}

    def deed() -> str:
        match request.POST.get("tee") or request.POST.get("numero", ""):
            case "poista":
                remove_item(**who, item=matter)
                return _("Asia on poistettu esityslistalta. Sen voi palauttaa listan lopusta.")
            case "palauta":
                restore_item(**who, item=matter)
                return _("Asia on palautettu esityslistalle.")
            case number if number.isascii() and number.isdigit() and len(number) <= _LONGEST_NUMBER:
                move_item(**who, item=matter, to=int(number))
                return _("Asia on siirretty.")
            case _other:
                raise WhereToError

    return _done(request, door, meeting, deed, anchor=f"asia-{item}")


@require_POST
@programme_page(Permission.RUN_MEETINGS)
def attach(request: HttpRequest, *, door: Door, meeting: int, item: int) -> HttpResponse:
    """Put a file or a frozen report beside a matter; what is refused is said on its page."""
    matter = find_item(find_meeting(door, meeting), item)
    sent, chosen = request.FILES.get("tiedosto"), request.POST.get("raportti", "")
    who: dict[str, Any] = {"by": door.user, "now": timezone.now(), "item": matter}
    key = key_of(chosen)
    report = report_with_key(door.programme, key) if key is not None else None
    try:
        if isinstance(sent, UploadedFile):
            attach_file(**who, name=sent.name or "", content_type=sent.content_type or "", content=sent.read())
        elif report is not None:
            attach_report(**who, report=report)
        else:
            messages.error(request, _("Valitse ensin tiedosto tai raportti."))
            return redirect(door.url("item", meeting=meeting, item=item))
        messages.success(request, _("Liite on lisätty."))
    except DomainError as error:
        messages.error(request, said(error.message))
    return redirect(f"{door.url('item', meeting=meeting, item=item)}#liitteet")


@require_POST
@programme_page(Permission.RUN_MEETINGS)
def remove_attached(request: HttpRequest, *, door: Door, meeting: int, attachment: int) -> HttpResponse:
    found = find_attachment(find_meeting(door, meeting), attachment)
    try:
        remove_attachment(by=door.user, now=timezone.now(), attachment=found)
        messages.success(request, _("Liite on poistettu."))
    except DomainError as error:
        messages.error(request, said(error.message))
    return redirect(f"{door.url('item', meeting=meeting, item=found.item_id)}#liitteet")


def _done(
    request: HttpRequest, door: Door, meeting: int, deed: Callable[[], str], anchor: str = "esityslista"
) -> HttpResponse:
    """Do it, say how it went, and go back to the meeting."""
    try:
        messages.success(request, deed())
    except DomainError as error:
        messages.error(request, said(error.message))
    return redirect(f"{door.url('meeting', meeting=meeting)}#{anchor}")

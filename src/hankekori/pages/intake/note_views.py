"""Partners' letters and notes about a project: added and taken away."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.intake.actions import remove_partner_note
from hankekori.areas.intake.queries import partner_notes_of
from hankekori.areas.partners.queries import organisations_of
from hankekori.areas.projects.queries import ProjectPage
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.frame import form_frame
from hankekori.pages.door import Door, programme_page
from hankekori.pages.intake.forms import NoteForm
from hankekori.pages.intake.saving import add_note
from hankekori.web.tables import Link


@programme_page(Permission.EDIT_BASKET)
def new_note(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    page = project_at(door.programme, code)
    form = NoteForm(request.POST or None)
    if form.saved(lambda now: add_note(by=door.user, now=now, project=page.project, **form.values)):
        messages.success(request, _("Kumppanin merkintä lisättiin."))
        return redirect(door.url("project-intake", code=code))
    known = organisations_of(door.programme).filter(may_be_person=False)
    context = {**_frame(door, page), "form": form, "organisations": known}
    return render(request, "intake/note.html", context, status=form.status)


@programme_page(Permission.EDIT_BASKET)
def remove_note(request: HttpRequest, *, door: Door, code: str, note: int) -> HttpResponseBase:
    """Ask before a note is taken away."""
    page = project_at(door.programme, code)
    found = get_object_or_404(partner_notes_of(page.project), pk=note)
    back = door.url("project-intake", code=code)
    if request.method != "POST":
        return render(request, "intake/remove_note.html", {**_frame(door, page), "note": found, "back_url": back})
    remove_partner_note(by=door.user, now=timezone.now(), note=found)
    messages.success(request, _("Kumppanin merkintä poistettiin. Historia säilyttää, mitä siinä oli."))
    return redirect(back)


def _frame(door: Door, page: ProjectPage) -> dict[str, Any]:
    frame = form_frame(door, page)
    return {**frame, "trail": [*frame["trail"], Link(_("Arviointi"), door.url("project-intake", code=frame["key"]))]}

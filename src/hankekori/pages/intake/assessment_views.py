"""A project's tab Arviointi: what its way into the basket still needs, and how it was weighed."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.intake.queries import intake_of, partner_notes_of
from hankekori.areas.partners.models import Organisation
from hankekori.core.intake import EntryCheck, Requirement
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.frame import form_frame, page_frame
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.intake.forms import AssessmentForm
from hankekori.pages.intake.saving import save_assessments
from hankekori.web.tables import Link

_MENDED_AT = {  # the page where a requirement that is not met is mended
    Requirement.MEASURE: "project-plan",
    Requirement.OWNER: "project-edit",
    Requirement.MUNICIPALITIES: "project-edit",
    Requirement.MONEY: "project-funding",
    Requirement.INDICATORS: "project-own-plans",
    Requirement.PARTNER: "partner-note-new",
}


@programme_page()
def assessment(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Show the requirements, the partners' notes and the assessment; the coordinator goes on from here."""
    page = project_at(door.programme, code)
    found = intake_of(page.project)
    context = {
        **page_frame(request, door, page),
        "intake": found,
        "entry": [(check, _mended_at(check, door, code)) for check in found.entry],
        "notes": [(note, partner_name(note.organisation, door)) for note in partner_notes_of(page.project)],
        "groups": [
            (headline, list(lines))
            for headline, lines in groupby(found.lines, key=lambda line: said(line.criterion.headline))
        ],
    }
    return render(request, "intake/assessment.html", context)


@programme_page(Permission.EDIT_BASKET)
def assess(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Score a project by every criterion in one form."""
    page = project_at(door.programme, code)
    form = AssessmentForm(request.POST or None, lines=intake_of(page.project).lines)
    if form.saved(
        lambda now: save_assessments(by=door.user, now=now, project=page.project, values=form.values, seen=form.seen)
    ):
        messages.success(request, _("Arviointi tallennettiin."))
        return redirect(door.url("project-intake", code=code))
    frame = form_frame(door, page)
    trail = [*frame["trail"], Link(_("Arviointi"), door.url("project-intake", code=code))]
    return render(request, "intake/assess.html", {**frame, "trail": trail, "form": form}, status=form.status)


def partner_name(organisation: Organisation, door: Door) -> str:
    """Name a partner; one that may be a private person only to those who may read personal data."""
    if organisation.may_be_person and not door.may_read_personal:
        return _("Yksityinen toimija")
    return organisation.name


def _mended_at(check: EntryCheck, door: Door, code: str) -> str:
    """Give where the reader can mend a requirement that is not met; empty for those who only read."""
    return "" if check.is_met or not door.may_edit else door.url(_MENDED_AT[check.requirement], code=code)

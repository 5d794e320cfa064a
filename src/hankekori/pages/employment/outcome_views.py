"""Outcome records, for the office: jobs, companies and degrees behind the reported figures, and what differs."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.employment.actions import remove_outcome, save_outcome
from hankekori.areas.employment.models import OutcomeRecord
from hankekori.areas.employment.outcome_queries import outcome_gaps, outcomes_of
from hankekori.areas.errors import DomainError
from hankekori.core.employment_words import GENDERS
from hankekori.core.months import format_month
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.employment.forms import OUTCOME_KINDS, OutcomeForm
from hankekori.pages.employment.frame import frame, outcomes_link
from hankekori.web.attachments import attachment
from hankekori.web.paging import page_of

_ON_A_PAGE = 25


@programme_page(Permission.READ_EPISODES)
def outcomes(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Take a new record, list the newest, and tell where records and reported figures differ; ?hanke= narrows."""
    records = outcomes_of(door.programme)
    form = OutcomeForm(request.POST or None, request.FILES or None, programme=door.programme, after=records.first())
    if request.method == "POST" and form.is_valid():
        try:
            added = save_outcome(by=door.user, now=timezone.now(), **form.values)
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Todiste %(code)s on tallennettu.") % {"code": added.code})
            return redirect(door.url("outcomes"))
    project = request.GET.get("hanke", "")
    if project.isascii() and project.isdigit() and len(project) <= 18:  # noqa: PLR2004 - a key of the database
        records = records.filter(project=int(project))
    page = page_of(records, request.GET, size=_ON_A_PAGE)
    context = frame(request, door) | {
        "form": form,
        "page": page,
        "rows": [_shown(row) for row in page.rows],
        "differences": outcome_gaps(door.programme, as_of=door.as_of, known_on=door.known_on),
    }
    return render(request, "employment/outcomes.html", context, status=422 if form.errors else 200)


@programme_page(Permission.READ_EPISODES)
def edit_outcome(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Correct a record; the history keeps what it was."""
    found = _record(door, code)
    form = OutcomeForm(request.POST or None, request.FILES or None, programme=door.programme, record=found)
    if request.method == "POST" and form.is_valid():
        try:
            save_outcome(by=door.user, now=timezone.now(), record=found, **form.values)
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Todiste %(code)s on korjattu.") % {"code": code})
            return redirect(door.url("outcomes"))
    context: dict[str, Any] = {"trail": [outcomes_link(door)], "form": form, "record": found}
    return render(request, "employment/outcome.html", context, status=422 if form.errors else 200)


@programme_page(Permission.READ_EPISODES)
def remove_outcome_page(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Ask, then take the record away."""
    found = _record(door, code)
    if request.method == "POST":
        remove_outcome(by=door.user, now=timezone.now(), record=found)
        messages.success(request, _("Todiste %(code)s on poistettu.") % {"code": code})
        return redirect(door.url("outcomes"))
    context = {
        "trail": [outcomes_link(door)],
        "code": code,
        "title": _("Poistetaanko todiste %(code)s?") % {"code": code},
        "text": _("Tiedosto poistuu. Muut tiedot jäävät muutoshistoriaan."),
        "action_url": door.url("outcome-remove", code=code),
        "back_url": door.url("outcomes"),
    }
    return render(request, "employment/remove.html", context)


@programme_page(Permission.READ_EPISODES)
def outcome_file(request: HttpRequest, *, door: Door, code: str) -> HttpResponse:  # noqa: ARG001 - every view
    found = _record(door, code)
    if found.file_content is None:
        raise Http404
    return attachment(bytes(found.file_content), found.file_name)


def _record(door: Door, code: str) -> OutcomeRecord:
    found = outcomes_of(door.programme).filter(code=code).first() if "\0" not in code else None
    if found is None:
        raise Http404
    return found


def _shown(row: OutcomeRecord) -> dict[str, Any]:
    return {
        "code": row.code,
        "project": row.project,
        "indicator": row.indicator.name,
        "kind": OUTCOME_KINDS[row.kind],
        "month": format_month(row.month),
        "gender": said(GENDERS[row.gender]),
        "company": row.company,
        "evidence": row.evidence,
        "file": row.file_name,
    }

"""Writing claims and the budget of a project."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.claims.actions import remove_claim
from hankekori.areas.claims.queries import ClaimLine, ProjectClaims, project_claims
from hankekori.areas.errors import DomainError
from hankekori.areas.projects.queries import ProjectPage
from hankekori.core.claims import next_start
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.edits import SEEN_FIELD
from hankekori.pages.basket.frame import form_frame
from hankekori.pages.basket.words import said
from hankekori.pages.claims.forms import BudgetForm, ClaimForm, MoneyForm
from hankekori.pages.claims.saving import add_claim, budget_of, change_budget, change_claim, place_of, values_of
from hankekori.pages.door import Door, programme_page
from hankekori.web.tables import Link


@programme_page(Permission.EDIT_BASKET)
def new_claim(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    """Add the next claim of the chain; the previous one tells how many there will be."""
    page, found = _opened(door, code)
    known = {"of_total": found.lines[-1].row.of_total} if found.lines else {}
    form = ClaimForm(request.POST or None, values=known, seen=place_of(page.project), by_kind=found.by_kind)

    def save(now: datetime) -> None:
        given = form.cleaned_data
        add_claim(by=door.user, now=now, project=page.project, values=given, seen=given[SEEN_FIELD])

    if _done(form, save):
        messages.success(request, _("Maksatushakemus lisättiin."))
        return redirect(door.url("project-claims", code=code))
    start = next_start(page.project.start, [line.link.claim for line in found.lines])
    context = {"form": form, "serial": len(found.lines) + 1, "start": start, "is_ended": found.is_ended}
    return _form_page(request, "claims/claim.html", door, page, context)


@programme_page(Permission.EDIT_BASKET)
def edit_claim(request: HttpRequest, *, door: Door, code: str, serial: int) -> HttpResponseBase:
    """Correct a claim; what stands since the next one was decided is refused in words."""
    page, found = _opened(door, code)
    line = _line(found, serial)
    values = values_of(line.row)
    form = ClaimForm(request.POST or None, values=values, seen=values, by_kind=found.by_kind)

    def save(now: datetime) -> None:
        given = form.cleaned_data
        change_claim(by=door.user, now=now, claim=line.row, values=given, seen=given[SEEN_FIELD])

    if _done(form, save):
        messages.success(request, _("Maksatushakemus tallennettiin."))
        return redirect(door.url("project-claims", code=code))
    may_remove = line is found.lines[-1] and not line.row.decided_on
    context = {"form": form, "serial": serial, "start": line.link.start, "is_kept": True, "may_remove": may_remove}
    return _form_page(request, "claims/claim.html", door, page, context)


@programme_page(Permission.EDIT_BASKET)
def remove(request: HttpRequest, *, door: Door, code: str, serial: int) -> HttpResponseBase:
    """Ask before the newest claim is taken away."""
    page, found = _opened(door, code)
    line = _line(found, serial)
    back = door.url("project-claims", code=code)
    if request.method != "POST":
        return render(request, "claims/remove.html", {**_frame(door, page), "claim": line.row, "back_url": back})
    try:
        remove_claim(by=door.user, now=timezone.now(), project=page.project, serial=serial)
    except DomainError as error:
        messages.error(request, said(error.message))
    else:
        messages.success(request, _("Maksatushakemus poistettiin. Historia säilyttää, mitä siinä oli."))
    return redirect(back)


@programme_page(Permission.EDIT_BASKET)
def budget(request: HttpRequest, *, door: Door, code: str) -> HttpResponseBase:
    page = project_at(door.programme, code)
    form = BudgetForm(request.POST or None, values=budget_of(page.project))

    def save(now: datetime) -> None:
        given = form.cleaned_data
        change_budget(by=door.user, now=now, project=page.project, values=given, seen=given[SEEN_FIELD])

    if _done(form, save):
        messages.success(request, _("Kustannusarvio tallennettiin."))
        return redirect(door.url("project-claims", code=code))
    return _form_page(request, "claims/budget.html", door, page, {"form": form})


def _opened(door: Door, code: str) -> tuple[ProjectPage, ProjectClaims]:
    page = project_at(door.programme, code)
    return page, project_claims(page.project, page.funding, today=door.as_of)


def _line(found: ProjectClaims, serial: int) -> ClaimLine:
    for line in found.lines:
        if line.row.serial == serial:
            return line
    raise Http404


def _done(form: MoneyForm, save: Callable[[datetime], object]) -> bool:
    """Save what a sent and faultless form says; what the action refuses is said in the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        save(timezone.now())
    except DomainError as error:
        form.say(error)
        return False
    return True


def _form_page(
    request: HttpRequest, template: str, door: Door, page: ProjectPage, context: dict[str, Any]
) -> HttpResponseBase:
    form: MoneyForm = context["form"]
    status = (409 if form.is_clashing else 422) if form.is_bound and form.errors else 200
    return render(request, template, {**_frame(door, page), **context}, status=status)


def _frame(door: Door, page: ProjectPage) -> dict[str, Any]:
    frame = form_frame(door, page)
    return {**frame, "trail": [*frame["trail"], Link(_("Maksatus"), door.url("project-claims", code=frame["key"]))]}

"""Preparing a version of the communication plan; the working group approves it in a meeting."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.communications import actions
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.errors import DomainError
from hankekori.pages.basket.words import said
from hankekori.pages.communications.forms import PlanForm
from hankekori.pages.communications.saving import save_plan_over
from hankekori.pages.communications.views import communications_link, version_at
from hankekori.pages.door import Door, programme_page


@require_POST
@programme_page(Permission.EDIT_COMMUNICATION)
def new_version(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Begin the next version, or go to the one somebody has just begun."""
    try:
        plan = actions.new_version(by=door.user, now=timezone.now(), programme=door.programme)
    except DomainError as error:
        messages.error(request, said(error.message))
        return redirect(door.url("communications"))
    return redirect(door.url("communication-plan-edit", number=plan.number))


@programme_page(Permission.EDIT_COMMUNICATION)
def edit(request: HttpRequest, *, door: Door, number: int) -> HttpResponseBase:
    """Write the texts of the version that is being prepared; an approved one is not found here."""
    plan = _prepared(door, number)
    form = PlanForm(request.POST or None, plan=plan)
    if form.saved(lambda now: save_plan_over(by=door.user, now=now, plan=plan, values=form.values, seen=form.seen)):
        messages.success(request, _("Viestintäsuunnitelma tallennettiin."))
        return redirect(door.url("communications"))
    context = {"plan": plan, "form": form, "trail": [communications_link(door)]}
    return render(request, "communications/edit.html", context, status=form.status)


@programme_page(Permission.EDIT_COMMUNICATION)
def remove(request: HttpRequest, *, door: Door, number: int) -> HttpResponseBase:
    """Ask before a version that is being prepared is given up."""
    plan = _prepared(door, number)
    context = {"plan": plan, "trail": [communications_link(door)], "back_url": door.url("communications")}
    if request.method != "POST":
        return render(request, "communications/remove.html", context)
    try:
        actions.remove_plan(by=door.user, now=timezone.now(), plan=plan)
    except DomainError as error:
        messages.error(request, said(error.message))
    else:
        messages.success(request, _("Valmisteltu versio poistettiin. Historia säilyttää, mitä siinä oli."))
    return redirect(door.url("communications"))


def _prepared(door: Door, number: int) -> CommunicationPlan:
    plan = version_at(door, number)
    if plan.adopted_on:
        raise Http404
    return plan

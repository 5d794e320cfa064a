"""Asetukset: the criteria by which proposals are assessed."""

from itertools import groupby

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.intake.actions import move_criterion, remove_criterion, retire_criterion, take_offered_criteria
from hankekori.areas.intake.models import Criterion
from hankekori.areas.intake.offered_criteria import OFFERED
from hankekori.areas.intake.queries import criteria_of, criteria_with_uses
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.intake.forms import CriterionForm
from hankekori.pages.intake.saving import add_criterion_of, change_criterion_over
from hankekori.pages.settings.frame import frame
from hankekori.pages.settings.removal import ask_and_remove
from hankekori.web.tables import Link


@programme_page(Permission.EDIT_PLAN)
def criteria(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    rows = list(criteria_with_uses(door.programme))
    asked = [row for row in rows if row.retired_on is None]
    context = {
        **frame(request, door),
        "groups": [(headline, list(group)) for headline, group in groupby(asked, key=lambda row: said(row.headline))],
        "first": asked[0] if asked else None,
        "last": asked[-1] if asked else None,
        "retired": [row for row in rows if row.retired_on],
        "offered": OFFERED,
        "is_offered": bool({each.name.fi for each in OFFERED} - {row.name_fi for row in rows}),
    }
    return render(request, "intake/criteria.html", context)


@require_POST
@programme_page(Permission.EDIT_PLAN)
def take_offered(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Take all offered criteria into use at once."""
    taken = take_offered_criteria(by=door.user, now=timezone.now(), programme=door.programme)
    said_so = ngettext("%(n)s peruste otettiin käyttöön.", "%(n)s perustetta otettiin käyttöön.", len(taken))
    messages.success(request, said_so % {"n": len(taken)})
    return redirect(door.url("criteria"))


@programme_page(Permission.EDIT_PLAN)
def new_criterion(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    form = CriterionForm(request.POST or None)
    if form.saved(lambda now: add_criterion_of(by=door.user, now=now, programme=door.programme, values=form.values)):
        messages.success(request, _("Arviointiperuste lisättiin."))
        return redirect(door.url("criteria"))
    context = {**frame(request, door), "trail": [_criteria_link(door)], "form": form, "title": _("Uusi peruste")}
    return render(request, "intake/criterion.html", context, status=form.status)


@programme_page(Permission.EDIT_PLAN)
def criterion(request: HttpRequest, *, door: Door, criterion: int) -> HttpResponseBase:
    """Word or weigh a criterion anew, retire it or take it back into use."""
    found = get_object_or_404(criteria_with_uses(door.programme), pk=criterion)
    form = CriterionForm(request.POST or None, criterion=found)
    if form.saved(
        lambda now: change_criterion_over(by=door.user, now=now, criterion=found, values=form.values, seen=form.seen)
    ):
        messages.success(request, _("Arviointiperuste tallennettiin."))
        return redirect(door.url("criteria"))
    context = {
        **frame(request, door),
        "trail": [_criteria_link(door)],
        "form": form,
        "title": said(found.headline),
        "criterion": found,
    }
    return render(request, "intake/criterion.html", context, status=form.status)


@require_POST
@programme_page(Permission.EDIT_PLAN)
def move(request: HttpRequest, *, door: Door, criterion: int) -> HttpResponseBase:
    """Let a criterion change places with its neighbour, and come back to its row."""
    found = _criterion(door, criterion)
    move_criterion(by=door.user, now=timezone.now(), criterion=found, up=request.POST.get("suunta") == "ylos")
    return redirect(f"{door.url('criteria')}#p{found.pk}")


@require_POST
@programme_page(Permission.EDIT_PLAN)
def switch_use(request: HttpRequest, *, door: Door, criterion: int) -> HttpResponseBase:
    """Retire a criterion that is asked, ask again by one that is retired."""
    found = _criterion(door, criterion)
    day = None if request.POST.get("tee") == "kayttoon" else timezone.localdate()
    retire_criterion(by=door.user, now=timezone.now(), criterion=found, retired_on=day)
    messages.success(request, _("Peruste poistettiin käytöstä.") if day else _("Peruste otettiin uudelleen käyttöön."))
    return redirect(door.url("criteria"))


@programme_page(Permission.EDIT_PLAN)
def remove(request: HttpRequest, *, door: Door, criterion: int) -> HttpResponseBase:
    found = _criterion(door, criterion)
    return ask_and_remove(
        request,
        door,
        title=_("Poistetaanko arviointiperuste?"),
        text=said(found.name),
        remove=lambda now: remove_criterion(by=door.user, now=now, criterion=found),
        then=door.url("criteria"),
        back=door.url("criterion", criterion=found.pk),
        trail=[_criteria_link(door)],
    )


def _criterion(door: Door, key: int) -> Criterion:
    return get_object_or_404(criteria_of(door.programme).select_related("programme"), pk=key)


def _criteria_link(door: Door) -> Link:
    return Link(_("Arviointiperusteet"), door.url("criteria"))

"""Asetukset: the objectives and measures of a version of the plan, added, changed and taken away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.partners.queries import organisations_of
from hankekori.areas.plan.models import Measure, Objective, PlanVersion
from hankekori.areas.plan.queries import measures_of
from hankekori.areas.plan.versions import add_objective, remove_measure, remove_objective
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.forms import SettingsForm
from hankekori.pages.settings.frame import frame
from hankekori.pages.settings.plan_forms import MeasureForm, ObjectiveForm, ResponsibleForm
from hankekori.pages.settings.plan_saving import (
    add_measure_of,
    save_measure_over,
    save_objective_over,
    save_responsible,
)
from hankekori.pages.settings.plan_views import trail, version_numbered
from hankekori.pages.settings.removal import ask_and_remove


@programme_page(Permission.EDIT_PLAN)
def new_objective(request: HttpRequest, *, door: Door, version: int) -> HttpResponseBase:
    found = version_numbered(door, version)
    form = ObjectiveForm(request.POST or None)

    if form.saved(
        lambda now: add_objective(by=door.user, now=now, version=found, number=form.values["number"], name=form.name)
    ):
        messages.success(request, _("Tavoite lisättiin. Lisää sille seuraavaksi toimenpiteet."))
        return redirect(_version_url(door, found))
    return _part(request, door, found, form, title=_("Uusi tavoite"))


@programme_page(Permission.EDIT_PLAN)
def objective(request: HttpRequest, *, door: Door, version: int, objective: int) -> HttpResponseBase:
    found = version_numbered(door, version)
    part = _objective(found, objective)
    form = ObjectiveForm(request.POST or None, objective=part)
    if form.saved(
        lambda now: save_objective_over(by=door.user, now=now, objective=part, values=form.values, seen=form.seen)
    ):
        messages.success(request, _("Tavoite tallennettiin."))
        return redirect(_version_url(door, found))
    return _part(
        request,
        door,
        found,
        form,
        title=_("Tavoite %(number)s") % {"number": part.number},
        remove_url=door.url("plan-objective-remove", version=version, objective=objective),
    )


@programme_page(Permission.EDIT_PLAN)
def remove_objective_page(request: HttpRequest, *, door: Door, version: int, objective: int) -> HttpResponseBase:
    found = version_numbered(door, version)
    part = _objective(found, objective)
    return ask_and_remove(
        request,
        door,
        title=_("Poistetaanko tavoite %(number)s?") % {"number": part.number},
        text=said(part.name),
        remove=lambda now: remove_objective(by=door.user, now=now, objective=part),
        then=_version_url(door, found),
        back=_version_url(door, found),
        trail=trail(door, found),
    )


@programme_page(Permission.EDIT_PLAN)
def new_measure(request: HttpRequest, *, door: Door, version: int, objective: int) -> HttpResponseBase:
    """Add a measure; the form begins with the objective, its number and the programme's time."""
    found = version_numbered(door, version)
    part = _objective(found, objective)
    form = MeasureForm(
        request.POST or None,
        objectives=_objectives(found),
        initial={
            "objective": part.pk,
            "number": f"{part.number}.{part.measures.count() + 1}",
            "start": door.programme.start,
            "end": door.programme.end,
        },
    )
    if form.saved(
        lambda now: add_measure_of(by=door.user, now=now, objective=form.chosen_objective, values=form.values)
    ):
        messages.success(request, _("Toimenpide lisättiin. Aseta sille seuraavaksi tavoitearvot."))
        return redirect(_version_url(door, found))
    return _part(request, door, found, form, title=_("Uusi toimenpide"))


@programme_page(Permission.EDIT_PLAN)
def measure(request: HttpRequest, *, door: Door, version: int, measure: int) -> HttpResponseBase:
    """Change a measure; of an adopted plan only who is responsible for it."""
    found = version_numbered(door, version)
    part = _measure(door, found, measure)
    form: MeasureForm | ResponsibleForm
    if found.adopted_on is None:
        form = written = MeasureForm(request.POST or None, objectives=_objectives(found), measure=part)
        is_saved = written.saved(
            lambda now: save_measure_over(
                by=door.user, now=now, measure=part, version=found, values=written.values, seen=written.seen
            )
        )
    else:
        form = named = ResponsibleForm(request.POST or None, measure=part)
        is_saved = named.saved(
            lambda now: save_responsible(by=door.user, now=now, measure=part, **named.values, seen=named.seen)
        )
    if is_saved:
        messages.success(request, _("Toimenpide tallennettiin."))
        return redirect(_version_url(door, found))
    is_draft = found.adopted_on is None
    return _part(
        request,
        door,
        found,
        form,
        title=_("Toimenpide %(number)s") % {"number": part.number},
        lead="" if is_draft else said(part.name),
        remove_url=door.url("plan-measure-remove", version=version, measure=measure) if is_draft else "",
    )


@programme_page(Permission.EDIT_PLAN)
def remove_measure_page(request: HttpRequest, *, door: Door, version: int, measure: int) -> HttpResponseBase:
    found = version_numbered(door, version)
    part = _measure(door, found, measure)
    return ask_and_remove(
        request,
        door,
        title=_("Poistetaanko toimenpide %(number)s?") % {"number": part.number},
        text=_("%(name)s. Myös sen tavoitearvot poistuvat.") % {"name": said(part.name)},
        remove=lambda now: remove_measure(by=door.user, now=now, measure=part),
        then=_version_url(door, found),
        back=_version_url(door, found),
        trail=trail(door, found),
    )


def _part(
    request: HttpRequest,
    door: Door,
    found: PlanVersion,
    form: SettingsForm,
    *,
    title: str,
    lead: str = "",
    remove_url: str = "",
) -> HttpResponseBase:
    context = {
        **frame(request, door),
        "trail": trail(door, found),
        "form": form,
        "title": title,
        "lead": lead,
        "back": _version_url(door, found),
        "remove_url": remove_url,
        "organisations": organisations_of(door.programme) if "responsible" in form.fields else (),
    }
    return render(request, "settings/plan_part.html", context, status=form.status)


def _objective(found: PlanVersion, key: int) -> Objective:
    return get_object_or_404(found.objectives.select_related("plan_version", "programme"), pk=key)


def _objectives(found: PlanVersion) -> list[Objective]:
    return list(found.objectives.order_by("position", "id"))


def _measure(door: Door, found: PlanVersion, key: int) -> Measure:
    rows = measures_of(door.programme).filter(objective__plan_version=found)
    return get_object_or_404(rows.select_related("objective__plan_version", "programme"), pk=key)


def _version_url(door: Door, found: PlanVersion) -> str:
    return door.url("plan-version", version=found.number)

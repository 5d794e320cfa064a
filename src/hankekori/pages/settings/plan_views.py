"""Asetukset: the versions of the plan, one version with its parts, and the day the working group adopted it."""

from collections import Counter
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.bodies.queries import steering_body
from hankekori.areas.plan.actions import prepare_version
from hankekori.areas.plan.models import PlanVersion
from hankekori.areas.plan.queries import (
    PlanMeasureRecord,
    PlanObjectiveRecord,
    targets_of,
    tree_of,
    version_in_force,
    versions_of,
)
from hankekori.areas.plan.versions import copy_version, remove_version, rename_version
from hankekori.areas.steering.adoption import adopt_without_meeting
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.frame import frame, plan_link, version_link
from hankekori.pages.settings.plan_forms import AdoptForm, NewVersionForm, VersionNameForm
from hankekori.pages.settings.removal import ask_and_remove
from hankekori.web.tables import Link


@programme_page(Permission.EDIT_PLAN)
def versions(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """List the versions and begin a new one, copied or empty."""
    found = list(versions_of(door.programme))
    form = NewVersionForm(request.POST or None, versions=found)
    made: list[PlanVersion] = []

    def save(now: datetime) -> None:
        said_of_all: dict[str, Any] = {"by": door.user, "now": now, "name": form.name}
        source = form.chosen_source
        made.append(
            copy_version(source=source, **said_of_all)
            if source
            else prepare_version(programme=door.programme, **said_of_all)
        )

    if form.saved(save):
        messages.success(request, _("Uusi versio on valmisteltavana."))
        return redirect(door.url("plan-version", version=made[0].number))
    in_force = version_in_force(door.programme)
    context = {**frame(request, door), "form": form, "versions": found, "in_force": in_force}
    return render(request, "settings/plan_versions.html", context, status=form.status)


@programme_page(Permission.EDIT_PLAN)
def version(request: HttpRequest, *, door: Door, version: int) -> HttpResponseBase:
    """Show a version with its parts; one that is not adopted is written here."""
    return _version(request, door, version_numbered(door, version), AdoptForm())


@programme_page(Permission.EDIT_PLAN)
def adopt(request: HttpRequest, *, door: Door, version: int) -> HttpResponseBase:
    """Take down the day of adoption, while the programme has no body that would adopt it in a meeting."""
    found = version_numbered(door, version)
    form = AdoptForm(request.POST or None)
    if form.saved(lambda now: adopt_without_meeting(by=door.user, now=now, version=found, **form.values)):
        messages.success(request, _("Suunnitelma on voimassa."))
        return redirect(door.url("plan-version", version=version))
    return _version(request, door, found, form)


@programme_page(Permission.EDIT_PLAN)
def rename(request: HttpRequest, *, door: Door, version: int) -> HttpResponseBase:
    found = version_numbered(door, version)
    form = VersionNameForm(request.POST or None, version=found)
    if form.saved(lambda now: rename_version(by=door.user, now=now, version=found, name=form.name)):
        messages.success(request, _("Nimi tallennettiin."))
        return redirect(door.url("plan-version", version=version))
    context = {"trail": trail(door, found), "form": form, "title": _("Suunnitelman nimi"), "back": _back(door, found)}
    return render(request, "settings/plan_part.html", {**frame(request, door), **context}, status=form.status)


@programme_page(Permission.EDIT_PLAN)
def remove(request: HttpRequest, *, door: Door, version: int) -> HttpResponseBase:
    """Ask, then give up a version that was never adopted."""
    found = version_numbered(door, version)
    return ask_and_remove(
        request,
        door,
        title=_("Poistetaanko versio %(number)s?") % {"number": version},
        text=_("Sen tavoitteet, toimenpiteet ja tavoitearvot poistuvat. Muihin versioihin tämä ei vaikuta."),
        remove=lambda now: remove_version(by=door.user, now=now, version=found),
        then=door.url("plan-versions"),
        back=_back(door, found),
        trail=trail(door, found),
    )


def version_numbered(door: Door, number: int) -> PlanVersion:
    """Open a version of the programme by its number."""
    return get_object_or_404(versions_of(door.programme), number=number)


def trail(door: Door, found: PlanVersion) -> list[Link]:
    return [plan_link(door), version_link(door, found.number)]


def _version(request: HttpRequest, door: Door, found: PlanVersion, form: AdoptForm) -> HttpResponseBase:
    context = {
        **frame(request, door),
        "trail": [plan_link(door)],
        "version": found,
        "is_draft": found.adopted_on is None,
        "is_in_force": version_in_force(door.programme) == found,
        "objectives": _parts(door, found),
        "form": form,
        "is_decided_in_meeting": steering_body(door.programme) is not None,
    }
    return render(request, "settings/plan_version.html", context, status=form.status)


def _parts(door: Door, found: PlanVersion) -> list[tuple[PlanObjectiveRecord, list[tuple[PlanMeasureRecord, int]]]]:
    """Give the objectives with their measures and how many targets each has."""
    targets = targets_of(door.programme).filter(measure__objective__plan_version=found)
    counts = Counter(targets.values_list("measure", flat=True))
    return [
        (objective, [(measure, counts[measure.id]) for measure in objective.measures])
        for objective in tree_of(found).objectives
    ]


def _back(door: Door, found: PlanVersion) -> str:
    return door.url("plan-version", version=found.number)

"""Asetukset: the programme's own details and its municipalities."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.regions.queries import municipality_names
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.frame import frame
from hankekori.pages.settings.programme_forms import MunicipalitiesForm, NewMunicipalityForm, ProgrammeForm
from hankekori.pages.settings.saving import add_municipality, change_municipalities, change_programme


@programme_page(Permission.EDIT_PLAN)
def programme(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    form = ProgrammeForm(request.POST or None, programme=door.programme)
    if form.saved(
        lambda now: change_programme(
            by=door.user, now=now, programme=door.programme, values=form.values, seen=form.seen
        )
    ):
        messages.success(request, _("Ohjelman tiedot tallennettiin."))
        return redirect(door.url("settings-programme"))
    return render(request, "settings/programme.html", {**frame(request, door), "form": form}, status=form.status)


@programme_page(Permission.EDIT_PLAN)
def municipalities(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Show the programme's municipalities and change them; a new one is added by the second form."""
    links = municipalities_of(door.programme)
    form = MunicipalitiesForm(request.POST or None, links=links)
    if form.saved(
        lambda now: change_municipalities(
            by=door.user, now=now, programme=door.programme, values=form.values, seen=form.seen
        )
    ):
        messages.success(request, _("Kunnat tallennettiin."))
        return redirect(door.url("settings-municipalities"))
    return _municipalities(request, door, form, NewMunicipalityForm(prefix="uusi"))


@programme_page(Permission.EDIT_PLAN)
def new_municipality(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    new = NewMunicipalityForm(request.POST or None, prefix="uusi")
    if new.saved(lambda now: add_municipality(by=door.user, now=now, programme=door.programme, **new.values)):
        messages.success(request, _("%(name)s lisättiin ohjelmaan.") % {"name": new.values["name"]})
        return redirect(door.url("settings-municipalities"))
    return _municipalities(request, door, MunicipalitiesForm(links=municipalities_of(door.programme)), new)


def _municipalities(
    request: HttpRequest, door: Door, form: MunicipalitiesForm, new: NewMunicipalityForm
) -> HttpResponseBase:
    context = {**frame(request, door), "form": form, "new": new, "known": municipality_names()}
    return render(request, "settings/municipalities.html", context, status=max(form.status, new.status))

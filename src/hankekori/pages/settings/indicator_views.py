"""Asetukset: the programme's indicators, chosen from the catalogue or its own."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.plan.catalogue import CatalogueIndicator, catalogue
from hankekori.areas.plan.indicators import choose_indicators, move_indicator, remove_indicator
from hankekori.areas.plan.models import Indicator
from hankekori.areas.plan.queries import indicators_of
from hankekori.core.indicator_checks import IndicatorKey
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.frame import frame, indicators_link
from hankekori.pages.settings.indicator_forms import CatalogueSearch, IndicatorUseForm, OwnIndicatorForm
from hankekori.pages.settings.indicator_saving import add_indicator, save_indicator_over
from hankekori.pages.settings.removal import ask_and_remove
from hankekori.pages.settings.words import KINDS, code_shown, set_name

_SEPARATOR = "|"  # in the value of a tick; no key holds one


@programme_page(Permission.EDIT_PLAN)
def indicators(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    rows = [
        {"indicator": each, "code": code_shown(each.key, is_official=each.code_is_official)}
        for each in indicators_of(door.programme)
    ]
    return render(request, "settings/indicators.html", {**frame(request, door), "rows": rows})


@require_POST
@programme_page(Permission.EDIT_PLAN)
def move(request: HttpRequest, *, door: Door, indicator: int) -> HttpResponseBase:
    """Let an indicator change places with its neighbour, and come back to its row."""
    found = _indicator(door, indicator)
    move_indicator(by=door.user, now=timezone.now(), indicator=found, up=request.POST.get("suunta") == "ylos")
    return redirect(f"{door.url('settings-indicators')}#m{found.pk}")


@programme_page(Permission.EDIT_PLAN)
def choose(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Search the catalogue and take what is ticked into the programme."""
    search = CatalogueSearch(request.GET)
    if request.method == "POST":
        return _choose(request, door, search)
    return _catalogue(request, door, search)


@programme_page(Permission.EDIT_PLAN)
def new_indicator(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    form = OwnIndicatorForm(request.POST or None)
    if form.saved(lambda now: add_indicator(by=door.user, now=now, programme=door.programme, values=form.values)):
        messages.success(request, _("Mittari lisättiin."))
        return redirect(door.url("settings-indicators"))
    context = {**frame(request, door), "trail": [indicators_link(door)], "form": form, "title": _("Oma mittari")}
    return render(request, "settings/indicator.html", context, status=form.status)


@programme_page(Permission.EDIT_PLAN)
def indicator(request: HttpRequest, *, door: Door, indicator: int) -> HttpResponseBase:
    """Change how an indicator is used; an own one may also change its name and unit."""
    found = _indicator(door, indicator)
    entry = catalogue().get(found.key)
    form: IndicatorUseForm = (
        IndicatorUseForm(request.POST or None, indicator=found)
        if entry
        else OwnIndicatorForm(request.POST or None, indicator=found)
    )
    if form.saved(
        lambda now: save_indicator_over(by=door.user, now=now, indicator=found, values=form.values, seen=form.seen)
    ):
        messages.success(request, _("Mittari tallennettiin."))
        return redirect(door.url("settings-indicators"))
    context = {
        **frame(request, door),
        "trail": [indicators_link(door)],
        "form": form,
        "title": said(found.name),
        "indicator": found,
        "code": code_shown(found.key, is_official=found.code_is_official),
        "entry": entry,
        "kind": KINDS[entry.kind] if entry else "",
    }
    return render(request, "settings/indicator.html", context, status=form.status)


@programme_page(Permission.EDIT_PLAN)
def remove(request: HttpRequest, *, door: Door, indicator: int) -> HttpResponseBase:
    found = _indicator(door, indicator)
    return ask_and_remove(
        request,
        door,
        title=_("Poistetaanko mittari?"),
        text=said(found.name),
        remove=lambda now: remove_indicator(by=door.user, now=now, indicator=found),
        then=door.url("settings-indicators"),
        back=door.url("settings-indicators"),
        trail=[indicators_link(door)],
    )


def _choose(request: HttpRequest, door: Door, search: CatalogueSearch) -> HttpResponseBase:
    ticked = [_read_key(written) for written in request.POST.getlist("mittari")]
    if not ticked:
        return _catalogue(request, door, search, refused=_("Valitse ainakin yksi mittari."))
    try:
        chosen = choose_indicators(by=door.user, now=timezone.now(), programme=door.programme, keys=ticked)
    except DomainError as error:
        return _catalogue(request, door, search, refused=said(error.message))
    messages.success(
        request, ngettext("%(n)s mittari lisättiin.", "%(n)s mittaria lisättiin.", len(chosen)) % {"n": len(chosen)}
    )
    return redirect(door.url("settings-indicators"))


def _read_key(written: str) -> IndicatorKey:
    """Read the value of a tick; what is not one becomes a key the catalogue does not have."""
    parts = written.split(_SEPARATOR)
    return IndicatorKey(*parts) if len(parts) == len(IndicatorKey._fields) else IndicatorKey("", "", written)


def _catalogue(request: HttpRequest, door: Door, search: CatalogueSearch, *, refused: str = "") -> HttpResponseBase:
    taken = {each.key for each in indicators_of(door.programme)}
    ticked = set(request.POST.getlist("mittari"))
    found = search.found()
    groups = [
        {"name": set_name(*key), "rows": [_row(entry, taken, ticked) for entry in entries]}
        for key, entries in groupby(found, key=lambda entry: entry.key[:2])
    ]
    context = {
        **frame(request, door),
        "trail": [indicators_link(door)],
        "search": search,
        "groups": groups,
        "is_open": search.is_narrowed,
        "count": len(found),
        "refused": refused,
    }
    return render(request, "settings/catalogue.html", context, status=422 if refused else 200)


def _row(entry: CatalogueIndicator, taken: set[IndicatorKey], ticked: set[str]) -> dict[str, Any]:
    value = _SEPARATOR.join(entry.key)
    return {
        "entry": entry,
        "value": value,
        "is_taken": entry.key in taken,
        "is_ticked": value in ticked,
        "kind": KINDS[entry.kind],
        "code": entry.key.code if entry.code_is_official else _("oma tunnus %(code)s") % {"code": entry.key.code},
    }


def _indicator(door: Door, key: int) -> Indicator:
    return get_object_or_404(indicators_of(door.programme), pk=key)

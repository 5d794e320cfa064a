"""Asetukset: the targets of a measure, each with its expected course, the reasons and what it was before."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.monitoring.actions import remove_target
from hankekori.areas.monitoring.ledger_queries import has_results
from hankekori.areas.monitoring.reasons import TARGET_REASONS
from hankekori.areas.plan.models import Indicator, Measure, PlanVersion, Target
from hankekori.areas.plan.queries import indicators_of, measures_of, targets_of
from hankekori.areas.plan.target_history import TargetChange, TargetFieldChange, target_history
from hankekori.core.targets import Step
from hankekori.pages.basket.shown_values import shown_value
from hankekori.pages.basket.words import Words, said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.settings.frame import frame
from hankekori.pages.settings.plan_views import trail, version_numbered
from hankekori.pages.settings.target_forms import ReasonedForm, TargetForm
from hankekori.pages.settings.target_pictures import target_picture
from hankekori.pages.settings.target_saving import save_target_over
from hankekori.pages.settings.words import COURSES
from hankekori.web.tables import Link

_FIELDS: Words = {
    "total": gettext_lazy("Tavoitearvo"),
    "women": gettext_lazy("Naisia"),
    "baseline": gettext_lazy("Lähtötaso"),
    "start": gettext_lazy("Alkaa"),
    "due": gettext_lazy("Määräpäivä"),
    "course": gettext_lazy("Odotettu kulku"),
    "steps": gettext_lazy("Välitavoitteet"),
}


@programme_page(Permission.EDIT_PLAN)
def targets(request: HttpRequest, *, door: Door, version: int, measure: int) -> HttpResponseBase:
    """List the targets of a measure; ?mittari=7 goes on to set one in an indicator that has none yet."""
    found = version_numbered(door, version)
    part = _measure(door, found, measure)
    kept = list(targets_of(door.programme, measure=part))
    taken = {target.indicator_id for target in kept}
    others = [each for each in indicators_of(door.programme) if each.pk not in taken]
    chosen = next((each for each in others if str(each.pk) == request.GET.get("mittari")), None)
    if chosen:
        return redirect(door.url("plan-target", version=version, measure=measure, indicator=chosen.pk))
    context = {
        **frame(request, door),
        "trail": trail(door, found),
        "version": found,
        "measure": part,
        "targets": [(target, COURSES[target.course]) for target in kept],
        "others": others,
    }
    return render(request, "settings/targets.html", context)


@programme_page(Permission.EDIT_PLAN)
def target(request: HttpRequest, *, door: Door, version: int, measure: int, indicator: int) -> HttpResponseBase:
    """Set or change a target; with `piirra` its course is drawn as typed, and nothing is saved."""
    found = version_numbered(door, version)
    part, number = _measure(door, found, measure), _indicator(door, indicator)
    kept, is_preview = _target(part, number), "piirra" in request.POST
    form = TargetForm(
        request.POST or None,
        measure=part,
        indicator=number,
        target=kept,
        needs_reason=kept is not None and has_results(part, number),
        asks_now=not is_preview,
    )

    def save(now: datetime) -> None:
        save_target_over(
            by=door.user, now=now, measure=part, indicator=number, values=form.values, seen=form.seen, **form.why
        )

    if not is_preview and form.saved(save):
        messages.success(request, _("Tavoitearvo tallennettiin."))
        return redirect(_targets_url(door, found, part))
    context = {
        **frame(request, door),
        "trail": [*trail(door, found), _measure_link(door, found, part)],
        "version": found,
        "measure": part,
        "indicator": number,
        "target": kept,
        "form": form,
        "picture": target_picture(form.target, number) if form.target else None,
        "changes": [_shown(change) for change in target_history(part, number)],
    }
    return render(request, "settings/target.html", context, status=form.status)


@programme_page(Permission.EDIT_PLAN)
def remove(request: HttpRequest, *, door: Door, version: int, measure: int, indicator: int) -> HttpResponseBase:
    """Ask, and once there are results why, then take a target away."""
    found = version_numbered(door, version)
    part, number = _measure(door, found, measure), _indicator(door, indicator)
    kept = _target(part, number)
    if kept is None:
        raise Http404
    answer = request.POST if request.method == "POST" else None  # empty where no reason is asked
    form = ReasonedForm(answer, needs_reason=has_results(part, number))
    if form.saved(lambda now: remove_target(by=door.user, now=now, target=kept, **form.why)):
        messages.success(request, _("Tavoitearvo poistettiin. Aiemmat arvot jäävät muutoshistoriaan."))
        return redirect(_targets_url(door, found, part))
    context = {
        **frame(request, door),
        "trail": [*trail(door, found), _measure_link(door, found, part)],
        "indicator": number,
        "form": form,
        "back": door.url("plan-target", version=version, measure=measure, indicator=indicator),
    }
    return render(request, "settings/target_remove.html", context, status=form.status)


def _shown(change: TargetChange) -> dict[str, Any]:
    reason = TARGET_REASONS.get(change.reason)
    return {
        "at": change.at,
        "who": change.who,
        "reason": said(reason) if reason else "",
        "explanation": change.explanation,
        "fields": [(_FIELDS[each.field], _value(each, each.old), _value(each, each.new)) for each in change.fields],
    }


def _value(change: TargetFieldChange, value: object) -> str:
    if change.field == "course" and value:
        return str(COURSES[str(value)])
    if isinstance(value, tuple):
        steps = (each for each in value if isinstance(each, Step))
        return "; ".join(f"{shown_value(each.day)}: {shown_value(each.total)}" for each in steps)
    return shown_value(value)


def _measure(door: Door, version: PlanVersion, key: int) -> Measure:
    rows = measures_of(door.programme).filter(objective__plan_version=version).select_related("programme")
    return get_object_or_404(rows, pk=key)


def _indicator(door: Door, key: int) -> Indicator:
    return get_object_or_404(indicators_of(door.programme), pk=key)


def _target(measure: Measure, indicator: Indicator) -> Target | None:
    found = targets_of(measure.programme, measure=measure).select_related("measure__programme", "indicator")
    return found.filter(indicator=indicator).first()


def _measure_link(door: Door, version: PlanVersion, measure: Measure) -> Link:
    return Link(f"{measure.number} {said(measure.name)}", _targets_url(door, version, measure))


def _targets_url(door: Door, version: PlanVersion, measure: Measure) -> str:
    return door.url("plan-targets", version=version.number, measure=measure.pk)

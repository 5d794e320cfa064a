"""Saving the parts of a plan over what was seen in the form; the organisation responsible is named as it is written."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.history import action
from hankekori.areas.partners.actions import find_or_create_organisation
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.actions import set_responsible
from hankekori.areas.plan.models import Measure, Objective, PlanVersion
from hankekori.areas.plan.versions import add_measure, change_measure, change_objective, lock_version
from hankekori.areas.programmes.models import Programme
from hankekori.core.person_names import may_name_person
from hankekori.core.texts import Translated
from hankekori.pages.basket.edits import own_edits


@action("settings.save_objective")
def save_objective_over(*, by: User, now: datetime, objective: Objective, values: Mapping[str, Any], seen: str) -> None:
    """Change what was edited of an objective; raises EditClashError where somebody else was quicker."""
    version = lock_version(objective.plan_version)
    current = objective_values(Objective.objects.get(plan_version=version, pk=objective.pk))
    wanted = {**current, **own_edits(seen, values, current)}
    change_objective(by=by, now=now, objective=objective, number=wanted["number"], name=_text("name", wanted))


@action("settings.add_measure")
def add_measure_of(*, by: User, now: datetime, objective: Objective, values: Mapping[str, Any]) -> Measure:
    """Add a measure as the form says it."""
    return add_measure(by=by, now=now, objective=objective, **_measure(by, now, objective.programme, values))


@action("settings.save_measure")
def save_measure_over(
    *, by: User, now: datetime, measure: Measure, version: PlanVersion, values: Mapping[str, Any], seen: str
) -> None:
    """Change what was edited of a measure; raises EditClashError where somebody else was quicker."""
    locked = lock_version(version)
    found = Measure.objects.select_related("responsible").get(objective__plan_version=locked, pk=measure.pk)
    current = measure_values(found)
    wanted = {**current, **own_edits(seen, values, current)}
    objective = locked.objectives.get(pk=wanted["objective"])
    change_measure(by=by, now=now, measure=found, objective=objective, **_measure(by, now, locked.programme, wanted))


@action("settings.save_responsible")
def save_responsible(*, by: User, now: datetime, measure: Measure, responsible: str, seen: str) -> None:
    """Name who is responsible for a measure of an adopted plan, over what was seen; raises EditClashError."""
    locked = Measure.objects.select_for_update(of=("self",)).get(pk=measure.pk)
    current = {"responsible": measure_values(locked)["responsible"]}
    if own_edits(seen, {"responsible": responsible}, current):
        owner = _organisation(by, now, locked.programme, responsible)
        set_responsible(by=by, now=now, measure=locked, responsible=owner)


def objective_values(objective: Objective) -> dict[str, Any]:
    """Give the values the form of an objective opens with."""
    return {name: getattr(objective, name) for name in ("number", "name_fi", "name_sv", "name_en")}


def measure_values(measure: Measure) -> dict[str, Any]:
    """Give the values the form of a measure opens with."""
    return {
        **{name: getattr(measure, name) for name in _MEASURE_FIELDS},
        "objective": measure.objective_id,
        "responsible": measure.responsible.name if measure.responsible else "",
    }


def _measure(by: User, now: datetime, programme: Programme, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a measure's action takes."""
    return {
        **{name: values[name] for name in ("number", "start", "end")},
        "name": _text("name", values),
        "description": _text("description", values),
        "responsible": _organisation(by, now, programme, values["responsible"]),
    }


def _text(field: str, values: Mapping[str, Any]) -> Translated:
    return Translated(values[f"{field}_fi"], values[f"{field}_sv"], values[f"{field}_en"])


def _organisation(by: User, now: datetime, programme: Programme, name: str) -> Organisation | None:
    if not name:
        return None
    return find_or_create_organisation(
        by=by, now=now, programme=programme, name=name, may_be_person=may_name_person(name)
    )


_MEASURE_FIELDS = (
    "number", "name_fi", "name_sv", "name_en", "start", "end", "description_fi", "description_sv", "description_en",
)  # fmt: skip

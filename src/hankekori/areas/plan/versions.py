"""Preparing a version of the plan by hand: copied or empty, written part by part, until the working group adopts it.

A measure keeps its lineage from version to version, so that projects follow it into the next plan.
"""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

import re
from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import QuerySet

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError, EmptyFieldError, NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.actions import prepare_version, refuse_if_adopted, save_measure, save_objective
from hankekori.areas.plan.models import Measure, Objective, PlanVersion, Target
from hankekori.core.texts import Translated

NUMBER_FORM = re.compile(r"[0-9A-ZÅÄÖ][0-9A-Za-zÅÄÖåäö]*([.-][0-9A-Za-zÅÄÖåäö]+)*")  # stands in addresses


class NumberFormError(DomainError):
    """A number that does not look like one of a plan."""

    def __init__(self) -> None:
        super().__init__(_NUMBER_FORM, field="number")


class NumberTakenError(DomainError):
    """Another objective or measure of the version has the number."""

    def __init__(self, number: str, name: str) -> None:
        super().__init__(_NUMBER_TAKEN.filled(number=number, name=name), field="number")


class MeasureCarriedOutError(DomainError):
    """A measure that projects carry out is to be taken away or moved."""

    def __init__(self, projects: int) -> None:
        super().__init__((_ONE_PROJECT if projects == 1 else _PROJECTS).filled(n=projects))


class ObjectiveNotEmptyError(DomainError):
    """An objective with measures is to be taken away."""

    def __init__(self) -> None:
        super().__init__(_NOT_EMPTY)


@action("plan.copy_version")
def copy_version(*, by: User | None, now: datetime, source: PlanVersion, name: Translated) -> PlanVersion:
    """Begin a new version from an old one: its objectives, measures and targets, to be changed before adoption."""
    version = prepare_version(by=by, now=now, programme=source.programme, name=name)
    objectives = _copy_objectives(source, version)
    measures = _copy_measures(source, objectives)
    targets = list(Target.objects.filter(programme=source.programme_id, measure__in=measures).order_by("id"))
    for target in targets:
        target.pk = None
        target.measure = measures[target.measure_id]
    Target.objects.bulk_create(targets)
    return version


@action("plan.rename_version")
def rename_version(*, by: User | None, now: datetime, version: PlanVersion, name: Translated) -> PlanVersion:
    """Name a version that is not adopted yet."""
    locked = lock_version(version)
    if not name.fi.strip():
        raise EmptyFieldError("name_fi")
    locked.name_fi, locked.name_sv, locked.name_en = name.fi, name.sv, name.en
    locked.save(update_fields=["name_fi", "name_sv", "name_en"])
    return locked


@action("plan.remove_version")
def remove_version(*, by: User | None, now: datetime, version: PlanVersion) -> None:
    """Give up a version that is not adopted, with all below it; one whose measures are carried out stays."""
    locked = lock_version(version)
    _refuse_if_carried_out(Measure.objects.filter(objective__plan_version=locked))
    locked.delete()


@action("plan.add_objective")
def add_objective(*, by: User | None, now: datetime, version: PlanVersion, number: str, name: Translated) -> Objective:
    """Add an objective under a number nobody has; objectives stand in the order of their numbers."""
    locked = lock_version(version)
    _check_number(number, locked.objectives.all())
    objective = save_objective(by=by, now=now, version=locked, number=number, name=name, position=0)
    _put_in_order(list(locked.objectives.all()))
    return objective


@action("plan.change_objective")
def change_objective(
    *, by: User | None, now: datetime, objective: Objective, number: str, name: Translated
) -> Objective:
    """Give an objective another number or name."""
    version = lock_version(objective.plan_version)
    _check_number(number, version.objectives.exclude(pk=objective.pk))
    Objective.objects.filter(pk=objective.pk).update(number=number)
    changed = save_objective(by=by, now=now, version=version, number=number, name=name, position=objective.position)
    _put_in_order(list(version.objectives.all()))
    return changed


@action("plan.remove_objective")
def remove_objective(*, by: User | None, now: datetime, objective: Objective) -> None:
    """Take an objective without measures away."""
    lock_version(objective.plan_version)
    if objective.measures.exists():
        raise ObjectiveNotEmptyError
    objective.delete()


@action("plan.add_measure")
def add_measure(
    *,
    by: User | None,
    now: datetime,
    objective: Objective,
    number: str,
    name: Translated,
    start: date,
    end: date,
    description: Translated,
    responsible: Organisation | None,
) -> Measure:
    """Add a measure under a number nobody in the version has."""
    version = lock_version(objective.plan_version)
    _check_number(number, Measure.objects.filter(objective__plan_version=version))
    measure = save_measure(
        by=by,
        now=now,
        objective=objective,
        number=number,
        name=name,
        position=0,
        start=start,
        end=end,
        description=description,
        responsible=responsible,
    )
    _put_in_order(list(objective.measures.all()))
    return measure


@action("plan.change_measure")
def change_measure(
    *,
    by: User | None,
    now: datetime,
    measure: Measure,
    objective: Objective,
    number: str,
    name: Translated,
    start: date,
    end: date,
    description: Translated,
    responsible: Organisation | None,
) -> Measure:
    """Write a measure anew, under another number or objective too; one that projects carry out stays where it is."""
    version = lock_version(measure.objective.plan_version)
    if objective.plan_version_id != version.pk:
        raise NotInProgrammeError("objective")
    same_version = Measure.objects.filter(objective__plan_version=version)
    _check_number(number, same_version.exclude(pk=measure.pk))
    if objective.pk != measure.objective_id:
        _refuse_if_carried_out(same_version.filter(pk=measure.pk))
    Measure.objects.filter(pk=measure.pk).update(number=number, objective=objective)
    changed = save_measure(
        by=by,
        now=now,
        objective=objective,
        number=number,
        name=name,
        position=measure.position,
        start=start,
        end=end,
        description=description,
        responsible=responsible,
    )
    _put_in_order(list(objective.measures.all()))
    return changed


@action("plan.remove_measure")
def remove_measure(*, by: User | None, now: datetime, measure: Measure) -> None:
    """Take a measure with its targets away; one that projects carry out stays."""
    lock_version(measure.objective.plan_version)
    _refuse_if_carried_out(Measure.objects.filter(pk=measure.pk))
    measure.delete()


def lock_version(version: PlanVersion) -> PlanVersion:
    """Let one writer at a time change a version; raises PlanAdoptedError."""
    locked = PlanVersion.objects.select_for_update(no_key=True).get(pk=version.pk)
    refuse_if_adopted(locked)
    return locked


def in_order_of_number(number: str) -> list[tuple[bool, int, str]]:
    """Give what sorts numbers as people read them: 2 before 10, 1.2 before 1.10, digits before letters."""
    parts = re.findall(r"[0-9]+|[^0-9.-]+", number)
    return [(False, int(part), "") if part.isdigit() else (True, 0, part.casefold()) for part in parts]


def _copy_objectives(source: PlanVersion, version: PlanVersion) -> dict[int, Objective]:
    """Copy the objectives of a version into another; the copies come back by the old ids."""
    copies = {objective.pk: objective for objective in source.objectives.order_by("position", "id")}
    for objective in copies.values():
        objective.pk = None
        objective.plan_version = version
    Objective.objects.bulk_create(copies.values())
    return copies


def _copy_measures(source: PlanVersion, objectives: dict[int, Objective]) -> dict[int, Measure]:
    copies = {measure.pk: measure for measure in Measure.objects.filter(objective__plan_version=source).order_by("id")}
    for measure in copies.values():
        measure.pk = None
        measure.objective = objectives[measure.objective_id]
    Measure.objects.bulk_create(copies.values())
    return copies


def _check_number(number: str, others: QuerySet[Objective] | QuerySet[Measure]) -> None:
    if not NUMBER_FORM.fullmatch(number):
        raise NumberFormError
    if taken := others.filter(number__iexact=number).first():
        raise NumberTakenError(taken.number, taken.name_fi)


def _refuse_if_carried_out(measures: QuerySet[Measure]) -> None:
    projects = measures.filter(project_links__isnull=False).values("project_links__project").distinct().count()
    if projects:
        raise MeasureCarriedOutError(projects)


def _put_in_order[Part: (Objective, Measure)](rows: Sequence[Part]) -> None:
    """Let rows stand in the order of their numbers; only those whose place changes are written."""
    for position, row in enumerate(sorted(rows, key=lambda each: in_order_of_number(each.number)), start=1):
        if row.position != position:
            row.position = position
            row.save(update_fields=["position"])


_NUMBER_FORM = Translated(
    fi="Numero alkaa numerolla tai isolla kirjaimella, esimerkiksi 3, 3.2 tai A1. Välilyöntejä siinä ei ole.",
    sv="Numret börjar med en siffra eller en stor bokstav, till exempel 3, 3.2 eller A1. Det har inga mellanslag.",
    en="The number begins with a digit or a capital letter, for example 3, 3.2 or A1. It has no spaces.",
)
_NUMBER_TAKEN = Translated(
    fi="Numero {number} on jo käytössä: {name}.",
    sv="Numret {number} används redan: {name}.",
    en="The number {number} is in use already: {name}.",
)
_ONE_PROJECT = Translated(
    fi="Yksi hanke toteuttaa tätä. Siirrä hankkeen osuus ensin toiselle toimenpiteelle.",
    sv="Ett projekt genomför detta. Flytta först projektets andel till en annan åtgärd.",
    en="One project carries this out. Move the project’s share to another measure first.",
)
_PROJECTS = Translated(
    fi="{n} hanketta toteuttaa tätä. Siirrä hankkeiden osuudet ensin toisille toimenpiteille.",
    sv="{n} projekt genomför detta. Flytta först projektens andelar till andra åtgärder.",
    en="{n} projects carry this out. Move the projects’ shares to other measures first.",
)
_NOT_EMPTY = Translated(
    fi="Tavoitteella on toimenpiteitä. Poista tai siirrä ne ensin.",
    sv="Målet har åtgärder. Ta bort eller flytta dem först.",
    en="The objective has measures. Remove or move them first.",
)

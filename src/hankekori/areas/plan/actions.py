"""Writing the plan: its versions, objectives, measures, indicators and targets.

Stored roll-ups do not follow from here: adopting a version and changing a target that has results go through
monitoring.actions, which calls these.
"""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any

from django.db.models import Max

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError, EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.history import action
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Indicator, Measure, Objective, PlanVersion, Target
from hankekori.areas.programmes.models import Programme
from hankekori.core.money import format_date
from hankekori.core.targets import Course, Step
from hankekori.core.texts import LANGUAGES, Translated


class PlanAdoptedError(DomainError):
    """A change to what the working group has adopted."""

    def __init__(self) -> None:
        super().__init__(_ADOPTED)


class AdoptedTooEarlyError(DomainError):
    """A version adopted before the one it follows."""

    def __init__(self, earlier: date) -> None:
        said = {
            language: _TOO_EARLY.in_language(language).format(day=format_date(earlier, language))
            for language in LANGUAGES
        }
        super().__init__(Translated(**said), field="adopted_on")


class TargetError(DomainError):
    """A target whose numbers do not fit together."""

    def __init__(self, field: str) -> None:
        super().__init__(_TARGET, field=field)


class StepsMissingError(DomainError):
    """A target by steps without steps, or steps that go back in time or down."""

    def __init__(self) -> None:
        super().__init__(_STEPS, field="steps")


class StepsOutsideError(DomainError):
    """A milestone before the start, after the due day or above the target."""

    def __init__(self) -> None:
        super().__init__(_STEPS_OUTSIDE, field="steps")


@action("plan.prepare_version")
def prepare_version(*, by: User | None, now: datetime, programme: Programme, name: Translated) -> PlanVersion:
    """Begin a new, empty version of the plan; it is in force once adopted."""
    _check_name(name)
    newest = programme.plan_versions.order_by("-number").first()
    number = newest.number + 1 if newest else 1
    return PlanVersion.objects.create(programme=programme, number=number, **_names(name))


@action("plan.adopt_version")
def adopt_version(*, by: User | None, now: datetime, version: PlanVersion, adopted_on: date) -> PlanVersion:
    """Mark a version as adopted by the working group. Called by monitoring.actions.adopt_plan_version."""
    version.refresh_from_db(from_queryset=PlanVersion.objects.select_for_update(no_key=True))
    refuse_if_adopted(version)
    newest = version.programme.plan_versions.filter(number__lt=version.number).aggregate(Max("adopted_on"))
    if newest["adopted_on__max"] and adopted_on < newest["adopted_on__max"]:
        raise AdoptedTooEarlyError(newest["adopted_on__max"])
    version.adopted_on = adopted_on
    version.save(update_fields=["adopted_on"])
    return version


@action("plan.save_objective")
def save_objective(
    *, by: User | None, now: datetime, version: PlanVersion, number: str, name: Translated, position: int
) -> Objective:
    """Write an objective of a version that is not adopted yet, by its number."""
    refuse_if_adopted(version)
    _check_name(name)
    objective, _ = Objective.objects.update_or_create(
        programme_id=version.programme_id,
        plan_version=version,
        number=number,
        defaults={"position": position, **_names(name)},
    )
    return objective


@action("plan.save_measure")
def save_measure(
    *,
    by: User | None,
    now: datetime,
    objective: Objective,
    number: str,
    name: Translated,
    position: int,
    start: date,
    end: date,
    description: Translated | None = None,
    responsible: Organisation | None = None,
) -> Measure:
    """Write a measure of a version that is not adopted yet, by its number."""
    refuse_if_adopted(objective.plan_version)
    _check_name(name)
    if end < start:
        raise WrongOrderError("end")
    _check_organisation(objective.programme_id, responsible)
    measure, _ = Measure.objects.update_or_create(
        programme_id=objective.programme_id,
        objective=objective,
        number=number,
        defaults={
            "position": position,
            "start": start,
            "end": end,
            "responsible": responsible,
            **_names(name),
            **_named("description", description or Translated()),
        },
    )
    return measure


@action("plan.set_responsible")
def set_responsible(*, by: User | None, now: datetime, measure: Measure, responsible: Organisation | None) -> Measure:
    """Name who is responsible for a measure, of an adopted plan too; None takes the responsibility away."""
    _check_organisation(measure.programme_id, responsible)
    measure.responsible = responsible
    measure.save(update_fields=["responsible"])
    return measure


@action("plan.save_indicator")
def save_indicator(
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    programme_period: str,
    fund: str,
    code: str,
    name: Translated,
    unit: Translated,
    **fields: Any,  # noqa: ANN401 - the model's other fields
) -> Indicator:
    """Write an indicator by its key: period, fund and code."""
    _check_name(name)
    if not code.strip():
        raise EmptyFieldError("code")
    indicator, _ = Indicator.objects.update_or_create(
        programme=programme,
        programme_period=programme_period,
        fund=fund,
        code=code.strip(),
        defaults={**fields, **_names(name), **_named("unit", unit)},
    )
    return indicator


@action("plan.save_target")
def save_target(
    *,
    by: User | None,
    now: datetime,
    measure: Measure,
    indicator: Indicator,
    total: Decimal,
    start: date,
    due: date,
    women: Decimal | None = None,
    baseline: Decimal | None = None,
    course: str = Course.STRAIGHT,
    steps: Iterable[Step] = (),
) -> Target:
    """Write what a measure is to reach in an indicator, in its unit (a share: in percent).

    Called by monitoring.actions.save_target, which asks for a reason once there are results.
    """
    listed = list(steps)
    if indicator.programme_id != measure.programme_id:
        raise NotInProgrammeError("indicator")
    _check_target(total, women, start, due)
    _check_steps(course, listed)
    if any(not start <= step.day <= due or step.total > total for step in listed):
        raise StepsOutsideError
    target, _ = Target.objects.update_or_create(
        programme_id=measure.programme_id,
        measure=measure,
        indicator=indicator,
        defaults={
            "total": total,
            "women": women,
            "baseline": baseline,
            "start": start,
            "due": due,
            "course": course,
            "steps": write_steps(listed),
        },
    )
    return target


def refuse_if_adopted(version: PlanVersion) -> None:
    if version.adopted_on is not None:
        raise PlanAdoptedError


def write_steps(steps: Iterable[Step]) -> list[list[str]]:
    """Write milestones as a target keeps them; plan.queries.read_steps reads them."""
    return [[step.day.isoformat(), str(step.total)] for step in steps]


def _check_name(name: Translated) -> None:
    if not name.fi.strip():
        raise EmptyFieldError("name_fi")


def _check_organisation(programme: int, organisation: Organisation | None) -> None:
    if organisation and organisation.programme_id != programme:
        raise NotInProgrammeError("responsible")


def _check_target(total: Decimal, women: Decimal | None, start: date, due: date) -> None:
    if due < start:
        raise WrongOrderError("due")
    if total < 0:
        raise TargetError("total")
    if women is not None and not 0 <= women <= total:
        raise TargetError("women")


def _check_steps(course: str, steps: list[Step]) -> None:
    if (course == Course.STEPS) != bool(steps):
        raise StepsMissingError
    for earlier, later in pairwise(steps):
        if later.day <= earlier.day or later.total < earlier.total:
            raise StepsMissingError


def _names(name: Translated) -> dict[str, str]:
    return _named("name", name)


def _named(field: str, text: Translated) -> dict[str, str]:
    return {f"{field}_fi": text.fi, f"{field}_sv": text.sv, f"{field}_en": text.en}


_ADOPTED = Translated(
    fi="Työryhmä on hyväksynyt tämän suunnitelman. Muutokset tehdään uuteen versioon.",
    sv="Arbetsgruppen har antagit den här planen. Ändringar görs i en ny version.",
    en="The working group has adopted this plan. Changes are made in a new version.",
)
_TOO_EARLY = Translated(
    fi="Edellinen suunnitelma on hyväksytty {day}. Uuden hyväksymispäivä ei voi olla sitä aikaisempi.",
    sv="Den föregående planen antogs {day}. Den nya planen kan inte antas före det.",
    en="The previous plan was adopted on {day}. The new one cannot be adopted before that.",
)
_TARGET = Translated(
    fi="Tavoite ei voi olla negatiivinen, eikä naisten tavoite voi olla suurempi kuin koko tavoite.",
    sv="Målet kan inte vara negativt, och målet för kvinnor kan inte vara större än hela målet.",
    en="A target cannot be negative, and the target for women cannot be greater than the whole target.",
)
_STEPS = Translated(
    fi="Anna välitavoitteet aikajärjestyksessä niin, että luvut eivät pienene. Muissa etenemistavoissa niitä ei ole.",
    sv="Ange delmålen i tidsordning så att talen inte minskar. De andra förloppen har inga delmål.",
    en="Give the milestones in order of date, with figures that never fall. The other courses have no milestones.",
)
_STEPS_OUTSIDE = Translated(
    fi="Välitavoitteen päivän pitää olla alun ja määräpäivän välissä ja luvun enintään tavoitearvo.",
    sv="Ett delmåls datum ska ligga mellan början och slutdatumet och talet får vara högst målvärdet.",
    en="A milestone’s day must lie between the start and the due day, and its figure be at most the target.",
)

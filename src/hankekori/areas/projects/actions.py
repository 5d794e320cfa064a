"""Writing to the basket: projects, their place in it, their share of the plan, their money and their descriptions."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.history import action
from hankekori.areas.plan.models import Measure, PlanVersion
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.errors import (
    BasketStepError,
    MeasuresOfTwoPlansError,
    ProjectCodeError,
    ProjectCodeTakenError,
    ShareOutOfRangeError,
    SharesError,
    UnknownChoiceError,
)
from hankekori.areas.projects.models import Description, Funding, Project, ProjectMeasure, ProjectMunicipality
from hankekori.areas.regions.models import Municipality

CODE_FORM = re.compile(r"[A-Z]\d{4,9}")

_State = Project.BasketState


@action("projects.save_project")
def save_project(
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    code: str | None,
    project: Project | None = None,
    **fields: Any,  # noqa: ANN401 - the model's fields
) -> Project:
    """Create a project or change the given fields of one; what is not given stays as it was.

    The project is the given one, else the one with the code; without either a new one is made. Its place in the basket
    is not among the fields: it is proposed here, and decided by the working group.
    """
    _check_fields(fields)
    saved = _project_to_save(programme, code, project)
    changed = [name for name, value in fields.items() if getattr(saved, name) != value]
    for name in changed:
        setattr(saved, name, fields[name])
    _check_project(saved)
    if saved.pk is None:
        saved.save(force_insert=True)
    elif changed:
        saved.save(update_fields=changed)
    return saved


@action("projects.propose_to_basket")
def propose_to_basket(*, by: User | None, now: datetime, project: Project) -> Project:
    """Propose a project for the basket; the working group decides in a meeting. One proposed already stays so."""
    locked = Project.objects.select_for_update().get(programme=project.programme_id, pk=project.pk)
    if locked.basket_state == _State.IN_BASKET:
        raise BasketStepError(locked.basket_state, _State.PROPOSED)
    return _step(locked, _State.PROPOSED)


@action("projects.withdraw_proposal")
def withdraw_proposal(*, by: User | None, now: datetime, project: Project) -> Project:
    """Take a proposal back: the project is again where it was before, outside the basket or one that has left."""
    locked = Project.objects.select_for_update().get(programme=project.programme_id, pk=project.pk)
    before = _State.LEFT if locked.basket_decided_on else _State.OUTSIDE  # proposing keeps the day it left
    if locked.basket_state not in {_State.PROPOSED, before}:
        raise BasketStepError(locked.basket_state, before)
    return _step(locked, before)


@action("projects.set_measure_shares")
def set_measure_shares(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    shares: Mapping[Measure, Decimal],
) -> None:
    """Set which measures a project carries out and with what share; the shares add to 1, none clears them.

    Only the plan version of the measures is touched (without measures, the version in force). Stored roll-ups do not
    follow: callers use monitoring.actions.set_measure_shares, which calls this.
    """
    _check_shares(project, shares)
    wanted = {measure.pk: share for measure, share in shares.items()}
    links = ProjectMeasure.objects.filter(programme=project.programme_id, project=project)
    links = links.filter(measure__objective__plan_version=_plan_version(project, shares))
    kept = {link.measure_id: link for link in links.select_for_update(of=("self",))}
    links.exclude(measure__in=wanted).delete()
    for measure, share in wanted.items():
        link = kept.get(measure)
        if link is None:
            ProjectMeasure.objects.create(
                programme_id=project.programme_id, project=project, measure_id=measure, share=share
            )
        elif link.share != share:
            link.share = share
            link.save(update_fields=["share"])


@action("projects.carry_shares")
def carry_shares(*, by: User | None, now: datetime, old: PlanVersion, new: PlanVersion) -> None:
    """Let projects follow their measures into the next version of the plan; shares already set in it stay.

    A share in a measure that the new version no longer has is left behind: what is then short of 1 is a gap.
    """
    heirs = dict(Measure.objects.filter(objective__plan_version=new).values_list("lineage", "pk"))
    settled = ProjectMeasure.objects.filter(measure__objective__plan_version=new).values("project")
    links = ProjectMeasure.objects.filter(programme=old.programme_id, measure__objective__plan_version=old)
    left = links.exclude(project__in=settled).filter(measure__lineage__in=heirs).select_related("measure")
    ProjectMeasure.objects.bulk_create(
        ProjectMeasure(
            programme_id=link.programme_id,
            project_id=link.project_id,
            measure_id=heirs[link.measure.lineage],
            share=link.share,
        )
        for link in left.order_by("id")
    )


@action("projects.set_municipalities")
def set_municipalities(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    municipalities: Iterable[Municipality],
) -> None:
    """Set the municipalities a project works in."""
    wanted = {municipality.pk for municipality in municipalities}
    links = ProjectMunicipality.objects.filter(programme=project.programme_id, project=project)
    kept = set(links.values_list("municipality_id", flat=True))
    links.exclude(municipality__in=wanted).delete()
    ProjectMunicipality.objects.bulk_create(
        ProjectMunicipality(programme_id=project.programme_id, project=project, municipality_id=key)
        for key in sorted(wanted - kept)
    )


@action("projects.save_funding")
def save_funding(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    source: str,
    year: int,
    planned: Decimal | None = None,
    granted: Decimal | None = None,
    paid: Decimal | None = None,
) -> Funding:
    """Write a project's money of one source and year, in euros; None is not stated."""
    _check_choice("source", source, Funding.Source.values)
    row, _ = Funding.objects.update_or_create(
        programme_id=project.programme_id,
        project=project,
        source=source,
        year=year,
        defaults={"planned": planned, "granted": granted, "paid": paid},
    )
    return row


@action("projects.remove_funding")
def remove_funding(*, by: User | None, now: datetime, row: Funding) -> None:
    """Take a row of money away; the history keeps what it was."""
    row.delete()


@action("projects.keep_description")
def keep_description(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    file_name: str,
    document: bytes,
    record: Mapping[str, Any],
) -> Description:
    """Keep an official description beside what was understood of it; the same document again changes nothing."""
    kept, _ = Description.objects.get_or_create(
        programme_id=project.programme_id,
        project=project,
        sha256=hashlib.sha256(document).hexdigest(),
        defaults={
            "file_name": file_name,
            "document": document,
            "record": dict(record),
            "read_at": now,
            "read_by": by,
        },
    )
    return kept


def _project_to_save(programme: Programme, code: str | None, project: Project | None) -> Project:
    if code is not None and not CODE_FORM.fullmatch(code):
        raise ProjectCodeError(code)
    projects = Project.objects.select_for_update().filter(programme=programme)
    coded = projects.filter(code=code).first() if code is not None else None
    if project is None:
        return coded or Project(programme=programme, code=code)
    if coded is not None and coded.pk != project.pk:
        raise ProjectCodeTakenError(coded.code or "")
    found = coded or projects.filter(pk=project.pk).first()
    if found is None:
        raise NotInProgrammeError("project")
    return found


def _step(project: Project, state: str) -> Project:
    if project.basket_state != state:
        project.basket_state = state
        project.save(update_fields=["basket_state"])
    return project


def _check_fields(fields: Mapping[str, object]) -> None:
    unknown = fields.keys() - _SAVED_FIELDS
    if unknown:
        raise TypeError(f"not fields that save_project saves: {', '.join(sorted(unknown))}")


def _check_project(project: Project) -> None:
    if not project.name.strip():
        raise EmptyFieldError("name")
    _check_choice("kind", project.kind, Project.Kind.values)
    _check_choice("stage", project.stage, Project.Stage.values)
    if project.start and project.end and project.end < project.start:
        raise WrongOrderError("end")
    if project.implementer and project.implementer.programme_id != project.programme_id:
        raise NotInProgrammeError("implementer")


def _check_choice(field: str, value: str, choices: Iterable[str]) -> None:
    if value not in choices:
        raise UnknownChoiceError(field, value)


def _check_shares(project: Project, shares: Mapping[Measure, Decimal]) -> None:
    if any(measure.programme_id != project.programme_id for measure in shares):
        raise NotInProgrammeError("shares")
    if any(not 0 < share <= 1 or share != share.quantize(_SHARE_STEP) for share in shares.values()):
        raise ShareOutOfRangeError
    total = sum(shares.values(), Decimal(0))
    if shares and total != 1:
        raise SharesError(total)


def _plan_version(project: Project, shares: Mapping[Measure, Decimal]) -> int | None:
    if not shares:
        version = version_in_force(project.programme)
        return version.pk if version else None
    versions = Measure.objects.filter(pk__in=[measure.pk for measure in shares])
    found = set(versions.values_list("objective__plan_version", flat=True))
    if len(found) != 1:
        raise MeasuresOfTwoPlansError
    return found.pop()


_SHARE_STEP = Decimal("0.000001")
_SAVED_FIELDS = frozenset(
    field.name
    for field in Project._meta.concrete_fields  # noqa: SLF001 - Django's documented way to the fields
    if field.name not in {"id", "programme", "code", "basket_state", "basket_decided_on", "priority"}
)

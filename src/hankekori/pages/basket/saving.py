"""Saving what the basket's forms say: a new project, its basics, its proposal, its shares of the plan."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.monitoring.actions import set_measure_shares
from hankekori.areas.partners.actions import check_business_id, find_or_create_organisation
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Measure
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.actions import (
    propose_to_basket,
    remove_funding,
    save_funding,
    save_project,
    set_municipalities,
    withdraw_proposal,
)
from hankekori.areas.projects.errors import ProjectCodeTakenError
from hankekori.areas.projects.models import Funding, Project
from hankekori.areas.projects.queries import basket, links_in_force
from hankekori.areas.regions.models import Municipality
from hankekori.core.person_names import may_name_person
from hankekori.core.texts import Translated
from hankekori.pages.basket.edits import own_edits


class ImplementerNameMissingError(DomainError):
    """A Y-tunnus without the name of its organisation."""

    def __init__(self) -> None:
        super().__init__(_NAME_MISSING, field="implementer")


class OtherImplementerError(DomainError):
    """A name and a Y-tunnus of which one is already known with another."""

    def __init__(self, known: Organisation) -> None:
        said = _OTHER_IMPLEMENTER.filled(name=known.name, business_id=known.business_id)
        super().__init__(said, field="business_id")


@action("basket.add_project")
def add_project(*, by: User, now: datetime, programme: Programme, values: Mapping[str, Any]) -> Project:
    """Make a project of what the form says; a code already taken is refused."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme.pk)  # two with one code come one after another
    code = values["code"]
    if code and basket(programme).filter(code=code).exists():
        raise ProjectCodeTakenError(code)
    fields = _fields(by, now, programme, values)
    project = save_project(by=by, now=now, programme=programme, code=code, **fields)
    _set_places(by, now, project, values)
    return project


@action("basket.save_basics")
def save_basics(*, by: User, now: datetime, project: Project, values: Mapping[str, Any], seen: str) -> None:
    """Change what was edited in the form; raises EditClashError where somebody else was quicker."""
    locked = Project.objects.select_for_update().get(pk=project.pk)
    edited = own_edits(seen, values, basics_of(locked))
    if _IMPLEMENTER & edited.keys():
        edited |= {name: values[name] for name in _IMPLEMENTER}
    fields = _fields(by, now, project.programme, edited)
    save_project(by=by, now=now, programme=project.programme, code=locked.code, project=locked, **fields)
    _set_places(by, now, locked, edited)


@action("basket.save_shares")
def save_shares(*, by: User, now: datetime, project: Project, shares: Mapping[Measure, Decimal], seen: str) -> None:
    """Set the shares in the plan in place of those that were seen; raises EditClashError."""
    Programme.objects.select_for_update(no_key=True).get(pk=project.programme_id)  # as every writer of shares does
    links = links_in_force().filter(programme=project.programme_id, project=project)
    current = {link.measure_id: link.share for link in links}
    typed = {measure.pk: share for measure, share in shares.items()}
    if own_edits(seen, shares_of(typed), shares_of(current)):
        set_measure_shares(by=by, now=now, project=project, shares=shares)


@action("basket.save_funding")
def save_funding_row(*, by: User, now: datetime, project: Project, values: Mapping[str, Any], seen: str) -> None:
    """Write the money of a source and year over what was seen; a row without any amount is taken away.

    Raises EditClashError where there is something else than was seen.
    """
    locked = Project.objects.select_for_update().get(pk=project.pk)
    row = Funding.objects.filter(
        programme=locked.programme_id, project=locked, source=values["source"], year=values["year"]
    ).first()
    amounts = {name: values[name] for name in AMOUNTS}
    if row:
        current = amounts_of(row)
        amounts = {**current, **own_edits(seen, amounts, current)}
    if row and all(amount is None for amount in amounts.values()):
        remove_funding(by=by, now=now, row=row)
        return
    save_funding(by=by, now=now, project=locked, source=values["source"], year=values["year"], **amounts)


def basics_of(project: Project) -> dict[str, Any]:
    """Give the values the form of basics opens with."""
    implementer = project.implementer
    return {
        **{name: getattr(project, name) for name in OWN_FIELDS},
        "implementer": implementer.name if implementer else "",
        "business_id": implementer.business_id if implementer else "",
        "municipalities": [municipality.pk for municipality in project.municipalities.all()],
    }


def amounts_of(row: Funding) -> dict[str, Any]:
    return {name: getattr(row, name) for name in AMOUNTS}


def shares_of(shares: Mapping[int, Decimal]) -> dict[str, Any]:
    """Give the shares, measure's id -> part of one, as one value: they stand or fall together."""
    return {"shares": [f"{measure}:{share.normalize()}" for measure, share in shares.items()]}


def _fields(by: User, now: datetime, programme: Programme, values: Mapping[str, Any]) -> dict[str, Any]:
    """Give the project's own fields among the values, the implementer as the organisation it names."""
    own = {name: value for name, value in values.items() if name in OWN_FIELDS}
    if values.keys() >= _IMPLEMENTER:
        own["implementer"] = _implementer(by, now, programme, values)
    return own


def _set_places(by: User, now: datetime, project: Project, values: Mapping[str, Any]) -> None:
    if "municipalities" in values:
        chosen = Municipality.objects.filter(pk__in=values["municipalities"])
        set_municipalities(by=by, now=now, project=project, municipalities=chosen)


def _implementer(by: User, now: datetime, programme: Programme, values: Mapping[str, Any]) -> Organisation | None:
    name, business_id = values["implementer"], values["business_id"]
    if business_id and not name:
        raise ImplementerNameMissingError
    if not name:
        return None
    found = find_or_create_organisation(
        by=by, now=now, programme=programme, name=name, business_id=business_id, may_be_person=may_name_person(name)
    )
    if found.name.casefold() != name.casefold() or check_business_id(business_id) not in {"", found.business_id}:
        raise OtherImplementerError(found)
    return found


AMOUNTS = ("planned", "granted", "paid")
STEPS = {"propose": propose_to_basket, "withdraw": withdraw_proposal}
OWN_FIELDS = (
    "name", "kind", "stage", "fund", "programme_period", "start", "end", "summary", "website",
    "granted_eu_state", "realised_eu_state", "planned_public", "realised_public",
    "contact_name", "contact_title", "contact_email", "contact_phone",
)  # fmt: skip
_IMPLEMENTER = frozenset({"implementer", "business_id"})
_NAME_MISSING = Translated(
    fi="Kirjoita myös toteuttajan nimi.",
    sv="Skriv också genomförarens namn.",
    en="Give the implementer's name too.",
)
_OTHER_IMPLEMENTER = Translated(
    fi="Organisaation {name} Y-tunnus on {business_id}. Korjaa nimi tai Y-tunnus, tai jätä Y-tunnus tyhjäksi.",
    sv="Organisationen {name} har FO-numret {business_id}. Rätta namnet eller FO-numret, eller lämna FO-numret tomt.",
    en="The business ID of {name} is {business_id}. Correct the name or the business ID, or leave the ID empty.",
)

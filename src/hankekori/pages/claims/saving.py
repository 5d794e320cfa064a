"""Saving what the forms of claims say, over what was seen when they were opened."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.claims.actions import save_budget, save_claim
from hankekori.areas.claims.models import COST_FIELDS, FUND_FIELDS, Claim, CostBudget, cost_field
from hankekori.areas.claims.queries import claims_of
from hankekori.areas.history import action
from hankekori.areas.projects.models import Project
from hankekori.core.claims import CostKind
from hankekori.pages.basket.edits import EditClashError, marks_of, own_edits

CLAIM_FIELDS = (
    "period_end",
    "of_total",
    "is_last",
    *COST_FIELDS,
    "income",
    *FUND_FIELDS,
    "sent_on",
    "decided_on",
    "approved",
)


@action("claims.save_claim")
def add_claim(*, by: User, now: datetime, project: Project, values: Mapping[str, Any], seen: str) -> Claim:
    """Add the claim after those that were seen; raises EditClashError where somebody else has added one."""
    locked = Project.objects.select_for_update().get(pk=project.pk)
    current = place_of(locked)
    if marks_of(current) != seen:
        raise EditClashError((), current)
    return save_claim(by=by, now=now, project=locked, **{name: values[name] for name in CLAIM_FIELDS})


@action("claims.save_claim")
def change_claim(*, by: User, now: datetime, claim: Claim, values: Mapping[str, Any], seen: str) -> None:
    """Change what was edited in the form; raises EditClashError where somebody else was quicker."""
    locked = Project.objects.select_for_update().get(pk=claim.project_id)
    current = values_of(claims_of(locked).get(serial=claim.serial))
    edited = own_edits(seen, {name: values[name] for name in CLAIM_FIELDS}, current)
    save_claim(by=by, now=now, project=locked, serial=claim.serial, **edited)


@action("claims.save_budget")
def change_budget(*, by: User, now: datetime, project: Project, values: Mapping[str, Any], seen: str) -> None:
    """Set the budget over what was seen; raises EditClashError where somebody else was quicker."""
    locked = Project.objects.select_for_update().get(pk=project.pk)
    current = budget_of(locked)
    edited = own_edits(seen, {name: values[name] for name in COST_FIELDS}, current)
    amounts = {**current, **edited}
    costs = {kind: amount for kind in CostKind if (amount := amounts[cost_field(kind)]) is not None}
    save_budget(by=by, now=now, project=locked, costs=costs)


def values_of(claim: Claim) -> dict[str, Any]:
    """Give the values the form of a claim opens with."""
    return {name: getattr(claim, name) for name in CLAIM_FIELDS}


def place_of(project: Project) -> dict[str, Any]:
    """Give what the form of a new claim rests on: how many there are."""
    return {"claims": claims_of(project).count()}


def budget_of(project: Project) -> dict[str, Any]:
    """Give the values the form of a budget opens with."""
    budget = CostBudget.objects.filter(programme=project.programme_id, project=project).first()
    return {name: getattr(budget, name, None) for name in COST_FIELDS}

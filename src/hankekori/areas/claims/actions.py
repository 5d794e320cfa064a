"""Writing payment claims and budgets of costs."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.claims.errors import (
    ApprovedWithoutDecisionError,
    ChainEndedError,
    DecidedBeforeSentError,
    EndBeforeStartError,
    EndPastNextError,
    LastWithNextError,
    NegativeSumError,
    NextDecidedError,
    NotRemovableError,
    PreviousUndecidedError,
    ProjectStartMissingError,
    SerialPastTotalError,
    SumTooLargeError,
)
from hankekori.areas.claims.models import COST_FIELDS, FUND_FIELDS, Claim, CostBudget, cost_field
from hankekori.areas.claims.queries import claims_of
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.projects.models import Project
from hankekori.core.claims import CostKind


@action("claims.save_claim")
def save_claim(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    serial: int | None = None,
    **fields: Any,  # noqa: ANN401 - the model's fields
) -> Claim:
    """Add the next claim of a project, or change the given fields of the one with the serial.

    A changed end moves the start of the next claim. Once the next claim is decided, the end and the decision stand;
    sums may still be corrected.
    """
    locked = Project.objects.select_for_update().get(pk=project.pk)
    claims = list(claims_of(locked))
    claim = _claim_to_save(locked, claims, serial)
    earlier, later = claims[: claim.serial - 1], claims[claim.serial :]
    changed = [name for name, value in fields.items() if getattr(claim, name) != value]
    for name in changed:
        setattr(claim, name, fields[name])
    if "period_end" in changed:
        _check_period(locked, claim, earlier, later)
    _check_decision(claim, earlier, later)
    _check_numbers(claim, later)
    claim.save()
    return claim


@action("claims.remove_claim")
def remove_claim(*, by: User | None, now: datetime, project: Project, serial: int) -> None:
    """Take the newest claim away before it is decided; the history keeps what it was."""
    locked = Project.objects.select_for_update().get(pk=project.pk)
    newest = claims_of(locked).last()
    if newest is None or newest.serial != serial or newest.decided_on:
        raise NotRemovableError
    newest.delete()


@action("claims.save_budget")
def save_budget(*, by: User | None, now: datetime, project: Project, costs: Mapping[CostKind, Decimal]) -> None:
    """Set what a project may spend by kind of costs, in euros; a kind left out is not stated, none clears it."""
    for kind, amount in costs.items():
        _check_amount(cost_field(kind), amount, below_zero=False)
    locked = Project.objects.select_for_update().get(pk=project.pk)
    budgets = CostBudget.objects.filter(programme=locked.programme_id, project=locked)
    if not costs:
        budgets.delete()
        return
    budget = budgets.first() or CostBudget(programme_id=locked.programme_id, project=locked)
    for kind in CostKind:
        setattr(budget, cost_field(kind), costs.get(kind))
    budget.save()


def _claim_to_save(project: Project, claims: Sequence[Claim], serial: int | None) -> Claim:
    if serial is not None:
        found = next((claim for claim in claims if claim.serial == serial), None)
        if found is None:
            raise NotInProgrammeError("serial")
        return found
    if project.start is None:
        raise ProjectStartMissingError
    if claims and claims[-1].is_last:
        raise ChainEndedError(claims[-1].serial)
    return Claim(programme_id=project.programme_id, project=project, serial=len(claims) + 1)


def _check_period(project: Project, claim: Claim, earlier: Sequence[Claim], later: Sequence[Claim]) -> None:
    start = earlier[-1].period_end + timedelta(days=1) if earlier else project.start
    if start is None:
        raise ProjectStartMissingError
    if claim.period_end < start:
        raise EndBeforeStartError(start)
    if later and later[0].decided_on:
        raise NextDecidedError("period_end")
    if later and claim.period_end >= later[0].period_end:
        raise EndPastNextError(later[0].period_end)


def _check_decision(claim: Claim, earlier: Sequence[Claim], later: Sequence[Claim]) -> None:
    if claim.approved is not None and claim.decided_on is None:
        raise ApprovedWithoutDecisionError
    if claim.decided_on is None:
        if later and later[0].decided_on:
            raise NextDecidedError("decided_on")
        return
    if earlier and earlier[-1].decided_on is None:
        raise PreviousUndecidedError(earlier[-1].serial)
    if claim.sent_on and claim.decided_on < claim.sent_on:
        raise DecidedBeforeSentError


def _check_numbers(claim: Claim, later: Sequence[Claim]) -> None:
    if claim.is_last and later:
        raise LastWithNextError
    if claim.of_total is not None and claim.of_total < claim.serial:
        raise SerialPastTotalError(claim.serial)
    for name in ("income", "approved"):
        _check_amount(name, getattr(claim, name), below_zero=False)
    for name in (*COST_FIELDS, *FUND_FIELDS):
        _check_amount(name, getattr(claim, name), below_zero=True)


def _check_amount(field: str, amount: Decimal | None, *, below_zero: bool) -> None:
    """Refuse what the column does not hold, and a negative amount where it corrects nothing."""
    if amount is None:
        return
    if abs(amount) >= _MOST_EUROS:
        raise SumTooLargeError(field)
    if amount < 0 and not below_zero:
        raise NegativeSumError(field)


_MOST_EUROS = Decimal(10) ** 12  # the columns hold twelve whole digits

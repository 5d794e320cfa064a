"""Carrying out what the working group decided of a project. Called by steering when minutes are approved, by no other.

The office proposes and withdraws a proposal (actions.py). That nothing else writes here is a contract of import-linter;
the demo, which begins with a basket, is the exception.
"""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from datetime import date, datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.history import action
from hankekori.areas.projects.errors import BasketDecisionError, PriorityMissingError
from hankekori.areas.projects.models import Project
from hankekori.core.decisions import BASKET_AFTER, DecisionKind, obstacle, stage_after_return


@action("projects.carry_out_decision")
def carry_out_decision(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    kind: DecisionKind,
    decided_on: date,
    priority: int | None = None,
) -> Project:
    """Let a project enter, leave or return, or put it in its place; raises BasketDecisionError where it cannot.

    A proposal for funding changes nothing here: the decision is what there is to keep.
    """
    locked = Project.objects.select_for_update().get(programme=project.programme_id, pk=project.pk)
    if why := obstacle(kind, locked.basket_state):
        raise BasketDecisionError(why)
    if kind is DecisionKind.REPRIORITISE:
        if priority is None:
            raise PriorityMissingError
        locked.priority = priority
    if kind in BASKET_AFTER:
        locked.basket_state = BASKET_AFTER[kind]
        locked.basket_decided_on = None if kind is DecisionKind.RETURN else decided_on
        locked.priority = locked.priority if kind is DecisionKind.ACCEPT else None
    if kind is DecisionKind.RETURN:
        locked.stage = stage_after_return(locked.stage)
    locked.save(update_fields=["basket_state", "basket_decided_on", "priority", "stage"])
    return locked

"""Saving a communication plan over what was seen in the form."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.communications.actions import lock_plan, save_plan
from hankekori.areas.communications.models import TEXTS, CommunicationPlan
from hankekori.areas.history import action
from hankekori.pages.basket.edits import own_edits


@action("communications.save_plan")
def save_plan_over(*, by: User, now: datetime, plan: CommunicationPlan, values: Mapping[str, Any], seen: str) -> None:
    """Change the texts that were edited; raises EditClashError where somebody else was quicker, or AdoptedError."""
    locked = lock_plan(plan)
    current = plan_values(locked)
    save_plan(by=by, now=now, plan=locked, **{**current, **own_edits(seen, values, current)})


def plan_values(plan: CommunicationPlan) -> dict[str, Any]:
    """Give the values the form of a plan opens with."""
    return {name: getattr(plan, name) for name in TEXTS}

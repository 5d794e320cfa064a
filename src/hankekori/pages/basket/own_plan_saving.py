"""Saving what a project itself plans to reach, indicator by indicator, over what was seen."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.monitoring.actions import remove_project_plan, save_project_plan
from hankekori.areas.monitoring.errors import EntriesRefusedError
from hankekori.areas.monitoring.ledger_queries import plans_of
from hankekori.areas.monitoring.models import ProjectPlan
from hankekori.areas.plan.models import Indicator
from hankekori.areas.projects.models import Project
from hankekori.pages.basket.edits import own_edits

NUMBERS = ("total", "women")


@action("basket.save_own_plans")
def save_own_plans(
    *, by: User, now: datetime, project: Project, indicators: Sequence[Indicator], values: Mapping[str, Any], seen: str
) -> None:
    """Write what was edited of a project's plans; one without numbers is taken away. Raises EditClashError."""
    Project.objects.select_for_update().get(pk=project.pk)
    current = plan_values(indicators, plans_of(project))
    edited = own_edits(seen, values, current)
    wanted = {**current, **edited}
    for indicator in indicators:
        if edited.keys() & {number_field(name, indicator.pk) for name in NUMBERS}:
            _save(by, now, project, indicator, wanted)


def plan_values(indicators: Iterable[Indicator], plans: Iterable[ProjectPlan]) -> dict[str, Any]:
    """Give the values the form opens with: a total and the women of it for each indicator, None where there is none."""
    planned = {plan.indicator_id: plan for plan in plans}
    return {
        number_field(name, each.pk): getattr(planned.get(each.pk), name, None)
        for each in indicators
        for name in NUMBERS
    }


def number_field(name: str, indicator: int) -> str:
    return f"{name}-{indicator}"


def _save(by: User, now: datetime, project: Project, indicator: Indicator, values: Mapping[str, Any]) -> None:
    total, women = (values[number_field(name, indicator.pk)] for name in NUMBERS)
    if total is None:
        remove_project_plan(by=by, now=now, project=project, indicator=indicator)
        return
    try:
        save_project_plan(by=by, now=now, project=project, indicator=indicator, total=total, women=women)
    except EntriesRefusedError as error:
        raise DomainError(error.message, field=number_field(error.field, indicator.pk)) from error

"""The demo's payment claims and budgets, all of them invented; an ended chain adds up to the public realised sum."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from hankekori.areas.claims.actions import save_budget, save_claim
from hankekori.areas.claims.models import cost_field, fund_field
from hankekori.areas.projects.models import Project
from hankekori.core.claims import ClaimSource, CostKind
from hankekori.demo.data_files import read_table, to_date, to_number


def create_claims(projects: Mapping[str, Project], *, now: datetime) -> None:
    """Create the chains in their order, up to the day the demo's pages open on."""
    for row in read_table("cost_budgets.csv"):
        costs = {kind: amount for kind in CostKind if (amount := to_number(row[kind])) is not None}
        save_budget(by=None, now=now, project=projects[row["project"]], costs=costs)
    for row in read_table("claims.csv"):
        save_claim(by=None, now=now, project=projects[row["project"]], **_fields(row))


def _fields(row: dict[str, str]) -> dict[str, Any]:
    days = {name: to_date(row[name]) for name in ("period_end", "sent_on", "decided_on")}
    sums = {name: to_number(row[name]) for name in ("approved", "income")}
    sums |= {cost_field(kind): to_number(row[kind]) for kind in CostKind}
    sums |= {fund_field(source): to_number(row[source]) for source in ClaimSource}
    return {**days, **sums, "of_total": int(row["of_total"]), "is_last": bool(row["is_last"])}

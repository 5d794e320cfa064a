"""The demo's monitoring data: what projects planned, and an invented ledger of half-yearly results."""

from datetime import datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.plan.models import Indicator
from hankekori.areas.projects.models import Project
from hankekori.demo.data_files import read_table, to_half_year, to_number


def create_project_plans(projects: dict[str, Project], indicators: dict[str, Indicator]) -> None:
    ProjectPlan.objects.bulk_create(
        ProjectPlan(
            programme_id=projects[row["project"]].programme_id,
            project=projects[row["project"]],
            indicator=indicators[row["indicator"]],
            total=row["planned"],
            women=to_number(row["planned_women"]),
        )
        for row in read_table("project_plans.csv")
    )


def create_ledger(projects: dict[str, Project], indicators: dict[str, Indicator], *, reporter: User) -> None:
    """Write the invented results: first what was reported, then the corrections that point to it."""
    rows = read_table("monitoring.csv")
    reports = [row for row in rows if row["entry"] == "report"]
    created = LedgerEntry.objects.bulk_create(_entry(row, projects, indicators, reporter) for row in reports)
    reported = {_key(row): entry for row, entry in zip(reports, created, strict=True)}
    corrections = [row for row in rows if row["entry"] == "correction"]
    LedgerEntry.objects.bulk_create(
        _entry(row, projects, indicators, reporter, corrects=reported[_key(row)]) for row in corrections
    )


def _entry(
    row: dict[str, str],
    projects: dict[str, Project],
    indicators: dict[str, Indicator],
    reporter: User,
    *,
    corrects: LedgerEntry | None = None,
) -> LedgerEntry:
    period = to_half_year(row["period"])
    return LedgerEntry(
        programme_id=projects[row["project"]].programme_id,
        project=projects[row["project"]],
        indicator=indicators[row["indicator"]],
        period_start=period.start,
        period_end=period.end,
        state=row["state"],
        total=to_number(row["total"]),
        women=to_number(row["women"]),
        denominator=to_number(row["denominator"]),
        source=LedgerEntry.Source.EXAMPLE,
        corrects=corrects,
        explanation=row["explanation"],
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        recorded_by=reporter,
    )


def _key(row: dict[str, str]) -> tuple[str, str, str]:
    return row["project"], row["period"], row["indicator"]

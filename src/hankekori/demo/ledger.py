"""The demo's monitoring data: what projects planned, and an invented ledger of half-yearly results."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal

from hankekori.areas.accounts.models import User
from hankekori.areas.monitoring.actions import save_project_plan
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.demo.data_files import read_table, to_half_year, to_number


def create_project_plans(
    projects: Mapping[str, Project], indicators: Mapping[str, Indicator], *, now: datetime
) -> None:
    for row in read_table("project_plans.csv"):
        save_project_plan(
            by=None,
            now=now,
            project=projects[row["project"]],
            indicator=indicators[row["indicator"]],
            total=Decimal(row["planned"]),
            women=to_number(row["planned_women"]),
        )


def create_ledger(
    programme: Programme, projects: Mapping[str, Project], indicators: Mapping[str, Indicator], *, reporter: User
) -> None:
    """Write the invented results as recorded on their days, corrections after what they correct.

    In bulk, for an action records what happens now; tests hold the rows against the same rules.
    """
    rows = read_table("monitoring.csv")
    reports = [row for row in rows if row["entry"] == "report"]
    created = LedgerEntry.objects.bulk_create(_entry(programme, row, projects, indicators, reporter) for row in reports)
    reported = {_key(row): entry for row, entry in zip(reports, created, strict=True)}
    corrections = [row for row in rows if row["entry"] == "correction"]
    LedgerEntry.objects.bulk_create(
        _entry(programme, row, projects, indicators, reporter, corrects=reported[_key(row)]) for row in corrections
    )


def _entry(
    programme: Programme,
    row: dict[str, str],
    projects: Mapping[str, Project],
    indicators: Mapping[str, Indicator],
    reporter: User,
    *,
    corrects: LedgerEntry | None = None,
) -> LedgerEntry:
    period = to_half_year(row["period"])
    return LedgerEntry(
        programme=programme,
        project=projects[row["project"]],
        indicator=indicators[row["indicator"]],
        period_start=period.start,
        period_end=period.end,
        state=row["state"],
        total=to_number(row["total"]),
        women=to_number(row["women"]),
        denominator=to_number(row["denominator"]),
        source=LedgerEntry.Source.CORRECTION if corrects else LedgerEntry.Source.EXAMPLE,
        corrects=corrects,
        reason=row["reason"],
        explanation=row["explanation"],
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
        recorded_by=reporter,
    )


def _key(row: dict[str, str]) -> tuple[str, str, str]:
    return row["project"], row["period"], row["indicator"]

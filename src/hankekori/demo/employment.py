"""The demo's people employed, all of them invented: episodes, outcome records and two published counts."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hankekori.areas.employment.actions import publish_counts, save_episode, save_outcome
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.regions.queries import municipalities_with_codes
from hankekori.demo.data_files import read_table

PUBLISHED = (  # as of a day, at a moment
    (date(2011, 6, 30), datetime.fromisoformat("2011-08-15T09:00:00Z")),
    (date(2011, 12, 31), datetime.fromisoformat("2012-02-13T09:00:00Z")),
)


def create_employment(
    programme: Programme, projects: Mapping[str, Project], indicators: Mapping[str, Indicator], *, now: datetime
) -> None:
    """Create the episodes and records, and publish the counts as on their days."""
    rows = read_table("episodes.csv")
    places = municipalities_with_codes(row["municipality"] for row in rows)
    for row in rows:
        save_episode(
            by=None,
            now=now,
            project=projects[row["project"]],
            start_month=_month(row["start_month"]),
            end_month=_month(row["end_month"]) if row["end_month"] else None,
            fte=Decimal(row["fte"]),
            municipality=places.get(row["municipality"]),
            isco_major=int(row["isco_major"]) if row["isco_major"] else None,
            **_written(row, _AS_WRITTEN),
        )
    for row in read_table("outcomes.csv"):
        save_outcome(
            by=None,
            now=now,
            project=projects[row["project"]],
            indicator=indicators[row["indicator"]],
            month=_month(row["month"]),
            **_written(row, ("code", "kind", "gender", "evidence")),
        )
    for day, at in PUBLISHED:
        publish_counts(by=None, now=at, programme=programme, day=day)


def _month(written: str) -> date:
    return date.fromisoformat(f"{written}-01")


def _written(row: dict[str, str], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: row[name] for name in names}


_AS_WRITTEN = ("code", "employer", "kind", "situation_before", "gender", "age_band", "after_three_months")

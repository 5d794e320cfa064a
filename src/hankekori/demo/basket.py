"""The demo's basket: 25 public projects of the Heinola area and the measures they carry out."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from hankekori.areas.monitoring.actions import set_measure_shares
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Measure
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.actions import propose_to_basket, save_project, set_municipalities
from hankekori.areas.projects.models import Project
from hankekori.areas.regions.models import Authority
from hankekori.areas.regions.queries import municipalities_with_codes
from hankekori.demo.data_files import read_table, to_date, to_number

PERIOD = "2007-2013"


def create_projects(
    programme: Programme, organisations: Mapping[str, Organisation], *, now: datetime
) -> dict[str, Project]:
    """Create the projects as the national list states them; they come back by code."""
    rows = read_table("projects.csv")
    authorities = _authorities({row["authority"] for row in rows})
    axes = {(row["fund"], row["number"]): row["name"] for row in read_table("priority_axes.csv")}
    projects = {
        row["code"]: save_project(
            by=None,
            now=now,
            programme=programme,
            code=row["code"],
            axis_name=axes[row["fund"], row["priority_axis"]],
            authority=authorities[row["authority"]],
            implementer=organisations[row["implementer"]],
            **_stated(row),
        )
        for row in rows
    }
    _place_projects(rows, projects, now)
    return projects


def propose_projects(projects: Mapping[str, Project], *, now: datetime) -> None:
    """Propose those that wait for a decision; the others were decided on in demo.meetings."""
    for row in read_table("projects.csv"):
        if row["basket_state"] == "proposed":
            propose_to_basket(by=None, now=now, project=projects[row["code"]])


def create_shares(projects: Mapping[str, Project], measures: Mapping[str, Measure], *, now: datetime) -> None:
    """Tell which measures each project carries out; a project's shares add to 1."""
    shares: defaultdict[str, dict[Measure, Decimal]] = defaultdict(dict)
    for row in read_table("project_measures.csv"):
        shares[row["project"]][measures[row["measure"]]] = Decimal(row["share"])
    for code, of_project in shares.items():
        set_measure_shares(by=None, now=now, project=projects[code], shares=of_project)


def _stated(row: dict[str, str]) -> dict[str, Any]:
    """Give the project's fields that the national list states as plain values."""
    part = "part" if row["fund"] == "ESR" else "fund_programme"  # the list prints both in one column
    return {
        "name": row["name"],
        "kind": row["kind"],
        "stage": Project.Stage.ENDED,
        "fund": row["fund"],
        "programme_period": PERIOD,
        part: row["programme_part"],
        "axis_number": row["priority_axis"],
        "activity_status": row["status"],
        "start": to_date(row["start"]),
        "end": to_date(row["end"]),
        "granted_eu_state": to_number(row["granted_eu_state"]),
        "realised_eu_state": to_number(row["realised_eu_state"]),
        "planned_public": to_number(row["planned_public"]),
        "realised_public": to_number(row["realised_public"]),
    }


def _authorities(names: set[str]) -> dict[str, Authority]:
    Authority.objects.bulk_create((Authority(name=name) for name in sorted(names)), ignore_conflicts=True)
    return Authority.objects.in_bulk(list(names), field_name="name")


def _place_projects(rows: list[dict[str, str]], projects: Mapping[str, Project], now: datetime) -> None:
    known = municipalities_with_codes(code for row in rows for code in row["municipalities"].split())
    for row in rows:
        places = [known[code] for code in row["municipalities"].split()]
        set_municipalities(by=None, now=now, project=projects[row["code"]], municipalities=places)

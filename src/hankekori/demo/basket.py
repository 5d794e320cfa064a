"""The demo's basket: 25 public projects of the Heinola area and the measures they carry out."""

from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Measure
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project, ProjectMeasure, ProjectMunicipality
from hankekori.areas.regions.models import Authority, Municipality
from hankekori.demo.data_files import read_table, to_date, to_number

PERIOD = "2007-2013"


def create_projects(programme: Programme, organisations: dict[str, Organisation]) -> dict[str, Project]:
    """Create the projects as the national list states them; they come back by code."""
    rows = read_table("projects.csv")
    names = {row["authority"] for row in rows}
    Authority.objects.bulk_create((Authority(name=name) for name in sorted(names)), ignore_conflicts=True)
    authorities = Authority.objects.in_bulk(list(names), field_name="name")
    axes = {(row["fund"], row["number"]): row["name"] for row in read_table("priority_axes.csv")}
    created = Project.objects.bulk_create(
        _project(programme, row, axes[row["fund"], row["priority_axis"]], authorities, organisations) for row in rows
    )
    projects = {row["code"]: project for row, project in zip(rows, created, strict=True)}
    _place_projects(rows, projects)
    return projects


def create_shares(projects: dict[str, Project], measures: dict[str, Measure]) -> None:
    """Tell which measures each project carries out; a project's shares add to 1."""
    ProjectMeasure.objects.bulk_create(
        ProjectMeasure(
            programme_id=projects[row["project"]].programme_id,
            project=projects[row["project"]],
            measure=measures[row["measure"]],
            share=row["share"],
        )
        for row in read_table("project_measures.csv")
    )


def _project(
    programme: Programme,
    row: dict[str, str],
    axis_name: str,
    authorities: dict[str, Authority],
    organisations: dict[str, Organisation],
) -> Project:
    part = "part" if row["fund"] == "ESR" else "fund_programme"  # the list prints both in one column
    return Project(
        programme=programme,
        code=row["code"],
        name=row["name"],
        kind=row["kind"],
        basket_state=row["basket_state"],
        basket_decided_on=to_date(row["basket_decided_on"]),
        stage=Project.Stage.ENDED,
        fund=row["fund"],
        programme_period=PERIOD,
        axis_number=row["priority_axis"],
        axis_name=axis_name,
        activity_status=row["status"],
        authority=authorities[row["authority"]],
        implementer=organisations[row["implementer"]],
        start=to_date(row["start"]),
        end=to_date(row["end"]),
        granted_eu_state=to_number(row["granted_eu_state"]),
        realised_eu_state=to_number(row["realised_eu_state"]),
        planned_public=to_number(row["planned_public"]),
        realised_public=to_number(row["realised_public"]),
        **{part: row["programme_part"]},
    )


def _place_projects(rows: list[dict[str, str]], projects: dict[str, Project]) -> None:
    municipalities = Municipality.objects.in_bulk(field_name="code")
    ProjectMunicipality.objects.bulk_create(
        ProjectMunicipality(
            programme_id=projects[row["code"]].programme_id,
            project=projects[row["code"]],
            municipality=municipalities[code],
        )
        for row in rows
        for code in row["municipalities"].split()
    )

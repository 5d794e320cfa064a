"""How the demo's proposals were assessed and what partners say of them, all invented."""

from collections.abc import Mapping
from datetime import date, datetime

from hankekori.areas.intake.actions import add_partner_note, save_assessment, take_offered_criteria
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.demo.data_files import read_table


def create_intake(
    programme: Programme, projects: Mapping[str, Project], organisations: Mapping[str, Organisation], *, now: datetime
) -> None:
    """Take the offered criteria and assess by them; the files name a criterion by its place."""
    criteria = take_offered_criteria(by=None, now=now, programme=programme)
    for row in read_table("assessments.csv"):
        save_assessment(
            by=None,
            now=now,
            project=projects[row["project"]],
            criterion=criteria[int(row["criterion"]) - 1],
            score=int(row["score"]),
            text=row["text"],
        )
    for row in read_table("partner_notes.csv"):
        add_partner_note(
            by=None,
            now=now,
            project=projects[row["project"]],
            organisation=organisations[row["organisation"]],
            dated=date.fromisoformat(row["dated"]),
            text=row["text"],
        )

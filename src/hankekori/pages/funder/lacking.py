"""What a report to the funder lacks, with where the visitor can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.projects.models import Project
from hankekori.pages.basket.columns import project_key
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door
from hankekori.reports.funder import FunderReport, Lacking, Place


@dataclass(frozen=True, slots=True)
class ToMend:
    """One thing that is lacking; text, url and note are what components/todo.html shows."""

    text: str
    url: str  # empty: the visitor cannot mend it
    note: str  # the section it is lacking in


def to_mend(report: FunderReport, door: Door, project: Project) -> tuple[list[ToMend], list[ToMend]]:
    """List what is mended in the product, and what is written into the file only."""
    found = [
        (each.place, ToMend(said(each.what), _address(each, door, project), said(section.heading)))
        for section in report.sections
        for each in section.lacking
    ]
    return [line for place, line in found if place], [line for place, line in found if not place]


def _address(lacking: Lacking, door: Door, project: Project) -> str:
    if lacking.place is None:
        return ""
    if lacking.place is Place.REPORT:
        return door.url("project-report", report=lacking.report)
    name, permissions, is_of_project = _PAGES[lacking.place]
    if not any(map(door.may, permissions)):
        return ""
    return door.url(name, code=project_key(project)) if is_of_project else door.url(name)


type _Page = tuple[str, Iterable[Permission], bool]  # the name of the address, who gets in, is it the project's own

_PAGES: dict[Place, _Page] = {
    Place.BASICS: ("project-edit", [Permission.EDIT_BASKET], True),
    Place.OWN_PLANS: ("project-own-plans", [Permission.EDIT_BASKET], True),
    Place.FUNDING: ("project-edit", [Permission.EDIT_BASKET], True),
    Place.CLAIMS: ("project-claims", [Permission.READ_FIGURES], True),
    Place.STEERING: ("meetings", [Permission.READ_MEETINGS], False),
    Place.ROUNDS: ("rounds", [Permission.READ_FIGURES, Permission.REPORT_RESULTS], False),
}

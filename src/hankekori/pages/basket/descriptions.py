"""A project's official description: as it was read, and as the programme's own data would write it today."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from hankekori.areas.projects.models import Description as KeptDescription
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import ProjectPage
from hankekori.core.description.fields import Change, compare
from hankekori.core.description.json_values import from_json_value
from hankekori.core.description.model import (
    Area,
    Classification,
    Contact,
    Description,
    Figures,
    Implementer,
    PlannedAndActual,
    PriorityAxis,
    PublicFunding,
    Results,
    SpecificObjective,
    TargetGroups,
)
from hankekori.core.description.model import Project as DescribedProject
from hankekori.core.description.reader import NotADescriptionError, read_description
from hankekori.exchange.description_sources import UnreadableSourceError, text_of
from hankekori.exchange.project_fields import ACTUAL, PLANNED, RESULTS, ResultFigures
from hankekori.exchange.results import stored_results
from hankekori.pages.basket.personal_data import without_personal


@dataclass(frozen=True, slots=True)
class CurrentDescription:
    """What would be written today, and in which fields that differs from the document that was read."""

    description: Description
    changed: tuple[Change, ...]
    document: bytes = b""  # of the text file that was read, when nothing in it has changed since


def as_read(kept: KeptDescription, *, with_personal: bool) -> Description:
    """Give what was understood of a document when it was read."""
    description = from_json_value(kept.record)
    return description if with_personal else without_personal(description)


def current_description(page: ProjectPage, *, with_personal: bool) -> CurrentDescription:
    """Write the project as a description: the document read last, with what the programme has changed since."""
    kept = page.description
    source = _with_layout(kept) if kept else _bare(page.project)
    current = _with_project(source, page.project)
    changed = tuple(compare(source, current)) if kept else ()
    if not with_personal:
        return CurrentDescription(without_personal(current), changed)
    unchanged = kept is not None and not changed and _is_text(bytes(kept.document), kept.file_name)
    return CurrentDescription(current, changed, bytes(kept.document) if kept and unchanged else b"")


def changed_since_reading(page: ProjectPage) -> tuple[Change, ...]:
    """List the fields that the programme has changed since the latest document was read."""
    if page.description is None:
        return ()
    source = from_json_value(page.description.record)
    return tuple(compare(source, _with_project(source, page.project)))


def _with_layout(kept: KeptDescription) -> Description:
    """Read the document again, for the way it was printed; what cannot be read any more is made of the record."""
    try:
        return read_description(text_of(bytes(kept.document), kept.file_name))
    except (UnreadableSourceError, NotADescriptionError):
        return from_json_value(kept.record)


def _is_text(document: bytes, file_name: str) -> bool:
    start = document[:1024].lstrip().lower()
    is_page = file_name.lower().endswith((".html", ".htm", ".xhtml")) or start.startswith((b"<", b"\xef\xbb\xbf<"))
    return not is_page and not start.startswith(b"%pdf-")


def _bare(project: Project) -> Description:
    """Begin a description of a project whose document nobody has read."""
    kind: Literal["project-2007", "project-2014"] = (
        "project-2014" if project.programme_period > "2013" else "project-2007"
    )
    fund = _FUNDS.get(project.fund)
    results = stored_results(project.programme, [project.pk]).get(project.pk, {})
    return Description(kind=kind, fund=fund, project=DescribedProject(code=project.code), results=_results(results))


def _results(stored: dict[str, ResultFigures]) -> Results:
    def pair(result: str) -> PlannedAndActual | None:
        planned, actual = stored.get(f"{PLANNED}:{result}"), stored.get(f"{ACTUAL}:{result}")
        if planned is None and actual is None:
            return None
        return PlannedAndActual(_figures(planned), _figures(actual))

    return Results(**{result: pair(result) for result in RESULTS})


def _figures(stored: ResultFigures | None) -> Figures | None:
    return Figures(stored.total, stored.women) if stored else None


def _with_project(source: Description, project: Project) -> Description:
    return replace(
        source,
        project=_project(source.project, project),
        implementer=_implementer(source.implementer, project),
        area=_area(source.area, project),
        target_groups=_filled(source.target_groups, project, _TARGET_GROUPS),
        funding=_filled(source.funding, project, _SUMS, convert=_whole),
        classification=_filled(source.classification, project, _CLASSIFICATION),
        **_differing(source, project, _TEXTS),
    )


def _project(source: DescribedProject, project: Project) -> DescribedProject:
    filled = _filled(source, project, _PROJECT)
    authority = project.authority.name if project.authority else None
    if authority and not _same(source.authority, authority):
        filled = replace(filled, authority=authority)
    axis = PriorityAxis(_number(project.axis_number), project.axis_name)
    if project.axis_number and source.priority_axis is None:
        filled = replace(filled, priority_axis=axis)
    objective = SpecificObjective(project.objective_number or None, project.objective_name)
    if project.objective_name and source.specific_objective is None:
        filled = replace(filled, specific_objective=objective)
    return filled


def _implementer(source: Implementer, project: Project) -> Implementer:
    """Take another implementer with its own data; the same one's type and ID stay as the page has them."""
    filled = replace(
        _filled(source, project, {"project_website": "website"}), contact=_filled(source.contact, project, _CONTACT)
    )
    organisation = project.implementer
    if organisation is None or _same(source.name, organisation.name):
        return filled
    return replace(
        filled, name=organisation.name, business_id=organisation.business_id or None, type=organisation.kind or None
    )


def _area(source: Area, project: Project) -> Area:
    names = {
        "regions": tuple(project.regions),
        "subregions": tuple(project.subregions),
        "municipalities": tuple(project.municipality_names),
    }
    differing: dict[str, Any] = {
        name: value for name, value in names.items() if value and value != getattr(source, name)
    }
    if project.nationwide and not source.nationwide:
        differing["nationwide"] = True
    return replace(source, **differing)


def _filled[Part: (DescribedProject, Implementer, Contact, TargetGroups, PublicFunding, Classification)](
    source: Part, project: Project, names: dict[str, str], convert: Callable[[Any], Any] = lambda value: value
) -> Part:
    return replace(source, **_differing(source, project, names, convert))


def _differing(
    source: object, project: Project, names: dict[str, str], convert: Callable[[Any], Any] = lambda value: value
) -> dict[str, Any]:
    """Give the parts of the source in which the project says something else; field of the part -> of the project."""
    wanted = {part: convert(getattr(project, own)) for part, own in names.items()}
    return {part: value for part, value in wanted.items() if not _same(getattr(source, part), value)}


def _same(described: Any, own: Any) -> bool:  # noqa: ANN401 - any field's value
    """Nothing and an empty text are the same; a text that was cut to fit its field has not changed."""
    if described == own or (described in _EMPTY and own in _EMPTY):
        return True
    both = isinstance(described, str) and isinstance(own, str) and own
    return bool(both) and len(own) >= _SHORTEST_CUT and described.startswith(own)


def _whole(euros: Any) -> int | None:  # noqa: ANN401 - a decimal of the model
    return None if euros is None else int(euros)


def _number(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() else None


_EMPTY = (None, "")
_SHORTEST_CUT = 20  # characters of the shortest text field of a project
_FUNDS: dict[str, Literal["ESR", "EAKR"]] = {"ESR": "ESR", "EAKR": "EAKR"}
_PROJECT = {
    "name": "name",
    "part": "part",
    "programme": "fund_programme",
    "type": "project_type",
    "start": "start",
    "end": "end",
    "status": "activity_status",
}
_CONTACT = {"name": "contact_name", "title": "contact_title", "email": "contact_email", "phone": "contact_phone"}
_TARGET_GROUPS = {"direct": "target_group_direct", "indirect": "target_group_indirect"}
_SUMS = {name: name for name in ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public")}
_CLASSIFICATION = {name: name for name in ("equality", "sustainable_development", "partnership", "innovativeness")}
_TEXTS = {name: name for name in ("summary", "communication_plan", "dissemination_plan", "final_report_summary")}

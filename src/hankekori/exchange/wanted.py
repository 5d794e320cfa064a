"""What a file says about a project, by field: from a national list, a spreadsheet row or an official description."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from hankekori.areas.projects.records import NewDescription
from hankekori.core.cells import SheetRow
from hankekori.core.description.checks import repaired_names
from hankekori.core.description.json_values import to_json_value
from hankekori.core.description.model import Description, PlannedAndActual
from hankekori.core.person_names import may_name_person
from hankekori.core.project_list import ListRow
from hankekori.core.texts import Translated
from hankekori.exchange.project_fields import ACTUAL, PLANNED, RESULTS, ResultFigures

# Which word of the source means which stage of ours; other words leave the stage as it is.
_STAGES = {
    "Toiminta päättynyt": "ended",
    "Päättynyt": "ended",
    "Ended": "ended",
    "Keskeytynyt": "interrupted",
    "Toiminta keskeytynyt": "interrupted",
    "Toiminnassa": "running",
    "Käynnissä": "running",
}


@dataclass(frozen=True, slots=True)
class WantedProject:
    """A project as one place of one file states it; a field the file does not state is absent."""

    file: str
    line: int | None  # of a list or sheet
    values: Mapping[str, Any]
    description: NewDescription | None = None
    remarks: tuple[Translated, ...] = ()
    understood: Description | None = field(default=None, compare=False)  # for the preview of one document

    @property
    def code(self) -> str | None:
        return self.values.get("code")

    @property
    def name(self) -> str:
        return self.values.get("name") or self.code or ""


def wanted_from_list(row: ListRow, *, period: str, file: str) -> WantedProject:
    """Take a row of a national list; its one column of programme or part is the fund's programme in the ERDF."""
    values: dict[str, Any] = {
        "code": row.code,
        "name": row.name,
        "fund": row.fund,
        "programme_period": period,
        "axis_number": str(row.axis),
        "authority": row.authority,
        "activity_status": row.status,
        "start": row.start,
        "end": row.end,
        "implementer": row.implementer,
        "implementer_may_be_person": row.implementer_may_be_person,
        "granted_eu_state": row.granted_eu_state,
        "realised_eu_state": row.realised_eu_state,
        "planned_public": row.planned_public,
        "realised_public": row.realised_public,
    }
    if row.part:
        values["part" if row.fund == "ESR" else "fund_programme"] = row.part
    return WantedProject(file, row.line, values | _stage(row.status))


def wanted_from_sheet(row: SheetRow, *, file: str, municipality_codes: Mapping[str, str]) -> WantedProject:
    """Take a row of a spreadsheet."""
    values: dict[str, Any] = dict(row.values)
    if names := values.get("municipality_names"):
        codes, unknown = _codes_of(names, municipality_codes)
        values["municipalities"] = codes
        remarks = tuple(_UNKNOWN_PLACE.filled(name=name) for name in unknown)
    else:
        remarks = ()
    if name := values.get("implementer"):
        values["implementer_may_be_person"] = may_name_person(name)
    return WantedProject(file, row.row, values | _stage(values.get("activity_status", "")), remarks=remarks)


def wanted_from_description(
    description: Description, *, file: str, document: bytes, municipality_codes: Mapping[str, str]
) -> WantedProject:
    """Take an official description; labels that are absent or empty on the page say nothing."""
    values = {name: value for name, value in _stated(description).items() if value not in (None, "", ())}
    codes, unknown = _codes_of(repaired_names(description.area.municipalities), municipality_codes)
    if codes:
        values["municipalities"] = codes
    kept = NewDescription(file, document, hashlib.sha256(document).hexdigest(), to_json_value(description))
    remarks = (
        *(remark.message for remark in description.remarks),
        *(_UNKNOWN_PLACE.filled(name=name) for name in unknown),
    )
    return WantedProject(file, None, values | _stage(values.get("activity_status", "")), kept, remarks, description)


def _stated(description: Description) -> dict[str, Any]:
    project, area = description.project, description.area
    axis, objective = project.priority_axis, project.specific_objective
    return {
        "code": project.code,
        "name": project.name,
        "fund": description.fund,
        "programme_period": "2014-2020" if description.kind == "project-2014" else "2007-2013",
        "part": project.part,
        "fund_programme": project.programme,
        "axis_number": str(axis.number) if axis and axis.number is not None else None,
        "axis_name": axis.name if axis else None,
        "objective_number": objective.number if objective else None,
        "objective_name": objective.name if objective else None,
        "project_type": project.type,
        "start": project.start,
        "end": project.end,
        "activity_status": project.status,
        "authority": project.authority,
        "nationwide": area.nationwide or None,
        "regions": area.regions,
        "subregions": area.subregions,
        "municipality_names": area.municipalities,
        **_stated_of_implementer(description),
        **_stated_in_words(description),
        **_stated_in_figures(description),
    }


def _stated_of_implementer(description: Description) -> dict[str, Any]:
    implementer, contact = description.implementer, description.implementer.contact
    return {
        "implementer": implementer.name,
        "implementer_may_be_person": bool(implementer.name and may_name_person(implementer.name)),
        "business_id": implementer.business_id,
        "organisation_kind": implementer.type,
        "website": implementer.project_website,
        "contact_name": contact.name,
        "contact_title": contact.title,
        "contact_email": contact.email,
        "contact_phone": contact.phone,
    }


def _stated_in_words(description: Description) -> dict[str, Any]:
    classification = description.classification
    return {
        "target_group_direct": description.target_groups.direct,
        "target_group_indirect": description.target_groups.indirect,
        "summary": description.summary,
        "communication_plan": description.communication_plan,
        "dissemination_plan": description.dissemination_plan,
        "final_report_summary": description.final_report_summary,
        "equality": classification.equality,
        "sustainable_development": classification.sustainable_development,
        "partnership": classification.partnership,
        "innovativeness": classification.innovativeness,
    }


def _stated_in_figures(description: Description) -> dict[str, Any]:
    funding = description.funding
    figures: dict[str, Any] = {
        "granted_eu_state": funding.granted_eu_state,
        "realised_eu_state": funding.realised_eu_state,
        "planned_public": funding.planned_public,
        "realised_public": funding.realised_public,
    }
    for result in RESULTS:
        pair: PlannedAndActual | None = getattr(description.results, result)
        for part, figure in ((PLANNED, pair and pair.planned), (ACTUAL, pair and pair.actual)):
            if figure and figure.total is not None:
                figures[f"{part}:{result}"] = ResultFigures(figure.total, figure.women)
    return figures


def _stage(status: str) -> dict[str, str]:
    return {"stage": _STAGES[status]} if status in _STAGES else {}


def _codes_of(names: Iterable[str], codes: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find the codes of municipalities named in Finnish or Swedish; the names that are nobody's come back too."""
    found, unknown = set(), []
    for name in names:
        if code := codes.get(name.casefold()):
            found.add(code)
        else:
            unknown.append(name)
    return tuple(sorted(found)), tuple(unknown)


_UNKNOWN_PLACE = Translated(
    fi="Kuntaa ”{name}” ei tunneta, joten sitä ei liitetä kartalle. Nimi säilyy hankkeen tiedoissa.",
    sv="Kommunen ”{name}” är okänd och kopplas inte till kartan. Namnet finns kvar i projektets uppgifter.",
    en="The municipality “{name}” is not known, so it is not put on the map. The name stays with the project.",
)

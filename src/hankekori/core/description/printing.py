"""The values of a record in the spelling of the official pages, by field path."""

from collections.abc import Iterator

from hankekori.core.description.model import Description, PlannedAndActual, SpecificObjective
from hankekori.core.description.values import (
    print_axis,
    print_co_implementer,
    print_duration,
    print_email,
    print_figures,
    print_money,
    print_objective,
)
from hankekori.core.description.vocabulary import NATIONWIDE, RESULT_KEYS, WOMEN_WORDS, WOMEN_WORDS_OTHERWISE


def printed_values(description: Description) -> dict[str, str]:
    """Give what each field prints; fields that print nothing are left out, empty ones are empty."""
    return {field: value for field, value in _all_values(description) if value is not None}


def heading_dot(description: Description, number: str) -> str:
    """Give the dot after a heading's number: sections of 2007 have it, subsections of ERDF's own fields too."""
    if description.kind == "project-2014":
        return ""
    own_field_of_erdf = description.fund == "EAKR" and number in {"3.4", "3.5"}
    return "." if "." not in number or own_field_of_erdf else ""


def _all_values(description: Description) -> Iterator[tuple[str, str | None]]:
    yield from _project(description)
    yield from _implementer(description)
    yield from _area(description)
    yield "target_groups.direct", description.target_groups.direct
    yield "target_groups.indirect", description.target_groups.indirect
    for key in RESULT_KEYS:
        yield from _result(key, getattr(description.results, key))
    yield "summary", description.summary
    yield "communication_plan", description.communication_plan
    yield "dissemination_plan", description.dissemination_plan
    yield from _funding_and_classification(description)
    yield "final_report_summary", description.final_report_summary
    yield from _other_sections(description)


def _project(description: Description) -> Iterator[tuple[str, str | None]]:
    project, separator = description.project, "." if description.kind == "project-2014" else ":"
    yield "project.code", project.code
    yield "project.name", project.name
    yield "project.part", project.part
    yield "project.programme", project.programme
    yield "project.priority_axis", print_axis(project.priority_axis, separator) if project.priority_axis else None
    yield "project.specific_objective", _objective(project.specific_objective)
    yield "project.type", project.type
    duration = print_duration(project.start, project.end, language=description.language)
    yield "project.duration", duration or None
    yield "project.status", project.status
    yield "project.authority", project.authority


def _objective(objective: SpecificObjective | None) -> str | None:
    return print_objective(objective, ".") if objective else None


def _implementer(description: Description) -> Iterator[tuple[str, str | None]]:
    implementer, contact = description.implementer, description.implementer.contact
    yield "implementer.name", implementer.name
    yield "implementer.type", implementer.type
    yield "implementer.business_id", implementer.business_id
    yield "implementer.address", implementer.address
    yield "implementer.phone", implementer.phone
    yield "implementer.postal_code", implementer.postal_code
    yield "implementer.city", implementer.city
    yield "implementer.website", implementer.website
    yield "implementer.project_website", implementer.project_website
    yield "implementer.contact.name", contact.name
    yield "implementer.contact.title", contact.title
    yield "implementer.contact.email", None if contact.email is None else print_email(contact.email)
    yield "implementer.contact.phone", contact.phone
    yield "implementer.applicant_count", implementer.applicant_count
    yield "implementer.co_implementers", "\n".join(map(print_co_implementer, implementer.co_implementers)) or None


def _area(description: Description) -> Iterator[tuple[str, str | None]]:
    area = description.area
    yield "area.nationwide", NATIONWIDE if area.nationwide else None
    yield "area.regions", ", ".join(area.regions) or None
    yield "area.subregions", ", ".join(area.subregions) or None
    yield "area.municipalities", ", ".join(area.municipalities) or None
    yield "area.description", area.description


def _result(key: str, result: PlannedAndActual | None) -> Iterator[tuple[str, str | None]]:
    if result is None:
        return
    words = WOMEN_WORDS.get(key, WOMEN_WORDS_OTHERWISE)
    if result == PlannedAndActual():
        yield f"results.{key}", ""  # a heading with nothing under it
    yield f"results.{key}.planned", print_figures(result.planned, words) if result.planned else None
    yield f"results.{key}.actual", print_figures(result.actual, words) if result.actual else None


def _funding_and_classification(description: Description) -> Iterator[tuple[str, str | None]]:
    funding, classes = description.funding, description.classification
    for name in ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public"):
        amount: int | None = getattr(funding, name)
        yield f"funding.{name}", None if amount is None else print_money(amount)
    yield "classification.equality", classes.equality
    yield "classification.sustainable_development", classes.sustainable_development
    yield "classification.partnership", classes.partnership
    yield "classification.innovativeness", classes.innovativeness


def _other_sections(description: Description) -> Iterator[tuple[str, str | None]]:
    for place, section in enumerate(description.other_sections):
        dot = heading_dot(description, section.number)
        yield f"other_sections.{place}.heading", f"{section.number}{dot} {section.title}"
        yield f"other_sections.{place}", "\n\n".join(section.paragraphs) or None

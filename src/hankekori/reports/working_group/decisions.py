"""Decisions asked of the working group: what follows from the state, and what the coordinator adds."""

from collections.abc import Iterator
from dataclasses import dataclass

from hankekori.areas.monitoring.state import MeasureState, ProjectRecord
from hankekori.areas.projects.models import Project
from hankekori.core.money import format_euros
from hankekori.core.status import Light
from hankekori.reports.document import Block, Cell, Column, Row, Table, Text
from hankekori.reports.working_group import headings, keys, sentences
from hankekori.reports.working_group.basket import implementer_of, named
from hankekori.reports.working_group.blocks import column, heading
from hankekori.reports.working_group.cells import reason_of
from hankekori.reports.working_group.material import Material


@dataclass(frozen=True, slots=True)
class Asked:
    """One matter for decision."""

    key: str
    matter: str
    grounds: str
    proposal: str
    link: str = ""


def decisions_asked(material: Material) -> list[Asked]:
    """List the matters: projects proposed, measures at risk, measures nobody carries, the coordinator's own."""
    records = material.state.projects_by_id.values()
    return [
        *(_on_project(material, record) for record in records if record.basket_state == Project.BasketState.PROPOSED),
        *(_on_risk(material, measure) for measure in material.state.measures if measure.light is Light.AT_RISK),
        *(_on_responsible(material, measure) for measure in material.state.measures if measure.responsible is None),
        *(
            Asked(f"asked-{place}", material.say(sentences.ASKED_BY_COORDINATOR), "", text)
            for place, text in enumerate(material.decisions_asked, 1)
        ),
    ]


def decisions(material: Material, asked: list[Asked]) -> Iterator[Block]:
    """Write the matters as a numbered table."""
    yield heading(material, headings.DECISIONS, "decisions-chapter")
    if not asked:
        yield Text(material.say(sentences.NO_DECISIONS))
        return
    columns = (
        Column("number", material.say(headings.NUMBER), "number"),
        column(material, "matter", headings.MATTER),
        column(material, "grounds", headings.GROUNDS),
        column(material, "proposal", headings.PROPOSAL),
    )
    rows = [
        Row((Cell(place), Cell(one.matter, link=one.link), Cell(one.grounds), Cell(one.proposal)), anchor=one.key)
        for place, one in enumerate(asked, 1)
    ]
    yield Table("decisions", material.say(headings.DECISIONS_TABLE), columns, tuple(rows))


def _on_project(material: Material, record: ProjectRecord) -> Asked:
    planned = record.funding.planned_public
    numbers = {measure.id: measure.number for measure in material.state.measures}
    carried = ", ".join(numbers[link.measure] for link in record.measures if link.measure in numbers)
    unknown = material.say(sentences.NOT_STATED)
    grounds = material.say(
        sentences.DECIDE_ON_PROJECT_GROUNDS,
        project=f"{record.code or ''} {named(material, record)}".strip(),
        implementer=implementer_of(material, record) or unknown,
        money=unknown if planned is None else f"{format_euros(planned, material.language)} €",
        measures=carried or unknown,
    )
    return Asked(
        key=keys.project("decision", record),
        matter=material.say(sentences.DECIDE_ON_PROJECT),
        grounds=grounds,
        proposal=material.say(sentences.DECIDE_ON_PROJECT_PROPOSAL),
        link=f"#{keys.project('other', record)}",
    )


def _on_risk(material: Material, measure: MeasureState) -> Asked:
    reason = material.say(reason_of(measure, material.small))
    return Asked(
        key=f"decision-risk-{keys.measure(measure.number)}",
        matter=material.say(sentences.DECIDE_ON_RISK),
        grounds=f"{measure.number} {material.say(measure.name)}. {reason}",
        proposal=material.say(sentences.DECIDE_ON_RISK_PROPOSAL),
        link=f"#{keys.measure(measure.number)}",
    )


def _on_responsible(material: Material, measure: MeasureState) -> Asked:
    name = f"{measure.number} {material.say(measure.name)}"
    return Asked(
        key=f"decision-responsible-{keys.measure(measure.number)}",
        matter=material.say(sentences.DECIDE_ON_RESPONSIBLE),
        grounds=material.say(sentences.DECIDE_ON_RESPONSIBLE_GROUNDS, measure=name),
        proposal=material.say(sentences.DECIDE_ON_RESPONSIBLE_PROPOSAL),
        link=f"#{keys.measure(measure.number)}",
    )

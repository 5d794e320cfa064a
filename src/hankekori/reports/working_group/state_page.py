"""The first page: how the plan stands, red first, and the headline figures."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate

from hankekori.areas.monitoring.state import IndicatorState, MeasureState
from hankekori.charts.lights import LOOKS
from hankekori.core.indicators import Combination
from hankekori.core.money import format_date, format_euros, format_number, format_percent
from hankekori.core.status import Light
from hankekori.reports.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    KeyFigure,
    KeyFigures,
    PageBreak,
    Row,
    Table,
    Text,
)
from hankekori.reports.working_group import headings, sentences
from hankekori.reports.working_group.blocks import column, heading, monitored
from hankekori.reports.working_group.cells import actual_cell, number_cell, reason_of, women_cell, written
from hankekori.reports.working_group.keys import measure as measure_key
from hankekori.reports.working_group.keys import objective as objective_key
from hankekori.reports.working_group.material import Material

URGENCY = (
    Light.AT_RISK,
    Light.LATE,
    Light.MISSING,
    Light.NOT_MEASURED,
    Light.ON_COURSE,
    Light.NOT_APPLICABLE,
)
NEEDS_ATTENTION = (Light.AT_RISK, Light.LATE)
ROWS_ON_PAGE = 6  # measures at most
LEAST_ROWS = 3  # measures shown however long the texts are
LINES_ON_PAGE = 26  # of the two tables together, beside the rest
_NAME, _REASON = 30, 44  # characters on a line of the columns, by the narrowest writer


def state_page(material: Material, *, decisions: int) -> Iterator[Block]:
    """Write the page of state; it ends with a page break."""
    yield heading(material, headings.STATE, "state", day=format_date(material.as_of, material.language))
    if not material.state.objectives:
        yield Text(material.say(sentences.NO_PLAN), "warning")
    else:
        yield Text(_whole_plan(material))
    yield Text(" ".join(_pointers(material, decisions)))
    yield KeyFigures((*_headline_figures(material), _funding_figure(material)))
    if material.state.objectives:
        objectives = _objectives(material)
        yield from _attention(material, LINES_ON_PAGE - sum(map(_lines_of, objectives.rows)))
        yield objectives
    yield PageBreak()


def needing_attention(material: Material) -> list[MeasureState]:
    """List the measures at risk, then those late, each in the plan's order."""
    listed = [measure for measure in material.state.measures if measure.light in NEEDS_ATTENTION]
    return sorted(listed, key=lambda measure: URGENCY.index(measure.light))


def _whole_plan(material: Material) -> str:
    status = material.state.status
    light = LOOKS[status.light].word.in_language(material.language).lower()
    return material.say(sentences.WHOLE_PLAN, light=light, reason=material.say(status.reason))


def _headline_figures(material: Material) -> Iterator[KeyFigure]:
    for line in material.state.headlines:
        kind: ColumnKind = "percent" if line.indicator.combination is Combination.SHARE else "number"
        yield KeyFigure(
            label=material.say(line.indicator.name),
            cell=actual_cell(line, material.small, material.language),
            kind=kind,
            unit="" if kind == "percent" else material.say(line.indicator.unit),
            detail=_detail(material, line),
            decimals=line.indicator.decimals,
        )


def _detail(material: Material, line: IndicatorState) -> str:
    said = []
    if line.figure.planned_total is not None and line.figure.expected is not None:
        expected, planned = (
            format_number(value, material.language, decimals=line.indicator.decimals)
            for value in (line.figure.expected, line.figure.planned_total)
        )
        said.append(material.say(sentences.KEY_FIGURE_DETAIL, expected=expected, planned=planned))
    if women := written(
        women_cell(line, material.small, material.language), line.indicator.decimals, material.language
    ):
        said.append(material.say(sentences.KEY_FIGURE_WOMEN, women=women))
    return " · ".join(said)


def _funding_figure(material: Material) -> KeyFigure:
    funding = material.state.basket_funding
    planned, used = funding.planned_public.total, funding.used_public
    detail = ""
    if planned is not None and used is not None:
        detail = material.say(
            sentences.KEY_FIGURE_FUNDING,
            share=format_percent(used, material.language),
            planned=format_euros(planned, material.language),
        )
    return KeyFigure(
        material.say(headings.PUBLIC_FUNDING_USED), number_cell(funding.realised_public.total), "money", "€", detail
    )


def _attention(material: Material, lines: int) -> Iterator[Block]:
    """Write as many measures as fit on so many lines, the most urgent first, and how many are left."""
    listed = needing_attention(material)
    if not listed:
        yield Text(material.say(sentences.ALL_ON_COURSE))
        return
    table = _attention_table(material, listed[:ROWS_ON_PAGE])
    ends = accumulate(map(_lines_of, table.rows))
    shown = sum(place < LEAST_ROWS or end <= lines for place, end in enumerate(ends))
    yield replace(table, rows=table.rows[:shown])
    if (left := len(listed) - shown) > 0:
        yield Text(material.say(sentences.MORE_MEASURES, n=left, chapter=material.say(headings.ADHERENCE)))


def _lines_of(row: Row) -> int:
    name, _, reason, *_ = (len(cell.value) if isinstance(cell.value, str) else 0 for cell in row.cells)
    return max(1, -(-name // _NAME), -(-reason // _REASON))


def _attention_table(material: Material, measures: list[MeasureState]) -> Table:
    columns = (
        column(material, "measure", headings.MEASURE),
        _light_column(material),
        column(material, "reason", headings.REASON),
        column(material, "responsible", headings.RESPONSIBLE),
    )
    rows = [
        Row(
            (
                Cell(f"{measure.number} {material.say(measure.name)}", link=f"#{measure_key(measure.number)}"),
                Cell(light=measure.light),
                Cell(material.say(reason_of(measure, material.small, at_most=1))),
                Cell(measure.responsible or material.say(sentences.NOBODY)),
            ),
            anchor=f"attention-{measure_key(measure.number)}",
        )
        for measure in measures
    ]
    return Table("attention", monitored(material, headings.ATTENTION_TABLE), columns, tuple(rows))


def _objectives(material: Material) -> Table:
    columns = (
        column(material, "objective", headings.OBJECTIVE),
        _light_column(material),
        column(material, "reason", headings.REASON),
    )
    listed = sorted(material.state.objectives, key=lambda objective: URGENCY.index(objective.light))
    rows = [
        Row(
            (
                Cell(f"{objective.number} {material.say(objective.name)}", link=f"#{objective_key(objective.number)}"),
                Cell(light=objective.light),
                Cell(material.say(objective.reason)),
            ),
            anchor=f"state-{objective_key(objective.number)}",
        )
        for objective in listed
    ]
    return Table("objectives", monitored(material, headings.OBJECTIVES_TABLE), columns, tuple(rows))


def _light_column(material: Material) -> Column:
    return Column("light", material.say(headings.LIGHT), "state")


def _pointers(material: Material, decisions: int) -> tuple[str, ...]:
    counts = (decisions, len(material.state.gaps))
    return tuple(material.say(text, n=n) for text, n in zip(sentences.POINTERS, counts, strict=True))

"""Keeping to the plan: every measure against its target, by objective."""

from collections.abc import Iterator

from hankekori.areas.monitoring.state import IndicatorState, MeasureState, ObjectiveState
from hankekori.charts.values import BulletBar, BulletBars
from hankekori.core.figures import ValueState
from hankekori.core.money import format_date
from hankekori.reports.document import Block, Cell, Column, Figure, Row, Table, Text
from hankekori.reports.working_group import headings, keys, sentences
from hankekori.reports.working_group.blocks import column, heading, monitored, number
from hankekori.reports.working_group.cells import (
    NOTHING,
    actual_cell,
    forecast_cell,
    number_cell,
    rounded,
    women_cell,
)
from hankekori.reports.working_group.material import Material

BARS_IN_PICTURE = 24  # more do not fit on one page


def adherence(material: Material) -> Iterator[Block]:
    """Write the chapter: an overview of all measures, then each objective's indicators."""
    yield heading(material, headings.ADHERENCE, "adherence")
    day = format_date(material.as_of, material.language)
    yield Text(f"{material.say(sentences.ADHERENCE_NOTE, day=day)}\n{material.say(sentences.FORECAST_NOTE)}")
    yield from _overview(material)
    for objective in material.state.objectives:
        yield from _objective(material, objective)


def _overview(material: Material) -> Iterator[Figure]:
    _, planned, expected, actual = keys.LEADING
    measures = list(material.state.measures)
    parts = [measures[start : start + BARS_IN_PICTURE] for start in range(0, len(measures), BARS_IN_PICTURE)]
    for place, part in enumerate(parts):
        suffix = f"-{place + 1}" if place else ""
        numbering = f", {material.say(headings.PART, part=place + 1, parts=len(parts))}" if len(parts) > 1 else ""
        bars = tuple(bar for measure in part if (bar := _bar(material, measure)) is not None)
        yield Figure(
            id=f"{keys.MEASURES_TABLE}-picture{suffix}",
            caption=monitored(material, headings.MEASURES_FIGURE) + numbering,
            alt=material.say(sentences.BULLETS_ALT, reason=material.say(material.state.status.reason)),
            chart=BulletBars(bars),
            table=_measures(material, part, suffix, numbering),
            series=(actual, expected),
            share_of=planned,
        )


def leading_indicator(measure: MeasureState) -> IndicatorState | None:
    """Choose the indicator that tells why the measure has its light: the first with a target that stands so."""
    planned = [line for line in measure.indicators if line.figure.planned_total]
    return next((line for line in planned if line.status.light is measure.light), planned[0] if planned else None)


def _bar(material: Material, measure: MeasureState) -> BulletBar | None:
    line = leading_indicator(measure)
    if line is None or line.figure.planned_total is None:
        return None
    hidden, decimals = material.small.hides_total(line), line.indicator.decimals
    actual, expected = line.figure.actual.value, line.figure.expected
    return BulletBar(
        label=f"{measure.number} {material.say(measure.name)}",
        actual=None if hidden or actual is None else rounded(actual, decimals),
        expected=None if expected is None else rounded(expected, decimals),
        target=rounded(line.figure.planned_total, decimals),
        unit=material.say(line.indicator.unit),
        light=measure.light,
    )


def _measures(material: Material, measures: list[MeasureState], suffix: str, numbering: str) -> Table:
    indicator, planned, expected, actual = keys.LEADING
    columns = (
        column(material, "measure", headings.MEASURE),
        Column(keys.LIGHT, material.say(headings.LIGHT), "state"),
        column(material, "responsible", headings.RESPONSIBLE),
        column(material, indicator, headings.INDICATOR),
        number(material, planned, headings.PLANNED),
        number(material, expected, headings.EXPECTED),
        number(material, actual, headings.ACTUAL),
    )
    rows = [_measure_row(material, measure) for measure in measures]
    caption = monitored(material, headings.MEASURES_TABLE) + numbering
    return Table(f"{keys.MEASURES_TABLE}{suffix}", caption, columns, tuple(rows))


def _measure_row(material: Material, measure: MeasureState) -> Row:
    line = leading_indicator(measure)
    figures = (NOTHING, NOTHING, NOTHING, NOTHING) if line is None else _leading_cells(material, line)
    return Row(
        (
            Cell(f"{measure.number} {material.say(measure.name)}", link=f"#detail-{keys.measure(measure.number)}"),
            Cell(light=measure.light),
            Cell(measure.responsible or material.say(sentences.NOBODY)),
            *figures,
        ),
        anchor=keys.measure(measure.number),
    )


def _leading_cells(material: Material, line: IndicatorState) -> tuple[Cell, Cell, Cell, Cell]:
    decimals = line.indicator.decimals
    return (
        Cell(_named(material, line)),
        number_cell(line.figure.planned_total, decimals=decimals),
        number_cell(line.figure.expected, decimals=decimals),
        actual_cell(line, material.small, material.language),
    )


def _objective(material: Material, objective: ObjectiveState) -> Iterator[Block]:
    name = f"{objective.number} {material.say(objective.name)}"
    yield heading(material, objective.name, keys.objective(objective.number), level=2)
    yield Text(material.say(objective.reason))
    columns = (
        column(material, "indicator", headings.INDICATOR_OF_MEASURE),
        number(material, "planned", headings.PLANNED),
        number(material, "expected", headings.EXPECTED),
        number(material, keys.ACTUAL, headings.ACTUAL),
        number(material, "women", headings.WOMEN),
        Column(keys.LIGHT, material.say(headings.LIGHT), "state"),
        column(material, "forecast", headings.FORECAST),
    )
    rows = [row for measure in objective.measures for row in _indicator_rows(material, measure)]
    caption = monitored(material, headings.ADHERENCE_TABLE, objective=name)
    yield Table(f"adherence-{keys.objective(objective.number)}", caption, columns, tuple(rows))


def _indicator_rows(material: Material, measure: MeasureState) -> Iterator[Row]:
    empty = Cell()
    name = Cell(f"{measure.number} {material.say(measure.name)}")
    anchor = f"detail-{keys.measure(measure.number)}"
    yield Row((name, empty, empty, empty, empty, Cell(light=measure.light), empty), "group", anchor)
    for line in measure.indicators:
        if line.figure.planned_total is None and line.figure.actual.state is ValueState.NOT_APPLICABLE:
            continue
        decimals = line.indicator.decimals
        yield Row(
            (
                Cell(_named(material, line)),
                number_cell(line.figure.planned_total, decimals=decimals),
                number_cell(line.figure.expected, decimals=decimals),
                actual_cell(line, material.small, material.language),
                women_cell(line, material.small, material.language),
                Cell(light=line.status.light),
                forecast_cell(line, material.small, material.language),
            ),
            anchor=f"{anchor}-{keys.result(line.indicator)}",
        )


def _named(material: Material, line: IndicatorState) -> str:
    return f"{material.say(line.indicator.name)}, {material.say(line.indicator.unit)}"

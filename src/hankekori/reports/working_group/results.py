"""Results of the whole programme with the women's share, and the people employed so far."""

import textwrap
from collections.abc import Iterator, Mapping
from decimal import Decimal

from hankekori.areas.monitoring.state import IndicatorRecord, IndicatorState, MeasureState
from hankekori.reports.document import Block, Cell, Column, Row, Table, Text
from hankekori.reports.working_group import headings, keys, sentences
from hankekori.reports.working_group.blocks import column, heading, monitored, number, percent
from hankekori.reports.working_group.cells import (
    LESS_THAN_SHOWN,
    NOTHING,
    actual_cell,
    number_cell,
    women_cell,
    women_share_cell,
)
from hankekori.reports.working_group.material import Material
from hankekori.reports.working_group.small_counts import is_own_count

_HEADING = 16  # characters on a line of an indicator's name above its column


def results(material: Material) -> Iterator[Block]:
    """Write every indicator of the programme."""
    yield heading(material, headings.RESULTS, "results-chapter")
    columns = (
        column(material, "indicator", headings.INDICATOR),
        number(material, "planned", headings.PLANNED),
        number(material, "planned_women", headings.PLANNED_WOMEN),
        number(material, keys.ACTUAL, headings.ACTUAL),
        number(material, "women", headings.WOMEN),
        percent(material, "women_share", headings.WOMEN_SHARE),
        number(material, "projects", headings.REPORTING_PROJECTS),
    )
    rows = [_result_row(material, line) for line in material.state.totals]
    note = material.say(sentences.RESULTS_NOTE)
    yield Table(keys.RESULTS_TABLE, monitored(material, headings.RESULTS_TABLE), columns, tuple(rows), note=note)


def employment(material: Material) -> Iterator[Block]:
    """Write the counts of people employed, by measure, with small counts protected."""
    yield heading(material, headings.EMPLOYMENT, "employment-chapter", level=2)
    indicators = [line.indicator for line in material.state.totals if is_own_count(line.indicator)]
    measures = [measure for measure in material.state.measures if _own_lines(measure.indicators)]
    if not indicators or not measures:
        yield Text(material.say(sentences.NO_EMPLOYMENT))
        return
    yield _employment_table(material, indicators, measures)


def _result_row(material: Material, line: IndicatorState) -> Row:
    decimals, figure = line.indicator.decimals, line.figure
    women_planned = number_cell(figure.planned_women, decimals=decimals) if line.indicator.counts_women else NOTHING
    return Row(
        (
            Cell(f"{material.say(line.indicator.name)}, {material.say(line.indicator.unit)}"),
            number_cell(figure.planned_total, decimals=decimals),
            women_planned,
            actual_cell(line, material.small, material.language),
            women_cell(line, material.small, material.language),
            women_share_cell(line, material.small),
            number_cell(Decimal(len(figure.reported))),
        ),
        anchor=keys.result(line.indicator),
    )


def _employment_table(material: Material, indicators: list[IndicatorRecord], measures: list[MeasureState]) -> Table:
    columns = [column(material, "measure", headings.MEASURE)]
    for indicator in indicators:
        columns += _columns_of(material, indicator)
    rows = [
        Row(
            (
                Cell(f"{measure.number} {material.say(measure.name)}"),
                *_cells_of(material, indicators, _own_lines(measure.indicators)),
            ),
            anchor=f"employment-{keys.measure(measure.number)}",
        )
        for measure in measures
    ]
    sums = _cells_of(material, indicators, _own_lines(material.state.totals))
    rows.append(Row((Cell(material.say(headings.SUM_OF_PROGRAMME)), *sums), "sum", "employment-sum"))
    small = material.say(
        sentences.SMALL_COUNTS_NOTE, small=LESS_THAN_SHOWN, withheld=f"”{material.say(sentences.WITHHELD)}”"
    )
    caption = monitored(material, headings.EMPLOYMENT_TABLE)
    return Table("employment", caption, tuple(columns), tuple(rows), note=small)


def _columns_of(material: Material, indicator: IndicatorRecord) -> tuple[Column, ...]:
    key, name = (
        f"{indicator.code}-{indicator.id}",
        textwrap.fill(material.say(indicator.name), _HEADING, break_long_words=False),
    )
    total = Column(key, name, "number")
    if not indicator.counts_women:
        return (total,)
    women = Column(f"{key}-women", material.say(headings.WOMEN), "number")
    if indicator.decimals:
        return (total, women)
    return (total, women, Column(f"{key}-share", material.say(headings.WOMEN_SHARE), "percent", "%", decimals=1))


def _cells_of(
    material: Material, indicators: list[IndicatorRecord], lines: Mapping[int, IndicatorState]
) -> Iterator[Cell]:
    for indicator in indicators:
        line = lines.get(indicator.id)
        wanted = len(_columns_of(material, indicator))
        cells = [NOTHING] * wanted if line is None else _cells(material, line)
        yield from cells[:wanted]


def _cells(material: Material, line: IndicatorState) -> list[Cell]:
    return [
        actual_cell(line, material.small, material.language),
        women_cell(line, material.small, material.language),
        women_share_cell(line, material.small),
    ]


def _own_lines(lines: tuple[IndicatorState, ...]) -> dict[int, IndicatorState]:
    return {line.indicator.id: line for line in lines if is_own_count(line.indicator)}

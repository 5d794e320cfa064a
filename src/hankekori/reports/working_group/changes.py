"""What changed since the previous report or meeting: states, results, corrections, the basket, and all new entries."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils import timezone

from hankekori.areas.monitoring.ledger_changes import LedgerChange
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.state import IndicatorRecord, IndicatorState, MeasureState, ProjectRecord
from hankekori.areas.projects.models import Project
from hankekori.core.figures import Figure, ValueState
from hankekori.core.money import format_date
from hankekori.core.status import Light
from hankekori.core.texts import Language, Translated
from hankekori.reports.document import Block, Cell, Column, Row, Table, Text
from hankekori.reports.working_group import headings, keys, sentences
from hankekori.reports.working_group.basket import named
from hankekori.reports.working_group.blocks import column, heading, monitored, number
from hankekori.reports.working_group.cells import NOTHING, actual_cell, hidden_cell, number_cell, reason_of
from hankekori.reports.working_group.earlier import Earlier
from hankekori.reports.working_group.material import Material
from hankekori.reports.working_group.small_counts import is_own_count, is_small

_STEPS: dict[str, Translated] = {
    Project.BasketState.IN_BASKET: sentences.ENTERED_BASKET,
    Project.BasketState.LEFT: sentences.LEFT_BASKET,
    Project.BasketState.PROPOSED: sentences.PROPOSED_TO_BASKET,
}


def changes(material: Material) -> Iterator[Block]:
    """Write the chapter; without anything earlier it says so."""
    yield heading(material, headings.CHANGES, "changes-chapter")
    if material.earlier is None:
        yield Text(material.say(sentences.NOTHING_TO_COMPARE))
        return
    yield Text(since(material, material.earlier))
    tables = [found for found in _tables(material, material.earlier) if found.rows]
    if not tables and not material.changes:
        yield Text(material.say(sentences.NOTHING_CHANGED))
        return
    yield Text(_entries_in_words(material))
    yield from tables


def entries(material: Material) -> Iterator[Block]:
    """Write the annex of all new entries; nothing where there are none."""
    if not material.changes:
        return
    yield heading(material, headings.ENTRIES, "entries-chapter")
    columns = (
        column(material, "project", headings.PROJECT),
        Column("period_end", material.say(headings.PERIOD), "date"),
        column(material, "indicator", headings.INDICATOR),
        number(material, "change", headings.CHANGE),
        number(material, "women", headings.WOMEN),
        Column("recorded", material.say(headings.RECORDED), "date"),
        column(material, "explanation", headings.EXPLANATION),
    )
    ordered = sorted(
        material.changes,
        key=lambda change: (_label(change), change.period_end, change.indicator.position, change.entry),
    )
    rows = [_entry_row(material, change) for change in ordered]
    yield Table("entries", monitored(material, headings.ENTRIES_TABLE), columns, tuple(rows))


def since(material: Material, earlier: Earlier) -> str:
    """Say what the report is compared with."""
    sentence = sentences.SINCE_REPORT if earlier.is_report else sentences.SINCE_MEETING
    as_of, known_on = (format_date(day, material.language) for day in (earlier.as_of, earlier.known_on))
    return material.say(sentence, as_of=as_of, known_on=known_on)


def _entries_in_words(material: Material) -> str:
    return material.say(
        sentences.NEW_ENTRIES,
        entries=len(material.changes),
        corrections=sum(change.source == LedgerEntry.Source.CORRECTION for change in material.changes),
        projects=len({change.project for change in material.changes}),
    )


def _tables(material: Material, earlier: Earlier) -> Iterator[Table]:
    yield _lights(material, earlier)
    yield _results(material, earlier)
    yield _corrections(material)
    yield _basket(material, earlier)


def _lights(material: Material, earlier: Earlier) -> Table:
    columns = (
        column(material, "measure", headings.MEASURE),
        Column("before", material.say(headings.BEFORE), "state"),
        Column("now", material.say(headings.NOW), "state"),
        column(material, "reason", headings.REASON),
    )
    rows = [
        _light_row(material, measure, before)
        for measure in material.state.measures
        if (before := earlier.lights.get(keys.measure(measure.number), measure.light)) is not measure.light
    ]
    return Table("changed-lights", monitored(material, headings.LIGHTS_TABLE), columns, tuple(rows))


def _light_row(material: Material, measure: MeasureState, before: Light) -> Row:
    return Row(
        (
            Cell(f"{measure.number} {material.say(measure.name)}", link=f"#{keys.measure(measure.number)}"),
            Cell(light=before),
            Cell(light=measure.light),
            Cell(material.say(reason_of(measure, material.small))),
        ),
        anchor=f"changed-{keys.measure(measure.number)}",
    )


def _results(material: Material, earlier: Earlier) -> Table:
    columns = (
        column(material, "indicator", headings.INDICATOR),
        number(material, "before", headings.BEFORE),
        number(material, "now", headings.NOW),
        number(material, "change", headings.CHANGE),
    )
    rows = []
    for line in material.state.totals:
        before = earlier.results.get(keys.result(line.indicator))
        now = actual_cell(line, material.small, material.language)
        if before is not None and (before.value, before.state) != (now.value, now.state):
            rows.append(_result_row(material, line, before, now))
    return Table("changed-results", monitored(material, headings.CHANGED_RESULTS_TABLE), columns, tuple(rows))


def _result_row(material: Material, line: IndicatorState, before: Cell, now: Cell) -> Row:
    name = f"{material.say(line.indicator.name)}, {material.say(line.indicator.unit)}"
    anchor = f"changed-{keys.result(line.indicator)}"
    return Row(
        (Cell(name, link=f"#{keys.result(line.indicator)}"), before, now, _difference(before, now)), anchor=anchor
    )


def _difference(before: Cell, now: Cell) -> Cell:
    if before.value is None or now.value is None or isinstance(before.value, str) or isinstance(now.value, str):
        return NOTHING
    return Cell(now.value - before.value)  # type: ignore[operator,arg-type]


def _corrections(material: Material) -> Table:
    columns = (
        column(material, "project", headings.PROJECT),
        Column("period_end", material.say(headings.PERIOD), "date"),
        column(material, "indicator", headings.INDICATOR),
        number(material, "change", headings.CHANGE),
        number(material, "women", headings.WOMEN),
        column(material, "explanation", headings.REASON),
    )
    rows = []
    for change in material.changes:
        if change.source == LedgerEntry.Source.CORRECTION:
            _, period, indicator, total, women, _, explanation = _entry_row(material, change).cells
            cells = (Cell(_label(change)), period, indicator, total, women, explanation)
            rows.append(Row(cells, anchor=f"correction-{change.entry}"))
    return Table("corrections", monitored(material, headings.CORRECTIONS_TABLE), columns, tuple(rows))


def _entry_row(material: Material, change: LedgerChange) -> Row:
    total, women = step_cells(change, material.language)
    return Row(
        (
            Cell(change.project_code or change.project_name),
            Cell(change.period_end),
            Cell(f"{material.say(change.indicator.name)}, {material.say(change.indicator.unit)}"),
            total,
            women,
            Cell(timezone.localtime(change.recorded_at).date()),
            Cell(change.explanation),
        ),
        anchor=f"entry-{change.entry}",
    )


def step_cells(change: LedgerChange, language: Language) -> tuple[Cell, Cell]:
    """Give what the entry did to the project's figure and to its women; small counts of people are not shown."""
    if not change.after.is_reported:
        stated = Cell(state=change.after.state)
        return stated, stated if change.indicator.counts_women else NOTHING
    total, women = _step(change.before.value, change.after.value), _step(change.before.women, change.after.women)
    decimals = change.indicator.decimals
    if is_own_count(change.indicator) and decimals == 0 and _gives_away(total, women):
        return hidden_cell(total, language), hidden_cell(women, language)
    return number_cell(total, decimals=decimals), _women(change.after, women, change.indicator)


def _women(after: Figure, women: Decimal | None, indicator: IndicatorRecord) -> Cell:
    if not indicator.counts_women:
        return NOTHING
    return Cell(state=ValueState.MISSING) if after.women is None else number_cell(women, decimals=indicator.decimals)


def _step(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    return None if after is None else after - (before or Decimal(0))


def _gives_away(total: Decimal | None, women: Decimal | None) -> bool:
    men = None if total is None or women is None else total - women
    return is_small(total) or is_small(women) or is_small(men)


def _label(change: LedgerChange) -> str:
    return f"{change.project_code} {change.project_name}" if change.project_code else change.project_name


def _basket(material: Material, earlier: Earlier) -> Table:
    columns = (
        column(material, "project", headings.PROJECT),
        column(material, "what", headings.WHAT_HAPPENED),
        Column("decided", material.say(headings.DECIDED), "date"),
    )
    rows = [
        _basket_row(material, record, decided_on)
        for project, record in material.state.projects_by_id.items()
        if (decided_on := _decided_on(material, project)) is not None
        and earlier.as_of < decided_on <= material.as_of
        and record.basket_state in _STEPS
    ]
    return Table("basket-changes", material.say(headings.BASKET_CHANGES_TABLE), columns, tuple(rows))


def _decided_on(material: Material, project: int) -> date | None:
    detail = material.details.get(project)
    return detail.basket_decided_on if detail else None


def _basket_row(material: Material, record: ProjectRecord, decided_on: date) -> Row:
    name = f"{record.code or ''} {named(material, record)}".strip()
    return Row(
        (Cell(name), Cell(material.say(_STEPS[record.basket_state])), Cell(decided_on)),
        anchor=keys.project("basket-change", record),
    )

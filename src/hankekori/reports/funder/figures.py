"""The figures of a project as the official forms have them: each indicator, and of it the women."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.timezone import localdate

from hankekori.areas.monitoring.ledger_queries import entry_of
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.reasons import REASONS
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.core.figures import MISSING, Figure, ValueState, reported
from hankekori.core.ledger import cumulate
from hankekori.core.money import format_number, format_percent
from hankekori.core.monitoring_form import FormLine, form_line, is_corrected_in
from hankekori.core.periods import Period
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.reports.document import Cell, Column, Row, Table
from hankekori.reports.funder import headings, sentences
from hankekori.reports.funder.common import dated
from hankekori.reports.funder.material import FunderMaterial
from hankekori.reports.funder.sections import Lacking, Part, Place, Said
from hankekori.reports.working_group.cells import NOTHING, number_cell, rounded


@dataclass(frozen=True, slots=True)
class Result:
    """An indicator of the project up to the day of the report."""

    indicator: IndicatorRecord
    planned: Figure  # missing: nobody has said what the project plans
    actual: Figure


def results_of(material: FunderMaterial) -> tuple[Result, ...]:
    """Give planned and cumulative figures, by indicator in their order."""
    plans = {plan.indicator_id: reported(plan.total, plan.women) for plan in material.plans}
    return tuple(
        Result(indicator, plans.get(indicator.id, MISSING), _cumulative(material, indicator))
        for indicator in material.indicators()
    )


def results(material: FunderMaterial) -> Iterator[Part]:
    """Show planned against realised, and ask for figures that are missing and for reasons of what differs."""
    found = results_of(material)
    if not found:
        yield Lacking(sentences.NO_FIGURES, Place.OWN_PLANS)
        return
    yield Said((_results_table(material, found),), ledger_source(material))
    explained = {
        figure.indicator_id for report in material.approved for figure in report.figures.all() if figure.deviation
    }
    for each in found:
        yield from _questions(each, is_explained=each.indicator.id in explained)


def figures_of_period(material: FunderMaterial, period: Period) -> Iterator[Part]:
    """Show planned, earlier, this period's, corrections and all together, and list the corrections with reasons."""
    lines = form_lines(material, period)
    if not lines:
        yield Lacking(sentences.NO_FIGURES, Place.OWN_PLANS)
        return
    corrections = corrections_in(material, period)
    tables = [_form_table(material, lines)]
    if corrections:
        tables.append(_corrections_table(material, corrections))
    yield Said(tuple(tables), ledger_source(material))
    for indicator, line in lines.items():
        if line.this.state is ValueState.MISSING:
            yield Lacking(_about(sentences.NO_FIGURES_OF_PERIOD, indicator), Place.ROUNDS)
        elif _lacks_women(indicator, line.this):
            yield Lacking(_about(sentences.WOMEN_MISSING, indicator), Place.ROUNDS)


def form_lines(material: FunderMaterial, period: Period) -> Mapping[IndicatorRecord, FormLine]:
    """Give the line of each indicator on the form of the period, in their order."""
    mends = {row.pk for row in corrections_in(material, period)}
    rows = _by_indicator(material.entries)
    return {
        indicator: form_line(
            [entry_of(row) for row in rows.get(indicator.id, ()) if row.pk not in mends],
            [entry_of(row) for row in rows.get(indicator.id, ()) if row.pk in mends],
            indicator.combination,
            period,
        )
        for indicator in material.indicators()
    }


def corrections_in(material: FunderMaterial, period: Period) -> list[LedgerEntry]:
    """List the corrections that go into the form of the period."""
    return [
        row
        for row in material.entries
        if row.source == LedgerEntry.Source.CORRECTION
        and is_corrected_in(period, corrected_end=row.period_end, recorded_on=localdate(row.recorded_at))
    ]


def women_shares(material: FunderMaterial) -> tuple[str, ...]:
    """Say of each indicator that counts women how many there were, where both are known and somebody was."""
    language = material.language
    return tuple(
        material.say(
            sentences.WOMEN_SHARES,
            indicator=material.say(each.indicator.name),
            women=format_number(each.actual.women, language, decimals=each.indicator.decimals),
            total=format_number(each.actual.total, language, decimals=each.indicator.decimals),
            share=format_percent(each.actual.women_share, language, decimals=0),
        )
        for each in results_of(material)
        if each.indicator.counts_women
        and each.actual.women is not None
        and each.actual.total is not None
        and each.actual.women_share is not None
    )


def ledger_source(material: FunderMaterial) -> Translated:
    return dated(sentences.LEDGER, known=material.known_on)


def _cumulative(material: FunderMaterial, indicator: IndicatorRecord) -> Figure:
    entries = [entry_of(row) for row in material.entries if row.indicator_id == indicator.id]
    return cumulate(entries, indicator.combination, as_of=material.as_of).figure if entries else MISSING


def _questions(result: Result, *, is_explained: bool) -> Iterator[Lacking]:
    indicator, planned, actual = result.indicator, result.planned, result.actual
    if actual.state is ValueState.MISSING:
        yield Lacking(_about(sentences.FIGURE_MISSING, indicator), Place.ROUNDS)
    elif _lacks_women(indicator, actual):
        yield Lacking(_about(sentences.WOMEN_MISSING, indicator), Place.ROUNDS)
    if is_explained or planned.total is None or actual.value is None or planned.total == actual.value:
        return
    yield Lacking(_about(sentences.REASON_MISSING, indicator, planned=planned.total, actual=actual.value))


def _lacks_women(indicator: IndicatorRecord, figure: Figure) -> bool:
    return indicator.counts_women and bool(figure.total) and figure.women is None


def _about(sentence: Translated, indicator: IndicatorRecord, **numbers: Decimal) -> Translated:
    def said(language: str) -> str:
        amounts = {name: format_number(value, language, decimals=indicator.decimals) for name, value in numbers.items()}
        name = indicator.name.in_language(language)
        return sentence.in_language(language).format(indicator=name, **amounts)

    return Translated(*map(said, LANGUAGES))


def _results_table(material: FunderMaterial, found: Sequence[Result]) -> Table:
    rows: list[Row] = []
    for each in found:
        share = _share(each)
        rows += _pair(material, each.indicator, (each.planned, each.actual), (number_cell(share, decimals=0),))
    return Table(
        id="tulokset",
        caption=material.say(headings.RESULTS_TABLE),
        columns=(
            Column("indicator", material.say(headings.INDICATOR)),
            Column("planned", material.say(headings.PLANNED), "number"),
            Column("actual", material.say(headings.ACTUAL), "number"),
            Column("share", material.say(headings.SHARE), "percent", "%"),
        ),
        rows=tuple(rows),
    )


def _share(result: Result) -> Decimal | None:
    if not result.planned.total or result.actual.value is None:
        return None
    return result.actual.value * 100 / result.planned.total


def _form_table(material: FunderMaterial, lines: Mapping[IndicatorRecord, FormLine]) -> Table:
    plans = {plan.indicator_id: reported(plan.total, plan.women) for plan in material.plans}
    rows: list[Row] = []
    for indicator, line in lines.items():
        planned = plans.get(indicator.id, MISSING)
        rows += _pair(material, indicator, (planned, line.earlier, line.this, line.correction, line.cumulative))
    named = (
        ("planned", headings.PLANNED),
        ("earlier", headings.EARLIER),
        ("this", headings.THIS),
        ("correction", headings.CORRECTION),
        ("cumulative", headings.CUMULATIVE),
    )
    return Table(
        id="seurantatiedot",
        caption=material.say(headings.FIGURES_TABLE),
        columns=(
            Column("indicator", material.say(headings.INDICATOR)),
            *(Column(key, material.say(heading), "number") for key, heading in named),
        ),
        rows=tuple(rows),
    )


def _pair(
    material: FunderMaterial, indicator: IndicatorRecord, figures: Sequence[Figure], beside: tuple[Cell, ...] = ()
) -> Iterator[Row]:
    """Write an indicator's row and, where women are counted, the women's below it, as the official pages do."""
    name, unit = material.say(indicator.name), material.say(indicator.unit)
    cells = [_value_cell(figure, indicator) for figure in figures]
    yield Row((Cell(f"{name}, {unit}" if unit else name), *cells, *beside))
    if indicator.counts_women:
        women = [_women_cell(figure, indicator) for figure in figures]
        yield Row((Cell(f"– {material.say(headings.WOMEN)}"), *women, *(NOTHING for _ in beside)))


def _value_cell(figure: Figure, indicator: IndicatorRecord) -> Cell:
    if not figure.is_reported:
        return Cell(state=figure.state)
    return number_cell(figure.value, decimals=indicator.decimals)


def _women_cell(figure: Figure, indicator: IndicatorRecord) -> Cell:
    if not figure.is_reported:
        return Cell(state=figure.state)
    if figure.women is None:
        return Cell(state=ValueState.MISSING) if figure.total else Cell(0)
    return Cell(rounded(figure.women, indicator.decimals))


def _corrections_table(material: FunderMaterial, corrections: Iterable[LedgerEntry]) -> Table:
    return Table(
        id="korjaukset",
        caption=material.say(headings.CORRECTIONS_TABLE),
        columns=(
            Column("indicator", material.say(headings.INDICATOR)),
            Column("period", material.say(headings.PERIOD_OF_ROW)),
            Column("change", material.say(headings.CHANGE), "number"),
            Column("women", material.say(headings.WOMEN), "number"),
            Column("reason", material.say(headings.REASON)),
        ),
        rows=tuple(
            Row(
                (
                    Cell(material.say(row.indicator.name)),
                    Cell(material.say(Period(row.period_start, row.period_end).label)),
                    number_cell(row.total),
                    number_cell(row.women),
                    Cell(f"{material.say(REASONS[row.reason])}: {material.reader.mask(row.explanation)}"),
                )
            )
            for row in corrections
        ),
    )


def _by_indicator(entries: Iterable[LedgerEntry]) -> Mapping[int, list[LedgerEntry]]:
    found: dict[int, list[LedgerEntry]] = {}
    for row in entries:
        found.setdefault(row.indicator_id, []).append(row)
    return found

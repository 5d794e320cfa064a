"""The plan and the sources of a figure as tables."""

from collections.abc import Iterable

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from hankekori.areas.monitoring.ledger_queries import CountedEntry
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.state import IndicatorState, ProgrammeState
from hankekori.charts.lights import LOOKS
from hankekori.core.figures import Figure, ValueState
from hankekori.core.indicators import Combination
from hankekori.pages.door import Door
from hankekori.web.tables import Column, DataTable, Link


def plan_table(state: ProgrammeState) -> DataTable:
    """Give the whole plan as one table, a row for each measure's indicator."""
    rows = [
        [
            objective.number, objective.name, measure.number, measure.name, measure.responsible,
            line.indicator.name, line.indicator.unit, LOOKS[line.status.light].word, line.figure.planned_total,
            line.figure.expected, line.figure.actual, line.figure.planned_women, line.figure.actual.women,
            line.status.reason,
        ]
        for objective in state.objectives
        for measure in objective.measures
        for line in measure.indicators
    ]  # fmt: skip
    return DataTable(caption=_("Suunnitelma ja sen toteutuminen"), columns=_plan_columns(), rows=rows)


def sources_table(line: IndicatorState, entries: Iterable[CountedEntry], door: Door) -> DataTable:
    """List the rows behind a figure, without those that do not apply where some do; the foot is the figure."""
    decimals = line.indicator.decimals
    rows = tuple(entries)
    applying = [entry for entry in rows if entry.state is not ValueState.NOT_APPLICABLE]
    return DataTable(
        caption=_("Kirjaukset, joista luku on laskettu"),
        columns=[
            Column(key="project", label=_("Hanke")),
            Column(key="period", label=_("Kausi päättyi"), kind="day"),
            Column(key="total", label=_("Kirjattu"), kind="number", decimals=decimals),
            Column(key="women", label=_("Naisia"), kind="number", decimals=decimals),
            Column(key="share", label=_("Osuus"), kind="percent"),
            Column(key="counted", label=_("Lasketaan mukaan"), kind="number", decimals=max(decimals, 1)),
            Column(key="source", label=_("Lähde")),
            Column(key="recorded", label=_("Kirjattu järjestelmään"), kind="day"),
            Column(key="explanation", label=_("Selitys")),
        ],
        rows=[_source_row(entry, door) for entry in applying or rows],
        totals=[_figure_name(line), None, None, None, None, line.figure.actual, None, None, None],
    )


def source_name(source: str) -> str:
    return {
        LedgerEntry.Source.REPORT.value: pgettext("lähde", "raportti"),
        LedgerEntry.Source.IMPORT.value: pgettext("lähde", "virallinen kuvaus"),
        LedgerEntry.Source.CORRECTION.value: pgettext("lähde", "oikaisu"),
        LedgerEntry.Source.EXAMPLE.value: pgettext("lähde", "keksitty esimerkki"),
    }[source]


def _figure_name(line: IndicatorState) -> str:
    return _("Yhteensä") if line.indicator.combination is Combination.SUM else _("Näistä laskettu luku")


def _source_row(entry: CountedEntry, door: Door) -> list[object]:
    total = Figure(entry.state, entry.total, entry.women, entry.denominator)
    return [
        Link(
            f"{entry.project_code or ''} {entry.project_name}".strip(),
            door.url("project", code=entry.project_code or entry.project),
        ),
        entry.period_end,
        entry.total if total.is_reported else total,
        entry.women if total.is_reported else total,
        entry.share * 100,
        entry.counted if total.is_reported else total,
        source_name(entry.source),
        localdate(entry.recorded_at),
        entry.explanation,
    ]


def _plan_columns() -> list[Column]:
    return [
        Column(key="objective_number", label=_("Tavoitteen numero")),
        Column(key="objective", label=_("Tavoite")),
        Column(key="number", label=_("Numero")),
        Column(key="measure", label=_("Toimenpide")),
        Column(key="responsible", label=_("Vastuutaho")),
        Column(key="indicator", label=_("Mittari")),
        Column(key="unit", label=_("Yksikkö")),
        Column(key="light", label=_("Tila")),
        Column(key="planned", label=_("Tavoitearvo"), kind="number", decimals=2),
        Column(key="expected", label=_("Odotettu"), kind="number", decimals=2),
        Column(key="actual", label=_("Nyt"), kind="number", decimals=2),
        Column(key="women_planned", label=_("Naisia, tavoite"), kind="number", decimals=2),
        Column(key="women_actual", label=_("Naisia, nyt"), kind="number", decimals=2),
        Column(key="reason", label=_("Perustelu")),
    ]

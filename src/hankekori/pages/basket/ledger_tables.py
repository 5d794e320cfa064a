"""A project's rows of the ledger as tables: all of them, and those that one figure is made of."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.facts import indicator_record
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.reasons import REASONS
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.core.figures import MISSING, NOT_APPLICABLE, Figure, ValueState, reported
from hankekori.core.indicators import Combination
from hankekori.pages.basket.words import said
from hankekori.pages.plan.tables import source_name
from hankekori.web.tables import Column, DataTable


def entries_table(entries: Sequence[LedgerEntry]) -> DataTable:
    """List every entry of the ledger, newest period first, with where it came from."""
    decimals = max((row.indicator.decimals for row in entries), default=0)
    rows = [[f"{said(row.indicator.name)}, {said(row.indicator.unit)}", *_cells(row)] for row in _newest_first(entries)]
    indicator = Column(key="indicator", label=_("Mittari"))
    return DataTable(caption=_("Kirjaukset"), columns=[indicator, *_columns(decimals)], rows=rows)


def entries_behind(record: IndicatorRecord, rows: Sequence[LedgerEntry], actual: Figure) -> DataTable:
    """List the entries a figure is made of, with the figure itself below."""
    is_sum = record.combination is Combination.SUM
    columns = _columns(record.decimals)
    label = _("Yhteensä") if is_sum else _("Näistä laskettu luku")
    return DataTable(
        caption=_("Kirjaukset: %(name)s") % {"name": said(record.name)},
        columns=columns,
        rows=[_cells(row) for row in _newest_first(rows)],
        totals=[label, None, actual, women_of(record, actual), *[None] * (len(columns) - 4)] if rows else (),
    )


def women_of(record: IndicatorRecord, actual: Figure) -> Figure:
    """Give the women's part as a figure of its own; it does not apply where the indicator does not count them."""
    if not record.counts_women:
        return NOT_APPLICABLE
    if actual.total is None:
        return actual
    return MISSING if actual.women is None else reported(actual.women)


def _newest_first(rows: Iterable[LedgerEntry]) -> list[LedgerEntry]:
    return sorted(rows, key=lambda row: (row.period_end, row.recorded_at, row.pk), reverse=True)


def _columns(decimals: int) -> list[Column]:
    return [
        Column(key="end", label=_("Kausi päättyi"), kind="day"),
        Column(key="start", label=_("Kausi alkoi"), kind="day"),
        Column(key="total", label=_("Kirjattu"), kind="number", decimals=decimals),
        Column(key="women", label=_("Naisia"), kind="number", decimals=decimals),
        Column(key="source", label=_("Lähde")),
        Column(key="recorded", label=_("Kirjattu järjestelmään"), kind="day"),
        Column(key="explanation", label=_("Selitys")),
    ]


def _cells(row: LedgerEntry) -> list[Any]:
    figure = Figure(ValueState(row.state), row.total, row.women, row.denominator)
    women = women_of(indicator_record(row.indicator), figure)
    return [
        row.period_end,
        row.period_start,
        figure,
        women,
        source_name(row.source),
        localdate(row.recorded_at),
        _explained(row),
    ]


def _explained(row: LedgerEntry) -> str:
    reason = said(REASONS[row.reason]) if row.reason else ""
    return ": ".join(part for part in (reason, row.explanation) if part)

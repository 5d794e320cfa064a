"""Changes between two days as tables: entry by entry, and summed up by indicator."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.ledger_changes import ChangeSum, CountedChange
from hankekori.areas.monitoring.reasons import REASONS
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.pages.door import Door
from hankekori.pages.plan.tables import source_name
from hankekori.web.tables import Column, DataTable, Link


def changes_table(changes: Iterable[CountedChange], door: Door) -> DataTable:
    """List the entries; who recorded one is told to those who may read personal data."""
    rows = tuple(changes)
    decimals = max((each.change.indicator.decimals for each in rows), default=0)
    personal = door.may_read_personal
    return DataTable(
        caption=_("Kirjaukset"),
        columns=[
            Column(key="project", label=_("Hanke")),
            Column(key="indicator", label=_("Mittari")),
            Column(key="period", label=_("Kausi päättyi"), kind="day"),
            Column(key="before", label=_("Ennen"), kind="number", decimals=decimals),
            Column(key="after", label=_("Jälkeen"), kind="number", decimals=decimals),
            Column(key="counted", label=_("Muutos osuuden mukaan"), kind="number", decimals=max(decimals, 1)),
            Column(key="source", label=_("Lähde")),
            Column(key="reason", label=_("Syy ja selitys")),
            Column(key="recorded", label=_("Kirjattu järjestelmään"), kind="day"),
            *([Column(key="by", label=_("Kirjaaja"))] * personal),
        ],
        rows=[[*_cells(each, door), *([each.change.recorded_by or "–"] * personal)] for each in rows],
    )


def sums_table(sums: Sequence[ChangeSum]) -> DataTable:
    """Tell each indicator before and after; shares change in percentage points."""
    decimals = max((line.indicator.decimals for line in sums), default=0)
    return DataTable(
        caption=_("Muutos mittareittain"),
        columns=[
            Column(key="indicator", label=_("Mittari")),
            Column(key="before", label=_("Ennen"), kind="number", decimals=decimals),
            Column(key="after", label=_("Jälkeen"), kind="number", decimals=decimals),
            Column(key="change", label=_("Muutos"), kind="number", decimals=decimals),
            Column(key="entries", label=_("Kirjauksia"), kind="number"),
        ],
        rows=[[_named(line.indicator), line.before, line.after, _change(line), line.entries] for line in sums],
    )


def _cells(each: CountedChange, door: Door) -> list[Any]:
    change = each.change
    label = f"{change.project_code or ''} {change.project_name}".strip()
    return [
        Link(label, door.url("project-monitoring", code=change.project_code or change.project)),
        _named(change.indicator),
        change.period_end,
        change.before,
        change.after,
        each.counted,
        source_name(change.source),
        _explained(change.reason, change.explanation),
        localdate(change.recorded_at),
    ]


def _named(indicator: IndicatorRecord) -> str:
    language = get_language() or "fi"
    return f"{indicator.name.in_language(language)}, {indicator.unit.in_language(language)}"


def _change(line: ChangeSum) -> Decimal:
    return (line.after.value or Decimal(0)) - (line.before.value or Decimal(0))


def _explained(reason: str, explanation: str) -> str:
    word = REASONS[reason].in_language(get_language() or "fi") if reason else ""
    return ": ".join(part for part in (word, explanation) if part)

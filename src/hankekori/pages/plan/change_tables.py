"""Changes between two days: a row of the page for each entry, and the same as a table for a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.ledger_changes import CountedChange, LedgerChange
from hankekori.areas.monitoring.reasons import REASONS
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.pages.door import Door
from hankekori.pages.plan.tables import source_name
from hankekori.web.tables import Column, DataTable


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as the page shows it."""

    counted: CountedChange
    source: str
    explained: str  # why, of a correction: the reason in words and the sentence
    url: str  # of the project's results

    @property
    def change(self) -> LedgerChange:
        return self.counted.change

    @property
    def share(self) -> Decimal:
        """The project's share in percent."""
        return self.counted.share * 100

    @property
    def counted_decimals(self) -> int:
        decimals = self.change.indicator.decimals
        return decimals if self.counted.share == 1 else max(decimals, 1)


def change_row(counted: CountedChange, door: Door) -> ChangeRow:
    change = counted.change
    url = door.url("project-monitoring", code=change.project_code or change.project)
    return ChangeRow(counted, source_name(change.source), _explained(change), url)


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
        rows=[[*_cells(each), *([each.change.recorded_by or "–"] * personal)] for each in rows],
    )


def _cells(each: CountedChange) -> list[Any]:
    change = each.change
    return [
        change.project_label,
        _named(change.indicator),
        change.period_end,
        change.before,
        change.after,
        each.counted,
        source_name(change.source),
        _explained(change),
        localdate(change.recorded_at),
    ]


def _named(indicator: IndicatorRecord) -> str:
    language = get_language() or "fi"
    return f"{indicator.name.in_language(language)}, {indicator.unit.in_language(language)}"


def _explained(change: LedgerChange) -> str:
    word = REASONS[change.reason].in_language(get_language() or "fi") if change.reason else ""
    return ": ".join(part for part in (word, change.explanation) if part)

"""Claims and spending as tables; amounts in euros."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from hankekori.areas.claims.queries import ClaimLine, ProjectClaims
from hankekori.charts.inline_bullet import bullet_svg
from hankekori.charts.values import BulletBar
from hankekori.core.claims import Spending
from hankekori.core.funding import share_used
from hankekori.core.money import format_date, format_range
from hankekori.exchange.claim_columns import CLAIM_COLUMNS, ClaimColumn
from hankekori.pages.basket.words import language, said
from hankekori.pages.claims.words import serial_of, stage_of
from hankekori.pages.door import Door
from hankekori.web.tables import Column, DataTable, Link

_CENTS = 2  # decimals


@dataclass(frozen=True, slots=True)
class SpendingRow:
    """A kind of costs or a source of money: claimed against planned."""

    label: str
    spending: Spending
    used: Decimal | None  # percent
    bar: str  # drawn; empty where there is nothing to compare with


def claims_table(found: ProjectClaims, door: Door, code: str) -> DataTable:
    """List the claims; whoever edits gets to a claim from its number."""

    def number(line: ClaimLine) -> Link | str:
        written = serial_of(line.row)
        return Link(written, door.url("claim-edit", code=code, serial=line.row.serial)) if door.may_edit else written

    return DataTable(
        caption=_("Maksatushakemukset"),
        columns=[
            Column(key="serial", label=_("Hakemus")),
            Column(key="period", label=_("Kausi")),
            *(Column(key=key, label=label, kind="amount", unit=_("euroa")) for key, label in _shown_sums()),
            Column(key="stage", label=_("Tila")),
        ],
        rows=[
            [
                number(line),
                _period(line),
                line.link.claim.net_costs,
                _or_dash(line.approved),
                line.link.cumulative,
                _stage(line),
            ]
            for line in found.lines
        ],
    )


def claims_file(lines: Iterable[ClaimLine]) -> DataTable:
    """List the claims with every kind of costs and every source, for a file that can be brought back."""
    return DataTable(
        caption=_("Maksatushakemukset"),
        columns=[
            *(_file_column(column) for column in CLAIM_COLUMNS),
            Column(key="serial", label=_("Hakemus"), kind="number"),
            Column(key="stage", label=_("Tila")),
            *(_euros(key, label) for key, label in _shown_sums()),
        ],
        rows=[_file_row(line) for line in lines],
    )


def spending_rows[K](spending: Mapping[K, Spending], names: Mapping[K, str]) -> list[SpendingRow]:
    """Give the kinds or sources that have anything to show."""
    return [_spending_row(names[key], each) for key, each in spending.items() if each.spent or each.planned is not None]


def _spending_row(name: str, each: Spending) -> SpendingRow:
    bar = BulletBar(name, max(each.spent, Decimal(0)), None, each.planned, _("euroa"))
    drawn = bullet_svg(bar, language()) if each.planned else ""
    return SpendingRow(name, each, share_used(each.spent, each.planned), drawn)


def _shown_sums() -> tuple[tuple[str, str], ...]:
    return ("costs", _("Kustannukset tulojen jälkeen")), ("approved", _("Hyväksytty")), ("cumulative", _("Kertymä"))


def _period(line: ClaimLine) -> str:
    start, end = line.link.start, line.row.period_end
    return format_range(start, end, language()) if start else f"–{format_date(end, language())}"


def _stage(line: ClaimLine) -> str:
    stage = stage_of(line.row)
    return _("%(stage)s, viimeinen") % {"stage": stage} if line.row.is_last else stage


def _file_column(column: ClaimColumn) -> Column:
    heading = capfirst(said(column.heading))
    match column.kind:
        case "euros":
            return _euros(column.field, heading)
        case "day":
            return Column(key=column.field, label=heading, kind="day")
        case "count":
            return Column(key=column.field, label=heading, kind="number")
    return Column(key=column.field, label=heading)


def _file_row(line: ClaimLine) -> list[Any]:
    computed = {"project": line.row.project.code, "stated_start": line.row.stated_start or line.link.start}
    typed = [computed.get(column.field, getattr(line.row, column.field)) for column in CLAIM_COLUMNS]
    sums = (line.link.claim.net_costs, line.approved, line.link.cumulative)
    return [*typed, line.row.serial, stage_of(line.row), *sums]


def _or_dash(value: object) -> object:
    return "–" if value is None else value


def _euros(key: str, label: str) -> Column:
    return Column(key=key, label=label, kind="number", unit=_("euroa"), decimals=_CENTS)

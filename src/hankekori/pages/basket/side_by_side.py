"""Projects side by side: a column for each, a row for each thing one compares."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.ledger_sums import project_figures
from hankekori.areas.monitoring.models import ProjectPlan
from hankekori.areas.plan.queries import indicators_of
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import basket
from hankekori.core.figures import MISSING, NOT_APPLICABLE, Figure, reported
from hankekori.core.money import format_date, format_euros, format_number, format_percent
from hankekori.pages.basket.addresses import read_key
from hankekori.pages.basket.columns import all_columns
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door
from hankekori.web.downloads import plain
from hankekori.web.tables import Column, DataTable

MOST_COMPARED = 6
_SHOWN = 40  # characters of an unknown name
_LEFT_OUT = {"name", "code"}  # they head the columns


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks to compare."""

    found: tuple[Project, ...]
    unknown: tuple[str, ...]  # as written; no project of the programme
    left_out: int  # more than fit


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One thing compared, with a cell for each project; the column says how the cells are shown."""

    column: Column
    cells: tuple[Any, ...]


def read_asked(programme: Programme, keys: Sequence[str]) -> Asked:
    """Find the projects named by code or id, in the order asked for; three queries."""
    read = {written: read_key(written) for written in dict.fromkeys(keys)}
    codes = [key for key in read.values() if isinstance(key, str)]
    ids = [key for key in read.values() if isinstance(key, int)]
    beside = (each.rows_beside for each in all_columns(with_persons=False) if each.rows_beside)
    rows = list(basket(programme).filter(Q(code__in=codes) | Q(pk__in=ids)).for_list(*beside))
    by_key: dict[str | int | None, Project] = {row.pk: row for row in rows}
    by_key |= {row.code: row for row in rows if row.code}
    found = tuple(dict.fromkeys(by_key[key] for key in read.values() if key in by_key))
    unknown = tuple(written[:_SHOWN] for written, key in read.items() if key not in by_key)
    return Asked(found[:MOST_COMPARED], unknown, len(found[MOST_COMPARED:]))


def comparison_rows(projects: Sequence[Project], door: Door) -> list[ComparisonRow]:
    """Compare basics, money and results; three queries more than the projects."""
    if not projects:
        return []
    columns = all_columns(with_persons=door.may_read_personal)
    basics = [
        ComparisonRow(each.column, tuple(_or_missing(each.cell(project)) for project in projects))
        for each in columns
        if each.key not in _LEFT_OUT
    ]
    return [*basics, *_result_rows(projects, door)]


def comparison_table(projects: Sequence[Project], rows: Sequence[ComparisonRow]) -> DataTable:
    """Give the comparison as texts, for a file: its rows are of different kinds."""
    return DataTable(
        caption=_("Hankkeet rinnakkain"),
        columns=[
            Column(key="subject", label=_("Tieto")),
            *(Column(key=str(project.pk), label=str(project)) for project in projects),
        ],
        rows=[[row.column.heading, *(_written(content, row.column) for content in row.cells)] for row in rows],
    )


def _or_missing(content: Any) -> Any:  # noqa: ANN401 - any cell
    return MISSING if content is None or content == "" else content


def _written(content: Any, column: Column) -> str:  # noqa: ANN401 - any cell
    value = plain(content)
    if value is None or isinstance(value, str):
        return value or ""
    match column.kind:
        case "amount":
            return format_euros(Decimal(str(value)), language())
        case "percent":
            return format_percent(Decimal(str(value)), language())
        case "number":
            return format_number(Decimal(str(value)), language(), decimals=column.decimals)
        case "day":
            return format_date(value, language())
        case _:
            return str(value)


def _result_rows(projects: Sequence[Project], door: Door) -> Iterator[ComparisonRow]:
    """Put planned and reached of each indicator that one of the projects has."""
    keys = [project.pk for project in projects]
    plans = {
        (plan.project_id, plan.indicator_id): plan.total
        for plan in ProjectPlan.objects.filter(programme=door.programme, project__in=keys)
    }
    figures = {
        (line.project, line.indicator): line.figure
        for line in project_figures(door.programme.pk, as_of=door.as_of, known_on=door.known_on)
        if line.project in keys
    }
    used = {indicator for _project, indicator in (*plans, *figures)}
    for indicator in indicators_of(door.programme):
        if indicator.pk in used:
            name, pairs = said(indicator.name), [(key, indicator.pk) for key in keys]
            shape: dict[str, Any] = {"unit": said(indicator.unit), "kind": "number", "decimals": indicator.decimals}
            planned = Column(key=f"planned-{indicator.pk}", label=_("%(name)s: suunniteltu") % {"name": name}, **shape)
            actual = Column(key=f"actual-{indicator.pk}", label=_("%(name)s: toteutunut") % {"name": name}, **shape)
            yield ComparisonRow(planned, tuple(_planned(plans.get(pair), pair in figures) for pair in pairs))
            yield ComparisonRow(actual, tuple(_actual(figures.get(pair), pair in plans) for pair in pairs))


def _planned(total: Decimal | None, has_figure: bool) -> Figure:  # noqa: FBT001 - reads as a sentence
    """Nothing planned is a gap where something was reported; else the indicator is not the project's."""
    if total is not None:
        return reported(total)
    return MISSING if has_figure else NOT_APPLICABLE


def _actual(figure: Figure | None, has_plan: bool) -> Figure:  # noqa: FBT001 - reads as a sentence
    return figure or (MISSING if has_plan else NOT_APPLICABLE)

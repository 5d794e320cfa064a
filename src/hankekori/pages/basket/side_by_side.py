"""Projects side by side: a column for each, a row for each thing one compares."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.ledger_sums import project_figures
from hankekori.areas.monitoring.models import ProjectPlan
from hankekori.areas.plan.models import Indicator
from hankekori.areas.plan.queries import indicators_of
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import basket
from hankekori.core.figures import Figure
from hankekori.core.money import format_date, format_euros, format_number, format_percent
from hankekori.pages.basket.addresses import read_key
from hankekori.pages.basket.columns import ListColumn, all_columns
from hankekori.pages.basket.days import known_moment
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door
from hankekori.web.tables import Column, DataTable

MOST_COMPARED = 6
_LEFT_OUT = {"name", "code"}  # they head the columns


def asked_projects(programme: Programme, keys: Sequence[str]) -> list[Project]:
    """Give the projects named by code or id, in the order asked for, at most six; what is unknown is left out."""
    read = [read_key(key) for key in dict.fromkeys(keys)]
    codes = [key for key in read if isinstance(key, str)]
    ids = [key for key in read if isinstance(key, int)]
    rows = list(basket(programme).filter(Q(code__in=codes) | Q(pk__in=ids)).for_list())
    by_key: dict[str | int, Project] = {row.pk: row for row in rows}
    by_key |= {row.code: row for row in rows if row.code}
    found = dict.fromkeys(by_key[key] for key in read if key is not None and key in by_key)
    return list(found)[:MOST_COMPARED]


def comparison_table(projects: Sequence[Project], door: Door) -> DataTable:
    """Compare basics, money and results; three queries more than the projects."""
    columns = all_columns(with_persons=door.may_read_personal)
    basics = [
        [each.column.heading, *(_written(each, project) for project in projects)]
        for each in columns
        if each.key not in _LEFT_OUT
    ]
    return DataTable(
        caption=_("Hankkeet rinnakkain"),
        columns=[
            Column(key="subject", label=_("Tieto")),
            *(Column(key=str(project.pk), label=str(project)) for project in projects),
        ],
        rows=[*basics, *_result_rows(projects, door)],
    )


def _written(listed: ListColumn, project: Project) -> str:
    content, language = listed.cell(project), get_language() or "fi"
    write: dict[str, Callable[..., str]] = {"day": format_date, "amount": format_euros, "percent": format_percent}
    if content is None or content == "":
        return "–"
    return write[listed.column.kind](content, language) if listed.column.kind in write else str(content)


def _result_rows(projects: Sequence[Project], door: Door) -> Iterable[list[str]]:
    """Put planned and realised of each indicator that one of the projects has."""
    keys = [project.pk for project in projects]
    plans = {
        (plan.project_id, plan.indicator_id): plan.total
        for plan in ProjectPlan.objects.filter(programme=door.programme, project__in=keys)
    }
    figures = {
        (line.project, line.indicator): line.figure
        for line in project_figures(door.programme.pk, as_of=door.as_of, known_on=known_moment(door))
        if line.project in keys
    }
    used = {indicator for _project, indicator in (*plans, *figures)}
    for indicator in indicators_of(door.programme):
        if indicator.pk in used:
            cells = [
                _result(indicator, plans.get((key, indicator.pk)), figures.get((key, indicator.pk))) for key in keys
            ]
            yield [f"{said(indicator.name)}, {said(indicator.unit)}", *cells]


def _result(indicator: Indicator, planned: Decimal | None, figure: Figure | None) -> str:
    def number(value: Decimal | None) -> str:
        return "–" if value is None else format_number(value, get_language() or "fi", decimals=indicator.decimals)

    if planned is None and figure is None:
        return "–"
    return _("%(actual)s, suunniteltu %(planned)s") % {
        "actual": number(figure.value if figure else None),
        "planned": number(planned),
    }

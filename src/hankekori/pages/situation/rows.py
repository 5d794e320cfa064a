"""The figures of the first page as rows: key figures, objectives with their bars, projects on a line of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.monitoring.state import IndicatorState, ObjectiveState, ProgrammeState, ProjectRecord
from hankekori.areas.projects.models import Project
from hankekori.charts.inline_bullet import bullet_svg
from hankekori.charts.inline_timeline import timeline_strips
from hankekori.charts.lights import LOOKS
from hankekori.charts.values import BulletBar, ProjectTimeline, TimelineRow
from hankekori.core.status import Light
from hankekori.pages.door import Door
from hankekori.web.tables import Column, DataTable

_STRIPS = 100  # projects on the line of time
_WORST_FIRST = (Light.AT_RISK, Light.LATE, Light.MISSING, Light.ON_COURSE, Light.NOT_MEASURED, Light.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class ObjectiveRow:
    """An objective and the one indicator that tells most about it: the headline one, else the worst."""

    objective: ObjectiveState
    line: IndicatorState | None
    svg: str


@dataclass(frozen=True, slots=True)
class ObjectiveRows:
    rows: Sequence[ObjectiveRow]
    columns: Sequence[Column]

    @property
    def cells(self) -> list[list[Any]]:
        return [
            [row.objective.number, row.objective.name, LOOKS[row.objective.light].word, *_indicator_cells(row.line)]
            for row in self.rows
        ]


def key_figures(state: ProgrammeState, door: Door, language: str) -> list[dict[str, Any]]:
    """Give the headline indicators as the key_figure component wants them."""
    return [
        {
            "label": line.indicator.name.in_language(language),
            "figure": line.figure.actual,
            "planned": line.figure.planned_total,
            "expected": line.figure.expected,
            "decimals": line.indicator.decimals,
            "show_women": line.indicator.counts_women,
            "source": _source(state),
            "url": door.url("programme-sources", indicator=line.indicator.id),
        }
        for line in state.headlines
    ]


def objective_rows(state: ProgrammeState, language: str) -> ObjectiveRows:
    rows = [ObjectiveRow(each, line := telling_indicator(each), bar(line, language)) for each in state.objectives]
    return ObjectiveRows(rows, _objective_columns())


def telling_indicator(objective: ObjectiveState) -> IndicatorState | None:
    """Choose the indicator whose light is the objective's, headline ones first; else the worst."""
    return min(
        objective.indicators,
        key=lambda line: (
            line.figure.planned_total is None,
            line.status.light is not objective.light,
            line.indicator.headline is None,
            _WORST_FIRST.index(line.status.light),
            line.indicator.position,
        ),
        default=None,
    )


def bar(line: IndicatorState | None, language: str) -> str:
    """Draw actual against expected and target; nothing where nothing is planned or measured."""
    if line is None or line.figure.planned_total is None or line.figure.actual.value is None:
        return ""
    return bullet_svg(
        BulletBar(
            label=line.indicator.name.in_language(language),
            actual=line.figure.actual.value,
            expected=line.figure.expected,
            target=line.figure.planned_total,
            unit=line.indicator.unit.in_language(language),
        ),
        language,
    )


def timeline_picture(state: ProgrammeState, door: Door, language: str) -> dict[str, Any] | None:
    """Draw the followed projects on a line of time, each leading to its page, with the same as a table.

    Of more than a picture can hold, those that run on the day and end first are shown.
    """
    followed = (line for line in state.projects_by_id.values() if line.basket_state != Project.BasketState.LEFT)
    all_dated = [line for line in followed if line.start]
    dated = sorted(_most_current(all_dated, state.as_of), key=lambda line: (line.start, line.label))
    if not dated:
        return None
    rows = tuple(TimelineRow(line.label, line.start, line.end) for line in dated if line.start)
    drawn = timeline_strips(ProjectTimeline(rows, today=state.as_of), language)
    urls = [door.url("project", code=line.code or line.id) for line in dated]
    return {
        "years": drawn.years,
        "rows": [{"row": row, "url": url, "svg": svg} for row, url, svg in zip(rows, urls, drawn.strips, strict=True)],
        "table": _timeline_table(dated),
        "left_out": len(all_dated) - len(dated),
    }


def _most_current(projects: Sequence[ProjectRecord], day: date) -> Sequence[ProjectRecord]:
    def distance(project: ProjectRecord) -> tuple[bool, date]:
        end = project.end or date.max
        return project.start is None or not project.start <= day <= end, end

    return projects if len(projects) <= _STRIPS else sorted(projects, key=distance)[:_STRIPS]


def _timeline_table(projects: Sequence[ProjectRecord]) -> DataTable:
    return DataTable(
        caption=_("Hankkeiden toteutusajat"),
        columns=[
            Column(key="name", label=_("Hanke")),
            Column(key="start", label=_("Alkaa"), kind="day"),
            Column(key="end", label=_("Päättyy"), kind="day"),
        ],
        rows=[[line.label, line.start, line.end] for line in projects],
    )


def _source(state: ProgrammeState) -> str:
    return _("keksitty esimerkki") if state.programme.example_data else _("hankkeiden raportit")


def _objective_columns() -> list[Column]:
    return [
        Column(key="number", label=_("Numero")),
        Column(key="name", label=_("Tavoite")),
        Column(key="light", label=_("Tila")),
        Column(key="indicator", label=_("Mittari")),
        Column(key="actual", label=_("Nyt"), kind="number", decimals=1),
        Column(key="expected", label=_("Odotettu"), kind="number", decimals=1),
        Column(key="planned", label=_("Tavoitearvo"), kind="number", decimals=1),
        Column(key="women", label=_("Naisia"), kind="number", decimals=1),
    ]


def _indicator_cells(line: IndicatorState | None) -> list[Any]:
    if line is None:
        return [None] * 5
    figure = line.figure
    return [line.indicator.name, figure.actual, figure.expected, figure.planned_total, figure.actual.women]

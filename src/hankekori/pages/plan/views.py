"""Suunnitelma: the tree with its lights, a measure with its course and forecast, the gaps."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.ledger_queries import recording_days
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.state import IndicatorState, MeasureState, ObjectiveState, ProgrammeState
from hankekori.areas.plan.queries import measures_of, targets_of
from hankekori.areas.rounds.quality_facts import last_round
from hankekori.core.figures import ValueState
from hankekori.pages.door import Door, programme_page
from hankekori.pages.plan.gaps import all_gaps, gap_groups, gaps_table
from hankekori.pages.plan.pictures import course_picture
from hankekori.pages.plan.quality import gauge_rows
from hankekori.pages.plan.tables import plan_table
from hankekori.pages.plan.time_choice import time_choice
from hankekori.web.downloads import table_response
from hankekori.web.tables import Link


@programme_page()
def plan(request: HttpRequest, *, door: Door) -> HttpResponse:
    state = programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)
    if "muoto" in request.GET:
        table = plan_table(state)
        return table_response("suunnitelma", table.columns, table.rows, request.GET["muoto"])
    objectives = [
        (objective, [(each, _applying(each)) for each in objective.measures]) for objective in state.objectives
    ]
    return render(request, "plan/plan.html", {"state": state, "objectives": objectives})


@programme_page()
def measure(request: HttpRequest, *, door: Door, number: str) -> HttpResponse:
    """Show one measure: targets, projects, who is responsible, the course so far and where it is heading."""
    state = programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)
    objective, found = _measure(state, number)
    record = measures_of(door.programme).select_related("objective__plan_version").get(pk=found.id)
    targets = {target.indicator_id: target for target in targets_of(door.programme, measure=record)}
    language = get_language() or "fi"
    context: dict[str, Any] = {
        "state": state,
        "trail": [Link(_("Suunnitelma"), door.url("plan"))],
        "time": time_choice(door, recording_days(door.programme, projects=found.projects)),
        "objective": objective,
        "measure": found,
        "description": record.description,
        "version": record.objective.plan_version,
        "projects": [state.projects_by_id[project] for project in found.projects],
        "indicators": [
            {
                "line": line,
                "target": targets.get(line.indicator.id),
                "picture": course_picture(state, line, targets.get(line.indicator.id), language),
            }
            for line in _applying(found)
        ],
    }
    return render(request, "plan/measure.html", context)


@programme_page()
def gaps(request: HttpRequest, *, door: Door) -> HttpResponse:
    """Gauge the data and list what is missing, each with the place where it is mended."""
    state = programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)
    asked = last_round(door.programme, last_due=state.last_due)
    groups = gap_groups(all_gaps(state, door), state, asked, door)
    if "muoto" in request.GET:
        table = gaps_table(groups)
        return table_response("puutteet", table.columns, table.rows, request.GET["muoto"])
    trail = [Link(_("Suunnitelma"), door.url("plan"))]
    return render(
        request, "plan/gaps.html", {"trail": trail, "gauges": gauge_rows(state, asked, door), "groups": groups}
    )


def _applying(measure: MeasureState) -> list[IndicatorState]:
    """Leave out what has no target and does not apply to any project of the measure."""
    return [
        line
        for line in measure.indicators
        if line.figure.planned_total is not None or line.figure.actual.state is not ValueState.NOT_APPLICABLE
    ]


def _measure(state: ProgrammeState, number: str) -> tuple[ObjectiveState, MeasureState]:
    for objective in state.objectives:
        for each in objective.measures:
            if each.number == number:
                return objective, each
    raise Http404

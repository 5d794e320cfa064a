"""Suunnitelma: the tree with its lights, a measure with its course and forecast, the rows behind a figure, the gaps."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.ledger_queries import entries_behind
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.state import MeasureState, ObjectiveState, ProgrammeState
from hankekori.areas.plan.queries import measure_named, targets_of
from hankekori.core.rollup import Node, NodeKind
from hankekori.pages.door import Door, programme_page
from hankekori.pages.plan.pictures import course_picture
from hankekori.pages.plan.tables import gap_rows, plan_table, sources_table
from hankekori.web.downloads import table_response
from hankekori.web.tables import Link


@programme_page()
def plan(request: HttpRequest, *, door: Door) -> HttpResponse:
    language = get_language() or "fi"
    state = programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)
    if "muoto" in request.GET:
        table = plan_table(state)
        return table_response("suunnitelma", table.columns, table.rows, request.GET["muoto"])
    return render(request, "plan/plan.html", {"state": state, "language": language})


@programme_page()
def measure(request: HttpRequest, *, door: Door, number: str) -> HttpResponse:
    """Show one measure: targets, projects, who is responsible, the course so far and where it is heading."""
    state = programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)
    objective, found = _measure(state, number)
    record = measure_named(door.programme, number)
    targets = {target.indicator_id: target for target in targets_of(door.programme, measure=record)}
    language = get_language() or "fi"
    context: dict[str, Any] = {
        "state": state,
        "trail": [_plan_link(door)],
        "objective": objective,
        "measure": found,
        "description": record.description if record else None,
        "projects": [state.projects_by_id[project] for project in found.projects],
        "indicators": [
            {
                "line": line,
                "target": targets.get(line.indicator.id),
                "picture": course_picture(state, line, targets.get(line.indicator.id), language),
            }
            for line in found.indicators
        ],
    }
    return render(request, "plan/measure.html", context)


@programme_page()
def sources(request: HttpRequest, *, door: Door, number: str, indicator: int) -> HttpResponse:
    """Open a measure's figure to the rows it was added up from."""
    state = programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)
    _, found = _measure(state, number)
    line = next((line for line in found.indicators if line.indicator.id == indicator), None)
    if line is None:
        raise Http404
    entries = entries_behind(
        door.programme, node=_node(found), indicator=indicator, as_of=door.as_of, known_on=door.known_on
    )
    table = sources_table(line, entries)
    if "muoto" in request.GET:
        return table_response(f"lahteet-{number}", table.columns, table.rows, request.GET["muoto"])
    context = {"state": state, "trail": _trail(door, found), "measure": found, "line": line, "table": table}
    return render(request, "plan/sources.html", context)


@programme_page()
def gaps(request: HttpRequest, *, door: Door) -> HttpResponse:
    """List what is missing, each with the place where it is mended."""
    state = programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)
    return render(request, "plan/gaps.html", {"state": state, "groups": gap_rows(state)})


def _measure(state: ProgrammeState, number: str) -> tuple[ObjectiveState, MeasureState]:
    for objective in state.objectives:
        for each in objective.measures:
            if each.number == number:
                return objective, each
    raise Http404


def _node(found: MeasureState) -> Node:
    return Node(NodeKind.MEASURE, found.id)


def _plan_link(door: Door) -> Link:
    return Link(_("Suunnitelma"), reverse("plan", args=[door.programme.slug]))


def _trail(door: Door, found: MeasureState) -> list[Link]:
    name = f"{found.number} {found.name.in_language(get_language() or 'fi')}"
    return [_plan_link(door), Link(name, reverse("measure", args=[door.programme.slug, found.number]))]

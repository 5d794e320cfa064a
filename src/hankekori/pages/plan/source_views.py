"""Where a figure comes from: the rows of the ledger that it was added up from, for a measure, an objective and all."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.ledger_queries import entries_behind
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.state import IndicatorState, MeasureState, ObjectiveState, ProgrammeState
from hankekori.core.rollup import PROGRAMME, Node, NodeKind
from hankekori.core.texts import Translated
from hankekori.pages.door import Door, programme_page
from hankekori.pages.plan.tables import sources_table
from hankekori.web.downloads import table_response
from hankekori.web.tables import Link


@dataclass(frozen=True, slots=True)
class _Place:
    """The place in the plan whose figure is opened."""

    node: Node
    indicators: tuple[IndicatorState, ...]
    name: str
    trail: list[Link]


@programme_page()
def of_programme(request: HttpRequest, *, door: Door, indicator: int) -> HttpResponse:
    """Open a figure of the whole programme to its rows."""
    state = _state(door)
    trail = [Link(_("Tilannekuva"), door.url("situation"))]
    place = _Place(PROGRAMME, state.totals, _in_language(door.programme.name), trail)
    return _page(request, door, place, indicator)


@programme_page()
def of_objective(request: HttpRequest, *, door: Door, number: str, indicator: int) -> HttpResponse:
    """Open an objective's figure to its rows."""
    found = next((each for each in _state(door).objectives if each.number == number), None)
    if found is None:
        raise Http404
    node = Node(NodeKind.OBJECTIVE, found.id)
    return _page(request, door, _Place(node, found.indicators, _named(found), [_plan_link(door)]), indicator)


@programme_page()
def of_measure(request: HttpRequest, *, door: Door, number: str, indicator: int) -> HttpResponse:
    """Open a measure's figure to its rows."""
    found = next((each for each in _state(door).measures if each.number == number), None)
    if found is None:
        raise Http404
    trail = [_plan_link(door), Link(_named(found), door.url("measure", number=number))]
    node = Node(NodeKind.MEASURE, found.id)
    return _page(request, door, _Place(node, found.indicators, _named(found), trail), indicator)


def _page(request: HttpRequest, door: Door, place: _Place, indicator: int) -> HttpResponse:
    line = next((line for line in place.indicators if line.indicator.id == indicator), None)
    if line is None:
        raise Http404
    entries = entries_behind(
        door.programme, node=place.node, indicator=indicator, as_of=door.as_of, known_on=door.known_on
    )
    table = sources_table(line, entries, door)
    if "muoto" in request.GET:
        return table_response(f"lahteet-{line.indicator.code}", table.columns, table.rows, request.GET["muoto"])
    return render(request, "plan/sources.html", {"place": place, "line": line, "table": table})


def _state(door: Door) -> ProgrammeState:
    return programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)


def _named(found: ObjectiveState | MeasureState) -> str:
    return f"{found.number} {_in_language(found.name)}"


def _in_language(text: Translated) -> str:
    return text.in_language(get_language() or "fi")


def _plan_link(door: Door) -> Link:
    return Link(_("Suunnitelma"), door.url("plan"))

"""What has changed between two days, in the whole plan and in one measure."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.ledger_changes import NodeChanges, changes_at
from hankekori.areas.plan.queries import plan_tree
from hankekori.areas.programmes.models import Programme
from hankekori.core.periods import period_of
from hankekori.core.rollup import PROGRAMME, Node, NodeKind
from hankekori.pages.door import Door, programme_page, read_day
from hankekori.pages.plan.change_tables import change_row, changes_table
from hankekori.web.downloads import table_response
from hankekori.web.paging import page_of_list
from hankekori.web.tables import Link

_SINCE = "vertaa"  # of an address: changes after this day, by the end of the day known on


@dataclass(frozen=True, slots=True)
class _Days:
    """The two days compared; in the wrong order nothing is listed and the page says so."""

    since: date
    until: date

    @property
    def are_in_order(self) -> bool:
        return self.since <= self.until


@programme_page()
def of_programme(request: HttpRequest, *, door: Door) -> HttpResponse:
    return _page(request, door, PROGRAMME, _("Koko suunnitelma"), [Link(_("Suunnitelma"), door.url("plan"))])


@programme_page()
def of_measure(request: HttpRequest, *, door: Door, number: str) -> HttpResponse:
    tree = plan_tree(door.programme, as_of=door.as_of)
    measures = [each for objective in tree.objectives for each in objective.measures] if tree else []
    found = next((each for each in measures if each.number == number), None)
    if found is None:
        raise Http404
    name = f"{found.number} {found.name.in_language(get_language() or 'fi')}"
    trail = [Link(_("Suunnitelma"), door.url("plan")), Link(name, door.url("measure", number=number))]
    return _page(request, door, Node(NodeKind.MEASURE, found.id), name, trail)


def _page(request: HttpRequest, door: Door, node: Node, name: str, trail: list[Link]) -> HttpResponse:
    days = _Days(read_day(request, _SINCE) or _usual_day(door.programme, door.known_on), door.known_on)
    found = _changes(door, node, days)
    if "muoto" in request.GET:
        table = changes_table(found.changes, door)
        return table_response("muutokset", table.columns, table.rows, request.GET["muoto"])
    page = page_of_list(found.changes, request.GET)
    rows = [change_row(each, door) for each in page]
    context = {"name": name, "trail": trail, "days": days, "sums": found.sums, "page": page, "rows": rows}
    return render(request, "plan/changes.html", context)


def _changes(door: Door, node: Node, days: _Days) -> NodeChanges:
    if not days.are_in_order:
        return NodeChanges((), ())
    return changes_at(door.programme, node=node, as_of=door.as_of, since=days.since, until=days.until)


def _usual_day(programme: Programme, until: date) -> date:
    """Count changes from the previous meeting; without one before the day, from the end of the half-year before."""
    meeting = programme.previous_meeting
    return meeting if meeting and meeting < until else period_of(until).start - timedelta(days=1)

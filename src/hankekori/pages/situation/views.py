"""Tilannekuva: is the plan on course, what has changed, what needs you now."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from hankekori.areas.monitoring.ledger_changes import LedgerChange, ledger_changes
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.projects.summaries import municipality_counts
from hankekori.pages.door import Door, programme_page
from hankekori.pages.situation.map import municipality_picture
from hankekori.pages.situation.needs import needs_now
from hankekori.pages.situation.rows import key_figures, objective_rows, timeline_picture
from hankekori.web.downloads import table_response

_CHANGES_SHOWN = 12


@programme_page()
def situation(request: HttpRequest, *, door: Door) -> HttpResponse:
    language = get_language() or "fi"
    state = programme_state(door.programme, as_of=door.as_of, known_on=door.known_on)
    rows = objective_rows(state, language)
    if "muoto" in request.GET:
        return table_response("tilannekuva", rows.columns, rows.cells, request.GET["muoto"])
    since = door.programme.previous_meeting
    context: dict[str, Any] = {
        "state": state,
        "figures": key_figures(state, door, language),
        "rows": rows,
        "since": since,
        "changes": _changes(door, since) if since else (),
        "needs": needs_now(state, door),
        "municipalities": municipality_picture(municipality_counts(door.programme), door, language),
        "timeline": timeline_picture(state, door, language),
    }
    return render(request, "situation/situation.html", context)


def _changes(door: Door, since: date) -> list[LedgerChange]:
    """List the newest entries after the day that moved a figure."""
    changes = ledger_changes(door.programme, since=since, until=min(door.as_of, door.known_on))
    return [change for change in changes if change.before != change.after][:_CHANGES_SHOWN]

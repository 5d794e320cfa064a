"""Tilannekuva: is the plan on course, what has changed, what needs you now."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from hankekori.areas.monitoring.ledger_queries import ledger_changes
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.projects.summaries import municipality_counts
from hankekori.pages.door import Door, programme_page
from hankekori.pages.situation.map import municipality_picture
from hankekori.pages.situation.needs import needs_now
from hankekori.pages.situation.rows import key_figures, objective_rows, timeline_picture
from hankekori.web.downloads import table_response


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
        "figures": key_figures(state, language),
        "rows": rows,
        "since": since,
        "changes": ledger_changes(door.programme, since=since, until=door.as_of)[:12] if since else (),
        "needs": needs_now(state, door),
        "municipalities": municipality_picture(municipality_counts(door.programme), language),
        "timeline": timeline_picture(state, language),
    }
    return render(request, "situation/situation.html", context)

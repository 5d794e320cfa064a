"""A project's tab Maksatus: its claims, spending against plans, and what does not agree."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hankekori.areas.claims.queries import project_claims
from hankekori.core.funding import share_used
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.frame import page_frame
from hankekori.pages.claims.pictures import spending_picture
from hankekori.pages.claims.tables import claims_file, claims_table, spending_rows
from hankekori.pages.claims.words import costs, sources
from hankekori.pages.door import Door, programme_page
from hankekori.web.downloads import table_response


@programme_page()
def claims(request: HttpRequest, *, door: Door, code: str) -> HttpResponse:
    """Show the chain of claims and what was spent; the coordinator opens a claim from its row."""
    page = project_at(door.programme, code)
    found = project_claims(page.project, page.funding, today=door.as_of)
    if "muoto" in request.GET:
        table = claims_file(found.lines)
        return table_response(f"maksatus-{code}", table.columns, table.rows, request.GET["muoto"])
    context = {
        **page_frame(request, door, page),
        "claims": found,
        "used": share_used(found.total.spent, found.total.planned),
        "table": claims_table(found, door, code) if found.lines else None,
        "by_kind": spending_rows(found.by_kind, costs()),
        "by_source": spending_rows(found.by_source, sources()),
        "picture": spending_picture(page.project, found, door.as_of),
    }
    return render(request, "claims/claims.html", context)

"""A project's page: its description, follow-up and history, each at an address of its own."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from hankekori.areas.claims.queries import claim_events
from hankekori.areas.monitoring.ledger_queries import entries_of, plans_of
from hankekori.areas.projects.history import history_of
from hankekori.areas.projects.models import Description
from hankekori.areas.projects.queries import descriptions_of
from hankekori.areas.steering.decision_queries import decisions_on
from hankekori.core.description.fields import compare
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.descriptions import as_read, changed_since_reading
from hankekori.pages.basket.file_views import ENDINGS
from hankekori.pages.basket.frame import page_frame
from hankekori.pages.basket.history_lines import shown_lines
from hankekori.pages.basket.ledger_tables import entries_table
from hankekori.pages.basket.personal_data import mask_for
from hankekori.pages.basket.results import results_of
from hankekori.pages.basket.version_changes import shown_differences
from hankekori.pages.decisions.words import kind_name, outcome_name
from hankekori.pages.door import Door, programme_page
from hankekori.reports.description_document import description_document
from hankekori.reports.writers.html import html_body
from hankekori.web.downloads import table_response


@programme_page()
def description(request: HttpRequest, *, door: Door, code: str) -> HttpResponse:
    """Show the official description as it was read, with what was not understood."""
    page = project_at(door.programme, code)
    with_personal = door.may_read_personal
    context: dict[str, Any] = {**page_frame(request, door, page), "endings": ENDINGS, "versions": ()}
    context["decisions"] = [
        (each, kind_name(each.kind), outcome_name(each.outcome)) for each in decisions_on(page.project)
    ]
    context["summary"] = mask_for(page.project, with_personal=with_personal)(page.project.summary)
    if page.description:
        read = as_read(page.description, with_personal=with_personal)
        hidden = () if with_personal else page.description.record.get("unread", ())
        changed = [change for change in changed_since_reading(page) if with_personal or not _is_personal(change.path)]
        context |= {
            "read": read,
            "body": mark_safe(html_body(description_document(read))),  # noqa: S308 - the writer escapes its texts
            "hidden_lines": len(hidden),
            "changed": changed,
            "versions": list(descriptions_of(page.project).select_related("read_by")),
        }
    return render(request, "basket/description.html", context)


@programme_page()
def monitoring(request: HttpRequest, *, door: Door, code: str) -> HttpResponse:
    """Show planned against realised for each indicator, its course and the ledger's entries."""
    page = project_at(door.programme, code)
    entries, plans = list(entries_of(page.project)), list(plans_of(page.project))
    table = entries_table(entries)
    if "muoto" in request.GET:
        return table_response(f"kirjaukset-{code}", table.columns, table.rows, request.GET["muoto"])
    context = {
        **page_frame(request, door, page),
        "results": results_of(page.project, plans, entries, door),
        "entries": table,
    }
    return render(request, "basket/monitoring.html", context)


@programme_page()
def history(request: HttpRequest, *, door: Door, code: str) -> HttpResponse:
    """List what was done, newest first; who did it only for those who may read personal data."""
    page = project_at(door.programme, code)
    lines = history_of(page.project, with_personal=door.may_read_personal, beside=claim_events(page.project))
    shown = shown_lines(lines, mask_for(page.project, with_personal=door.may_read_personal))
    return render(request, "basket/history.html", {**page_frame(request, door, page), "lines": shown})


@programme_page()
def versions(request: HttpRequest, *, door: Door, code: str) -> HttpResponse:
    """Compare two descriptions of the project field by field: ?vanha= and ?uusi=, else the two newest."""
    page = project_at(door.programme, code)
    kept = list(descriptions_of(page.project))
    if len(kept) < 2:  # noqa: PLR2004 - two are compared
        raise Http404
    new = _asked(kept, request.GET.get("uusi"), kept[0])
    old = _asked(kept, request.GET.get("vanha"), kept[1])
    with_personal = door.may_read_personal
    changes = compare(as_read(old, with_personal=with_personal), as_read(new, with_personal=with_personal))
    context = {**page_frame(request, door, page), "versions": kept, "old": old, "new": new}
    context["differences"] = shown_differences(changes)
    return render(request, "basket/versions.html", context)


def _asked(kept: list[Description], written: str | None, otherwise: Description) -> Description:
    return next((each for each in kept if str(each.pk) == written), otherwise)


def _is_personal(path: str) -> bool:
    return path.startswith("implementer.contact")

"""Hankekori: the list with its sums and files, named views, projects side by side."""

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from hankekori.areas.errors import DomainError
from hankekori.areas.projects.queries import SORTED_COLUMNS, ProjectQuerySet, basket, funding_of
from hankekori.pages.basket.columns import (
    COLUMN_PARAM,
    ListColumn,
    all_columns,
    basket_link,
    chosen_columns,
    file_cells,
    project_link,
    row_of,
)
from hankekori.pages.basket.filters import basket_filters
from hankekori.pages.basket.saved_views import delete_view, save_view, views_of
from hankekori.pages.basket.side_by_side import MOST_COMPARED, asked_projects, comparison_table
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.web.downloads import table_response
from hankekori.web.list_filters import AppliedFilters, Sort, apply_filters, read_sort
from hankekori.web.paging import PAGE_PARAM, page_of
from hankekori.web.tables import head_of


@programme_page()
def projects(request: HttpRequest, *, door: Door) -> HttpResponse:
    """List the projects; ?muoto=xlsx and ?muoto=csv give all the rows of the list with the columns shown."""
    applied = apply_filters(basket_filters(door.programme), request.GET)
    sort = read_sort(request.GET, SORTED_COLUMNS, default="code")
    found = _found(door, applied, sort)
    offered = all_columns(with_persons=door.may_read_personal and "muoto" not in request.GET)
    columns = chosen_columns(request.GET, offered)
    if "muoto" in request.GET:
        rows = (file_cells(project, columns) for project in found.iterator(chunk_size=1000))
        return table_response("hankekori", [each.column for each in columns], rows, request.GET["muoto"])
    page = page_of(found, request.GET)
    shown = {each.key for each in columns}
    context: dict[str, Any] = {
        "applied": applied,
        "page": page,
        "rows": [row_of(project, columns) for project in page],
        "head": head_of((each.column for each in _name_first(columns)), sort),
        "columns": [(each.column, each.key in shown) for each in offered if each.key != "name"],
        "totals": funding_of(basket(door.programme).filter(applied.condition)),
        "views": views_of(door.user, door.programme),
        "query": request.GET.urlencode(),
        "kept": _kept(request.GET),
        "is_empty": not page.total and not applied.is_active,
    }
    return render(request, "basket/list.html", context)


@require_POST
@programme_page()
def save_list_view(request: HttpRequest, *, door: Door) -> HttpResponse:
    query = request.POST.get("query", "")
    try:
        saved = save_view(
            by=door.user, now=timezone.now(), programme=door.programme, name=request.POST.get("name", ""), query=query
        )
    except DomainError as error:
        messages.error(request, said(error.message))
        return redirect(_list_address(door, query))
    return redirect(_list_address(door, saved.query))


@require_POST
@programme_page()
def delete_list_view(request: HttpRequest, *, door: Door, view: int) -> HttpResponse:  # noqa: ARG001 - every view
    delete_view(by=door.user, now=timezone.now(), programme=door.programme, key=view)
    return redirect("basket", slug=door.programme.slug)


@programme_page()
def compare_projects(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Show the projects named by ?hanke= side by side, as many as fit."""
    keys = request.GET.getlist("hanke")
    found = asked_projects(door.programme, keys)
    table = comparison_table(found, door) if found else None
    if table and "muoto" in request.GET:
        return table_response("vertailu", table.columns, table.rows, request.GET["muoto"])
    context = {
        "trail": [basket_link(door)],
        "found": [(project_link(door.programme.slug, project), project) for project in found],
        "table": table,
        "asked": len(set(keys)),
        "most": MOST_COMPARED,
    }
    return render(request, "basket/compare.html", context)


def _found(door: Door, applied: AppliedFilters, sort: Sort) -> ProjectQuerySet:
    return basket(door.programme).filter(applied.condition).sorted_by(str(sort)).for_list()


def _kept(params: QueryDict) -> list[tuple[str, str]]:
    """Give what the form of the columns has to carry along."""
    kept = [(name, params.getlist(name)) for name in params if name not in {COLUMN_PARAM, PAGE_PARAM}]
    return [(name, value) for name, values in kept for value in values]


def _name_first(columns: Iterable[ListColumn]) -> list[ListColumn]:
    """Put the name first, as the row's heading."""
    return sorted(columns, key=lambda each: each.key != "name")


def _list_address(door: Door, query: str) -> str:
    address = reverse("basket", args=[door.programme.slug])
    return f"{address}?{query}" if query else address

"""Hankekori: the list with its sums and files, named views, projects side by side."""

from collections.abc import Iterable, Sequence
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
    file_columns,
    project_link,
    row_of,
)
from hankekori.pages.basket.filters import basket_filters
from hankekori.pages.basket.side_by_side import MOST_COMPARED, comparison_rows, comparison_table, read_asked
from hankekori.pages.basket.words import said
from hankekori.pages.door import DAY_PARAMS, Door, programme_page
from hankekori.pages.models import SavedView
from hankekori.pages.saved_views import delete_view, list_query, save_view, views_of
from hankekori.web.downloads import table_response
from hankekori.web.list_filters import SORT_PARAM, apply_filters, read_sort
from hankekori.web.paging import PAGE_PARAM, page_of
from hankekori.web.tables import head_of

PAGE_SIZE = 100  # most programmes fit on one page
_KEPT = (SORT_PARAM, COLUMN_PARAM, *DAY_PARAMS)  # by the form of the filters


@programme_page()
def projects(request: HttpRequest, *, door: Door) -> HttpResponse:
    """List the projects; ?muoto=xlsx, ods and csv give all the rows of the list with the columns shown."""
    filters = basket_filters(door.programme, with_persons=door.may_read_personal)
    applied = apply_filters(filters, request.GET, keep=_KEPT)
    sort = read_sort(request.GET, SORTED_COLUMNS, default="code")
    offered = all_columns(with_persons=door.may_read_personal)
    columns = chosen_columns(request.GET, offered)
    found = basket(door.programme).filter(applied.condition).sorted_by(str(sort))
    if "muoto" in request.GET:
        return _file(found, file_columns(columns, offered), request.GET["muoto"])
    page = page_of(_with_cells(found, columns), request.GET, size=PAGE_SIZE)
    shown = {each.key for each in columns}
    query = request.GET.urlencode()
    context: dict[str, Any] = {
        "applied": applied,
        "page": page,
        "rows": [row_of(door, project, columns) for project in page],
        "has_code_column": "code" in shown,
        "head": head_of((each.column for each in columns), sort),
        "columns": [(each.column, each.key in shown) for each in offered if each.key != "name"],
        "totals": funding_of(found),
        "views": _views(door, query),
        "query": query,
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
            by=door.user, now=timezone.now(), programme=door.programme, page=SavedView.Page.BASKET,
            name=request.POST.get("name", ""), query=list_query(query),
        )  # fmt: skip
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
    asked = read_asked(door.programme, request.GET.getlist("hanke"))
    rows = comparison_rows(asked.found, door)
    if asked.found and "muoto" in request.GET:
        table = comparison_table(asked.found, rows)
        return table_response("vertailu", table.columns, table.rows, request.GET["muoto"])
    context = {
        "trail": [basket_link(door)],
        "asked": asked,
        "found": [(project_link(door, project), project) for project in asked.found],
        "rows": rows,
        "most": MOST_COMPARED,
    }
    return render(request, "basket/compare.html", context)


def _file(found: ProjectQuerySet, columns: Sequence[ListColumn], file_format: str) -> HttpResponse:
    listed = _with_cells(found, columns).iterator(chunk_size=1000)
    rows = (file_cells(project, columns) for project in listed)
    return table_response("hankekori", [each.column for each in columns], rows, file_format)


def _with_cells(found: ProjectQuerySet, columns: Iterable[ListColumn]) -> ProjectQuerySet:
    """Bring along what the cells read; a query more for each column that reads rows beside the project."""
    return found.for_list(*(each.rows_beside for each in columns if each.rows_beside))


def _kept(params: QueryDict) -> list[tuple[str, str]]:
    """Give what the form of the columns has to carry along."""
    kept = [(name, params.getlist(name)) for name in params if name not in {COLUMN_PARAM, PAGE_PARAM}]
    return [(name, value) for name, values in kept for value in values]


def _views(door: Door, query: str) -> list[dict[str, Any]]:
    """Give the person's named views with their addresses; the one that is shown now is marked."""
    return [
        {"view": view, "url": _list_address(door, view.query), "is_current": view.query == list_query(query)}
        for view in views_of(door.user, door.programme, SavedView.Page.BASKET)
    ]


def _list_address(door: Door, query: str) -> str:
    address = reverse("basket", args=[door.programme.slug])
    return f"{address}?{query}" if query else address

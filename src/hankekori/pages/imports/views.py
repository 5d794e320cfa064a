"""Add from a document: drop files, see what was understood, save or leave."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRefresh

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import basket
from hankekori.exchange.actions import choose_columns, create_draft, discard_draft, save_draft
from hankekori.exchange.marked_workbooks import marked_workbook
from hankekori.exchange.models import ImportDraft
from hankekori.exchange.queries import draft_with_id, drafts_of, plan_of_draft
from hankekori.exchange.tasks import queue_import
from hankekori.exchange.uploads import LARGEST_FILE, LARGEST_TOTAL
from hankekori.pages.basket.columns import basket_link, project_link
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.imports.forms import ColumnsForm, FilesForm
from hankekori.pages.imports.previews import (
    changes_count,
    files_of,
    in_language,
    left_out,
    remarks,
    shown_items,
    unread_lines,
)
from hankekori.web.downloads import XLSX_TYPE
from hankekori.web.tables import Link

MOST_AT_ONCE = 200  # changes saved while the browser waits; more is a worker's job
_EARLIER = 8  # imports listed under the form
_MOST_LINKED = 20  # projects of a result
_State = ImportDraft.State
_UNDER_WAY = {_State.QUEUED, _State.RUNNING}


@programme_page(Permission.IMPORT)
def new_import(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Take the files and go on to what was understood of them; nothing is saved here."""
    form = FilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        form = FilesForm(request.POST, request.FILES)
        if form.is_valid():
            draft = create_draft(by=door.user, now=timezone.now(), programme=door.programme, intake=form.intake)
            return redirect("import-draft", slug=door.programme.slug, draft=draft.pk)
    earlier = drafts_of(door.programme).select_related("uploaded_by")[:_EARLIER]
    context = {
        "form": form,
        "trail": [basket_link(door)],
        "earlier": [(each, _words(each)) for each in earlier],
        "file_limit": LARGEST_FILE // 1_000_000,
        "total_limit": LARGEST_TOTAL // 1_000_000,
    }
    return render(request, "imports/new.html", context, status=422 if form.errors else 200)


@programme_page(Permission.IMPORT)
def draft_page(request: HttpRequest, *, door: Door, draft: int) -> HttpResponse:
    """Show a draft: its preview, how far its saving is, or what it did."""
    found = _draft(door, draft)
    if found.state in _UNDER_WAY:
        return render(request, "imports/under_way.html", _frame(door, found) | _progress(door, found))
    if found.state == _State.DONE:
        return render(request, "imports/done.html", _frame(door, found) | _result(door, found))
    return render(request, "imports/preview.html", _preview(door, found))


@programme_page(Permission.IMPORT)
def progress(request: HttpRequest, *, door: Door, draft: int) -> HttpResponse:
    """Give how far the saving is; when it is over, the whole page is read again."""
    found = _draft(door, draft)
    if found.state not in _UNDER_WAY:
        return HttpResponseClientRefresh()
    return render(request, "components/progress.html", _progress(door, found))


@require_POST
@programme_page(Permission.IMPORT)
def columns(request: HttpRequest, *, door: Door, draft: int) -> HttpResponseBase:
    """Read the spreadsheets again by the columns chosen."""
    found = _draft(door, draft)
    form = ColumnsForm(request.POST, sheets=found.preview.get("sheets", ()))
    if form.is_valid():
        try:
            choose_columns(by=door.user, now=timezone.now(), draft=found, mappings=form.mappings)
        except DomainError as error:
            messages.error(request, said(error.message))
        return _to_draft(door, found)
    return render(request, "imports/preview.html", _preview(door, found, form), status=422)


@require_POST
@programme_page(Permission.IMPORT)
def save(request: HttpRequest, *, door: Door, draft: int) -> HttpResponseBase:
    """Save what the preview shows: at once when it is little, else by a worker."""
    found = _draft(door, draft)
    try:
        if changes_count(found) > MOST_AT_ONCE:
            queue_import(by=door.user, draft=found)
        else:
            save_draft(by=door.user, now=timezone.now(), draft=found)
    except DomainError as error:
        messages.error(request, said(error.message))
    return _to_draft(door, found)


@require_POST
@programme_page(Permission.IMPORT)
def discard(request: HttpRequest, *, door: Door, draft: int) -> HttpResponseBase:
    """Drop the draft and its files."""
    found = _draft(door, draft)
    try:
        discard_draft(by=door.user, now=timezone.now(), draft=found)
    except DomainError as error:
        messages.error(request, said(error.message))
        return _to_draft(door, found)
    messages.success(request, _("Tuonti peruttiin, eikä siitä tallennettu mitään."))
    return redirect("import-new", slug=door.programme.slug)


@programme_page(Permission.IMPORT)
def marked(request: HttpRequest, *, door: Door, draft: int, place: int) -> HttpResponse:  # noqa: ARG001 - every view
    """Give a spreadsheet back with its faulty cells marked."""
    sheets = plan_of_draft(_draft(door, draft)).sheets
    if place >= len(sheets):
        raise Http404
    content = marked_workbook(sheets[place].sheet, sheets[place].faults, language=language())
    response = HttpResponse(content, content_type=XLSX_TYPE)
    response["Content-Disposition"] = f'attachment; filename="korjattavat-{draft}-{place + 1}.xlsx"'
    return response


def _draft(door: Door, key: int) -> ImportDraft:
    found = draft_with_id(door.programme, key) if key < 2**63 else None
    if found is None:
        raise Http404
    return found


def _to_draft(door: Door, draft: ImportDraft) -> HttpResponse:
    return redirect("import-draft", slug=door.programme.slug, draft=draft.pk)


def _frame(door: Door, draft: ImportDraft) -> dict[str, Any]:
    trail = [basket_link(door), Link(_("Tuo tiedostosta"), reverse("import-new", args=[door.programme.slug]))]
    return {"draft": draft, "trail": trail, "files": files_of(draft)}


def _preview(door: Door, draft: ImportDraft, form: ColumnsForm | None = None) -> dict[str, Any]:
    sheets = draft.preview.get("sheets", ())
    count, items = changes_count(draft), shown_items(draft)
    return _frame(door, draft) | {
        "counts": draft.preview.get("counts", {}),
        "count": count,
        "items": items,
        "rest": count - len(items),
        "left_out": left_out(draft.preview),
        "remarks": remarks(draft.preview),
        "unread": unread_lines(draft),
        "form": (form or ColumnsForm(sheets=sheets)) if sheets else None,
        "failed": in_language(draft.error) if draft.error else "",
        "is_large": count > MOST_AT_ONCE,
    }


def _progress(door: Door, draft: ImportDraft) -> dict[str, Any]:
    waiting = draft.state == _State.QUEUED
    return {
        "label": _("Tuonti odottaa vuoroaan") if waiting else _("Tallennetaan hankekoriin"),
        "done": draft.done,
        "total": draft.total,
        "poll_url": reverse("import-progress", args=[door.programme.slug, draft.pk]),
    }


def _result(door: Door, draft: ImportDraft) -> dict[str, Any]:
    result = draft.result or {}
    found = basket(door.programme).filter(pk__in=result.get("projects", ()))
    return {
        "result": result,
        "projects": [project_link(door, project) for project in found.sorted_by("code")[:_MOST_LINKED]],
        "rest": max(result.get("created", 0) + result.get("changed", 0) - _MOST_LINKED, 0),
        "outside": found.filter(basket_state=Project.BasketState.OUTSIDE).exists(),
        "left_out": left_out(result),
        "remarks": remarks(result),
    }


def _words(draft: ImportDraft) -> str:
    return {
        _State.PREVIEWED: _("odottaa tallennusta"),
        _State.QUEUED: _("odottaa vuoroaan"),
        _State.RUNNING: _("tallennetaan"),
        _State.DONE: _("tallennettu"),
        _State.FAILED: _("ei tallennettu"),
    }[_State(draft.state)]

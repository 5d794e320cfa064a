"""Raportit: the frozen reports, a new one with its preview, one as it was, its files, two side by side."""

from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.archive.kinds import PUBLISHABLE
from hankekori.areas.archive.queries import annotate_is_public, latest_before, publication_of, reports_of, years_of
from hankekori.areas.errors import DomainError
from hankekori.areas.steering.coming_items import coming_items
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.reports.files import comparison_response, report_response
from hankekori.pages.reports.finding import find_report
from hankekori.pages.reports.forms import LANGUAGE_NAMES, ReportForm
from hankekori.pages.reports.list_filters import report_filters
from hankekori.pages.reports.naming import endings_of, name_of
from hankekori.reports.comparison import compare
from hankekori.reports.frozen_files import WRITERS
from hankekori.reports.snapshots import open_frozen
from hankekori.reports.working_group import KIND, NOT_COMPARED, draft_report, freeze_report
from hankekori.reports.working_group.why import why
from hankekori.reports.writers.html import html_body, html_contents
from hankekori.web.list_filters import apply_filters
from hankekori.web.paging import page_of
from hankekori.web.tables import Link

COMPARED = 2
REPORT_PARAM = "raportti"


@programme_page()
def reports(request: HttpRequest, *, door: Door) -> HttpResponse:
    """List what has been frozen; agendas and minutes only to those who may read meetings."""
    of_meetings = door.may_read_meetings
    found = annotate_is_public(reports_of(door.programme, of_meetings=of_meetings))
    applied = apply_filters(report_filters(years_of(door.programme), of_meetings=of_meetings), request.GET)
    page = page_of(applied.narrow(found), request.GET)
    rows = [(report, name_of(report), LANGUAGE_NAMES[report.language], endings_of(report)) for report in page]
    context = {"page": page, "rows": rows, "applied": applied}
    return render(request, "reports/list.html", context)


@programme_page(Permission.PRODUCE_REPORT)
def new_report(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Freeze the report that is asked for, or show it first without keeping anything."""
    now = timezone.now()
    today = timezone.localdate(now)
    initial = {"as_of": min(door.as_of, today), "known_on": min(door.known_on, today), "language": language()}
    form = ReportForm(request.POST or None, initial=initial, programme=door.programme, today=today)
    preview = ""
    if request.method == "POST" and form.is_valid():
        try:
            if "esikatselu" not in request.POST:
                return _frozen_now(request, door, form.cleaned_data, now)
            preview = _trusted(html_body(draft_report(door.programme, **_order(form.cleaned_data))))
        except DomainError as error:
            form.add_error(None, said(error.message))
    context = {"trail": [_reports_link(door)], "form": form, "preview": preview}
    return render(request, "reports/new.html", context, status=422 if form.errors else 200)


@programme_page()
def frozen_report(request: HttpRequest, *, door: Door, report: int) -> HttpResponse:
    """Show a frozen report as it was; opening it proves that it has not been changed."""
    frozen = find_report(door, report)
    is_comparable = frozen.kind == KIND
    context: dict[str, Any] = {
        "trail": [_reports_link(door)],
        "report": frozen,
        "name": name_of(frozen),
        "before": latest_before(door.programme, kind=KIND, as_of=frozen.as_of) if is_comparable else None,
        "endings": endings_of(frozen),
        "is_publishable": frozen.kind in PUBLISHABLE,
        "publication": publication_of(frozen),
        "items": coming_items(door.programme) if door.may_run_meetings else [],
    }
    try:
        document = open_frozen(frozen)
    except DomainError as error:
        return render(request, "reports/unopened.html", context | {"why": said(error.message)}, status=409)
    shown = {"document": document, "contents": _trusted(html_contents(document)), "body": _trusted(html_body(document))}
    return render(request, "reports/report.html", context | shown)


@programme_page()
def report_file(request: HttpRequest, *, door: Door, report: int, ending: str) -> HttpResponseBase:
    """Give a frozen report as a file; the same report is the same bytes every time."""
    frozen = find_report(door, report)
    try:
        return report_response(frozen, ending)
    except DomainError as error:
        messages.error(request, said(error.message))
        return redirect("report", slug=door.programme.slug, report=report)


@programme_page()
def compare_reports(request: HttpRequest, *, door: Door) -> HttpResponse:
    """Show what moved between the two reports named by ?raportti=, the earlier first, and why; ?muoto= gives a file."""
    chosen = [find_report(door, _key(written)) for written in dict.fromkeys(request.GET.getlist(REPORT_PARAM))]
    context: dict[str, Any] = {"trail": [_reports_link(door)], "chosen": chosen, "endings": list(WRITERS)}
    if len(chosen) != COMPARED or any(each.kind != KIND for each in chosen):
        return render(request, "reports/choose_two.html", context, status=422 if chosen else 200)
    old, new = sorted(chosen, key=lambda each: (each.as_of, each.known_on, each.frozen_at, each.pk))
    try:
        before, now = open_frozen(old), open_frozen(new)
        because = why(door.programme, old, new, language=now.language, with_decisions=door.may_read_meetings)
        document = compare(before, now, left_out=NOT_COMPARED, because=because)
    except DomainError as error:
        return render(request, "reports/choose_two.html", context | {"why": said(error.message)}, status=409)
    if "muoto" in request.GET:
        return comparison_response(document, old, new, request.GET["muoto"])
    shown = {"old": old, "new": new, "body": _trusted(html_body(document))}
    return render(request, "reports/compare.html", context | shown)


def _frozen_now(request: HttpRequest, door: Door, asked: dict[str, Any], now: datetime) -> HttpResponseBase:
    frozen = freeze_report(door.programme, by=door.user, now=now, **_order(asked))
    if frozen.frozen_at == now:
        messages.success(request, _("Raportti on jäädytetty. Se pysyy tällaisena, vaikka tiedot myöhemmin muuttuvat."))
    else:
        messages.info(request, _("Täsmälleen sama raportti oli jo jäädytetty, joten uutta ei tarvittu."))
    return redirect("report", slug=door.programme.slug, report=frozen.pk)


def _order(asked: dict[str, Any]) -> dict[str, Any]:
    as_of: date = asked["as_of"]
    return {
        "as_of": as_of,
        "known_on": asked["known_on"],
        "language": asked["language"],
        "decisions_asked": asked["decisions"],
    }


def _trusted(written: str) -> SafeString:
    return mark_safe(written)  # noqa: S308 - the writer of HTML escapes every text it writes


def _key(written: str) -> int:
    if not (written.isascii() and written.isdigit()):
        raise Http404
    return int(written[:20])


def _reports_link(door: Door) -> Link:
    return Link(_("Raportit"), reverse("reports", args=[door.programme.slug]))

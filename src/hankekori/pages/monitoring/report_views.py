"""A project's report: what it says beside plan and ledger, saving it part by part, and sending it to the office."""

from datetime import datetime
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.employment.queries import episode_figures
from hankekori.areas.errors import DomainError
from hankekori.areas.rounds.actions import submit
from hankekori.areas.rounds.errors import ReportRefusedError
from hankekori.areas.rounds.queries import comments_of, report_page
from hankekori.core.periods import Period
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.comments import Refused, talks_of
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.report_door import writing
from hankekori.pages.monitoring.report_rows import ReportRows, report_rows
from hankekori.pages.monitoring.saving import ZERO_PARAM, save_parts, with_zero
from hankekori.pages.monitoring.words import look_of, rounds_link

SEND = "laheta"  # what the button that also sends the report says


def report(request: HttpRequest, *, desk: Desk) -> HttpResponse:
    """Show the report: to be written while it is open, afterwards to be read."""
    return show_report(request, desk, report_rows(desk, report_page(desk.report)))


@writing
def save_report(request: HttpRequest, *, desk: Desk) -> HttpResponseBase:
    """Save the parts that were sent: one by htmx, all of them by the button, which may also send the report."""
    now = timezone.now()
    post = with_zero(request.POST)
    typed = report_rows(desk, report_page(desk.report), post)
    save_parts(desk, typed.parts, post=post, now=now)
    if request.headers.get("HX-Request"):
        return _saved_parts(request, desk, typed, now)
    if any(form.is_refused for form in typed.parts):
        return show_report(request, desk, typed, status=_status(typed))
    if post.get("tee") == SEND:
        return _sent(request, desk, now)
    messages.success(request, _("Raportti on tallennettu. Se ei ole vielä lähtenyt ohjelmatoimistoon."))
    return redirect(f"{desk.url()}#{post[ZERO_PARAM]}" if ZERO_PARAM in post else desk.url())


def show_report(
    request: HttpRequest,
    desk: Desk,
    rows: ReportRows,
    *,
    status: int = HTTPStatus.OK,
    is_refused: bool = False,
    refused: Refused | None = None,
) -> HttpResponse:
    """Draw the page: the report's rows with what was said of each, and what episodes of employment tell the office."""
    asked = desk.report.round
    period = Period(asked.period_start, asked.period_end)
    talks = talks_of(desk, comments_of(desk.report), (row.line.figure for row in rows.figures), refused)
    episodes = episode_figures(desk.report.project, period) if desk.may_read_episodes else {}
    context: dict[str, Any] = {
        "desk": desk,
        "rows": rows,
        "figures": [(row, talks[row.line.figure.pk], episodes.get(row.indicator.code)) for row in rows.figures],
        "talk": talks[None],
        "refused_at": talks[refused.figure].key if refused else "",
        "followed": [(talk.name, each) for talk in talks.values() for each in talk.followed],
        "missing": rows.missing,
        "period": period.label,
        "look": look_of(desk.report.state, is_late=desk.today > asked.due_on),
        "trail": [rounds_link(desk.door)] if desk.door else [],
        "is_refused": is_refused,
        "has_trouble": any(form.is_refused for form in rows.parts),
    }
    return render(request, "monitoring/report.html", context, status=status)


def _sent(request: HttpRequest, desk: Desk, now: datetime) -> HttpResponseBase:
    try:
        submit(**desk.writer, now=now, report=desk.report)
    except ReportRefusedError:
        rows = report_rows(desk, report_page(desk.report))
        return show_report(request, desk, rows, status=HTTPStatus.UNPROCESSABLE_ENTITY, is_refused=True)
    except DomainError as error:
        messages.error(request, said(error.message))
        return redirect(desk.url())
    messages.success(request, _("Raportti on lähetetty ohjelmatoimistoon. Kiitos!"))
    return redirect(desk.url())


def _saved_parts(request: HttpRequest, desk: Desk, typed: ReportRows, now: datetime) -> HttpResponse:
    """Answer htmx with what changes around the controls; the controls themselves are never touched."""
    fresh = report_rows(desk, report_page(desk.report))
    remarks = {form.key: form.remarks for form in fresh.parts}
    parts = [form for form in typed.parts if form.is_bound]
    for form in parts:
        form.remarks = remarks[form.key]
    sent = {form.key for form in parts}
    is_refused = any(form.is_refused for form in parts)
    context = {
        "desk": desk,
        "parts": parts,
        "figures": [row for row in fresh.figures if row.form.key in sent],
        "money": [row for row in fresh.money if row.form.key in sent],
        "missing": fresh.missing,
        "is_refused": is_refused,
        "at": timezone.localtime(now),
    }
    return render(request, "monitoring/saved.html", context, status=_status(typed) if is_refused else HTTPStatus.OK)


def _status(typed: ReportRows) -> HTTPStatus:
    """Answer 409 where another was quicker, 422 where something was not understood."""
    return HTTPStatus.CONFLICT if any(form.clash for form in typed.parts) else HTTPStatus.UNPROCESSABLE_ENTITY

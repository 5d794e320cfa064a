"""The office's decisions on one report: return, approve, reopen; and correcting a figure it has approved."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hankekori.areas.errors import DomainError
from hankekori.areas.monitoring.actions import correct_entry
from hankekori.areas.rounds import actions
from hankekori.areas.rounds.queries import report_page
from hankekori.areas.rounds.reasons import REOPENING_REASONS, RETURN_REASONS
from hankekori.core.periods import Period
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.office_forms import CorrectionForm, OfficeForm, ReasonForm
from hankekori.pages.monitoring.report_door import deciding
from hankekori.pages.monitoring.report_rows import FigureRow, report_rows
from hankekori.pages.monitoring.words import report_link, rounds_link


@deciding
def return_report(request: HttpRequest, *, desk: Desk) -> HttpResponseBase:
    """Send the report back to be completed, with a reason and a sentence."""
    form = ReasonForm(request.POST or None, reasons=RETURN_REASONS)
    if _done(form, lambda: actions.return_report(**_given(desk, form))):
        messages.success(request, _("Raportti on palautettu, ja hankkeelle lähtee siitä viesti."))
        return redirect(desk.url())
    said_of_it = {
        "title": _("Palauta raportti"),
        "lead": _("Hanke saa viestin, jossa on valitsemasi syy ja kirjoittamasi lause."),
        "action": _("Palauta"),
    }
    return _decide(request, desk, form, said_of_it)


@deciding
def reopen_report(request: HttpRequest, *, desk: Desk) -> HttpResponseBase:
    """Open an approved report to be mended, with a reason and a sentence."""
    form = ReasonForm(request.POST or None, reasons=REOPENING_REASONS)
    if _done(form, lambda: actions.reopen(**_given(desk, form))):
        messages.success(request, _("Raportti on avattu uudelleen, ja hankkeelle lähtee siitä viesti."))
        return redirect(desk.url())
    said_of_it = {
        "title": _("Avaa raportti uudelleen"),
        "lead": _("Tulokset pysyvät ennallaan, kunnes raportti hyväksytään uudelleen. Erotus kirjataan oikaisuna."),
        "action": _("Avaa uudelleen"),
    }
    return _decide(request, desk, form, said_of_it)


@require_POST
@deciding
def approve_report(request: HttpRequest, *, desk: Desk) -> HttpResponseBase:
    try:
        actions.approve(by=desk.user, now=timezone.now(), reports=[desk.report])
        messages.success(request, _("Raportti on hyväksytty, ja sen luvut ovat tuloksissa."))
    except DomainError as error:
        messages.error(request, said(error.message))
    return redirect(desk.url())


@deciding
def correct_figure(request: HttpRequest, *, desk: Desk, figure: int) -> HttpResponseBase:
    """Correct what the ledger holds of a figure; the difference is a new entry, the old one stays."""
    row = _correctable(desk, figure)
    entry = row.line.figure.entry
    assert entry is not None  # noqa: S101 - for the type checker: only what is in the ledger is correctable
    opening = {name: getattr(row.line.recorded, name) for name in ("total", "women", "non_binary", "denominator")}
    form = CorrectionForm(request.POST or None, figure=row.line.figure, initial=opening)

    def save() -> None:
        given = {name: value for name, value in form.cleaned_data.items() if value is not None}
        correct_entry(by=desk.user, now=timezone.now(), entry=entry, **given)

    if _done(form, save):
        messages.success(request, _("Oikaisu on kirjattu, ja suunnitelman luvut ovat muuttuneet sen mukaan."))
        return redirect(f"{desk.url()}#{row.form.key}")
    asked = desk.report.round
    context = {
        **_frame(desk, form),
        "row": row,
        "period": Period(asked.period_start, asked.period_end).label,
        "back_url": f"{desk.url()}#{row.form.key}",
    }
    return render(request, "monitoring/correct.html", context, status=_status(form))


def _correctable(desk: Desk, figure: int) -> FigureRow:
    rows = report_rows(desk, report_page(desk.report)).figures
    found = next((row for row in rows if row.line.figure.pk == figure and row.correct_url), None)
    if found is None:
        raise Http404
    return found


def _given(desk: Desk, form: ReasonForm) -> dict[str, Any]:
    return {"by": desk.user, "now": timezone.now(), "report": desk.report, **form.cleaned_data}


def _done(form: OfficeForm, save: Callable[[], object]) -> bool:
    """Do what a sent and faultless form says; what the action refuses is said in the form."""
    if not form.is_bound or not form.is_valid():
        return False
    try:
        save()
    except DomainError as error:
        form.say(error)
        return False
    return True


def _decide(request: HttpRequest, desk: Desk, form: OfficeForm, said_of_it: dict[str, str]) -> HttpResponseBase:
    context = {**_frame(desk, form), **said_of_it, "back_url": desk.url()}
    return render(request, "monitoring/decide.html", context, status=_status(form))


def _frame(desk: Desk, form: OfficeForm) -> dict[str, Any]:
    trail = [rounds_link(desk.door), report_link(desk)] if desk.door else []
    return {"desk": desk, "form": form, "trail": trail}


def _status(form: OfficeForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else HTTPStatus.OK

"""Seuranta: who has reported in a round, the rounds before it, opening and closing one."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.mail.queries import mail_state
from hankekori.areas.rounds.access import own_reports
from hankekori.areas.rounds.actions import close_round, open_round
from hankekori.areas.rounds.models import Round
from hankekori.areas.rounds.notices import announce_round
from hankekori.areas.rounds.queries import RoundLine, round_matrix, rounds_of
from hankekori.areas.rounds.reached import last_asked
from hankekori.core.periods import Period
from hankekori.pages.basket.words import said
from hankekori.pages.door import DAY_PARAMS, Door, programme_page
from hankekori.pages.monitoring.matrix import (
    columns,
    file_cells,
    file_columns,
    in_order,
    matrix_filters,
    matrix_lines,
    shown_rows,
)
from hankekori.pages.monitoring.office_forms import RoundForm
from hankekori.pages.monitoring.proposals import proposed_round
from hankekori.pages.monitoring.words import look_of, round_link, rounds_link
from hankekori.web.downloads import table_response
from hankekori.web.list_filters import apply_filters
from hankekori.web.tables import Column, head_of


@programme_page(Permission.READ_FIGURES, Permission.REPORT_RESULTS)
def rounds(request: HttpRequest, *, door: Door) -> HttpResponse:
    """Show the open round, or the newest; to one who only reports, their own reports."""
    if not door.may_read:
        return _own_reports(request, door)
    lines = rounds_of(door.programme)
    current = next((line for line in lines if line.round.closed_at is None), lines[0] if lines else None)
    return _round_page(request, door, lines, current)


@programme_page()
def round_of_period(request: HttpRequest, *, door: Door, round: int) -> HttpResponse:  # noqa: A002 - the domain's word
    """Show a round that the list leads to."""
    lines = rounds_of(door.programme)
    current = next((line for line in lines if line.round.pk == round), None)
    if current is None:
        raise Http404
    return _round_page(request, door, lines, current)


@programme_page(Permission.APPROVE_RESULTS)
def new_round(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Open a round; the form proposes the half-year after the last one."""
    lines = rounds_of(door.programme)
    form = RoundForm(request.POST or None, initial=proposed_round(lines, timezone.localdate()))
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        window = {name: given[name] for name in ("opens_on", "due_on")}
        try:
            opened = open_round(
                by=door.user, now=timezone.now(), programme=door.programme, period=form.period, **window
            )
        except DomainError as error:
            form.say(error)
        else:
            messages.success(request, _("Kierros on avattu. Lähetä seuraavaksi linkit hankkeille."))
            return redirect(door.url("round", round=opened.pk))
    context = {"trail": [rounds_link(door)], "form": form}
    return render(request, "monitoring/new_round.html", context, status=_status(form))


@programme_page(Permission.APPROVE_RESULTS)
def close(request: HttpRequest, *, door: Door, round: int) -> HttpResponseBase:  # noqa: A002 - the domain's word
    """Close the round once it is confirmed what that means."""
    current = _round(door, round)
    if request.method == "POST":
        try:
            close_round(by=door.user, now=timezone.now(), round=current)
            messages.success(request, _("Kierros on suljettu."))
        except DomainError as error:
            messages.error(request, said(error.message))
        return redirect(door.url("round", round=round))
    unsent = [row for row in round_matrix(current).rows if row.first_sent_on is None]
    asked = {
        "title": _("Sulje kierros"),
        "text": _("Suljettuun kauteen kirjataan enää oikaisuja. Kierrosta ei voi avata uudelleen."),
        "lines": [_("Lähettämättä jää %(name)s") % {"name": row.project_name} for row in unsent],
        "action": _("Sulje kierros"),
    }
    return _confirm(request, door, current, asked)


@programme_page(Permission.APPROVE_RESULTS)
def send_links(request: HttpRequest, *, door: Door, round: int) -> HttpResponseBase:  # noqa: A002 - the domain's word
    """Invite those who report and have not been invited; tell of whom there is nobody to write to."""
    current = _round(door, round)
    if request.method == "POST":
        sent = announce_round(by=door.user, now=timezone.now(), round=current)
        if sent is None:
            messages.warning(request, _("Ohjelman asetuksissa on valittu, ettei hankkeille kerrota kierroksesta."))
        else:
            told = {"links": len(sent.links), "accounts": sent.accounts}
            messages.success(
                request, _("Linkkejä lähtee %(links)s, tunnuksella raportoiville viestejä %(accounts)s.") % told
            )
            if sent.missing:
                names = ", ".join(project.name for project in sent.missing)
                messages.warning(
                    request, _("Sähköpostiosoite puuttuu, joten viestiä ei lähtenyt: %(names)s") % {"names": names}
                )
        return redirect(door.url("round", round=round))
    asked = {
        "title": _("Lähetä linkit"),
        "text": _(
            "Jokainen, jolta raporttia odotetaan ja jota ei ole vielä kutsuttu, saa sähköpostiviestin. "
            "Hankkeen yhteyshenkilö saa henkilökohtaisen linkin, joka avaa vain tämän raportin."
        ),
        "action": _("Lähetä"),
    }
    return _confirm(request, door, current, asked)


def _round_page(
    request: HttpRequest, door: Door, lines: tuple[RoundLine, ...], current: RoundLine | None
) -> HttpResponse:
    context: dict[str, Any] = {
        "mail": mail_state(door.programme, timezone.now()),
        "listed": _listed(door, lines, current),
    }
    if current is None:
        return render(request, "monitoring/rounds.html", context)
    days = {"due_on": current.round.due_on, "today": timezone.localdate()}
    asked = last_asked(current.round)
    applied = apply_filters(matrix_filters(), request.GET, keep=DAY_PARAMS)
    shown = in_order(shown_rows(round_matrix(current.round).rows, applied, **days), **days)
    if "muoto" in request.GET:
        cells = (file_cells(row, asked, **days) for row in shown)
        name = f"seuranta-{current.period.end.isoformat()}"
        return table_response(name, file_columns(), cells, request.GET["muoto"])
    rows = matrix_lines(door, shown, asked, **days)
    context |= {
        "round": current.round,
        "period": current.period.label,
        "figures": _key_figures(current),
        "applied": applied,
        "rows": rows,
        "expected": current.rates.expected,
        "head": head_of((Column(key="name", label=_("Hanke")), *columns())),
        "may_pick": door.may_approve and any(row.may_approve for row in rows),
    }
    return render(request, "monitoring/rounds.html", context)


def _key_figures(line: RoundLine) -> list[dict[str, Any]]:
    rates = line.rates
    return [
        {"label": _("Saatu"), "number": rates.received, "out_of": rates.expected, "note": _("raporttia odotetuista")},
        {"label": _("Ajoissa"), "number": rates.on_time, "out_of": rates.expected, "note": _("määräpäivään mennessä")},
        {"label": _("Odottaa hyväksyntää"), "number": line.waiting, "out_of": None, "note": ""},
        {"label": _("Hyväksytty"), "number": line.approved, "out_of": rates.expected, "note": ""},
    ]


def _listed(door: Door, lines: tuple[RoundLine, ...], current: RoundLine | None) -> list[dict[str, Any]]:
    return [
        {"line": line, "url": door.url("round", round=line.round.pk), "is_current": line is current} for line in lines
    ]


def _own_reports(request: HttpRequest, door: Door) -> HttpResponse:
    today = timezone.localdate()
    own = [
        {
            "url": door.url("project-report", report=each.pk),
            "project": each.project,
            "period": Period(each.round.period_start, each.round.period_end).label,
            "due_on": each.round.due_on,
            "look": look_of(each.state, is_late=today > each.round.due_on),
        }
        for each in own_reports(door.programme, door.user)
    ]
    return render(request, "monitoring/own_reports.html", {"own": own})


def _round(door: Door, key: int) -> Round:
    found = next((line.round for line in rounds_of(door.programme) if line.round.pk == key), None)
    if found is None:
        raise Http404
    found.programme = door.programme
    return found


def _confirm(request: HttpRequest, door: Door, current: Round, asked: dict[str, Any]) -> HttpResponse:
    link = round_link(door, current)
    return render(
        request, "monitoring/confirm_round.html", {"trail": [rounds_link(door), link], "back_url": link.url, **asked}
    )


def _status(form: RoundForm) -> HTTPStatus:
    return HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound and form.errors else HTTPStatus.OK

"""Approving many reports at once, after showing what that writes."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.errors import DomainError
from hankekori.areas.rounds.access import reports_with_keys
from hankekori.areas.rounds.actions import approve
from hankekori.areas.rounds.approval import ToRecord, entries_to_record
from hankekori.areas.rounds.errors import ReportRefusedError
from hankekori.areas.rounds.models import ProjectReport
from hankekori.core.report_checks import PlacedRemark
from hankekori.pages.basket.addresses import read_key
from hankekori.pages.basket.words import said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.monitoring.words import rounds_link

PICKED, CONFIRMED = "raportti", "vahvista"
_NAMED = 12  # projects named on the page that asks; the rest are counted


@require_POST
@programme_page(Permission.APPROVE_RESULTS)
def approve_picked(request: HttpRequest, *, door: Door, round: int) -> HttpResponseBase:  # noqa: A002 - the domain's word
    """Approve the reports that were picked, all or none; first say what will be written and what hinders it."""
    back_url = door.url("round", round=round)
    keys = [key for key in map(read_key, request.POST.getlist(PICKED)) if isinstance(key, int)]
    reports = reports_with_keys(door.programme, keys, round_=round)
    if not reports:
        messages.warning(request, _("Rastita ensin hyväksyttävät raportit."))
        return redirect(back_url)
    remarks: Sequence[PlacedRemark]
    found, remarks = entries_to_record(door.programme.pk, reports)
    if CONFIRMED in request.POST and not remarks:
        try:
            approve(by=door.user, now=timezone.now(), reports=reports)
        except ReportRefusedError as error:
            remarks = error.remarks
        except DomainError as error:
            messages.error(request, said(error.message))
            return redirect(back_url)
        else:
            messages.success(request, _approved(len(reports)))
            return redirect(back_url)
    context = {"trail": [rounds_link(door)], "back_url": back_url, **_asked(reports, found, remarks)}
    return render(request, "monitoring/confirm_round.html", context, status=409 if CONFIRMED in request.POST else 200)


def _asked(
    reports: Sequence[ProjectReport], found: Sequence[ToRecord], remarks: Sequence[PlacedRemark]
) -> dict[str, Any]:
    named = [str(report.project) for report in reports[:_NAMED]]
    if len(reports) > _NAMED:
        rest = len(reports) - _NAMED
        named.append(ngettext("ja %(n)s muu hanke", "ja %(n)s muuta hanketta", rest) % {"n": rest})
    written = ngettext(
        "Tuloksiin kirjataan %(n)s luku tai tieto.", "Tuloksiin kirjataan %(n)s lukua tai tietoa.", len(found)
    ) % {"n": len(found)}
    return {
        "title": _("Hyväksy valitut raportit"),
        "text": f"{written} {_('Suunnitelman luvut muuttuvat samalla, ja hankkeille lähtee tieto hyväksymisestä.')}",
        "lines": named,
        "problems": [said(remark.sentence) for remark in remarks],
        "fields": [(PICKED, report.pk) for report in reports],
        "action": _("Hyväksy"),
    }


def _approved(count: int) -> str:
    return ngettext("%(n)s raportti on hyväksytty.", "%(n)s raporttia on hyväksytty.", count) % {"n": count}

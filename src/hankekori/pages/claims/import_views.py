"""Claims from a sheet: choose the file, see line by line what would happen, save or leave. Nothing waits in between."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from xlsxwriter.utility import xl_rowcol_to_cell

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.claims.queries import programme_claims
from hankekori.core.cells import CellFault
from hankekori.core.money import format_date
from hankekori.exchange.claim_imports import ImportedClaim, import_claims
from hankekori.exchange.claim_sheets import ClaimLine, read_claims
from hankekori.exchange.spreadsheets import SpreadsheetError, read_sheets
from hankekori.pages.basket.columns import basket_link
from hankekori.pages.basket.words import language, said
from hankekori.pages.claims.tables import claims_file
from hankekori.pages.door import Door, programme_page
from hankekori.web.downloads import table_response
from hankekori.web.tables import Column, DataTable, Link

_LARGEST = 10_000_000  # bytes
_MOST_LINES = 2000
_SALT = "claims.import"
_KEPT_FOR = 24 * 60 * 60  # seconds between looking and saving


class ClaimSheetForm(forms.Form):
    """The sheet of one import."""

    sheet = forms.FileField(
        label=gettext_lazy("Taulukko"),
        help_text=gettext_lazy(
            "xlsx, ods tai csv. Mitään ei tallenneta ennen kuin olet nähnyt, mitä siitä ymmärrettiin."
        ),
    )


@programme_page(Permission.EDIT_BASKET)
def import_sheet(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Take a sheet and show what it would do; ?muoto= gives the list of all claims, which serves as a template."""
    if "muoto" in request.GET:
        table = claims_file(programme_claims(door.programme))
        return table_response("maksatushakemukset", table.columns, table.rows, request.GET["muoto"])
    form = ClaimSheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["sheet"]
        try:
            if file.size > _LARGEST:
                raise forms.ValidationError(_("Tiedosto on yli 10 megatavua. Jaa se osiin."))  # noqa: TRY301 - said below
            reading = read_claims(read_sheets(file.name, file.read()))
            if len(reading.lines) > _MOST_LINES:
                raise forms.ValidationError(_("Taulukossa on yli 2 000 hakemusta. Jaa se osiin."))  # noqa: TRY301 - said below
        except SpreadsheetError as error:
            form.add_error("sheet", said(error.message))
        except forms.ValidationError as error:
            form.add_error("sheet", error)
        else:
            return render(request, "claims/import_preview.html", _preview(door, reading.lines, reading.faults))
    return render(
        request, "claims/import.html", {"trail": [basket_link(door)], "form": form}, status=422 if form.errors else 200
    )


@programme_page(Permission.EDIT_BASKET)
def save_import(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Save the lines that were shown, as the chains stand now."""
    try:
        kept = signing.loads(request.POST.get("rivit", ""), salt=_salt(door), max_age=_KEPT_FOR)
    except signing.BadSignature:
        messages.error(request, _("Esikatselu on vanhentunut. Valitse taulukko uudelleen."))
        return redirect(door.url("claims-import"))
    lines = [ClaimLine(row, values) for row, values in kept]
    done = import_claims(by=door.user, now=timezone.now(), programme=door.programme, lines=lines, is_trial=False)
    saved = sum(one.outcome in {"added", "changed"} for one in done)
    messages.success(
        request,
        ngettext("Tallennettiin %(n)s maksatushakemus.", "Tallennettiin %(n)s maksatushakemusta.", saved)
        % {"n": saved},
    )
    return redirect(door.url("basket"))


def _preview(door: Door, lines: Sequence[ClaimLine], faults: Sequence[CellFault]) -> dict[str, Any]:
    told = import_claims(by=door.user, now=timezone.now(), programme=door.programme, lines=lines, is_trial=True)
    wanted = [one for one in told if one.outcome in {"added", "changed"}]
    refused = [one for one in told if one.outcome == "refused"]
    return {
        "trail": [basket_link(door), Link(_("Tuo maksatushakemuksia"), door.url("claims-import"))],
        "count": len(wanted),
        "unchanged": sum(one.outcome == "unchanged" for one in told),
        "left_out": len({fault.row for fault in faults}) + len(refused),
        "wanted": _lines_table(wanted),
        "faults": _faults_table(faults, refused),
        "kept": signing.dumps(
            [[one.line.row, dict(one.line.values)] for one in wanted], salt=_salt(door), compress=True
        ),
    }


def _salt(door: Door) -> str:
    """Tie what was shown to the person and the programme."""
    return f"{_SALT}:{door.programme.pk}:{door.user.pk}"


def _lines_table(told: Sequence[ImportedClaim]) -> DataTable:
    words = {"added": _("lisätään"), "changed": _("korjataan")}
    return DataTable(
        caption=_("Tallennetaan"),
        columns=[
            Column(key="row", label=_("Rivi")),
            Column(key="project", label=_("Hanke")),
            Column(key="serial", label=_("Hakemus")),
            Column(key="end", label=_("Kausi päättyi"), kind="day"),
            Column(key="outcome", label=_("Mitä tehdään")),
        ],
        rows=[
            [
                str(one.line.row), one.line.values["project"], str(one.serial),
                date.fromisoformat(one.line.values["period_end"]), words[one.outcome],
            ]
            for one in told
        ],
    )  # fmt: skip


def _faults_table(faults: Sequence[CellFault], refused: Sequence[ImportedClaim]) -> DataTable:
    """List the cells that could not be read and the lines that the chain refuses."""
    cells = [
        (
            fault.row,
            xl_rowcol_to_cell(fault.row - 1, fault.column),
            fault.found,
            f"{said(fault.wrong)} {said(fault.advice)}",
        )
        for fault in faults
    ]
    lines = [(one.line.row, "", _shown(one.line), said(one.reason) if one.reason else "") for one in refused]
    return DataTable(
        caption=_("Jätetään pois"),
        columns=[
            Column(key="row", label=_("Rivi")),
            Column(key="cell", label=_("Solu")),
            Column(key="found", label=_("Mitä siinä on")),
            Column(key="wrong", label=_("Miksi")),
        ],
        rows=[[str(row), *rest] for row, *rest in sorted(cells + lines)],
    )


def _shown(line: ClaimLine) -> str:
    return f"{line.values['project']} {format_date(date.fromisoformat(line.values['period_end']), language())}"

"""Episodes from a sheet, for the office: choose the file, see what was understood line by line, save or leave."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from xlsxwriter.utility import xl_rowcol_to_cell

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.projects.models import Project
from hankekori.core.employment_words import BEFORE, GENDERS, KINDS
from hankekori.exchange.episode_imports import (
    create_episode_draft,
    discard_episode_draft,
    draft_with_key,
    reading_of,
    save_episode_draft,
)
from hankekori.exchange.episode_template import episode_template
from hankekori.exchange.models import EpisodeDraft
from hankekori.exchange.spreadsheets import SpreadsheetError
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door, programme_page
from hankekori.pages.employment.frame import episodes_link
from hankekori.web.downloads import XLSX_TYPE
from hankekori.web.tables import Column, DataTable, Link

_LARGEST = 10_000_000  # bytes
_SHOWN = 200  # lines of the preview


class SheetForm(forms.Form):
    """The sheet of one import."""

    sheet = forms.FileField(
        label=gettext_lazy("Taulukko"),
        help_text=gettext_lazy(
            "xlsx, ods tai csv. Mitään ei tallenneta ennen kuin olet nähnyt, mitä siitä ymmärrettiin."
        ),
    )


@programme_page(Permission.READ_EPISODES)
def new_import(request: HttpRequest, *, door: Door) -> HttpResponseBase:
    """Take the sheet and go on to what was understood of it; nothing is saved here."""
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["sheet"]
        if file.size > _LARGEST:
            form.add_error("sheet", _("Tiedosto on yli 10 megatavua. Jaa se osiin."))
        else:
            try:
                draft = create_episode_draft(
                    by=door.user, now=timezone.now(), programme=door.programme, file_name=file.name, content=file.read()
                )
            except SpreadsheetError as error:
                form.add_error("sheet", said(error.message))
            else:
                return redirect(door.url("episode-import-draft", draft=draft.pk))
    context = {"trail": [episodes_link(door)], "form": form}
    return render(request, "employment/import.html", context, status=422 if form.errors else 200)


@programme_page(Permission.READ_EPISODES)
def template(request: HttpRequest, *, door: Door) -> HttpResponse:  # noqa: ARG001 - every view
    """Give the empty sheet."""
    response = HttpResponse(episode_template(language()), content_type=XLSX_TYPE)
    response["Content-Disposition"] = 'attachment; filename="tyollistymisjaksot.xlsx"'
    return response


@programme_page(Permission.READ_EPISODES)
def draft_page(request: HttpRequest, *, door: Door, draft: int) -> HttpResponseBase:
    """Show what was understood; a POST saves it, or drops it with `peru`."""
    found = draft_with_key(door.programme, draft)
    if found is None:
        raise Http404
    now = timezone.now()
    if request.method == "POST":
        if "peru" in request.POST:
            discard_episode_draft(by=door.user, now=now, draft=found)
            messages.success(request, _("Tuonti peruttiin, eikä siitä tallennettu mitään."))
        else:
            count = save_episode_draft(by=door.user, now=now, draft=found)
            messages.success(request, ngettext("Tuotiin %(n)s jakso.", "Tuotiin %(n)s jaksoa.", count) % {"n": count})
        return redirect(door.url("episodes"))
    return render(request, "employment/import_preview.html", _preview(door, found))


def _preview(door: Door, draft: EpisodeDraft) -> dict[str, Any]:
    reading = reading_of(draft)
    projects = Project.objects.filter(programme=door.programme).in_bulk()
    lines = DataTable(
        caption=_("Tallennetaan"),
        columns=[
            Column(key="row", label=_("Rivi")),
            Column(key="code", label=_("Tunnus")),
            Column(key="project", label=_("Hanke")),
            Column(key="kind", label=_("Työn muoto")),
            Column(key="before", label=_("Lähtötilanne")),
            Column(key="gender", label=_("Sukupuoli")),
        ],
        rows=[
            [
                str(line.row),
                line.values.get("code") or _("uusi"),
                str(projects[int(line.values["project"])]),
                said(KINDS[line.values["kind"]]),
                said(BEFORE[line.values["situation_before"]]),
                said(GENDERS[line.values["gender"]]),
            ]
            for line in reading.lines[:_SHOWN]
        ],
    )
    faults = DataTable(
        caption=_("Jätetään pois"),
        columns=[
            Column(key="cell", label=_("Solu")),
            Column(key="found", label=_("Mitä solussa on")),
            Column(key="wrong", label=_("Mikä on vialla")),
            Column(key="advice", label=_("Mitä tehdä")),
        ],
        rows=[
            [xl_rowcol_to_cell(fault.row - 1, fault.column), fault.found, said(fault.wrong), said(fault.advice)]
            for fault in reading.faults[:_SHOWN]
        ],
    )
    return {
        "trail": [episodes_link(door), Link(_("Tuo taulukosta"), door.url("episode-import"))],
        "count": len(reading.lines),
        "left_out": reading.faulty_rows,
        "lines": lines,
        "faults": faults,
        "rest": max(len(reading.lines) - _SHOWN, 0),
    }

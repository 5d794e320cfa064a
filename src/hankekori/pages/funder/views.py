"""A project's tab Rahoittajan raportit: the follow-up report of a period, the texts of the final report, as files."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.projects.queries import ProjectPage
from hankekori.areas.rounds.access import is_reporter_of
from hankekori.core.texts import LANGUAGES
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.columns import project_key
from hankekori.pages.basket.frame import page_frame
from hankekori.pages.basket.personal_data import mask_for
from hankekori.pages.basket.words import language
from hankekori.pages.door import DAY_PARAMS, Door, programme_page
from hankekori.pages.error_views import UnclearRequestError
from hankekori.pages.funder.forms import FINAL, FunderReportForm
from hankekori.pages.funder.lacking import to_mend
from hankekori.pages.monitoring.words import rounds_link
from hankekori.pages.reports.files import document_response
from hankekori.reports.funder import FunderMaterial, Reader, final_report, follow_up_report, read_material
from hankekori.reports.writers.html import html_body

ENDINGS = ("docx", "pdf")


@programme_page(Permission.READ_FIGURES, Permission.REPORT_RESULTS)
def funder_reports(request: HttpRequest, *, door: Door, code: str) -> HttpResponse:
    """Show a report with what it lacks; ?muoto= gives it as a file. Another's project does not exist for a reporter."""
    page = project_at(door.programme, code)
    if not door.may_read and not is_reporter_of(page.project, door.user):
        raise Http404
    material = _material(request, door, page)
    form = _form(request, material)
    report = follow_up_report(material, form.period) if form.period else final_report(material)
    if "muoto" in request.GET:
        if request.GET["muoto"] not in ENDINGS:
            raise Http404
        return document_response(report.document, f"{code}-{form.cleaned_data['raportti']}", request.GET["muoto"])
    here, in_file = to_mend(report, door, page.project)
    context = {
        **_frame(request, door, page),
        "form": form,
        "kept": [(name, request.GET[name]) for name in DAY_PARAMS if name in request.GET],
        "endings": ENDINGS,
        "document": report.document,
        "here": here,
        "in_file": in_file,
        "body": mark_safe(html_body(report.document)),  # noqa: S308 - the writer escapes its texts
    }
    return render(request, "funder/reports.html", context)


def _material(request: HttpRequest, door: Door, page: ProjectPage) -> FunderMaterial:
    """Read the material in the language asked for; _form says where there is no such language."""
    asked = request.GET.get("kieli") or language()
    chosen = next((each for each in LANGUAGES if each == asked), LANGUAGES[0])
    with_personal = door.may_read_personal
    person = {"name": door.user.name, "email": door.user.email} if with_personal else {}
    with translation.override(chosen):
        mask = mask_for(page.project, with_personal=with_personal)
    reader = Reader(with_personal, mask, **person)
    return read_material(page, as_of=door.as_of, known_on=door.known_on, language=chosen, reader=reader)


def _form(request: HttpRequest, material: FunderMaterial) -> FunderReportForm:
    """Read what is asked for; raises UnclearRequestError where the project has no such report."""
    periods = material.periods()
    usual = FINAL if material.is_over or not periods else periods[0].end.isoformat()
    asked = {"raportti": request.GET.get("raportti", usual), "kieli": request.GET.get("kieli", material.language)}
    form = FunderReportForm(asked, periods=periods)
    if not form.is_valid():
        raise UnclearRequestError(
            _("Osoite pyytää raporttia, jota hankkeella ei ole. Palaa hankkeen sivulle ja valitse raportti.")
        )
    return form


def _frame(request: HttpRequest, door: Door, page: ProjectPage) -> dict[str, Any]:
    """Give the project's frame; to one who only reports, without ways to pages that do not open."""
    frame = page_frame(request, door, page)
    if door.may_read:
        return frame
    own = door.url("project-funder", code=project_key(page.project)).partition("?")[0]
    return {**frame, "trail": [rounds_link(door)], "tabs": [tab for tab in frame["tabs"] if tab.url.startswith(own)]}

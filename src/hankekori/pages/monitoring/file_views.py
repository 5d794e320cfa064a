"""Files that show a result or that the Union's support was made visible: added, given, removed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.errors import DomainError
from hankekori.areas.plan.models import Indicator
from hankekori.areas.rounds.actions import add_file, remove_file
from hankekori.areas.rounds.models import ReportFile
from hankekori.pages.basket.addresses import read_key
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.report_door import writing
from hankekori.web.attachments import attachment


@writing
def add_report_file(request: HttpRequest, *, desk: Desk) -> HttpResponse:
    """Add the file that was sent; what is refused is said on the report's page."""
    kind = request.POST.get("laji", "")
    sent = request.FILES.get("tiedosto")
    if not isinstance(sent, UploadedFile) or kind not in ReportFile.Kind.values:
        messages.error(request, _("Valitse ensin lisättävä tiedosto."))
        return redirect(f"{desk.url()}#tiedostot")
    try:
        add_file(
            **desk.writer,
            now=timezone.now(),
            report=desk.report,
            kind=kind,
            indicator=_indicator(desk, request.POST.get("mittari", "")),
            name=sent.name or "",
            content_type=sent.content_type or "",
            content=sent.read(),
        )
        messages.success(request, _("Tiedosto %(name)s lisättiin.") % {"name": sent.name})
    except DomainError as error:
        messages.error(request, said(error.message))
    return redirect(f"{desk.url()}#{kind}")


def report_file(request: HttpRequest, *, desk: Desk, file: int) -> HttpResponse:  # noqa: ARG001 - every view
    if not (desk.may_report or desk.may_read_personal):
        raise PermissionDenied
    found = _file(desk, file)
    return attachment(bytes(found.content), found.name)


@writing
def remove_report_file(request: HttpRequest, *, desk: Desk, file: int) -> HttpResponse:
    found = _file(desk, file)
    try:
        remove_file(**desk.writer, now=timezone.now(), file=found)
        messages.success(request, _("Tiedosto %(name)s poistettiin.") % {"name": found.name})
    except DomainError as error:
        messages.error(request, said(error.message))
    return redirect(f"{desk.url()}#{found.kind}")


def _file(desk: Desk, key: int) -> ReportFile:
    found = ReportFile.objects.filter(report=desk.report, pk=key).first()
    if found is None:
        raise Http404
    return found


def _indicator(desk: Desk, written: str) -> Indicator | None:
    """Give the indicator the file is evidence of; one that the report does not ask for is none."""
    key = read_key(written)
    if not isinstance(key, int):
        return None
    figure = desk.report.figures.filter(indicator=key).select_related("indicator").first()
    return figure.indicator if figure else None

"""What is published, for everyone without login. What is not is not found."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from hankekori.areas.archive.models import Publication
from hankekori.areas.archive.queries import publication_with_report, publications_of
from hankekori.areas.errors import DomainError
from hankekori.areas.programmes.models import Programme
from hankekori.pages.basket.words import said
from hankekori.pages.reports.files import report_response
from hankekori.pages.reports.naming import endings_of, name_of
from hankekori.reports.snapshots import open_frozen
from hankekori.reports.writers.html import html_body, html_contents
from hankekori.web.paging import page_of
from hankekori.web.tables import Link


def published_reports(request: HttpRequest, slug: str) -> HttpResponse:
    """List what is published; a programme that has published nothing is not found."""
    page = page_of(publications_of(slug), request.GET)
    rows = [(each, name_of(each.report), endings_of(each.report)) for each in page]
    if not rows:
        raise Http404
    _enter(request, rows[0][0].programme)
    return render(request, "public/list.html", {"page": page, "rows": rows})


def public_report(request: HttpRequest, slug: str, report: int) -> HttpResponse:
    """Show a published report as it was frozen."""
    publication = _publication(request, slug, report)
    frozen = publication.report
    list_url = reverse("public-reports", args=[slug])
    context = {"publication": publication, "report": frozen, "endings": endings_of(frozen)}
    context["trail"] = [Link(_("Julkaistut raportit"), list_url)]
    try:
        document = open_frozen(frozen)
    except DomainError as error:
        return render(request, "public/unopened.html", {"why": said(error.message)}, status=409)
    context["document"] = document
    context["contents"] = mark_safe(html_contents(document))  # noqa: S308 - the writer escapes every text it writes
    context["body"] = mark_safe(html_body(document))  # noqa: S308 - the same
    return render(request, "public/report.html", context)


def public_file(request: HttpRequest, slug: str, report: int, ending: str) -> HttpResponse:
    """Give a published report as a file."""
    publication = _publication(request, slug, report)
    try:
        return report_response(publication.report, ending)
    except DomainError as error:
        return render(request, "public/unopened.html", {"why": said(error.message)}, status=409)


def _publication(request: HttpRequest, slug: str, report: int) -> Publication:
    found = publication_with_report(slug, report)
    if found is None:
        raise Http404
    _enter(request, found.programme)
    return found


def _enter(request: HttpRequest, programme: Programme) -> None:
    request.public_programme = programme  # type: ignore[attr-defined]  # the shell reads it from the request

"""Reports as files to download."""

from collections.abc import Mapping

from django.http import Http404, HttpResponse

from hankekori.areas.archive.models import FrozenReport
from hankekori.reports.document import Document
from hankekori.reports.frozen_files import WRITERS, file_stem, written_as
from hankekori.reports.kinds import KINDS

_OFFICE = "application/vnd.openxmlformats-officedocument"
_CONTENT_TYPES: Mapping[str, str] = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
}


def report_response(report: FrozenReport, ending: str) -> HttpResponse:
    """Answer with a frozen report in one of the endings of its kind; raises what written_as raises."""
    if ending not in KINDS[report.kind].endings:
        raise Http404
    return file_response(written_as(report, ending), f"{file_stem(report)}.{ending}", ending)


def comparison_response(document: Document, old: FrozenReport, new: FrozenReport, ending: str) -> HttpResponse:
    days = f"{old.as_of.isoformat()}-{new.as_of.isoformat()}"
    return document_response(document, f"{new.programme.slug}-vertailu-{days}", ending)


def document_response(document: Document, stem: str, ending: str) -> HttpResponse:
    """Answer with a document that is not frozen, as a file of the name."""
    if ending not in WRITERS:
        raise Http404
    return file_response(WRITERS[ending](document), f"{stem}.{ending}", ending)


def file_response(content: bytes, name: str, ending: str) -> HttpResponse:
    """Answer with the content as a file of the name, of the kind its ending tells."""
    response = HttpResponse(content, content_type=_CONTENT_TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response

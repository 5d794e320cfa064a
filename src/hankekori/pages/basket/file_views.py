"""A project's description as a file: text, web page, JSON, DOCX and PDF."""

import json
from collections.abc import Callable, Mapping

from django.http import Http404, HttpRequest, HttpResponse

from hankekori.core.description.html_writer import write_html
from hankekori.core.description.json_values import to_json_value
from hankekori.core.description.model import Description
from hankekori.core.description.writer import write_text
from hankekori.pages.basket.addresses import project_at
from hankekori.pages.basket.columns import project_key
from hankekori.pages.basket.descriptions import current_description
from hankekori.pages.basket.words import language
from hankekori.pages.door import Door, programme_page
from hankekori.reports.description_document import description_document
from hankekori.reports.writers.docx import write_docx
from hankekori.reports.writers.pdf import write_pdf


def _json(description: Description) -> bytes:
    return json.dumps(to_json_value(description, language()), ensure_ascii=False, indent=2).encode()


_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WRITERS: Mapping[str, tuple[str, Callable[[Description], bytes]]] = {
    "txt": ("text/plain; charset=utf-8", lambda description: write_text(description).encode()),
    "html": ("text/html; charset=utf-8", lambda description: write_html(description).encode()),
    "json": ("application/json", _json),
    "docx": (_DOCX, lambda description: write_docx(description_document(description))),
    "pdf": ("application/pdf", lambda description: write_pdf(description_document(description))),
}
ENDINGS = tuple(_WRITERS)


@programme_page()
def description_file(
    request: HttpRequest,  # noqa: ARG001 - every view
    *,
    door: Door,
    code: str,
    ending: str,
) -> HttpResponse:
    """Give the description; as text, the very bytes that were read when nothing has changed since."""
    if ending not in _WRITERS:
        raise Http404
    page = project_at(door.programme, code)
    current = current_description(page, with_personal=door.may_read_personal)
    content_type, write = _WRITERS[ending]
    content = current.document if ending == "txt" and current.document else write(current.description)
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{project_key(page.project)}.{ending}"'
    return response

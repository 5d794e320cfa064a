"""A file that somebody brought, given back."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header


def attachment(content: bytes, name: str) -> HttpResponse:
    """Give a file to be kept, never to be shown by the browser: anybody may have made it."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response

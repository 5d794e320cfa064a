"""The page for a request that could not be understood; the other error pages are templates only."""

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class UnclearRequestError(BadRequest):
    """What stood in the address or the form cannot be understood; says in the reader's language what to do."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was wrong where we know it; technical messages of the framework are not shown."""
    sentence = str(exception) if isinstance(exception, UnclearRequestError) else ""
    return render(request, "400.html", {"sentence": sentence}, status=400)

"""Error pages that have something of their own to say; the others are templates only."""

import sys

from django.conf import settings
from django.core.exceptions import BadRequest, TooManyFilesSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _


class UnclearRequestError(BadRequest):
    """What stood in the address or the form cannot be understood; says in the reader's language what to do."""


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say what was wrong where we know it; technical messages of the framework are not shown."""
    sentence = str(exception) if isinstance(exception, UnclearRequestError) else ""
    if isinstance(exception, TooManyFilesSent):
        limit = {"limit": settings.DATA_UPLOAD_MAX_NUMBER_FILES}
        sentence = _("Kerralla voi lähettää %(limit)s tiedostoa. Pakkaa ne zip-arkistoksi tai tuo ne osissa.") % limit
    return render(request, "400.html", {"sentence": sentence}, status=400)


def server_error(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - the framework's signature
    """Tell a database that does not answer apart from a fault of ours; the page itself asks the database nothing."""
    if isinstance(sys.exc_info()[1], OperationalError):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": "30"})
    return HttpResponse(render_to_string("500.html"), status=500)

"""The page for a request that could not be understood; the other error pages are templates only."""

from django.conf import settings
from django.core.exceptions import BadRequest, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
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

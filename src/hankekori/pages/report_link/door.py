"""The door of a personal link: no account, no menu, one report."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.cache import cache_control

from hankekori.areas.rounds.links import LinkError, LinkWrongError, use_link
from hankekori.areas.rounds.models import ReportLink
from hankekori.pages.basket.words import said
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.report_door import ReportView

_HEADERS = {
    # not "no-referrer": then browsers send "Origin: null" and no form would pass the check of its token
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}


def by_link(view: ReportView) -> Callable[..., HttpResponseBase]:
    """Let the holder of a link in with `desk=`; a link that no longer opens says so and whom to ask."""

    @cache_control(private=True, no_store=True)
    @wraps(view)
    def entered(request: HttpRequest, token: str, **parts: object) -> HttpResponseBase:
        response = _opened(view, request, token, parts)
        for name, value in _HEADERS.items():
            response[name] = value
        return response

    return entered


def _opened(view: ReportView, request: HttpRequest, token: str, parts: dict[str, object]) -> HttpResponseBase:
    try:
        link = use_link(now=timezone.now(), signed=token)
    except LinkError as error:
        status = HTTPStatus.NOT_FOUND if isinstance(error, LinkWrongError) else HTTPStatus.GONE
        return render(request, "report_link/closed.html", {"why": said(error.message)}, status=status)
    _speak(request, link)
    desk = Desk(link.report, link=link, token=token)
    request.desk = desk  # type: ignore[attr-defined]  # the shell reads it from the request
    return view(request, desk=desk, **parts)


def _speak(request: HttpRequest, link: ReportLink) -> None:
    """Speak the language the link was made in, unless its holder has chosen another."""
    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(link.language)

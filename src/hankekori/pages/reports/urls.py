"""Addresses under /<programme>/raportit/."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path


def _coming(_request: HttpRequest, **_kwargs: object) -> HttpResponse:
    raise Http404


urlpatterns = [path("", _coming, name="reports"), path("uusi/", _coming, name="report-new")]

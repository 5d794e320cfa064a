"""Addresses of what is done with a report, the same behind every door."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from hankekori.pages.monitoring import report_views
from hankekori.pages.monitoring.report_door import ReportView

type DoorOf = Callable[[ReportView], Callable[..., HttpResponseBase]]


def report_paths(start: str, name: str, door: DoorOf) -> list[URLPattern]:
    """Give the addresses of reading and writing a report, each behind the door."""
    return [
        path(start, door(report_views.report), name=name),
    ]

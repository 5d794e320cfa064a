"""Addresses of what is done with a report, the same behind every door."""

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import URLPattern, path

from hankekori.pages.monitoring import comment_views, file_views, link_views, office_views, report_views
from hankekori.pages.monitoring.report_door import ReportView

type DoorOf = Callable[[ReportView], Callable[..., HttpResponseBase]]


def report_paths(start: str, name: str, door: DoorOf) -> list[URLPattern]:
    """Give the addresses of reading and writing a report, each behind the door."""
    return [
        path(start, door(report_views.report), name=name),
        path(f"{start}tallenna/", door(report_views.save_report), name=f"{name}-save"),
        path(f"{start}tiedostot/", door(file_views.add_report_file), name=f"{name}-files"),
        path(f"{start}tiedostot/<int:file>/", door(file_views.report_file), name=f"{name}-file"),
        path(f"{start}tiedostot/<int:file>/poista/", door(file_views.remove_report_file), name=f"{name}-file-remove"),
        path(f"{start}kommentit/", door(comment_views.add_comment), name=f"{name}-comments"),
    ]


def decision_paths(start: str, name: str, door: DoorOf) -> list[URLPattern]:
    """Give the addresses of the office's decisions on a report."""
    return [
        path(f"{start}palauta/", door(office_views.return_report), name=f"{name}-return"),
        path(f"{start}hyvaksy/", door(office_views.approve_report), name=f"{name}-approve"),
        path(f"{start}avaa/", door(office_views.reopen_report), name=f"{name}-reopen"),
        path(f"{start}oikaise/<int:figure>/", door(office_views.correct_figure), name=f"{name}-correct"),
        path(f"{start}linkit/", door(link_views.links), name=f"{name}-links"),
        path(f"{start}linkit/<int:link>/poista/", door(link_views.revoke), name=f"{name}-link-revoke"),
        path(f"{start}kommentit/<int:comment>/", door(comment_views.clear_comment), name=f"{name}-comment-clear"),
    ]

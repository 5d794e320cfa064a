"""Seuranta: who has reported in the open round, and the rounds before it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hankekori.areas.accounts.roles import Permission
from hankekori.pages.door import Door, programme_page


@programme_page(Permission.READ_FIGURES, Permission.REPORT_RESULTS)
def rounds(request: HttpRequest, *, door: Door) -> HttpResponse:  # noqa: ARG001 - every view
    return render(request, "monitoring/rounds.html", {})

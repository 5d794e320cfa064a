"""A project's report: what it says, and saving it part by part."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hankekori.core.periods import Period
from hankekori.pages.monitoring.desk import Desk
from hankekori.pages.monitoring.words import look_of


def report(request: HttpRequest, *, desk: Desk) -> HttpResponse:
    current = desk.report.round
    context = {
        "desk": desk,
        "period": Period(current.period_start, current.period_end).label,
        "look": look_of(desk.report.state),
    }
    return render(request, "monitoring/report.html", context)

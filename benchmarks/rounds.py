"""A round of 200 projects and 12 indicators: opened, filled in, looked at, approved at once."""

import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.measure import Result, best_ms
from benchmarks.pages import page_of
from benchmarks.programme import NOW, make_programme
from hankekori.areas.rounds.actions import approve, open_round
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportText, Round
from hankekori.areas.rounds.queries import report_page
from hankekori.core.periods import Period

PERIOD = Period(date(2012, 1, 1), date(2012, 6, 30))


def measured() -> Iterator[tuple[str, Result]]:
    programme = make_programme("round", projects=200, indicators=12, periods=5)
    began = time.perf_counter()
    opened = open_round(
        by=None, now=NOW, programme=programme, period=PERIOD, opens_on=date(2012, 5, 1), due_on=date(2012, 7, 31)
    )
    yield "opening a round, 200 projects x 12 indicators", Result(time.perf_counter() - began, "s", 2)
    _fill(opened)
    matrix = page_of(programme, f"seuranta/{opened.pk}/")
    yield "page of who has reported, 200 projects", Result(best_ms(matrix), "ms", 100)
    with CaptureQueriesContext(connection) as statements:
        matrix()
    yield "statements of that page", Result(len(statements), "statements", 20)
    report = ProjectReport.objects.select_related("round__programme", "project").filter(round=opened)[0]
    yield "one report beside plan and ledger", Result(best_ms(lambda: report_page(report)), "ms", 50)
    reports = list(opened.reports.all())
    began = time.perf_counter()
    approve(by=None, now=NOW, reports=reports)
    yield "approving all at once, 200 projects x 12 indicators", Result(time.perf_counter() - began, "s", 3)


def _fill(opened: Round) -> None:
    """Say and send everything, in bulk."""
    figures = ReportFigure.objects.filter(report__round=opened)
    figures.update(state=ReportFigure.State.REPORTED, total=Decimal(3), women=Decimal(1))
    ReportText.objects.filter(report__round=opened).update(text="Työ eteni.")
    ProjectReport.objects.filter(round=opened).update(state=ProjectReport.State.SUBMITTED, first_submitted_at=NOW)

"""What was spent so far against a straight course to all that was planned."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.claims.queries import ProjectClaims
from hankekori.areas.projects.models import Project
from hankekori.charts.inline_course import course_svg
from hankekori.charts.values import CourseLine, CoursePoint, Number
from hankekori.core.targets import MeasureTarget, expected_by
from hankekori.pages.basket.words import language
from hankekori.web.tables import Column, DataTable


def spending_picture(project: Project, found: ProjectClaims, today: date) -> dict[str, Any] | None:
    """Draw the cumulative costs less income with their table; nothing where there is no claim or no time to draw on."""
    if not found.lines or project.start is None or project.end is None:
        return None
    planned = found.total.planned
    plan = None if planned is None else MeasureTarget(0, 0, planned, None, project.start, project.end)
    spent = {line.row.period_end: line.link.cumulative for line in found.lines}
    points = tuple(
        CoursePoint(day, expected=expected_by(plan, day) if plan else None, actual=spent.get(day))
        for day in sorted({project.start, project.end, *spent})
    )
    drawn = tuple(CoursePoint(each.day, _thousands(each.expected), _thousands(each.actual)) for each in points)
    chart = CourseLine(points=drawn, planned=_thousands(planned), unit=_("tuhatta euroa"), today=today)
    return {"svg": course_svg(chart, language()), "table": _table(points)}


def _thousands(euros: Number | None) -> Number | None:
    return None if euros is None else Decimal(euros) / 1000


def _table(points: tuple[CoursePoint, ...]) -> DataTable:
    return DataTable(
        caption=_("Kustannukset kaikkiaan"),
        columns=[
            Column(key="day", label=_("Päivä"), kind="day"),
            Column(key="expected", label=_("Tasaisesti käytettynä"), kind="number", unit=_("euroa")),
            Column(key="actual", label=_("Haettu"), kind="number", unit=_("euroa")),
        ],
        rows=[[point.day, _or_dash(point.expected), _or_dash(point.actual)] for point in points],
    )


def _or_dash(value: object) -> object:
    return "–" if value is None else value

"""The expected course of a target, drawn as it stands in the form."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.plan.models import Indicator
from hankekori.charts.inline_course import course_svg
from hankekori.charts.values import CourseLine, CoursePoint
from hankekori.core.indicators import Combination
from hankekori.core.periods import periods_between
from hankekori.core.targets import MeasureTarget, expected_by
from hankekori.pages.basket.words import language, said
from hankekori.web.tables import Column, DataTable


def target_picture(target: MeasureTarget, indicator: Indicator) -> dict[str, Any]:
    """Draw what is expected by each half-year's end and milestone, with its table."""
    combination = Combination(indicator.combination)
    days = {period.end for period in periods_between(target.start, target.due)} | {target.start, target.due}
    days |= {step.day - timedelta(days=back) for step in target.steps for back in (0, 1)}
    shown = sorted(day for day in days if target.start <= day <= target.due)
    points = tuple(CoursePoint(day, expected=expected_by(target, day, combination=combination)) for day in shown)
    chart = CourseLine(points=points, planned=target.total, unit=said(indicator.unit))
    table = DataTable(
        caption=_("Odotettu kulku"),
        columns=[
            Column(key="day", label=_("Päivä"), kind="day"),
            Column(key="expected", label=_("Odotettu"), kind="number", decimals=indicator.decimals),
        ],
        rows=[[point.day, point.expected] for point in points],
    )
    return {"svg": course_svg(chart, language()), "table": table}

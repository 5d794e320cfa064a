"""The course of a measure's figure: expected, so far, and where it is heading."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.monitoring.state import IndicatorState, ProgrammeState
from hankekori.areas.plan.models import Target
from hankekori.areas.plan.queries import read_steps
from hankekori.charts.inline_course import course_svg
from hankekori.charts.values import CourseLine, CoursePoint
from hankekori.core.periods import periods_between
from hankekori.core.targets import Course, MeasureTarget, expected_by
from hankekori.web.tables import Column, DataTable


def course_picture(
    state: ProgrammeState, line: IndicatorState, target: Target | None, language: str
) -> dict[str, Any] | None:
    """Draw the course with its table; nothing where there is neither a target nor a figure above zero."""
    points = _points(state, line, target)
    if not any(point.expected or point.actual for point in points):
        return None
    chart = CourseLine(
        points=points,
        planned=line.figure.planned_total,
        unit=line.indicator.unit.in_language(language),
        today=state.as_of,
    )
    return {"svg": course_svg(chart, language), "table": _table(line, points, language)}


def _points(state: ProgrammeState, line: IndicatorState, target: Target | None) -> tuple[CoursePoint, ...]:
    actual = dict(line.course)
    rule = _rule(target) if target else None
    days = set(actual)
    if target:
        days |= {period.end for period in periods_between(target.start, target.due)} | {target.start, target.due}
    points = [CoursePoint(day, expected=_expected(rule, day), actual=actual.get(day)) for day in sorted(days)]
    return tuple(_with_forecast(state, line, points)) if points else ()


def _with_forecast(state: ProgrammeState, line: IndicatorState, points: list[CoursePoint]) -> list[CoursePoint]:
    """Begin the forecast at the newest figure and end it at the target's day."""
    seen = [index for index, point in enumerate(points) if point.actual is not None]
    ahead = line.forecast
    if not seen or ahead is None or ahead.likely is None or points[-1].day <= state.as_of:
        return points
    start, end = points[seen[-1]], points[-1]
    points[seen[-1]] = CoursePoint(start.day, start.expected, start.actual, start.actual, start.actual, start.actual)
    points[-1] = CoursePoint(end.day, end.expected, end.actual, ahead.low, ahead.likely, ahead.high)
    return points


def _rule(target: Target) -> MeasureTarget:
    return MeasureTarget(
        measure=target.measure_id,
        indicator=target.indicator_id,
        total=target.total,
        women=target.women,
        start=target.start,
        due=target.due,
        course=Course(target.course),
        steps=read_steps(target.steps),
    )


def _expected(rule: MeasureTarget | None, day: date) -> Decimal | None:
    return expected_by(rule, day) if rule else None


def _table(line: IndicatorState, points: tuple[CoursePoint, ...], language: str) -> DataTable:
    decimals = line.indicator.decimals
    return DataTable(
        caption=line.indicator.name.in_language(language),
        columns=[
            Column(key="day", label=_("Päivä"), kind="day"),
            Column(key="expected", label=_("Odotettu"), kind="number", decimals=decimals),
            Column(key="actual", label=_("Toteutunut"), kind="number", decimals=decimals),
            Column(key="low", label=_("Ennuste, alaraja"), kind="number", decimals=decimals),
            Column(key="likely", label=_("Ennuste, todennäköinen"), kind="number", decimals=decimals),
            Column(key="high", label=_("Ennuste, yläraja"), kind="number", decimals=decimals),
        ],
        rows=[[p.day, *(_or_dash(v) for v in (p.expected, p.actual, p.low, p.likely, p.high))] for p in points],
    )


def _or_dash(value: object) -> object:
    return "–" if value is None else value

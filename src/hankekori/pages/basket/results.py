"""What a project has reached: planned and realised of each indicator, its course, and the entries behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from hankekori.areas.monitoring.facts import indicator_record
from hankekori.areas.monitoring.ledger_queries import entry_of
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.areas.projects.models import Project
from hankekori.charts.inline_course import course_svg
from hankekori.charts.values import CourseLine, CoursePoint
from hankekori.core.figures import MISSING, NOT_APPLICABLE, Figure, reported
from hankekori.core.ledger import Entry, cumulate
from hankekori.core.targets import MeasureTarget, expected_by
from hankekori.pages.basket.ledger_tables import entries_behind, women_of
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door
from hankekori.pages.plan.tables import source_name
from hankekori.web.tables import Column, DataTable

_FEWEST_POINTS = 2  # that make a course


@dataclass(frozen=True, slots=True)
class ProjectResult:
    """An indicator of one project on the day looked at."""

    indicator: IndicatorRecord
    planned: Figure  # missing: nobody has said what the project plans
    expected: Figure  # not applicable: nothing is planned; missing: the project has no dates
    actual: Figure
    women: Figure  # of actual; not applicable: the indicator does not count them
    planned_women: Decimal | None
    reported_until: date | None  # the end of the newest period with numbers
    sources: str
    entries: DataTable  # what actual is made of
    left_out: int  # entries of later periods, or recorded later
    picture: dict[str, Any] | None


def results_of(
    project: Project, plans: Sequence[ProjectPlan], entries: Sequence[LedgerEntry], door: Door
) -> list[ProjectResult]:
    """Put plans and entries together by indicator, as of the day looked at."""
    rows = {plan.indicator_id: plan.indicator for plan in plans} | {row.indicator_id: row.indicator for row in entries}
    records = sorted((indicator_record(row) for row in rows.values()), key=lambda one: (one.position, one.code, one.id))
    by_indicator = {plan.indicator_id: plan for plan in plans}
    return [
        _result(
            project,
            record,
            by_indicator.get(record.id),
            [row for row in entries if row.indicator_id == record.id],
            door,
        )
        for record in records
    ]


def _result(
    project: Project, record: IndicatorRecord, plan: ProjectPlan | None, rows: list[LedgerEntry], door: Door
) -> ProjectResult:
    target, entries = _target(project, plan), [entry_of(row) for row in rows]
    counted = cumulate(entries, record.combination, as_of=door.as_of, known_on=door.known_on) if rows else None
    actual = counted.figure if counted else MISSING
    behind = [row for row in rows if row.period_end <= door.as_of and localdate(row.recorded_at) <= door.known_on]
    return ProjectResult(
        indicator=record,
        planned=reported(plan.total) if plan else MISSING,
        expected=_expected_figure(plan, target, record, door.as_of),
        actual=actual,
        women=women_of(record, actual),
        planned_women=plan.women if plan else None,
        reported_until=counted.last_period if counted else None,
        sources=", ".join(sorted({source_name(row.source) for row in behind})),
        entries=entries_behind(record, behind, actual),
        left_out=len(rows) - len(behind),
        picture=_picture(record, target, entries, door),
    )


def _expected_figure(
    plan: ProjectPlan | None, target: MeasureTarget | None, record: IndicatorRecord, day: date
) -> Figure:
    if plan is None:
        return NOT_APPLICABLE
    expected = _expected(target, record, day)
    return MISSING if expected is None else reported(expected)


def _target(project: Project, plan: ProjectPlan | None) -> MeasureTarget | None:
    """Take a project's plan for a straight course from its start to its end, as the roll-up does."""
    if plan is None or project.start is None or project.end is None:
        return None
    return MeasureTarget(0, plan.indicator_id, plan.total, plan.women, project.start, project.end)


def _expected(target: MeasureTarget | None, record: IndicatorRecord, day: date) -> Decimal | None:
    return expected_by(target, day, combination=record.combination) if target else None


def _actual(record: IndicatorRecord, entries: list[Entry], as_of: date, door: Door) -> Figure:
    if not entries:
        return MISSING
    return cumulate(entries, record.combination, as_of=as_of, known_on=door.known_on).figure


def _picture(
    record: IndicatorRecord, target: MeasureTarget | None, entries: list[Entry], door: Door
) -> dict[str, Any] | None:
    days = {entry.period_end for entry in entries if entry.period_end <= door.as_of}
    if target:
        days |= {target.start, target.due}
    points = tuple(_point(record, target, entries, day, door) for day in sorted(days))
    if len(points) < _FEWEST_POINTS:
        return None
    unit = said(record.unit)
    chart = CourseLine(points=points, planned=target.total if target else None, unit=unit, today=door.as_of)
    return {"svg": course_svg(chart, language()), "table": _course_table(record, points)}


def _point(
    record: IndicatorRecord, target: MeasureTarget | None, entries: list[Entry], day: date, door: Door
) -> CoursePoint:
    reported = any(entry.period_end == day for entry in entries) and day <= door.as_of
    actual = _actual(record, entries, day, door).value if reported else None
    return CoursePoint(day, expected=_expected(target, record, day), actual=actual)


def _course_table(record: IndicatorRecord, points: Sequence[CoursePoint]) -> DataTable:
    return DataTable(
        caption=said(record.name),
        columns=[
            Column(key="day", label=_("Päivä"), kind="day"),
            Column(key="expected", label=_("Odotettu"), kind="number", decimals=record.decimals),
            Column(key="actual", label=_("Toteutunut"), kind="number", decimals=record.decimals),
        ],
        rows=[[point.day, _or_dash(point.expected), _or_dash(point.actual)] for point in points],
    )


def _or_dash(value: object) -> object:
    return "–" if value is None else value

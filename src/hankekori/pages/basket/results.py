"""What a project has reached: planned and realised of each indicator, its course, and the entries behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.monitoring.facts import indicator_record
from hankekori.areas.monitoring.ledger_queries import entry_of
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.monitoring.reasons import REASONS
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.areas.projects.models import Project
from hankekori.charts.inline_course import course_svg
from hankekori.charts.values import CourseLine, CoursePoint
from hankekori.core.figures import MISSING, Figure, ValueState
from hankekori.core.ledger import Entry, cumulate
from hankekori.core.targets import MeasureTarget, expected_by
from hankekori.pages.basket.days import known_moment
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door
from hankekori.pages.plan.tables import source_name
from hankekori.web.tables import Column, DataTable

_FEWEST_POINTS = 2  # that make a course


@dataclass(frozen=True, slots=True)
class ProjectResult:
    """An indicator of one project; expected is None where nothing is planned or the project has no dates."""

    indicator: IndicatorRecord
    planned: Decimal | None
    planned_women: Decimal | None
    expected: Decimal | None
    actual: Figure
    picture: dict[str, Any] | None


def results_of(
    project: Project, plans: Sequence[ProjectPlan], entries: Sequence[LedgerEntry], door: Door
) -> list[ProjectResult]:
    """Put plans and entries together by indicator, as of the day looked at."""
    rows = {plan.indicator_id: plan.indicator for plan in plans} | {row.indicator_id: row.indicator for row in entries}
    records = sorted((indicator_record(row) for row in rows.values()), key=lambda one: (one.position, one.code, one.id))
    by_indicator = {plan.indicator_id: plan for plan in plans}
    return [_result(project, record, by_indicator.get(record.id), _of(entries, record), door) for record in records]


def entries_table(entries: Iterable[LedgerEntry]) -> DataTable:
    """List every entry of the ledger, newest period first, with where it came from."""
    newest_first = sorted(entries, key=lambda row: (row.period_end, row.recorded_at, row.pk), reverse=True)
    return DataTable(
        caption=_("Kirjaukset"),
        columns=[
            Column(key="indicator", label=_("Mittari")),
            Column(key="start", label=_("Kausi alkoi"), kind="day"),
            Column(key="end", label=_("Kausi päättyi"), kind="day"),
            Column(key="total", label=_("Kirjattu"), kind="number"),
            Column(key="women", label=_("Naisia"), kind="number"),
            Column(key="source", label=_("Lähde")),
            Column(key="recorded", label=_("Kirjattu järjestelmään"), kind="day"),
            Column(key="explanation", label=_("Selitys")),
        ],
        rows=[_entry_cells(row) for row in newest_first],
    )


def _of(entries: Iterable[LedgerEntry], record: IndicatorRecord) -> list[Entry]:
    return [entry_of(row) for row in entries if row.indicator_id == record.id]


def _result(
    project: Project, record: IndicatorRecord, plan: ProjectPlan | None, entries: list[Entry], door: Door
) -> ProjectResult:
    target = _target(project, plan)
    return ProjectResult(
        indicator=record,
        planned=plan.total if plan else None,
        planned_women=plan.women if plan else None,
        expected=_expected(target, record, door.as_of),
        actual=_actual(record, entries, door.as_of, door),
        picture=_picture(record, target, entries, door),
    )


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
    return cumulate(entries, record.combination, as_of=as_of, known_on=known_moment(door)).figure


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


def _entry_cells(row: LedgerEntry) -> list[Any]:
    state = ValueState(row.state)
    unknown = Figure(state) if state is not ValueState.REPORTED else None
    women = row.women if row.women is not None else "–"
    return [
        f"{said(row.indicator.name)}, {said(row.indicator.unit)}",
        row.period_start,
        row.period_end,
        unknown or row.total,
        unknown or women,
        source_name(row.source),
        row.recorded_at.date(),
        _explained(row),
    ]


def _explained(row: LedgerEntry) -> str:
    reason = said(REASONS[row.reason]) if row.reason else ""
    return ": ".join(part for part in (reason, row.explanation) if part)


def _or_dash(value: object) -> object:
    return "–" if value is None else value

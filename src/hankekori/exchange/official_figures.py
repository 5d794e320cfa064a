"""Writes the figures of official descriptions: what projects plan, and realised sums as increments of the ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.monitoring.actions import correct_entry, record_entries, save_project_plan
from hankekori.areas.monitoring.entries import NewEntry
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.plan.actions import save_indicator
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.indicators import Combination
from hankekori.core.periods import Period, period_of
from hankekori.core.texts import Translated
from hankekori.exchange.project_fields import PLANNED, ResultFigures
from hankekori.exchange.results import OFFICIAL_RESULTS, PERIOD, indicators_for


@dataclass(frozen=True, slots=True)
class FigureRefused:
    """A figure the ledger did not take, and why; everything else of the description is saved."""

    project: Project
    field: str
    reason: Translated


@dataclass(frozen=True, slots=True)
class _Change:
    project: Project
    indicator: Indicator
    field: str
    old: ResultFigures | None
    new: ResultFigures
    document: str


def record_figures(
    *,
    programme: Programme,
    changes: Iterable[tuple[Project, Mapping[str, Any], Mapping[str, Any], str]],
    by: User | None,
    now: datetime,
) -> tuple[FigureRefused, ...]:
    """Write the figures among each project's old and new values, read from the document named.

    A realised sum enters as the difference to what the ledger gives: an import entry at the project's end, or at
    today's date while it runs; a reduction as a correction of the newest entry. Part of an import's transaction.
    """
    refused = []
    for change in _figure_changes(programme, changes, by=by, now=now):
        try:
            with transaction.atomic():
                _record(programme, change, by=by, now=now)
        except DomainError as error:
            refused.append(FigureRefused(change.project, change.field, error.message))
    return tuple(refused)


def _figure_changes(
    programme: Programme,
    changes: Iterable[tuple[Project, Mapping[str, Any], Mapping[str, Any], str]],
    *,
    by: User | None,
    now: datetime,
) -> Iterable[_Change]:
    indicators: dict[str, dict[str, Indicator]] = {}
    for project, old, new, document in changes:
        for field, value in new.items():
            if not isinstance(value, ResultFigures):
                continue
            chosen = indicators.setdefault(project.fund, dict(indicators_for(programme, project.fund)))
            result = field.partition(":")[2]
            if result not in chosen:
                chosen[result] = _new_indicator(programme, project.fund, result, by=by, now=now)
            indicator = chosen[result]
            yield _Change(project, indicator, field, old.get(field), _counted(value, indicator), document)


def _counted(figures: ResultFigures, indicator: Indicator) -> ResultFigures:
    return figures if indicator.counts_women else ResultFigures(figures.total, None)


def _new_indicator(programme: Programme, fund: str, result: str, *, by: User | None, now: datetime) -> Indicator:
    official = OFFICIAL_RESULTS[result]
    return save_indicator(
        by=by,
        now=now,
        programme=programme,
        programme_period=PERIOD,
        fund=fund,
        code=official.code,
        name=official.name,
        unit=official.unit,
        combination=Combination.SUM,
        counts_women=official.counts_women,
        position=list(OFFICIAL_RESULTS).index(result),
    )


def _record(programme: Programme, change: _Change, *, by: User | None, now: datetime) -> None:
    total, women = Decimal(change.new.total), _decimal(change.new.women)
    if change.field.startswith(PLANNED):
        save_project_plan(by=by, now=now, project=change.project, indicator=change.indicator, total=total, women=women)
        return
    entries = LedgerEntry.objects.filter(programme=programme, project=change.project, indicator=change.indicator)
    newest = entries.filter(total__isnull=False).order_by("period_end", "id").last()
    more = total - (change.old.total if change.old else 0)
    more_women = None if women is None else women - ((change.old and change.old.women) or 0)
    if newest and (more < 0 or (more_women or 0) < 0 or (more_women or 0) > more):
        _correct(newest, more, more_women, document=change.document, by=by, now=now)
        return
    period = _period_of(change.project, now.date())
    entry = NewEntry(
        project=change.project.pk,
        indicator=change.indicator.pk,
        period_start=period.start,
        period_end=period.end,
        total=more,
        women=more_women,
        source=LedgerEntry.Source.IMPORT,
        explanation=change.document,
    )
    record_entries(by=by, now=now, programme=programme, entries=[entry])


def _correct(
    newest: LedgerEntry, more: Decimal, more_women: Decimal | None, *, document: str, by: User | None, now: datetime
) -> None:
    """Bring the newest entry, with what corrects it, to the sum the document gives."""
    first = newest.corrects or newest
    lines = [first, *first.corrections.all()]
    said = sum((line.total for line in lines if line.total is not None), Decimal(0))
    said_women = sum((line.women for line in lines if line.women is not None), Decimal(0))
    correct_entry(
        by=by,
        now=now,
        entry=first,
        reason=LedgerEntry.Reason.LATE_INFORMATION,
        explanation=document,
        total=said + more,
        women=None if more_women is None else said_women + more_women,
    )


def _period_of(project: Project, today: date) -> Period:
    """Give the half-year the project ended in, or the current one while it runs; it ends today at the latest."""
    period = period_of(min(project.end or today, today))
    return Period(period.start, min(period.end, today))


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)

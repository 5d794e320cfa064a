"""Writing results: the ledger, projects' own plans, targets; the stored roll-up follows in the same transaction."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.history import action, note
from hankekori.areas.monitoring.entries import NewEntry, check_corrected, check_entries, check_plan, check_reason
from hankekori.areas.monitoring.errors import NothingToCorrectError
from hankekori.areas.monitoring.ledger_queries import has_results, recorded_numbers
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.monitoring.reasons import TARGET_REASONS
from hankekori.areas.monitoring.roll_up_steps import follow_entries
from hankekori.areas.monitoring.roll_ups import rebuild
from hankekori.areas.plan import actions as plan_actions
from hankekori.areas.plan.models import Indicator, Measure, PlanVersion, Target
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects import actions as project_actions
from hankekori.areas.projects.models import Project
from hankekori.core.figures import ValueState
from hankekori.core.report_increments import Numbers, change


@action("monitoring.record_entries")
def record_entries(
    *, by: User | None, now: datetime, programme: Programme, entries: Sequence[NewEntry]
) -> list[LedgerEntry]:
    """Add entries to the ledger, all or none, and move the stored roll-up on.

    Refuses what the rules of indicators and of the ledger call an error, EntriesRefusedError with every remark.
    """
    return _record(by, now, programme, entries)


@action("monitoring.correct_entry")
def correct_entry(
    *,
    by: User | None,
    now: datetime,
    entry: LedgerEntry,
    reason: str,
    explanation: str,
    total: Decimal,
    women: Decimal | None = None,
    non_binary: Decimal | None = None,
    denominator: Decimal | None = None,
) -> LedgerEntry:
    """Correct an entry to what it should have said; the difference, possibly negative, is recorded as a new entry.

    Earlier corrections of the entry are counted in. Women, non-binary or denominator None leaves them as they are.
    """
    check_reason(reason, explanation)
    programme = _lock(entry.programme_id)
    first = LedgerEntry.objects.select_related("indicator").get(programme=programme, pk=entry.corrects_id or entry.pk)
    said = recorded_numbers(programme.pk, [first.pk])[first.pk]
    wanted = Numbers(
        ValueState.REPORTED,
        total,
        said.women if women is None else women,
        said.non_binary if non_binary is None else non_binary,
        said.denominator if denominator is None else denominator,
    )
    check_corrected(first.indicator, wanted)
    difference = change(said, wanted)
    if difference is None:
        raise NothingToCorrectError
    correction = NewEntry(
        project=first.project_id,
        indicator=first.indicator_id,
        period_start=first.period_start,
        period_end=first.period_end,
        total=difference.total,
        women=difference.women,
        non_binary=difference.non_binary,
        denominator=difference.denominator,
        source=LedgerEntry.Source.CORRECTION,
        explanation=explanation.strip(),
        corrects=first.pk,
        reason=reason,
    )
    return _record(by, now, programme, [correction])[0]


@action("monitoring.save_project_plan")
def save_project_plan(
    *,
    by: User | None,
    now: datetime,
    project: Project,
    indicator: Indicator,
    total: Decimal,
    women: Decimal | None = None,
) -> ProjectPlan:
    """Write what a project itself plans to reach in an indicator, in the indicator's unit."""
    if project.programme_id != indicator.programme_id:
        raise NotInProgrammeError("indicator")
    check_plan(indicator, total, women)
    plan, _ = ProjectPlan.objects.update_or_create(
        programme_id=project.programme_id,
        project=project,
        indicator=indicator,
        defaults={"total": total, "women": women},
    )
    return plan


@action("monitoring.remove_project_plan")
def remove_project_plan(*, by: User | None, now: datetime, project: Project, indicator: Indicator) -> None:
    """Take away what a project plans to reach in an indicator; what it has reported stays."""
    ProjectPlan.objects.filter(programme=project.programme_id, project=project, indicator=indicator).delete()


@action("monitoring.save_target")
def save_target(
    *,
    by: User | None,
    now: datetime,
    measure: Measure,
    indicator: Indicator,
    reason: str = "",
    explanation: str = "",
    **fields: Any,  # noqa: ANN401 - the fields of plan.actions.save_target
) -> Target:
    """Write a measure's target; once there are results, changing it needs a coded reason and a sentence.

    Both are kept in the history beside the old and new value.
    """
    if _changes_target(measure, indicator, fields):
        _ask_reason(measure, indicator, reason, explanation)
    return plan_actions.save_target(by=by, now=now, measure=measure, indicator=indicator, **fields)


@action("monitoring.remove_target")
def remove_target(*, by: User | None, now: datetime, target: Target, reason: str = "", explanation: str = "") -> None:
    """Take a measure's target away; once there are results, that needs a coded reason and a sentence."""
    _ask_reason(target.measure, target.indicator, reason, explanation)
    target.delete()


@action("monitoring.set_measure_shares")
def set_measure_shares(*, by: User | None, now: datetime, project: Project, shares: Mapping[Measure, Decimal]) -> None:
    """Set which measures a project carries out and with what share, and bring the stored roll-up up to date."""
    programme = _lock(project.programme_id)
    project_actions.set_measure_shares(by=by, now=now, project=project, shares=shares)
    reported = LedgerEntry.objects.filter(programme=programme, project=project)
    if indicators := set(reported.values_list("indicator_id", flat=True)):
        rebuild(programme, indicators=indicators)


@action("monitoring.adopt_plan_version")
def adopt_plan_version(*, by: User | None, now: datetime, version: PlanVersion, adopted_on: date) -> PlanVersion:
    """Put a plan version in force as the working group decided; projects follow their measures, then the roll-up."""
    programme = _lock(version.programme_id)
    before = version_in_force(programme)
    if before and before.pk != version.pk:
        project_actions.carry_shares(by=by, now=now, old=before, new=version)
    adopted = plan_actions.adopt_version(by=by, now=now, version=version, adopted_on=adopted_on)
    rebuild(programme)
    return adopted


@action("monitoring.rebuild_roll_ups")
def rebuild_roll_ups(*, by: User | None, now: datetime, programme: Programme) -> None:
    """Write the whole stored roll-up anew from the ledger."""
    rebuild(_lock(programme.pk))


def _record(by: User | None, now: datetime, programme: Programme, entries: Sequence[NewEntry]) -> list[LedgerEntry]:
    if not entries:
        return []
    _lock(programme.pk)
    indicators = check_entries(programme, entries, now=now)
    rows = [_row(by, now, programme, line, indicators[line.indicator]) for line in entries]
    recorded = LedgerEntry.objects.bulk_create(rows, batch_size=2000)
    follow_entries(programme, recorded)
    return recorded


def _lock(programme: int) -> Programme:
    """Let one writer at a time change a programme's ledger and roll-up; readers and other tables do not wait."""
    return Programme.objects.select_for_update(no_key=True).get(pk=programme)


def _row(by: User | None, now: datetime, programme: Programme, line: NewEntry, indicator: Indicator) -> LedgerEntry:
    return LedgerEntry(
        programme=programme,
        project_id=line.project,
        indicator=indicator,
        period_start=line.period_start,
        period_end=line.period_end,
        state=line.state,
        total=line.total,
        women=line.women,
        non_binary=line.non_binary,
        denominator=line.denominator,
        source=line.source,
        corrects_id=line.corrects,
        reason=line.reason,
        explanation=line.explanation,
        recorded_at=now,
        recorded_by=by,
    )


def _changes_target(measure: Measure, indicator: Indicator, fields: Mapping[str, Any]) -> bool:
    """Tell whether the measure has a target of the indicator that the fields would change."""
    target = Target.objects.filter(programme=measure.programme_id, measure=measure, indicator=indicator).first()
    if target is None:
        return False
    wanted = {**fields, "steps": plan_actions.write_steps(fields.get("steps", ()))}
    return any(getattr(target, name) != value for name, value in wanted.items())


def _ask_reason(measure: Measure, indicator: Indicator, reason: str, explanation: str) -> None:
    """Refuse to go on without a reason where there are results; keep the reason in the history."""
    if has_results(measure, indicator):
        check_reason(reason, explanation, known=TARGET_REASONS)
        note(reason=reason, explanation=explanation.strip())

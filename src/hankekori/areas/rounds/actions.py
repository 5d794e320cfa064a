"""Rounds: opening and closing them, writing reports, and the office's decisions; approval writes the ledger."""

# ruff: noqa: ARG001 - every action takes by and now; link says who writes without an account

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import NotInProgrammeError, WrongOrderError
from hankekori.areas.history import action
from hankekori.areas.monitoring.actions import record_entries
from hankekori.areas.monitoring.errors import EntriesRefusedError
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.actions import save_project
from hankekori.areas.projects.models import Project
from hankekori.areas.rounds.approval import ToRecord, entries_to_record, keep_first_entries, place_of, why_not_approved
from hankekori.areas.rounds.errors import (
    DayTooFarError,
    FileRefusedError,
    NotReporterError,
    RefusedValueError,
    ReportRefusedError,
    ReportsWaitError,
    RoundOverlapsError,
    RoundReasonError,
    WindowError,
)
from hankekori.areas.rounds.files import ALREADY_THERE, check_file, file_name
from hankekori.areas.rounds.models import (
    ProjectReport,
    ProjectReporter,
    ReportFigure,
    ReportFile,
    ReportFunding,
    ReportLink,
    ReportStep,
    ReportText,
    Round,
)
from hankekori.areas.rounds.notices import tell_approved, tell_returned
from hankekori.areas.rounds.opening import open_reports
from hankekori.areas.rounds.queries import report_page
from hankekori.areas.rounds.reasons import REOPENING_REASONS, RETURN_REASONS
from hankekori.areas.rounds.report_figures import figure_faults
from hankekori.areas.rounds.writing import check_step, lock_open_report, lock_report, refuse_identity_codes, write
from hankekori.core.periods import Period, is_in_our_time
from hankekori.core.report_checks import PlacedRemark, check_used_number
from hankekori.core.rounds import Step, check_real_end
from hankekori.core.texts import Translated

_Stage = Project.Stage
_Kind = ReportStep.Kind


@action("rounds.open_round")
def open_round(
    *, by: User | None, now: datetime, programme: Programme, period: Period, opens_on: date, due_on: date
) -> Round:
    """Ask for a period: every followed project that ran in it gets an empty report, to be sent in the window."""
    days = (("period", period.start), ("period", period.end), ("opens_on", opens_on), ("due_on", due_on))
    if far := next((field for field, day in days if not is_in_our_time(day)), None):
        raise DayTooFarError(far)
    if period.end < period.start:
        raise WrongOrderError("period")
    if due_on < opens_on:
        raise WindowError
    _lock_programme(programme.pk)
    others = Round.objects.filter(programme=programme, period_start__lte=period.end, period_end__gte=period.start)
    if other := others.first():
        raise RoundOverlapsError(Period(other.period_start, other.period_end))
    opened = Round.objects.create(
        programme=programme, period_start=period.start, period_end=period.end, opens_on=opens_on, due_on=due_on
    )
    open_reports(opened)
    return opened


@action("rounds.close_round")
def close_round(*, by: User | None, now: datetime, round: Round) -> Round:  # noqa: A002 - the domain's word
    """Close a round: from now on its figures change by corrections only. Refused while reports wait for a decision."""
    reports = ProjectReport.objects.filter(programme=round.programme_id, round=round).order_by("pk")
    states = list(reports.select_for_update(no_key=True).values_list("state", flat=True))
    if waiting := states.count(ProjectReport.State.SUBMITTED):
        raise ReportsWaitError(waiting)
    locked = Round.objects.select_for_update().get(programme=round.programme_id, pk=round.pk)
    if locked.closed_at is None:
        locked.closed_at = now
        locked.save(update_fields=["closed_at"])
    return locked


@action("rounds.save_figure")
def save_figure(
    *,
    by: User | None,
    link: ReportLink | None,
    now: datetime,
    figure: ReportFigure,
    revision: int,
    state: str,
    total: Decimal | None = None,
    women: Decimal | None = None,
    non_binary: Decimal | None = None,
    denominator: Decimal | None = None,
    deviation: str = "",
) -> ReportFigure:
    """Write what a report says of an indicator: the period's increment, or why there is no number.

    Raises StaleReportError when somebody else has written since `revision` was read, RefusedValueError for a value the
    indicator cannot have or the ledger cannot take.
    """
    report = lock_open_report(figure.report_id, link=link, now=now)
    current = ReportFigure.objects.select_related("indicator").get(pk=figure.pk, report=report)
    wanted = {
        "state": state,
        "total": total,
        "women": women,
        "non_binary": non_binary,
        "denominator": denominator,
        "deviation": deviation.strip(),
    }
    refuse_identity_codes(deviation=deviation)
    if faults := figure_faults(report, current, wanted):
        raise RefusedValueError(faults[0])
    return write(current, revision, **wanted)


@action("rounds.save_text")
def save_text(
    *, by: User | None, link: ReportLink | None, now: datetime, text: ReportText, revision: int, written: str
) -> ReportText:
    """Write one part of the narrative."""
    report = lock_open_report(text.report_id, link=link, now=now)
    refuse_identity_codes(written=written)
    return write(ReportText.objects.get(pk=text.pk, report=report), revision, text=written.strip())


@action("rounds.save_funding")
def save_funding(
    *,
    by: User | None,
    link: ReportLink | None,
    now: datetime,
    funding: ReportFunding,
    revision: int,
    used: Decimal | None,
) -> ReportFunding:
    """Write the money of one source used in the period, in euros and cents; None: not said."""
    report = lock_open_report(funding.report_id, link=link, now=now)
    if faults := check_used_number(used):
        raise RefusedValueError(faults[0])
    return write(ReportFunding.objects.get(pk=funding.pk, report=report), revision, used=used)


@action("rounds.save_ending")
def save_ending(
    *,
    by: User | None,
    link: ReportLink | None,
    now: datetime,
    report: ProjectReport,
    revision: int,
    is_last: bool,
    real_end: date | None,
) -> ProjectReport:
    """Write whether this is the project's last report and when the project really ended; the day may come later."""
    locked = lock_open_report(report.pk, link=link, now=now)
    if is_last and real_end is not None:
        period = Period(locked.round.period_start, locked.round.period_end)
        if faults := check_real_end(real_end, locked.project.start, period):
            raise RefusedValueError(faults[0])
    return write(locked, revision, is_last=is_last, real_end=real_end)


@action("rounds.add_file")
def add_file(
    *,
    by: User | None,
    link: ReportLink | None,
    now: datetime,
    report: ProjectReport,
    kind: str,
    indicator: Indicator | None = None,
    name: str,
    content_type: str,
    content: bytes,
) -> ReportFile:
    """Keep a file with a report; the same one twice, one too large or one with an identity code is refused."""
    locked = lock_open_report(report.pk, link=link, now=now)
    if kind not in ReportFile.Kind.values:
        raise NotInProgrammeError("kind")
    if indicator is not None and indicator.programme_id != locked.programme_id:
        raise NotInProgrammeError("indicator")
    files = ReportFile.objects.filter(report=locked)
    plain, sha256 = file_name(name), hashlib.sha256(content).hexdigest()
    check_file(plain, content_type, content, kept=files.count())
    if same := files.filter(kind=kind, sha256=sha256).values_list("name", flat=True).first():
        raise FileRefusedError(ALREADY_THERE.filled(name=same))
    return ReportFile.objects.create(
        programme_id=locked.programme_id,
        report=locked,
        indicator=indicator,
        kind=kind,
        name=plain,
        content_type=content_type[:100],
        size=len(content),
        sha256=sha256,
        content=content,
        added_at=now,
    )


@action("rounds.remove_file")
def remove_file(*, by: User | None, link: ReportLink | None, now: datetime, file: ReportFile) -> None:
    """Take a file away from a report that is still written."""
    report = lock_open_report(file.report_id, link=link, now=now)
    ReportFile.objects.filter(report=report, pk=file.pk).delete()


@action("rounds.submit")
def submit(*, by: User | None, link: ReportLink | None, now: datetime, report: ProjectReport) -> ProjectReport:
    """Send a report to the office. What is missing or impossible is told whole, ReportRefusedError."""
    locked = lock_open_report(report.pk, link=link, now=now)
    if errors := report_page(locked).errors:
        raise ReportRefusedError(errors)
    locked.state = check_step(locked, Step.SUBMITTED)
    locked.first_submitted_at = locked.first_submitted_at or now
    locked.save(update_fields=["state", "first_submitted_at"])
    _keep_steps([locked], _Kind.SUBMITTED, by=by, link=link, now=now)
    return locked


@action("rounds.return_report")
def return_report(
    *, by: User | None, now: datetime, report: ProjectReport, reason: str, explanation: str
) -> ProjectReport:
    """Send a report back to be completed, with a coded reason of RETURN_REASONS and a sentence."""
    _check_reason(RETURN_REASONS, reason, explanation)
    locked = lock_report(report.pk)
    locked.state = check_step(locked, Step.RETURNED)
    locked.save(update_fields=["state"])
    _keep_steps([locked], _Kind.RETURNED, by=by, now=now, reason=reason, explanation=explanation)
    tell_returned(by=by, now=now, report=locked, reason=RETURN_REASONS[reason], explanation=explanation.strip())
    return locked


@action("rounds.approve")
def approve(*, by: User | None, now: datetime, reports: Sequence[ProjectReport]) -> list[ProjectReport]:
    """Approve reports of one programme, all or none: the ledger and the stored roll-up follow at once.

    Raises ReportRefusedError with every remark, each naming the project and the indicator. A report approved before
    records only what changed, as corrections. A last report ends its project on the day it tells.
    """
    if not reports:
        return []
    locked = _lock_all(reports)
    if refused := why_not_approved(locked):
        raise ReportRefusedError(refused)
    _lock_programme(locked[0].programme_id)
    found, remarks = entries_to_record(locked[0].programme_id, locked)
    if remarks:
        raise ReportRefusedError(remarks)
    for report in locked:
        report.state, report.approved_at = ProjectReport.State.APPROVED, now
    _record(by, now, locked[0].programme, found)
    ProjectReport.objects.filter(pk__in=[report.pk for report in locked]).update(
        state=ProjectReport.State.APPROVED, approved_at=now
    )
    _keep_steps(locked, _Kind.APPROVED, by=by, now=now)
    _end_projects(locked, by=by, now=now)
    tell_approved(by=by, now=now, reports=locked)
    return locked


@action("rounds.reopen")
def reopen(*, by: User | None, now: datetime, report: ProjectReport, reason: str, explanation: str) -> ProjectReport:
    """Open an approved report to be mended, with a coded reason of REOPENING_REASONS and a sentence.

    The ledger stays as it is until the report is approved again. A closed round is not reopened: correct the figure.
    """
    _check_reason(REOPENING_REASONS, reason, explanation)
    locked = lock_report(report.pk)
    locked.state = check_step(locked, Step.REOPENED)
    locked.approved_at = None
    locked.save(update_fields=["state", "approved_at"])
    _keep_steps([locked], _Kind.REOPENED, by=by, now=now, reason=reason, explanation=explanation)
    tell_returned(by=by, now=now, report=locked, reason=REOPENING_REASONS[reason], explanation=explanation.strip())
    return locked


@action("rounds.set_project_reporter")
def set_project_reporter(*, by: User | None, now: datetime, project: Project, user: User) -> ProjectReporter:
    """Let a user with the role of a reporter report a project."""
    programme = project.programme_id
    if not RoleAssignment.objects.filter(programme=programme, user=user, role=Role.REPORTER).exists():
        raise NotReporterError
    kept, _ = ProjectReporter.objects.get_or_create(programme_id=programme, project=project, user=user)
    return kept


@action("rounds.remove_project_reporter")
def remove_project_reporter(*, by: User | None, now: datetime, project: Project, user: User) -> None:
    ProjectReporter.objects.filter(programme=project.programme_id, project=project, user=user).delete()


def _lock_programme(programme: int) -> None:
    """Let one writer at a time open rounds and change the ledger; see monitoring.actions."""
    Programme.objects.select_for_update(no_key=True).get(pk=programme)


def _lock_all(reports: Sequence[ProjectReport]) -> list[ProjectReport]:
    """Lock reports of one programme in the order that every action locks them in, rounds and projects loaded."""
    wanted = {report.pk for report in reports}
    rows = ProjectReport.objects.filter(programme=reports[0].programme_id, pk__in=wanted).order_by("pk")
    locked = list(rows.select_for_update(no_key=True))
    if len(locked) != len(wanted):
        raise NotInProgrammeError("reports")
    rounds = Round.objects.select_related("programme").in_bulk({report.round_id for report in locked})
    projects = Project.objects.in_bulk({report.project_id for report in locked})
    for report in locked:
        report.round = rounds[report.round_id]
        report.programme = report.round.programme
        report.project = projects[report.project_id]
    return locked


def _record(by: User | None, now: datetime, programme: Programme, found: Sequence[ToRecord]) -> None:
    try:
        recorded = record_entries(by=by, now=now, programme=programme, entries=[each.entry for each in found])
    except EntriesRefusedError as refused:
        remarks = [PlacedRemark(place_of(found[each.position].figure), each.remark) for each in refused.remarks]
        raise ReportRefusedError(remarks) from refused
    first = {
        each.figure.pk: entry.pk
        for each, entry in zip(found, recorded, strict=True)
        if entry.source == LedgerEntry.Source.REPORT
    }
    keep_first_entries(first)


def _keep_steps(
    reports: Sequence[ProjectReport],
    kind: ReportStep.Kind,
    *,
    by: User | None,
    now: datetime,
    link: ReportLink | None = None,
    reason: str = "",
    explanation: str = "",
) -> None:
    ReportStep.objects.bulk_create(
        ReportStep(
            programme_id=report.programme_id,
            report=report,
            kind=kind,
            at=now,
            by=by,
            link=link,
            reason=reason,
            explanation=explanation.strip(),
        )
        for report in reports
    )


def _end_projects(reports: Sequence[ProjectReport], *, by: User | None, now: datetime) -> None:
    """Write to each project whose last report this is when it ended; an interrupted one stays interrupted."""
    for report in reports:
        if report.is_last:
            project = report.project
            stage = project.stage if project.stage == _Stage.INTERRUPTED else _Stage.ENDED
            save_project(
                by=by,
                now=now,
                programme=report.programme,
                code=project.code,
                project=project,
                end=report.real_end,
                stage=stage,
            )


def _check_reason(reasons: Mapping[str, Translated], reason: str, explanation: str) -> None:
    if reason not in reasons:
        raise RoundReasonError("reason")
    if not explanation.strip():
        raise RoundReasonError("explanation")
    refuse_identity_codes(explanation=explanation)

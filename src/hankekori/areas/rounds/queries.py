"""Reading rounds: how the projects report, what each report lacks, and one report beside plan and ledger."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, F, Q, Sum
from django.utils import timezone

from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Funding
from hankekori.areas.rounds.models import (
    ProjectReport,
    ReportComment,
    ReportFile,
    ReportFunding,
    ReportStep,
    ReportText,
    Round,
)
from hankekori.areas.rounds.part_names import ENDING_NAME, EVIDENCE_NAME, SOURCE_NAMES, TEXT_NAMES
from hankekori.areas.rounds.report_figures import FigureLine, figure_lines
from hankekori.areas.rounds.round_counts import REQUIRED_TEXTS, MatrixRow, matrix_rows
from hankekori.core.indicators import Remark, Severity
from hankekori.core.periods import Period
from hankekori.core.report_checks import (
    PlacedRemark,
    check_evidence,
    check_publicity,
    check_used,
    check_written,
)
from hankekori.core.rounds import Rates, check_real_end, count_rates


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round and how its reports have come in."""

    round: Round
    rates: Rates
    waiting: int  # sent, to be approved or returned
    approved: int

    @property
    def period(self) -> Period:
        return Period(self.round.period_start, self.round.period_end)


@dataclass(frozen=True, slots=True)
class RoundMatrix:
    """Every report of a round and what is missing."""

    round: Round
    rows: tuple[MatrixRow, ...]
    rates: Rates


@dataclass(frozen=True, slots=True)
class TextLine:
    """One part of the narrative."""

    text: ReportText
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class FundingLine:
    """Money of one source, in euros."""

    funding: ReportFunding  # used in the period
    granted: Decimal | None  # to the project in all; None: not stated by source
    used_before: Decimal  # in earlier reports that were approved
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report, part by part, each with the rules' remarks."""

    report: ProjectReport  # with its round, project and programme
    figures: tuple[FigureLine, ...]
    texts: tuple[TextLine, ...]
    funding: tuple[FundingLine, ...]
    files: tuple[ReportFile, ...]  # without content
    steps: tuple[ReportStep, ...]  # oldest first, with who took them
    ending_remarks: tuple[Remark, ...]
    evidence_remarks: tuple[Remark, ...]

    @property
    def remarks(self) -> tuple[PlacedRemark, ...]:
        """List every remark with the name of what it is about, in the order of the page."""
        places = [
            *((line.indicator.name, line.remarks) for line in self.figures),
            (EVIDENCE_NAME, self.evidence_remarks),
            *((TEXT_NAMES[line.text.field], line.remarks) for line in self.texts),
            *((SOURCE_NAMES[line.funding.source], line.remarks) for line in self.funding),
            (ENDING_NAME, self.ending_remarks),
        ]
        return tuple(PlacedRemark(place, remark) for place, remarks in places for remark in remarks)

    @property
    def errors(self) -> tuple[PlacedRemark, ...]:
        """List what has to be mended before the report can be sent."""
        return tuple(each for each in self.remarks if each.remark.severity is Severity.ERROR)

    @property
    def findings(self) -> tuple[PlacedRemark, ...]:
        """List what deserves a second look but can be sent."""
        return tuple(each for each in self.remarks if each.remark.severity is not Severity.ERROR)


def rounds_of(programme: Programme) -> tuple[RoundLine, ...]:
    """List the programme's rounds, the newest period first; one query."""
    sent = Q(reports__first_submitted_at__isnull=False)
    in_time = Q(reports__first_submitted_at__date__lte=F("due_on"))
    state = ProjectReport.State
    rounds = Round.objects.filter(programme=programme).annotate(
        expected=Count("reports"),
        received=Count("reports", filter=sent),
        on_time=Count("reports", filter=in_time),
        waiting=Count("reports", filter=Q(reports__state=state.SUBMITTED)),
        approved=Count("reports", filter=Q(reports__state=state.APPROVED)),
    )
    return tuple(
        RoundLine(row, Rates(row.expected, row.received, row.on_time), row.waiting, row.approved)
        for row in rounds.order_by("-period_end", "-pk")
    )


def round_matrix(round_: Round) -> RoundMatrix:
    """Tell who has reported in a round and what each report lacks; six queries."""
    rows = matrix_rows(round_)
    return RoundMatrix(round_, rows, count_rates((row.first_sent_on for row in rows), round_.due_on))


def rates(round_: Round) -> Rates:
    """Count the reports a round expects, has received, and received in time; one query."""
    reports = ProjectReport.objects.filter(programme=round_.programme_id, round=round_)
    moments = reports.values_list("first_submitted_at", flat=True)
    return count_rates((timezone.localdate(moment) if moment else None for moment in moments), round_.due_on)


def report_page(report: ProjectReport) -> ReportPage:
    """Give a report, loaded with its round, project and programme, as it is shown and checked; at most ten queries."""
    figures = figure_lines(report)
    files = tuple(
        ReportFile.objects.filter(report=report).defer("content").select_related("indicator").order_by("added_at", "pk")
    )
    kinds = {file.kind for file in files}
    has_publicity, has_evidence = (kind in kinds for kind in (ReportFile.Kind.PUBLICITY, ReportFile.Kind.EVIDENCE))
    period = Period(report.round.period_start, report.round.period_end)
    steps = ReportStep.objects.filter(report=report).select_related("by", "link").order_by("at", "pk")
    return ReportPage(
        report=report,
        figures=figures,
        texts=_texts(report, has_publicity=has_publicity),
        funding=_funding(report),
        files=files,
        steps=tuple(steps),
        ending_remarks=check_real_end(report.real_end, report.project.start, period) if report.is_last else (),
        evidence_remarks=check_evidence((line.this for line in figures), has_evidence=has_evidence),
    )


def comments_of(report: ProjectReport) -> tuple[ReportComment, ...]:
    """List what has been said of a report and of its figures, oldest first, with who said and cleared it; one query."""
    comments = ReportComment.objects.filter(report=report).select_related("by", "link", "cleared_by")
    return tuple(comments.order_by("at", "pk"))


def _texts(report: ProjectReport, *, has_publicity: bool) -> tuple[TextLine, ...]:
    order = {field: place for place, field in enumerate(ReportText.Field)}
    texts = sorted(ReportText.objects.filter(report=report), key=lambda text: order[ReportText.Field(text.field)])
    return tuple(TextLine(text, _text_remarks(text, has_publicity=has_publicity)) for text in texts)


def _text_remarks(text: ReportText, *, has_publicity: bool) -> tuple[Remark, ...]:
    if text.field == ReportText.Field.PUBLICITY:
        return check_publicity(text.text, has_file=has_publicity)
    return check_written(text.text) if text.field in REQUIRED_TEXTS else ()


def _funding(report: ProjectReport) -> tuple[FundingLine, ...]:
    order = {source: place for place, source in enumerate(Funding.Source)}
    of_project = Funding.objects.filter(programme=report.programme_id, project=report.project_id)
    granted = dict(of_project.order_by().values_list("source").annotate(sum=Sum("granted")))
    before = _used_before(report)
    rows: Iterable[ReportFunding] = ReportFunding.objects.filter(report=report)
    return tuple(
        FundingLine(row, granted.get(row.source), before.get(row.source, Decimal(0)), check_used(row.used))
        for row in sorted(rows, key=lambda row: order[Funding.Source(row.source)])
    )


def _used_before(report: ProjectReport) -> Mapping[str, Decimal]:
    earlier = ReportFunding.objects.filter(
        programme=report.programme_id,
        report__project=report.project_id,
        report__round__period_end__lt=report.round.period_start,
        report__state=ProjectReport.State.APPROVED,
        used__isnull=False,
    )
    return dict(earlier.order_by().values_list("source").annotate(sum=Sum("used")))

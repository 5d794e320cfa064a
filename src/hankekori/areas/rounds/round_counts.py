"""What the reports of a round say and lack, counted in the database."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any, Final

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from hankekori.areas.rounds.models import (
    ProjectReport,
    ReportComment,
    ReportFigure,
    ReportFile,
    ReportFunding,
    ReportStep,
    ReportText,
    Round,
)
from hankekori.core.rounds import ReportState, is_on_time

REQUIRED_TEXTS: Final = (ReportText.Field.HIGHLIGHTS, ReportText.Field.PROBLEMS)


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One project's report in a round: where it stands and what it lacks by kind."""

    report: int
    project: int
    project_code: str | None
    project_name: str
    state: ReportState
    is_last: bool
    figures_expected: int
    figures_said: int  # zero, not measured and not applicable are answers too
    women_missing: int  # figures above zero without the women's part
    texts_missing: int  # of those that have to be written
    funding_expected: int  # sources
    funding_said: int
    evidence_missing: bool  # results above zero and nothing that shows them
    publicity_missing: bool
    first_sent_on: date | None
    last_sent_at: datetime | None
    on_time: bool | None  # None: not sent yet
    followed: int  # comments marked to be followed up and not cleared

    @property
    def is_whole(self) -> bool:
        """Whether nothing at all is missing."""
        counts = (self.figures_expected - self.figures_said, self.funding_expected - self.funding_said)
        return not any((*counts, self.women_missing, self.texts_missing, self.evidence_missing, self.publicity_missing))


def matrix_rows(round_: Round) -> tuple[MatrixRow, ...]:
    """Give the reports of a round by the projects' codes and names; six queries."""
    figures = _figures(round_)
    texts = _by_report(
        ReportText.objects.filter(report__round=round_),
        texts_missing=Count("pk", filter=Q(field__in=REQUIRED_TEXTS, text="")),
        publicity_texts=Count("pk", filter=Q(field=ReportText.Field.PUBLICITY) & ~Q(text="")),
    )
    funding = _by_report(
        ReportFunding.objects.filter(report__round=round_),
        funding_expected=Count("pk"),
        funding_said=Count("pk", filter=Q(used__isnull=False)),
    )
    files = _by_report(
        ReportFile.objects.filter(report__round=round_),
        evidence=Count("pk", filter=Q(kind=ReportFile.Kind.EVIDENCE)),
        publicity_files=Count("pk", filter=Q(kind=ReportFile.Kind.PUBLICITY)),
    )
    followed = _by_report(
        ReportComment.objects.filter(report__round=round_, needs_follow_up=True, cleared_at=None), followed=Count("pk")
    )
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    for row in chain(figures, texts, funding, files, followed):
        counts[row["report"]] |= row
    return tuple(_row(round_, row, counts[row["pk"]]) for row in _reports(round_))


def _reports(round_: Round) -> Iterable[Mapping[str, Any]]:
    sent = Max("steps__at", filter=Q(steps__kind=ReportStep.Kind.SUBMITTED))
    rows = ProjectReport.objects.filter(programme=round_.programme_id, round=round_).annotate(last_sent_at=sent)
    columns = (
        "pk",
        "project_id",
        "project__code",
        "project__name",
        "state",
        "is_last",
        "first_submitted_at",
        "last_sent_at",
    )
    found: Iterable[Mapping[str, Any]] = rows.order_by("project__code", "project__name", "pk").values(*columns)
    return found


def _figures(round_: Round) -> Iterable[Mapping[str, int]]:
    return _by_report(
        ReportFigure.objects.filter(report__round=round_),
        figures_expected=Count("pk"),
        figures_said=Count("pk", filter=~Q(state=ReportFigure.State.MISSING)),
        results=Count("pk", filter=Q(total__gt=0)),
        women_missing=Count("pk", filter=Q(total__gt=0, women=None, indicator__counts_women=True)),
    )


def _by_report(rows: QuerySet[Any], **counts: Count) -> Iterable[Mapping[str, int]]:
    counted: Iterable[Mapping[str, int]] = rows.order_by().values("report").annotate(**counts)
    return counted


def _row(round_: Round, report: Mapping[str, Any], counts: Mapping[str, int]) -> MatrixRow:
    first = report["first_submitted_at"]
    first_sent_on = timezone.localdate(first) if first else None
    return MatrixRow(
        report=report["pk"],
        project=report["project_id"],
        project_code=report["project__code"],
        project_name=report["project__name"],
        state=ReportState(report["state"]),
        is_last=report["is_last"],
        figures_expected=counts.get("figures_expected", 0),  # a project may be asked for no figure at all
        figures_said=counts.get("figures_said", 0),
        women_missing=counts.get("women_missing", 0),
        texts_missing=counts["texts_missing"],
        funding_expected=counts["funding_expected"],
        funding_said=counts["funding_said"],
        evidence_missing=bool(counts.get("results")) and not counts.get("evidence"),
        publicity_missing=not counts["publicity_texts"] and not counts.get("publicity_files"),
        first_sent_on=first_sent_on,
        last_sent_at=report["last_sent_at"],
        on_time=is_on_time(first_sent_on, round_.due_on) if first_sent_on else None,
        followed=counts.get("followed", 0),
    )

"""What the last round that is due tells of the quality of the data: reports in time, results with evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from hankekori.areas.programmes.models import Programme
from hankekori.areas.rounds.models import ProjectReport, ReportFile, Round
from hankekori.core.periods import Period
from hankekori.core.quality import Gauge, Quality
from hankekori.core.rounds import Rates, count_rates


@dataclass(frozen=True, slots=True)
class RoundFacts:
    """A round: its reports by project, how they came, and how many of the results above zero have a file."""

    round: int
    period: Period
    reports: Mapping[int, int]  # project -> report
    rates: Rates
    evidence: Gauge


def last_round(programme: Programme, *, last_due: date) -> RoundFacts | None:
    """Read the newest round whose period ended by last_due; None without one, or when it asked nobody. One query.

    Results count once their report is sent; a file that names no indicator is evidence of every result of its report.
    """
    newest = Round.objects.filter(programme=programme, period_end__lte=last_due).order_by("-period_end", "-pk")
    rows = list(
        ProjectReport.objects.filter(programme=programme, round=newest.values("pk")[:1])
        .annotate(results=Count("figures", filter=_IS_RESULT), shown=Count("figures", filter=_IS_RESULT & Q(_HAS_FILE)))
        .select_related("round")
        .order_by("pk")
    )
    if not rows:
        return None
    asked = rows[0].round
    sent = (timezone.localdate(row.first_submitted_at) if row.first_submitted_at else None for row in rows)
    return RoundFacts(
        round=asked.pk,
        period=Period(asked.period_start, asked.period_end),
        reports={row.project_id: row.pk for row in rows},
        rates=count_rates(sent, asked.due_on),
        evidence=Gauge(Quality.EVIDENCE, sum(row.shown for row in rows), sum(row.results for row in rows)),
    )


_IS_RESULT = Q(figures__total__gt=0, state__in=[ProjectReport.State.SUBMITTED, ProjectReport.State.APPROVED])
_HAS_FILE = Exists(
    ReportFile.objects.filter(
        Q(indicator=None) | Q(indicator=OuterRef("figures__indicator")),
        report=OuterRef("pk"),
        kind=ReportFile.Kind.EVIDENCE,
    )
)

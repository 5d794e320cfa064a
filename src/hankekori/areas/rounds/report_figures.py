"""The figures of one report beside what was planned and reported before, with the rules' remarks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from hankekori.areas.monitoring.facts import indicator_record
from hankekori.areas.monitoring.ledger_queries import entry_of, recorded_numbers
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.areas.rounds.models import ProjectReport, ReportFigure
from hankekori.core.figures import MISSING, Figure, ValueState, reported
from hankekori.core.indicator_checks import Counted, IndicatorKey, check_arithmetic
from hankekori.core.indicators import Remark, Severity
from hankekori.core.ledger import Entry, cumulate
from hankekori.core.report_checks import USUAL_BAND, Promise, check_against_plan, check_numbers, check_said
from hankekori.core.report_increments import Numbers, check_change
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One indicator of a report. Of levels (latest, share) each figure is the level, of sums an increment or a sum."""

    figure: ReportFigure  # with its indicator
    indicator: IndicatorRecord
    planned: Figure | None  # of the whole project, its own plan
    previous: Figure  # up to the day before the period, as the ledger has it now
    this: Figure  # the period, as the report says
    cumulative: Figure  # up to the period's end: by the ledger once approved, else previous and this together
    recorded: Numbers | None  # the period as the ledger has it after corrections; None before approval
    remarks: tuple[Remark, ...]


def figure_lines(report: ProjectReport) -> tuple[FigureLine, ...]:
    """Give the figures of a report, loaded with its round and project, in the indicators' order; four queries."""
    rows = ReportFigure.objects.filter(report=report).select_related("indicator")
    figures = list(rows.order_by("indicator__position", "indicator__code", "indicator"))
    ledger = _ledger(report)
    planned = _planned(report)
    recorded = recorded_numbers(report.programme_id, [each.entry_id for each in figures if each.entry_id is not None])
    is_first = not any(ledger.values())
    lines = [_line(report, each, ledger[each.indicator_id], planned, recorded, is_first=is_first) for each in figures]
    return _with_arithmetic(lines, ledger, report)


def figure_faults(report: ProjectReport, figure: ReportFigure, wanted: Mapping[str, Any]) -> tuple[Remark, ...]:
    """Tell why the wanted values, by field, cannot be a report's figure; figure is loaded with its indicator."""
    if wanted["state"] not in ReportFigure.State.values:
        return (Remark("unknown-state", "state", _UNKNOWN_STATE),)
    state = ValueState(wanted["state"])
    numbers = Numbers(state, *(wanted[name] for name in ("total", "women", "non_binary", "denominator")))
    if state is ValueState.REPORTED and numbers.total is None:
        return (Remark("number-missing", "total", _NUMBER_MISSING),)
    parts = (numbers.total, numbers.women, numbers.non_binary, numbers.denominator)
    if state is not ValueState.REPORTED and any(part is not None for part in parts):
        return (Remark("number-and-statement", "state", _NOT_BOTH),)
    said = Figure(state, numbers.total, numbers.women, numbers.denominator)
    rule = indicator_record(figure.indicator).rule
    entries = LedgerEntry.objects.filter(programme=report.programme_id, project=report.project_id)
    checked = check_numbers(rule, said, numbers.non_binary, is_first=not entries.exists())
    faults = tuple(each for each in checked if each.severity is Severity.ERROR)
    if faults or figure.entry_id is None:
        return faults
    return check_change(recorded_numbers(report.programme_id, [figure.entry_id])[figure.entry_id], numbers)


def _line(
    report: ProjectReport,
    figure: ReportFigure,
    ledger: Sequence[LedgerEntry],
    planned: Mapping[int, ProjectPlan],
    recorded: Mapping[int, Numbers],
    *,
    is_first: bool,
) -> FigureLine:
    indicator = indicator_record(figure.indicator)
    plan = planned.get(figure.indicator_id)
    this = figure_of(figure)
    cumulative = _cumulative(report, figure, ledger)
    promise = _promise(report, plan) if plan else None
    remarks = (
        *check_said(this),
        *check_numbers(indicator.rule, this, figure.non_binary, is_first=is_first),
        *check_against_plan(
            this,
            cumulative,
            promise,
            combination=indicator.combination,
            day=report.round.period_end,
            deviation=figure.deviation,
            band=USUAL_BAND if figure.indicator.band is None else figure.indicator.band,
        ),
    )
    return FigureLine(
        figure=figure,
        indicator=indicator,
        planned=reported(plan.total, plan.women) if plan else None,
        previous=_added_up([entry_of(row) for row in ledger if row.period_end < report.round.period_start], indicator),
        this=this,
        cumulative=cumulative,
        recorded=recorded.get(figure.entry_id) if figure.entry_id is not None else None,
        remarks=remarks,
    )


def figure_of(figure: ReportFigure) -> Figure:
    return Figure(ValueState(figure.state), figure.total, figure.women, figure.denominator)


def _cumulative(report: ProjectReport, figure: ReportFigure, ledger: Sequence[LedgerEntry]) -> Figure:
    indicator = indicator_record(figure.indicator)
    counted = [entry_of(row) for row in _counted(report, ledger)]
    if not _is_recorded(report) and figure.state != ReportFigure.State.MISSING:
        counted.append(_own_entry(report, figure))
    return _added_up(counted, indicator)


def _counted(report: ProjectReport, ledger: Sequence[LedgerEntry]) -> list[LedgerEntry]:
    """Choose the rows of the ledger that are in the cumulative figure; without approval none of this period's."""
    last, first = report.round.period_end, report.round.period_start
    return [row for row in ledger if (row.period_end <= last if _is_recorded(report) else row.period_end < first)]


def _is_recorded(report: ProjectReport) -> bool:
    return report.state == ProjectReport.State.APPROVED


def _added_up(entries: Sequence[Entry], indicator: IndicatorRecord) -> Figure:
    return cumulate(entries, indicator.combination, as_of=date.max).figure if entries else MISSING


def _own_entry(report: ProjectReport, figure: ReportFigure) -> Entry:
    return Entry(
        project=report.project_id,
        indicator=figure.indicator_id,
        period_end=report.round.period_end,
        state=ValueState(figure.state),
        total=figure.total,
        women=figure.women,
        denominator=figure.denominator,
        recorded_at=_NEVER_ASKED,
    )


def _with_arithmetic(
    lines: Sequence[FigureLine], ledger: Mapping[int, Sequence[LedgerEntry]], report: ProjectReport
) -> tuple[FigureLine, ...]:
    """Add to each line what the arithmetic between indicators finds in the cumulative figures."""
    counted = {_key(line): _counts(line, ledger[line.indicator.id], report) for line in lines if line.cumulative.total}
    counted |= {_key(line): Counted(Decimal(0), Decimal(0)) for line in lines if line.cumulative.total == 0}
    found: defaultdict[IndicatorKey, list[Remark]] = defaultdict(list)
    for finding in check_arithmetic(counted):
        found[finding.indicator].append(finding.remark)
    return tuple(replace(line, remarks=(*line.remarks, *found[_key(line)])) for line in lines)


def _counts(line: FigureLine, ledger: Sequence[LedgerEntry], report: ProjectReport) -> Counted:
    known = [row.non_binary for row in _counted(report, ledger)]
    if not _is_recorded(report):
        known.append(line.figure.non_binary)
    non_binary = [value for value in known if value is not None]
    total = line.cumulative.total or Decimal(0)
    return Counted(total, line.cumulative.women, sum(non_binary, Decimal(0)) if non_binary else None)


def _key(line: FigureLine) -> IndicatorKey:
    return IndicatorKey(line.indicator.programme_period, line.indicator.fund, line.indicator.code)


def _ledger(report: ProjectReport) -> Mapping[int, list[LedgerEntry]]:
    rows = LedgerEntry.objects.filter(programme=report.programme_id, project=report.project_id)
    found: defaultdict[int, list[LedgerEntry]] = defaultdict(list)
    for row in rows.order_by("pk"):
        found[row.indicator_id].append(row)
    return found


def _planned(report: ProjectReport) -> Mapping[int, ProjectPlan]:
    plans = ProjectPlan.objects.filter(programme=report.programme_id, project=report.project_id)
    return {plan.indicator_id: plan for plan in plans}


def _promise(report: ProjectReport, plan: ProjectPlan) -> Promise:
    """Give what the plan promises; a project without dates runs as long as the programme."""
    programme, project = report.round.programme, report.project
    start, end = project.start or programme.start, project.end or programme.end
    return Promise(plan.total, start, max(start, end))


_NEVER_ASKED = datetime.min.replace(tzinfo=UTC)  # of a figure that is not in the ledger yet; all is added up
_UNKNOWN_STATE = Translated(
    fi="Valitse luku tai syy, miksi sitä ei ole.",
    sv="Välj ett tal eller varför det inte finns något.",
    en="Choose a number, or why there is none.",
)
_NUMBER_MISSING = Translated(
    fi="Kirjoita luku tai valitse, miksi lukua ei ole.",
    sv="Skriv ett tal eller välj varför det inte finns något.",
    en="Write a number, or choose why there is none.",
)
_NOT_BOTH = Translated(
    fi="Anna joko luku tai syy, miksi lukua ei ole, ei molempia.",
    sv="Ange antingen ett tal eller varför det inte finns något, inte bådadera.",
    en="Give either a number or why there is none, not both.",
)

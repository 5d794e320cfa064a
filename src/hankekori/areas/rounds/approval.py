"""From the figures of reports to entries of the ledger: what approving them would record, or why it cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import Q, QuerySet, Sum

from hankekori.areas.monitoring.entries import NewEntry
from hankekori.areas.monitoring.ledger_queries import recorded_numbers
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.rounds.errors import StepRefusedError
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportStep, Round
from hankekori.core.figures import ValueState
from hankekori.core.indicators import Remark
from hankekori.core.money import format_number
from hankekori.core.periods import Period
from hankekori.core.report_checks import PlacedRemark
from hankekori.core.report_increments import Numbers, change, check_change
from hankekori.core.rounds import ReportState, Step, check_real_end, state_after
from hankekori.core.texts import LANGUAGES, Translated


@dataclass(frozen=True, slots=True)
class ToRecord:
    """One figure and the entry that approving it records; the figure comes with its report, project and indicator."""

    figure: ReportFigure
    entry: NewEntry


def why_not_approved(reports: Sequence[ProjectReport]) -> tuple[PlacedRemark, ...]:
    """Tell which of the reports, given with their rounds and projects, cannot be approved as they stand, and why."""
    remarks: list[PlacedRemark] = []
    for report in reports:
        state, period = ReportState(report.state), Period(report.round.period_start, report.round.period_end)
        faults = check_real_end(report.real_end, report.project.start, period) if report.is_last else ()
        if state_after(state, Step.APPROVED) is None:
            faults = (Remark("step-refused", "", StepRefusedError(state, Step.APPROVED).message),)
        remarks += [PlacedRemark(Translated(str(report.project)), fault) for fault in faults]
    return tuple(remarks)


def entries_to_record(
    programme: int, reports: Sequence[ProjectReport]
) -> tuple[tuple[ToRecord, ...], tuple[PlacedRemark, ...]]:
    """Tell what approving the reports, given with their rounds and projects, records, and every reason why it cannot.

    A figure approved before is recorded as a correction of what it first recorded, with the reopening's reason.
    At most four queries per round.
    """
    figures = _figures(programme, reports)
    recorded = recorded_numbers(programme, [each.entry_id for each in figures if each.entry_id is not None])
    elsewhere = _recorded_elsewhere(programme, reports, figures)
    reopened = _reopenings(programme, reports)
    found: list[ToRecord] = []
    remarks: list[PlacedRemark] = []
    for figure in figures:
        faults = _faults(figure, recorded, elsewhere)
        remarks += [PlacedRemark(place_of(figure), fault) for fault in faults]
        if not faults and (entry := _entry(figure, recorded, reopened)):
            found.append(ToRecord(figure, entry))
    return tuple(found), tuple(remarks)


def keep_first_entries(recorded: Mapping[int, int]) -> None:
    """Write to figures, by id, the entry each first recorded; one statement for any number of them."""
    with connection.cursor() as cursor:
        cursor.execute(_KEEP_ENTRIES, [list(recorded), list(recorded.values())])


def place_of(figure: ReportFigure) -> Translated:
    """Name a project and one of its indicators."""
    said = {
        language: f"{figure.report.project}, {figure.indicator.name.in_language(language)}" for language in LANGUAGES
    }
    return Translated(**said)


def _figures(programme: int, reports: Sequence[ProjectReport]) -> list[ReportFigure]:
    by_key = {report.pk: report for report in reports}
    found = ReportFigure.objects.filter(programme=programme, report__in=by_key).select_related("indicator")
    figures = list(found.order_by("report", "indicator__position", "indicator__code", "indicator"))
    for figure in figures:
        figure.report = by_key[figure.report_id]
    return figures


def _recorded_elsewhere(
    programme: int, reports: Sequence[ProjectReport], figures: Sequence[ReportFigure]
) -> Mapping[tuple[int, int], Decimal]:
    """Give what the ledger holds of each report's days and indicators from elsewhere, an import for example.

    By report and indicator; what was corrected to zero is no longer there.
    """
    own = [figure.entry_id for figure in figures if figure.entry_id is not None]
    found: dict[tuple[int, int], Decimal] = {}
    rounds = {report.round_id: report.round for report in reports}
    for round_ in rounds.values():
        report_of = {report.project_id: report.pk for report in reports if report.round_id == round_.pk}
        rows = _entries_during(programme, round_).filter(project__in=report_of)
        others = rows.exclude(Q(pk__in=own) | Q(corrects__in=own, corrects__isnull=False))
        sums = others.order_by().values_list("project", "indicator").annotate(sum=Sum("total"))
        found |= {(report_of[project], indicator): total for project, indicator, total in sums if total}
    return found


def _entries_during(programme: int, round_: Round) -> QuerySet[LedgerEntry]:
    return LedgerEntry.objects.filter(
        programme=programme,
        total__isnull=False,
        period_start__lte=round_.period_end,
        period_end__gte=round_.period_start,
    )


def _reopenings(programme: int, reports: Sequence[ProjectReport]) -> Mapping[int, ReportStep]:
    """Give the last reopening of each report that was ever reopened."""
    steps = ReportStep.objects.filter(programme=programme, report__in=reports, kind=ReportStep.Kind.REOPENED)
    return {step.report_id: step for step in steps.order_by("at", "pk")}


def _faults(
    figure: ReportFigure, recorded: Mapping[int, Numbers], elsewhere: Mapping[tuple[int, int], Decimal]
) -> tuple[Remark, ...]:
    if figure.state == ReportFigure.State.MISSING:
        return (Remark("figure-missing", "total", _MISSING),)
    if figure.total is not None and (other := elsewhere.get((figure.report_id, figure.indicator_id))):
        return (Remark("recorded-elsewhere", "total", _elsewhere(other)),)
    if figure.entry_id is None:
        return ()
    return check_change(recorded[figure.entry_id], _numbers_of(figure))


def _entry(
    figure: ReportFigure, recorded: Mapping[int, Numbers], reopened: Mapping[int, ReportStep]
) -> NewEntry | None:
    said = _numbers_of(figure)
    if figure.entry_id is None:
        return _new_entry(figure, said)
    difference = change(recorded[figure.entry_id], said)
    return None if difference is None else _new_entry(figure, difference, corrected_for=reopened[figure.report_id])


def _new_entry(figure: ReportFigure, numbers: Numbers, *, corrected_for: ReportStep | None = None) -> NewEntry:
    round_ = figure.report.round
    return NewEntry(
        project=figure.report.project_id,
        indicator=figure.indicator_id,
        period_start=round_.period_start,
        period_end=round_.period_end,
        total=numbers.total,
        women=numbers.women,
        non_binary=numbers.non_binary,
        denominator=numbers.denominator,
        state=numbers.state,
        source=LedgerEntry.Source.CORRECTION if corrected_for else LedgerEntry.Source.REPORT,
        explanation=corrected_for.explanation if corrected_for else figure.deviation,
        corrects=figure.entry_id if corrected_for else None,
        reason=corrected_for.reason if corrected_for else "",
    )


def _numbers_of(figure: ReportFigure) -> Numbers:
    return Numbers(ValueState(figure.state), figure.total, figure.women, figure.non_binary, figure.denominator)


def _elsewhere(total: Decimal) -> Translated:
    said = {
        language: _ELSEWHERE.in_language(language).format(
            total=format_number(total, language, decimals=0 if total == total.to_integral_value() else 2)
        )
        for language in LANGUAGES
    }
    return Translated(**said)


_KEEP_ENTRIES = """
    UPDATE rounds_reportfigure figure
       SET entry_id = recorded.entry
      FROM unnest(%s::bigint[], %s::bigint[]) AS recorded(figure, entry)
     WHERE figure.id = recorded.figure
"""
_MISSING = Translated(fi="Luku puuttuu.", sv="Talet saknas.", en="The figure is missing.")
_ELSEWHERE = Translated(
    fi="Samalta ajalta on jo luku {total}, joka ei tullut tästä raportista. "
    "Oikaise se nollaan tai palauta raportti, muuten tulos lasketaan kahteen kertaan.",
    sv="För samma tid finns redan talet {total}, som inte kom från den här rapporten. "
    "Rätta det till noll eller returnera rapporten, annars räknas resultatet två gånger.",
    en="There is already a figure {total} for the same time that did not come from this report. "
    "Correct it to zero or return the report, or the result will be counted twice.",
)

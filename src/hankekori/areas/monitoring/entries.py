"""Entries as they are given to the ledger, and what must hold before they are recorded."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal

from hankekori.areas.errors import NotInProgrammeError, WrongOrderError
from hankekori.areas.monitoring.errors import EntriesRefusedError, EntryRemark, ReasonMissingError
from hankekori.areas.monitoring.facts import indicator_record
from hankekori.areas.monitoring.ledger_queries import entry_of
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.figures import Figure, ValueState, reported
from hankekori.core.indicators import Combination, IndicatorRule, Remark, Severity, check_parts, check_value
from hankekori.core.ledger import Entry, check_increment
from hankekori.core.report_checks import check_numbers
from hankekori.core.report_increments import Numbers
from hankekori.core.texts import Translated


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What to record: a signed increment of a project in a period, or a statement that there is no number."""

    project: int
    indicator: int
    period_start: date
    period_end: date
    total: Decimal | None = None
    women: Decimal | None = None
    non_binary: Decimal | None = None
    denominator: Decimal | None = None
    state: ValueState = ValueState.REPORTED
    source: str = LedgerEntry.Source.REPORT
    explanation: str = ""
    corrects: int | None = field(default=None, kw_only=True)  # set by correct_entry
    reason: str = field(default="", kw_only=True)  # set by correct_entry


def check_entries(programme: Programme, entries: Sequence[NewEntry], *, now: datetime) -> dict[int, Indicator]:
    """Refuse entries the ledger cannot take, with every remark; give their indicators by id; three queries."""
    indicators = _indicators(programme, entries)
    _check_projects(programme, entries)
    known = _known(programme, entries)
    remarks: list[EntryRemark] = []
    for position, line in enumerate(entries):
        if line.period_end < line.period_start:
            raise WrongOrderError("period_end")
        existing = known[line.project, line.indicator]
        faults = _faults(line, existing, indicators[line.indicator], now)
        remarks += [EntryRemark(position, remark) for remark in faults]
        if not faults:
            existing.append(_entry(line, now))
    if remarks:
        raise EntriesRefusedError(remarks)
    return indicators


def check_plan(indicator: Indicator, total: Decimal, women: Decimal | None) -> None:
    """Refuse a planned number the indicator cannot have; the planned level of a share is in percent."""
    rule = _rule(indicator)
    as_number = IndicatorRule(rule.id, Combination.LATEST, rule.decimals, rule.counts_women)
    faults = _errors(check_value(as_number, reported(total, women)))
    if faults:
        raise EntriesRefusedError([EntryRemark(0, fault) for fault in faults])


def check_corrected(indicator: Indicator, said: Numbers) -> None:
    """Refuse a correction after which an entry says what no report could: parts above the total, a share of nothing."""
    figure = Figure(said.state, said.total, said.women, said.denominator)
    faults = _errors(check_numbers(_rule(indicator), figure, said.non_binary, is_first=False))
    if faults:
        told = (replace(each, message=_NEVER_NEGATIVE) if each.code == "negative" else each for each in faults)
        raise EntriesRefusedError([EntryRemark(0, each) for each in told])


def check_reason(reason: str, explanation: str, *, known: Container[str] = LedgerEntry.Reason.values) -> None:
    """Refuse a change without a coded reason and a sentence."""
    if reason not in known:
        raise ReasonMissingError("reason")
    if not explanation.strip():
        raise ReasonMissingError("explanation")


def _indicators(programme: Programme, entries: Iterable[NewEntry]) -> dict[int, Indicator]:
    wanted = {line.indicator for line in entries}
    found = Indicator.objects.filter(programme=programme, pk__in=wanted).in_bulk()
    if len(found) != len(wanted):
        raise NotInProgrammeError("indicator")
    return found


def _check_projects(programme: Programme, entries: Iterable[NewEntry]) -> None:
    wanted = {line.project for line in entries}
    if Project.objects.filter(programme=programme, pk__in=wanted).count() != len(wanted):
        raise NotInProgrammeError("project")


def _known(programme: Programme, entries: Iterable[NewEntry]) -> Mapping[tuple[int, int], list[Entry]]:
    """Read what the ledger holds of the projects and indicators of the entries."""
    known: defaultdict[tuple[int, int], list[Entry]] = defaultdict(list)
    rows = LedgerEntry.objects.filter(
        programme=programme,
        project__in={line.project for line in entries},
        indicator__in={line.indicator for line in entries},
    )
    for row in rows.order_by("recorded_at", "pk"):
        known[row.project_id, row.indicator_id].append(entry_of(row))
    return known


def _faults(line: NewEntry, existing: list[Entry], indicator: Indicator, now: datetime) -> tuple[Remark, ...]:
    if (line.state is ValueState.REPORTED) != (line.total is not None):
        return (Remark("number-missing", "total", _NUMBER_OR_STATEMENT),)
    figure = Figure(line.state, line.total, line.women, line.denominator)
    faults = _errors(check_value(_rule(indicator), figure, correction=line.corrects is not None))
    if line.corrects is None:
        faults = faults or check_parts(line.total, line.women, line.non_binary)
    return faults or check_increment(existing, _entry(line, now), Combination(indicator.combination))


def _errors(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    return tuple(remark for remark in remarks if remark.severity is Severity.ERROR)


def _rule(indicator: Indicator) -> IndicatorRule:
    return indicator_record(indicator).rule


def _entry(line: NewEntry, now: datetime) -> Entry:
    return Entry(
        project=line.project,
        indicator=line.indicator,
        period_end=line.period_end,
        state=line.state,
        total=line.total,
        women=line.women,
        denominator=line.denominator,
        recorded_at=now,
    )


_NEVER_NEGATIVE = Translated(
    fi="Kirjoita, mitä luvun olisi pitänyt olla: se ei voi olla negatiivinen.",
    sv="Skriv vad talet borde ha varit: det kan inte vara negativt.",
    en="Write what the number should have been: it cannot be negative.",
)
_NUMBER_OR_STATEMENT = Translated(
    fi="Anna luku tai valitse, miksi lukua ei ole.",
    sv="Ange ett tal eller välj varför det inte finns något.",
    en="Give a number, or choose why there is none.",
)

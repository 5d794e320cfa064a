"""Why two reports of the working group differ: the entries recorded between them, and what was decided."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime, time

from django.utils import timezone

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.monitoring.ledger_changes import LedgerChange, ledger_changes
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.decided_between import decided_between
from hankekori.areas.steering.models import Decision
from hankekori.areas.steering.paper_queries import subject_of
from hankekori.core.texts import Language, Translated
from hankekori.reports.comparison import Because
from hankekori.reports.document import Cell, Column, Row, Table
from hankekori.reports.meetings import words
from hankekori.reports.working_group import headings, keys
from hankekori.reports.working_group.changes import step_cells

_BEGINNING = date(1990, 1, 1)  # before any entry of any programme


def why(
    programme: Programme, old: FrozenReport, new: FrozenReport, *, language: Language, with_decisions: bool
) -> tuple[Because, ...]:
    """Tell the entries behind each indicator, and for those who may read meetings the decisions in between."""
    found = tuple(_entries(programme, old, new, language))
    return (*found, *_decided(programme, old, new, language)) if with_decisions else found


def _entries(programme: Programme, old: FrozenReport, new: FrozenReport, language: Language) -> Iterator[Because]:
    by_indicator = _new_entries(programme, old, new)
    for indicator in sorted(by_indicator, key=lambda each: (each.position, each.code, each.id)):
        name = f"{indicator.name.in_language(language)}, {indicator.unit.in_language(language)}"
        table = Table(
            id=f"why-{keys.result(indicator)}",
            caption=_CAPTION.filled(n=len(by_indicator[indicator])).in_language(language),
            columns=_columns(language),
            rows=tuple(_row(change, language) for change in by_indicator[indicator]),
        )
        rows = {keys.result(indicator), indicator.name.in_language(language)}
        yield Because(frozenset(rows), _BEHIND.filled(name=name).in_language(language), table)


def _new_entries(
    programme: Programme, old: FrozenReport, new: FrozenReport
) -> dict[IndicatorRecord, list[LedgerChange]]:
    found = defaultdict(list)
    for change in ledger_changes(programme, since=_BEGINNING, until=new.known_on, as_of=new.as_of):
        if change.recorded_at <= _known_until(new) and _is_new(change, old):
            found[change.indicator].append(change)
    return found


def _is_new(change: LedgerChange, old: FrozenReport) -> bool:
    """Tell whether the older report could not have it: it was recorded after, or of a period that ended after."""
    return change.recorded_at > _known_until(old) or change.period_end > old.as_of


def _known_until(report: FrozenReport) -> datetime:
    """Give the moment of the newest entry the report could have: the end of its day, or when it was frozen."""
    return min(report.frozen_at, timezone.make_aware(datetime.combine(report.known_on, time.max)))


def _columns(language: Language) -> tuple[Column, ...]:
    return (
        Column("project", headings.PROJECT.in_language(language)),
        Column("period_end", headings.PERIOD.in_language(language), "date"),
        Column("change", headings.CHANGE.in_language(language), "number"),
        Column("women", headings.WOMEN.in_language(language), "number"),
        Column("recorded", headings.RECORDED.in_language(language), "date"),
        Column("explanation", headings.EXPLANATION.in_language(language)),
    )


def _row(change: LedgerChange, language: Language) -> Row:
    total, women = step_cells(change, language)
    recorded = timezone.localtime(change.recorded_at).date()
    return Row(
        (
            Cell(change.project_label),
            Cell(change.period_end),
            total,
            women,
            Cell(recorded),
            Cell(change.explanation),
        ),
        anchor=f"why-entry-{change.entry}",
    )


def _decided(programme: Programme, old: FrozenReport, new: FrozenReport, language: Language) -> Iterator[Because]:
    made = list(decided_between(programme, since=_known_until(old), until=_known_until(new)))
    if made:
        columns = (
            Column("meeting", _MEETING.in_language(language)),
            Column("day", headings.DECIDED.in_language(language), "date"),
            Column("matter", words.MATTER_LABEL.in_language(language)),
            Column("subject", words.SUBJECT.in_language(language)),
            Column("kind", words.KIND.in_language(language)),
            Column("decision", words.DECISION.in_language(language)),
        )
        rows = tuple(_decision_row(decision, language) for decision in made)
        table = Table("why-decisions", _DECISIONS.in_language(language), columns, rows)
        yield Because(frozenset(), _DECISIONS.in_language(language), table)


def _decision_row(decision: Decision, language: Language) -> Row:
    meeting, subject = decision.item.meeting, subject_of(decision)
    day = timezone.localdate(meeting.starts_at)
    outcome = words.OUTCOMES[decision.outcome].in_language(language)
    return Row(
        (
            Cell(f"{meeting.body.name.in_language(language)} {meeting.number}/{day.year}"),
            Cell(day),
            Cell(decision.item.title),
            Cell(subject.in_language(language) if subject else ""),
            Cell(words.KINDS[decision.kind].in_language(language)),
            Cell(f"{outcome}: {decision.decision}" if decision.decision else outcome),
        ),
        anchor=f"why-decision-{decision.pk}",
    )


_BEHIND = Translated("Miksi: {name}", "Varför: {name}", "Why: {name}")
_CAPTION = Translated(
    "Kirjaukset raporttien välillä, {n} kpl",
    "Registreringar mellan rapporterna, {n} st.",
    "Entries between the reports: {n}",
)
_DECISIONS = Translated("Päätökset raporttien välillä", "Beslut mellan rapporterna", "Decisions between the reports")
_MEETING = Translated("Kokous", "Möte", "Meeting")

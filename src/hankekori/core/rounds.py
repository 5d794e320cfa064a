"""Reporting rounds: the life of a project's report, its last report, and how well the projects report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hankekori.core.indicators import Remark
from hankekori.core.money import format_date
from hankekori.core.periods import Period
from hankekori.core.texts import LANGUAGES, Translated


class ReportState(StrEnum):
    """Where a project's report stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


class Step(StrEnum):
    """What can happen to a report."""

    SUBMITTED = "submitted"
    RETURNED = "returned"  # by the office, for completion
    APPROVED = "approved"
    REOPENED = "reopened"  # after approval, to be mended


OPEN_STATES = frozenset({ReportState.DRAFT, ReportState.RETURNED})  # can be written


@dataclass(frozen=True, slots=True)
class Rates:
    """How many reports a round expects, and how many came; source: domain model, Monitoring, Quality."""

    expected: int
    received: int  # sent at least once
    on_time: int  # of received: first sent by the due day


def state_after(state: ReportState, step: Step) -> ReportState | None:
    """Give the state a step leads to, None where the step cannot be taken; source: domain model, Round."""
    return _STEPS.get((state, step))


def overlaps(one: Period, other: Period) -> bool:
    """Tell whether two periods have a day in common."""
    return one.start <= other.end and other.start <= one.end


def is_on_time(sent_on: date, due_on: date) -> bool:
    return sent_on <= due_on


def count_rates(first_sent: Iterable[date | None], due_on: date) -> Rates:
    """Count the reports of a round by the days on which they were first sent; None: not sent."""
    days = list(first_sent)
    sent = [day for day in days if day is not None]
    return Rates(len(days), len(sent), sum(is_on_time(day, due_on) for day in sent))


def check_real_end(real_end: date | None, project_start: date | None, period: Period) -> tuple[Remark, ...]:
    """Check the day a last report says the project ended on: given, after the start, by the period's end.

    Source: monitoring form of 2007-2013, whose last form carries the end date (domain reference 1.4).
    """
    if real_end is None:
        return (Remark("real-end-missing", "real_end", _END_MISSING),)
    if project_start is not None and real_end < project_start:
        return (Remark("real-end-before-start", "real_end", _with_days(_END_BEFORE, project_start)),)
    if real_end > period.end:
        return (Remark("real-end-after-period", "real_end", _with_days(_END_AFTER, period.end)),)
    return ()


def _with_days(text: Translated, day: date) -> Translated:
    return Translated(
        **{language: text.in_language(language).format(day=format_date(day, language)) for language in LANGUAGES}
    )


_STEPS: Mapping[tuple[ReportState, Step], ReportState] = {
    (ReportState.DRAFT, Step.SUBMITTED): ReportState.SUBMITTED,
    (ReportState.RETURNED, Step.SUBMITTED): ReportState.SUBMITTED,
    (ReportState.SUBMITTED, Step.RETURNED): ReportState.RETURNED,
    (ReportState.SUBMITTED, Step.APPROVED): ReportState.APPROVED,
    (ReportState.APPROVED, Step.REOPENED): ReportState.RETURNED,
}
_END_MISSING = Translated(
    fi="Viimeisessä raportissa kerrotaan, milloin hanke päättyi. Kirjoita päivä.",
    sv="Den sista rapporten anger när projektet avslutades. Skriv dagen.",
    en="The last report tells when the project ended. Write the day.",
)
_END_BEFORE = Translated(
    fi="Hanke ei voi päättyä ennen kuin se alkoi: {day}.",
    sv="Projektet kan inte ha avslutats innan det inleddes: {day}.",
    en="The project cannot have ended before it began: {day}.",
)
_END_AFTER = Translated(
    fi="Raportointikausi päättyy {day}. Jos hanke päättyy sen jälkeen, tämä ei ole sen viimeinen raportti.",
    sv="Rapporteringsperioden slutar {day}. Om projektet avslutas efter det är detta inte dess sista rapport.",
    en="The reporting period ends on {day}. If the project ends later, this is not its last report.",
)

"""Holding a report while it is written in, so that nobody writes over another or after it was sent."""

from datetime import datetime

from django.utils import timezone

from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.rounds.errors import (
    NotOpenYetError,
    ReportClosedError,
    RoundClosedError,
    StaleReportError,
    StepRefusedError,
)
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportFunding, ReportLink, ReportText, Round
from hankekori.core.identity_codes import contains_identity_code
from hankekori.core.rounds import OPEN_STATES, ReportState, Step, state_after


def lock_open_report(report: int, *, link: ReportLink | None, now: datetime) -> ProjectReport:
    """Lock a report that can be written in, its round loaded; writers wait for one another.

    The holder of a personal link writes in its own report only.
    """
    if link is not None and link.report_id != report:
        raise NotInProgrammeError("report")
    locked = lock_report(report)
    if timezone.localdate(now) < locked.round.opens_on:
        raise NotOpenYetError(locked.round.opens_on)
    if (state := ReportState(locked.state)) not in OPEN_STATES:
        raise ReportClosedError(state)
    return locked


def lock_report(report: int) -> ProjectReport:
    """Lock a report of a round that is not closed, its round and programme loaded."""
    locked = ProjectReport.objects.select_for_update(no_key=True).get(pk=report)
    locked.round = Round.objects.select_related("programme").get(pk=locked.round_id)  # as it is once the lock is held
    if locked.round.closed_at is not None:
        raise RoundClosedError
    return locked


def check_step(report: ProjectReport, step: Step) -> ReportState:
    """Give the state a step leads to, refuse one that cannot be taken."""
    state = state_after(ReportState(report.state), step)
    if state is None:
        raise StepRefusedError(ReportState(report.state), step)
    return state


def write[Part: ReportFigure | ReportText | ReportFunding | ProjectReport](
    part: Part, seen: int, **values: object
) -> Part:
    """Save values over what was seen, by revision; the same values again are no conflict and no change."""
    changed = [name for name, value in values.items() if getattr(part, name) != value]
    if not changed:
        return part
    if part.revision != seen:
        raise StaleReportError(part)
    for name in changed:
        setattr(part, name, values[name])
    part.revision += 1
    part.save(update_fields=[*changed, "revision"])
    return part


def refuse_identity_codes(**texts: str) -> None:
    """Refuse a text that holds a personal identity code, naming its field."""
    for field, text in texts.items():
        if contains_identity_code(text):
            raise IdentityCodeError(field)

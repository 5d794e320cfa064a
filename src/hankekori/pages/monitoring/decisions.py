"""The office's decisions on reports, each told in the same transaction to those who reported."""

from collections.abc import Sequence
from datetime import datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.history import action
from hankekori.areas.rounds import actions
from hankekori.areas.rounds.models import ProjectReport
from hankekori.areas.rounds.notices import tell_approved, tell_returned
from hankekori.areas.rounds.reasons import REOPENING_REASONS, RETURN_REASONS


@action("rounds.return_report")
def return_and_tell(*, by: User, now: datetime, report: ProjectReport, reason: str, explanation: str) -> None:
    actions.return_report(by=by, now=now, report=report, reason=reason, explanation=explanation)
    tell_returned(by=by, now=now, report=report, reason=RETURN_REASONS[reason], explanation=explanation)


@action("rounds.reopen")
def reopen_and_tell(*, by: User, now: datetime, report: ProjectReport, reason: str, explanation: str) -> None:
    actions.reopen(by=by, now=now, report=report, reason=reason, explanation=explanation)
    tell_returned(by=by, now=now, report=report, reason=REOPENING_REASONS[reason], explanation=explanation)


@action("rounds.approve")
def approve_and_tell(*, by: User, now: datetime, reports: Sequence[ProjectReport]) -> None:
    tell_approved(by=by, now=now, reports=actions.approve(by=by, now=now, reports=reports))

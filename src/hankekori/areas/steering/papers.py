"""Which frozen papers are a meeting's own."""

from datetime import datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.history import action
from hankekori.areas.steering.models import Amendment, Meeting


@action("steering.keep_agenda")
def keep_agenda(*, by: User | None, now: datetime, meeting: Meeting, report: FrozenReport) -> None:  # noqa: ARG001 - every action has them
    """Say which frozen agenda was last sent."""
    meeting.agenda = report
    meeting.save(update_fields=["agenda"])


@action("steering.keep_minutes")
def keep_minutes(*, by: User | None, now: datetime, meeting: Meeting, report: FrozenReport) -> None:  # noqa: ARG001 - every action has them
    """Say which frozen minutes are in force: as they were approved, or with the last amendment."""
    meeting.minutes = report
    meeting.save(update_fields=["minutes"])


@action("steering.keep_amended_minutes")
def keep_amended_minutes(*, by: User | None, now: datetime, amendment: Amendment, report: FrozenReport) -> None:
    """Say which frozen minutes have the amendment at their end; the earlier ones stay with it too."""
    amendment.minutes = report
    amendment.save(update_fields=["minutes"])
    keep_minutes(by=by, now=now, meeting=amendment.meeting, report=report)

"""Freezing a meeting's papers in the same transaction as what they tell of."""

from datetime import datetime

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.history import action
from hankekori.areas.steering.models import Meeting
from hankekori.areas.steering.paper_queries import MeetingPapers, meeting_papers
from hankekori.areas.steering.papers import keep_agenda, keep_minutes
from hankekori.core.texts import Language
from hankekori.reports.document import Document
from hankekori.reports.meetings.agenda import agenda_document
from hankekori.reports.meetings.minutes import minutes_document
from hankekori.reports.snapshots import freeze

AGENDA, MINUTES = "agenda", "minutes"  # kinds of frozen reports


@action("meetings.freeze_agenda")
def freeze_agenda(*, by: User | None, now: datetime, meeting: Meeting, language: Language) -> FrozenReport:
    """Freeze the agenda as it is sent; an agenda that has not changed since is given back as it was."""
    papers = meeting_papers(meeting)
    report = _frozen(agenda_document(papers, language=language), papers, AGENDA, by, now)
    keep_agenda(by=by, now=now, meeting=meeting, report=report)
    return report


@action("meetings.freeze_minutes")
def freeze_minutes(*, by: User | None, now: datetime, meeting: Meeting, language: Language) -> FrozenReport:
    """Freeze the minutes of a meeting whose minutes have been approved."""
    papers = meeting_papers(meeting)
    report = _frozen(minutes_document(papers, language=language), papers, MINUTES, by, now)
    keep_minutes(by=by, now=now, meeting=meeting, report=report)
    return report


def _frozen(document: Document, papers: MeetingPapers, kind: str, by: User | None, now: datetime) -> FrozenReport:
    return freeze(
        document,
        by=by,
        now=now,
        programme=papers.meeting.programme,
        kind=kind,
        as_of=papers.day,
        known_on=timezone.localdate(now),
    )

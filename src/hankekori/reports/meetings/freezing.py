"""Papers of a meeting are frozen in one transaction with what they tell of: invitation, approval, amendment."""

from datetime import datetime

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.kinds import AGENDA, MINUTES
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.history import action
from hankekori.areas.steering.approval import amend_minutes, approve_minutes
from hankekori.areas.steering.invitations import Invited, invite
from hankekori.areas.steering.models import AgendaItem, Amendment, Meeting
from hankekori.areas.steering.paper_queries import MeetingPapers, meeting_papers
from hankekori.areas.steering.papers import keep_agenda, keep_amended_minutes, keep_minutes
from hankekori.core.texts import Language
from hankekori.reports.document import Document
from hankekori.reports.meetings.agenda import agenda_document
from hankekori.reports.meetings.amendments import amended
from hankekori.reports.meetings.minutes import minutes_document
from hankekori.reports.snapshots import freeze, open_frozen


@action("meetings.freeze_agenda")
def freeze_agenda(*, by: User | None, now: datetime, meeting: Meeting, language: Language) -> FrozenReport:
    """Freeze the agenda as it is sent; an agenda that has not changed since is given back as it was."""
    papers = meeting_papers(meeting)
    report = _frozen(agenda_document(papers, language=language), papers, AGENDA, by, now)
    keep_agenda(by=by, now=now, meeting=meeting, report=report)
    return report


@action("meetings.invite_with_agenda")
def invite_with_agenda(*, by: User | None, now: datetime, meeting: Meeting, language: Language = "fi") -> Invited:
    """Invite, or tell of changes, and freeze the agenda as it was sent; raises what invite raises."""
    invited = invite(by=by, now=now, meeting=meeting)
    freeze_agenda(by=by, now=now, meeting=meeting, language=language)
    return invited


@action("meetings.approve_and_freeze")
def approve_and_freeze(*, by: User, now: datetime, meeting: Meeting, language: Language) -> FrozenReport:
    """Approve the minutes, let happen what was decided, and freeze the minutes; all of it or nothing.

    Raises what approve_minutes raises.
    """
    approved = approve_minutes(by=by, now=now, meeting=meeting)
    papers = meeting_papers(approved)
    report = _frozen(minutes_document(papers, language=language), papers, MINUTES, by, now)
    keep_minutes(by=by, now=now, meeting=approved, report=report)
    return report


@action("meetings.amend_and_freeze")
def amend_and_freeze(
    *, by: User, now: datetime, meeting: Meeting, text: str, reason: str, item: AgendaItem | None = None
) -> Amendment:
    """Sign an amendment and freeze the minutes anew: what was frozen before, word for word, and the amendment after it.

    Raises what amend_minutes raises, and what opening the earlier minutes raises.
    """
    amendment = amend_minutes(by=by, now=now, meeting=meeting, text=text, reason=reason, item=item)
    papers = meeting_papers(meeting)
    numbers = {one.id: one.number for one in papers.items}
    document = amended(open_frozen(amendment.previous), amendment, matter=numbers.get(item.pk) if item else None)
    report = _frozen(document, papers, MINUTES, by, now)
    keep_amended_minutes(by=by, now=now, amendment=amendment, report=report)
    return amendment


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

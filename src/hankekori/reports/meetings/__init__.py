"""A meeting's agenda and minutes as documents, frozen when they are sent, approved and amended."""

from hankekori.reports.meetings.agenda import agenda_document
from hankekori.reports.meetings.freezing import (
    amend_and_freeze,
    approve_and_freeze,
    freeze_agenda,
    invite_with_agenda,
)
from hankekori.reports.meetings.minutes import minutes_document

__all__ = [
    "agenda_document",
    "amend_and_freeze",
    "approve_and_freeze",
    "freeze_agenda",
    "invite_with_agenda",
    "minutes_document",
]

"""A meeting's agenda and minutes as documents, frozen when they are sent and approved."""

from hankekori.reports.meetings.agenda import agenda_document
from hankekori.reports.meetings.freezing import AGENDA, MINUTES, freeze_agenda, freeze_minutes
from hankekori.reports.meetings.minutes import minutes_document

__all__ = ["AGENDA", "MINUTES", "agenda_document", "freeze_agenda", "freeze_minutes", "minutes_document"]

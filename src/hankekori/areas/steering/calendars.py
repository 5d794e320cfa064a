"""A meeting as an iCalendar event, as Outlook, Google Calendar and Thunderbird take it (RFC 5545, RFC 5546)."""

from datetime import datetime
from email.utils import parseaddr
from enum import StrEnum
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.encoding import punycode
from icalendar import Calendar, Component, Event, vCalAddress, vText

from hankekori.areas.steering import invitation_words as words
from hankekori.areas.steering.models import Meeting
from hankekori.core.texts import Language

_PRODUCT = "-//Hankekori//Meetings//FI"
_HELSINKI = ZoneInfo("Europe/Helsinki")


class Method(StrEnum):
    """What the receiver's calendar does with the event (RFC 5546, 3.2)."""

    REQUEST = "REQUEST"  # an invitation, or its update when SEQUENCE has grown
    CANCEL = "CANCEL"
    PUBLISH = "PUBLISH"  # to be put in a calendar, nothing is answered


def meeting_path(meeting: Meeting) -> str:
    """Give the path of the meeting's page."""
    return f"/{meeting.programme.slug}/tyoryhma/kokoukset/{meeting.pk}/"


def calendar_of(
    meeting: Meeting, *, method: Method, now: datetime, language: Language, to: str = "", answers: bool = True
) -> str:
    """Write the meeting for one receiver; lines end in CRLF and are folded at 75 octets.

    `to` is the receiver's own address, the only one in the event; without it nobody is invited. Who does not answer is
    told for information. The meeting comes with its body and programme.
    """
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    calendar.add_component(Component.from_ical(_TIME_ZONE))
    calendar.add_component(_event(meeting, method, now, language, to, answers=answers))
    return str(calendar.to_ical(), "utf-8")


def _event(meeting: Meeting, method: Method, now: datetime, language: Language, to: str, *, answers: bool) -> Event:
    name, sender = parseaddr(settings.MAIL_FROM)
    page = f"{settings.BASE_URL}{meeting_path(meeting)}"
    about = [words.AGENDA_AT.in_language(language).format(url=page)]
    if meeting.online_url:
        about.append(words.ONLINE_AT.in_language(language).format(url=meeting.online_url))
    event = Event()
    event.add("uid", f"{meeting.uid}@{sender.rpartition('@')[2] or 'localhost'}")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", now.astimezone(ZoneInfo("UTC")))
    event.add("dtstart", meeting.starts_at.astimezone(_HELSINKI))
    event.add("dtend", meeting.ends_at.astimezone(_HELSINKI))
    event.add("summary", title_of(meeting, language))
    event.add("location", meeting.place or meeting.online_url)
    event.add("description", "\n".join(about))
    event.add("url", page)
    event.add("status", _status(meeting, method))
    event.add("transp", "OPAQUE")
    event.add("organizer", _person(sender, CN=name or sender))
    if to:
        event.add("attendee", _attendee(to, answers=answers))
    return event


def title_of(meeting: Meeting, language: Language) -> str:
    """Name the meeting: its body, and its number in the year."""
    return words.TITLE.in_language(language).format(body=meeting.body.name.in_language(language), number=meeting)


def _status(meeting: Meeting, method: Method) -> str:
    if method is Method.CANCEL or meeting.state == Meeting.State.CANCELLED:
        return "CANCELLED"
    return "TENTATIVE" if meeting.state == Meeting.State.PLANNED else "CONFIRMED"


def _attendee(to: str, *, answers: bool) -> vCalAddress:
    role = "REQ-PARTICIPANT" if answers else "NON-PARTICIPANT"
    return _person(to, CUTYPE="INDIVIDUAL", ROLE=role, PARTSTAT="NEEDS-ACTION", RSVP=str(answers).upper())


def _person(address: str, **parameters: str) -> vCalAddress:
    local, _at, domain = address.rpartition("@")
    person = vCalAddress(f"mailto:{local}@{punycode(domain)}")
    for name, value in parameters.items():
        person.params[name] = vText(value)
    return person


# The rule of the European Union since 1996, directive 2000/84/EC. Outlook reads rules, not lists of days.
_TIME_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:STANDARD
DTSTART:19961027T040000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:EET
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19970330T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:EEST
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
END:VTIMEZONE
"""

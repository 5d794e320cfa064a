"""Invitations as they leave, read back as mail programs read them: what Outlook, Gmail and Thunderbird need."""

from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from icalendar import Calendar

from hankekori.areas.mail.composing import compose
from hankekori.areas.mail.models import Message
from hankekori.areas.steering.agenda import add_item
from hankekori.areas.steering.calendars import Method, calendar_of
from hankekori.areas.steering.errors import NobodyToInviteError, NotInvitedError
from hankekori.areas.steering.invitations import invite, note_answer
from hankekori.areas.steering.meetings import cancel_meeting, change_meeting
from hankekori.areas.steering.models import Attendance, Meeting
from tests import builders
from tests.builders import NOW

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}


@pytest.fixture(autouse=True)
def _sender(settings) -> None:
    settings.MAIL_FROM = "Ohjelman toimisto <toimisto@example.org>"
    settings.BASE_URL = "https://hankekori.example.org"


@pytest.fixture
def meeting(db) -> Meeting:
    body = builders.a_body(builders.a_programme(), name_fi="Rakennemuutostyöryhmä", name_sv="Arbetsgruppen")
    chair = builders.a_seat(body, role="chair", email="pj@example.org")
    builders.a_seat(body, email="ledamot@example.org", language="sv")
    builders.a_seat(body, deputy_of=chair, email="vara@example.org")
    builders.a_seat(body)
    builders.a_seat(body, email="entinen@example.org", end=builders.AS_OF.replace(year=2011))
    found = builders.a_meeting(body, number=2, place="Kaupungintalo; sali 3, Heinola")
    add_item(**NOBODY, meeting=found, title="Ohjelman tilanne")
    return found


def _mails() -> dict[str, EmailMessage]:
    """Give the newest mail to each address, read back from its bytes."""
    messages = Message.objects.select_related("programme").order_by("pk")
    sent = {each.to: compose(each, now=NOW).as_bytes(policy=policy.SMTPUTF8) for each in messages}
    return {to: message_from_bytes(content, policy=policy.default) for to, content in sent.items()}


def _event(mail: EmailMessage):
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    (event,) = Calendar.from_ical(part.get_content()).walk("VEVENT")
    return event


def test_everybody_in_term_is_invited_in_their_language(meeting):
    told = invite(**NOBODY, meeting=meeting)
    assert told.sent == 3
    assert [seat.email for seat in told.without_address] == [""]
    mails = _mails()
    assert set(mails) == {"pj@example.org", "ledamot@example.org", "vara@example.org"}
    assert mails["pj@example.org"]["Subject"].strip() == (
        "Kokouskutsu: Rakennemuutostyöryhmä, kokous 2/2012, 24.4.2012 12.00–14.00"
    )
    assert mails["ledamot@example.org"]["Subject"].startswith("Möteskallelse: Arbetsgruppen, möte 2/2012")
    assert "varajäsenenä" in mails["vara@example.org"].get_body(("plain",)).get_content()
    assert "1. Ohjelman tilanne" in mails["pj@example.org"].get_body(("plain",)).get_content()
    assert Attendance.objects.filter(meeting=meeting).count() == 3
    meeting.refresh_from_db()
    assert meeting.state == "invited"


def test_the_mail_has_the_parts_that_mail_programs_look_for(meeting):
    invite(**NOBODY, meeting=meeting)
    mail = _mails()["pj@example.org"]
    assert mail.get_content_type() == "multipart/mixed"
    alternative, file = mail.iter_parts()
    assert [part.get_content_type() for part in alternative.iter_parts()] == [
        "text/plain", "text/html", "text/calendar",
    ]  # fmt: skip
    calendar = list(alternative.iter_parts())[-1]
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    assert calendar["Content-Type"].params["charset"].lower() == "utf-8"
    assert (file.get_content_type(), file.get_filename()) == ("application/ics", "invite.ics")
    assert file.get_content().decode() == calendar.get_payload(decode=True).decode()


def test_the_event_says_when_where_and_who(meeting):
    invite(**NOBODY, meeting=meeting)
    event = _event(_mails()["pj@example.org"])
    assert event["DTSTART"].dt == meeting.starts_at.astimezone(ZoneInfo("Europe/Helsinki"))
    assert event["DTSTART"].params["TZID"] == event["DTEND"].params["TZID"] == "Europe/Helsinki"
    assert event["UID"] == f"{meeting.uid}@example.org"
    assert (event["SEQUENCE"], str(event["STATUS"])) == (0, "CONFIRMED")
    assert str(event["LOCATION"]) == "Kaupungintalo; sali 3, Heinola"
    assert str(event["ORGANIZER"]) == "mailto:toimisto@example.org"
    attendee = event["ATTENDEE"]
    assert str(attendee) == "mailto:pj@example.org"
    assert {name: attendee.params[name] for name in ("ROLE", "PARTSTAT", "RSVP")} == {
        "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE",
    }  # fmt: skip
    page = f"https://hankekori.example.org/{meeting.programme.slug}/tyoryhma/kokoukset/{meeting.pk}/"
    assert page in str(event["DESCRIPTION"])
    assert event["DTSTAMP"].dt == NOW


def test_nobody_sees_the_address_of_another(meeting):
    invite(**NOBODY, meeting=meeting)
    mails = _mails()
    for to, mail in mails.items():
        content = mail.as_bytes() + b"".join(part.get_payload(decode=True) or b"" for part in mail.walk())
        assert not any(other.encode() in content for other in mails if other != to)


def test_a_deputy_is_told_for_information(meeting):
    invite(**NOBODY, meeting=meeting)
    attendee = _event(_mails()["vara@example.org"])["ATTENDEE"]
    assert (attendee.params["ROLE"], attendee.params["RSVP"]) == ("NON-PARTICIPANT", "FALSE")


def test_lines_are_folded_and_end_in_crlf(meeting):
    meeting.place = "Ä" * 200
    written = calendar_of(meeting, method=Method.REQUEST, now=NOW, language="fi", to="pj@pälkäne.example.org")
    assert "\n" not in written.replace("\r\n", "")
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75
    assert str(Calendar.from_ical(written).walk("VEVENT")[0]["LOCATION"]) == "Ä" * 200
    assert "mailto:pj@xn--plkne-grac.example.org" in written.replace("\r\n ", "")


@pytest.mark.parametrize(("month", "offset"), [(1, 2), (3, 2), (4, 3), (7, 3), (10, 3), (11, 2)])
def test_the_zone_that_is_sent_knows_summer_time(meeting, month, offset):
    written = calendar_of(meeting, method=Method.PUBLISH, now=NOW, language="fi")
    (zone,) = Calendar.from_ical(written).walk("VTIMEZONE")
    day = meeting.starts_at.replace(month=month, day=15, tzinfo=None)
    assert zone.to_tz(lookup_tzid=False).utcoffset(day) == timedelta(hours=offset)


def test_nothing_is_sent_twice_and_newcomers_are_invited(meeting):
    assert invite(**NOBODY, meeting=meeting).sent == 3
    assert invite(**NOBODY, meeting=meeting).sent == 0
    builders.a_seat(meeting.body, email="uusi@example.org")
    assert invite(**NOBODY, meeting=meeting).sent == 1
    meeting.refresh_from_db()
    assert meeting.sequence == 0


def test_two_seats_of_one_address_get_one_mail(meeting):
    builders.a_seat(meeting.body, email="PJ@example.org")
    assert invite(**NOBODY, meeting=meeting).sent == 3


def test_a_change_is_an_update_of_the_same_event(meeting):
    invite(**NOBODY, meeting=meeting)
    later = meeting.starts_at + timedelta(days=7)
    change_meeting(**NOBODY, meeting=meeting, starts_at=later, ends_at=later + timedelta(hours=1), place="Sali 1")
    assert invite(**NOBODY, meeting=meeting).sent == 3
    mail = _mails()["pj@example.org"]
    event = _event(mail)
    assert (event["SEQUENCE"], event["UID"]) == (1, f"{meeting.uid}@example.org")
    assert event["DTSTART"].dt == later
    assert mail["Subject"].startswith("Kokouskutsu muuttunut: ")
    add_item(**NOBODY, meeting=meeting, title="Muut asiat")
    invite(**NOBODY, meeting=meeting)
    assert _event(_mails()["pj@example.org"])["SEQUENCE"] == 2


def test_a_cancellation_takes_the_event_away(meeting):
    invite(**NOBODY, meeting=meeting)
    cancel_meeting(**NOBODY, meeting=meeting)
    mail = _mails()["pj@example.org"]
    event = _event(mail)
    assert (event["SEQUENCE"], str(event["STATUS"])) == (1, "CANCELLED")
    (part,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert part["Content-Type"].params["method"] == "CANCEL"
    assert Message.objects.count() == 6


def test_a_deputy_whose_term_is_over_hears_of_no_cancellation(meeting):
    chair = meeting.body.seats.get(role="chair")
    builders.a_seat(meeting.body, deputy_of=chair, email="muinoin@example.org", end=date(2011, 12, 31))
    invite(**NOBODY, meeting=meeting)
    cancel_meeting(**NOBODY, meeting=meeting)
    assert set(_mails()) == {"pj@example.org", "ledamot@example.org", "vara@example.org"}


def test_a_meeting_nobody_knows_of_is_cancelled_in_silence(meeting):
    cancel_meeting(**NOBODY, meeting=meeting)
    assert not Message.objects.exists()


def test_a_file_for_the_calendar_invites_nobody(meeting):
    written = calendar_of(meeting, method=Method.PUBLISH, now=timezone.now(), language="fi")
    assert "METHOD:PUBLISH" in written
    assert "ATTENDEE" not in written
    assert "STATUS:TENTATIVE" in written


def test_without_members_there_is_nobody_to_invite(meeting):
    empty = builders.a_meeting(builders.a_body(meeting.programme))
    with pytest.raises(NobodyToInviteError):
        invite(**NOBODY, meeting=empty)


def test_an_answer_needs_an_invitation(meeting):
    seat = meeting.body.seats.get(role="chair")
    with pytest.raises(NotInvitedError):
        note_answer(**NOBODY, meeting=meeting, seat=seat, answer="accepted")
    invite(**NOBODY, meeting=meeting)
    assert note_answer(**NOBODY, meeting=meeting, seat=seat, answer="accepted").answer == "accepted"

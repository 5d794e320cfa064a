"""A meeting going on: opened, who is there, minutes typed by two, ended and opened again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from hankekori.areas.bodies.seats import end_seat
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.steering.decision_errors import (
    DeputyTakenError,
    MeetingStateError,
    StaleWritingError,
    TooEarlyError,
    VoteOpenError,
)
from hankekori.areas.steering.decisions import add_decision
from hankekori.areas.steering.invitations import invite
from hankekori.areas.steering.models import AgendaItem, Attendance
from hankekori.areas.steering.sessions import end_meeting, open_meeting, reopen_meeting, save_minutes, set_attendance
from hankekori.areas.steering.sitting import places_of, quorum_of
from hankekori.areas.steering.votes import open_vote
from hankekori.core.decisions import DecisionKind
from tests import builders
from tests.builders import NOW

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}


def test_opening_gives_a_place_to_everyone_who_sits_that_day(room):
    gone = builders.a_seat(room.body, end=builders.AS_OF.replace(year=2011))
    assert room.meeting.opened_at == NOW
    assert [place.seat for place in places_of(room.meeting)] == [
        room.chair, room.vice, room.first, room.second, room.secretary,
    ]  # fmt: skip
    assert not Attendance.objects.filter(seat__in=[gone, room.deputy]).exists()


def test_whoever_has_left_since_the_invitation_has_no_place(room):
    meeting = builders.a_meeting(room.body)
    leaving = builders.a_seat(room.body)
    invite(**NOBODY, meeting=meeting)
    end_seat(**NOBODY, seat=leaving, end=date(2012, 4, 23))
    open_meeting(**NOBODY, meeting=meeting)
    assert leaving not in [place.seat for place in places_of(meeting)]
    assert quorum_of(room.body, places_of(meeting)).needed == quorum_of(room.body, places_of(room.meeting)).needed


def test_a_meeting_is_opened_on_its_day(room):
    meeting = builders.a_meeting(room.body)
    eve = datetime(2012, 4, 23, 20, 59, tzinfo=UTC)  # 23.59 in Finland
    with pytest.raises(TooEarlyError) as told:
        open_meeting(by=None, now=eve, meeting=meeting)
    assert "24.4.2012" in told.value.message.fi
    opened = open_meeting(by=None, now=eve + timedelta(minutes=1), meeting=meeting)
    assert opened.state == "open"


def test_a_meeting_is_opened_once(room):
    with pytest.raises(MeetingStateError) as told:
        open_meeting(**NOBODY, meeting=room.meeting)
    assert "kesken" in told.value.message.fi


def test_quorum_follows_attendance(room):
    needed = []
    for seat in (room.secretary, room.first, room.second, room.vice):
        room.present(seat)
        quorum = quorum_of(room.body, places_of(room.meeting))
        needed.append((quorum.met, quorum.present, quorum.chair_missing))
    assert needed == [(False, 0, True), (False, 1, True), (False, 2, True), (True, 3, False)]


def test_a_deputy_sits_only_in_the_absent_members_place(room):
    row = set_attendance(**NOBODY, meeting=room.meeting, seat=room.first, present=False, deputy=room.deputy)
    assert (row.present, row.deputy) == (True, room.deputy)
    (place,) = [place for place in places_of(room.meeting) if place.seat == room.first]
    assert (place.who, place.role) == (room.deputy, "member")
    back = set_attendance(**NOBODY, meeting=room.meeting, seat=room.first, present=True)
    assert (back.present, back.deputy) == (True, None)


def test_a_deputy_of_another_is_refused(room):
    with pytest.raises(NotInProgrammeError) as told:
        set_attendance(**NOBODY, meeting=room.meeting, seat=room.second, present=False, deputy=room.deputy)
    assert told.value.field == "deputy"


def test_one_person_sits_in_one_place(room):
    also = builders.a_seat(room.body, deputy_of=room.second, person=room.deputy.person, user=room.deputy.user)
    set_attendance(**NOBODY, meeting=room.meeting, seat=room.first, present=False, deputy=room.deputy)
    with pytest.raises(DeputyTakenError) as told:
        set_attendance(**NOBODY, meeting=room.meeting, seat=room.second, present=False, deputy=also)
    assert room.first.person in told.value.message.fi


def test_the_database_knows_no_deputy_who_is_not_there(room):
    with pytest.raises(IntegrityError, match="deputy_is_there"), transaction.atomic():
        Attendance.objects.filter(seat=room.first).update(deputy=room.deputy, present=False)


def test_minutes_of_two_writers_are_not_written_over(room):
    first = save_minutes(**NOBODY, item=room.item, text="Ensimmäinen", seen=0)
    with pytest.raises(StaleWritingError) as told:
        save_minutes(**NOBODY, item=room.item, text="Toinen", seen=0)
    assert told.value.theirs.minutes_text == "Ensimmäinen"
    assert save_minutes(**NOBODY, item=room.item, text="Ensimmäinen", seen=0).revision == first.revision
    assert save_minutes(**NOBODY, item=room.item, text="Toinen", seen=first.revision).minutes_text == "Toinen"


def test_an_identity_code_stays_out_of_the_minutes(room):
    with pytest.raises(IdentityCodeError):
        save_minutes(**NOBODY, item=room.item, text="Hetu 131052-308T kirjattiin.", seen=0)
    assert AgendaItem.objects.get(pk=room.item.pk).minutes_text == ""


def test_a_meeting_does_not_end_in_the_middle_of_a_vote(room):
    room.all_present()
    open_vote(**NOBODY, decision=add_decision(**NOBODY, item=room.item, kind=DecisionKind.DECISION))
    with pytest.raises(VoteOpenError) as told:
        room.end()
    assert "”Uusi hanke”" in told.value.message.fi


def test_an_ended_meeting_takes_minutes_and_is_opened_again_for_attendance(room):
    ended = room.end()
    assert (ended.state, ended.closed_at) == ("ended", NOW)
    save_minutes(**NOBODY, item=room.item, text="Jälkeenpäin", seen=0)
    with pytest.raises(MeetingStateError):
        room.present(room.first)
    assert reopen_meeting(**NOBODY, meeting=room.meeting).closed_at is None
    room.present(room.first)
    with pytest.raises(MeetingStateError):
        reopen_meeting(**NOBODY, meeting=room.meeting)
    end_meeting(**NOBODY, meeting=room.meeting)

"""Planning meetings: the hour through summer time, numbers of the year, moving, cancelling."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.steering.errors import (
    BodyEndedError,
    EndsBeforeStartError,
    NoLongerPreparedError,
    SeriesLengthError,
)
from hankekori.areas.steering.invitations import invite, note_answer
from hankekori.areas.steering.meetings import cancel_meeting, change_meeting, make_series, plan_meeting
from hankekori.areas.steering.models import Attendance, MeetingSeries
from hankekori.areas.steering.sessions import open_meeting
from tests import builders
from tests.builders import NOW

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}


def _local(*parts: int) -> datetime:
    return timezone.make_aware(datetime(*parts))


def _plan(body, *parts: int):
    start = _local(*parts)
    ends = start + timedelta(hours=2)
    return plan_meeting(**NOBODY, programme=body.programme, body=body, starts_at=start, ends_at=ends)


@pytest.fixture
def body(db):
    return builders.a_body(builders.a_programme())


def _series(body, **fields):
    values = {
        "step": MeetingSeries.Step.MONTHS,
        "every": 1,
        "first": _local(2012, 2, 14, 9),
        "minutes": 120,
        "until": date(2012, 12, 31),
    }
    return make_series(**NOBODY, programme=body.programme, body=body, **values | fields)


def test_nine_stays_nine_when_the_clocks_change(body):
    made = _series(body, until=date(2012, 5, 1))
    assert [timezone.localtime(each.starts_at).hour for each in made] == [9, 9, 9]
    assert [each.starts_at.astimezone(UTC).hour for each in made] == [7, 7, 6]
    assert [each.ends_at - each.starts_at for each in made] == [timedelta(hours=2)] * 3
    assert [str(each) for each in made] == ["1/2012", "2/2012", "3/2012"]


def test_a_series_is_neither_empty_nor_endless(body):
    for until, every in ((date(2012, 1, 1), 1), (date(2100, 1, 1), 1), (date(2012, 12, 31), 0)):
        with pytest.raises(SeriesLengthError):
            _series(body, until=until, every=every)


def test_planned_meetings_are_numbered_in_the_order_they_are_held(body):
    later, earlier = _plan(body, 2012, 5, 1, 9), _plan(body, 2012, 2, 1, 9)
    other_year = _plan(body, 2013, 1, 8, 9)
    later.refresh_from_db()
    assert (earlier.number, later.number, other_year.number) == (1, 2, 1)


def test_a_number_that_was_told_stays(body):
    builders.a_seat(body)
    told = _plan(body, 2012, 5, 1, 9)
    invite(**NOBODY, meeting=told)
    earlier = _plan(body, 2012, 2, 1, 9)
    told.refresh_from_db()
    assert (told.number, earlier.number) == (1, 2)


def test_a_meeting_moved_to_another_year_is_numbered_there(body):
    first, moved = _plan(body, 2012, 5, 1, 9), _plan(body, 2012, 2, 1, 9)
    changed = change_meeting(
        **NOBODY, meeting=moved, starts_at=_local(2013, 1, 8, 9), ends_at=_local(2013, 1, 8, 10), place=" Sali "
    )
    first.refresh_from_db()
    assert (first.number, changed.number, changed.place) == (1, 1, "Sali")


def test_another_time_asks_again_another_place_does_not(body):
    seat = builders.a_seat(body)
    meeting = _plan(body, 2012, 5, 1, 9)
    invite(**NOBODY, meeting=meeting)
    note_answer(**NOBODY, meeting=meeting, seat=seat, answer="accepted")
    when = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at}
    change_meeting(**NOBODY, meeting=meeting, **when, place="Sali")
    assert Attendance.objects.get().answer == "accepted"
    change_meeting(**NOBODY, meeting=meeting, **when | {"ends_at": meeting.ends_at + timedelta(hours=1)})
    assert Attendance.objects.get().answer == "none"


def test_what_cannot_be_planned(body):
    ended = builders.a_body(body.programme, ended_on=date(2011, 12, 31))
    with pytest.raises(BodyEndedError):
        _plan(ended, 2012, 1, 1, 9)
    start = _local(2012, 5, 1, 9)
    with pytest.raises(EndsBeforeStartError):
        plan_meeting(**NOBODY, programme=body.programme, body=body, starts_at=start, ends_at=start)
    with pytest.raises(NotInProgrammeError):
        plan_meeting(
            **NOBODY, programme=builders.a_programme(), body=body, starts_at=start, ends_at=start + timedelta(hours=1)
        )


def test_an_opened_or_cancelled_meeting_is_not_prepared(body):
    meeting = _plan(body, 2012, 4, 24, 9)
    cancelled = cancel_meeting(**NOBODY, meeting=_plan(body, 2012, 6, 1, 9))
    open_meeting(**NOBODY, meeting=meeting)
    for each in (meeting, cancelled):
        with pytest.raises(NoLongerPreparedError):
            cancel_meeting(**NOBODY, meeting=each)
        with pytest.raises(NoLongerPreparedError):
            invite(**NOBODY, meeting=each)

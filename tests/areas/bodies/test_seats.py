"""Terms of members and deputies: what is refused, what is ended, what stays."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from hankekori.areas.accounts.roles import Role
from hankekori.areas.bodies import seats
from hankekori.areas.bodies.errors import (
    BodyEndedError,
    DeputyRoleError,
    DeputyTermError,
    NoRoleError,
    SeatInUseError,
    SecondChairError,
    SecondSeatError,
)
from hankekori.areas.bodies.models import Seat
from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.steering.models import Attendance, Meeting
from tests import builders

pytestmark = pytest.mark.django_db
NOW = builders.NOW
START, END = date(2010, 1, 1), date(2011, 12, 31)


@pytest.fixture
def body():
    return builders.a_body(builders.a_programme())


def add(body, **fields):
    return seats.add_seat(by=None, now=NOW, body=body, **{"person": "Esimerkki", "start": START} | fields)


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"person": " "}, EmptyFieldError),
        ({"role": "king"}, UnknownChoiceError),
        ({"language": "de"}, UnknownChoiceError),
        ({"end": date(2009, 12, 31)}, WrongOrderError),
    ],
)
def test_what_cannot_be_is_refused(body, fields, error):
    with pytest.raises(error):
        add(body, **fields)
    assert not Seat.objects.exists()


def test_a_seat_is_for_an_organisation_and_an_account_of_the_programme(body):
    elsewhere = builders.a_programme()
    with pytest.raises(NotInProgrammeError):
        add(body, organisation=builders.an_organisation(elsewhere))
    with pytest.raises(NoRoleError):
        add(body, user=builders.a_user_with(Role.MEMBER, elsewhere))
    with pytest.raises(NotInProgrammeError):
        add(body, deputy_of=builders.a_seat(builders.a_body(body.programme, "informs_authorities")))


def test_one_account_has_one_vote_at_a_time_but_may_stand_in_too(body):
    user = builders.a_user_with(Role.MEMBER, body.programme)
    add(body, user=user, end=END)
    with pytest.raises(SecondSeatError):
        add(body, user=user, start=END)
    add(body, user=user, start=END + timedelta(days=1))
    add(body, user=user, deputy_of=add(body))


class ChairsTest(TestCase):
    """However terms of chairs are given, no day has two chairs."""

    @given(st.lists(st.tuples(st.integers(0, 20), st.none() | st.integers(0, 20)), max_size=6))
    def test_no_day_has_two_chairs(self, terms):
        body = builders.a_body(builders.a_programme())
        refused = 0
        for start, length in terms:
            first = START + timedelta(days=start)
            end = None if length is None else first + timedelta(days=length)
            try:
                add(body, role="chair", start=first, end=end)
            except SecondChairError:
                refused += 1
        chairs = list(Seat.objects.filter(body=body, role="chair"))
        for day in (START + timedelta(days=number) for number in range(45)):
            assert sum(seat.start <= day and (seat.end is None or day <= seat.end) for seat in chairs) <= 1
        assert len(chairs) + refused == len(terms)


def test_a_member_becomes_chair_when_the_other_has_ended(body):
    chair, member = add(body, role="chair"), add(body, start=date(2011, 1, 1))
    with pytest.raises(SecondChairError):
        seats.change_seat(by=None, now=NOW, seat=member, role="chair")

    seats.end_seat(by=None, now=NOW, seat=chair, end=date(2010, 12, 31))
    assert seats.change_seat(by=None, now=NOW, seat=member, role="chair").role == "chair"


@pytest.mark.parametrize(("start", "end"), [(date(2009, 12, 31), END), (START, None), (START, END + timedelta(days=1))])
def test_a_deputys_term_is_inside_the_members(body, start, end):
    with pytest.raises(DeputyTermError):
        add(body, deputy_of=add(body, end=END), start=start, end=end)


def test_a_deputy_has_neither_a_role_nor_a_deputy(body):
    deputy = add(body, deputy_of=add(body))
    with pytest.raises(DeputyRoleError):
        add(body, deputy_of=deputy)
    with pytest.raises(DeputyRoleError):
        seats.change_seat(by=None, now=NOW, seat=deputy, role="chair")


def test_a_members_term_cannot_shrink_under_its_deputys_but_ends_with_it(body):
    member = add(body)
    deputy = add(body, deputy_of=member)
    with pytest.raises(DeputyTermError):
        seats.change_seat(by=None, now=NOW, seat=member, end=END)

    seats.end_seat(by=None, now=NOW, seat=Seat.objects.select_related("body").get(pk=member.pk), end=END)

    assert set(Seat.objects.filter(pk__in=[member.pk, deputy.pk]).values_list("end", flat=True)) == {END}


def test_a_term_does_not_end_before_its_deputys_begins(body):
    member = add(body)
    add(body, deputy_of=member, start=date(2012, 1, 1))
    with pytest.raises(DeputyTermError):
        seats.end_seat(by=None, now=NOW, seat=member, end=END)
    assert Seat.objects.get(pk=member.pk).end is None


def test_no_term_reaches_past_the_bodys_end(body):
    body.ended_on = END
    body.save()
    with pytest.raises(BodyEndedError):
        add(body)
    add(body, end=END)


def test_a_term_a_meeting_points_to_stays_and_a_mistake_is_removed(body):
    member = add(body)
    deputy = add(body, deputy_of=member)
    meeting = Meeting.objects.create(
        programme=body.programme, body=body, number=1, starts_at=NOW, ends_at=NOW.replace(hour=11)
    )
    attendance = Attendance.objects.create(
        programme=body.programme, meeting=meeting, seat=member, deputy=deputy, present=True
    )
    for seat in (member, deputy):
        with pytest.raises(SeatInUseError):
            seats.remove_seat(by=None, now=NOW, seat=seat)

    attendance.delete()
    key = member.pk
    seats.remove_seat(by=None, now=NOW, seat=member)
    assert not Seat.objects.exists()
    kept = apps.get_model("bodies", "SeatEvent").objects.filter(pgh_obj_id=key).order_by("pgh_id")
    assert [event.pgh_label for event in kept] == ["insert", "delete"]

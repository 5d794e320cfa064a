"""Who sits on a day, which body steers, who is disqualified."""

from datetime import date

import pytest

from hankekori.areas.bodies import queries
from tests import builders

pytestmark = pytest.mark.django_db
DAY = date(2011, 6, 1)


@pytest.fixture
def body():
    return builders.a_body(builders.a_programme())


def test_a_seat_counts_from_its_first_day_to_its_last(body, django_assert_num_queries):
    seat = builders.a_seat(body, start=DAY, end=DAY)
    builders.a_seat(body, start=date(2011, 6, 2))
    builders.a_seat(body, end=date(2011, 5, 31))
    with django_assert_num_queries(2):
        assert queries.seats_on(body, DAY) == [seat]


def test_the_chair_comes_first_and_deputies_of_the_day_beside_their_members(body):
    programme = body.programme
    last = builders.a_seat(body, organisation=builders.an_organisation(programme, name="Ö"))
    first = builders.a_seat(body, organisation=builders.an_organisation(programme, name="A"))
    chair = builders.a_seat(body, role="chair")
    deputy = builders.a_seat(body, deputy_of=first)
    builders.a_seat(body, deputy_of=first, end=date(2011, 5, 31))

    found = queries.seats_on(body, DAY)

    assert found == [chair, first, last]
    assert list(found[1].deputies.all()) == [deputy]


def test_the_body_that_goes_on_steers(body):
    assert queries.steering_body(body.programme) == body
    builders.a_body(body.programme, "informs_authorities")
    body.ended_on = DAY
    body.save()
    assert queries.steering_body(body.programme) == body
    successor = builders.a_body(body.programme)
    assert queries.steering_body(body.programme) == successor


def test_the_page_counts_what_a_decision_takes(body):
    chair = builders.a_seat(body, role="chair")
    builders.a_seat(body, deputy_of=chair)
    for _ in range(3):
        builders.a_seat(body)
    builders.a_seat(body, role="secretary")
    coming = builders.a_seat(body, start=date(2012, 1, 1))
    past = builders.a_seat(body, end=date(2010, 6, 1))

    page = queries.body_page(body, DAY)

    assert (page.voting_seats, page.needed, page.has_leader) == (4, 3, True)
    assert (page.coming, page.past) == ((coming,), (past,))


def test_an_applicants_own_and_its_successors_are_disqualified(body, django_assert_num_queries):
    programme = body.programme
    today = builders.an_organisation(programme)
    applicant = builders.an_organisation(programme, successor=today)
    builders.an_organisation(programme, successor=builders.an_organisation(programme))
    project = builders.a_project(programme, implementer=applicant)
    own = builders.a_seat(body, organisation=today)
    deputy = builders.a_seat(body, organisation=applicant, deputy_of=builders.a_seat(body))
    seats = [
        own,
        deputy,
        builders.a_seat(body, organisation=builders.an_organisation(programme)),
        builders.a_seat(body),
    ]

    with django_assert_num_queries(1):
        assert queries.disqualified_on(project, seats) == {own.pk, deputy.pk}
    assert queries.disqualified_on(builders.a_project(programme), seats) == frozenset()

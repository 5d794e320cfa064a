"""Työllistyneet: exact counts for the office, published ones for everybody else."""

import pytest

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.employment.actions import publish_counts
from hankekori.areas.employment.exact_counts import Dimension
from hankekori.areas.employment.models import FrozenCounts
from tests import builders

READING = [role for role in Role if Permission.READ_FIGURES in permissions_of(role)]
PAGE = "tyollistyneet/"


def body(response):
    return response.content.decode()


def publish(small, day=builders.AS_OF):
    return publish_counts(by=None, now=builders.NOW, programme=small.programme, day=day)


@pytest.mark.parametrize("dimension", Dimension)
def test_office_sees_exact_counts_by_every_dimension(worked, officer, dimension):
    page = body(officer.get(worked.url(f"{PAGE}?mukaan={dimension}")))

    assert '<div class="amount">17</div>' in page
    assert "alle 5" not in page


def test_a_measure_has_its_projects_share_of_people(worked, officer):
    page = body(officer.get(worked.url(f"{PAGE}?mukaan=toimenpide")))

    assert "1.1 Neuvonta" in page
    assert "17,0" in page


def test_a_period_counts_those_who_began_in_it(worked, officer):
    builders.an_episode(worked.project, start_month=builders.date(2011, 8, 1))

    page = body(officer.get(worked.url(f"{PAGE}?kausi=2011-12-31")))
    assert '<div class="amount">1</div>' in page
    assert '<div class="amount">18</div>' in page  # at work at its end


def test_empty_programme_says_what_belongs_here(small, officer, member):
    assert "Lisää ensimmäinen jakso" in body(officer.get(small.url(PAGE)))
    assert "Lukuja ei ole vielä julkaistu" in body(member.get(small.url(PAGE)))


@pytest.mark.parametrize("role", READING)
def test_everybody_who_reads_sees_published_counts(worked, entered, role):
    publish(worked)

    page = body(entered(role).get(worked.url(f"{PAGE}julkaistut/")))
    assert "Pajahanke" in page
    assert "alle 5" in page


def test_a_member_never_sees_an_exact_small_count(worked, member):
    publish(worked)

    page = body(member.get(worked.url(PAGE)))
    row = page[page.index("S20002 Pajahanke") :]
    assert "alle 5" in row[: row.index("</tr>")]
    assert "Tarkat luvut" not in page
    assert "jaksot/" not in page


def test_what_was_published_stays_when_episodes_change(worked, member):
    publish(worked)
    worked.project.employment_episodes.all().delete()

    assert '<div class="amount">17</div>' in body(member.get(worked.url(PAGE)))


def test_office_publishes_and_is_led_to_what_others_see(worked, officer):
    response = officer.post(worked.url(f"{PAGE}julkaise/"), {"day": "2012-04-30"}, follow=True)

    assert "Luvut on julkaistu" in body(response)
    assert FrozenCounts.objects.get().tables["day"] == "2012-04-30"


@pytest.mark.parametrize(
    ("day", "told"),
    [("2012-04-30", "jo julkaistu"), ("2100-01-01", "tulevaisuudessa"), ("eilen", "päiv"), ("", "päiv")],
)
def test_a_day_that_cannot_be_published_is_told(worked, officer, day, told):
    publish(worked)

    page = body(officer.post(worked.url(f"{PAGE}julkaise/"), {"day": day}, follow=True))
    assert told in page
    assert FrozenCounts.objects.count() == 1


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_tables_can_be_downloaded(worked, officer, member, ending):
    publish(worked)

    assert officer.get(worked.url(f"{PAGE}?muoto={ending}")).status_code == 200
    assert member.get(worked.url(f"{PAGE}?muoto={ending}")).status_code == 200


def test_a_downloaded_file_hides_what_the_page_hides(worked, member):
    publish(worked)

    rows = member.get(worked.url(f"{PAGE}?muoto=csv")).content.decode("utf-8-sig").splitlines()
    assert next(row for row in rows if "Pajahanke" in row) == "Hanke;S20002 Pajahanke;<5;<5;0"


@pytest.mark.parametrize("address", [PAGE, f"{PAGE}julkaistut/"])
def test_reporter_is_refused_and_outsider_finds_nothing(small, reporter, outsider, address):
    assert reporter.get(small.url(address)).status_code == 403
    assert outsider.get(small.url(address)).status_code == 404


def test_only_the_office_publishes(worked, member, outsider):
    address = worked.url(f"{PAGE}julkaise/")

    assert member.post(address, {"day": "2012-04-30"}).status_code == 403
    assert outsider.post(address, {"day": "2012-04-30"}).status_code == 404
    assert not FrozenCounts.objects.exists()


@pytest.mark.parametrize("rest", ["?mukaan=silmat", "julkaistut/?julkaisu=999999", "?muoto=exe"])
def test_what_is_not_there_is_not_found(worked, officer, rest):
    publish(worked)

    assert officer.get(worked.url(f"{PAGE}{rest}")).status_code == 404


@pytest.mark.parametrize("count", [1, 3, 50])
@pytest.mark.parametrize("dimension", [Dimension.MEASURE, Dimension.EMPLOYER, Dimension.MUNICIPALITY])
def test_page_asks_the_database_as_often_whatever_there_is(
    small, officer, count, dimension, django_assert_max_num_queries
):
    for _ in range(count):
        place = builders.a_municipality()
        builders.an_episode(
            builders.a_project(small.programme, small.measure), municipality=place, employer="1074350-2"
        )
    officer.get(small.url(PAGE))

    with django_assert_max_num_queries(14):
        assert officer.get(small.url(f"{PAGE}?mukaan={dimension}")).status_code == 200


@pytest.mark.parametrize("count", [1, 3, 50])
def test_published_page_asks_the_database_as_often(small, member, count, django_assert_max_num_queries):
    for _ in range(count):
        builders.an_episode(small.project)
    publish(small)
    member.get(small.url(PAGE))

    with django_assert_max_num_queries(11):
        assert member.get(small.url(PAGE)).status_code == 200

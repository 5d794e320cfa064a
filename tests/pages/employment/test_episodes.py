"""Episodes one by one: quick entry, correcting, removing, for the office only."""

from decimal import Decimal

import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.employment.models import EmploymentEpisode
from tests import builders

PAGE = "tyollistyneet/jaksot/"


@pytest.fixture
def typed(small):
    return {
        "project": small.project.pk,
        "employer": "",
        "start_month": "3/2011",
        "end_month": "",
        "fte": "50",
        "kind": "pay_subsidy",
        "situation_before": "dismissed",
        "gender": "man",
        "age_band": "from_55",
        "municipality": "",
        "isco_major": "7",
        "after_three_months": "not_yet",
    }


def body(response):
    return response.content.decode()


def test_office_adds_an_episode_on_one_line(small, officer, typed):
    response = officer.post(small.url(PAGE), typed, follow=True)

    saved = EmploymentEpisode.objects.get()
    assert (saved.fte, saved.isco_major, saved.situation_before) == (Decimal("0.50"), 7, "dismissed")
    assert f"Jakso {saved.code} on tallennettu." in body(response)


def test_job_of_the_row_before_is_filled_in_and_the_cursor_waits_at_the_person(small, officer, typed):
    officer.post(small.url(PAGE), typed)

    page = body(officer.get(small.url(PAGE)))
    assert 'value="3/2011"' in page
    assert 'value="50"' in page
    assert '<option value="pay_subsidy" selected>' in page
    assert '<option value="dismissed" selected>' not in page
    assert page.count("autofocus") == 1
    assert "autofocus" in page[page.index('name="situation_before"') :][:200]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"employer": "1074350-3"}, "Tarkista Y-tunnus"),
        ({"employer": "010594Y9021"}, "henkilötunnus"),
        ({"start_month": "maalis"}, "Kirjoita kuukausi ja vuosi"),
        ({"start_month": ""}, "pakollinen"),
        ({"end_month": "1/2011"}, "ennen ensimmäistä"),
        ({"fte": "120"}, "1–100 prosenttia"),
        ({"fte": "paljon"}, "luku"),
        ({"gender": ""}, "pakollinen"),
        ({"kind": "silmät"}, "silmät"),
        ({"project": "999999"}, "Valitse"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(small, officer, typed, changed, told):
    response = officer.post(small.url(PAGE), typed | changed)

    assert response.status_code == 422
    page = body(response)
    assert told in page
    assert '<option value="dismissed" selected>' in page
    assert not EmploymentEpisode.objects.exists()


def test_office_corrects_and_removes(small, officer, typed):
    episode = builders.an_episode(small.project)
    address = small.url(f"{PAGE}{episode.code}/")

    assert 'value="1/2011"' in body(officer.get(address))
    officer.post(address, typed | {"after_three_months": "permanent"})
    episode.refresh_from_db()
    assert (episode.after_three_months, episode.gender) == ("permanent", "man")
    assert "Poistetaanko" in body(officer.get(f"{address}poista/"))
    assert EmploymentEpisode.objects.exists()
    officer.post(f"{address}poista/")
    assert not EmploymentEpisode.objects.exists()


@pytest.mark.parametrize("rest", ["", "tuo/", "tuo/pohja.xlsx", "{code}/", "{code}/poista/"])
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_nobody_but_the_office_sees_episodes(small, entered, role, rest):
    address = small.url(PAGE + rest.format(code=builders.an_episode(small.project).code))

    assert entered(role).get(address).status_code == 403


@pytest.mark.parametrize("rest", ["", "tuo/", "ABCDEF/"])
def test_outsider_finds_nothing(small, outsider, rest):
    assert outsider.get(small.url(PAGE + rest)).status_code == 404


def test_an_episode_of_another_programme_is_not_there(small, officer):
    other = builders.an_episode(builders.a_project(builders.a_programme()))

    assert officer.get(small.url(f"{PAGE}{other.code}/")).status_code == 404
    assert officer.get(small.url(f"{PAGE}%00/")).status_code == 404


@pytest.mark.parametrize("count", [1, 3, 50])
def test_list_asks_the_database_as_often_whatever_there_is(small, officer, count, django_assert_max_num_queries):
    for _ in range(count):
        builders.an_episode(small.project, employer="1074350-2", municipality=builders.a_municipality())
    officer.get(small.url(PAGE))

    with django_assert_max_num_queries(15):
        assert officer.get(small.url(PAGE)).status_code == 200

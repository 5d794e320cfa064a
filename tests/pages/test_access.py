"""Who comes in where: every page of the situation and the plan for each visitor."""

import pytest

from hankekori.areas.accounts.roles import Permission, Role, permissions_of

READING = [role for role in Role if Permission.READ_FIGURES in permissions_of(role)]
PAGES = [
    "",
    "suunnitelma/",
    "suunnitelma/puutteet/",
    "suunnitelma/muutokset/",
    "suunnitelma/1.1/",
    "suunnitelma/1.1/muutokset/",
    "suunnitelma/1.1/{people}/",
    "suunnitelma/tavoite/1/{people}/",
    "suunnitelma/luku/{people}/",
]


@pytest.fixture(params=PAGES)
def address(request, small):
    return small.url(request.param.format(people=small.people.pk))


@pytest.mark.parametrize("role", READING)
def test_page_opens_for_a_reader(address, entered, role):
    assert entered(role).get(address).status_code == 200


def test_page_is_refused_to_a_role_without_the_right(address, reporter):
    assert reporter.get(address).status_code == 403


def test_page_does_not_exist_for_the_outsider(address, outsider):
    assert outsider.get(address).status_code == 404


def test_page_asks_the_unknown_to_log_in_and_comes_back(address, client):
    response = client.get(f"{address}?paiva=2011-12-31")

    assert response.status_code == 302
    assert response["Location"] == f"/kirjaudu/?next={address}%3Fpaiva%3D2011-12-31"


@pytest.mark.parametrize(
    "rest",
    [
        "suunnitelma/9.9/",
        "suunnitelma/9.9/muutokset/",
        "suunnitelma/9.9/{people}/",
        "suunnitelma/1.1/0/",
        "suunnitelma/tavoite/9/{people}/",
        "suunnitelma/tavoite/1/0/",
        "suunnitelma/luku/0/",
        "suunnitelma/luku/99999999999999999999/",
        "suunnitelma/1.1/%00/",
    ],
)
def test_what_the_plan_does_not_have_is_not_found(small, officer, rest):
    assert officer.get(small.url(rest.format(people=small.people.pk))).status_code == 404


def test_another_programme_is_not_found_even_for_a_coordinator(small, officer):
    assert officer.get("/toinen-seutu/").status_code == 404


@pytest.mark.parametrize("role", Role)
def test_report_is_offered_to_those_who_may_produce_it(small, entered, role):
    page = entered(role).get(small.url()).content.decode()

    assert ("Kokoa työryhmän raportti" in page) == (Permission.PRODUCE_REPORT in permissions_of(role))

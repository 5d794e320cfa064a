"""Logging in and out."""

import pytest

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.roles import Role
from tests import builders

PASSWORD = "pitkä ja helppo muistaa"  # noqa: S105 - a test's user
WRONG = "Sähköposti ja salasana eivät täsmää. Tarkista molemmat ja yritä uudelleen."


@pytest.fixture
def user(programme):
    user = builders.a_user("Virkailija", password=PASSWORD)
    RoleAssignment.objects.create(programme=programme, user=user, role=Role.COORDINATOR)
    return user


def log_in(client, email, password, next_page=""):
    fields = {"username": email, "password": password, "next": next_page}
    return client.post("/kirjaudu/", fields, headers={"accept-language": "fi"})


def test_login_leads_to_the_page_one_wanted(client, user):
    response = log_in(client, user.email, PASSWORD, "/seutu/suunnitelma/?paiva=2011-12-31")

    assert (response.status_code, response["Location"]) == (302, "/seutu/suunnitelma/?paiva=2011-12-31")


def test_login_without_a_wish_leads_to_the_first_page(client, user):
    assert log_in(client, user.email, PASSWORD)["Location"] == "/"


def test_login_never_leads_out_of_the_site(client, user):
    assert log_in(client, user.email, PASSWORD, "https://example.org/")["Location"] == "/"


def test_upper_case_in_the_address_does_not_matter(client, user):
    assert log_in(client, user.email.upper(), PASSWORD).status_code == 302


@pytest.mark.parametrize("password", ["väärä", ""])
def test_wrong_password_keeps_the_address(client, user, password):
    response = log_in(client, user.email, password)
    page = response.content.decode()

    assert response.status_code == 200
    assert f'value="{user.email}"' in page
    assert (WRONG in page) == bool(password)


def test_unknown_and_wrong_look_the_same(client, user):
    unknown = log_in(client, "kukaties@example.org", PASSWORD).content.decode()

    assert WRONG in unknown


def test_inactive_user_does_not_come_in(client, user):
    user.is_active = False
    user.save()

    assert log_in(client, user.email, PASSWORD).status_code == 200
    assert "_auth_user_id" not in client.session


def test_one_who_is_in_is_not_asked_again(client, user):
    client.force_login(user)

    assert client.get("/kirjaudu/")["Location"] == "/"


def test_logging_out_ends_the_visit(client, user):
    client.force_login(user)

    assert client.post("/kirjaudu-ulos/")["Location"] == "/"
    assert client.get("/seutu/").status_code == 302


def test_a_link_cannot_log_anybody_out(client, user):
    client.force_login(user)

    assert client.get("/kirjaudu-ulos/").status_code == 405

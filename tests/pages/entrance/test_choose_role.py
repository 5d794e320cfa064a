"""Choosing a role without a password: in the demo only, and only among the demo's own people."""

import pytest
from django.test import Client

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.roles import Role
from tests import builders


@pytest.fixture
def member(programme):
    programme.example_data = True
    programme.save()
    return builders.a_user_with(Role.MEMBER, programme)


@pytest.fixture
def key(member):
    return str(RoleAssignment.objects.get(user=member).pk)


def test_chosen_role_opens_the_situation(client, key, member):
    response = client.post("/rooli/", {"role": key})

    assert (response.status_code, response["Location"]) == (302, "/seutu/")
    assert client.get("/seutu/").context["user"] == member


def test_another_role_can_be_chosen_on_every_page(client, key, programme):
    officer = builders.a_user_with(Role.COORDINATOR, programme)
    client.force_login(officer)
    page = client.get("/seutu/suunnitelma/", headers={"accept-language": "fi"}).content.decode()

    assert f'name="role" value="{key}">Työryhmän jäsen</button>' in page
    client.post("/rooli/", {"role": key})
    assert "Kokoa työryhmän raportti" not in client.get("/seutu/").content.decode()


def test_outside_the_demo_the_address_does_not_exist(client, key, settings):
    settings.DEMO_MODE = False

    assert client.post("/rooli/", {"role": key}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_outside_the_demo_no_page_offers_roles(client, key, member, settings):
    settings.DEMO_MODE = False
    client.force_login(member)

    assert 'name="role"' not in client.get("/seutu/").content.decode()


def test_a_real_programmes_role_cannot_be_chosen(client, db):
    real = builders.a_user_with(Role.COORDINATOR, builders.a_programme())
    key = RoleAssignment.objects.get(user=real).pk

    assert client.post("/rooli/", {"role": str(key)}).status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("role", ["", "0", "x", "\x00", "99999999999999999999"])
def test_unknown_role_is_not_found(client, key, role):
    assert client.post("/rooli/", {"role": role}).status_code == 404


def test_looking_at_the_address_changes_nothing(client, key):
    assert client.get("/rooli/").status_code == 405


def test_choice_needs_the_forms_token(key):
    assert Client(enforce_csrf_checks=True).post("/rooli/", {"role": key}).status_code == 403

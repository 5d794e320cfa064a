"""The first page: the demo's roles, or one's own programmes."""

import pytest
from django.test import Client

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.roles import DESCRIPTIONS, Role
from tests import builders


@pytest.fixture
def real(settings):
    """Turn the demo mode off."""
    settings.DEMO_MODE = False


@pytest.fixture
def example(programme):
    """Make the programme the demo's, with a user in every role."""
    programme.example_data = True
    programme.save()
    return {role: builders.a_user_with(role, programme) for role in Role}


def test_demo_offers_every_role(client, example):
    page = client.get("/", headers={"accept-language": "fi"}).content.decode()

    offered = [role for role in Role if f">{DESCRIPTIONS[role].name.fi}</button>" in page]
    assert offered == list(Role)
    assert "seurantatiedot keksittyjä" in page


def test_a_real_programmes_people_are_never_offered(client, programme):
    builders.a_user_with(Role.COORDINATOR, programme)

    assert 'name="role"' not in client.get("/").content.decode()


def test_outside_the_demo_the_unknown_logs_in(client, example, real):
    response = client.get("/")

    assert (response.status_code, response["Location"]) == (302, "/kirjaudu/")


def test_outside_the_demo_a_single_programme_opens_at_once(officer, real):
    response = officer.get("/")

    assert (response.status_code, response["Location"]) == (302, "/seutu/")


def test_reporter_lands_on_their_own_reports(reporter, real):
    response = reporter.get("/")

    assert (response.status_code, response["Location"]) == (302, "/seutu/seuranta/")


def test_several_programmes_are_listed(programme, real):
    other = builders.a_programme(slug="toinen", name_fi="Toinen ohjelma")
    user = builders.a_user_with(Role.COORDINATOR, programme)
    RoleAssignment.objects.create(programme=other, user=user, role=Role.MEMBER)
    builders.a_programme(slug="kolmas", name_fi="Kolmas ohjelma")
    client = Client()
    client.force_login(user)
    page = client.get("/").content.decode()

    assert 'href="/seutu/"' in page
    assert 'href="/toinen/"' in page
    assert "Kolmas ohjelma" not in page


def test_one_without_a_programme_is_told_what_to_do(outsider, real):
    page = outsider.get("/").content.decode()

    assert "Sinulla ei ole vielä ohjelmaa" in page
    assert "Pyydä ohjelmatoimistoa antamaan sinulle rooli." in page

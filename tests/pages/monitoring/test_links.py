"""Personal links as the office sees them: sent to an address, listed, ended at once."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.signed_tokens import sign_token
from hankekori.areas.rounds.models import ReportLink


def send(client, asked, **fields):
    return client.post(f"{asked.address}linkit/", {"email": "uusi@example.org", "language": "sv"} | fields)


def test_link_is_sent_listed_and_ended(asked, officer):
    assert send(officer, asked).status_code == 302
    link = ReportLink.objects.get(email="uusi@example.org")
    page = officer.get(f"{asked.address}linkit/").content.decode()

    assert Message.objects.get(to="uusi@example.org").language == "sv"
    assert "uusi@example.org" in page
    assert Client().get(f"/raportoi/{sign_token(link.token)}/").status_code == 200

    assert officer.post(f"{asked.address}linkit/{link.pk}/poista/").status_code == 302
    assert Client().get(f"/raportoi/{sign_token(link.token)}/").status_code == 410
    assert "poistettu käytöstä" in officer.get(f"{asked.address}linkit/").content.decode()


@pytest.mark.parametrize("wrong", [{"email": ""}, {"email": "ei osoite"}, {"language": "ru"}, {"email": "131052-308T"}])
def test_what_cannot_be_sent_is_told_and_kept(asked, officer, wrong):
    response = send(officer, asked, **wrong)

    assert response.status_code == 422
    assert not ReportLink.objects.filter(report=asked.report, language="sv").exists()
    assert wrong.get("email", "uusi@example.org") in response.content.decode()


def test_link_of_another_report_is_not_found(asked, officer):
    assert officer.post(f"{asked.address}linkit/999999/poista/").status_code == 404
    assert officer.get(f"{asked.address}linkit/999999/poista/").status_code == 405


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER, Role.ADVISER])
def test_readers_neither_see_nor_end_links(asked, entered, role):
    client = entered(role)

    assert client.get(f"{asked.address}linkit/").status_code == 403
    assert send(client, asked).status_code == 403
    assert client.post(f"{asked.address}linkit/1/poista/").status_code == 403
    assert "linkit/" not in client.get(asked.address).content.decode()


def test_outsider_finds_nothing(asked, outsider):
    assert outsider.get(f"{asked.address}linkit/").status_code == 404


@pytest.mark.parametrize("count", [1, 3, 50])
def test_queries_do_not_grow_with_links(asked, officer, count):
    for number in range(count):
        send(officer, asked, email=f"henkilo{number}@example.org")
    with CaptureQueriesContext(connection) as queries:
        officer.get(f"{asked.address}linkit/")

    assert len(queries) <= 8

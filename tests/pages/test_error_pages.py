"""Error pages: the site's look and clear words, in the reader's language, whatever went wrong."""

import logging

import pytest
from django.db import OperationalError
from django.test import Client

from hankekori.areas.accounts.roles import Role
from hankekori.pages.situation import views
from tests import builders

HEADINGS = {
    400: {"fi": "Pyyntöä ei ymmärretty", "sv": "Begäran kunde inte tolkas", "en": "The request was not understood"},
    403: {
        "fi": "Sinulla ei ole oikeutta tähän",
        "sv": "Du har inte rätt till detta",
        "en": "You are not allowed to do",
    },
    404: {"fi": "Sivua ei löydy", "sv": "Sidan finns inte", "en": "Page not found"},
    500: {"fi": "Palvelussa tapahtui virhe", "sv": "Det uppstod ett fel i tjänsten", "en": "Something went wrong in"},
}


@pytest.fixture
def answer(small, monkeypatch, caplog):
    """Return a function that makes the site answer with an error, in a language."""
    caplog.set_level(logging.CRITICAL, logger="django.request")

    def breaking(*_args, **_kwargs):
        raise RuntimeError("broken for the test")

    def answered(status, language):
        role = Role.REPORTER if status == 403 else Role.COORDINATOR
        client = Client(raise_request_exception=False, headers={"accept-language": language})
        client.force_login(builders.a_user_with(role, small.programme))
        if status == 500:
            monkeypatch.setattr(views, "programme_state", breaking)
        return client.get(small.url({400: "?paiva=eilen", 404: "suunnitelma/9.9/"}.get(status, "")))

    return answered


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("status", HEADINGS)
def test_error_page_has_the_sites_look_and_the_readers_language(answer, status, language):
    response = answer(status, language)
    page = response.content.decode()

    assert response.status_code == status
    assert f'<html lang="{language}">' in page
    assert HEADINGS[status][language] in page
    assert "css/base.css" in page
    assert 'class="mark" href="/"' in page
    assert "default-src 'self'" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("language", "heading"),
    [("fi", "Tietokanta ei vastaa"), ("sv", "Databasen svarar inte"), ("en", "The database does not answer")],
)
def test_database_that_does_not_answer_is_told_apart(small, monkeypatch, language, heading):
    def lost(*_args, **_kwargs):
        raise OperationalError("connection refused")

    client = Client(raise_request_exception=False, headers={"accept-language": language})
    client.force_login(builders.a_user_with(Role.COORDINATOR, small.programme))
    monkeypatch.setattr(views, "programme_state", lost)

    response = client.get(small.url(""))

    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert heading in response.content.decode()


def test_error_page_shows_nothing_of_what_broke(answer):
    page = answer(500, "fi").content.decode()

    assert "broken for the test" not in page
    assert "Traceback" not in page


def test_technical_message_of_the_framework_is_not_shown(officer):
    response = officer.get("/seutu/", headers={"host": "muu.example.org"})

    assert response.status_code == 400
    assert "Osoite tai lomake oli sellainen, jota palvelu ei osaa lukea." in response.content.decode()
    assert "muu.example.org" not in response.content.decode()


def test_outdated_form_is_told_apart_from_a_missing_right(small):
    client = Client(enforce_csrf_checks=True, headers={"accept-language": "fi"})
    response = client.post("/kirjaudu/", {"username": "a@example.org", "password": "x"})

    assert response.status_code == 403
    assert "Lomake vanheni" in response.content.decode()

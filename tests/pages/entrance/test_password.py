"""Choosing a password by the link that came by mail: once, in time, by its own holder."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from hankekori.areas.accounts.actions import PASSWORD_LINK_DAYS, create_password_link, set_active
from hankekori.areas.accounts.models import PasswordLink
from hankekori.areas.mail.composing import complete
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.password_links import send_password_link
from hankekori.areas.mail.signed_tokens import sign_token
from tests import builders

GOOD = "kolme sanaa peräkkäin"


@pytest.fixture
def user(db):
    return builders.a_user("Uusi")


@pytest.fixture
def link(user):
    return create_password_link(by=None, now=timezone.now(), user=user)


def url_of(link):
    return f"/salasana/{sign_token(link.token)}/"


def choose(link, first=GOOD, second=None):
    typed = {"new_password1": first, "new_password2": first if second is None else second}
    return Client(headers={"accept-language": "fi"}).post(url_of(link), typed)


def test_the_link_of_the_mail_opens_the_form(user):
    send_password_link(by=None, now=timezone.now(), programme=builders.a_programme(), user=user)
    text = complete(Message.objects.get().text)
    address = next(line for line in text.splitlines() if "/salasana/" in line)

    page = Client().get(address.removeprefix(settings.BASE_URL))

    assert (page.status_code, user.email in page.content.decode()) == (200, True)
    assert "no-store" in page["Cache-Control"]


def test_the_mail_kept_in_the_log_opens_nothing(user):
    link = send_password_link(by=None, now=timezone.now(), programme=builders.a_programme(), user=user)

    assert str(link.token) in Message.objects.get().text
    assert Client().get(f"/salasana/{link.token}/").status_code == 410


def test_a_chosen_password_logs_in(user, link):
    chosen = choose(link)

    assert (chosen.status_code, chosen.url) == (302, "/kirjaudu/")
    assert Client().login(username=user.email, password=GOOD)


def test_a_link_works_once(user, link):
    choose(link)

    again = choose(link, "aivan toinen salasana")

    assert (again.status_code, "Pyydä ohjelmatoimistosta uusi" in again.content.decode()) == (410, True)
    assert Client().login(username=user.email, password=GOOD)


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (GOOD, "jotain muuta kokonaan", "eivät ole samat"),
        ("lyhyt", "lyhyt", "12"),
        ("q1w2e3r4t5y6", "q1w2e3r4t5y6", "yleinen"),
        ("", "", "vaaditaan"),
    ],
)
def test_a_password_that_will_not_do_is_told(user, link, first, second, said):
    refused = choose(link, first, second)

    assert (refused.status_code, said in refused.content.decode()) == (422, True)
    assert PasswordLink.objects.get().used_at is None
    user.refresh_from_db()
    assert not user.has_usable_password()


def test_a_link_ends_in_time(link):
    PasswordLink.objects.update(expires_at=timezone.now() - timedelta(seconds=1))

    assert choose(link).status_code == 410
    assert link.expires_at - timezone.now() > timedelta(days=PASSWORD_LINK_DAYS - 1)


def test_a_closed_account_chooses_nothing(user, link):
    set_active(by=None, now=timezone.now(), user=user, active=False)

    assert choose(link).status_code == 410


@pytest.mark.parametrize("token", ["x", "0" * 32, "..", "%00"])
def test_an_address_that_was_never_ours_opens_nothing(db, token):
    assert Client().get(f"/salasana/{token}/").status_code == 410


def test_the_token_is_not_in_the_history(link):
    assert "token" not in {field.name for field in link.events.model._meta.get_fields()}

"""`init` and `users`: a programme, the people in it, and what is refused."""

from datetime import date

import pytest

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.queries import role_in, user_with_email
from hankekori.areas.accounts.roles import Role
from hankekori.areas.programmes.models import Programme

pytestmark = pytest.mark.django_db

PASSWORD = "kivinen-tie-alas"  # noqa: S105 - tests only
PROGRAMME = ("--programme", "jamsa", "--name", "Jämsän seutu", "--start", "2026-01-01", "--end", "31.12.2029")


@pytest.fixture
def jamsa(run) -> Programme:
    assert run("init", *PROGRAMME).code == 0
    return Programme.objects.get(slug="jamsa")


def add(run, email: str = "toimisto@example.org", *more: str):
    return run("users", "add", email, "--name", "Toimisto", "--password", PASSWORD, *more)


def test_init_makes_the_database(run) -> None:
    result = run("init")
    assert (result.code, result.text, result.err) == (0, "The database is ready.\n", "")


def test_init_makes_an_empty_programme(jamsa: Programme) -> None:
    assert (jamsa.name_fi, jamsa.start, jamsa.end) == ("Jämsän seutu", date(2026, 1, 1), date(2029, 12, 31))


def test_init_twice(run, jamsa: Programme) -> None:
    result = run("init", *PROGRAMME)
    assert (result.code, result.err) == (1, "There is a programme 'jamsa' already.\n")


def test_init_with_the_end_before_the_start(run) -> None:
    result = run("init", "--programme", "x", "--name", "X", "--start", "2026-01-01", "--end", "2025-01-01")
    assert (result.code, result.err) == (1, "The end date is before the start date.\n")
    assert not Programme.objects.exists()


@pytest.mark.parametrize("slug", ["Jämsän seutu", "a/b", "-a", ""])
def test_init_with_a_short_name_no_address_can_hold(run, slug: str) -> None:
    result = run("init", "--programme", slug, "--name", "X", "--start", "2026-01-01", "--end", "2027-01-01")
    assert result.code == 2
    assert not Programme.objects.exists()


def test_add_with_a_role(run, jamsa: Programme) -> None:
    result = add(run, "toimisto@example.org", "--programme", "jamsa", "--role", "coordinator")
    assert (result.code, result.text) == (0, "toimisto@example.org can log in.\n")
    user = user_with_email("toimisto@example.org")
    assert user.check_password(PASSWORD)
    assert role_in(user, jamsa) == Role.COORDINATOR
    assert run("users", "list", "--programme", "jamsa").text == "toimisto@example.org\tToimisto\tcoordinator\n"


def test_add_an_administrator(run) -> None:
    assert add(run, "hallinta@example.org", "--administrator").code == 0
    assert run("users", "list").text == "hallinta@example.org\tToimisto\tadministrator\n"


def test_add_twice(run) -> None:
    assert add(run).code == 0
    result = add(run)
    assert (result.code, result.err) == (1, "There is already a user with the e-mail address toimisto@example.org.\n")


def test_add_with_a_short_password(run) -> None:
    result = run("users", "add", "toimisto@example.org", "--name", "Toimisto", "--password", "short")
    assert (result.code, result.out) == (1, b"")
    assert "at least 12 characters" in result.err
    assert not User.objects.exists()


def test_add_to_a_programme_that_is_not_there_adds_nobody(run) -> None:
    result = add(run, "toimisto@example.org", "--programme", "kotka", "--role", "member")
    assert (result.code, result.err) == (1, "There is no programme 'kotka'. Programmes here: none yet.\n")
    assert not User.objects.exists()


def test_role_is_changed_and_taken_away(run, jamsa: Programme) -> None:
    assert add(run, "toimisto@example.org", "--programme", "jamsa", "--role", "member").code == 0
    user = user_with_email("toimisto@example.org")
    assert run("users", "role", user.email, "--programme", "jamsa", "--role", "adviser").code == 0
    assert role_in(user, jamsa) == Role.ADVISER
    assert run("users", "role", user.email, "--programme", "jamsa", "--role", "none").code == 0
    assert role_in(user, jamsa) is None


def test_new_password(run) -> None:
    assert add(run).code == 0
    assert run("users", "password", "toimisto@example.org", "--password", "uusi-ja-pitka-sana").code == 0
    assert user_with_email("toimisto@example.org").check_password("uusi-ja-pitka-sana")


def test_closed_and_opened_again(run) -> None:
    assert add(run).code == 0
    assert run("users", "close", "toimisto@example.org").text == "toimisto@example.org can no longer log in.\n"
    assert not user_with_email("toimisto@example.org").is_active
    assert run("users", "close", "--again", "toimisto@example.org").code == 0
    assert user_with_email("toimisto@example.org").is_active


@pytest.mark.parametrize("command", [["close"], ["password", "--password", PASSWORD]])
def test_user_nobody_knows(run, command: list[str]) -> None:
    result = run("users", *command, "nobody@example.org")
    assert (result.code, result.out) == (1, b"")
    assert result.err == "There is no user nobody@example.org. See them all: hankekori users list\n"

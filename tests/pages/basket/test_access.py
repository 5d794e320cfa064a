"""Who comes in where: each page of the basket for each visitor."""

import pytest
from django.test import Client

from hankekori.areas.accounts.roles import Role
from tests.builders import a_programme, a_project

READ = ["", "vertaa/?hanke=S20009", "S20009/", "S20009/seuranta/", "S20009/rahoitus/", "S20009/suunnitelma/",
        "S20009/historia/", "S20009/kuvaus.txt"]  # fmt: skip
EDIT = ["uusi/", "S20009/muokkaa/", "S20009/kori/"]
WRITE = [*EDIT, "S20009/rahoitus/", "S20009/suunnitelma/"]

pytestmark = pytest.mark.usefixtures("paths")


def url(programme, rest):
    return f"/{programme.slug}/hankekori/{rest}"


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER])
@pytest.mark.parametrize("page", READ)
def test_whoever_reads_figures_reads_the_basket(entered, programme, role, page):
    assert entered(role).get(url(programme, page)).status_code == 200


@pytest.mark.parametrize("page", [*READ, *EDIT])
def test_a_role_without_figures_is_refused(reporter, programme, page):
    assert reporter.get(url(programme, page)).status_code == 403


@pytest.mark.parametrize("page", [*READ, *EDIT])
def test_the_outsider_finds_nothing(outsider, programme, page):
    assert outsider.get(url(programme, page)).status_code == 404


@pytest.mark.parametrize("page", [*READ, *EDIT])
def test_the_unknown_is_asked_to_log_in(programme, page):
    response = Client().get(url(programme, page))
    assert response.status_code == 302
    assert response["Location"].startswith("/kirjaudu/?next=/seutu/hankekori/")


@pytest.mark.parametrize("page", EDIT)
def test_the_officer_opens_the_forms(officer, programme, page):
    assert officer.get(url(programme, page)).status_code == 200


@pytest.mark.parametrize("page", EDIT)
def test_the_member_opens_no_form(member, programme, page):
    assert member.get(url(programme, page)).status_code == 403


@pytest.mark.parametrize("page", WRITE)
def test_the_member_writes_nothing(member, programme, paths, page):
    response = member.post(url(programme, page), {"name": "Muutettu", "state": "left", "decided_on": "1.1.2012"})
    assert response.status_code == 403
    before = paths.name
    paths.refresh_from_db()
    assert (paths.name, paths.basket_state) == (before, "in_basket")


@pytest.mark.parametrize("page", WRITE)
def test_the_outsider_writes_nothing(outsider, programme, page):
    assert outsider.post(url(programme, page), {"name": "Muutettu"}).status_code == 404


@pytest.mark.parametrize("page", ["nakymat/", "nakymat/1/poista/"])
def test_named_views_are_only_posted(officer, programme, page):
    assert officer.get(url(programme, page)).status_code == 405


def test_a_member_sees_no_buttons_that_write(member, programme):
    assert "muokkaa" not in member.get(url(programme, "S20009/")).content.decode()
    assert "uusi/" not in member.get(url(programme, "")).content.decode()


@pytest.mark.parametrize(
    "written",
    ["S99999", "s20009", "S20009x", "0", "999999999999999999999", "1e9", "-1", "%00", "S2000%00", "²", "x" * 300],
)
@pytest.mark.parametrize("tab", ["", "seuranta/", "rahoitus/", "suunnitelma/", "historia/", "versiot/", "muokkaa/",
                                 "kori/", "kuvaus.pdf"])  # fmt: skip
def test_what_names_no_project_is_not_found(officer, programme, written, tab):
    assert officer.get(url(programme, f"{written}/{tab}")).status_code == 404


def test_a_project_of_another_programme_is_not_found(officer, programme, paths):
    other = a_project(a_programme(), code="S77777")
    assert officer.get(url(programme, "S77777/")).status_code == 404
    assert officer.get(url(programme, f"{other.pk}/")).status_code == 404


def test_a_project_is_addressed_by_its_id_too(officer, programme, paths):
    response = officer.get(url(programme, f"{paths.pk}/"))
    assert "Polkuja työhön" in response.content.decode()

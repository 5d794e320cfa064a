"""Keeping a compilation: named for oneself or for everybody, frozen as a report."""

import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.archive.models import FrozenReport
from hankekori.pages.models import SavedView
from tests.pages.compile.conftest import ADDRESS


def save(client, query, **fields):
    return client.post(f"{ADDRESS}tallenna/?{query}", {"name": "Naisten työpaikat", **fields})


def test_a_question_is_kept_by_name_and_opens_again(officer, asked):
    response = save(officer, asked)
    view = SavedView.objects.get()
    page = officer.get(response["Location"]).content.decode()

    assert (view.page, view.name, view.shared) == ("compile", "Naisten työpaikat", False)
    assert "tilanne" not in view.query  # the day goes on
    assert "Kooste on tallennettu nimellä Naisten työpaikat." in page
    assert "Naisten työpaikat</a>" in page
    assert officer.get(f"{ADDRESS}?{view.query}").status_code == 200


def test_a_chosen_day_is_kept(officer, asked):
    save(officer, f"{asked}&tilanne=2011-12-31")

    assert "tilanne=2011-12-31" in SavedView.objects.get().query


@pytest.mark.parametrize(("fields", "seen"), [({}, False), ({"shared": "1"}, True)])
def test_others_see_what_was_shared(entered, asked, fields, seen):
    save(entered(Role.COORDINATOR), asked, **fields)

    for page in (f"{ADDRESS}?{asked}", "/seutu/raportit/"):
        assert ("Naisten työpaikat" in entered(Role.OBSERVER).get(page).content.decode()) == seen


def test_the_same_name_on_another_page_is_another_view(officer, asked):
    save(officer, asked)
    officer.post("/seutu/hankekori/nakymat/", {"name": "Naisten työpaikat", "query": "kori=in_basket"})

    assert SavedView.objects.count() == 2
    assert [each["view"].page for each in officer.get("/seutu/hankekori/").context["views"]] == ["basket"]


@pytest.mark.parametrize("name", ["", " ", "\0", "x" * 81])
def test_a_name_that_does_not_fit_is_refused_in_words(officer, asked, name):
    response = officer.post(f"{ADDRESS}tallenna/?{asked}", {"name": name}, follow=True)

    assert response.status_code == 200
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert not SavedView.objects.exists()


def test_only_ones_own_is_forgotten(entered, asked):
    save(entered(Role.COORDINATOR), asked, shared="1")
    address = f"{ADDRESS}tallennetut/{SavedView.objects.get().pk}/poista/"
    entered(Role.MEMBER).post(address)
    assert SavedView.objects.exists()


def test_ones_own_is_forgotten(officer, asked):
    save(officer, asked)
    response = officer.post(f"{ADDRESS}tallennetut/{SavedView.objects.get().pk}/poista/", {"query": asked})

    assert response["Location"] == f"{ADDRESS}?{asked}"
    assert not SavedView.objects.exists()


def test_a_compilation_is_frozen_and_opens_as_it_was(officer, asked):
    response = officer.post(f"{ADDRESS}jaadyta/?{asked}")
    report = FrozenReport.objects.get()
    page = officer.get(response["Location"])

    assert report.kind == "compilation"
    assert page.status_code == 200
    assert "Heinola" in page.content.decode()
    for ending in ("html", "pdf", "docx", "xlsx", "json"):
        assert officer.get(f"{response['Location']}tiedosto/{ending}/").status_code == 200
    assert officer.post(f"{ADDRESS}jaadyta/?{asked}")["Location"] == response["Location"]


@pytest.mark.parametrize("subject", ["kokoukset", "tyollistyneet"])
def test_what_not_every_reader_may_see_is_not_frozen(officer, jobs, subject):
    response = officer.post(f"{ADDRESS}jaadyta/?mista={subject}", follow=True)

    assert response.status_code == 200
    assert not FrozenReport.objects.exists()


@pytest.mark.parametrize(("role", "status"), [(Role.MEMBER, 403), (Role.REPORTER, 403), (None, 404)])
def test_freezing_is_for_those_who_make_reports(entered, asked, role, status):
    assert entered(role).post(f"{ADDRESS}jaadyta/?{asked}").status_code == status


@pytest.mark.parametrize("rest", ["tallenna/", "jaadyta/", "tallennetut/1/poista/"])
def test_keeping_is_not_done_by_looking(officer, asked, rest):
    assert officer.get(f"{ADDRESS}{rest}?{asked}").status_code == 405


@pytest.mark.parametrize("rest", ["tallenna/", "tallennetut/1/poista/"])
def test_keeping_is_for_readers(reporter, outsider, asked, rest):
    assert reporter.post(f"{ADDRESS}{rest}?{asked}").status_code == 403
    assert outsider.post(f"{ADDRESS}{rest}?{asked}").status_code == 404

"""What a project itself plans to reach: typed, pasted from a sheet, changed by two at once."""

import pytest

from hankekori.areas.monitoring.models import ProjectPlan
from hankekori.pages.basket.own_plan_forms import read_pasted
from tests import builders

ADDRESS = "/seutu/hankekori/S20001/omat-tavoitteet/"


@pytest.fixture
def jobs(small):
    return builders.an_indicator(
        small.programme, code="HK-JOBS", name_fi="Uudet työpaikat", name_sv="Nya jobb", decimals=1
    )


def plans(project):
    return {plan.indicator.code: (plan.total, plan.women) for plan in project.plans.select_related("indicator")}


def test_plans_are_written_changed_and_taken_away(officer, small, jobs):
    small.people.code, people = "P", small.people
    opened = officer.get(ADDRESS).context["form"]
    typed = {
        f"total-{people.pk}": "", f"women-{people.pk}": "", f"total-{jobs.pk}": "12,5", f"women-{jobs.pk}": "0",
        "nahty": opened["nahty"].value(),
    }  # fmt: skip

    saved = officer.post(ADDRESS, typed)

    assert (saved.status_code, saved["Location"]) == (302, "/seutu/hankekori/S20001/suunnitelma/")
    assert plans(small.project) == {"HK-JOBS": (12.5, 0)}
    assert "12,5" in officer.get(saved["Location"]).content.decode()


def test_lines_of_a_sheet_fill_the_form_and_are_saved_by_the_next_press(officer, small, jobs):
    opened = officer.get(ADDRESS).context["form"]["nahty"].value()
    lines = "hk-jobs\t1 200,5\t600\nNimetön mittari\t3\nAloittaneet\t70\t30"

    read = officer.post(ADDRESS, {"liita": lines, "nahty": opened})

    page = read.content.decode()
    assert read.status_code == 200
    assert 'value="1 200,5"' in page
    assert "Nimetön mittari" in page
    assert "Mitään ei ole vielä tallennettu" in page
    assert not ProjectPlan.objects.filter(indicator=jobs).exists()
    form = read.context["form"]
    officer.post(ADDRESS, {name: form[name].value() or "" for name in form.fields})
    assert plans(small.project) == {"HK-JOBS": (1200.5, 600), small.people.code: (70, 30)}


def test_a_name_that_two_indicators_share_names_neither(small, jobs):
    builders.an_indicator(small.programme, name_fi="Uudet työpaikat", code="MUU")

    assert read_pasted("Uudet työpaikat;3", small.programme.indicators.all()).unknown == ["Uudet työpaikat;3"]
    assert read_pasted("Nya jobb;3", small.programme.indicators.all()).values == {f"total-{jobs.pk}": "3"}


def test_two_at_the_plans_are_told_of_each_other(officer, small, jobs):
    seen = officer.get(ADDRESS).context["form"]["nahty"].value()
    ProjectPlan.objects.filter(indicator=small.people).update(total=95)

    untouched = officer.post(ADDRESS, {f"total-{small.people.pk}": "90", f"total-{jobs.pk}": "5", "nahty": seen})
    clash = officer.post(ADDRESS, {f"total-{small.people.pk}": "80", f"total-{jobs.pk}": "5", "nahty": seen})

    assert untouched.status_code == 302
    assert plans(small.project) == {small.people.code: (95, None), "HK-JOBS": (5, None)}
    assert (clash.status_code, "sillä välin tallennettu: 95" in clash.content.decode()) == (409, True)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("-1", ""), "negatiivinen"),
        (("kaksi", ""), "kaksi"),
        (("5", "6"), "Naisia ei voi olla enemmän"),
        (("", "2"), "Anna myös koko tavoite"),
        (("1,25", ""), "1,25"),
    ],
)
def test_a_plan_that_cannot_be_is_told_and_kept(officer, small, jobs, typed, said):
    total, women = typed
    form = officer.get(ADDRESS).context["form"]
    opened = {name: form[name].value() or "" for name in form.fields}
    refused = officer.post(ADDRESS, {**opened, f"total-{jobs.pk}": total, f"women-{jobs.pk}": women})

    page = refused.content.decode()
    assert (refused.status_code, said in page) == (422, True)
    assert f'value="{total or women}"' in page


def test_only_who_edits_the_basket_comes_in(officer, member, reporter, outsider, small):
    assert [client.get(ADDRESS).status_code for client in (officer, member, reporter, outsider)] == [200, 403, 403, 404]
    assert "omat-tavoitteet" not in member.get("/seutu/hankekori/S20001/suunnitelma/").content.decode()


def test_without_indicators_the_first_step_is_offered(officer, programme):
    builders.a_project(programme, code="S20001")

    assert "/seutu/asetukset/mittarit/luettelo/" in officer.get(ADDRESS).content.decode()


@pytest.mark.parametrize("size", [1, 3, 50])
def test_the_same_statements_for_any_number_of_indicators(officer, small, django_assert_max_num_queries, size):
    for _ in range(size):
        builders.a_project_plan(small.project, builders.an_indicator(small.programme))
    with django_assert_max_num_queries(14):
        officer.get(ADDRESS)

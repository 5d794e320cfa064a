"""Arviointiperusteet: offered at one click, written, moved, retired; only for those who edit the plan."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.intake import actions
from hankekori.areas.intake.models import Criterion
from hankekori.areas.intake.offered_criteria import OFFERED
from hankekori.areas.intake.queries import criteria_of
from tests import builders
from tests.pages.intake.test_assessment import add, form_of, sent, text_of

LIST = "/seutu/hankekori/arviointiperusteet/"
NEW, OFFER = f"{LIST}uusi/", f"{LIST}valmiit/"
WHOLE = {"headline_fi": "Työ", "name_fi": "Uusia työpaikkoja", "weight": "2"}
BY = {"by": None, "now": builders.NOW}


def test_offered_criteria_come_at_one_click(officer, programme):
    assert "Aloita valmiista perusteista" in text_of(officer.get(LIST))
    assert officer.post(OFFER).status_code == 302
    assert [each.name_fi for each in criteria_of(programme)] == [each.name.fi for each in OFFERED]
    page = text_of(officer.get(LIST))
    assert OFFERED[0].name.fi in page
    assert OFFER not in page
    assert officer.get(OFFER).status_code == 405


def test_criterion_is_added_and_changed(officer, programme):
    assert sent(officer, NEW, **WHOLE).status_code == 302
    added = Criterion.objects.get()
    assert (added.headline_fi, added.name_fi, added.weight) == ("Työ", "Uusia työpaikkoja", 2)
    sent(officer, f"{LIST}{added.pk}/", weight="5", name_sv="Nya arbetsplatser")
    added.refresh_from_db()
    assert (added.weight, added.name_sv) == (5, "Nya arbetsplatser")


@pytest.mark.parametrize(
    "odd",
    [
        {"headline_fi": ""}, {"name_fi": "\0"}, {"name_fi": "x" * 301}, {"weight": "0"}, {"weight": "11"},
        {"weight": "9" * 40}, {"weight": "1,5"}, {"name_sv": "010594Y9021"}, {"name_fi": "Omarahoitus"},
    ],
)  # fmt: skip
def test_criterion_that_is_not_whole_is_refused_in_words(officer, programme, odd):
    add(programme, "Omarahoitus")
    response = sent(officer, NEW, **WHOLE | odd)

    assert response.status_code == 422
    assert set(response.context["form"].errors) == set(odd)
    assert Criterion.objects.count() == 1


def test_second_writer_is_told_of_the_first(officer, programme):
    address = f"{LIST}{add(programme, 'Omarahoitus').pk}/"
    opened = form_of(officer.get(address))
    sent(officer, address, weight="4")
    clash = officer.post(address, opened | {"weight": "7"})

    assert clash.status_code == 409
    assert "Tähän on sillä välin tallennettu: 4" in text_of(clash)


def test_used_criterion_is_retired_and_taken_back(officer, small):
    criterion = add(small.programme, "Omarahoitus")
    address = f"{LIST}{criterion.pk}/"
    assert f"{address}poista/" in text_of(officer.get(address))
    actions.save_assessment(**BY, project=small.project, criterion=criterion, score=3)

    assert f"{address}poista/" not in text_of(officer.get(address))
    assert officer.post(f"{address}poista/").status_code == 422
    officer.post(f"{address}kaytto/", {"tee": "pois"})
    assert "Käytöstä poistetut" in text_of(officer.get(LIST))
    officer.post(f"{address}kaytto/", {"tee": "kayttoon"})
    assert Criterion.objects.get().retired_on is None


def test_unused_criterion_is_removed_after_asking(officer, programme):
    address = f"{LIST}{add(programme, 'Omarahoitus').pk}/poista/"
    assert "Poistetaanko arviointiperuste?" in text_of(officer.get(address))
    assert officer.post(address).status_code == 302
    assert not Criterion.objects.exists()


def test_criterion_moves_and_the_page_comes_back_to_it(officer, programme):
    _first, second = add(programme, "a"), add(programme, "b")
    response = officer.post(f"{LIST}{second.pk}/siirra/", {"suunta": "ylos"})

    assert response["Location"] == f"{LIST}#p{second.pk}"
    assert [each.name_fi for each in criteria_of(programme)] == ["b", "a"]


def addresses(criterion):
    return [LIST, OFFER, NEW, *(f"{LIST}{criterion.pk}/{rest}" for rest in ("", "siirra/", "kaytto/", "poista/"))]


@pytest.mark.parametrize("role", [role for role in Role if Permission.EDIT_PLAN not in permissions_of(role)])
def test_criteria_are_refused_to_whoever_does_not_edit_the_plan(entered, programme, role):
    client = entered(role)
    for address in addresses(add(programme, "a")):
        assert client.post(address).status_code == 403


def test_outsider_finds_nothing_and_the_unknown_logs_in(outsider, client, officer, programme):
    for address in addresses(add(programme, "a")):
        assert outsider.post(address).status_code == 404
        assert client.post(address).status_code == 302
    other = add(builders.a_programme(), "a")
    assert [officer.post(address).status_code for address in addresses(other)[3:]] == [404] * 4


def test_queries_do_not_grow(officer, programme):
    counts = []
    for size in (1, 3, 50):
        for number in range(Criterion.objects.count(), size):
            add(programme, str(number), headline=str(number // 3))
        officer.get(LIST)
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(LIST).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20

"""Who comes into the settings, and what their pages ask of the database."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from tests import builders

PAGES = [
    "",
    "ohjelma/",
    "kunnat/",
    "mittarit/",
    "mittarit/luettelo/",
    "mittarit/uusi/",
    "mittarit/{people}/",
    "mittarit/{people}/poista/",
    "suunnitelma/",
    "suunnitelma/1/",
    "suunnitelma/1/nimi/",
    "suunnitelma/1/poista/",
    "suunnitelma/1/tavoite/uusi/",
    "suunnitelma/1/tavoite/{objective}/",
    "suunnitelma/1/tavoite/{objective}/toimenpide/",
    "suunnitelma/1/toimenpide/{measure}/",
    "suunnitelma/1/toimenpide/{measure}/poista/",
]
WRITERS = [role for role in Role if Permission.EDIT_PLAN in permissions_of(role)]
OTHERS = [role for role in Role if role not in WRITERS]


@pytest.fixture(params=PAGES)
def address(request, small):
    rest = request.param.format(objective=small.objective.pk, measure=small.measure.pk, people=small.people.pk)
    return small.url(f"asetukset/{rest}")


@pytest.mark.parametrize("role", WRITERS)
def test_settings_open_for_those_who_may_change_the_plan(address, entered, role):
    assert entered(role).get(address).status_code == 200


@pytest.mark.parametrize("role", OTHERS)
def test_settings_are_refused_to_the_others(address, entered, role):
    client = entered(role)

    assert (client.get(address).status_code, client.post(address).status_code) == (403, 403)


def test_settings_do_not_exist_for_the_outsider(address, outsider):
    assert (outsider.get(address).status_code, outsider.post(address).status_code) == (404, 404)


@pytest.mark.parametrize("role", Role)
def test_the_menu_offers_settings_to_those_who_may(small, entered, role):
    page = entered(role).get(small.url("seuranta/")).content.decode()

    assert ("/seutu/asetukset/" in page) == (role in WRITERS)


@pytest.mark.parametrize("rest", ["", "kunnat/", "mittarit/", "mittarit/luettelo/", "suunnitelma/", "suunnitelma/1/"])
def test_queries_do_not_grow(small, officer, rest):
    counts = []
    for size in (1, 2, 47):
        for _ in range(size):
            builders.a_plan(small.programme, number=small.programme.plan_versions.count() + 1, adopted_on=None)
            measure = builders.a_measure(
                small.programme, small.objective, responsible=builders.an_organisation(small.programme)
            )
            builders.a_target(measure, builders.an_indicator(small.programme))
            builders.a_project(small.programme, measure)
            small.programme.municipality_links.create(programme=small.programme, municipality=builders.a_municipality())
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(small.url(f"asetukset/{rest}")).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20


@pytest.mark.parametrize("key", [0, 32_768, 2**63, 10**40])
@pytest.mark.parametrize(
    "rest",
    [
        "suunnitelma/{key}/", "suunnitelma/1/tavoite/{key}/", "suunnitelma/1/toimenpide/{key}/", "mittarit/{key}/",
        "suunnitelma/1/toimenpide/{key}/tavoitearvot/", "henkilot/{key}/",
    ],
)  # fmt: skip
def test_a_number_nobody_has_is_not_found(small, officer, rest, key):
    assert officer.get(small.url(f"asetukset/{rest.format(key=key)}")).status_code == 404

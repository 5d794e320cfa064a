"""Maksatus: what it shows, who may write, what is refused in words, two people at one form, and its gaps."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Role
from hankekori.areas.claims.actions import save_claim
from hankekori.areas.claims.models import Claim, CostBudget
from tests import builders

ADDRESS = "/seutu/hankekori/S20001/maksatus/"
NEW, FIRST, REMOVE, BUDGET = (f"{ADDRESS}{rest}" for rest in ("uusi/", "1/", "1/poista/", "kustannusarvio/"))
WRITING = [NEW, FIRST, REMOVE, BUDGET]
FIRST_END = date(2010, 6, 30)
READERS = [Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER]


@pytest.fixture
def project(small):
    small.project.granted_eu_state, small.project.planned_public = Decimal(8000), Decimal(10_000)
    small.project.save()
    return small.project


@pytest.fixture
def add(project):
    """Return a function that adds a claim to the project."""

    def added(end=FIRST_END, euros=1000, **fields):
        values = {"cost_personnel": Decimal(euros), "fund_eu_state": Decimal(euros), "sent_on": end}
        return save_claim(by=None, now=builders.NOW, project=project, period_end=end, **values | fields)

    return added


def form_of(response) -> dict[str, object]:
    """Give what a browser sends of the page's form when nothing was typed in it."""
    form = response.context["form"]
    values = {field.html_name: field.field.prepare_value(field.value()) for field in form}
    return {name: "" if value in {None, False} else value for name, value in values.items()}


def sent(client, address, **typed):
    """Open a form, type into it and send it."""
    return client.post(address, form_of(client.get(address)) | typed)


def errors_of(response) -> dict[str, list[str]]:
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


# what it shows


def test_tab_shows_the_chain_and_what_is_left(officer, add):
    add()
    add(date(2010, 12, 31), 500, income=Decimal(20))
    page = officer.get(ADDRESS).content.decode().replace("\xa0", " ")

    assert "1.1.2010–30.6.2010" in page
    assert "1.7.2010–31.12.2010" in page
    assert "1 480" in page  # costs less income
    assert "8 520" in page  # left of what was planned
    assert "Maksatushakemus 2: rahoitus on yhteensä 500,00 €, mutta kustannukset ilman tuloja ovat 480,00 €." in page


def test_empty_tab_says_what_belongs_there_and_where_to_begin(officer, member, project):
    assert "Maksatusta ei ole vielä haettu" in member.get(ADDRESS).content.decode()
    assert NEW not in member.get(ADDRESS).content.decode()
    assert NEW in officer.get(ADDRESS).content.decode()


def test_claims_of_a_project_whose_start_was_taken_away_are_shown(officer, project, add):
    add()
    project.start = None
    project.save()

    assert "–30.6.2010" in officer.get(ADDRESS).content.decode()


def test_file_has_every_kind_and_source(member, add):
    add(income=Decimal("0.50"))
    heading, row = member.get(f"{ADDRESS}?muoto=csv").content.decode("utf-8-sig").splitlines()
    cells = dict(zip(heading.split(";"), row.split(";"), strict=True))

    assert cells["Henkilöstö, euroa"] == "1000,00"
    assert cells["EU ja valtio, euroa"] == "1000,00"
    assert cells["Tulot, euroa"] == "0,50"
    assert (cells["Kausi alkoi"], cells["Kausi päättyi"]) == ("1.1.2010", "30.6.2010")
    assert member.get(f"{ADDRESS}?muoto=xlsx").status_code == 200
    assert member.get(f"{ADDRESS}?muoto=exe").status_code == 404


@pytest.mark.parametrize("address", [ADDRESS, FIRST, "/seutu/suunnitelma/puutteet/"])
def test_queries_do_not_grow_with_claims(officer, add, small, address):
    counts = []
    for size in (1, 3, 50):
        for number in range(Claim.objects.count(), size):
            add(date(2010 + number // 12, number % 12 + 1, 28))
            other = builders.a_project(small.programme, small.measure, granted_eu_state=Decimal(10))
            save_claim(by=None, now=builders.NOW, project=other, period_end=FIRST_END, cost_travel=Decimal(99))
            Claim.objects.filter(project=other).update(programme=small.programme)
        officer.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(address).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20


# who may


@pytest.mark.parametrize("role", READERS)
def test_whoever_reads_figures_reads_claims_and_writes_nothing(entered, add, role):
    add()
    client = entered(role)

    assert client.get(ADDRESS).status_code == 200
    assert [client.get(address).status_code for address in WRITING] == [403] * 4
    assert [client.post(address).status_code for address in WRITING] == [403] * 4


def test_reporter_is_refused_the_outsider_finds_nothing_and_the_unknown_logs_in(reporter, outsider, client, add):
    add()
    for address in (ADDRESS, *WRITING):
        assert reporter.get(address).status_code == 403
        assert outsider.get(address).status_code == 404
        assert client.get(address).status_code == 302


@pytest.mark.parametrize(
    "address", [f"{ADDRESS}9/", f"{ADDRESS}9/poista/", f"{ADDRESS}0/", "/seutu/hankekori/S99999/maksatus/"]
)
def test_what_is_not_there_is_not_found(officer, add, address):
    add()
    assert officer.get(address).status_code == 404


# a claim


def test_claim_is_added_as_written(officer, project):
    response = sent(
        officer, NEW, period_end="30.6.2010", cost_personnel="1 200,50", cost_travel="0", fund_eu_state="1200,50",
        income="", of_total="6", sent_on="15.8.2010",
    )  # fmt: skip

    assert (response.status_code, response["Location"]) == (302, ADDRESS)
    claim = Claim.objects.get(project=project)
    assert (claim.serial, claim.of_total, claim.period_end) == (1, 6, FIRST_END)
    assert (claim.cost_personnel, claim.cost_travel, claim.cost_rents) == (Decimal("1200.50"), 0, None)
    assert (claim.income, claim.fund_eu_state, claim.sent_on) == (None, Decimal("1200.50"), date(2010, 8, 15))


def test_form_says_where_the_period_begins_and_what_is_left(officer, add):
    add()
    CostBudget.objects.create(
        programme=Claim.objects.get().programme, project=Claim.objects.get().project, cost_personnel=Decimal(1500)
    )
    page = officer.get(NEW).content.decode().replace("\xa0", " ")

    assert "Kausi alkaa 1.7.2010" in page
    assert "jäljellä 500,00 €" in page


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"period_end": ""}, {"period_end"}),
        ({"period_end": "31.2.2010"}, {"period_end"}),
        ({"period_end": "31.12.2009"}, {"period_end"}),
        ({"cost_personnel": "tuhat"}, {"cost_personnel"}),
        ({"cost_personnel": "99999999999999999"}, {"cost_personnel"}),
        ({"cost_personnel": "1" * 15}, {"cost_personnel"}),
        ({"cost_personnel": ""}, {"__all__"}),
        ({"income": "-1"}, {"income"}),
        ({"of_total": "0"}, {"of_total"}),
        ({"approved": "10"}, {"decided_on"}),
        ({"sent_on": "2.9.2010", "decided_on": "1.9.2010"}, {"decided_on"}),
    ],
)
def test_what_was_not_understood_is_said_and_what_was_typed_is_kept(officer, project, typed, errors):
    given = {"period_end": "30.6.2010", "cost_personnel": "100"} | typed
    response = sent(officer, NEW, **given)

    assert response.status_code == 422
    assert set(errors_of(response)) == errors
    assert {name: response.context["form"][name].value() for name in given} == given
    assert not Claim.objects.exists()


def test_nothing_follows_the_last_claim(officer, add):
    add(is_last=True)

    assert "merkitty viimeiseksi" in officer.get(NEW).content.decode()
    assert sent(officer, NEW, period_end="31.12.2010", cost_travel="1").status_code == 422
    assert NEW not in officer.get(ADDRESS).content.decode()


def test_claim_is_corrected_and_the_history_tells(officer, add):
    add()
    sent(officer, FIRST, period_end="31.7.2010", cost_services="12,30")
    history = officer.get("/seutu/hankekori/S20001/historia/").content.decode()

    assert Claim.objects.get().period_end == date(2010, 7, 31)
    assert "maksatushakemus 1" in history
    assert "Ostopalvelut, euroa" in history


def test_two_who_add_a_claim_at_once_do_not_add_two(officer, add):
    form = form_of(officer.get(NEW)) | {"period_end": "31.12.2010", "cost_travel": "5"}
    add()
    response = officer.post(NEW, form)

    assert response.status_code == 409
    assert Claim.objects.count() == 1
    again = officer.post(NEW, form_of(response) | {"period_end": "31.12.2010", "cost_travel": "5"})
    assert again.status_code == 302
    assert Claim.objects.count() == 2


def test_two_at_one_claim_see_what_the_other_saved(officer, add):
    add()
    form = form_of(officer.get(FIRST))
    sent(officer, FIRST, cost_personnel="1 100", fund_eu_state="1 100")
    response = officer.post(FIRST, form | {"cost_personnel": "1 200"})

    assert response.status_code == 409
    assert errors_of(response)["cost_personnel"] == ["Tähän on sillä välin tallennettu: 1\xa0100"]
    assert Claim.objects.get().cost_personnel == 1100
    assert officer.post(FIRST, form | {"cost_rents": "7"}).status_code == 302
    assert (Claim.objects.get().cost_personnel, Claim.objects.get().cost_rents) == (1100, 7)


def test_newest_claim_is_removed_after_a_question(officer, add):
    add()
    assert "Historia säilyttää" in officer.get(REMOVE).content.decode()
    assert officer.post(REMOVE)["Location"] == ADDRESS
    assert not Claim.objects.exists()


def test_decided_claim_is_not_removed(officer, add):
    add(decided_on=date(2010, 9, 1))
    page = officer.post(REMOVE, follow=True).content.decode()

    assert "ketju ei saa katketa" in page
    assert Claim.objects.exists()


# a budget


def test_budget_is_saved_and_cleared(officer, project):
    sent(officer, BUDGET, cost_personnel="5 000", cost_travel="100,50")
    assert CostBudget.objects.get().costs == {"personnel": 5000, "travel": Decimal("100.50")}

    sent(officer, BUDGET, cost_personnel="", cost_travel="")
    assert not CostBudget.objects.exists()


def test_budget_below_zero_is_refused(officer, project):
    assert errors_of(sent(officer, BUDGET, cost_travel="-1")) == {"cost_travel": ["Summa ei voi olla negatiivinen."]}


# gaps


def gaps_of(client, **query):
    groups = client.get("/seutu/suunnitelma/puutteet/", query).context["groups"]
    rows = [row for group in groups for row in group.rows]
    return {row.gap.code: row.url for row in rows if row.gap.code.startswith("claim")}


def test_gap_leads_to_the_tab_that_mends_it(officer, member, add):
    add(income=Decimal(1))

    assert gaps_of(officer) == {"claim-funding-differs": ADDRESS, "claim-missing": ADDRESS}
    assert gaps_of(member) == gaps_of(officer)
    assert gaps_of(officer, paiva="2011-01-31").keys() == {"claim-funding-differs"}


def test_programme_that_keeps_no_claims_misses_none(officer, project):
    assert gaps_of(officer) == {}


def test_project_without_claims_is_a_gap_where_others_have_them(officer, add, small):
    add()
    builders.a_project(small.programme, small.measure, granted_eu_state=Decimal(10), code="S20002")

    assert gaps_of(officer)["claim-chain-not-started"] == "/seutu/hankekori/S20002/maksatus/"

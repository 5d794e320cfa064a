"""The chain of claims, spending against plans, and what does not agree."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.claim_checks import ClaimingProject, check_claims
from hankekori.core.claims import (
    Claim,
    ClaimSource,
    CostKind,
    Spending,
    chain,
    granted_by_source,
    planned_costs,
    spending_by_kind,
    spending_by_source,
)
from hankekori.core.funding import FundingRow, FundingSource
from hankekori.core.indicators import Severity

START = date(2009, 5, 1)
TODAY = date(2010, 6, 30)


def euros(**amounts):
    return {name: Decimal(amount) for name, amount in amounts.items()}


def a_claim(serial, end, cost=1000, **fields):
    values = {
        "costs": {CostKind.PERSONNEL: Decimal(cost)},
        "funding": {ClaimSource.EU_STATE: Decimal(cost)},
        "is_sent": True,
    }
    return Claim(serial, end, **values | fields)


FIRST = a_claim(1, date(2009, 10, 31))
SECOND = a_claim(2, date(2010, 4, 30), 500)
PROJECT = ClaimingProject(
    start=START,
    end=date(2012, 4, 30),
    promised={ClaimSource.EU_STATE: Decimal(10_000)},
    planned=Decimal(12_000),
    owes_claims=True,
)


def told(project, claims, today=TODAY):
    return [(remark.code, remark.field) for remark in check_claims(project, claims, today=today)]


ends = st.lists(st.integers(0, 400), min_size=1, max_size=8)


@given(ends)
def test_chain_leaves_no_gap_and_no_overlap(lengths):
    day, claims = START, []
    for serial, length in enumerate(lengths, 1):
        claims.append(a_claim(serial, day + timedelta(days=length)))
        day = claims[-1].end + timedelta(days=1)

    links = chain(START, reversed(claims))

    assert [link.claim for link in links] == claims
    assert links[0].start == START
    assert [after.start - before.claim.end for before, after in pairwise(links)] == [timedelta(days=1)] * (
        len(links) - 1
    )
    assert links[-1].cumulative == sum(claim.net_costs for claim in claims)


def test_chain_of_a_project_without_a_start_begins_with_an_unknown_day():
    assert [link.start for link in chain(None, [FIRST, SECOND])] == [None, date(2009, 11, 1)]


def test_costs_less_income_are_what_is_funded():
    claim = Claim(1, TODAY, {CostKind.TRAVEL: Decimal("100.50"), CostKind.RENTS: Decimal(50)}, Decimal("0.50"))

    assert (claim.total_costs, claim.net_costs) == (Decimal("150.50"), Decimal(150))


def test_spending_lists_every_kind_and_source():
    by_kind = spending_by_kind([FIRST, SECOND], {CostKind.PERSONNEL: Decimal(1200), CostKind.TRAVEL: Decimal(100)})
    by_source = spending_by_source([FIRST, SECOND], {})

    assert list(by_kind) == list(CostKind)
    assert by_kind[CostKind.PERSONNEL] == Spending(Decimal(1500), Decimal(1200))
    assert by_kind[CostKind.PERSONNEL].left == -300
    assert by_kind[CostKind.TRAVEL].left == 100
    assert by_source[ClaimSource.EU_STATE] == Spending(Decimal(1500), None)
    assert by_source[ClaimSource.EU_STATE].left is None


def test_promises_are_granted_else_planned_and_the_official_sum_goes_before_rows():
    rows = [
        FundingRow(FundingSource.EU, 2010, Decimal(60), Decimal(50), None),
        FundingRow(FundingSource.STATE, 2010, Decimal(40), None, None),
        FundingRow(FundingSource.MUNICIPAL, 2010, Decimal(30), None, None),
        FundingRow(FundingSource.PRIVATE, 2010, None, None, Decimal(5)),
    ]

    assert granted_by_source(rows, None) == euros(eu_state=90, municipal=30)
    assert granted_by_source(rows, Decimal(100)) == euros(eu_state=100, municipal=30)


def test_planned_costs_are_the_budget_else_the_rows_else_the_official_sum():
    rows = [FundingRow(FundingSource.EU, 2010, Decimal(60), None, None)]

    assert planned_costs({CostKind.RENTS: Decimal(7)}, rows, Decimal(80)) == 7
    assert planned_costs({}, rows, Decimal(80)) == 60
    assert planned_costs({}, [], Decimal(80)) == 80
    assert planned_costs({}, [], None) is None


def test_sound_claims_have_no_remarks():
    assert told(PROJECT, [FIRST, SECOND]) == []


@pytest.mark.parametrize(
    ("claims", "remarks"),
    [
        ([FIRST, replace(SECOND, stated_start=date(2009, 11, 2))], [("claim-gap", "2")]),
        ([FIRST, replace(SECOND, stated_start=date(2009, 10, 31))], [("claim-overlap", "2")]),
        ([FIRST, replace(SECOND, stated_start=date(2009, 11, 1))], []),
        ([FIRST, replace(SECOND, end=date(2012, 5, 1))], [("claim-outside-project", "2")]),
        ([FIRST, replace(SECOND, income=Decimal(1))], [("claim-funding-differs", "2")]),
        ([FIRST, replace(SECOND, income=Decimal(1), is_sent=False)], []),
        ([FIRST, a_claim(2, date(2010, 4, 30), 9001)], [("claim-funding-above-granted", "")]),
        (
            [FIRST, a_claim(2, date(2010, 4, 30), 11_500)],
            [("claim-funding-above-granted", ""), ("claim-costs-above-plan", "")],
        ),
        ([a_claim(1, date(2010, 4, 30), -1)], [("claim-costs-negative", "")]),
    ],
)
def test_what_does_not_agree(claims, remarks):
    assert told(PROJECT, claims) == remarks


def test_one_kind_above_its_line_is_an_observation():
    project = replace(PROJECT, budget={CostKind.PERSONNEL: Decimal(1400), CostKind.TRAVEL: Decimal(9000)})
    (remark,) = check_claims(project, [FIRST, SECOND], today=TODAY)

    assert (remark.code, remark.severity) == ("claim-costs-above-budget", Severity.OBSERVATION)
    assert str(remark.message) == (
        "Kustannuslaji ”henkilöstö” on 1\u00a0500,00\u00a0€, enemmän kuin kustannusarviossa (1\u00a0400,00\u00a0€)."
    )


@pytest.mark.parametrize(("realised", "remarks"), [(1500, []), (1501, [("claim-realised-differs", "")]), (None, [])])
def test_an_ended_chain_is_held_against_the_official_sum(realised, remarks):
    project = replace(PROJECT, realised_eu_state=None if realised is None else Decimal(realised))

    assert told(project, [FIRST, replace(SECOND, is_last=True)]) == remarks
    assert told(project, [FIRST, SECOND]) == []


@pytest.mark.parametrize(
    ("claims", "today", "remarks"),
    [
        ([], date(2010, 2, 1), []),
        ([], date(2010, 2, 2), [("claim-chain-not-started", "")]),
        ([FIRST], date(2010, 10, 31), []),
        ([FIRST], date(2010, 11, 1), [("claim-missing", "")]),
        ([replace(FIRST, is_last=True)], date(2015, 1, 1), []),
    ],
)
def test_what_is_missing(claims, today, remarks):
    assert told(PROJECT, claims, today) == remarks
    assert told(replace(PROJECT, owes_claims=False), claims, today) == []


def test_months_end_where_the_month_does():
    project = replace(PROJECT, start=date(2009, 5, 31))

    assert told(project, [], date(2010, 2, 28)) == []
    assert told(project, [], date(2010, 3, 1)) == [("claim-chain-not-started", "")]

import csv
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.funding import (
    FundingFigures,
    FundingRow,
    FundingSource,
    FundingSum,
    check_funding,
    share_used,
    sum_funding,
)
from hankekori.core.indicators import Severity

S11010 = FundingFigures(Decimal(194225), Decimal(168275), Decimal(228500), Decimal(202550))


def row(source, year, planned=None, granted=None, paid=None):
    return FundingRow(source, year, *(None if each is None else Decimal(each) for each in (planned, granted, paid)))


def told(*args):
    return [(remark.code, remark.field, remark.severity) for remark in check_funding(*args)]


def test_a_sound_project_has_no_remarks():
    assert check_funding(S11010) == ()
    assert check_funding(FundingFigures()) == ()
    assert check_funding(FundingFigures(*[Decimal(100)] * 4)) == ()


def test_missing_is_counted_apart_from_zero():
    totals = sum_funding([S11010, FundingFigures(Decimal(0)), FundingFigures()])
    assert totals.granted_eu_state == FundingSum(Decimal(194225), stated=2, missing=1)
    assert totals.realised_eu_state == FundingSum(Decimal(168275), stated=1, missing=2)
    assert sum_funding([FundingFigures()]).planned_public == FundingSum(None, stated=0, missing=1)


def test_share_used_counts_projects_that_state_both():
    totals = sum_funding([S11010, FundingFigures(Decimal(1_000_000))])
    assert round(totals.used_eu_state, 1) == Decimal("86.6")
    assert sum_funding([FundingFigures()]).used_public is None


def test_share_used_may_be_above_a_hundred():
    assert share_used(Decimal(176538), Decimal(173675)) > 100
    assert share_used(Decimal(5), Decimal(0)) is None
    assert share_used(None, Decimal(5)) is None


def test_public_below_eu_and_state_is_a_finding():
    figures = FundingFigures(Decimal(100), Decimal(90), Decimal(99), Decimal(89))
    assert told(figures) == [
        ("public-below-eu-state", "planned_public", Severity.FINDING),
        ("public-below-eu-state", "realised_public", Severity.FINDING),
    ]


def test_realised_above_planned_is_an_observation():
    remarks = check_funding(FundingFigures(Decimal(340000), Decimal(370991)))
    assert [(each.code, each.severity) for each in remarks] == [("realised-above-planned", Severity.OBSERVATION)]
    assert remarks[0].message.fi == (
        "EU- ja valtion rahoitusta on toteutunut 370\u00a0991 €, enemmän kuin on myönnetty (340\u00a0000 €)."
    )


def test_rows_that_add_up_are_silent_and_private_money_is_left_out():
    rows = [
        row(FundingSource.EU, 2009, 114250, 97112, 84137),
        row(FundingSource.STATE, 2010, 79975, 97113, 84138),
        row(FundingSource.MUNICIPAL, 2010, 34275, 0, 34275),
        row(FundingSource.PRIVATE, 2010, 5000, 5000, 5000),
    ]
    assert check_funding(S11010, rows) == ()


def test_rows_that_differ_are_findings_naming_both_sums():
    remarks = check_funding(S11010, [row(FundingSource.EU, 2009, granted=100), row(FundingSource.STATE, 2009, paid=7)])
    assert [(each.code, each.field) for each in remarks] == [
        ("rows-differ", "granted_eu_state"),
        ("rows-differ", "realised_eu_state"),
        ("rows-differ", "realised_public"),
    ]
    assert "194\u00a0225" in remarks[0].message.fi
    assert "100" in remarks[0].message.en


def test_the_demo_regions_sums(shared):
    with (shared / "samples" / "heinola-projects-2007-2013.csv").open(encoding="utf-8") as file:
        projects = [
            FundingFigures(
                Decimal(line["granted_eu_state_eur"]),
                Decimal(line["realised_eu_state_eur"]),
                Decimal(line["planned_public_total_eur"]),
                Decimal(line["realised_public_total_eur"]),
            )
            for line in csv.DictReader(file)
        ]
    totals = sum_funding(projects)
    sums = (totals.granted_eu_state, totals.realised_eu_state, totals.planned_public, totals.realised_public)
    assert [each.total for each in sums] == [6_589_802, 6_259_599, 8_677_932, 8_320_243]
    assert [round(totals.used_eu_state, 1), round(totals.used_public, 1)] == [Decimal("95.0"), Decimal("95.9")]


amounts = st.none() | st.integers(0, 10**9).map(Decimal)
figures = st.builds(FundingFigures, amounts, amounts, amounts, amounts)


@given(st.lists(figures, max_size=10), st.randoms())
def test_sums_do_not_depend_on_order_and_count_everybody(projects, order):
    totals = sum_funding(projects)
    assert totals == sum_funding(order.sample(projects, len(projects)))
    assert totals.planned_public.stated + totals.planned_public.missing == len(projects)


@given(figures)
def test_official_figures_are_never_an_error(project):
    assert Severity.ERROR not in {remark.severity for remark in check_funding(project)}

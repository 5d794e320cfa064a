from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, reported
from hankekori.core.indicators import Combination, IndicatorRule, Remark
from hankekori.core.report_checks import (
    PlacedRemark,
    Promise,
    check_against_plan,
    check_evidence,
    check_numbers,
    check_publicity,
    check_said,
    check_used,
    check_used_number,
    check_written,
)
from hankekori.core.texts import Translated

RULE = IndicatorRule(1, Combination.SUM, decimals=0, counts_women=True)
PLAIN = IndicatorRule(1, Combination.SUM, decimals=0, counts_women=False)
PROMISE = Promise(Decimal(100), date(2010, 1, 1), date(2012, 1, 1))
HALFWAY = date(2011, 1, 1)


def codes(remarks):
    return [(remark.code, remark.field) for remark in remarks]


def number(total, women=None):
    return reported(Decimal(total), None if women is None else Decimal(women))


def off_plan(cumulative, *, figure=None, deviation="", combination=Combination.SUM, promise=PROMISE, band=25):
    this = number(1) if figure is None else figure
    remarks = check_against_plan(
        this, cumulative, promise, combination=combination, day=HALFWAY, deviation=deviation, band=band
    )
    return [remark.code for remark in remarks]


@pytest.mark.parametrize(("total", "expected"), [(25, []), (75, []), (24, ["off-plan"]), (76, ["off-plan"])])
def test_a_reason_is_asked_beyond_the_band(total, expected):
    assert off_plan(number(total)) == expected


@pytest.mark.parametrize(("band", "expected"), [(0, ["off-plan"]), (10, []), (9, ["off-plan"])])
def test_each_indicator_has_its_own_band(band, expected):
    assert off_plan(number(40), band=band) == expected


def test_a_reason_given_or_no_plan_ends_the_asking():
    assert not off_plan(number(0), deviation="Alku viivästyi.")
    assert not off_plan(number(0), promise=None)
    assert off_plan(number(0), deviation="  ") == ["off-plan"]


def test_not_measured_may_wait_but_not_applicable_needs_a_reason():
    assert not off_plan(MISSING, figure=NOT_MEASURED)
    assert off_plan(MISSING, figure=NOT_APPLICABLE) == ["planned-not-applicable"]
    assert not off_plan(MISSING, figure=MISSING)


def test_a_share_is_expected_from_the_start():
    share = reported(Decimal(15), None, Decimal(20))  # 75 %
    assert not off_plan(share, combination=Combination.SHARE)
    assert off_plan(reported(Decimal(14), None, Decimal(20)), combination=Combination.SHARE) == ["off-plan"]


@given(st.integers(1, 1000), st.dates(date(2009, 1, 1), date(2013, 1, 1)))
def test_what_goes_evenly_is_never_off_plan(total, day):
    promise = Promise(Decimal(total), PROMISE.start, PROMISE.end)
    actual = reported(promise.expected_by(day, Combination.SUM))
    assert not check_against_plan(actual, actual, promise, combination=Combination.SUM, day=day, deviation="", band=0)


def test_a_first_report_is_no_correction():
    (first,) = check_numbers(PLAIN, number(-1), None, is_first=True)
    (later,) = check_numbers(PLAIN, number(-1), None, is_first=False)
    assert first.code == later.code == "negative"
    assert "ensimmäinen raportti ei voi olla oikaisu" in first.message.fi
    assert "oikaisuna" in later.message.fi


@pytest.mark.parametrize(
    ("rule", "non_binary", "expected"),
    [
        (RULE, "2", []),
        (RULE, "3", [("parts-above-total", "non_binary")]),
        (RULE, "-1", [("negative", "non_binary")]),
        (RULE, "0.5", [("decimals", "non_binary")]),
        (RULE, "NaN", [("not-a-number", "non_binary")]),
    ],
)
def test_non_binary_persons_are_a_part_like_women(rule, non_binary, expected):
    assert codes(check_numbers(rule, number(5, 3), Decimal(non_binary), is_first=False)) == expected


def test_genders_are_not_asked_where_they_are_not_counted():
    assert codes(check_numbers(PLAIN, number(5), Decimal(1), is_first=False)) == [("gender-not-counted", "non_binary")]


def test_every_answer_is_an_answer_but_silence():
    assert codes(check_said(MISSING)) == [("figure-missing", "total")]
    assert not any(check_said(figure) for figure in (number(0), NOT_MEASURED, NOT_APPLICABLE))


def test_what_is_written_used_and_shown():
    assert codes(check_written(" \n")) == [("text-missing", "written")]
    assert not check_written("Työ eteni.")
    assert codes(check_used(None)) == [("funding-missing", "used")]
    assert not check_used(Decimal(0))
    assert codes(check_evidence([number(1)], has_evidence=False)) == [("evidence-missing", "evidence")]
    assert not check_evidence([number(0), MISSING], has_evidence=False)
    assert not check_evidence([number(1)], has_evidence=True)
    assert codes(check_publicity(" ", has_file=False)) == [("publicity-missing", "publicity")]
    assert not check_publicity("Juliste.", has_file=False)
    assert not check_publicity("", has_file=True)


@pytest.mark.parametrize(
    ("used", "code"),
    [("-0.01", "negative"), ("0.001", "decimals"), ("1e12", "too-large"), ("Infinity", "not-a-number")],
)
def test_money_that_cannot_be(used, code):
    assert [remark.code for remark in check_used_number(Decimal(used))] == [code]
    assert not check_used_number(Decimal("999999999999.99"))


def test_a_placed_remark_says_where_in_each_language():
    placed = PlacedRemark(
        Translated("Tutkinnot", "", "Degrees"), Remark("x", "total", Translated("Puuttuu.", "", "Missing."))
    )
    assert placed.sentence == Translated("Tutkinnot: Puuttuu.", "Tutkinnot: Puuttuu.", "Degrees: Missing.")

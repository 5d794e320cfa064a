from decimal import Decimal

import pytest

from hankekori.core.figures import NOT_MEASURED, reported
from hankekori.core.indicators import Combination, IndicatorRule, Severity, check_value

JOBS = IndicatorRule(1, Combination.SUM, decimals=0, counts_women=True)
EVENTS = IndicatorRule(2, Combination.SUM, decimals=0, counts_women=False)
PASSED = IndicatorRule(3, Combination.SHARE, decimals=1, counts_women=False)


def codes(*args, **kwargs):
    return [(remark.code, remark.field) for remark in check_value(*args, **kwargs)]


def test_a_good_value_has_no_remarks():
    assert check_value(JOBS, reported(Decimal(20), Decimal(10))) == ()
    assert check_value(EVENTS, reported(Decimal(0))) == ()
    assert check_value(PASSED, reported(Decimal("12.5"), denominator=Decimal(20))) == ()
    assert check_value(JOBS, NOT_MEASURED) == ()


@pytest.mark.parametrize(
    ("rule", "figure", "expected"),
    [
        (JOBS, reported(Decimal(3), Decimal(4)), [("women-above-total", "women")]),
        (JOBS, reported(Decimal(-1), Decimal(-2)), [("negative", "total"), ("negative", "women")]),
        (JOBS, reported(Decimal("1.5"), Decimal(1)), [("decimals", "total")]),
        (JOBS, reported(Decimal("NaN"), Decimal(1)), [("not-a-number", "total")]),
        (EVENTS, reported(Decimal(3), Decimal(1)), [("women-not-counted", "women")]),
        (EVENTS, reported(Decimal(3), denominator=Decimal(4)), [("denominator-unused", "denominator")]),
        (PASSED, reported(Decimal(3)), [("denominator-missing", "denominator")]),
        (PASSED, reported(Decimal(3), denominator=Decimal(0)), [("denominator-missing", "denominator")]),
    ],
)
def test_a_faulty_value_names_the_field(rule, figure, expected):
    assert codes(rule, figure) == expected


def test_missing_women_and_a_share_above_a_hundred_are_findings_only():
    women = check_value(JOBS, reported(Decimal(3)))
    share = check_value(PASSED, reported(Decimal(30), denominator=Decimal(20)))
    assert [(remark.code, remark.severity) for remark in women + share] == [
        ("women-unknown", Severity.FINDING),
        ("share-above-100", Severity.FINDING),
    ]


def test_a_correction_may_be_negative():
    assert codes(JOBS, reported(Decimal(-2), Decimal(-1)), correction=True) == []


def test_remarks_speak_three_languages():
    (remark,) = check_value(JOBS, reported(Decimal("1.5"), Decimal(1)))
    assert remark.message.fi == "Luvussa saa olla enintään 0 desimaalia."
    assert remark.message.sv
    assert remark.message.en

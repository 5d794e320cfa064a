from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.indicator_checks import ESF_PLUS, RULES, Counted, IndicatorKey, Relation, check_arithmetic
from hankekori.core.indicators import Severity

CODES = sorted({code for rule in RULES[ESF_PLUS] for code in rule.left + rule.right})


def key(code, period="2021-2027", fund="ESR+"):
    return IndicatorKey(period, fund, code)


def counted(total, women=None, non_binary=None):
    return Counted(*(None if value is None else Decimal(value) for value in (total, women, non_binary)))


def found(**figures):
    remarks = check_arithmetic({key(code): counted(*values) for code, values in figures.items()})
    return {(finding.remark.code, finding.remark.field) for finding in remarks}


def test_the_rules_are_those_of_the_reference():
    assert [str(rule) for rule in RULES[ESF_PLUS]] == [
        "EECO02 + EECO04 + EECO05 = EECO01",
        "EECO03 ≤ EECO02",
        "EECO09 + EECO10 + EECO11 ≤ EECO01",
        "EECO06 + EECO07 + EECO08 ≤ EECO01",
        "EECR03 ≤ EECO01",
        "EECR01 ≤ EECO04",
        "EECR04 ≤ EECO02 + EECO04",
    ]


def test_a_labour_status_for_everyone():
    whole = {"EECO01": (10, 6), "EECO02": (4, 2), "EECO04": (1, 1)}
    assert not found(**whole, EECO05=(5, 3))
    assert found(**whole, EECO05=(4, 3)) == {("labour-status", "total")}
    assert not found(**whole), "one of the terms is not known"


def test_each_gender_apart():
    assert found(EECO02=(5, 1), EECO03=(3, 2)) == {("long-term-unemployed", "women")}
    assert found(EECO02=(5, 4), EECO03=(3, 1)) == {("long-term-unemployed", "total")}, "two men out of one"
    assert found(EECO02=(5, 2, 0), EECO03=(3, 1, 1)) == {("long-term-unemployed", "non_binary")}
    assert not found(EECO02=(5, None), EECO03=(3, 3)), "the women of the limit are not known"


def test_a_limit_holds_though_not_all_is_known():
    assert found(EECO01=(4,), EECO09=(5,)) == {("education", "total")}
    assert not found(EECO09=(5,))
    assert found(EECO02=(1,), EECO04=(1,), EECR04=(3,)) == {("employment", "total")}
    assert not found(EECO02=(1,), EECR04=(3,))


def test_another_fund_has_its_own_codes():
    figures = {key("EECO02", fund="ERDF"): counted(1), key("EECO03"): counted(2)}
    assert not check_arithmetic(figures)


def test_a_finding_says_the_rule_and_both_sides():
    (finding,) = check_arithmetic({key("EECO02"): counted(1200), key("EECO03"): counted(1201)})
    assert finding.indicator == key("EECO03")
    assert finding.remark.severity is Severity.FINDING
    assert finding.remark.message.fi == (
        "Pitäisi olla EECO03 ≤ EECO02 (kaikkiaan), mutta luvut ovat 1\u00a0201 ja 1\u00a0200."
    )


people = st.builds(
    lambda women, men, non_binary: (women + men + non_binary, women, non_binary),
    *[st.integers(0, 20) for _ in range(3)],
)


@given(st.dictionaries(st.sampled_from(CODES), people))
def test_nothing_is_found_exactly_when_every_rule_holds_for_everyone(figures):
    broken = set()
    for rule in RULES[ESF_PLUS]:
        if rule.relation is Relation.EQUALS and not set(rule.left) <= figures.keys():
            continue
        if not set(rule.right) <= figures.keys():
            continue
        for part in (lambda f: f[0], lambda f: f[1], lambda f: f[0] - f[1] - f[2], lambda f: f[2]):
            left = sum(part(figures[code]) for code in rule.left if code in figures)
            right = sum(part(figures[code]) for code in rule.right)
            if left > right or (rule.relation is Relation.EQUALS and left != right):
                broken.add(rule.code)
    assert {code for code, _ in found(**figures)} == broken


@pytest.mark.parametrize("women", [None, 2])
def test_men_are_who_is_left(women):
    assert counted(7, women, 1).men == (None if women is None else 4)

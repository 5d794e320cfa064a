from dataclasses import astuple
from decimal import Decimal

from hypothesis import assume, given
from hypothesis import strategies as st

from hankekori.core.figures import ValueState
from hankekori.core.report_increments import Numbers, change, check_change

amounts = st.decimals(0, 100, places=1)
optional = st.none() | amounts
numbers = st.builds(Numbers, st.just(ValueState.REPORTED), amounts, optional, optional, optional)
statements = st.builds(Numbers, st.sampled_from([ValueState.NOT_MEASURED, ValueState.NOT_APPLICABLE]))
anything = numbers | statements


@given(anything, anything)
def test_what_is_recorded_and_the_change_together_are_what_is_said(recorded, said):
    assume(not check_change(recorded, said))
    difference = change(recorded, said)
    if difference is None:
        assert said == recorded
    elif said.total is None:
        assert difference == said
    else:
        assert _sum(recorded, difference) == said


@given(anything)
def test_the_same_again_changes_nothing(said):
    assert not check_change(said, said)
    assert change(said, said) is None


@given(numbers, anything)
def test_what_is_known_is_never_forgotten(recorded, said):
    forgotten = any(
        before is not None and after is None
        for before, after in zip(astuple(recorded)[1:], astuple(said)[1:], strict=True)
    )
    assert bool(check_change(recorded, said)) == forgotten


@given(statements, anything)
def test_a_statement_gives_way_to_anything(recorded, said):
    assert not check_change(recorded, said)


def test_a_remark_tells_the_number_and_what_to_do():
    (remark,) = check_change(Numbers(ValueState.REPORTED, Decimal(1250)), Numbers(ValueState.NOT_MEASURED))
    assert remark.message.fi == (
        "Luku 1\u00a0250 on jo hyväksytty, eikä sitä voi perua. Kirjoita oikea luku, tarvittaessa nolla."
    )


def _sum(one, other):
    pairs = zip(astuple(one)[1:], astuple(other)[1:], strict=True)
    parts = [None if pair == (None, None) else (pair[0] or 0) + (pair[1] or 0) for pair in pairs]
    return Numbers(ValueState.REPORTED, *parts)

from decimal import Decimal

import pytest

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, Figure, ValueState, reported


def test_value_of_a_plain_figure_is_its_total():
    assert reported(Decimal(86), women=Decimal(28)).value == Decimal(86)


def test_value_of_a_share_is_in_percent():
    assert reported(Decimal(30), denominator=Decimal(40)).value == Decimal(75)


def test_value_out_of_zero_is_unknown():
    assert reported(Decimal(0), denominator=Decimal(0)).value is None


def test_zero_and_the_three_other_states_are_four_different_things():
    assert len({reported(Decimal(0)), MISSING, NOT_MEASURED, NOT_APPLICABLE}) == 4
    assert [each.value for each in (MISSING, NOT_MEASURED, NOT_APPLICABLE)] == [None, None, None]
    assert reported(Decimal(0)).value == 0


def test_women_share_of_the_demo_programme():
    assert round(reported(Decimal(86), women=Decimal(28)).women_share or 0, 1) == Decimal("32.6")
    assert reported(Decimal(0), women=Decimal(0)).women_share is None
    assert reported(Decimal(5)).women_share is None


@pytest.mark.parametrize(
    ("state", "total", "women"),
    [
        (ValueState.REPORTED, None, None),
        (ValueState.MISSING, Decimal(0), None),
        (ValueState.NOT_MEASURED, None, Decimal(1)),
    ],
)
def test_a_figure_that_contradicts_itself_is_refused(state, total, women):
    with pytest.raises(ValueError, match="figure"):
        Figure(state, total, women)

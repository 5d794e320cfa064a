from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.back_test import PastForecast, back_test
from hankekori.core.forecast import Forecast
from hankekori.core.texts import Translated


def past(low, likely, high, came, *, planned=100, so_far=20, time_share="0.5"):
    ends = [None if end is None else Decimal(end) for end in (low, likely, high)]
    said = Forecast(*ends, Translated("Perustelu"))
    return PastForecast(Decimal(planned), Decimal(so_far), Decimal(time_share), said, Decimal(came))


def test_errors_are_in_percent_of_the_plan_beside_both_rules():
    scored = back_test([past(60, 80, 100, 90), past(60, 80, 100, 40), past(600, 800, 1000, 700, planned=1000)])
    assert scored.forecasts == 3
    assert scored.error == (10 + 40 + 10) / Decimal(3)
    assert scored.straight_line_error == (50 + 0 + 66) / Decimal(3)  # 20 at half time goes to 40
    assert scored.plan_error == (10 + 60 + 30) / Decimal(3)
    assert round(scored.covered) == 67


def test_the_ends_of_the_range_are_within_it():
    assert back_test([past(60, 80, 100, 60), past(60, 80, 100, 100)]).covered == 100


def test_what_foretold_nothing_is_not_scored():
    assert back_test([past(None, None, None, 50), past(60, 80, 100, 80)]).forecasts == 1
    assert back_test([past(None, None, None, 50)]) is None
    assert back_test([]) is None


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 200)), min_size=1))
def test_a_forecast_of_the_plan_is_as_good_as_the_rule_that_it_is_met(pairs):
    scored = back_test([past(100, 100, 100, came, so_far=so_far) for came, so_far in pairs])
    assert scored.error == scored.plan_error

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.forecast import Comparison, Forecast, forecast, forecast_target
from hankekori.core.indicators import Combination
from hankekori.core.targets import Course, MeasureTarget, Step
from hankekori.core.texts import Translated

START, END, HALF_TIME = date(2010, 1, 1), date(2012, 1, 1), date(2011, 1, 1)
DAYS = (END - START).days


def told(course, *, planned=100, as_of=END, combination=Combination.SUM, expected=None):
    return forecast(
        Decimal(planned), course, start=START, as_of=as_of, end=END, expected=expected, combination=combination
    )


def numbers(result):
    return result.low, result.likely, result.high


def test_on_plan_at_half_time():
    result = told([(HALF_TIME, Decimal(50))])
    assert numbers(result) == (Decimal(86), Decimal("99.75"), Decimal(100))
    assert result.basis.fi == (
        "Luku 1.1.2011 on 50, ja suunnitelman ajasta tai välitavoitteista on takana 50 %. Loppuosa on arvioitu "
        "tähänastisesta tahdista ja vertailusta: Suomen rakennerahastohankkeiden 2007–2013 toteutunut rahoitus oli "
        "yleensä 72–100 % suunnitellusta."
    )


def test_a_slow_start_widens_the_range_downwards_and_a_fast_one_upwards():
    assert numbers(told([(HALF_TIME, Decimal(10))])) == (Decimal(20), Decimal("39.75"), Decimal(60))
    assert numbers(told([(HALF_TIME, Decimal(80))])) == (Decimal(116), Decimal("144.75"), Decimal(160))


def test_the_newest_point_by_the_day_counts_in_any_order():
    later = (date(2011, 6, 30), Decimal(90))
    course = [later, (HALF_TIME, Decimal(50)), (date(2010, 6, 30), Decimal(1))]
    assert told(course, as_of=date(2011, 6, 29)) == told([(HALF_TIME, Decimal(50))])


@pytest.mark.parametrize(
    ("course", "planned", "words"),
    [
        ([], 100, "lukuja ei ole"),
        ([(date(2010, 2, 1), Decimal(5))], 100, "alle kymmenesosa"),
        ([(HALF_TIME, Decimal(5))], 0, "tavoitetta ei ole"),
    ],
)
def test_nothing_is_foretold_without_grounds(course, planned, words):
    result = told(course, planned=planned)
    assert numbers(result) == (None, None, None)
    assert words in result.basis.fi


def test_a_sum_below_zero_grows_by_the_plan_only():
    assert told([(HALF_TIME, Decimal(-5))]).low == Decimal(-5)


def test_at_the_end_the_figure_is_what_it_is():
    assert told([(END, Decimal(86))]) == Forecast(
        Decimal(86),
        Decimal(86),
        Decimal(86),
        Translated(
            fi="Aika on päättynyt. Luku 1.1.2012 on 86.",
            sv="Tiden har gått ut. Talet 1.1.2012 är 86.",
            en="The time is up. The figure on 1 January 2012 is 86.",
        ),
    )


def test_a_back_loaded_target_is_not_judged_by_an_even_pace():
    back_loaded = MeasureTarget(1, 1, Decimal(100), None, START, END, Course.BACK_LOADED)
    by_course = forecast_target(back_loaded, [(HALF_TIME, Decimal(25))], as_of=END)
    assert by_course.high == Decimal(100)
    assert by_course.high > told([(HALF_TIME, Decimal(25))]).high


def test_steps_not_yet_due_are_too_early():
    steps = (Step(date(2011, 6, 1), Decimal(60)),)
    stepped = MeasureTarget(1, 1, Decimal(100), None, START, END, Course.STEPS, steps)
    assert forecast_target(stepped, [(HALF_TIME, Decimal(5))], as_of=END).likely is None
    assert forecast_target(stepped, [(date(2011, 7, 1), Decimal(60))], as_of=END).high == Decimal(100)


def test_another_comparison_may_be_given():
    careful = Comparison(Decimal("0.5"), Decimal("0.6"), Decimal("1.2"), Translated("Oma vertailu"))
    result = forecast(Decimal(100), [(HALF_TIME, Decimal(50))], start=START, as_of=END, end=END, comparison=careful)
    assert (result.low, result.high) == (Decimal(75), Decimal(110))
    assert "Oma vertailu" in result.basis.fi


def test_a_level_may_fall_towards_the_plan():
    result = told([(HALF_TIME, Decimal(120))], combination=Combination.LATEST)
    assert numbers(result) == (Decimal(96), Decimal("109.5"), Decimal(120))


planned_amounts = st.integers(1, 100_000)
paces = st.decimals(0, 3, places=2)
offsets = st.integers(DAYS // 10 + 1, DAYS)


@given(planned_amounts, st.decimals(0, 100_000, places=1), offsets)
def test_a_sum_is_never_foretold_below_what_is_already_there(planned, actual, offset):
    result = told([(START + timedelta(days=offset), actual)], planned=planned)
    assert actual <= result.low <= result.likely <= result.high


@given(planned_amounts, st.decimals(0, 100_000, places=1), offsets, st.sampled_from(Combination))
def test_likely_lies_within_the_range(planned, actual, offset, combination):
    result = told([(START + timedelta(days=offset), actual)], planned=planned, combination=combination)
    assert result.low <= result.likely <= result.high


@given(planned_amounts, paces, offsets, offsets)
def test_the_range_narrows_with_time_at_the_same_pace(planned, pace, one, other):
    widths = []
    for offset in sorted((one, other)):
        actual = planned * pace * offset / DAYS
        result = told([(START + timedelta(days=offset), actual)], planned=planned)
        widths.append(result.high - result.low)
    assert widths[1] <= widths[0] + Decimal("0.1")
    assert other != one or widths[0] == widths[1]


@given(planned_amounts, offsets, st.integers(0, 1000), st.integers(0, 1000))
def test_more_results_never_lower_the_forecast(planned, offset, actual, more):
    day = START + timedelta(days=offset)
    less_is = told([(day, Decimal(actual))], planned=planned)
    more_is = told([(day, Decimal(actual + more))], planned=planned)
    assert all(one <= other for one, other in zip(numbers(less_is), numbers(more_is), strict=True))

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.comparisons import Comparison
from hankekori.core.forecast import Forecast, Part, forecast, forecast_target, forecast_total
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


def rounded(result):
    return tuple(round(number) for number in numbers(result))


def test_on_plan_at_half_time():
    result = told([(HALF_TIME, Decimal(50))])
    assert rounded(result) == (80, 99, 100)
    assert result.basis.fi == (
        "Luku 1.1.2011 on 50, ja suunnitelman ajasta tai välitavoitteista on takana 50 %. Loppuosa on arvioitu "
        "tähänastisesta tahdista ja vertailusta: Suomen rakennerahastohankkeiden 2007–2013 toteutunut rahoitus oli "
        "yleensä 72–100 % suunnitellusta."
    )


def test_a_slow_start_widens_the_range_downwards_and_a_fast_one_upwards():
    assert rounded(told([(HALF_TIME, Decimal(10))])) == (37, 79, 94)
    assert rounded(told([(HALF_TIME, Decimal(80))])) == (84, 114, 147)


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


def test_the_pace_weighs_by_the_square_of_the_time_gone():
    assert told([(HALF_TIME, Decimal(0))]).likely == Decimal("74.25")  # three quarters of 99
    late = told([(date(2011, 10, 19), Decimal(0))])  # nine tenths gone
    assert round(late.likely) == 19


def test_a_sum_below_zero_has_no_pace():
    assert numbers(told([(HALF_TIME, Decimal(-5))])) == numbers(told([(HALF_TIME, Decimal(0))]))


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
    assert round(by_course.likely) == 99
    assert by_course.likely > told([(HALF_TIME, Decimal(25))]).likely


def test_steps_not_yet_due_are_too_early():
    steps = (Step(date(2011, 6, 1), Decimal(60)),)
    stepped = MeasureTarget(1, 1, Decimal(100), None, START, END, Course.STEPS, steps)
    assert forecast_target(stepped, [(HALF_TIME, Decimal(5))], as_of=END).likely is None
    assert forecast_target(stepped, [(date(2011, 7, 1), Decimal(60))], as_of=END).likely == Decimal("99.36")


def test_another_comparison_may_be_given():
    careful = Comparison(Decimal("0.5"), Decimal("0.6"), Decimal("1.2"), Translated("Oma vertailu"))
    result = forecast(Decimal(100), [(HALF_TIME, Decimal(50))], start=START, as_of=END, end=END, comparison=careful)
    assert rounded(result) == (56, 70, 105)
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


def a_part(planned=100, actual=10, low=50, likely=60, high=90):
    ends = [None if end is None else Decimal(end) for end in (low, likely, high)]
    return Part(Decimal(planned), Decimal(actual), Forecast(*ends, Translated("Perustelu")))


TOO_YOUNG = Part(Decimal(200), None, Forecast(None, None, None, Translated("Liian aikaista")))


def test_a_total_is_the_sum_of_its_measures():
    total = forecast_total([a_part(), a_part(low=20, likely=20, high=20)])
    assert numbers(total) == (70, 80, 110)
    assert total.basis.fi.startswith("Toimenpiteiden ennusteet yhteensä (2).")


def test_a_young_measure_counts_by_its_plan_and_one_without_a_plan_by_its_actual():
    total = forecast_total([a_part(), TOO_YOUNG, Part(None, Decimal(7), None)])
    assert numbers(total) == (50 + 144 + 7, 60 + 198 + 7, 90 + 200 + 7)
    assert "Niistä 1 on arvioitu pelkästä suunnitelmasta" in total.basis.fi


def test_a_young_measure_that_has_passed_its_plan_is_not_taken_below_its_actual():
    passed = Part(Decimal(10), Decimal(25), None)
    assert numbers(forecast_total([a_part(), passed])) == (75, 85, 115)


def test_a_total_of_young_measures_only_is_not_foretold():
    total = forecast_total([TOO_YOUNG, TOO_YOUNG])
    assert numbers(total) == (None, None, None)
    assert "yhdellekään toimenpiteelle" in total.basis.fi


def test_nothing_planned_is_no_total():
    assert forecast_total([Part(None, Decimal(7), None)]) is None
    assert forecast_total([]) is None

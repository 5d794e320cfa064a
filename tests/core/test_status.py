from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, reported
from hankekori.core.indicators import Combination, IndicatorRule
from hankekori.core.ledger import ProjectFigure
from hankekori.core.rollup import PROGRAMME, NodeFigure, PlanMeasure, PlanState, ProjectPlan, Share, roll_up
from hankekori.core.status import Light, Status, Thresholds, light_of, measure_status, objective_status
from hankekori.core.targets import Step
from hankekori.core.texts import Translated

JOBS = Translated("Uudet työpaikat", "Nya arbetsplatser", "New jobs")
GREY = {Light.MISSING, Light.NOT_MEASURED, Light.NOT_APPLICABLE}
NODE = NodeFigure(
    node=PROGRAMME,
    indicator=1,
    planned_total=Decimal(184),
    planned_women=None,
    expected=Decimal(92),
    actual=reported(Decimal(61)),
    start=date(2010, 1, 1),
    end=date(2012, 1, 1),
    time_share=Decimal("0.5"),
    last_period=date(2010, 12, 31),
    missed_step=None,
    reported=(1, 2),
    missing=(),
    behind=(),
    not_measured=(),
    not_applicable=(),
    women_unknown=(),
)


def judged(**changes):
    return light_of(replace(NODE, **changes), indicator=JOBS)


def actual(total):
    return reported(Decimal(total))


@pytest.mark.parametrize(
    ("total", "light"),
    [(92, Light.ON_COURSE), ("82.8", Light.ON_COURSE), ("82.7", Light.LATE), ("64.4", Light.LATE), (64, Light.AT_RISK)],
)
def test_lights_by_actual_against_expected(total, light):
    assert judged(actual=actual(total)).light is light


def test_the_reason_names_the_figures_and_who_is_missing():
    status = judged(missing=(3, 4), behind=(2,))
    assert status.light is Light.AT_RISK
    assert status.reason == Translated(
        fi="Uudet työpaikat: 61, tähän mennessä odotettu 92. 2 hanketta ei ole raportoinut. "
        "1 hankkeelta puuttuvat viime kauden luvut.",
        sv="Nya arbetsplatser: 61, väntat hittills 92. 2 projekt har inte rapporterat. "
        "För 1 projekt saknas den senaste periodens tal.",
        en="New jobs: 61, expected by now 92. 2 projects have not reported. 1 project lacks the last period's figures.",
    )


def test_one_missing_project_is_told_in_the_singular():
    assert judged(missing=(3,)).reason.fi.endswith("1 hanke ei ole raportoinut.")


@pytest.mark.parametrize(
    ("figure", "light", "words"),
    [
        (MISSING, Light.MISSING, "Uudet työpaikat: tiedot puuttuvat."),
        (NOT_MEASURED, Light.NOT_MEASURED, "Uudet työpaikat: ei vielä mitattu."),
        (NOT_APPLICABLE, Light.NOT_APPLICABLE, "Uudet työpaikat: ei koske näitä hankkeita."),
        (actual(0), Light.AT_RISK, "Uudet työpaikat: 0, tähän mennessä odotettu 92."),
    ],
)
def test_zero_missing_not_measured_and_not_applicable_look_different(figure, light, words):
    status = judged(actual=figure)
    assert (status.light, status.reason.fi) == (light, words)


@pytest.mark.parametrize(
    ("changes", "light", "words"),
    [
        ({"planned_total": None, "expected": None}, Light.NOT_APPLICABLE, "tavoitetta ei ole asetettu."),
        ({"planned_total": Decimal(0), "expected": Decimal(0)}, Light.NOT_APPLICABLE, "tavoitteeksi on merkitty 0."),
        ({"time_share": Decimal("0.09")}, Light.NOT_MEASURED, "Vielä on liian varhaista arvioida."),
        ({"time_share": Decimal("0.1")}, Light.AT_RISK, "61, tähän mennessä odotettu 92."),
        ({"expected": Decimal(0)}, Light.NOT_MEASURED, "Vielä on liian varhaista arvioida."),
        ({"actual": actual(184), "time_share": Decimal(0)}, Light.ON_COURSE, "184, tavoite 184 on saavutettu."),
        (
            {"missed_step": Step(date(2010, 6, 1), Decimal(70)), "expected": Decimal(62)},
            Light.AT_RISK,
            "välitavoite 70 oli määrä saavuttaa 1.6.2010.",
        ),
        ({"behind": (1, 2), "actual": actual(92)}, Light.AT_RISK, "kaudelta, joka päättyi 31.12.2010."),
    ],
)
def test_other_cases(changes, light, words):
    status = judged(**changes)
    assert status.light is light
    assert status.reason.fi.startswith("Uudet työpaikat: ")
    assert status.reason.fi.endswith(words)


def test_a_share_is_told_in_percent():
    status = judged(
        actual=reported(Decimal(3), denominator=Decimal(5)), planned_total=Decimal(80), expected=Decimal(80)
    )
    assert status.light is Light.LATE
    assert status.reason.fi == "Uudet työpaikat: 60\u00a0%, tähän mennessä odotettu 80\u00a0%."


def test_thresholds_may_be_the_programmes_own():
    strict = Thresholds(on_course=Decimal(1), late=Decimal("0.95"))
    assert light_of(replace(NODE, actual=actual(87)), indicator=JOBS, thresholds=strict).light is Light.AT_RISK


def statuses(*lights):
    return [Status(light, Translated(fi=f"{number}.")) for number, light in enumerate(lights)]


@pytest.mark.parametrize(
    ("lights", "worst", "reason"),
    [
        ([Light.ON_COURSE, Light.AT_RISK, Light.LATE], Light.AT_RISK, "1."),
        ([Light.LATE, Light.ON_COURSE, Light.LATE], Light.LATE, "0. 2."),
        ([Light.ON_COURSE, Light.MISSING], Light.MISSING, "1."),
        ([Light.NOT_MEASURED, Light.ON_COURSE, Light.NOT_APPLICABLE], Light.ON_COURSE, "1."),
        ([Light.NOT_APPLICABLE, Light.NOT_MEASURED], Light.NOT_MEASURED, "1."),
    ],
)
def test_a_measure_stands_as_its_worst_indicator(lights, worst, reason):
    status = measure_status(statuses(*lights))
    assert (status.light, status.reason.fi) == (worst, reason)


def test_a_measure_without_indicators_is_grey():
    assert measure_status([]).light is Light.NOT_APPLICABLE
    assert objective_status([]).light is Light.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("weighted", "light"),
    [
        ([(Light.AT_RISK, 5), (Light.ON_COURSE, 5)], Light.AT_RISK),
        ([(Light.AT_RISK, 1), (Light.ON_COURSE, 9)], Light.LATE),
        ([(Light.LATE, 1), (Light.ON_COURSE, 2)], Light.LATE),
        ([(Light.LATE, 1), (Light.ON_COURSE, 3)], Light.ON_COURSE),
        ([(Light.MISSING, 1), (Light.ON_COURSE, 1)], Light.MISSING),
        ([(Light.MISSING, 1), (Light.ON_COURSE, 2)], Light.ON_COURSE),
        ([(Light.MISSING, 1), (Light.NOT_MEASURED, 5)], Light.MISSING),
        ([(Light.NOT_MEASURED, 1), (Light.NOT_APPLICABLE, 5)], Light.NOT_MEASURED),
        ([(Light.AT_RISK, 0), (Light.ON_COURSE, 0)], Light.AT_RISK),
    ],
)
def test_an_objective_weighs_its_measures(weighted, light):
    measures = [(Status(each, Translated()), Decimal(weight)) for each, weight in weighted]
    assert objective_status(measures).light is light


def test_an_objective_counts_its_measures_in_words():
    lights = [Light.ON_COURSE, Light.LATE, Light.ON_COURSE, Light.AT_RISK]
    reason = objective_status([(status, Decimal(1)) for status in statuses(*lights)]).reason
    assert reason.fi == "Toimenpiteitä 4: vaarassa 1, jäljessä 1, tavoitteessa 2."
    assert reason.sv == "Åtgärder 4: i riskzonen 1, släpar efter 1, enligt planen 2."
    assert reason.en == "Measures 4: at risk 1, behind 1, on course 2."


@pytest.mark.parametrize(
    ("planned", "actual_total", "light", "reason"),
    [
        (103, 86, Light.LATE, "Aloittaneet: 86, tähän mennessä odotettu 103."),
        (20, 0, Light.AT_RISK, "Aloittaneet: 0, tähän mennessä odotettu 20."),
        (0, 0, Light.NOT_APPLICABLE, "Aloittaneet: 0, tavoitteeksi on merkitty 0."),
    ],
)
def test_from_the_ledger_to_the_light_after_the_end(planned, actual_total, light, reason):
    start, end = date(2009, 5, 1), date(2012, 4, 30)
    state = PlanState(
        rules={1: IndicatorRule(1, Combination.SUM, 0, counts_women=False)},
        measures=[PlanMeasure(11, 1)],
        shares=[Share(5, 11, Decimal(1))],
        figures=[ProjectFigure(5, 1, actual(actual_total), date(2012, 6, 30))],
        plans=[ProjectPlan(5, 1, Decimal(planned), None, start, end)],
        targets=[],
    )
    node = roll_up(state, as_of=date(2012, 12, 31), last_due=date(2012, 6, 30))[PROGRAMME, 1]
    status = light_of(node, indicator=Translated("Aloittaneet"))
    assert (status.light, status.reason.fi) == (light, reason)


amounts = st.integers(0, 300).map(Decimal)
figures = st.sampled_from([MISSING, NOT_MEASURED, NOT_APPLICABLE]) | amounts.map(reported)


@given(figures, st.none() | amounts, st.none() | amounts, st.decimals(0, 1, places=2))
def test_without_numbers_nothing_is_ever_coloured(figure, planned, expected, gone):
    status = judged(actual=figure, planned_total=planned, expected=expected, time_share=gone)
    assert figure.is_reported or status.light in GREY
    assert all(status.reason.in_language(language).startswith(JOBS.in_language(language)) for language in ("fi", "sv"))


@given(amounts, amounts)
def test_more_results_never_make_the_light_worse(one, other):
    order = [Light.AT_RISK, Light.LATE, Light.ON_COURSE]
    low, high = sorted((one, other))
    assert order.index(judged(actual=reported(low)).light) <= order.index(judged(actual=reported(high)).light)


@given(st.lists(st.tuples(st.sampled_from(Light), st.integers(0, 9).map(Decimal)), min_size=1, max_size=8))
def test_an_objective_with_a_measure_at_risk_is_never_on_course_nor_grey(weighted):
    status = objective_status([(Status(light, Translated()), weight) for light, weight in weighted])
    lights = {light for light, _ in weighted}
    assert status.light not in {Light.ON_COURSE, *GREY} or Light.AT_RISK not in lights
    assert status.light is not Light.ON_COURSE or lights & {Light.ON_COURSE, Light.LATE}


@pytest.mark.parametrize(
    ("band", "total", "light"),
    [
        (None, 71, Light.ON_COURSE),
        (0, 77, Light.LATE),
        (0, 78, Light.ON_COURSE),
        (5, 73, Light.ON_COURSE),
        (5, 72, Light.LATE),
        (30, 48, Light.ON_COURSE),
        (30, 47, Light.AT_RISK),
        (5, 99, Light.ON_COURSE),
    ],
)
def test_an_indicator_with_a_band_of_its_own_is_held_against_it(band, total, light):
    """Planned 100, expected 78: a band of 5 lets the result be 73."""
    node = replace(NODE, planned_total=Decimal(100), expected=Decimal(78), actual=actual(total))
    status = light_of(node, indicator=JOBS, thresholds=Thresholds(band=band))

    assert status.light is light
    assert ("vaihteluväliin" in status.reason.fi) == (band is not None and light is Light.ON_COURSE and total < 78)

from decimal import Decimal

from hankekori.core.figures import NOT_APPLICABLE, reported
from hankekori.core.quality import QUALITY_NAMES, Gauge, Quality, rate_gauges, report_gauge, target_gauge, women_gauge
from hankekori.core.rollup import PROGRAMME, NodeFigure
from hankekori.core.rounds import Rates


def a_figure(**fields):
    values = dict.fromkeys(NodeFigure.__dataclass_fields__) | {
        "node": PROGRAMME,
        "indicator": 1,
        "planned_total": Decimal(10),
        "actual": reported(Decimal(5)),
        **dict.fromkeys(("reported", "missing", "behind", "not_measured", "not_applicable", "women_unknown"), ()),
    }
    return NodeFigure(**values | fields)


def test_indicators_without_a_plan_lack_a_target():
    apart = a_figure(planned_total=None, actual=NOT_APPLICABLE)
    gauge = target_gauge([a_figure(), a_figure(planned_total=Decimal(0)), a_figure(planned_total=None), apart])
    assert (gauge.have, gauge.of, gauge.missing) == (2, 3, 1)
    assert round(gauge.share) == 67


def test_old_figures_are_not_the_last_periods_and_statements_owe_nothing():
    figure = a_figure(reported=(1, 2, 3), behind=(3,), missing=(4,), not_measured=(5,), not_applicable=(6,))
    assert report_gauge([figure, a_figure(reported=(1,))]) == Gauge(Quality.REPORT, 3, 5)


def test_women_are_gauged_of_those_that_reported():
    figure = a_figure(reported=(1, 2, 3), women_unknown=(2,), missing=(4,))
    assert women_gauge([figure]) == Gauge(Quality.WOMEN, 2, 3)


def test_rounds_are_gauged_by_what_they_expect():
    assert rate_gauges(Rates(expected=10, received=8, on_time=5)) == (
        Gauge(Quality.RECEIVED, 8, 10),
        Gauge(Quality.ON_TIME, 5, 10),
    )


def test_nothing_to_gauge_has_no_share():
    assert target_gauge([]).share is None
    assert women_gauge([]) == Gauge(Quality.WOMEN, 0, 0)


def test_everything_gauged_has_a_name_in_three_languages():
    for kind in Quality:
        name = QUALITY_NAMES[kind]
        assert name.fi
        assert name.sv
        assert name.en

import dataclasses
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, reported
from hankekori.core.indicators import Combination, IndicatorRule
from hankekori.core.ledger import ProjectFigure
from hankekori.core.rollup import PROGRAMME, Node, NodeKind, PlanMeasure, PlanState, ProjectPlan, Share, roll_up
from hankekori.core.targets import Course, MeasureTarget, Step

START, END, HALF_TIME = date(2010, 1, 1), date(2012, 1, 1), date(2011, 1, 1)
SPRING, AUTUMN = date(2010, 6, 30), date(2010, 12, 31)
JOBS, STAFF, PASSED = 1, 2, 3
RULES = {
    JOBS: IndicatorRule(JOBS, Combination.SUM, 0, counts_women=True),
    STAFF: IndicatorRule(STAFF, Combination.LATEST, 0, counts_women=False),
    PASSED: IndicatorRule(PASSED, Combination.SHARE, 0, counts_women=False),
}
MEASURES = (PlanMeasure(11, 1), PlanMeasure(12, 1), PlanMeasure(21, 2))


def number(value):
    return None if value is None else Decimal(value)


def figure(project, total, women=None, *, indicator=JOBS, last=AUTUMN, denominator=None):
    return ProjectFigure(project, indicator, reported(Decimal(total), number(women), number(denominator)), last)


def plan(project, total, women=None, *, indicator=JOBS, start=START, end=END):
    return ProjectPlan(project, indicator, number(total), number(women), start, end)


def share(project, measure, part="1"):
    return Share(project, measure, Decimal(part))


def target(measure, total, women=None, indicator=JOBS):
    return MeasureTarget(measure, indicator, Decimal(total), number(women), START, END)


def state(shares=(), figures=(), plans=(), targets=()):
    return PlanState(RULES, MEASURES, shares, figures, plans, targets)


def at(plan_state, node, indicator=JOBS, as_of=HALF_TIME, last_due=AUTUMN):
    return roll_up(plan_state, as_of=as_of, last_due=last_due)[node, indicator]


def measure(key):
    return Node(NodeKind.MEASURE, key)


def objective(key):
    return Node(NodeKind.OBJECTIVE, key)


def test_projects_add_up_to_measure_objective_and_programme():
    told = state(
        shares=[share(1, 11), share(2, 12), share(3, 21)],
        figures=[figure(1, 4, 2), figure(2, 5, 1), figure(3, 10, 10)],
        plans=[plan(1, 20, 10), plan(2, 10, 0), plan(3, 40, 40)],
    )
    first = at(told, objective(1))
    assert first.actual == reported(Decimal(9), Decimal(3))
    assert (first.planned_total, first.planned_women, first.expected) == (30, 10, 15)
    assert (first.reported, first.last_period, first.time_share) == ((1, 2), AUTUMN, Decimal("0.5"))
    assert at(told, measure(12)).actual == reported(Decimal(5), Decimal(1))
    assert at(told, PROGRAMME).actual == reported(Decimal(19), Decimal(13))


def test_a_project_in_two_measures_counts_once_by_share():
    told = state([share(1, 11, "0.75"), share(1, 21, "0.25")], [figure(1, 8, 4)], [plan(1, 20, 12)])
    assert at(told, measure(11)).actual == reported(Decimal(6), Decimal(3))
    assert at(told, measure(21)).planned_total == 5
    whole = at(told, PROGRAMME)
    assert (whole.actual, whole.planned_total, whole.reported) == (reported(Decimal(8), Decimal(4)), 20, (1,))


def test_a_measures_own_target_takes_the_place_of_its_projects_plans():
    told = state([share(1, 11), share(2, 12)], [figure(1, 4, 0)], [plan(1, 20), plan(2, 7)], [target(11, 100, 50)])
    own = at(told, measure(11))
    assert (own.planned_total, own.planned_women, own.expected, own.end) == (100, 50, 50, END)
    assert at(told, objective(1)).planned_total == 107


def test_a_target_without_projects_is_missing():
    alone = at(state(targets=[target(11, 100)]), measure(11))
    assert (alone.actual, alone.planned_total, alone.missing) == (MISSING, 100, ())


def test_projects_without_figures_are_told_apart():
    told = state(
        shares=[share(project, 11) for project in (1, 2, 3, 4, 5)],
        figures=[
            figure(1, 4),
            ProjectFigure(2, JOBS, NOT_MEASURED, None),
            ProjectFigure(3, JOBS, NOT_APPLICABLE, None),
        ],
        plans=[plan(project, 5) for project in (1, 2, 3, 4)] + [plan(5, 5, start=HALF_TIME)],
    )
    node = at(told, measure(11))
    assert node.reported == (1,)
    assert node.missing == (4,)
    assert node.not_measured == (2, 5)
    assert node.not_applicable == (3,)
    assert node.women_unknown == (1,)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([], MISSING),
        ([ProjectFigure(1, JOBS, NOT_MEASURED, None)], NOT_MEASURED),
        ([ProjectFigure(1, JOBS, NOT_APPLICABLE, None)], NOT_APPLICABLE),
        ([figure(1, 0, 0)], reported(Decimal(0), Decimal(0))),
    ],
)
def test_zero_not_measured_not_applicable_and_missing_reach_the_programme(figures, expected):
    assert at(state([share(1, 11)], figures, [plan(1, 5)]), PROGRAMME).actual == expected


def test_a_project_that_does_not_run_the_indicator_is_not_missing():
    told = state([share(1, 11), share(2, 11)], [figure(1, 4)], [plan(1, None)], [target(11, 10)])
    assert at(told, measure(11)).missing == ()


def test_old_figures_leave_a_running_project_behind():
    shares = [share(1, 11), share(2, 11), share(3, 11)]
    figures = [figure(1, 1, last=SPRING), figure(2, 1, last=AUTUMN), figure(3, 1, last=SPRING)]
    plans = [plan(1, 5), plan(2, 5), plan(3, 5, end=date(2010, 5, 31))]
    assert at(state(shares, figures, plans), measure(11)).behind == (1,)


def test_a_stock_adds_up_over_projects():
    told = state([share(1, 11), share(2, 11)], [figure(1, 3, indicator=STAFF), figure(2, 4, indicator=STAFF)])
    whole = at(told, PROGRAMME, STAFF)
    assert (whole.actual, whole.women_unknown) == (reported(Decimal(7)), ())


def test_a_project_that_started_on_the_due_periods_last_day_is_missing():
    told = state([share(1, 11), share(2, 11)], plans=[plan(1, 5, start=AUTUMN), plan(2, 5, start=HALF_TIME)])
    assert (at(told, measure(11)).missing, at(told, measure(11)).not_measured) == ((1,), (2,))
    assert at(told, measure(11), last_due=None).missing == (1, 2)


def test_a_share_adds_totals_and_denominators_and_takes_the_mean_of_plans():
    told = state(
        [share(1, 11), share(2, 11), share(3, 12)],
        [figure(1, 1, indicator=PASSED, denominator=10), figure(2, 39, indicator=PASSED, denominator=40)],
        [plan(1, 60, indicator=PASSED), plan(2, 80, indicator=PASSED), plan(3, 90, indicator=PASSED)],
    )
    node = at(told, measure(11), PASSED)
    assert (node.actual.value, node.planned_total, node.expected) == (80, 70, 70)
    assert at(told, objective(1), PASSED).planned_total == 80


def test_shares_in_measures_outside_the_plan_do_not_count():
    assert roll_up(state([share(1, 99)], [figure(1, 4)], [plan(1, 5)]), as_of=HALF_TIME) == {}


def test_a_missed_milestone_is_told_of_the_measure_only():
    step = Step(date(2010, 6, 1), Decimal(5))
    stepped = dataclasses.replace(target(11, 10), course=Course.STEPS, steps=(step,))
    told = state([share(1, 11)], [figure(1, 4)], [plan(1, 10)], [stepped])
    assert (at(told, measure(11)).missed_step, at(told, measure(11)).expected) == (step, 5)
    assert at(told, objective(1)).missed_step is None


parts = st.sampled_from([Decimal(0), Decimal("0.2"), Decimal("0.25"), Decimal("0.3334"), Decimal("0.5"), Decimal(1)])
amounts = st.integers(0, 500).map(Decimal)
projects = st.integers(1, 8)
indicators = st.sampled_from([JOBS, STAFF])
measures = st.sampled_from([11, 12, 21])
starts = st.dates(date(2009, 1, 1), date(2011, 6, 30))


def one_each(elements, *names):
    return st.lists(elements, max_size=16, unique_by=lambda each: tuple(getattr(each, name) for name in names))


all_figures = one_each(
    st.builds(
        ProjectFigure,
        projects,
        indicators,
        st.sampled_from([MISSING, NOT_MEASURED, NOT_APPLICABLE]) | amounts.map(reported),
        st.sampled_from([SPRING, AUTUMN]),
    ),
    "project",
    "indicator",
)
all_plans = one_each(
    st.builds(ProjectPlan, projects, indicators, st.none() | amounts, st.none() | amounts, starts, st.just(END)),
    "project",
    "indicator",
)
all_shares = one_each(st.builds(Share, projects, measures, parts), "project", "measure")
all_targets = one_each(
    st.builds(MeasureTarget, measures, indicators, amounts, st.none() | amounts, starts, st.just(END)),
    "measure",
    "indicator",
)
states = st.builds(state, all_shares, all_figures, all_plans, all_targets)


@given(states, st.randoms())
def test_the_order_of_rows_does_not_matter(told, order):
    rows = {
        name: order.sample(rows, len(rows))
        for name in ("measures", "shares", "figures", "plans", "targets")
        if (rows := list(getattr(told, name)))
    }
    mixed = dataclasses.replace(told, **rows)
    assert roll_up(mixed, as_of=HALF_TIME, last_due=AUTUMN) == roll_up(told, as_of=HALF_TIME, last_due=AUTUMN)


@given(states)
def test_objectives_add_up_to_the_programme(told):
    rolled = roll_up(told, as_of=HALF_TIME, last_due=AUTUMN)
    for indicator in (JOBS, STAFF):
        below = [each for (node, key), each in rolled.items() if key == indicator and node.kind is NodeKind.OBJECTIVE]
        if below:
            whole = rolled[PROGRAMME, indicator]
            for read in (lambda each: each.actual.total, lambda each: each.planned_total, lambda each: each.expected):
                known = [read(each) for each in below if read(each) is not None]
                assert read(whole) == (sum(known) if known else None)
            assert set(whole.missing) == {project for each in below for project in each.missing}


@given(states, st.sampled_from(["0", "0.1", "0.5", "0.75", "1"]))
def test_splitting_a_share_never_changes_programme_totals(told, part):
    told = dataclasses.replace(told, targets=())
    split = [
        piece
        for each in told.shares
        for piece in (
            dataclasses.replace(each, share=each.share * Decimal(part)),
            dataclasses.replace(each, share=each.share * (1 - Decimal(part)), measure=12),
        )
    ]
    before = roll_up(told, as_of=HALF_TIME, last_due=AUTUMN)
    after = roll_up(dataclasses.replace(told, shares=split), as_of=HALF_TIME, last_due=AUTUMN)
    for indicator in (JOBS, STAFF):
        assert after.get((PROGRAMME, indicator)) == before.get((PROGRAMME, indicator))


@given(states, measures, amounts)
def test_a_project_with_zero_share_changes_nothing(told, where, amount):
    more = dataclasses.replace(
        told,
        shares=[*told.shares, Share(99, where, Decimal(0))],
        figures=[*told.figures, figure(99, amount)],
        plans=[*told.plans, plan(99, amount)],
    )
    assert roll_up(more, as_of=HALF_TIME, last_due=AUTUMN) == roll_up(told, as_of=HALF_TIME, last_due=AUTUMN)


@given(states)
def test_every_project_of_a_node_is_in_exactly_one_list(told):
    for node in roll_up(told, as_of=HALF_TIME, last_due=AUTUMN).values():
        lists = (node.reported, node.missing, node.not_measured, node.not_applicable)
        everyone = [project for each in lists for project in each]
        assert len(everyone) == len(set(everyone))
        assert set(node.behind) | set(node.women_unknown) <= set(node.reported)
        assert bool(node.reported) == node.actual.is_reported

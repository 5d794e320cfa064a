"""What changed between two days, entry by entry and summed up."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hankekori.areas.monitoring.ledger_changes import changes_at, ledger_changes
from hankekori.areas.monitoring.queries import programme_state
from hankekori.core.figures import MISSING, reported
from hankekori.core.rollup import PROGRAMME, Node, NodeKind
from tests.builders import AS_OF, a_ledger_entry, a_measure, a_programme, a_project, a_user, an_indicator

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2010, 12, 31), date(2011, 12, 31)


def at(month, day, hour=12):
    return datetime(2012, month, day, hour, tzinfo=UTC)


@pytest.fixture
def programme():
    return a_programme()


def entry(project, indicator, total, period_end=FIRST, **fields):
    return a_ledger_entry(project, indicator, total, period_start=date(2010, 1, 1), period_end=period_end, **fields)


def test_changes_tell_the_figure_before_and_after(programme):
    project, indicator = a_project(programme), an_indicator(programme)
    first = entry(project, indicator, 10, recorded_at=at(1, 10))
    entry(project, indicator, 5, SECOND, women=2, recorded_at=at(2, 20))
    correction = {"source": "correction", "corrects": first, "reason": "typing", "explanation": "Luku oli väärin."}
    entry(project, indicator, -3, recorded_at=at(3, 1), **correction)
    entry(a_project(programme), indicator, 99, recorded_at=at(1, 11))

    newest, oldest = ledger_changes(programme, since=date(2012, 2, 14), until=date(2012, 4, 30))

    assert (oldest.before, oldest.after) == (reported(Decimal(10)), reported(Decimal(15), Decimal(2)))
    assert (newest.before, newest.after) == (reported(Decimal(15), Decimal(2)), reported(Decimal(12), Decimal(2)))
    assert (newest.project_code, newest.indicator.code, newest.explanation, newest.corrects) == (
        project.code,
        indicator.code,
        "Luku oli väärin.",
        first.pk,
    )


def test_a_day_ends_at_midnight_in_finland(programme):
    project, indicator = a_project(programme), an_indicator(programme)
    entry(project, indicator, 1, recorded_at=datetime(2012, 2, 14, 21, 59, tzinfo=UTC))  # still the 14th
    entry(project, indicator, 2, recorded_at=datetime(2012, 2, 14, 22, 0, tzinfo=UTC))  # the 15th
    (found,) = ledger_changes(programme, since=date(2012, 2, 14), until=date(2012, 2, 15))
    assert (found.before.total, found.after.total) == (1, 3)


def test_the_first_entry_changes_missing_to_a_number(programme):
    entry(a_project(programme), an_indicator(programme), 0, recorded_at=at(3, 1))
    (found,) = ledger_changes(programme, since=date(2012, 2, 14), until=AS_OF)
    assert (found.before, found.after) == (MISSING, reported(Decimal(0)))


def test_later_periods_are_left_out_of_the_figures_and_the_list(programme):
    project, indicator = a_project(programme), an_indicator(programme)
    entry(project, indicator, 1, SECOND, recorded_at=at(1, 10))
    entry(project, indicator, 2, FIRST, recorded_at=at(3, 1))
    entry(project, indicator, 4, SECOND, recorded_at=at(3, 2))

    (found,) = ledger_changes(programme, since=date(2012, 2, 14), until=AS_OF, as_of=FIRST)

    assert (found.before, found.after) == (MISSING, reported(Decimal(2)))


def test_the_reason_and_who_recorded_are_told(programme):
    project, indicator, user = a_project(programme), an_indicator(programme), a_user("Kirjaaja")
    first = entry(project, indicator, 10, recorded_at=at(1, 10), recorded_by=user)
    why = {"source": "correction", "corrects": first, "reason": "counted_twice", "explanation": "Sama kahdesti"}
    entry(project, indicator, -1, recorded_at=at(3, 1), recorded_by=user, **why)
    (found,) = ledger_changes(programme, since=date(2012, 2, 14), until=AS_OF)

    assert (found.reason, found.explanation, found.recorded_by) == ("counted_twice", "Sama kahdesti", "Kirjaaja")


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_reading_changes_takes_the_same_queries_for_any_number_of_rows(programme, django_assert_num_queries, rows):
    measure, indicator = a_measure(programme), an_indicator(programme)
    for _ in range(rows):
        entry(a_project(programme, measure), indicator, 5)
    with django_assert_num_queries(1):
        assert len(ledger_changes(programme, since=date(2012, 1, 1), until=AS_OF)) == rows
    days = {"as_of": AS_OF, "since": date(2012, 1, 1), "until": AS_OF}
    with django_assert_num_queries(5):
        assert len(changes_at(programme, node=Node(NodeKind.MEASURE, measure.pk), **days).changes) == rows


@settings(max_examples=25, deadline=None)
@given(
    written=st.lists(
        st.tuples(
            st.integers(0, 2),  # project
            st.integers(0, 2),  # indicator
            st.sampled_from([FIRST, SECOND]),
            st.one_of(st.none(), st.integers(0, 50)),
            st.integers(1, 28),  # day of recording in March
        ),
        max_size=12,
    ),
    days=st.tuples(st.integers(1, 28), st.integers(1, 28)).map(sorted),
    as_of=st.sampled_from([FIRST, SECOND]),
)
def test_sums_of_changes_are_the_difference_of_the_two_states(written, days, as_of):
    """At the programme, an objective and a measure, for sums, levels and shares, with projects shared by measures."""
    programme = a_programme()
    measures = [a_measure(programme), a_measure(programme)]
    indicators = [an_indicator(programme, combination=how) for how in ("sum", "latest", "share")]
    projects = [a_project(programme, measures[0]), a_project(programme, *measures), a_project(programme)]
    for project, indicator, period_end, total, day in written:
        entry(
            projects[project], indicators[indicator], total, period_end, recorded_at=at(3, day),
            denominator=100 if indicator == 2 and total is not None else None,
        )  # fmt: skip
    since, until = (date(2012, 3, day) for day in days)
    states = [programme_state(programme, as_of=as_of, known_on=day) for day in (since, until)]
    nodes = [PROGRAMME, Node(NodeKind.OBJECTIVE, measures[0].objective_id)]
    nodes += [Node(NodeKind.MEASURE, measure.pk) for measure in measures]

    for node in nodes:
        found = changes_at(programme, node=node, as_of=as_of, since=since, until=until)
        before, after = (totals(state, node) for state in states)
        moved = {line.indicator.id: (line.before.total or 0, line.after.total or 0) for line in found.sums}
        for indicator in before.keys() | after.keys() | moved.keys():
            pair = before.get(indicator, 0), after.get(indicator, 0)
            assert moved.get(indicator, pair) == pair
            counted = sum(each.counted for each in found.changes if each.change.indicator.id == indicator)
            assert counted == pair[1] - pair[0]


def totals(state, node):
    """Give the totals of a place in the plan by indicator, zero where nobody gave a number."""
    lines = {PROGRAMME: state.totals}
    for objective in state.objectives:
        lines[Node(NodeKind.OBJECTIVE, objective.id)] = objective.indicators
        lines |= {Node(NodeKind.MEASURE, measure.id): measure.indicators for measure in objective.measures}
    return {line.indicator.id: line.figure.actual.total or 0 for line in lines[node]}

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hankekori.areas.monitoring.ledger_queries import course, entries_behind, entry_of, recording_days
from hankekori.areas.monitoring.ledger_sums import project_figures
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.queries import programme_state
from hankekori.core.indicators import Combination, IndicatorRule
from hankekori.core.ledger import cumulate, cumulate_all
from hankekori.core.rollup import PROGRAMME, Node, NodeKind
from tests.builders import AS_OF, a_ledger_entry, a_measure, a_programme, a_project, a_share, an_indicator

pytestmark = pytest.mark.django_db
FIRST, SECOND = date(2010, 12, 31), date(2011, 12, 31)


def at(month, day, hour=12):
    return datetime(2012, month, day, hour, tzinfo=UTC)


@pytest.fixture
def programme():
    return a_programme()


def entry(project, indicator, total, period_end=FIRST, **fields):
    return a_ledger_entry(project, indicator, total, period_start=date(2010, 1, 1), period_end=period_end, **fields)


def test_rules_in_python_and_sums_in_sql_end_a_day_at_the_same_moment(programme):
    project, indicator = a_project(programme), an_indicator(programme)
    entry(project, indicator, 1, recorded_at=datetime(2012, 2, 14, 21, 59, tzinfo=UTC))
    entry(project, indicator, 2, recorded_at=datetime(2012, 2, 14, 22, 0, tzinfo=UTC))
    entries = [entry_of(row) for row in LedgerEntry.objects.all()]
    for day, expected in ((14, 1), (15, 3)):
        asked = {"as_of": SECOND, "known_on": date(2012, 2, day)}
        (in_sql,) = project_figures(programme.pk, **asked)
        assert in_sql.figure.total == cumulate(entries, Combination.SUM, **asked).figure.total == expected


def test_days_of_recording_are_finnish_days_each_once(programme):
    project, other, indicator = a_project(programme), a_project(programme), an_indicator(programme)
    for moment in (at(2, 14, 21), at(2, 14, 22), at(2, 15), at(1, 10)):
        entry(project, indicator, 1, recorded_at=moment)
    entry(other, indicator, 1, recorded_at=at(4, 1))

    days = recording_days(programme, projects=[project.pk])

    assert days == (date(2012, 1, 10), date(2012, 2, 14), date(2012, 2, 15))


def test_a_figure_opens_to_the_rows_behind_it(programme):
    first, second, indicator = a_measure(programme), a_measure(programme), an_indicator(programme)
    project = a_project(programme)
    a_share(project, first, Decimal("0.75"))
    a_share(project, second, Decimal("0.25"))
    entry(project, indicator, 8)
    entry(project, indicator, 4, SECOND)
    entry(a_project(programme), indicator, 99)  # outside the plan
    where = {"indicator": indicator.pk, "as_of": AS_OF}

    rows = entries_behind(programme, node=Node(NodeKind.MEASURE, first.pk), **where)

    assert [(row.period_end, row.share, row.counted) for row in rows] == [
        (SECOND, Decimal("0.75"), 3),
        (FIRST, Decimal("0.75"), 6),
    ]
    objective = Node(NodeKind.OBJECTIVE, first.objective_id)
    for node in (objective, PROGRAMME):
        assert [row.counted for row in entries_behind(programme, node=node, **where)] == [4, 8]
    total = programme_state(programme, as_of=AS_OF).totals[0].figure.actual.total
    assert sum(row.counted for row in entries_behind(programme, node=PROGRAMME, **where)) == total


@pytest.mark.parametrize(
    ("combination", "points"),
    [
        ("sum", [(FIRST, Decimal(11)), (SECOND, Decimal(17))]),
        ("latest", [(FIRST, Decimal(11)), (SECOND, Decimal(9))]),
        ("share", [(FIRST, Decimal("27.5")), (SECOND, Decimal("22.5"))]),
    ],
)
def test_the_course_is_the_figure_at_each_period_end(programme, combination, points):
    measure, indicator = a_measure(programme), an_indicator(programme, combination=combination)
    of = {"denominator": 20} if combination == "share" else {}
    first, second = a_project(programme, measure), a_project(programme, measure)
    entry(first, indicator, 8, **of)
    entry(second, indicator, 3, **of)
    entry(first, indicator, 6, SECOND, **of)
    node = Node(NodeKind.MEASURE, measure.pk)
    assert list(course(programme, node=node, indicator=indicator.pk, as_of=AS_OF)) == points
    for day, value in points:
        assert programme_state(programme, as_of=day).totals[0].figure.actual.value == value


entries = st.lists(
    st.tuples(
        st.integers(0, 1),
        st.integers(0, 2),
        st.sampled_from([FIRST, SECOND, date(2012, 6, 30)]),
        st.sampled_from(["reported", "not_measured", "not_applicable"]),
        st.integers(-9, 30),
        st.none() | st.integers(-9, 30),
        st.integers(1, 3),
    ),
    max_size=12,
)


@given(written=entries, as_of=st.sampled_from([FIRST, SECOND, AS_OF]), known_on=st.none() | st.integers(1, 3))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_database_adds_up_as_the_rule_does(written, as_of, known_on):
    programme = a_programme()
    projects = [a_project(programme) for _ in range(2)]
    indicators = [an_indicator(programme, combination=way) for way in ("sum", "latest", "share")]
    for project, kind, period_end, state, total, women, month in written:
        values = {"total": total, "women": women, "denominator": 50 if kind == 2 else None}
        values = values if state == "reported" else {"total": None}
        entry(
            projects[project], indicators[kind], period_end=period_end, state=state, recorded_at=at(month, 1), **values
        )
    known = None if known_on is None else date(2012, known_on, 1)
    rows = [entry_of(row) for row in LedgerEntry.objects.filter(programme=programme)]
    rules = {
        each.pk: IndicatorRule(each.pk, Combination(each.combination), 0, counts_women=True) for each in indicators
    }
    by_rule = cumulate_all(rows, rules, as_of=as_of, known_on=known)
    assert project_figures(programme.pk, as_of=as_of, known_on=known) == by_rule


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_reading_the_ledger_takes_the_same_queries_for_any_number_of_rows(programme, django_assert_num_queries, rows):
    measure, indicator = a_measure(programme), an_indicator(programme)
    for _ in range(rows):
        entry(a_project(programme, measure), indicator, 5)
    node = Node(NodeKind.MEASURE, measure.pk)
    with django_assert_num_queries(3):
        assert len(entries_behind(programme, node=node, indicator=indicator.pk, as_of=AS_OF)) == rows
    with django_assert_num_queries(5):
        assert course(programme, node=node, indicator=indicator.pk, as_of=AS_OF) == ((FIRST, Decimal(5 * rows)),)

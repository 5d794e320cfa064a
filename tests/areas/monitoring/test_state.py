from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from hankekori.areas.monitoring.queries import programme_state
from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, reported
from hankekori.core.funding import FundingSum
from hankekori.core.status import Light
from tests.builders import (
    AS_OF,
    a_ledger_entry,
    a_measure,
    a_plan,
    a_programme,
    a_project,
    a_project_plan,
    a_share,
    a_target,
    an_indicator,
    an_objective,
    an_organisation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return a_programme()


@pytest.fixture
def indicator(programme):
    return an_indicator(programme)


@pytest.fixture
def measure(programme):
    return a_measure(programme)


def test_state_of_a_measure(programme, indicator, measure):
    measure.responsible = an_organisation(programme, name="Heinolan kaupunki")
    measure.save()
    a_target(measure, indicator, 90)
    project = a_project(programme, measure, implementer=an_organisation(programme, name="Toteuttaja"))
    a_project_plan(project, indicator, 80)
    a_ledger_entry(project, indicator, 70, women=30)

    state = programme_state(programme, as_of=AS_OF)

    (objective,) = state.objectives
    (found,) = objective.measures
    (line,) = found.indicators
    assert (found.name.fi, found.responsible, found.light) == (measure.name_fi, "Heinolan kaupunki", Light.ON_COURSE)
    assert (line.indicator.code, line.figure.planned_total) == (indicator.code, Decimal(90))
    assert line.figure.actual == reported(Decimal(70), Decimal(30))
    assert line.forecast is not None
    assert line.forecast.likely is not None
    assert line.forecast.likely >= 70
    assert state.codes(found.projects) == [project.code]
    assert state.projects_by_id[project.pk].implementer == "Toteuttaja"
    assert objective.light is Light.ON_COURSE
    assert state.totals[0].figure.actual == reported(Decimal(70), Decimal(30))


def test_a_project_in_two_measures_counts_once(programme, indicator, measure):
    other = a_measure(programme)
    project = a_project(programme)
    a_share(project, measure, Decimal("0.75"))
    a_share(project, other, Decimal("0.25"))
    a_ledger_entry(project, indicator, 100, women=40)

    state = programme_state(programme, as_of=AS_OF)

    actuals = [each.indicators[0].figure.actual for each in state.measures]
    assert actuals == [reported(Decimal(75), Decimal(30)), reported(Decimal(25), Decimal(10))]
    assert state.totals[0].figure.actual == reported(Decimal(100), Decimal(40))


def test_figures_after_as_of_or_recorded_after_known_on_are_left_out(programme, indicator, measure):
    project = a_project(programme, measure)
    a_ledger_entry(project, indicator, 5, period_end=date(2011, 12, 31))
    a_ledger_entry(project, indicator, 7, period_start=date(2012, 1, 1), period_end=date(2012, 6, 30))
    late = datetime(2012, 2, 29, 22, 30, tzinfo=UTC)  # 1 March in Finland
    a_ledger_entry(project, indicator, 9, period_end=date(2011, 12, 31), recorded_at=late)

    def total(**when):
        return programme_state(programme, **when).totals[0].figure.actual.total

    assert total(as_of=date(2011, 12, 31)) == 14
    assert total(as_of=date(2012, 6, 30)) == 21
    assert total(as_of=date(2011, 12, 31), known_on=date(2012, 2, 29)) == 5
    assert total(as_of=date(2011, 12, 31), known_on=date(2012, 3, 1)) == 14
    assert total(as_of=date(2011, 12, 31), known_on=late) == 14


def test_zero_not_measured_not_applicable_and_missing_differ(programme, indicator):
    measures = [a_measure(programme) for _ in range(4)]
    projects = [a_project(programme, each) for each in measures]
    a_ledger_entry(projects[0], indicator, 0)
    a_ledger_entry(projects[1], indicator, None)
    a_ledger_entry(projects[2], indicator, None, state="not_applicable")
    a_project_plan(projects[3], indicator, 10)

    state = programme_state(programme, as_of=AS_OF)

    actuals = [each.indicators[0].figure.actual for each in state.measures]
    assert actuals == [reported(Decimal(0)), NOT_MEASURED, NOT_APPLICABLE, MISSING]


def test_a_plan_of_a_project_that_was_not_funded_promises_nothing(programme, indicator, measure):
    a_project_plan(a_project(programme, measure, stage="rejected"), indicator, 10)
    assert programme_state(programme, as_of=AS_OF).totals == ()


def test_funding_of_followed_projects_and_of_the_basket(programme, measure):
    a_project(programme, measure, granted_eu_state=100, realised_eu_state=90)
    a_project(programme, basket_state="left", granted_eu_state=50)
    a_project(programme, basket_state="outside", granted_eu_state=7)

    state = programme_state(programme, as_of=AS_OF)

    assert state.funding.granted_eu_state == FundingSum(Decimal(150), 2, 0)
    assert state.basket_funding.granted_eu_state == FundingSum(Decimal(100), 1, 0)
    assert len(state.projects_by_id) == 2


def test_gaps_name_what_is_missing(programme, indicator, measure):
    project = a_project(programme)
    a_project_plan(project, indicator, 10)

    state = programme_state(programme, as_of=AS_OF)

    codes = {(gap.code, gap.subject_id) for gap in state.gaps}
    assert codes >= {
        ("measure-without-responsible", measure.pk),
        ("measure-without-project", measure.pk),
        ("measure-without-target", measure.pk),
        ("project-without-measure", project.pk),
        ("project-without-municipality", project.pk),
        ("project-without-figures", project.pk),
    }


def test_the_plan_in_force_on_the_day_is_shown(programme):
    first, second = a_plan(programme), a_plan(programme, number=2, adopted_on=date(2011, 1, 1))
    draft = a_plan(programme, number=3, adopted_on=None)
    for version, name in ((first, "vanha"), (second, "uusi"), (draft, "luonnos")):
        an_objective(programme, version, name_fi=name)

    def names(day):
        return [each.name.fi for each in programme_state(programme, as_of=day).objectives]

    assert names(date(2009, 1, 1)) == ["vanha"]
    assert names(date(2010, 12, 31)) == ["vanha"]
    assert names(date(2011, 1, 1)) == ["uusi"]


def test_a_programme_without_a_plan_is_empty(programme):
    state = programme_state(programme, as_of=AS_OF)
    assert (state.objectives, state.totals, state.plan_version) == ((), (), None)


def test_other_programmes_do_not_show(programme):
    other = a_programme()
    project = a_project(other, a_measure(other))
    a_ledger_entry(project, an_indicator(other), 10)
    state = programme_state(programme, as_of=AS_OF)
    assert (state.objectives, state.totals, dict(state.projects_by_id), state.gaps) == ((), (), {}, ())


@pytest.mark.parametrize("projects", [1, 3, 50])
def test_state_takes_eleven_queries(programme, indicator, django_assert_num_queries, projects):
    for _ in range(projects):
        measure = a_measure(programme)
        project = a_project(programme, measure)
        a_target(measure, indicator, 10)
        a_project_plan(project, indicator, 10)
        a_ledger_entry(project, indicator, 5)
    with django_assert_num_queries(11):
        programme_state(programme, as_of=AS_OF)

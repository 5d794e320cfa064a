from datetime import date
from decimal import Decimal

import pytest

from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.monitoring import actions as monitoring_actions
from hankekori.areas.monitoring.errors import EntriesRefusedError, ReasonMissingError
from hankekori.areas.plan.actions import (
    PlanAdoptedError,
    StepsMissingError,
    TargetError,
    adopt_version,
    prepare_version,
    save_indicator,
    save_measure,
    save_objective,
    save_target,
    set_responsible,
)
from hankekori.areas.plan.queries import (
    indicators_of,
    measure_targets,
    measures_of,
    plan_tree,
    targets_of,
)
from hankekori.core.targets import Course, MeasureTarget, Step
from hankekori.core.texts import Translated
from tests.builders import (
    NOW,
    a_ledger_entry,
    a_measure,
    a_programme,
    a_project,
    a_target,
    an_indicator,
    an_objective,
    an_organisation,
)

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}
NAME = Translated("Nimi", "Namn", "Name")
DAYS = {"start": date(2010, 1, 1), "due": date(2011, 12, 31)}


@pytest.fixture
def programme():
    return a_programme()


def test_a_plan_is_prepared_adopted_and_then_closed(programme):
    version = prepare_version(**NOBODY, programme=programme, name=NAME)
    objective = save_objective(**NOBODY, version=version, number="1", name=NAME, position=1)
    values = {"name": NAME, "position": 1, "start": date(2010, 1, 1), "end": date(2011, 1, 1)}
    measure = save_measure(**NOBODY, objective=objective, number="1.1", **values)
    assert save_measure(**NOBODY, objective=objective, number="1.1", **values) == measure
    adopt_version(**NOBODY, version=version, adopted_on=date(2010, 1, 15))

    for change in (
        lambda: save_objective(**NOBODY, version=version, number="2", name=NAME, position=2),
        lambda: save_measure(**NOBODY, objective=objective, number="1.1", **values),
        lambda: adopt_version(**NOBODY, version=version, adopted_on=date(2010, 2, 1)),
    ):
        with pytest.raises(PlanAdoptedError):
            change()
    owner = an_organisation(programme, name="Heinolan kaupunki")
    set_responsible(**NOBODY, measure=measure, responsible=owner)
    tree = plan_tree(programme)
    assert (tree.number, tree.adopted_on, tree.name) == (1, date(2010, 1, 15), NAME)
    assert [(m.number, m.responsible) for m in tree.objectives[0].measures] == [("1.1", "Heinolan kaupunki")]
    assert prepare_version(**NOBODY, programme=programme, name=NAME).number == 2


def test_a_plan_that_cannot_be_is_refused(programme):
    version = prepare_version(**NOBODY, programme=programme, name=NAME)
    objective = save_objective(**NOBODY, version=version, number="1", name=NAME, position=1)
    values = {"objective": objective, "number": "1.1", "name": NAME, "position": 1}
    days = {"start": date(2010, 1, 1), "end": date(2011, 1, 1)}
    with pytest.raises(EmptyFieldError):
        save_objective(**NOBODY, version=version, number="2", name=Translated(sv="Namn"), position=2)
    with pytest.raises(WrongOrderError):
        save_measure(**NOBODY, **values, start=date(2011, 1, 1), end=date(2010, 1, 1))
    with pytest.raises(NotInProgrammeError):
        save_measure(**NOBODY, **values, **days, responsible=an_organisation(a_programme()))
    assert not measures_of(programme).exists()


def test_an_indicator_is_written_by_its_key(programme):
    key = {"programme": programme, "programme_period": "2007-2013", "fund": "ESR", "code": "CO01"}
    unit = Translated("henkilöä", "personer", "persons")
    for combination in ("latest", "sum"):
        saved = save_indicator(**NOBODY, **key, name=NAME, unit=unit, combination=combination)
    save_indicator(**NOBODY, **key | {"fund": "EAKR"}, name=NAME, unit=unit, combination="sum")
    assert (saved.unit, saved.combination, indicators_of(programme).count()) == (unit, "sum", 2)


def test_a_target_by_steps_is_read_as_written(programme):
    measure, indicator = a_measure(programme), an_indicator(programme)
    steps = (Step(date(2010, 12, 31), Decimal(40)), Step(date(2011, 12, 31), Decimal(90)))
    save_target(**NOBODY, measure=measure, indicator=indicator, total=Decimal(90), course="steps", steps=steps, **DAYS)
    assert measure_targets(programme) == (
        MeasureTarget(measure.pk, indicator.pk, Decimal(90), None, *DAYS.values(), Course.STEPS, steps),
    )
    assert [target.indicator for target in targets_of(programme, measure=measure)] == [indicator]


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"total": Decimal(-1)}, TargetError),
        ({"women": Decimal(11)}, TargetError),
        ({"due": date(2009, 1, 1)}, WrongOrderError),
        ({"course": "steps"}, StepsMissingError),
        ({"steps": [Step(date(2010, 12, 31), Decimal(40))]}, StepsMissingError),
        (
            {"course": "steps", "steps": [Step(date(2010, 12, 31), Decimal(4)), Step(date(2011, 1, 1), Decimal(3))]},
            StepsMissingError,
        ),
    ],
)
def test_a_target_that_cannot_be_is_refused(programme, fields, refusal):
    values = {"measure": a_measure(programme), "indicator": an_indicator(programme), "total": Decimal(10)} | DAYS
    with pytest.raises(refusal):
        save_target(**NOBODY, **values | fields)
    assert not targets_of(programme).exists()


def test_changing_a_target_after_results_needs_a_reason_that_is_kept(programme):
    measure, indicator = a_measure(programme), an_indicator(programme)
    values = {"measure": measure, "indicator": indicator, **DAYS}
    monitoring_actions.save_target(**NOBODY, **values, total=Decimal(10))
    monitoring_actions.save_target(**NOBODY, **values, total=Decimal(12))
    a_ledger_entry(a_project(programme, measure), indicator)

    monitoring_actions.save_target(**NOBODY, **values, total=Decimal(12))  # the same again is no change
    with pytest.raises(ReasonMissingError):
        monitoring_actions.save_target(**NOBODY, **values, total=Decimal(20))
    reason = {"reason": "definition", "explanation": "Laskutapa tarkentui."}
    target = monitoring_actions.save_target(**NOBODY, **values, total=Decimal(20), **reason)

    events = target.events.order_by("pgh_id")
    assert [event.total for event in events] == [10, 12, 20]
    said = events.last().pgh_context.metadata
    assert said == {"action": "monitoring.save_target", "user": None, **reason}


def test_a_project_plan_is_written_once_and_checked(programme):
    project, indicator = a_project(programme), an_indicator(programme, counts_women=False)
    for total in (10, 12):
        plan = monitoring_actions.save_project_plan(
            **NOBODY, project=project, indicator=indicator, total=Decimal(total)
        )
    assert (project.plans.count(), plan.total) == (1, 12)
    with pytest.raises(EntriesRefusedError):
        monitoring_actions.save_project_plan(
            **NOBODY, project=project, indicator=indicator, total=Decimal(3), women=Decimal(1)
        )
    with pytest.raises(NotInProgrammeError):
        monitoring_actions.save_project_plan(
            **NOBODY, project=project, indicator=an_indicator(a_programme()), total=Decimal(3)
        )


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_the_plan_tree_takes_three_queries(programme, django_assert_num_queries, rows):
    for _ in range(rows):
        objective = an_objective(programme)
        a_target(a_measure(programme, objective, responsible=an_organisation(programme)), an_indicator(programme))
    with django_assert_num_queries(3):
        assert len(plan_tree(programme).objectives) == rows

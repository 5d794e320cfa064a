from datetime import date
from decimal import Decimal

import pytest

from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError, WrongOrderError
from hankekori.areas.monitoring.actions import adopt_plan_version, rebuild_roll_ups
from hankekori.areas.monitoring.roll_ups import differences
from hankekori.areas.plan.actions import AdoptedTooEarlyError, PlanAdoptedError
from hankekori.areas.plan.models import Measure, PlanVersion, Target
from hankekori.areas.plan.queries import plan_tree, tree_of, version_in_force
from hankekori.areas.plan.versions import (
    MeasureCarriedOutError,
    NumberFormError,
    NumberTakenError,
    ObjectiveNotEmptyError,
    add_measure,
    add_objective,
    change_measure,
    change_objective,
    copy_version,
    in_order_of_number,
    remove_measure,
    remove_objective,
    remove_version,
    rename_version,
)
from hankekori.areas.projects.queries import project_page
from hankekori.core.texts import Translated
from tests import builders
from tests.builders import NOW

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}
NAME = Translated("Nimi", "Namn", "Name")
DAYS = {"start": date(2010, 1, 1), "end": date(2012, 12, 31)}
BARE = {"name": NAME, **DAYS, "description": Translated(), "responsible": None}


@pytest.fixture
def programme():
    return builders.a_programme()


@pytest.fixture
def draft(programme):
    return builders.a_plan(programme, number=1, adopted_on=None)


def numbers(version: PlanVersion) -> list[str]:
    tree = tree_of(version)
    return [part.number for objective in tree.objectives for part in (objective, *objective.measures)]


def test_parts_of_a_plan_stand_in_the_order_of_their_numbers(draft):
    for number in ("10", "2"):
        add_objective(**NOBODY, version=draft, number=number, name=NAME)
    two = draft.objectives.get(number="2")
    for number in ("2.10", "2.9", "2.1"):
        add_measure(**NOBODY, objective=two, number=number, **BARE)

    assert numbers(draft) == ["2", "2.1", "2.9", "2.10", "10"]


def test_a_measure_is_changed_moved_and_taken_away(programme, draft):
    one = add_objective(**NOBODY, version=draft, number="1", name=NAME)
    two = add_objective(**NOBODY, version=draft, number="2", name=NAME)
    measure = add_measure(**NOBODY, objective=one, number="1.1", **BARE)
    owner = builders.an_organisation(programme)

    change_measure(**NOBODY, measure=measure, objective=two, number="2.1", **BARE | {"responsible": owner})
    change_objective(**NOBODY, objective=two, number="3", name=Translated("Uusi"))

    assert numbers(draft) == ["1", "3", "2.1"]
    moved = Measure.objects.get(pk=measure.pk)
    assert (moved.objective, moved.responsible, moved.lineage) == (two, owner, measure.lineage)
    with pytest.raises(ObjectiveNotEmptyError):
        remove_objective(**NOBODY, objective=two)
    remove_measure(**NOBODY, measure=moved)
    remove_objective(**NOBODY, objective=two)
    assert numbers(draft) == ["1"]


@pytest.mark.parametrize("number", ["", "1 2", "luku", "1/2", "1.", "-1", "1\n"])
def test_a_number_that_could_not_stand_in_an_address_is_refused(draft, number):
    with pytest.raises(NumberFormError):
        add_objective(**NOBODY, version=draft, number=number, name=NAME)


def test_a_number_is_taken_once_in_a_version(draft):
    one = add_objective(**NOBODY, version=draft, number="1", name=NAME)
    two = add_objective(**NOBODY, version=draft, number="2", name=NAME)
    add_measure(**NOBODY, objective=one, number="A1", **BARE)

    with pytest.raises(NumberTakenError) as refused:
        add_measure(**NOBODY, objective=two, number="A1", **BARE)
    assert refused.value.field == "number"
    with pytest.raises(NumberTakenError):
        change_objective(**NOBODY, objective=two, number="1", name=NAME)
    with pytest.raises(EmptyFieldError):
        add_objective(**NOBODY, version=draft, number="3", name=Translated())
    with pytest.raises(WrongOrderError):
        add_measure(**NOBODY, objective=one, number="1.2", **BARE | {"end": date(2009, 1, 1)})


def test_a_measure_stays_within_its_version(programme, draft):
    one = add_objective(**NOBODY, version=draft, number="1", name=NAME)
    measure = add_measure(**NOBODY, objective=one, number="1.1", **BARE)
    elsewhere = builders.an_objective(programme, builders.a_plan(programme, number=2, adopted_on=None))

    with pytest.raises(NotInProgrammeError):
        change_measure(**NOBODY, measure=measure, objective=elsewhere, number="1.1", **BARE)


def test_an_adopted_plan_is_not_changed(programme):
    version = builders.a_plan(programme)
    objective = builders.an_objective(programme, version, number="1")
    measure = builders.a_measure(programme, objective, number="1.1")

    for change in (
        lambda: add_objective(**NOBODY, version=version, number="2", name=NAME),
        lambda: change_objective(**NOBODY, objective=objective, number="2", name=NAME),
        lambda: remove_objective(**NOBODY, objective=objective),
        lambda: add_measure(**NOBODY, objective=objective, number="1.2", **BARE),
        lambda: change_measure(**NOBODY, measure=measure, objective=objective, number="1.2", **BARE),
        lambda: remove_measure(**NOBODY, measure=measure),
        lambda: rename_version(**NOBODY, version=version, name=NAME),
        lambda: remove_version(**NOBODY, version=version),
    ):
        with pytest.raises(PlanAdoptedError):
            change()


def test_what_projects_carry_out_stays(programme, draft):
    one = add_objective(**NOBODY, version=draft, number="1", name=NAME)
    two = add_objective(**NOBODY, version=draft, number="2", name=NAME)
    measure = add_measure(**NOBODY, objective=one, number="1.1", **BARE)
    builders.a_project(programme, measure)

    for change in (
        lambda: remove_measure(**NOBODY, measure=measure),
        lambda: remove_version(**NOBODY, version=draft),
        lambda: change_measure(**NOBODY, measure=measure, objective=two, number="1.1", **BARE),
    ):
        with pytest.raises(MeasureCarriedOutError) as refused:
            change()
        assert refused.value.message.fi.startswith("Yksi hanke")


def test_a_copy_has_the_whole_plan_and_changing_it_leaves_the_old_one(programme):
    old = builders.a_plan(programme)
    measure = builders.a_measure(programme, builders.an_objective(programme, old, number="1"), number="1.1")
    indicator = builders.an_indicator(programme)
    builders.a_target(measure, indicator, 70, course="steps", steps=[["2011-12-31", "40"]])

    new = copy_version(**NOBODY, source=old, name=NAME)

    assert (new.number, new.adopted_on, numbers(new)) == (2, None, ["1", "1.1"])
    copied = Measure.objects.get(objective__plan_version=new)
    assert (copied.pk != measure.pk, copied.lineage) == (True, measure.lineage)
    target = Target.objects.get(measure=copied)
    assert (target.total, target.steps, target.indicator) == (70, [["2011-12-31", "40"]], indicator)
    remove_measure(**NOBODY, measure=copied)
    assert (numbers(old), Target.objects.count()) == (["1", "1.1"], 1)
    rename_version(**NOBODY, version=new, name=Translated("Uusi"))
    assert PlanVersion.objects.get(pk=new.pk).name == Translated("Uusi")
    remove_version(**NOBODY, version=new)
    assert list(programme.plan_versions.all()) == [old]


def test_projects_follow_their_measures_into_the_adopted_version(programme):
    old = builders.a_plan(programme)
    objective = builders.an_objective(programme, old, number="1")
    kept = builders.a_measure(programme, objective, number="1.1")
    dropped = builders.a_measure(programme, objective, number="1.2")
    project = builders.a_project(programme, code="S20001")
    builders.a_share(project, kept, Decimal("0.75"))
    builders.a_share(project, dropped, Decimal("0.25"))
    indicator = builders.an_indicator(programme)
    builders.a_ledger_entry(project, indicator, 40)
    rebuild_roll_ups(**NOBODY, programme=programme)
    new = copy_version(**NOBODY, source=old, name=NAME)
    remove_measure(**NOBODY, measure=Measure.objects.get(objective__plan_version=new, number="1.2"))
    renumbered = Measure.objects.get(objective__plan_version=new)
    change_measure(**NOBODY, measure=renumbered, objective=renumbered.objective, number="1.5", **BARE)

    adopt_plan_version(**NOBODY, version=new, adopted_on=date(2011, 1, 1))

    assert version_in_force(programme) == new
    page = project_page(programme, "S20001")
    assert [(link.measure.number, link.share) for link in page.measures] == [("1.5", Decimal("0.75"))]
    assert plan_tree(programme, as_of=date(2010, 1, 1)).id == old.pk
    assert differences(programme) == ()


def test_a_plan_is_not_adopted_before_the_one_it_follows(programme):
    builders.a_plan(programme, adopted_on=date(2010, 6, 1))
    new = builders.a_plan(programme, number=2, adopted_on=None)

    with pytest.raises(AdoptedTooEarlyError) as refused:
        adopt_plan_version(**NOBODY, version=new, adopted_on=date(2010, 5, 31))

    assert (refused.value.field, "1.6.2010" in refused.value.message.fi) == ("adopted_on", True)


def test_a_plan_is_adopted_once_whoever_had_the_page_open(programme):
    draft = builders.a_plan(programme, adopted_on=None)
    seen_by_another = PlanVersion.objects.get(pk=draft.pk)
    adopt_plan_version(**NOBODY, version=draft, adopted_on=date(2010, 1, 15))

    with pytest.raises(PlanAdoptedError):
        adopt_plan_version(**NOBODY, version=seen_by_another, adopted_on=date(2010, 2, 1))

    assert PlanVersion.objects.get(pk=draft.pk).adopted_on == date(2010, 1, 15)


def test_numbers_sort_as_people_read_them():
    numbers = ["10", "2", "2.10", "2.9", "A2", "A10", "1b", "1a"]

    assert sorted(numbers, key=in_order_of_number) == ["1a", "1b", "2", "2.9", "2.10", "10", "A2", "A10"]

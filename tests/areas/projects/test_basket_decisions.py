"""What was decided of a project, carried out: from where it is possible, and what it changes."""

from datetime import date

import pytest

from hankekori.areas.projects.basket_decisions import carry_out_decision
from hankekori.areas.projects.errors import BasketDecisionError, PriorityMissingError
from hankekori.core.decisions import DecisionKind as Kind
from tests.builders import NOW, a_programme, a_project

pytestmark = pytest.mark.django_db
DAY = date(2012, 4, 3)


def decided(project, kind, **more):
    return carry_out_decision(by=None, now=NOW, project=project, kind=kind, decided_on=DAY, **more)


@pytest.mark.parametrize("before", ["outside", "proposed", "left"])
def test_an_accepted_project_is_in_the_basket_from_that_day(before):
    project = decided(a_project(a_programme(), basket_state=before), Kind.ACCEPT)
    assert (project.basket_state, project.basket_decided_on) == ("in_basket", DAY)


def test_a_project_that_leaves_loses_its_place_in_the_order():
    project = decided(a_project(a_programme(), priority=2), Kind.LEAVE)
    assert (project.basket_state, project.basket_decided_on, project.priority) == ("left", DAY, None)


@pytest.mark.parametrize(
    ("before", "after"), [("applied", "preparation"), ("idea", "preparation"), ("funded", "funded")]
)
def test_a_returned_proposal_is_in_preparation_unless_funded(before, after):
    project = decided(a_project(a_programme(), basket_state="proposed", stage=before), Kind.RETURN)
    assert (project.basket_state, project.basket_decided_on, project.stage) == ("outside", None, after)


def test_a_project_takes_the_place_it_was_given():
    project = a_project(a_programme())
    with pytest.raises(PriorityMissingError):
        decided(project, Kind.REPRIORITISE)
    assert decided(project, Kind.REPRIORITISE, priority=3).priority == 3


def test_a_proposal_for_funding_changes_nothing():
    project = decided(a_project(a_programme(), basket_state="proposed", stage="applied"), Kind.PROPOSE_FUNDING)
    assert (project.basket_state, project.stage) == ("proposed", "applied")


@pytest.mark.parametrize(
    ("kind", "before", "said"),
    [
        (Kind.ACCEPT, "in_basket", "jo hankekorissa"),
        (Kind.RETURN, "outside", "ei ole esitetty"),
        (Kind.REPRIORITISE, "proposed", "ei ole hankekorissa"),
        (Kind.LEAVE, "left", "jo poistunut"),
        (Kind.PROPOSE_FUNDING, "left", "jo poistunut"),
    ],
)
def test_what_cannot_happen_is_said_in_words(kind, before, said):
    project = a_project(a_programme(), basket_state=before)
    with pytest.raises(BasketDecisionError) as told:
        decided(project, kind, priority=1)
    assert said in told.value.message.fi
    project.refresh_from_db()
    assert project.basket_state == before

"""What the pages' tests stand on: one small programme with a plan, a basket and a ledger, and a client per visitor."""

from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from hankekori.areas.accounts.roles import Role
from hankekori.areas.plan.models import Indicator, Measure, Objective
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from tests import builders

AS_OF = builders.AS_OF  # the day the small programme's pages open on


@dataclass(frozen=True)
class SmallProgramme:
    """One objective with two measures: the first has a project that has reported, the second has none."""

    programme: Programme
    objective: Objective
    measure: Measure
    bare_measure: Measure
    people: Indicator
    project: Project

    def url(self, rest: str = "") -> str:
        return f"/{self.programme.slug}/{rest}"


@pytest.fixture
def programme(db) -> Programme:
    """Return a programme with neither plan nor projects; its pages open on AS_OF."""
    return builders.a_programme(
        slug="seutu", name_fi="Seudun ohjelma", shown_as_of=AS_OF, previous_meeting=date(2012, 1, 1)
    )


@pytest.fixture
def small(programme) -> SmallProgramme:
    """Fill the programme: 40 of 100 people reported, 15 of them women, when 78 were expected."""
    objective = builders.an_objective(programme, number="1", name_fi="Uutta työtä")
    measure = builders.a_measure(programme, objective, number="1.1", position=1, name_fi="Neuvonta")
    bare = builders.a_measure(programme, objective, number="1.2", position=2, name_fi="Tontit")
    people = builders.an_indicator(programme, name_fi="Aloittaneet", headline=1, position=1)
    builders.a_target(measure, people, 100)
    project = builders.a_project(programme, measure, code="S20001", name="Neuvontahanke", fund="ESR")
    builders.a_project_plan(project, people, 90)
    builders.a_ledger_entry(project, people, 40, women=15)
    return SmallProgramme(programme, objective, measure, bare, people, project)


@pytest.fixture
def entered(programme):
    """Return a function that gives a client of a visitor with the role; None is the outsider of all programmes."""

    def enter(role: Role | None) -> Client:
        user = builders.a_user("Ulkopuolinen") if role is None else builders.a_user_with(role, programme)
        client = Client(headers={"accept-language": "fi"})
        client.force_login(user)
        return client

    return enter


@pytest.fixture
def officer(entered) -> Client:
    """Return the coordinator's client."""
    return entered(Role.COORDINATOR)


@pytest.fixture
def member(entered) -> Client:
    """Return the client of a member of the working group, who only reads."""
    return entered(Role.MEMBER)


@pytest.fixture
def reporter(entered) -> Client:
    """Return the client of a project's reporter, who has a role but may not read the programme's figures."""
    return entered(Role.REPORTER)


@pytest.fixture
def outsider(entered) -> Client:
    """Return a logged-in client without a role in the programme."""
    return entered(None)

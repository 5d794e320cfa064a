"""A programme in which everything can be compiled: projects of one place, several and none, in parts of the plan."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.plan.models import Indicator, Measure
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Description, Funding, Project, ProjectMunicipality
from hankekori.areas.regions.models import Authority
from hankekori.areas.steering.models import Attendance, Decision
from hankekori.reports.compile.model import Reader
from tests import builders

OFFICE = Reader(frozenset(Permission))
MEMBER = Reader(frozenset({Permission.READ_FIGURES, Permission.READ_MEETINGS}))


@dataclass(frozen=True)
class World:
    programme: Programme
    jobs: Indicator
    stock: Indicator
    fame: Indicator
    first: Measure
    second: Measure
    shared_project: Project
    person: str  # name of an organisation that may be a person


@pytest.fixture
def world(db) -> World:
    programme = builders.a_programme(shown_as_of=builders.AS_OF)
    builders.a_plan(programme)
    first, second, third = (builders.a_measure(programme, builders.an_objective(programme)) for _ in range(3))
    jobs = builders.an_indicator(programme, code="JOBS", name_fi="Uudet työpaikat", unit_fi="työpaikkaa")
    stock = builders.an_indicator(programme, code="STOCK", combination="latest")
    fame = builders.an_indicator(programme, code="FAME", combination="share", counts_women=False, unit_fi="%")
    builders.a_target(first, jobs, 40, women=20)
    places = [builders.a_municipality(name_fi=name) for name in ("Heinola", "Sysmä", "Hartola")]
    person = builders.an_organisation(programme, name="Tmi Esimerkki", may_be_person=True, kind="yritys")
    city = builders.an_organisation(programme, name="Kaupunki", kind="kunta", municipality=places[0])
    authority = Authority.objects.create(name="Liitto")
    projects = [
        builders.a_project(programme, first, fund="ESR", implementer=city, granted_eu_state=100, realised_eu_state=80),
        builders.a_project(programme, first, second, third, fund="EAKR", implementer=person, authority=authority,
                           granted_eu_state=333, planned_public=1001, regions=["Päijät-Häme", "Kainuu"]),
        builders.a_project(programme, second, fund="ESR", kind="other", stage="ended", start=None, end=None),
        builders.a_project(programme, fund="EAKR", nationwide=True, granted_eu_state=7, realised_public=5),
        builders.a_project(programme, code=None, basket_state="outside", regions=["Kainuu"], subregions=["Lahden"]),
    ]  # fmt: skip
    builders.a_share(projects[2], third, Decimal("0.25"))
    projects[2].measure_links.filter(measure=second).update(share=Decimal("0.75"))
    for project, where in ((0, (0,)), (1, (0, 1, 2)), (2, (1,))):
        for at in where:
            ProjectMunicipality.objects.create(programme=programme, project=projects[project], municipality=places[at])
    _results(projects, jobs, stock, fame)
    for number, project in enumerate(projects[:3]):
        for source, year in (("eu", 2010), ("state", 2010), ("eu", 2011)):
            Funding.objects.create(
                programme=programme, project=project, source=source, year=year, planned=100 + number, paid=None
            )
        Description.objects.create(
            programme=programme, project=project, file_name="k.txt", document=b"", sha256=str(number) * 64,
            record={"unread": ["x"] * number}, read_at=datetime(2010 + number, 3, 1, tzinfo=UTC),
        )  # fmt: skip
    for number in range(14):
        builders.an_episode(
            projects[number % 2], gender="woman" if number % 3 else "man", municipality=places[number % 5 % 2],
            situation_before="dismissed" if number % 4 else "unemployed", start_month=date(2010 + number % 2, 1, 1),
            end_month=date(2011, 6, 1) if number % 3 == 0 else None,
        )  # fmt: skip
    _meetings(programme, projects[0])
    return World(programme, jobs, stock, fame, first, second, projects[1], person.name)


def _results(projects, jobs, stock, fame):
    halves = [
        {"period_start": date(2010, 7, 1), "period_end": date(2010, 12, 31)},
        {"period_start": date(2011, 1, 1), "period_end": date(2011, 6, 30)},
        {},
    ]
    for number, project in enumerate(projects):
        for at, half in enumerate(halves):
            builders.a_ledger_entry(project, jobs, 10 * number + at, women=5 * number + at % 2, **half)
            builders.a_ledger_entry(project, stock, 7 + number * at, women=number, **half)
            if number < 3:
                builders.a_ledger_entry(project, fame, 20 + at, denominator=100 + number, **half)
    builders.a_ledger_entry(projects[0], jobs, -1, women=-1, recorded_at=datetime(2012, 4, 1, tzinfo=UTC))


def _meetings(programme, project):
    body = builders.a_body(programme)
    seat = builders.a_seat(body)
    for number, state in enumerate(("approved", "ended", "cancelled")):
        now = datetime(2011 + number % 2, 2, 1, 9, tzinfo=UTC)
        meeting = builders.a_meeting(
            body, state=state, starts_at=now, ends_at=now.replace(hour=11), approved_at=now if not number else None
        )
        Attendance.objects.create(programme=programme, meeting=meeting, seat=seat, present=number == 0)
        item = builders.an_item(meeting)
        for position, kind in enumerate(("information", "accept")):
            Decision.objects.create(
                programme=programme, item=item, position=position, kind=kind, outcome="as_proposed",
                project=project if kind == "accept" else None,
            )  # fmt: skip

"""A programme with each kind of thing the report has to tell."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from hankekori.areas.plan.models import Indicator, Measure
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.reports.document import Heading, PageBreak
from hankekori.reports.working_group import build_report
from tests import builders


@dataclass(frozen=True)
class World:
    """Two objectives, five measures: at risk, on course, not measured, missing and without anyone responsible."""

    programme: Programme
    risk: Measure
    course: Measure
    unmeasured: Measure
    missing: Measure
    nobody: Measure
    people: Indicator
    companies: Indicator
    project: Project


@pytest.fixture
def world(db) -> World:
    programme = builders.a_programme(slug="seutu", name_fi="Seudun ohjelma", previous_meeting=date(2012, 2, 14))
    town = builders.an_organisation(programme, name="Heinolan kaupunki")
    first = builders.an_objective(programme, number="1", position=1, name_fi="Työtä")
    second = builders.an_objective(programme, number="2", position=2, name_fi="Yrityksiä")
    people = builders.an_indicator(programme, code="P", name_fi="Aloittaneet", headline=1, position=1)
    companies = builders.an_indicator(
        programme, code="C", name_fi="Yritykset", unit_fi="yritystä", counts_women=False, headline=2, position=2
    )

    def measure(objective, number, name, responsible=town):
        return builders.a_measure(
            programme, objective, number=number, position=int(number[-1]), name_fi=name, responsible=responsible
        )

    course = measure(first, "1.1", "Neuvonta")
    risk = measure(first, "1.2", "Koulutus")
    unmeasured = measure(second, "2.1", "Verkosto")
    missing = measure(second, "2.2", "Tontit")
    nobody = measure(second, "2.3", "Markkinointi", responsible=None)
    for each in (risk, course):
        builders.a_target(each, people, 100, women=40)
    for each in (unmeasured, missing):
        builders.a_target(each, companies, 10)
    project = _projects(programme, world_measures=(risk, course, unmeasured), people=people, companies=companies)
    return World(programme, risk, course, unmeasured, missing, nobody, people, companies, project)


def _projects(programme, *, world_measures, people, companies):
    risk, course, unmeasured = world_measures
    early = datetime(2012, 1, 20, tzinfo=UTC)
    money = {
        "granted_eu_state": Decimal(100000),
        "realised_eu_state": Decimal(50000),
        "planned_public": Decimal(200000),
        "realised_public": Decimal(0),
    }
    advice = builders.a_project(programme, course, code="S20001", name="Neuvontahanke", **money)
    training = builders.a_project(programme, risk, code="S20002", name="Koulutushanke", planned_public=None)
    network = builders.a_project(programme, unmeasured, code="S20003", name="Verkostohanke", start=date(2011, 1, 1))
    builders.a_project(
        programme, code="S20004", name="Uusi hanke", basket_state="proposed", stage="applied", planned_public=38000
    )
    builders.a_ledger_entry(advice, people, 90, women=45, recorded_at=early)
    builders.a_ledger_entry(training, people, 0, women=0, recorded_at=early)
    builders.a_ledger_entry(network, companies, None, recorded_at=early)
    return advice


@pytest.fixture
def build(world):
    """Return a function that builds the report of the programme."""

    def built(as_of=builders.AS_OF, *, known_on=builders.AS_OF, language="fi", **asked):
        return build_report(world.programme, as_of=as_of, known_on=known_on, language=language, **asked)

    return built


def table_of(document, table_id):
    return next((table for table in document.tables() if table.id == table_id), None)


def values_of(table, *, kind="row"):
    """Give the values of the rows; a light or a state that is not a number stands for itself."""
    return [
        [cell.light or (cell.value if cell.state == "reported" else cell.state) for cell in row.cells]
        for row in table.rows
        if row.kind == kind
    ]


def chapters_of(document):
    return [block.text for block in document.blocks if isinstance(block, Heading) and block.level == 1]


def first_page_of(document):
    return document.blocks[: document.blocks.index(PageBreak())]

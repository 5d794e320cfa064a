"""How much a page asks of the database: the same for 1, 3 and 50 projects and measures, under twenty."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import builders

PAGES = [
    "/",
    "/seutu/",
    "/seutu/?muoto=xlsx",
    "/seutu/suunnitelma/",
    "/seutu/suunnitelma/?muoto=csv",
    "/seutu/suunnitelma/puutteet/",
    "/seutu/suunnitelma/muutokset/?vertaa=2012-01-01",
    "/seutu/suunnitelma/1.1/muutokset/?vertaa=2012-01-01",
    "/seutu/suunnitelma/1.1/",
    "/seutu/suunnitelma/1.1/{people}/",
    "/seutu/suunnitelma/tavoite/1/{people}/",
    "/seutu/suunnitelma/luku/{people}/",
]
MOST = 20


@pytest.fixture
def grow(small):
    """Return a function that adds measures, projects, municipalities and results until there are that many more."""
    added = 0

    def grown(size):
        nonlocal added
        for number in range(added, size):
            measure = builders.a_measure(small.programme, small.objective, number=f"2.{number}")
            indicator = builders.an_indicator(small.programme, headline=10 + number)
            builders.a_target(measure, indicator)
            builders.a_target(measure, small.people)
            project = builders.a_project(small.programme, measure, small.measure, basket_state="proposed")
            project.municipality_links.create(programme=small.programme, municipality=builders.a_municipality())
            for each in (indicator, small.people):
                builders.a_project_plan(project, each)
                builders.a_ledger_entry(project, each, 5, recorded_at=datetime(2012, 3, 1, tzinfo=UTC))
        added = size

    return grown


def queries_of(client, address):
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", PAGES)
def test_queries_do_not_grow_with_the_programme(small, officer, grow, address):
    address = address.format(people=small.people.pk)
    counts = []
    for size in (1, 3, 50):
        grow(size)
        counts.append(queries_of(officer, address))

    assert counts == [counts[0]] * 3
    assert counts[0] < MOST

"""Whom the programme has employed: the newest counts published by the report's day, small ones hidden."""

from datetime import UTC, date, datetime

import pytest

from hankekori.areas.employment.actions import publish_counts
from hankekori.reports.document import Heading
from tests import builders
from tests.reports.working_group.conftest import table_of, values_of


def publish(world, day=date(2011, 12, 31), at=builders.NOW):
    publish_counts(by=None, now=at, programme=world.programme, day=day)


@pytest.fixture
def people(world):
    for number in range(20):
        builders.an_episode(world.project, gender="woman" if number % 2 else "man")
    for _ in range(2):
        builders.an_episode(world.project, situation_before="long_term_unemployed")


def test_people_stand_by_situation_before_and_gender(build, world, people):
    publish(world)

    table = table_of(build(), "employed-situation-before")
    rows = {row[0]: row[1:] for row in values_of(table)}
    assert rows["työtön vähintään 12 kuukautta"][:2] == ["<5", "<5"]
    assert "suojattu" in rows["työtön alle 12 kuukautta"]
    assert values_of(table, kind="sum")[0][1:] == [22, 12, 10, 0]


def test_a_programme_that_has_published_nothing_says_nothing(build, world, people):
    assert not any(isinstance(block, Heading) and block.anchor == "employed-chapter" for block in build().blocks)


def test_counts_of_a_later_day_or_moment_are_not_told(build, world, people):
    publish(world, day=date(2012, 5, 31), at=datetime(2012, 6, 1, tzinfo=UTC))

    assert not any(isinstance(block, Heading) and block.anchor == "employed-chapter" for block in build().blocks)

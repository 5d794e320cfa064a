"""A small programme with some episodes of employment."""

import pytest

from tests import builders


@pytest.fixture
def worked(small):
    """Give eight women and seven men of the small programme's project, and two of a second project."""
    second = builders.a_project(small.programme, small.measure, code="S20002", name="Pajahanke")
    for number in range(15):
        builders.an_episode(small.project, gender="woman" if number < 8 else "man")
    for _ in range(2):
        builders.an_episode(second, kind="apprenticeship")
    return small

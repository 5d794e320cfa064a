"""The demo's round: open whenever it is loaded, a report at every stage before approval, and messages to send."""

from datetime import date

import pytest

from hankekori.areas.mail.models import Message
from hankekori.areas.programmes.models import Programme
from hankekori.areas.rounds.models import ReportLink, Round
from hankekori.areas.rounds.queries import round_matrix

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(demo) -> Programme:
    return Programme.objects.get(slug="heinola")


def test_round_is_open_with_reports_at_every_stage(programme):
    opened = Round.objects.get(programme=programme)
    matrix = round_matrix(opened)

    assert (opened.due_on, opened.closed_at) == (date(2026, 12, 8), None)
    assert {row.state.value for row in matrix.rows} == {"draft", "submitted", "returned"}
    assert (matrix.rates.expected, matrix.rates.received) == (14, 4)
    assert [row.project_code for row in matrix.rows if row.figures_said not in {0, row.figures_expected}] == [
        "S11010", "S11661",
    ]  # fmt: skip
    assert {row.project_code: row.followed for row in matrix.rows if row.followed} == {
        "S11010": 1, "S11582": 1, "S11668": 1,
    }  # fmt: skip


def test_links_wait_to_be_sent_to_invented_addresses(programme):
    assert Message.objects.filter(programme=programme, kind="link").count() == 5
    assert all(link.email.endswith("@example.org") for link in ReportLink.objects.all())

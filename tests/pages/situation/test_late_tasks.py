"""Tilannekuva: late tasks of meetings are among what needs the reader, for those who may read meetings."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Role
from hankekori.areas.steering.models import FollowUp
from tests import builders

LONG_AGO, FAR = date(2012, 5, 1), date(2999, 1, 1)


@pytest.fixture
def agree(small):
    """Return a function that agrees on a task."""
    body = builders.a_body(small.programme)

    def agreed(due=LONG_AGO, **fields):
        values = {"programme": small.programme, "body": body, "task": "Tehtävä", "created_at": builders.NOW}
        return FollowUp.objects.create(**values | {"due": due} | fields)

    return agreed


def needs_of(client):
    lines = LexborHTMLParser(client.get("/seutu/").content.decode()).css(".todo li")
    return [line for line in lines if "kokouksessa sovit" in line.text()]


def test_late_tasks_are_counted_and_lead_to_their_list(agree, officer):
    agree()
    agree()
    agree(FAR)
    agree(state="done", closed_at=builders.NOW)

    (line,) = needs_of(officer)
    assert "2 kokouksessa sovittua tehtävää on myöhässä" in line.text()
    assert line.css_first("a").attributes["href"] == "/seutu/tyoryhma/seuranta/?nayta=myohassa"


def test_nothing_late_says_nothing(agree, officer):
    agree(FAR)
    assert needs_of(officer) == []


def test_reader_without_meetings_is_not_told(agree, entered):
    agree()
    assert needs_of(entered(Role.OBSERVER)) == []


def test_queries_do_not_grow_with_late_tasks(agree, officer):
    counts = []
    for more in (1, 2, 47):
        for _ in range(more):
            agree()
        with CaptureQueriesContext(connection) as captured:
            officer.get("/seutu/")
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20

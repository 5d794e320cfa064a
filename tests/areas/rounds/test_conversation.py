"""The conversation about a report: who may say what, what never changes, and marks that stay until cleared."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.rounds.actions import approve, close_round
from hankekori.areas.rounds.conversation import LONGEST_COMMENT, clear_follow_up, comment
from hankekori.areas.rounds.errors import CommentLengthError
from hankekori.areas.rounds.links import create_link
from hankekori.areas.rounds.models import ReportComment
from hankekori.areas.rounds.queries import comments_of, round_matrix
from tests.areas.rounds.world import BEFORE, CODE, NOW, World, send
from tests.builders import a_user_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def report(world):
    return world.report(world.open())


def say(report, text="Tarkista luku.", **values):
    return comment(**{"by": None, "link": None, "now": NOW, "report": report, "text": text} | values)


def test_comments_come_in_the_order_they_were_said(world, report):
    figure = report.figures.get()
    later = say(report, "Kiitos.", now=NOW + timedelta(hours=1))
    first = say(report, "  Mistä luku tulee?\n", by=world.officer, figure=figure)

    assert comments_of(report) == (first, later)
    assert (first.text, first.figure, first.by) == ("Mistä luku tulee?", figure, world.officer)


def test_side_is_that_of_the_role_at_the_time(world, report):
    reporter = a_user_with(Role.REPORTER, world.programme)
    link = create_link(by=None, now=NOW, report=report, email="hanke@example.org")
    said = [say(report, **writer) for writer in ({}, {"by": world.officer}, {"by": reporter}, {"link": link})]
    world.programme.role_assignments.filter(user=reporter).update(role=Role.COORDINATOR)

    assert [each.is_projects for each in said] == [False, False, True, True]
    assert ReportComment.objects.get(pk=said[2].pk).is_projects


def test_sent_report_of_a_closed_round_is_still_spoken_of(world):
    opened = world.open()
    report = send(world.report(opened))
    say(report, "Odottaa hyväksyntää.")
    approve(by=None, now=NOW, reports=[report])
    close_round(by=None, now=NOW, round=opened)
    say(report, "Katsotaan seuraavassa raportissa.")

    assert [each.text for each in comments_of(report)] == ["Odottaa hyväksyntää.", "Katsotaan seuraavassa raportissa."]


@pytest.mark.parametrize("text", ["", " \n", "x" * (LONGEST_COMMENT + 1)])
def test_a_comment_has_a_length(report, text):
    with pytest.raises(CommentLengthError) as refused:
        say(report, text)
    assert refused.value.field == "text"
    assert not comments_of(report)


def test_an_identity_code_is_refused(report):
    with pytest.raises(IdentityCodeError) as refused:
        say(report, f"Osallistuja {CODE} puuttuu.")
    assert refused.value.field == "text"


def test_figure_and_link_are_of_the_same_report(world, report):
    other = world.report(world.open(BEFORE))
    link = create_link(by=None, now=NOW, report=other, email="hanke@example.org")

    with pytest.raises(NotInProgrammeError):
        say(report, figure=other.figures.get())
    with pytest.raises(NotInProgrammeError):
        say(report, link=link)


def test_mark_is_counted_until_it_is_cleared_once(world, report):
    say(report)
    marked = say(report, needs_follow_up=True)
    assert [row.followed for row in round_matrix(report.round).rows] == [1]

    clear_follow_up(by=world.officer, now=NOW, comment=marked)
    again = clear_follow_up(by=None, now=NOW + timedelta(days=1), comment=marked)

    assert (again.cleared_at, again.cleared_by) == (NOW, world.officer)
    assert [row.followed for row in round_matrix(report.round).rows] == [0]


def test_what_was_not_marked_is_not_cleared(report):
    assert clear_follow_up(by=None, now=NOW, comment=say(report)).cleared_at is None


@pytest.mark.parametrize("changed", [{"text": "Muuta."}, {"needs_follow_up": True}, {"is_projects": True}])
def test_what_was_said_never_changes(report, changed):
    said = say(report)
    with pytest.raises(ProgrammingError, match="Cannot update"):
        ReportComment.objects.filter(pk=said.pk).update(**changed)


def test_cleared_mark_stays_cleared(report):
    said = clear_follow_up(by=None, now=NOW, comment=say(report, needs_follow_up=True))
    with pytest.raises(ProgrammingError, match="Cannot update"):
        ReportComment.objects.filter(pk=said.pk).update(cleared_at=None)


@pytest.mark.parametrize("count", [1, 3, 50])
def test_comments_are_read_at_once(world, report, count):
    for _ in range(count):
        say(report, by=world.officer, needs_follow_up=True)
    with CaptureQueriesContext(connection) as captured:
        names = [each.by.name for each in comments_of(report)]

    assert (len(names), len(captured)) == (count, 1)

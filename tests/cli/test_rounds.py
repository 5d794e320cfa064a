"""`round`: opened, reminded of and looked at without a server or a browser."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from hankekori.areas.mail.models import Message
from hankekori.areas.rounds.models import ReportLink, Round
from tests.areas.rounds.world import World
from tests.builders import a_project

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    world = World()
    world.project.contact_email = "anna@example.org"
    world.project.save()
    a_project(world.programme, world.measure, name="Hanke ilman osoitetta", code="S99999")
    return world


@pytest.fixture
def round_command(run, world):
    def command(name, *arguments):
        return run("round", name, "--programme", world.programme.slug, *arguments)

    return command


def day(days: int) -> str:
    return (timezone.localdate() + timedelta(days=days)).isoformat()


def test_round_is_opened_and_links_leave(round_command, world):
    result = round_command("open", "--period", "2011H2", "--due", "30.1.2012", "--opens", "2012-01-01", "--send-links")
    assert result.err == ""
    assert result.text == (
        "The round is open. Projects: 2, due on 30 January 2012.\n"
        "Links to be sent: 1, messages to those with an account: 0.\n"
        "Projects with neither an e-mail address nor a reporter: 1:\n"
        "  S99999 Hanke ilman osoitetta\n"
    )
    opened = Round.objects.get()
    assert [str(opened.period_start), str(opened.period_end)] == ["2011-07-01", "2011-12-31"]
    assert Message.objects.get().to == "anna@example.org"


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("2011", ("2011-01-01", "2011-12-31")),
        ("2011h1", ("2011-01-01", "2011-06-30")),
        ("2011-01-01..2011-04-30", ("2011-01-01", "2011-04-30")),
        ("1.1.2011..30.4.2011", ("2011-01-01", "2011-04-30")),
    ],
)
def test_period_is_written_in_many_ways(round_command, period, days):
    assert round_command("open", "--period", period, "--opens", "2011-05-01", "--due", "2012-06-01").code == 0
    opened = Round.objects.get()
    assert (str(opened.period_start), str(opened.period_end)) == days


@pytest.mark.parametrize("period", ["2011H3", "viime vuosi", "2011-01-01", "2011-02-30..2011-12-31", "0000H1", "0000"])
def test_what_is_not_a_period_is_told(round_command, period):
    result = round_command("open", "--period", period)
    assert result.code == 2
    assert f"'{period}' is not a period. Write 2011H2, 2011 or 2011-07-01..2011-12-31." in result.err
    assert not Round.objects.exists()


def test_what_the_action_refuses_is_one_sentence(round_command):
    result = round_command("open", "--period", "2011H2", "--opens", "2012-02-01", "--due", "2012-01-01")
    assert (result.code, result.out) == (1, b"")
    assert result.err.count("\n") == 1
    round_command("open", "--period", "2011H2", "--opens", "2012-01-01")
    assert round_command("open", "--period", "2011", "--opens", "2012-01-01").code == 1
    assert Round.objects.count() == 1


def test_opening_follows_the_settings_unless_told_otherwise(round_command):
    round_command("open", "--period", "2011H1", "--opens", "2011-07-01", "--no-links")
    assert not ReportLink.objects.exists()
    round_command("open", "--period", "2011H2", "--opens", "2012-01-01")
    assert ReportLink.objects.count() == 1


def test_reminding_dry_tells_who_and_writes_nothing(round_command, world):
    round_command("open", "--period", "2011H2", "--opens", day(-60), "--due", day(-1), "--send-links")
    Message.objects.update(queued_at=timezone.now() - timedelta(days=30))
    ReportLink.objects.update(created_at=timezone.now() - timedelta(days=30))

    dry = round_command("remind", "--dry-run")
    assert dry.text == (
        "anna@example.org\town reports 1, waiting for approval 0, late 0\nMessages that would be sent: 1.\n"
        "Reports of which nobody can be reminded: 1:\n  S99999 Hanke ilman osoitetta\n"
    )
    assert Message.objects.count() == 1

    assert "Messages to be sent: 1." in round_command("remind").text
    assert "Nobody is written to today." in round_command("remind").text
    assert Message.objects.count() == 2


def test_status_shows_who_has_reported_and_what_is_missing(round_command, world):
    round_command("open", "--period", "2011H2", "--opens", "2012-01-01", "--due", "2012-01-30", "--send-links")
    text = round_command("status").text
    assert "1 July – 31 December 2011, due on 30 January 2012" in text
    line = next(line for line in text.splitlines() if str(world.project) in line)
    assert "late" in line
    assert "figures 1, texts 2, funding 3, publicity" in line
    assert text.endswith("Reports 0/2, on time 0.\n")


def test_status_as_json_holds_no_address(round_command, world):
    round_command("open", "--period", "2011H2", "--opens", "2012-01-01", "--due", "2012-01-30", "--send-links")
    result = round_command("status", "--period", "2011H2", "--json")
    value = json.loads(result.out)
    assert (value["period"], value["due_on"]) == (["2011-07-01", "2011-12-31"], "2012-01-30")
    assert (value["expected"], value["received"], value["on_time"]) == (2, 0, 0)
    written = {report["code"]: report["last_written_at"] is not None for report in value["reports"]}
    assert written == {world.project.code: True, "S99999": False}
    assert value["reports"][0]["missing"]["figures"] == 1
    assert b"@" not in result.out


def test_round_that_is_not_there_is_told_with_those_that_are(round_command, world):
    assert "Rounds of" in round_command("status").err
    assert "none yet" in round_command("status").err
    round_command("open", "--period", "2011H2", "--opens", "2012-01-01")
    assert "2011-07-01..2011-12-31" in round_command("status", "--period", "2010H1").err


@pytest.mark.parametrize(("language", "said"), [("fi", "Raportteja 0/2"), ("sv", "Rapporter 0/2")])
def test_speaks_three_languages(run, world, language, said):
    run("round", "open", "--programme", world.programme.slug, "--period", "2011H2", "--opens", "2012-01-01")
    assert said in run("--language", language, "round", "status", "--programme", world.programme.slug).text

"""Two people on one report, and a process killed in the middle of an approval."""

import os
import signal
import subprocess
import sys
import threading
from decimal import Decimal
from pathlib import Path

import pytest
from django.db import connection, transaction

from hankekori.areas.monitoring.actions import correct_entry
from hankekori.areas.monitoring.models import LedgerEntry, StoredRollUp
from hankekori.areas.monitoring.roll_ups import differences
from hankekori.areas.rounds.actions import approve, reopen, save_figure
from hankekori.areas.rounds.errors import ReportClosedError, ReportRefusedError, StaleReportError
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportStep
from tests.areas.rounds.world import NOW, REASON, World, say, send
from tests.builders import a_project, a_project_plan

ROOT = Path(__file__).parents[3]
PAUSED_APPROVAL = """
import sys, time, django
django.setup()
from datetime import datetime
from hankekori.areas.rounds import actions
from hankekori.areas.rounds.models import ProjectReport

def pause(*args, **kwargs):
    print("written, not committed", flush=True)
    time.sleep(60)

actions._end_projects = pause
actions.approve(by=None, now=datetime.fromisoformat(sys.argv[1]), reports=list(ProjectReport.objects.all()))
"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def report():
    world = World()
    return world.report(world.open())


def at_the_same_time(first, second):
    """Do the first and, before its transaction ends, begin the second on a connection of its own; give its result."""
    found = []

    def run():
        try:
            found.append(second())
        except Exception as error:  # noqa: BLE001 - the test looks at what was raised
            found.append(error)
        finally:
            connection.close()

    other = threading.Thread(target=run)
    with transaction.atomic():
        first()
        other.start()
        other.join(0.3)
        assert not found, "the second did not wait for the first"
    other.join(20)
    return found[0]


def save(figure, total):
    return save_figure(
        by=None,
        link=None,
        now=NOW,
        figure=figure,
        revision=figure.revision,
        state="reported",
        total=Decimal(total),
        women=None,
    )


def test_of_two_who_write_one_is_told_what_the_other_wrote(report):
    mine, theirs = report.figures.get(), report.figures.get()
    result = at_the_same_time(lambda: save(theirs, 7), lambda: save(mine, 9))
    assert isinstance(result, StaleReportError)
    assert result.theirs.total == 7
    assert ReportFigure.objects.get().total == 7


def test_nothing_is_written_into_a_report_being_approved(report):
    send(report)
    result = at_the_same_time(
        lambda: approve(by=None, now=NOW, reports=[report]), lambda: save(report.figures.get(), 9)
    )
    assert isinstance(result, ReportClosedError)
    assert LedgerEntry.objects.get().total == ReportFigure.objects.get().total == 7


def test_two_who_approve_record_once(report):
    send(report)

    def approval():
        return approve(by=None, now=NOW, reports=[report])

    assert isinstance(at_the_same_time(approval, approval), ReportRefusedError)
    assert LedgerEntry.objects.count() == ReportStep.objects.filter(kind="approved").count() == 1


def test_a_correction_made_during_a_second_approval_is_counted_in(report):
    send(report, 7)
    approve(by=None, now=NOW, reports=[report])
    entry = LedgerEntry.objects.get()
    reopen(by=None, now=NOW, report=report, **REASON)
    send(report, 5)
    at_the_same_time(
        lambda: correct_entry(by=None, now=NOW, entry=entry, total=Decimal(9), **REASON),
        lambda: approve(by=None, now=NOW, reports=[report]),
    )
    assert list(LedgerEntry.objects.order_by("pk").values_list("total", flat=True)) == [7, 2, -4]


def test_a_killed_approval_leaves_nothing_and_the_next_writes_all_once():
    world = World()
    second = a_project(world.programme, world.measure)
    a_project_plan(second, world.indicator)
    reports = list(world.open().reports.order_by("pk"))
    for each in reports:
        say(each)
        send(each)

    process = start_paused_approval()
    assert process.stdout.readline() == "written, not committed\n", process.stderr.read()
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=20)

    assert not LedgerEntry.objects.exists()
    assert not StoredRollUp.objects.exists()
    assert not ReportStep.objects.filter(kind="approved").exists()
    assert set(ProjectReport.objects.values_list("state", flat=True)) == {"submitted"}

    assert len(approve(by=None, now=NOW, reports=reports)) == 2
    assert list(LedgerEntry.objects.values_list("total", flat=True)) == [7, 7]
    assert StoredRollUp.objects.get(measure=world.measure).total == 14
    assert differences(world.programme) == ()


def start_paused_approval():
    """Approve every report in a process of its own, which stops just before it would commit."""
    known = connection.connection.info
    database = f"host={known.host} port={known.port} dbname={known.dbname} user={known.user} password={known.password}"
    environment = os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.Popen(
        [sys.executable, "-c", PAUSED_APPROVAL, NOW.isoformat()],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )

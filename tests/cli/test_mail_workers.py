"""Two workers send a run of mail, one of them is killed in the middle: nothing is lost, nothing is doubled."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from hankekori.areas.mail.models import Message
from tests.areas.mail.messages import an_inbox, queue_letters
from tests.builders import a_programme

ROOT = Path(__file__).parents[2]
MAILS = 60
WORKER = """
import asyncio, time, django
django.setup()
from hankekori.areas.mail import actions
from hankekori.cli.worker import work

compose = actions.compose
def slowly(*args, **kwargs):  # so that there is a middle to be killed in
    time.sleep(0.02)
    return compose(*args, **kwargs)
actions.compose = slowly
asyncio.run(work())
"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def programme():
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")  # not a table Django's flush knows
    return a_programme(slug="heinola")


def a_worker(data: Path, **environment: str) -> subprocess.Popen:
    """Start a worker as a process of its own on the tests' database."""
    where = connection.get_connection_params()
    url = f"postgresql:///{where['dbname']}?host={where['host']}&user={where['user']}"
    given = {"DATABASE_URL": url, "HANKEKORI_DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    return subprocess.Popen([sys.executable, "-c", WORKER], cwd=ROOT, env=os.environ | given | environment)


@contextmanager
def two_workers(data: Path, **environment: str) -> Iterator[tuple[subprocess.Popen, subprocess.Popen]]:
    workers = a_worker(data, **environment), a_worker(data, **environment)
    try:
        yield workers
    finally:
        for worker in workers:
            worker.kill()
            worker.wait(10)


def wait_until(condition: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


def sent() -> int:
    return Message.objects.filter(state=Message.State.SENT).count()


def queue_run(programme) -> None:
    """Queue the run in several jobs, so that both workers have something to do."""
    for start in range(0, MAILS, 10):
        queue_letters(programme, *(f"link-{number}" for number in range(start, start + 10)), now=timezone.now())


def kill_one_in_the_middle(programme, data: Path, **environment: str) -> None:
    queue_run(programme)
    with two_workers(data, **environment) as (first, _):
        wait_until(lambda: sent() >= 10)
        first.send_signal(signal.SIGKILL)
        first.wait(10)
        assert sent() < MAILS
        wait_until(lambda: sent() == MAILS)


def test_every_mail_becomes_one_file(programme, tmp_path):
    kill_one_in_the_middle(programme, tmp_path)
    files = sorted(path.name for path in (tmp_path / "mail").glob("*.eml"))
    assert files == sorted(f"heinola.link-{number}.eml" for number in range(MAILS))
    assert set(Message.objects.values_list("attempts", flat=True)) == {1}


def test_mail_server_gets_every_mail_and_at_most_the_one_in_flight_twice(programme, tmp_path):
    with an_inbox() as inbox:
        kill_one_in_the_middle(programme, tmp_path, HANKEKORI_SMTP_URL=inbox.url)
    assert len(set(inbox.message_ids)) == MAILS
    assert len(inbox.message_ids) <= MAILS + 1


def test_without_a_killing_no_mail_is_sent_twice(programme, tmp_path):
    with an_inbox() as inbox:
        queue_run(programme)
        with two_workers(tmp_path, HANKEKORI_SMTP_URL=inbox.url):
            wait_until(lambda: sent() == MAILS)
    assert len(inbox.message_ids) == len(set(inbox.message_ids)) == MAILS


def test_lost_job_is_made_good_by_the_minute_sweep(programme, tmp_path):
    queue_letters(programme, "link-1", now=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")
    with two_workers(tmp_path):
        wait_until(lambda: sent() == 1, seconds=90)

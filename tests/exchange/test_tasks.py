"""Imports saved by a real worker: queued, under way, cut off, taken up again, never twice."""

import threading

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from hankekori.areas.projects.models import Project
from hankekori.exchange import actions
from hankekori.exchange.models import ImportDraft
from hankekori.exchange.progress import ShownProgress
from hankekori.exchange.queries import draft_with_id
from hankekori.exchange.tasks import MOST_TRIES, apply_import_draft, discard_old_drafts
from tests.builders import a_queued_draft

pytestmark = pytest.mark.django_db(transaction=True)

SHEET = b"Koodi;Nimi\nS19999;Verkosto\n"
State = ImportDraft.State


@pytest.fixture(autouse=True)
def short_connections(monkeypatch):
    """Close what a worker's thread opened when its job ends, as the thread goes with it."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)


@pytest.fixture
def draft():
    return a_queued_draft()


def work():
    """Do the jobs there are, as a worker of `serve` does."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def test_worker_saves_the_draft(draft):
    assert draft.state == State.QUEUED

    work()

    saved = draft_with_id(draft.programme, draft.pk)
    assert (saved.state, saved.done, saved.total, saved.result["created"]) == (State.DONE, 1, 1, 1)
    assert Project.objects.get().name == "Verkosto"


def test_jobs_done_twice_save_once(draft):
    work()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'todo'")

    work()

    assert Project.objects.count() == 1
    assert draft_with_id(draft.programme, draft.pk).result["created"] == 1


def test_import_that_brings_its_worker_down_is_given_up(draft):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET attempts = %s", [MOST_TRIES])

    work()

    failed = draft_with_id(draft.programme, draft.pk)
    assert (failed.state, Project.objects.exists()) == (State.FAILED, False)


def test_job_of_a_discarded_draft_does_nothing(draft):
    ImportDraft.objects.all().delete()

    work()

    jobs = ProcrastinateJob.objects.filter(task_name=apply_import_draft.name)
    assert [job.status for job in jobs] == ["succeeded"]
    assert not Project.objects.exists()


def test_two_workers_at_once_save_once(draft, monkeypatch):
    """The second starts while the first is in the middle of its transaction."""
    inside, go_on = threading.Event(), threading.Event()
    plan_of_draft = actions.plan_of_draft

    def slow_plan(asked):
        inside.set()
        go_on.wait(10)
        return plan_of_draft(asked)

    results = []

    def run():
        found = ImportDraft.objects.get(pk=draft.pk)
        try:
            results.append(
                actions.run_draft(by=None, now=timezone.now(), draft=found, progress=lambda _done, _total: None)
            )
        finally:
            connection.close()

    monkeypatch.setattr(actions, "plan_of_draft", slow_plan)
    workers = [threading.Thread(target=run) for _ in range(2)]
    workers[0].start()
    assert inside.wait(10)
    workers[1].start()
    go_on.set()
    for worker in workers:
        worker.join(20)

    assert sorted(result is None for result in results) == [False, True]
    assert (Project.objects.count(), draft_with_id(draft.programme, draft.pk).state) == (1, State.DONE)


def test_progress_is_seen_by_others_before_the_import_ends(draft):
    seen = []

    with connection.cursor() as cursor, ShownProgress(draft.pk) as progress:
        cursor.execute("SELECT 1")
        for done in (0, 1, 2):
            progress(done, 2)
            seen.append(ImportDraft.objects.values_list("done", "total").get(pk=draft.pk))

    assert seen == [(0, 2), (0, 2), (2, 2)]  # the middle one comes too soon after the first


def test_progress_never_waits_for_a_locked_draft(draft):
    with transaction.atomic(), ShownProgress(draft.pk) as progress:
        ImportDraft.objects.select_for_update().get(pk=draft.pk)
        progress(1, 2)

    assert ImportDraft.objects.get(pk=draft.pk).done == 0


def test_old_drafts_are_discarded_every_night(draft):
    ImportDraft.objects.update(state=State.PREVIEWED, created_at=timezone.now() - actions.KEPT_FOR * 2)

    discard_old_drafts(timestamp=0)

    assert not ImportDraft.objects.exists()

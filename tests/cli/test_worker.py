"""The worker of `serve`: takes up what a killed one left, finishes what it is at before it stops."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import connection, connections

from hankekori.areas.projects.models import Project
from hankekori.cli.worker import work
from hankekori.exchange import actions
from hankekori.exchange.models import ImportDraft
from tests.builders import a_queued_draft

pytestmark = pytest.mark.django_db(transaction=True)

State = ImportDraft.State


@pytest.fixture(autouse=True)
def short_connections(monkeypatch):
    """Close what a worker's thread opened when its job ends, as the thread goes with it."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)


@pytest.fixture
def draft():
    return a_queued_draft()


def is_saved() -> bool:
    """Ask through the connection of the thread that asks, and close it."""
    try:
        return ImportDraft.objects.filter(state=State.DONE).exists()
    finally:
        connection.close()


def work_until(condition: Callable[[], bool]) -> None:
    async def run() -> None:
        worker = asyncio.create_task(work())
        try:
            async with asyncio.timeout(20):
                while not await asyncio.to_thread(condition):  # noqa: ASYNC110 - the database gives no event
                    await asyncio.sleep(0.05)
        finally:
            worker.cancel()
            with suppress(asyncio.CancelledError):
                await worker

    asyncio.run(run())


def test_queued_import_is_saved(draft):
    work_until(is_saved)

    assert Project.objects.get().name == "Verkosto"


def test_import_whose_worker_was_killed_is_taken_up_again(draft):
    ImportDraft.objects.update(state=State.RUNNING)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")  # and no worker has it

    work_until(is_saved)

    assert Project.objects.get().name == "Verkosto"


def test_worker_told_to_stop_finishes_the_import_first(draft, monkeypatch):
    started, stopping = threading.Event(), threading.Event()
    plan_of_draft = actions.plan_of_draft

    def slow_plan(asked):
        started.set()
        stopping.wait(10)
        return plan_of_draft(asked)

    monkeypatch.setattr(actions, "plan_of_draft", slow_plan)
    threading.Timer(1, stopping.set).start()

    work_until(started.is_set)

    assert is_saved()

"""Two workers remind at the same moment: one message and one new link, not two."""

import threading
from datetime import timedelta

import pytest
from django.db import connection

from hankekori.areas.mail.models import Message
from hankekori.areas.rounds.links import create_link
from hankekori.areas.rounds.notices import queue_reminders
from tests.areas.rounds.world import NOW, World

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_at_once_write_once():
    world = World()
    report = world.report(world.open())
    create_link(by=None, now=NOW, report=report, email="anna@example.org", days=1)
    week_before = NOW + timedelta(days=14)
    together, found = threading.Barrier(2), []

    def remind():
        try:
            together.wait(10)
            found.append(queue_reminders(by=None, now=week_before, programme=world.programme))
        finally:
            connection.close()

    workers = [threading.Thread(target=remind) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(20)

    assert sorted(map(len, found)) == [0, 1]
    assert Message.objects.filter(kind=Message.Kind.DIGEST).count() == 1
    assert report.links.count() == 2

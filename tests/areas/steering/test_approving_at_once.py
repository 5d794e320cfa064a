"""Two who approve the same minutes at the same time: what was decided happens once."""

import threading

import pytest
from django.db import connection

from hankekori.areas.steering.approval import approve_minutes
from hankekori.areas.steering.decision_errors import MeetingStateError
from hankekori.areas.steering.decisions import add_decision
from hankekori.areas.steering.models import FollowUp, Meeting
from hankekori.core.decisions import DecisionKind
from tests import builders
from tests.areas.steering.conftest import decide
from tests.builders import NOW

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_approvals_at_once_carry_out_once(transactional_db, room):
    room.all_present()
    project = builders.a_project(room.programme, basket_state="proposed")
    accepted = add_decision(by=None, now=NOW, item=room.item, kind=DecisionKind.ACCEPT, project=project)
    decide(accepted, owner_name="Sihteeri", due=builders.AS_OF)
    room.end()
    together, said = threading.Barrier(2), []

    def approve():
        together.wait()
        try:
            said.append(
                approve_minutes(by=room.officer, now=NOW, meeting=Meeting.objects.get(pk=room.meeting.pk)).state
            )
        except MeetingStateError:
            said.append("refused")
        finally:
            connection.close()

    workers = [threading.Thread(target=approve) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=30)
    project.refresh_from_db()
    assert sorted(said) == ["approved", "refused"]
    assert (project.basket_state, FollowUp.objects.count()) == ("in_basket", 1)

"""Tasks until they are done: notes, a new day, closing, and reminders sent once."""

from datetime import date, timedelta

import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import EmptyFieldError
from hankekori.areas.mail.actions import set_channel
from hankekori.areas.mail.events import Channel, Event
from hankekori.areas.mail.models import Message
from hankekori.areas.projects.errors import UnknownChoiceError
from hankekori.areas.steering.decision_errors import DueInPastError, FollowUpClosedError
from hankekori.areas.steering.decision_queries import follow_ups_of
from hankekori.areas.steering.follow_ups import close_follow_up, move_follow_up, note_follow_up
from hankekori.areas.steering.models import FollowUp
from hankekori.areas.steering.reminders import queue_reminders
from tests import builders
from tests.builders import NOW

pytestmark = pytest.mark.django_db
NOBODY = {"by": None, "now": NOW}
DUE = date(2012, 5, 10)


@pytest.fixture
def task(db) -> FollowUp:
    programme = builders.a_programme()
    body = builders.a_body(programme)
    seat = builders.a_seat(body, email="jasen@example.org")
    return FollowUp.objects.create(
        programme=programme, body=body, task="Selvitetään tontit.", owner_seat=seat, due=DUE, created_at=NOW
    )


def test_a_note_is_kept_whatever_the_state(task):
    with pytest.raises(EmptyFieldError):
        note_follow_up(**NOBODY, follow_up=task, text=" ")
    note_follow_up(**NOBODY, follow_up=task, text="Kysytty kunnilta.")
    close_follow_up(**NOBODY, follow_up=task, state="done")
    note_follow_up(**NOBODY, follow_up=task, text="Vastaus tuli vielä.")
    texts = list(task.notes.order_by("pk").values_list("text", flat=True))
    assert texts == ["Kysytty kunnilta.", "Vastaus tuli vielä."]


def test_a_dropped_task_says_why(task):
    with pytest.raises(EmptyFieldError):
        close_follow_up(**NOBODY, follow_up=task, state="dropped")
    with pytest.raises(UnknownChoiceError):
        close_follow_up(**NOBODY, follow_up=task, state="open")
    dropped = close_follow_up(**NOBODY, follow_up=task, state="dropped", text="Kunta teki sen.")
    assert (dropped.state, dropped.closed_at) == ("dropped", NOW)
    with pytest.raises(FollowUpClosedError):
        close_follow_up(**NOBODY, follow_up=task, state="done")
    with pytest.raises(FollowUpClosedError):
        move_follow_up(**NOBODY, follow_up=task, due=DUE + timedelta(days=1), reason="Myöhässä")


def test_a_new_day_has_its_reason(task):
    with pytest.raises(EmptyFieldError):
        move_follow_up(**NOBODY, follow_up=task, due=DUE + timedelta(days=7), reason="")
    with pytest.raises(DueInPastError):
        move_follow_up(**NOBODY, follow_up=task, due=date(2012, 4, 1), reason="Syy")
    moved = move_follow_up(**NOBODY, follow_up=task, due=DUE + timedelta(days=7), reason="Tiedot viipyvät.")
    assert (moved.due, moved.notes.get().text) == (date(2012, 5, 17), "Tiedot viipyvät.")


def test_late_and_open_tasks_are_told_apart(task):
    rows = follow_ups_of(task.programme)
    assert [list(rows.late(day)) for day in (DUE, DUE + timedelta(days=1))] == [[], [task]]
    close_follow_up(**NOBODY, follow_up=task, state="done")
    assert (list(rows.open()), list(rows.closed())) == ([], [task])


def remind(task, day) -> int:
    now = NOW.replace(year=day.year, month=day.month, day=day.day)
    return queue_reminders(by=None, now=now, programme=task.programme, path="/seutu/tyoryhma/seuranta/")


def test_a_task_is_reminded_of_three_times_each_once(task):
    for offset in range(-20, 30):
        remind(task, DUE + timedelta(days=offset))
        remind(task, DUE + timedelta(days=offset))
    sent = list(Message.objects.order_by("pk").values_list("to", "kind", "queued_at__date"))
    days = [date(2012, 5, 3), DUE, date(2012, 5, 17)]
    assert sent == [("jasen@example.org", "follow_up", day) for day in days]
    assert "Selvitetään tontit." in Message.objects.first().text


def test_a_moved_task_is_reminded_of_by_its_new_day(task):
    remind(task, DUE - timedelta(days=7))
    move_follow_up(**NOBODY, follow_up=task, due=DUE + timedelta(days=30), reason="Syy")
    remind(task, DUE)
    remind(task, DUE + timedelta(days=23))
    assert Message.objects.count() == 2


def test_nobody_is_reminded_of_what_is_closed_or_where_the_table_says_no(task):
    set_channel(**NOBODY, programme=task.programme, event=Event.FOLLOW_UP, role=Role.MEMBER, channel=Channel.NONE)
    assert remind(task, DUE) == 0
    set_channel(**NOBODY, programme=task.programme, event=Event.FOLLOW_UP, role=Role.MEMBER, channel=Channel.MAIL)
    close_follow_up(**NOBODY, follow_up=task, state="done")
    assert remind(task, DUE) == 0
    assert not Message.objects.exists()


def test_the_letter_is_in_the_seats_language(task):
    task.owner_seat.language = "sv"
    task.owner_seat.save()
    remind(task, DUE + timedelta(days=8))
    assert "Sista dagen för din uppgift" in Message.objects.get().text

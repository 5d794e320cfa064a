"""The list of tasks and one task: what is shown, who writes, who comes in."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from hankekori.areas.accounts.roles import Role
from hankekori.areas.steering.models import FollowUp
from tests.builders import NOW

LIST = "/seutu/tyoryhma/seuranta/"


@pytest.fixture
def make(planned, programme):
    def made(task="Selvitetään tontit.", **fields):
        values = {"owner_seat": planned.own, "due": timezone.localdate() + timedelta(days=9), "created_at": NOW}
        return FollowUp.objects.create(programme=programme, body=planned.body, task=task, **values | fields)

    return made


def tasks(client, query="") -> list[str]:
    return [row.follow_up.task for row in client.get(LIST + query).context["rows"]]


def test_tasks_are_shown_by_their_state(seated, make, planned):
    _user, client = seated
    make("Oma")
    make("Muun", owner_seat=planned.other)
    make("Myöhässä", owner_seat=None, owner_name="Kunta", due=date(2012, 1, 1))
    make("Valmis", state="done", closed_at=NOW)
    assert tasks(client) == ["Myöhässä", "Oma", "Muun"]
    assert (tasks(client, "?nayta=omat"), tasks(client, "?nayta=myohassa"), tasks(client, "?nayta=suljetut")) == (
        ["Oma"], ["Myöhässä"], ["Valmis"],
    )  # fmt: skip
    assert tasks(client, "?nayta=kaikkea") == tasks(client)


def test_an_empty_list_says_what_belongs_there(officer, planned):
    assert "Tehtävä syntyy" in officer.get(LIST).content.decode()


def test_the_office_moves_and_closes(officer, make):
    task = make()
    later = timezone.localdate() + timedelta(days=30)
    officer.post(f"{LIST}{task.pk}/", {"text": "Tiedot viipyvät.", "due": later.isoformat(), "state": "open"})
    task.refresh_from_db()
    assert (task.due, task.notes.get().text) == (later, "Tiedot viipyvät.")
    officer.post(f"{LIST}{task.pk}/", {"text": "", "due": "", "state": "done"})
    task.refresh_from_db()
    assert task.state == "done"
    assert "Tiedot viipyvät." in officer.get(f"{LIST}{task.pk}/").content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"state": "dropped"}, "text"), ({"state": "open"}, "text"), ({"state": "x"}, "state"),
     ({"state": "open", "due": "1.1.2012", "text": "Syy"}, "due"), ({"state": "open", "due": "joskus"}, "due")],
)  # fmt: skip
def test_what_is_wrong_is_said_at_its_field(officer, make, typed, field):
    response = officer.post(f"{LIST}{make().pk}/", typed)
    assert (response.status_code, list(response.context["form"].errors)) == (422, [field])


def test_whose_task_it_is_writes_a_note_and_no_more(seated, make):
    _user, client = seated
    task = make()
    client.post(f"{LIST}{task.pk}/", {"text": "Työn alla.", "state": "done"})
    task.refresh_from_db()
    assert (task.state, task.notes.get().text) == ("open", "Työn alla.")


def test_another_member_only_reads(member, make):
    task = make()
    assert '<form class="form"' not in member.get(f"{LIST}{task.pk}/").content.decode()
    assert member.post(f"{LIST}{task.pk}/", {"text": "Ohi."}).status_code == 403


@pytest.mark.parametrize(
    ("role", "status"), [(Role.MEMBER, 200), (Role.OBSERVER, 403), (Role.REPORTER, 403), (None, 404)]
)
def test_who_comes_in(entered, make, role, status):
    client, task = entered(role), make()
    assert [client.get(page).status_code for page in (LIST, f"{LIST}{task.pk}/")] == [status, status]


def test_an_unknown_task_is_not_found(officer, planned):
    assert [officer.get(f"{LIST}{key}/").status_code for key in (999, 10**20)] == [404, 404]


@pytest.mark.parametrize("times", [1, 3, 50])
def test_the_list_takes_the_same_queries(officer, make, times, django_assert_max_num_queries):
    for _ in range(times):
        make()
    with django_assert_max_num_queries(9):
        officer.get(LIST)

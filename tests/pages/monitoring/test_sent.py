"""The log of messages: what was sent to whom, what did not leave; addresses only for those who may see them."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.models import Message
from tests import builders

AT = datetime(2012, 7, 2, 6, 0, tzinfo=UTC)
ADDRESS = "/seutu/seuranta/lahetetyt/"


def a_message(programme, number=1, **fields):
    values = {
        "kind": "link", "key": f"link-{number}", "to": f"hanke-{number}@example.org", "language": "fi",
        "subject": f"Aihe {number}", "text": "", "html": "", "queued_at": AT, "state": "sent", "sent_at": AT,
    }  # fmt: skip
    return Message.objects.create(programme=programme, **values | fields)


@pytest.fixture
def failed(programme):
    return a_message(programme, state="failed", sent_at=None, attempts=9, error="550 hanke-1@example.org unknown")


def test_message_is_listed_with_its_address(programme, officer):
    a_message(programme)
    page = officer.get(ADDRESS).content.decode()

    assert "hanke-1@example.org" in page
    assert "Aihe 1" in page
    assert "2.7.2012 09.00" in page


def test_empty_log_says_what_belongs_there(programme, officer):
    assert "Viestejä ei ole vielä lähetetty" in officer.get(ADDRESS).content.decode()


def test_reader_sees_no_address_subject_or_error(programme, member, failed):
    page = member.get(ADDRESS).content.decode()

    assert "ei lähtenyt" in page
    assert "example.org" not in page
    assert "Aihe" not in page


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_readers_file_has_no_address(programme, member, failed, ending):
    response = member.get(f"{ADDRESS}?muoto={ending}")

    assert response.status_code == 200
    assert b"example.org" not in response.content
    assert b"Kenelle" not in response.content


def test_log_is_filtered_by_state(programme, officer, failed):
    a_message(programme, 2)
    page = officer.get(f"{ADDRESS}?tila=failed").content.decode()

    assert "hanke-1@example.org" in page
    assert "hanke-2@example.org" not in page


def test_failed_message_is_sent_again(programme, officer, failed):
    assert officer.post(f"{ADDRESS}{failed.pk}/uudelleen/").status_code == 302
    failed.refresh_from_db()

    assert failed.state == "queued"


def test_message_that_left_is_not_sent_again(programme, officer):
    sent = a_message(programme)
    page = officer.post(f"{ADDRESS}{sent.pk}/uudelleen/", follow=True).content.decode()

    assert "Viesti on jo lähetetty" in page
    assert Message.objects.get().state == "sent"


def test_reader_sends_nothing_again(programme, member, failed):
    assert member.post(f"{ADDRESS}{failed.pk}/uudelleen/").status_code == 403


def test_message_of_another_programme_is_not_found(programme, officer):
    other = a_message(builders.a_programme())
    assert officer.post(f"{ADDRESS}{other.pk}/uudelleen/").status_code == 404


@pytest.mark.parametrize(("role", "status"), [(Role.OBSERVER, 200), (Role.REPORTER, 403), (None, 404)])
def test_who_comes_in(programme, entered, role, status):
    assert entered(role).get(ADDRESS).status_code == status


def test_queries_do_not_grow_with_messages(programme, officer):
    counts = []
    for numbers in (range(1), range(1, 3), range(3, 50)):
        for number in numbers:
            a_message(programme, number)
        with CaptureQueriesContext(connection) as captured:
            officer.get(ADDRESS)
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20

"""Työryhmä: the list, a meeting's agenda, planning, arranging, attaching, inviting; who may do what."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.models import Message
from hankekori.areas.steering.agenda import write_agenda
from hankekori.areas.steering.calendars import meeting_path
from hankekori.areas.steering.models import Attendance, Meeting
from tests import builders
from tests.builders import NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def meeting(small) -> Meeting:
    body = builders.a_body(small.programme, name_fi="Työryhmä")
    builders.a_seat(body, role="chair", email="pj@example.org")
    start = timezone.now() + timedelta(days=30)
    meeting = builders.a_meeting(body, number=3, starts_at=start, ends_at=start + timedelta(hours=2))
    write_agenda(by=None, now=NOW, meeting=meeting)
    meeting.refresh_from_db()
    return meeting


def _paths(meeting: Meeting) -> dict[str, str]:
    item = meeting.items.order_by("position").first()
    slug = meeting.programme.slug
    names = {
        "meeting": {}, "meeting-calendar": {}, "meeting-edit": {}, "meeting-cancel": {}, "meeting-invite": {},
        "item-new": {}, "item": {"item": item.pk},
    }  # fmt: skip
    found = {name: reverse(name, kwargs={"slug": slug, "meeting": meeting.pk, **more}) for name, more in names.items()}
    return found | {"meetings": reverse("meetings", kwargs={"slug": slug}),
                    "meeting-new": reverse("meeting-new", kwargs={"slug": slug})}  # fmt: skip


READ = {"meetings", "meeting", "meeting-calendar"}


def test_the_letters_path_is_the_pages(meeting):
    assert meeting_path(meeting) == _paths(meeting)["meeting"]


def test_the_officer_opens_every_page(officer, meeting):
    assert {name: officer.get(path).status_code for name, path in _paths(meeting).items()} == dict.fromkeys(
        _paths(meeting), 200
    )


@pytest.mark.parametrize("role", [Role.MEMBER, Role.ADVISER, Role.COMMUNICATOR])
def test_members_and_the_office_read_and_arrange_nothing(entered, meeting, role):
    client = entered(role)
    got = {name: client.get(path).status_code for name, path in _paths(meeting).items()}
    assert got == {name: 200 if name in READ else 403 for name in got}
    page = client.get(_paths(meeting)["meeting"]).content.decode()
    assert "Kokouksen avaus" in page
    assert "Siirrä" not in page


@pytest.mark.parametrize(("role", "code"), [(Role.OBSERVER, 403), (Role.REPORTER, 403), (None, 404)])
def test_others_come_nowhere(entered, meeting, role, code):
    client = entered(role)
    assert {client.get(path).status_code for path in _paths(meeting).values()} == {code}
    posts = ("agenda-write", "meeting-report", "meeting-answer")
    kwargs = {"slug": meeting.programme.slug, "meeting": meeting.pk}
    assert {client.post(reverse(name, kwargs=kwargs)).status_code for name in posts} == {code}


def test_a_meeting_of_another_programme_is_not_found(officer, meeting):
    other = builders.a_meeting(builders.a_body(builders.a_programme()))
    path = reverse("meeting", kwargs={"slug": meeting.programme.slug, "meeting": other.pk})
    assert officer.get(path).status_code == 404


def _typed(body, **fields):
    return {"body": body.pk, "day": "12.1.2027", "begins": "9.00", "ends": "11", "repeats": "once", **fields}


def test_a_series_is_planned_on_one_form(officer, small):
    body = builders.a_body(small.programme)
    typed = _typed(body, repeats="months", every="1", until="30.6.2027", place="Kaupungintalo")
    assert officer.post(small.url("tyoryhma/kokoukset/uusi/"), typed).status_code == 302
    days = [timezone.localtime(day) for day in body.meetings.order_by("starts_at").values_list("starts_at", flat=True)]
    assert [(each.month, each.day, each.hour) for each in days] == [
        (1, 12, 9), (2, 9, 9), (3, 9, 9), (4, 13, 9), (5, 11, 9), (6, 8, 9),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"begins": "yhdeksältä"}, "Kirjoita kellonaika"),
        ({"begins": "25.00"}, "Kirjoita kellonaika"),
        ({"ends": "8.00"}, "päättyy ennen kuin"),
        ({"repeats": "weeks"}, "johon sarja päättyy"),
        ({"repeats": "weeks", "until": "1.1.2027"}, "vähintään yksi"),
        ({"day": "32.1.2027"}, "32.1.2027"),
        ({"online_url": "ei osoite"}, "ei osoite"),
    ],
)
def test_what_cannot_be_planned_is_said_and_kept(officer, small, typed, said):
    body = builders.a_body(small.programme)
    answer = officer.post(small.url("tyoryhma/kokoukset/uusi/"), _typed(body, place="Sali 7", **typed))
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert "Sali 7" in answer.content.decode()
    assert not body.meetings.exists()


def test_an_unknown_body_is_refused(officer, small):
    body = builders.a_body(small.programme)
    typed = _typed(body) | {"body": "999999"}
    answer = officer.post(small.url("tyoryhma/kokoukset/uusi/"), typed)
    assert (answer.status_code, "body" in answer.context["form"].errors) == (422, True)


def test_matters_are_moved_removed_and_put_back(officer, meeting):
    first = meeting.items.order_by("position").first()
    path = reverse("item-arrange", kwargs={"slug": meeting.programme.slug, "meeting": meeting.pk, "item": first.pk})
    officer.post(path, {"numero": "2"})
    assert meeting.items.order_by("position")[1] == first
    officer.post(path, {"tee": "1", "numero": "2"})
    assert meeting.items.order_by("position").first() == first
    officer.post(path, {"tee": "poista", "numero": "1"})
    first.refresh_from_db()
    assert first.removed
    officer.post(path, {"tee": "palauta"})
    first.refresh_from_db()
    assert not first.removed


@pytest.mark.parametrize("typed", ["", "kaksi", "-1", "²", "99999999999999999999"])
def test_a_place_that_is_no_number_is_said(officer, meeting, typed):
    first = meeting.items.order_by("position").first()
    path = reverse("item-arrange", kwargs={"slug": meeting.programme.slug, "meeting": meeting.pk, "item": first.pk})
    page = officer.post(path, {"numero": typed}, follow=True).content.decode()
    assert "Kirjoita numero" in page


def test_a_file_is_attached_and_read_by_members_only(officer, member, entered, meeting):
    item = meeting.items.order_by("position").first()
    kwargs = {"slug": meeting.programme.slug, "meeting": meeting.pk}
    sent = SimpleUploadedFile("talous.pdf", b"%PDF-1.7 example", "application/pdf")
    officer.post(reverse("item-attach", kwargs=kwargs | {"item": item.pk}), {"tiedosto": sent})
    attachment = item.attachments.get()
    path = reverse("attachment", kwargs=kwargs | {"attachment": attachment.pk})
    assert member.get(path).content == b"%PDF-1.7 example"
    assert entered(Role.OBSERVER).get(path).status_code == 403
    assert entered(None).get(path).status_code == 404
    removal = reverse("attachment-remove", kwargs=kwargs | {"attachment": attachment.pk})
    assert member.post(removal).status_code == 403
    officer.post(removal)
    assert not item.attachments.exists()


def test_invited_changed_and_told_again(officer, meeting):
    path = _paths(meeting)["meeting-invite"]
    officer.post(path)
    officer.post(path)
    assert Message.objects.filter(kind="meeting").count() == 1
    meeting.refresh_from_db()
    assert (meeting.state, meeting.sequence, meeting.agenda.kind) == ("invited", 0, "agenda")
    officer.post(_paths(meeting)["item-new"], {"title": "Muut asiat"})
    assert "on muuttunut kutsun" in officer.get(_paths(meeting)["meeting"]).content.decode()
    officer.post(path)
    meeting.refresh_from_db()
    assert (meeting.sequence, Message.objects.filter(kind="meeting").count()) == (1, 2)
    assert "on muuttunut kutsun" not in officer.get(_paths(meeting)["meeting"]).content.decode()
    officer.post(_paths(meeting)["meeting-cancel"])
    assert Message.objects.filter(kind="meeting").count() == 3


def test_a_member_answers_for_oneself_only(officer, member, meeting):
    own = builders.a_seat(meeting.body, user=builders.a_user_with(Role.MEMBER, meeting.programme))
    officer.post(_paths(meeting)["meeting-invite"])
    path = reverse("meeting-answer", kwargs={"slug": meeting.programme.slug, "meeting": meeting.pk})
    typed = {"paikka": own.pk, "vastaus": "accepted"}
    assert member.post(path, typed).status_code == 403
    member.force_login(own.user)
    member.post(path, typed)
    assert Attendance.objects.get(seat=own).answer == "accepted"
    officer.post(path, typed | {"vastaus": "declined"})
    assert Attendance.objects.get(seat=own).answer == "declined"
    assert officer.post(path, {"paikka": "x", "vastaus": "accepted"}).status_code == 404
    assert officer.post(path, typed | {"vastaus": "ehkä"}).status_code == 302


def test_todays_report_is_frozen_for_the_meeting(officer, meeting):
    officer.post(reverse("meeting-report", kwargs={"slug": meeting.programme.slug, "meeting": meeting.pk}))
    meeting.refresh_from_db()
    assert meeting.report.kind == "working_group"


@pytest.mark.parametrize("count", [1, 3, 50])
def test_queries_do_not_grow_with_the_agenda(officer, meeting, count, django_assert_num_queries):
    for _number in range(count):
        project = builders.a_project(meeting.programme, basket_state="proposed")
        item = builders.an_item(meeting, kind="proposal", project=project)
        item.decisions.create(programme=meeting.programme, position=1, kind="accept", project=project)
        item.attachments.create(programme=meeting.programme, name="a.pdf", content=b"x", sha256="0" * 64, added_at=NOW)
        builders.a_seat(meeting.body)
        builders.a_meeting(meeting.body, starts_at=datetime(2011, 1, 1, tzinfo=UTC))
    with django_assert_num_queries(15):
        officer.get(_paths(meeting)["meeting"])
    with django_assert_num_queries(9):
        officer.get(_paths(meeting)["meetings"])


def test_a_new_meeting_opens_with_the_hours_and_place_of_the_last(officer, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(place="Valtuustosali")
    page = officer.get(reverse("meeting-new", kwargs={"slug": meeting.programme.slug})).content.decode()
    assert "Valtuustosali" in page
    assert timezone.localtime(meeting.starts_at).strftime("%H.%M").lstrip("0") in page


@pytest.mark.parametrize("written", ["9" * 5000, "9" * 19, "\u0661", "x", ""])
def test_a_key_no_form_of_ours_sends_is_no_fault_of_the_server(officer, meeting, written):
    kwargs = {"slug": meeting.programme.slug, "meeting": meeting.pk}
    answered = officer.post(reverse("meeting-answer", kwargs=kwargs), {"paikka": written, "vastaus": "accepted"})
    assert answered.status_code == 404
    item = meeting.items.first()
    attached = officer.post(reverse("item-attach", kwargs={**kwargs, "item": item.pk}), {"raportti": written})
    assert (attached.status_code, item.attachments.exists()) == (302, False)


def test_a_meeting_that_was_held_leads_to_its_minutes_and_tells_who_was_there(officer, meeting):
    chair = meeting.body.seats.get()
    deputy = builders.a_seat(meeting.body, deputy_of=chair, person="Varajäsen")
    meeting.attendances.create(programme=meeting.programme, seat=chair, present=True, deputy=deputy)
    minutes = reverse("minutes", kwargs={"slug": meeting.programme.slug, "meeting": meeting.pk})
    before = officer.get(_paths(meeting)["meeting"]).content.decode()
    assert (minutes in before, "ei vastannut" in before) == (False, True)
    Meeting.objects.filter(pk=meeting.pk).update(state="ended")
    page = officer.get(_paths(meeting)["meeting"]).content.decode()
    assert (minutes in page, "ei vastannut" in page, "sijalla Varajäsen" in page) == (True, False, True)

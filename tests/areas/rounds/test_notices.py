"""Who hears of what: reminders by the cadence, the office's digest, returned and approved reports."""

from datetime import UTC, date, datetime, timedelta

import pytest

from hankekori.areas.mail.actions import NotToldError, set_channel
from hankekori.areas.mail.events import Channel, Event
from hankekori.areas.mail.models import Message, NotificationRule
from hankekori.areas.mail.queries import notification_rules
from hankekori.areas.rounds import tasks
from hankekori.areas.rounds.actions import approve, reopen, return_report
from hankekori.areas.rounds.digests import digests_of, unreached
from hankekori.areas.rounds.links import create_link, revoke_link
from hankekori.areas.rounds.models import ProjectReporter
from hankekori.areas.rounds.notices import announce_round, queue_reminders
from hankekori.areas.rounds.reached import last_asked
from tests.areas.rounds.world import NOW, World, send
from tests.builders import Role, a_project, a_user_with

pytestmark = pytest.mark.django_db

WEEK_BEFORE = datetime(2012, 7, 24, 4, 0, tzinfo=UTC)  # seven in the morning in Finland
Kind = Message.Kind


@pytest.fixture
def world():
    return World()


@pytest.fixture
def report(world):
    return world.report(world.open())


@pytest.fixture
def link(report):
    return create_link(by=None, now=NOW, report=report, email="anna@example.org")


@pytest.fixture
def coordinator(world):
    return a_user_with(Role.COORDINATOR, world.programme)


def remind(world, now):
    return queue_reminders(by=None, now=now, programme=world.programme)


def sent(kind):
    return [(message.to, message.subject) for message in Message.objects.filter(kind=kind).order_by("id")]


def test_reminder_says_what_is_missing_and_leads_there(world, link):
    remind(world, WEEK_BEFORE)
    message = Message.objects.get(kind=Kind.DIGEST)
    assert (message.to, message.subject) == ("anna@example.org", "Muistutus: raportti viimeistään 31.7.2012")
    assert f"Puuttuu: {world.indicator.name_fi}, Onnistumiset, Ongelmat." in message.text
    assert f"hankekori:/raportoi/{link.token}/" in message.text


def test_reminders_of_a_report_never_sent_keep_the_cadence(world, link):
    for day in range(120):
        remind(world, WEEK_BEFORE - timedelta(days=7) + timedelta(days=day))
        remind(world, WEEK_BEFORE - timedelta(days=7) + timedelta(days=day, hours=6))
    days = Message.objects.filter(kind=Kind.DIGEST).order_by("id").values_list("queued_at", flat=True)
    due = date(2012, 7, 31)
    assert [(at.date() - due).days for at in days] == [-7, -1, 4, 9, 30, 60]


def test_link_about_to_end_is_renewed_and_the_old_one_still_opens(world, report, link):
    remind(world, WEEK_BEFORE + timedelta(days=14))
    newer = report.links.exclude(pk=link.pk).get()
    assert f"/raportoi/{newer.token}/" in Message.objects.get(kind=Kind.DIGEST).text
    link.refresh_from_db()
    assert link.revoked_at is None


def test_nobody_is_reminded_of_a_report_that_was_sent_or_whose_link_was_taken_away(world, report, link):
    assert len(digests_of(world.programme, WEEK_BEFORE)) == 1
    send(report)
    assert digests_of(world.programme, WEEK_BEFORE) == ()
    other = World()
    taken = create_link(by=None, now=NOW, report=other.report(other.open()), email="anna@example.org")
    revoke_link(by=None, now=NOW, link=taken)
    assert digests_of(other.programme, WEEK_BEFORE) == ()
    assert [each.project for each in unreached(other.programme, WEEK_BEFORE)] == [other.project]


def test_several_reports_of_a_person_are_in_one_message(world):
    others = [a_project(world.programme, world.measure, name=name) for name in ("Toinen", "Kolmas")]
    reporter = a_user_with(Role.REPORTER, world.programme)
    for project in (world.project, *others):
        ProjectReporter.objects.create(programme=world.programme, project=project, user=reporter)
    opened = world.open()
    create_link(by=None, now=NOW, report=world.report(opened), email=reporter.email.upper())
    remind(world, WEEK_BEFORE)
    message = Message.objects.get(kind=Kind.DIGEST)
    assert message.to == reporter.email
    assert message.text.count("Avaa raportti:") == 3
    assert all(project.name in message.text for project in (world.project, *others))


def test_office_hears_of_what_was_sent_the_next_morning_and_of_what_is_late(world, report, coordinator):
    send(report)
    assert remind(world, NOW) == ()
    remind(world, NOW + timedelta(days=1))
    assert sent(Kind.DIGEST) == [(coordinator.email, "Raportit: hyväksyntää odottaa 1, myöhässä 0")]
    assert f"hankekori:/{world.programme.slug}/seuranta/" in Message.objects.get().text

    late = World()
    officer = a_user_with(Role.COORDINATOR, late.programme)
    late.open()
    remind(late, datetime(2012, 8, 1, 4, tzinfo=UTC))
    assert sent(Kind.DIGEST)[1:] == [(officer.email, "Raportit: hyväksyntää odottaa 0, myöhässä 1")]


def test_coordinator_who_also_reports_gets_one_message(world, report, coordinator):
    create_link(by=None, now=NOW, report=report, email=coordinator.email)
    remind(world, datetime(2012, 8, 1, 4, tzinfo=UTC))
    message = Message.objects.get(kind=Kind.DIGEST)
    assert message.subject == "Raportti on myöhässä: määräpäivä oli 31.7.2012"
    assert "Myöhässä: 1" in message.text


def test_returned_report_is_told_with_the_reason(world, report, link):
    send(report)
    return_report(by=None, now=NOW, report=report, reason="evidence_missing", explanation="Liitä <osallistujalista>.")
    message = Message.objects.get(kind=Kind.RETURNED)
    assert message.subject == f"Raporttia pyydetään täydentämään: {world.project.name}"
    assert "Syy: näyttö puuttuu.\n  Liitä <osallistujalista>." in message.text
    assert "Liitä &lt;osallistujalista&gt;." in message.html


def test_approved_and_reopened_reports_are_told(world, report, link):
    send(report)
    approve(by=None, now=NOW, reports=[report])
    assert sent(Kind.APPROVED) == [("anna@example.org", f"Raportti on hyväksytty: {world.project.name}")]
    reopen(by=None, now=NOW, report=report, reason="typing", explanation="Luku oli väärin.")
    assert "Syy: kirjoitusvirhe.\n  Luku oli väärin." in Message.objects.get(kind=Kind.RETURNED).text


def test_table_of_who_hears_of_what_is_obeyed(world, report, link, coordinator):
    def choose(event, role, channel):
        set_channel(by=None, now=NOW, programme=world.programme, event=event, role=role, channel=channel)

    for event in (Event.ROUND_OPENED, Event.REMINDER, Event.RETURNED):
        choose(event, Role.REPORTER, Channel.NONE)
    choose(Event.LATE, Role.COORDINATOR, Channel.NONE)
    assert announce_round(by=None, now=NOW, round=report.round) is None
    assert remind(world, datetime(2012, 8, 1, 4, tzinfo=UTC)) == ()
    send(report)
    return_report(by=None, now=NOW, report=report, reason="other", explanation="Täydennä.")
    assert [message.kind for message in Message.objects.all()] == [Kind.LINK]

    choose(Event.REMINDER, Role.REPORTER, Channel.MAIL)
    assert len(remind(world, datetime(2012, 8, 1, 4, tzinfo=UTC))) == 1


def test_table_shows_every_event_with_its_roles_and_keeps_only_what_differs(world):
    rules = notification_rules(world.programme)
    assert {rule.event for rule in rules} == set(Event)
    assert all(rule.is_default for rule in rules)
    chosen = {"by": None, "now": NOW, "programme": world.programme, "event": Event.LATE, "role": Role.MEMBER}
    set_channel(**chosen, channel=Channel.MAIL)
    changed = [rule for rule in notification_rules(world.programme) if not rule.is_default]
    assert [(rule.event, rule.role, rule.channel) for rule in changed] == [(Event.LATE, Role.MEMBER, Channel.MAIL)]
    set_channel(**chosen, channel=Channel.NONE)
    assert not NotificationRule.objects.exists()
    with pytest.raises(NotToldError):
        set_channel(**chosen | {"role": Role.REPORTER}, channel=Channel.MAIL)


def test_last_day_of_writing_is_known_by_report(world, report, link):
    assert last_asked(report.round) == {report.pk: NOW}
    remind(world, WEEK_BEFORE)
    assert last_asked(report.round) == {report.pk: WEEK_BEFORE}


@pytest.mark.parametrize("reports", [1, 3, 50])
def test_queries_of_reminding_do_not_grow(world, coordinator, reports, django_assert_max_num_queries):
    projects = [a_project(world.programme, world.measure) for _ in range(reports)]
    opened = world.open()
    for project in projects:
        create_link(by=None, now=NOW, report=opened.reports.get(project=project), email=f"h{project.pk}@example.org")
    with django_assert_max_num_queries(18):
        assert len(remind(world, WEEK_BEFORE)) == reports


@pytest.mark.parametrize(
    ("at", "is_seven"),
    [
        (datetime(2012, 7, 24, 4, tzinfo=UTC), True),
        (datetime(2012, 7, 24, 5, tzinfo=UTC), False),
        (datetime(2012, 1, 24, 4, tzinfo=UTC), False),
        (datetime(2012, 1, 24, 5, tzinfo=UTC), True),
    ],
)
def test_reminders_leave_at_seven_in_finland_summer_and_winter(world, monkeypatch, at, is_seven):
    asked = []
    monkeypatch.setattr(tasks, "queue_reminders", lambda **given: asked.append(given["programme"]))
    tasks.remind(timestamp=int(at.timestamp()))
    assert asked == [world.programme] * is_seven

"""Personal links: sent to whom reports, opened only while they hold, never to be guessed."""

from datetime import timedelta

import pytest

from hankekori.areas.mail.models import Message
from hankekori.areas.mail.signed_tokens import sign_token
from hankekori.areas.rounds.links import (
    BadDaysError,
    BadEmailError,
    LinkExpiredError,
    LinkRevokedError,
    LinkWrongError,
    create_link,
    revoke_link,
    send_links,
    use_link,
)
from hankekori.areas.rounds.models import ProjectReporter, ReportLink
from tests.areas.rounds.world import NOW, World
from tests.builders import Role, a_project, a_user_with

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def report(world):
    return world.report(world.open())


def a_link(report, email="anna@example.org", **given):
    return create_link(by=None, now=NOW, report=report, email=email, **given)


def signed(link):
    return sign_token(link.token)


def test_link_opens_its_report_and_its_use_is_noted_once_an_hour(report, django_assert_num_queries):
    link = a_link(report)
    later = NOW + timedelta(minutes=30)
    assert use_link(now=later, signed=signed(link)).report == report
    with django_assert_num_queries(3):  # savepoint, link, savepoint
        opened = use_link(now=later + timedelta(minutes=59), signed=signed(link))
    assert opened.last_used_at == later
    assert use_link(now=later + timedelta(hours=1), signed=signed(link)).last_used_at == later + timedelta(hours=1)


def test_mail_holds_the_link_and_says_what_by_when_and_until_when(world, report):
    link = a_link(report, language="sv", days=10)
    message = Message.objects.get()
    assert (message.kind, message.to, message.language) == ("link", "anna@example.org", "sv")
    assert message.subject == "Projektets rapport för 1.1.–30.6.2012, senast 31.7.2012"
    assert f"hankekori:/raportoi/{link.token}/" in message.text
    assert str(world.project) in message.text
    assert "gäller till 20.7.2012" in message.text


def test_link_that_no_longer_opens_says_why(report):
    link = a_link(report, days=1)
    with pytest.raises(LinkExpiredError):
        use_link(now=NOW + timedelta(days=1), signed=signed(link))
    revoke_link(by=None, now=NOW, link=link)
    with pytest.raises(LinkRevokedError):
        use_link(now=NOW, signed=signed(link))
    for wrong in ("", "x", signed(link)[:-1], str(link.token), link.token.hex, signed(ReportLink())):
        with pytest.raises(LinkWrongError):
            use_link(now=NOW, signed=wrong)


def test_new_link_ends_the_older_one_of_the_same_person(report):
    first, other = a_link(report), a_link(report, "bertta@example.org")
    newer = a_link(report, "ANNA@example.org")
    with pytest.raises(LinkRevokedError):
        use_link(now=NOW, signed=signed(first))
    assert use_link(now=NOW, signed=signed(newer)) == newer
    assert use_link(now=NOW, signed=signed(other)) == other
    assert Message.objects.count() == 3


@pytest.mark.parametrize("email", ["", "anna", "anna@", "anna@ example.org", "anna@example.org\nBcc: b@example.org"])
def test_address_that_is_none_is_refused(report, email):
    with pytest.raises(BadEmailError) as refused:
        a_link(report, email)
    assert refused.value.field == "email"
    assert not ReportLink.objects.exists()


@pytest.mark.parametrize("days", [0, -1, 367])
def test_time_that_is_too_short_or_too_long_is_refused(report, days):
    with pytest.raises(BadDaysError):
        a_link(report, days=days)


def test_round_is_sent_to_contacts_and_reporters_and_says_who_has_nobody(world):
    linked, account, bare, broken = (a_project(world.programme, world.measure, name=f"Hanke {n}") for n in "ABCD")
    linked.contact_email = world.project.contact_email = " Anna@example.org "
    broken.contact_email = "anna.virtanen("  # capture loss: the host is gone
    for project in (linked, world.project, broken):
        project.save()
    reporter = a_user_with(Role.REPORTER, world.programme)
    ProjectReporter.objects.create(programme=world.programme, project=account, user=reporter)
    opened = world.open()

    sent = send_links(by=None, now=NOW, round=opened)

    assert {link.report.project for link in sent.links} == {linked, world.project}
    assert sent.accounts == 1
    assert set(sent.missing) == {bare, broken}
    messages = {message.to: message for message in Message.objects.all()}
    assert set(messages) == {"Anna@example.org", reporter.email}
    assert messages["Anna@example.org"].text.count("hankekori:/raportoi/") == 2
    assert f"/{world.programme.slug}/seuranta/" in messages[reporter.email].text

    again = send_links(by=None, now=NOW + timedelta(hours=1), round=opened)
    assert (again.links, set(again.missing)) == ((), {bare, broken})
    assert Message.objects.count() == 2


def test_sending_again_renews_what_has_expired(world):
    world.project.contact_email = "anna@example.org"
    world.project.save()
    opened = world.open()
    (link,) = send_links(by=None, now=NOW, round=opened, days=1).links
    (newer,) = send_links(by=None, now=NOW + timedelta(days=2), round=opened).links
    assert newer.email == link.email
    assert newer.expires_at.date().isoformat() == "2012-08-30"
    assert Message.objects.count() == 2


def test_sending_again_does_not_write_to_whose_link_was_ended(world):
    world.project.contact_email = "anna@example.org"
    world.project.save()
    opened = world.open()
    (link,) = send_links(by=None, now=NOW, round=opened).links
    revoke_link(by=None, now=NOW, link=link)
    again = send_links(by=None, now=NOW + timedelta(minutes=1), round=opened)
    assert (again.links, again.missing) == ((), (world.project,))

    world.project.contact_email = "bertta@example.org"
    world.project.save()
    (other,) = send_links(by=None, now=NOW + timedelta(minutes=2), round=opened).links
    assert other.email == "bertta@example.org"


@pytest.mark.parametrize("projects", [1, 3, 50])
def test_queries_of_sending_do_not_grow(world, projects, django_assert_max_num_queries):
    for number in range(projects):
        a_project(world.programme, world.measure, contact_email=f"hanke-{number}@example.org")
    opened = world.open()
    with django_assert_max_num_queries(14):
        assert len(send_links(by=None, now=NOW, round=opened).links) == projects

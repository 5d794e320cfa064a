"""Messages: queued once, sent once, put off while mail is down, given up when it cannot be helped."""

import re
import stat
from datetime import UTC, datetime, timedelta
from html.parser import HTMLParser
from uuid import UUID

import pytest
from django.db import IntegrityError, connection

from hankekori.areas.mail import tasks
from hankekori.areas.mail.actions import MessageNotFailedError, send_again, send_next
from hankekori.areas.mail.letters import Item, Section, Way, letter_as_text
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.queries import MailState, mail_state
from hankekori.areas.mail.signed_tokens import read_token, sign_token
from tests.areas.mail.messages import TOKEN, a_letter, an_inbox, queue_letters, read_mail
from tests.builders import a_programme

pytestmark = pytest.mark.django_db

NOW = datetime(2012, 1, 10, 9, 0, tzinfo=UTC)
State = Message.State


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.SMTP_SERVER = None
    settings.BASE_URL = "https://hankekori.example.org"
    settings.MAIL_FROM = "Ohjelmatoimisto <toimisto@example.org>"
    return tmp_path / "mail"


@pytest.fixture
def programme():
    return a_programme(slug="heinola")


@pytest.fixture
def clock(monkeypatch):
    """Give the hands of the clock that jobs read."""
    hands = {"now": NOW}
    monkeypatch.setattr(tasks.timezone, "now", lambda: hands["now"])
    return hands


def send(clock, *, at: datetime = NOW) -> None:
    clock["now"] = at
    tasks.send_queued()


def states() -> list[tuple[str, str, int]]:
    return list(Message.objects.order_by("id").values_list("key", "state", "attempts"))


def test_message_without_a_mail_server_becomes_a_file(programme, folder, clock):
    queue_letters(programme, "link-1", now=NOW)
    send(clock)

    assert [path.name for path in folder.iterdir()] == ["heinola.link-1.eml"]
    mail = read_mail((folder / "heinola.link-1.eml").read_bytes())
    assert mail["Subject"] == "Työllistämishankkeen raportti"
    assert mail["From"] == "Ohjelmatoimisto <toimisto@example.org>"
    assert mail["To"] == "anna@example.org"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Content-Language"] == "fi"
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", mail["Message-ID"])
    assert [part.get_content_type() for part in mail.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    sent = Message.objects.get()
    assert (sent.state, sent.attempts, sent.sent_at, sent.next_try_at) == (State.SENT, 1, NOW, None)


def test_file_is_read_as_it_is_and_only_by_its_owner(programme, folder, clock):
    queue_letters(programme, "link-1", now=NOW)
    send(clock)
    path = folder / "heinola.link-1.eml"
    text = path.read_text()
    assert "Subject: Työllistämishankkeen raportti" in text
    assert "Määräpäivä 30.1.2012." in text
    assert "https://hankekori.example.org/heinola/seuranta/" in text
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_text_says_the_same_as_html_and_html_loads_nothing(programme, folder, clock):
    queue_letters(programme, "link-1", now=NOW)
    send(clock)
    mail = read_mail((folder / "heinola.link-1.eml").read_bytes())
    text, html = (mail.get_body((kind,)).get_content() for kind in ("plain", "html"))

    class Links(HTMLParser):
        found: list[str] = []
        loaded: list[str] = []

        def handle_starttag(self, tag, attrs):
            self.found += [value for name, value in attrs if name == "href"]
            self.loaded += [tag for name, _ in attrs if name in {"src", "background"} or tag in {"link", "script"}]

    reader = Links()
    reader.feed(html)
    assert reader.found == re.findall(r"https://\S+", text) == ["https://hankekori.example.org/heinola/seuranta/"]
    assert reader.loaded == []
    assert "Työpaikkoja & öljyä <seudulle>" in text
    assert "Työpaikkoja &amp; öljyä &lt;seudulle&gt;" in html
    assert "hankekori:" not in text + html


def test_same_key_is_queued_once(programme, folder, clock):
    queue_letters(programme, "link-1", "link-2", now=NOW)
    queue_letters(programme, "link-2", "link-3", now=NOW, subject="Toinen")
    send(clock)
    send(clock)
    assert states() == [("link-1", "sent", 1), ("link-2", "sent", 1), ("link-3", "sent", 1)]
    assert not Message.objects.filter(key="link-2", subject="Toinen").exists()


def test_same_key_of_another_programme_is_another_message(programme, folder, clock):
    queue_letters(programme, "link-1", now=NOW)
    queue_letters(a_programme(slug="mikkeli"), "link-1", now=NOW)
    send(clock)
    assert sorted(path.name for path in folder.iterdir()) == ["heinola.link-1.eml", "mikkeli.link-1.eml"]


def test_key_has_to_fit_a_file_name(programme):
    with pytest.raises(IntegrityError, match="message_key_fits_a_file_name"):
        queue_letters(programme, "../link", now=NOW)


def test_database_holds_no_link_that_opens_and_the_mail_does(programme, folder, clock):
    queue_letters(programme, "link-1", now=NOW, path=f"/raportti/{TOKEN}/")
    message = Message.objects.get()
    send(clock)
    signed = re.search(r"/raportti/([^/\s]+)/", (folder / "heinola.link-1.eml").read_text())[1]
    assert str(read_token(signed)) == TOKEN
    assert signed not in message.text + message.html
    assert read_token(TOKEN) is None


def test_token_changed_by_a_letter_is_refused():
    signed = sign_token(UUID(TOKEN))
    changed = [signed[:place] + "x" + signed[place + 1 :] for place in range(len(signed)) if signed[place] != "x"]
    assert [read_token(each) for each in changed] == [None] * len(changed)
    assert read_token("") is None
    assert read_token(signed + ".") is None


def test_headers_cannot_be_added_by_a_subject(programme, folder, clock):
    queue_letters(programme, "link-1", now=NOW, subject="Hanke\r\nBcc: kaikki@example.org")
    send(clock)
    mail = read_mail((folder / "heinola.link-1.eml").read_bytes())
    assert mail["Bcc"] is None
    assert mail["Subject"] == "Hanke Bcc: kaikki@example.org"


def test_mail_server_gets_mail_over_one_connection(programme, settings, clock):
    with an_inbox() as inbox:
        settings.SMTP_SERVER = inbox.server
        queue_letters(programme, *(f"link-{n}" for n in range(5)), now=NOW, path=f"/raportti/{TOKEN}/")
        send(clock)
    assert inbox.connections == 1
    assert len(set(inbox.message_ids)) == len(inbox.received) == 5
    mail = inbox.received[0]
    assert mail["Subject"] == "Työllistämishankkeen raportti"
    assert "öljyä" in mail.get_body(("plain",)).get_content()
    assert "https://hankekori.example.org/raportti/" in mail.get_body(("html",)).get_content()
    assert all(part["Content-Transfer-Encoding"] in {"base64", "quoted-printable"} for part in mail.iter_parts())


def test_more_than_one_job_takes_goes_to_another(programme, folder, clock, monkeypatch):
    monkeypatch.setattr(tasks, "_AT_ONCE", 2)
    queue_letters(programme, "link-1", "link-2", "link-3", now=NOW)
    before = jobs()
    send(clock)
    assert [state for _, state, _ in states()] == ["sent", "sent", "queued"]
    assert jobs() == before + 1


def jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'mail.send_queued'")
        return cursor.fetchone()[0]


def test_queueing_and_its_job_come_together(programme):
    before = jobs()
    queue_letters(programme, "link-1", "link-2", now=NOW)
    assert jobs() == before + 1
    queue_letters(programme, now=NOW)
    assert jobs() == before + 1


def test_mail_down_puts_everything_off_and_says_so_and_then_it_is_sent(programme, settings, clock):
    with an_inbox() as inbox:
        server = inbox.server
    settings.SMTP_SERVER = server
    queue_letters(programme, "link-1", "link-2", now=NOW)
    send(clock)

    assert states() == [("link-1", "queued", 1), ("link-2", "queued", 0)]
    minute = NOW + timedelta(minutes=1)
    state = mail_state(programme, NOW)
    assert (state.queued, state.failed, state.waiting_since, state.next_try_at) == (2, 0, NOW, minute)
    assert "Connection refused" in state.error

    send(clock, at=NOW + timedelta(seconds=59))
    assert states() == [("link-1", "queued", 1), ("link-2", "queued", 0)]
    with an_inbox(server.port) as inbox:
        send(clock, at=minute)
    assert states() == [("link-1", "sent", 2), ("link-2", "sent", 1)]
    assert len(set(inbox.message_ids)) == len(inbox.received) == 2
    assert mail_state(programme, minute) == MailState(0, 0, None, None, "")


def test_waits_double_and_after_two_days_the_message_is_given_up(programme, settings, clock):
    with an_inbox() as inbox:
        settings.SMTP_SERVER = inbox.server
    queue_letters(programme, "link-1", now=NOW)
    tried = []
    while (message := Message.objects.get()).state == State.QUEUED:
        tried.append((message.next_try_at - NOW).total_seconds() / 60)
        send(clock, at=message.next_try_at)
    assert tried[:10] == [0, 1, 2, 4, 8, 16, 32, 64, 128, 256]
    assert tried[10] - tried[9] == 240
    assert tried[-1] >= 2 * 24 * 60
    assert message.state == State.FAILED
    assert mail_state(programme, NOW + timedelta(days=14)).failed == 1
    assert mail_state(programme, NOW + timedelta(days=15)) == MailState(0, 0, None, None, "")


def test_given_up_message_can_be_queued_again_with_its_name(programme, settings, clock):
    with an_inbox() as inbox:
        settings.SMTP_SERVER = inbox.server
        inbox.refused["anna@example.org"] = "550 no such user"
        queue_letters(programme, "link-1", now=NOW)
        send(clock)
        message = Message.objects.get()
        assert (message.state, message.error) == (State.FAILED, "550 no such user")
        inbox.refused.clear()
        send_again(by=None, now=NOW + timedelta(days=3), message=message)
        send(clock, at=NOW + timedelta(days=3))
    assert len(inbox.received) == 1
    with pytest.raises(MessageNotFailedError):
        send_again(by=None, now=NOW, message=message)


def test_address_refused_for_now_waits_alone(programme, settings, clock):
    with an_inbox() as inbox:
        settings.SMTP_SERVER = inbox.server
        inbox.refused["taynna@example.org"] = "452 mailbox full"
        queue_letters(programme, "link-1", now=NOW, to="taynna@example.org")
        queue_letters(programme, "link-2", now=NOW)
        send(clock)
    assert states() == [("link-1", "queued", 1), ("link-2", "sent", 1)]
    assert Message.objects.get(key="link-1").error == "452 mailbox full"


def test_sending_when_nothing_waits_does_nothing():
    assert send_next(by=None, now=NOW, post=None) is None


def test_letter_in_text_lists_headings_items_and_ways():
    letter = a_letter(
        sections=(Section("Myöhässä: 1", (Item("Hanke", ("Kausi 2011.",)),), Way("Avaa seuranta", "/x/")),),
        closing=("Pienellä.",),
    )
    assert letter_as_text(letter) == (
        "Hei!\n\nMyöhässä: 1\n\n* Hanke\n  Kausi 2011.\n\nAvaa seuranta:\nhankekori:/x/\n\nPienellä.\n\n"
        "-- \nHeinolan seutu nousuun\n"
    )


def test_every_line_of_a_thing_stands_under_its_name():
    letter = a_letter(sections=(Section("", (Item("Kokous 2/2012", ("1. Avaus\n2. Tilanne",)),)),))
    assert "* Kokous 2/2012\n  1. Avaus\n  2. Tilanne\n" in letter_as_text(letter)


def test_address_of_a_domain_with_dotted_letters_reaches_a_mail_server(programme, settings, clock):
    with an_inbox() as inbox:
        settings.SMTP_SERVER = inbox.server
        queue_letters(programme, "a", now=NOW, to="anna@pälkäne.example")
        send(clock)
    assert [str(mail["To"]) for mail in inbox.received] == ["anna@xn--plkne-grac.example"]


def test_address_no_mail_can_bear_is_given_up_and_the_others_leave(programme, folder, clock):
    queue_letters(programme, "bad", now=NOW, to="a..b@example.org")
    queue_letters(programme, "good", now=NOW)
    send(clock)
    assert states() == [("bad", State.FAILED, 1), ("good", State.SENT, 1)]
    assert Message.objects.get(key="bad").error

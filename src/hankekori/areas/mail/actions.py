"""Queueing messages, sending them, and choosing who hears of what."""

# ruff: noqa: ARG001 - every action takes by and now

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.errors import MessageError

from procrastinate.contrib.django import app

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.mail.composing import compose
from hankekori.areas.mail.events import DESCRIPTIONS, Channel, Event, default_channel
from hankekori.areas.mail.letters import Letter, letter_as_html, letter_as_text
from hankekori.areas.mail.models import Message, NotificationRule
from hankekori.areas.mail.post import MailDownError, Post, RefusedError
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated

SEND_TASK = "mail.send_queued"
TRIED_FOR = timedelta(days=2)
_SHORTEST_WAIT, _LONGEST_WAIT = timedelta(minutes=1), timedelta(hours=4)
_LONGEST_SUBJECT = 300
_State = Message.State


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A letter to be queued; the key says what it is about and to whom: it is sent once whatever happens."""

    kind: Message.Kind
    key: str  # small letters, digits and hyphens; no address
    to: str
    letter: Letter
    calendar: str = ""  # an iCalendar event that goes with it


class MessageNotFailedError(DomainError):
    """Only a message that could not be sent is sent again."""

    def __init__(self) -> None:
        super().__init__(_NOT_FAILED)


class NotToldError(DomainError):
    """The role is not among those that may hear of the event."""

    def __init__(self) -> None:
        super().__init__(_NOT_TOLD, field="role")


@action("mail.queue_messages")
def queue_messages(*, by: User | None, now: datetime, programme: Programme, outgoing: Iterable[Outgoing]) -> None:
    """Queue letters and the job that sends them, together; those whose key is known already are left out."""
    messages = [_message(programme, each, now) for each in outgoing]
    if messages:
        Message.objects.bulk_create(messages, ignore_conflicts=True)
        _queue_sending()


@action("mail.send_again")
def send_again(*, by: User | None, now: datetime, message: Message) -> Message:
    """Queue a message that was given up; it keeps its key and its Message-ID."""
    current = Message.objects.select_for_update().get(pk=message.pk)
    if current.state != _State.FAILED:
        raise MessageNotFailedError
    current.state, current.next_try_at, current.queued_at = _State.QUEUED, now, now
    current.save(update_fields=["state", "next_try_at", "queued_at"])
    _queue_sending()
    return current


@action("mail.send_next")
def send_next(*, by: User | None, now: datetime, post: Post) -> Message | None:
    """Send the message whose turn it is and return it as it then stands; None when no message's turn has come.

    The row stays locked while it is sent, so that two workers never send one message. A worker killed in the
    middle leaves it queued: a file is then written over itself, but a mail server that had taken the mail gets it a
    second time, with the same Message-ID. SMTP cannot promise more.
    """
    waiting = Message.objects.filter(state=_State.QUEUED, next_try_at__lte=now).select_related("programme")
    message = waiting.select_for_update(skip_locked=True, of=("self",)).order_by("next_try_at", "id").first()
    if message is None:
        return None
    message.attempts += 1
    try:
        post.send(compose(message, now=now), name=f"{message.programme.slug}.{message.key}")
    except MailDownError as error:
        _put_off(message, str(error), now)
        _put_off_others(message, str(error), now)
    except RefusedError as error:
        if error.for_good:
            _give_up(message, str(error))
        else:
            _put_off(message, str(error), now)
    except (ValueError, MessageError) as error:  # an address that no mail can bear; the others do not wait for it
        _give_up(message, str(error) or type(error).__name__)
    else:
        message.state, message.sent_at, message.next_try_at, message.error = _State.SENT, now, None, ""
    message.save(update_fields=["state", "attempts", "error", "next_try_at", "sent_at"])
    return message


@action("mail.set_channel")
def set_channel(
    *, by: User | None, now: datetime, programme: Programme, event: Event, role: Role, channel: Channel
) -> None:
    """Choose how a role hears of an event; what is as by default leaves no row."""
    if role not in DESCRIPTIONS[event].roles:
        raise NotToldError
    if channel is default_channel(event, role):
        NotificationRule.objects.filter(programme=programme, event=event, role=role).delete()
        return
    NotificationRule.objects.update_or_create(
        programme=programme, event=event, role=role, defaults={"channel": channel}
    )


def _message(programme: Programme, outgoing: Outgoing, now: datetime) -> Message:
    letter = outgoing.letter
    return Message(
        programme=programme,
        kind=outgoing.kind,
        key=outgoing.key,
        to=outgoing.to,
        language=letter.language,
        subject=" ".join(letter.subject.split())[:_LONGEST_SUBJECT],
        text=letter_as_text(letter),
        html=letter_as_html(letter),
        calendar=outgoing.calendar,
        queued_at=now,
        next_try_at=now,
    )


def _queue_sending() -> None:
    app.configure_task(SEND_TASK, queue="mail").defer()


def _put_off(message: Message, error: str, now: datetime) -> None:
    """Wait once more, or give up after two days."""
    if now - message.queued_at >= TRIED_FOR:
        _give_up(message, error)
    else:
        message.next_try_at, message.error = now + _wait(message, now), error


def _put_off_others(message: Message, error: str, now: datetime) -> None:
    """Where mail is down, the others need not find it out one after another."""
    until = now + _wait(message, now)
    others = Message.objects.filter(state=_State.QUEUED, next_try_at__lt=until).exclude(pk=message.pk)
    unlocked = others.select_for_update(skip_locked=True).values("pk")
    Message.objects.filter(pk__in=unlocked).update(next_try_at=until, error=error)


def _wait(message: Message, now: datetime) -> timedelta:
    """Wait as long as it has waited so far, from a minute to four hours: the waits double."""
    return min(max(now - message.queued_at, _SHORTEST_WAIT), _LONGEST_WAIT)


def _give_up(message: Message, error: str) -> None:
    message.state, message.next_try_at, message.error = _State.FAILED, None, error


_NOT_FAILED = Translated(
    fi="Viesti on jo lähetetty tai se odottaa lähettämistä.",
    sv="Meddelandet har redan skickats eller väntar på att skickas.",
    en="The message has been sent already, or waits to be sent.",
)
_NOT_TOLD = Translated(
    fi="Tämä rooli ei voi saada viestiä tästä tapahtumasta.",
    sv="Den här rollen kan inte få meddelanden om händelsen.",
    en="This role cannot be told of this event.",
)

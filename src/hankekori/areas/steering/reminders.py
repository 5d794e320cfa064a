"""Reminding whoever has a task of a meeting: a week before its day, on the day and a week after, each once."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.history import action
from hankekori.areas.mail.actions import Outgoing, queue_messages
from hankekori.areas.mail.events import Event
from hankekori.areas.mail.letters import HELLO, Item, Letter, Section, Way
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.queries import notification_rules, roles_told
from hankekori.areas.programmes.models import Programme
from hankekori.areas.steering.decision_queries import follow_ups_of
from hankekori.areas.steering.models import FollowUp
from hankekori.core.money import format_date
from hankekori.core.reminders import task_reminder
from hankekori.core.texts import LANGUAGES, Language, Translated


@action("steering.queue_reminders")
def queue_reminders(*, by: User | None, now: datetime, programme: Programme, path: str) -> int:
    """Queue today's reminders of open tasks and tell how many were due; a message once queued is not queued again.

    `path` is the site's page of follow-ups. A task of somebody without a seat or an address is reminded of on the
    next agenda only.
    """
    if Role.MEMBER not in roles_told(notification_rules(programme), Event.FOLLOW_UP):
        return 0
    outgoing = list(_due(programme, timezone.localdate(now), path))
    queue_messages(by=by, now=now, programme=programme, outgoing=outgoing)
    return len(outgoing)


def _due(programme: Programme, today: date, path: str) -> Iterator[Outgoing]:
    reach = timedelta(days=31)
    for each in follow_ups_of(programme).open().filter(due__range=(today - reach, today + reach)):
        reminder = task_reminder(each.due, today)
        if reminder is not None and each.owner_seat is not None and each.owner_seat.email:
            key = f"follow-up-{each.pk}-{each.due.isoformat()}-{reminder.isoformat()}"
            letter = _letter(each, each.owner_seat.language, today, f"{path}{each.pk}/")
            yield Outgoing(Message.Kind.FOLLOW_UP, key, each.owner_seat.email, letter)


def _letter(follow_up: FollowUp, written: str, today: date, path: str) -> Letter:
    language: Language = next((each for each in LANGUAGES if each == written), "fi")

    def say(text: Translated, **facts: object) -> str:
        return text.filled(**facts).in_language(language)

    day = format_date(follow_up.due, language)
    opening = _LATE if follow_up.due < today else _TODAY if follow_up.due == today else _COMING
    return Letter(
        language=language,
        subject=say(_SUBJECT, day=day),
        opening=(say(HELLO), say(opening, day=day)),
        sections=(Section("", (Item(follow_up.task, (), Way(say(_OPEN), path)),)),),
        closing=(say(_CLOSING),),
        sender=follow_up.programme.name.in_language(language),
    )


_SUBJECT = Translated(
    "Kokouksen tehtävä, määräpäivä {day}", "Uppgift från mötet, sista dag {day}", "Task of the meeting, due {day}"
)
_COMING = Translated(
    "Kokouksessa sovitun tehtäväsi määräpäivä on {day}.",
    "Sista dagen för din uppgift från mötet är {day}.",
    "A task of yours agreed in a meeting is due on {day}.",
)
_TODAY = Translated(
    "Kokouksessa sovitun tehtäväsi määräpäivä on tänään {day}.",
    "I dag {day} är sista dagen för din uppgift från mötet.",
    "A task of yours agreed in a meeting is due today, {day}.",
)
_LATE = Translated(
    "Kokouksessa sovitun tehtäväsi määräpäivä oli {day}.",
    "Sista dagen för din uppgift från mötet var {day}.",
    "A task of yours agreed in a meeting was due on {day}.",
)
_OPEN = Translated("Avaa tehtävä", "Öppna uppgiften", "Open the task")
_CLOSING = Translated(
    "Tehtävä palaa toimielimen esityslistalle, kunnes se on valmis.",
    "Uppgiften återkommer på organets föredragningslista tills den är klar.",
    "The task comes back on the body's agenda until it is done.",
)

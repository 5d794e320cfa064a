"""Telling people what happened to their reports, and reminding them, by the table of who hears of what.

Called in the transaction of what happened: nothing is told that did not happen, and nothing happens untold.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.history import action
from hankekori.areas.mail.actions import Outgoing, queue_messages
from hankekori.areas.mail.events import Event
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.person_keys import person_key
from hankekori.areas.mail.queries import notification_rules, roles_told
from hankekori.areas.programmes.models import Programme
from hankekori.areas.rounds.digests import Digest, digests_of
from hankekori.areas.rounds.letters import approved, reminder, returned
from hankekori.areas.rounds.links import SentLinks, renew_links, send_links
from hankekori.areas.rounds.missing import missing_in_words
from hankekori.areas.rounds.models import ProjectReport, Round
from hankekori.areas.rounds.recipients import Recipient, recipients_of
from hankekori.core.texts import Translated


@action("rounds.announce_round")
def announce_round(*, by: User | None, now: datetime, round: Round) -> SentLinks | None:  # noqa: A002
    """Invite the projects of a round that was opened; None when reporters are not told of it."""
    if not _reporters_hear(round.programme, Event.ROUND_OPENED):
        return None
    return send_links(by=by, now=now, round=round)


@action("rounds.tell_returned")
def tell_returned(
    *, by: User | None, now: datetime, report: ProjectReport, reason: Translated, explanation: str
) -> None:
    """Tell who reports that a report was returned or reopened, and why."""
    if not _reporters_hear(report.programme, Event.RETURNED):
        return
    people = renew_links(by=by, now=now, recipients=recipients_of([report]))
    outgoing = [
        Outgoing(
            Message.Kind.RETURNED,
            f"returned-{report.pk}-{_moment(now)}-{person_key(person.address)}",
            person.address,
            returned(person, reason=reason, explanation=explanation),
        )
        for person in people
    ]
    queue_messages(by=by, now=now, programme=report.programme, outgoing=outgoing)


@action("rounds.tell_approved")
def tell_approved(*, by: User | None, now: datetime, reports: Sequence[ProjectReport]) -> None:
    """Tell who reported that reports of one programme were approved, in one message to a person."""
    if not reports or not _reporters_hear(reports[0].programme, Event.APPROVED):
        return
    outgoing = [
        Outgoing(
            Message.Kind.APPROVED,
            f"approved-{people[0].report.pk}-{_moment(now)}-{person_key(address)}",
            people[0].address,
            approved(people),
        )
        for address, people in _by_person(recipients_of(reports)).items()
    ]
    queue_messages(by=by, now=now, programme=reports[0].programme, outgoing=outgoing)


@action("rounds.queue_reminders")
def queue_reminders(*, by: User | None, now: datetime, programme: Programme) -> tuple[Digest, ...]:
    """Queue today's digests and return them; asked again the same day, there are none.

    The programme is locked meanwhile, so that two workers do not make two links for one message.
    """
    locked = Programme.objects.select_for_update().get(pk=programme.pk)
    digests = digests_of(locked, now)
    people = renew_links(by=by, now=now, recipients=[person for digest in digests for person in digest.own])
    renewed = _by_person(people)
    missing = missing_in_words(person.report for person in people)
    today = timezone.localdate(now)
    outgoing = [
        Outgoing(
            Message.Kind.DIGEST,
            f"digest-{today.isoformat()}-{person_key(digest.address)}",
            digest.address,
            reminder(
                locked,
                renewed.get(digest.address.lower(), ()),
                digest.news,
                language=digest.language,
                today=today,
                missing=missing,
            ),
        )
        for digest in digests
    ]
    queue_messages(by=by, now=now, programme=locked, outgoing=outgoing)
    return digests


def _reporters_hear(programme: Programme, event: Event) -> bool:
    return Role.REPORTER in roles_told(notification_rules(programme), event)


def _by_person(recipients: Iterable[Recipient]) -> dict[str, list[Recipient]]:
    """Gather the recipients of one address, in small letters."""
    people: defaultdict[str, list[Recipient]] = defaultdict(list)
    for person in recipients:
        people[person.address.lower()].append(person)
    return people


def _moment(now: datetime) -> int:
    return int(now.timestamp())

"""Personal links: a project's person reports without an account, from an address only they have."""

# ruff: noqa: ARG001 - every action takes by and now

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.mail.actions import Outgoing, queue_messages
from hankekori.areas.mail.models import Message
from hankekori.areas.mail.person_keys import person_key
from hankekori.areas.mail.signed_tokens import read_token
from hankekori.areas.projects.models import Project
from hankekori.areas.rounds.letters import invitation
from hankekori.areas.rounds.models import ProjectReport, ReportLink, Round
from hankekori.areas.rounds.recipients import Recipient, by_link, is_email, recipients_of
from hankekori.core.rounds import OPEN_STATES
from hankekori.core.texts import Language, Translated

LINK_DAYS = 30
_LONGEST_DAYS = 366
_ENDS_SOON = timedelta(days=7)
_USE_NOTED = timedelta(hours=1)


class BadEmailError(DomainError):
    """What was given is not an e-mail address."""

    def __init__(self, email: str) -> None:
        super().__init__(_BAD_EMAIL.filled(email=email), field="email")


class BadDaysError(DomainError):
    """A link is valid from one day to a year."""

    def __init__(self) -> None:
        super().__init__(_BAD_DAYS.filled(n=_LONGEST_DAYS), field="days")


class LinkError(DomainError):
    """A personal link does not open a report."""


class LinkWrongError(LinkError):
    """The address is not whole, or was never ours."""

    def __init__(self) -> None:
        super().__init__(_WRONG)


class LinkExpiredError(LinkError):
    """The link's time is over."""

    def __init__(self) -> None:
        super().__init__(_EXPIRED)


class LinkRevokedError(LinkError):
    """The office ended the link, or sent a newer one."""

    def __init__(self) -> None:
        super().__init__(_REVOKED)


@dataclass(frozen=True, slots=True)
class SentLinks:
    """What inviting a round's projects came to."""

    links: tuple[ReportLink, ...]  # made now
    accounts: int  # users told that the round is open
    missing: tuple[Project, ...]  # nobody to send to: neither a usable address nor a reporter


@action("rounds.create_link")
def create_link(
    *,
    by: User | None,
    now: datetime,
    report: ProjectReport,
    email: str,
    language: Language = "fi",
    days: int = LINK_DAYS,
) -> ReportLink:
    """Make a personal link and queue the mail that takes it there; an older link of the same person ends."""
    email = email.strip()
    if not is_email(email):
        raise BadEmailError(email)
    if not 1 <= days <= _LONGEST_DAYS:
        raise BadDaysError
    ReportLink.objects.filter(report=report, email__iexact=email, revoked_at=None).update(revoked_at=now)
    link = _new_link(report, email, language, by=by, now=now, days=days)
    link.save()
    _queue_invitations([by_link(link)], by=by, now=now, round_=report.round)
    return link


@action("rounds.revoke_link")
def revoke_link(*, by: User | None, now: datetime, link: ReportLink) -> ReportLink:
    """End a link at once; one that has ended stays as it was."""
    if link.revoked_at is None:
        link.revoked_at = now
        link.save(update_fields=["revoked_at"])
    return link


@action("rounds.use_link")
def use_link(*, by: User | None = None, now: datetime, signed: str) -> ReportLink:
    """Give the link of an address with its report, round, project and programme; its use is noted once an hour.

    Raises LinkWrongError, LinkRevokedError or LinkExpiredError, each with a sentence for its holder.
    """
    token = read_token(signed)
    related = ("programme", "report__programme", "report__round", "report__project")
    link = ReportLink.objects.select_related(*related).filter(token=token).first() if token else None
    if link is None:
        raise LinkWrongError
    if link.revoked_at is not None:
        raise LinkRevokedError
    if link.expires_at <= now:
        raise LinkExpiredError
    if link.last_used_at is None or now - link.last_used_at >= _USE_NOTED:
        link.last_used_at = now
        link.save(update_fields=["last_used_at"])
    return link


@action("rounds.send_links")
def send_links(
    *,
    by: User | None,
    now: datetime,
    round: Round,  # noqa: A002
    language: Language = "fi",
    days: int | None = None,
) -> SentLinks:
    """Invite who has to report and was not invited yet: reporters with an account, for other projects a link.

    A link goes to the project's contact address, unless the office has ended the link it had; without `days` it is
    valid until a month after the due day.
    """
    invited = recipients_of(reports := _open_reports(round))
    reached = {person.report.pk for person in invited}
    unreached = [report for report in reports if report.pk not in reached]
    withdrawn = _withdrawn(unreached)
    contacts = [
        (report, "" if (report.pk, email.lower()) in withdrawn else email)
        for report in unreached
        for email in (report.project.contact_email.strip(),)
    ]
    ended = [(one.report, one.address) for one in invited if one.link is not None and one.link.expires_at <= now]
    valid = days or max((round.due_on - timezone.localdate(now)).days, 0) + LINK_DAYS
    links = [
        _new_link(report, email, language, by=by, now=now, days=valid)
        for report, email in [*contacts, *ended]
        if is_email(email)
    ]
    ReportLink.objects.bulk_create(links)
    users = [person for person in invited if person.link is None]
    _queue_invitations([*map(by_link, links), *users], by=by, now=now, round_=round)
    return SentLinks(
        links=tuple(links),
        accounts=len({person.address for person in users}),
        missing=tuple(report.project for report, email in contacts if not is_email(email)),
    )


@action("rounds.renew_links")
def renew_links(*, by: User | None, now: datetime, recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
    """Give whoever is about to be written to a link that is valid for a week at least; the old one stays as it was."""
    renewed = {
        place: _new_link(person.report, person.address, person.language, by=by, now=now, days=LINK_DAYS)
        for place, person in enumerate(recipients)
        if person.link is not None and person.link.expires_at < now + _ENDS_SOON
    }
    ReportLink.objects.bulk_create(renewed.values())
    return tuple(replace(person, link=renewed.get(place, person.link)) for place, person in enumerate(recipients))


def _withdrawn(reports: Iterable[ProjectReport]) -> set[tuple[int, str]]:
    """List the addresses, in small letters, whose link to a report was ended."""
    ended = ReportLink.objects.filter(report__in=list(reports), revoked_at__isnull=False)
    return {(report, email.lower()) for report, email in ended.values_list("report_id", "email")}


def _open_reports(round_: Round) -> list[ProjectReport]:
    related = ("programme", "round", "project")
    reports = ProjectReport.objects.filter(round=round_, state__in=OPEN_STATES).select_related(*related)
    return list(reports.order_by("project__name", "id"))


def _new_link(
    report: ProjectReport, email: str, language: Language, *, by: User | None, now: datetime, days: int
) -> ReportLink:
    return ReportLink(
        programme=report.programme,
        report=report,
        email=email,
        language=language,
        created_at=now,
        created_by=by,
        expires_at=now + timedelta(days=days),
    )


def _queue_invitations(people: Iterable[Recipient], *, by: User | None, now: datetime, round_: Round) -> None:
    """Write to each person once, whatever number of reports they have in the round."""
    ordered = sorted(people, key=_address)
    outgoing = [
        Outgoing(Message.Kind.LINK, _key(theirs, round_), theirs[0].address, invitation(round_, theirs))
        for theirs in (tuple(group) for _, group in groupby(ordered, key=_address))
    ]
    queue_messages(by=by, now=now, programme=round_.programme, outgoing=outgoing)


def _address(person: Recipient) -> str:
    return person.address.lower()


def _key(people: Sequence[Recipient], round_: Round) -> str:
    """Name an invitation: with an account once a round, by link as often as there is a new link."""
    newest = max((person.link.pk for person in people if person.link is not None), default=None)
    return f"round-{round_.pk}-{person_key(people[0].address)}" + (f"-link-{newest}" if newest else "")


_BAD_EMAIL = Translated(
    fi="”{email}” ei ole sähköpostiosoite. Kirjoita esimerkiksi nimi@example.org.",
    sv="”{email}” är inte en e-postadress. Skriv till exempel namn@example.org.",
    en="“{email}” is not an e-mail address. Write for example name@example.org.",
)
_BAD_DAYS = Translated(
    fi="Linkki voi olla voimassa 1–{n} päivää.",
    sv="En länk kan gälla 1–{n} dagar.",
    en="A link can be valid for 1–{n} days.",
)
_WRONG = Translated(
    fi="Linkki ei ole kokonainen. Avaa se suoraan sähköpostista tai kopioi osoite kokonaan.",
    sv="Länken är inte hel. Öppna den direkt från e-posten eller kopiera hela adressen.",
    en="The link is not whole. Open it from the mail, or copy the whole address.",
)
_EXPIRED = Translated(
    fi="Linkin voimassaolo on päättynyt. Pyydä uusi linkki ohjelmatoimistosta.",
    sv="Länken gäller inte längre. Be programbyrån om en ny länk.",
    en="The link has expired. Ask the programme office for a new one.",
)
_REVOKED = Translated(
    fi="Linkki ei ole enää käytössä: se on poistettu tai korvattu uudella. "
    "Käytä uusinta saamaasi linkkiä tai pyydä uusi ohjelmatoimistosta.",
    sv="Länken används inte längre: den har dragits in eller ersatts med en ny. "
    "Använd den nyaste länken du fått eller be programbyrån om en ny.",
    en="The link is no longer in use: it was withdrawn or a newer one took its place. "
    "Use the newest link you were sent, or ask the programme office for one.",
)

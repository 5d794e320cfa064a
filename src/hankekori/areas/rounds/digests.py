"""Who is written to today about reports that are due, late or waiting for approval."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Max, Q
from django.utils import timezone

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.events import Event
from hankekori.areas.mail.queries import RuleShown, last_message_days, notification_rules, roles_told
from hankekori.areas.programmes.models import Programme
from hankekori.areas.rounds.addresses import rounds_path
from hankekori.areas.rounds.letters import OfficeNews
from hankekori.areas.rounds.models import ProjectReport, ReportStep
from hankekori.areas.rounds.reached import ASKING
from hankekori.areas.rounds.recipients import Recipient, recipients_of
from hankekori.core.reminders import is_time, late_days, reminder_days
from hankekori.core.rounds import OPEN_STATES
from hankekori.core.texts import Language

_State = ProjectReport.State


@dataclass(frozen=True, slots=True)
class Digest:
    """What one person is written in one message."""

    address: str  # personal
    language: Language
    own: tuple[Recipient, ...]  # reports the person has to send
    news: OfficeNews


def digests_of(programme: Programme, now: datetime) -> tuple[Digest, ...]:
    """List today's digests by address; whoever was written to within five days waits.

    At most eight queries, whatever number of reports and people there is.
    """
    today = timezone.localdate(now)
    rules = notification_rules(programme)
    open_reports = open_reports_of(programme, today)
    own = _own_reports(open_reports, rules)
    office = _office(programme, open_reports, rules, today)
    last = {address: timezone.localdate(at) for address, at in last_message_days(programme, ASKING).items()}
    nothing = _Office(OfficeNews((), (), ""), frozenset())
    return tuple(
        Digest(people[0].address if people else address, people[0].language if people else "fi", people, told.news)
        for address in sorted({*own, *office})
        for people, told in [(own.get(address, ()), office.get(address, nothing))]
        if is_time([*_own_days(people), *told.days], last_sent=last.get(address), today=today)
    )


def unreached(programme: Programme, now: datetime) -> tuple[ProjectReport, ...]:
    """List open reports of which nobody can be reminded: no reporter has an account or a link."""
    reports = open_reports_of(programme, timezone.localdate(now))
    reached = {person.report.pk for person in recipients_of(reports)}
    return tuple(report for report in reports if report.pk not in reached)


def open_reports_of(programme: Programme, today: date) -> list[ProjectReport]:
    """List reports that can be sent now and are not, by due day and name."""
    reports = ProjectReport.objects.filter(
        programme=programme, state__in=OPEN_STATES, round__closed_at=None, round__opens_on__lte=today
    )
    related = reports.select_related("programme", "round", "project")
    return list(related.order_by("round__due_on", "project__name", "id"))


@dataclass(frozen=True, slots=True)
class _Office:
    """What a role in the office is told, and the days on which there was something to tell."""

    news: OfficeNews
    days: frozenset[date]


def _own_reports(reports: Sequence[ProjectReport], rules: Iterable[RuleShown]) -> dict[str, tuple[Recipient, ...]]:
    if Role.REPORTER not in roles_told(rules, Event.REMINDER):
        return {}
    own: defaultdict[str, list[Recipient]] = defaultdict(list)
    for person in recipients_of(reports):
        own[person.address.lower()].append(person)
    order = {report.pk: place for place, report in enumerate(reports)}
    return {
        address: tuple(sorted(people, key=lambda person: order[person.report.pk])) for address, people in own.items()
    }


def _office(
    programme: Programme, open_reports: Iterable[ProjectReport], rules: Sequence[RuleShown], today: date
) -> dict[str, _Office]:
    told = {event: roles_told(rules, event) for event in (Event.SUBMITTED, Event.LATE)}
    if not any(told.values()):
        return {}
    waiting = _waiting_reports(programme)
    late = tuple(report for report in open_reports if report.round.due_on < today)
    by_role = {
        role: _news(
            programme,
            waiting if role in told[Event.SUBMITTED] else {},
            late if role in told[Event.LATE] else (),
        )
        for role in {*told[Event.SUBMITTED], *told[Event.LATE]}
    }
    people = RoleAssignment.objects.filter(programme=programme, role__in=by_role, user__is_active=True)
    return {
        address.lower(): by_role[Role(role)]
        for address, role in people.order_by("id").values_list("user__email", "role")
        if by_role[Role(role)].news
    }


def _news(programme: Programme, waiting: dict[ProjectReport, date], late: tuple[ProjectReport, ...]) -> _Office:
    """Put together what a role is told; what was submitted is told from the next morning on."""
    days = {day + timedelta(days=1) for day in waiting.values()}
    days |= {day for report in late for day in late_days(report.round.due_on)}
    return _Office(OfficeNews(tuple(waiting), late, rounds_path(programme)), frozenset(days))


def _waiting_reports(programme: Programme) -> dict[ProjectReport, date]:
    """List reports that wait for approval with the day they were last sent, oldest first."""
    sent = Max("steps__at", filter=Q(steps__kind=ReportStep.Kind.SUBMITTED))
    reports = ProjectReport.objects.filter(programme=programme, state=_State.SUBMITTED).annotate(sent_at=sent)
    found = reports.select_related("round", "project").order_by("sent_at", "id")
    return {report: timezone.localdate(report.sent_at or report.first_submitted_at) for report in found}


def _own_days(people: Iterable[Recipient]) -> set[date]:
    return {
        day
        for person in people
        for day in reminder_days(person.report.round.due_on)
        if day >= person.report.round.opens_on
    }

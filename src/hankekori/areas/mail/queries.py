"""Reading the log of messages and who hears of what."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import Lower

from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.events import DESCRIPTIONS, Channel, Event, default_channel
from hankekori.areas.mail.models import Message, NotificationRule
from hankekori.areas.programmes.models import Programme

_LATELY = timedelta(days=14)
_State = Message.State


@dataclass(frozen=True, slots=True)
class MailState:
    """How sending stands: what waits, what could not be sent and what the mail server said last."""

    queued: int
    failed: int  # given up lately; older ones are in the log only
    waiting_since: datetime | None  # of the oldest message that was tried and not sent; None: mail works
    next_try_at: datetime | None
    error: str  # personal: it may hold an address


@dataclass(frozen=True, slots=True)
class RuleShown:
    event: Event
    role: Role
    channel: Channel
    is_default: bool


def messages_of(programme: Programme) -> QuerySet[Message]:
    """List the programme's messages, newest first, without their bodies."""
    return Message.objects.filter(programme=programme).defer("text", "html").order_by("-queued_at", "-id")


def mail_state(programme: Programme, now: datetime) -> MailState:
    tried = Q(state=_State.QUEUED, attempts__gt=0) | Q(state=_State.QUEUED) & ~Q(error="")
    lately_failed = Q(state=_State.FAILED, queued_at__gte=now - _LATELY)
    counted = Message.objects.filter(programme=programme).aggregate(
        queued=Count("id", filter=Q(state=_State.QUEUED)),
        failed=Count("id", filter=lately_failed),
        waiting_since=Min("queued_at", filter=tried),
        next_try_at=Min("next_try_at", filter=tried),
    )
    unsent = messages_of(programme).filter(tried | lately_failed)
    return MailState(**counted, error=unsent.values_list("error", flat=True).first() or "")


def last_message_days(programme: Programme, kinds: Collection[str]) -> dict[str, datetime]:
    """Tell when each address, in small letters, was last written to; a message that did not get through counts too."""
    messages = Message.objects.filter(programme=programme, kind__in=kinds)
    addressed = messages.annotate(address=Lower("to")).values("address")
    return {row["address"]: row["last"] for row in addressed.annotate(last=Max("queued_at")).order_by("address")}


def notification_rules(programme: Programme) -> tuple[RuleShown, ...]:
    """Give the whole table: every event with each role that may hear of it."""
    chosen = {
        (rule.event, rule.role): Channel(rule.channel) for rule in NotificationRule.objects.filter(programme=programme)
    }
    return tuple(
        RuleShown(event, role, chosen.get((event, role), default_channel(event, role)), (event, role) not in chosen)
        for event, described in DESCRIPTIONS.items()
        for role in described.roles
    )


def roles_told(rules: Iterable[RuleShown], event: Event) -> frozenset[Role]:
    """Give the roles that hear of an event by mail."""
    return frozenset(rule.role for rule in rules if rule.event is event and rule.channel is Channel.MAIL)

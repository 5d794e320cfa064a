"""Messages by mail, from the queue to the log, and which role hears of what."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q

from hankekori.areas.accounts.roles import Role
from hankekori.areas.mail.events import Channel, Event
from hankekori.areas.programmes.models import Programme


class Message(models.Model):
    """One mail to one person; the table is the queue and the log. `state` changes through actions.send_next only.

    Addresses of the site stand in text and html as composing.py explains: no link that could be used is kept here.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"to", "subject", "text", "html", "calendar", "error"})

    class Kind(models.TextChoices):
        LINK = "link"  # a personal link to a report
        DIGEST = "digest"  # reminders, and what waits in the office
        RETURNED = "returned"
        APPROVED = "approved"
        FOLLOW_UP = "follow_up"  # a task of a meeting comes due, or is late
        PASSWORD = "password"  # noqa: S105 - a link by which a user chooses one
        MEETING = "meeting"  # invitation, its update, cancellation

    class State(models.TextChoices):
        QUEUED = "queued"
        SENT = "sent"
        FAILED = "failed"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=20, choices=Kind)
    key = models.CharField(max_length=120)  # what it is about and to whom, without the address: nothing is sent twice
    to = models.EmailField()
    language = models.CharField(max_length=2)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    html = models.TextField()
    calendar = models.TextField(blank=True)  # iCalendar of a meeting, RFC 5546
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveIntegerField(default=0)
    error = models.TextField(blank=True)  # of the last attempt, as the mail server or the network put it
    queued_at = models.DateTimeField()
    next_try_at = models.DateTimeField(null=True)  # while it is queued
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "key"], name="message_once_per_key"),
            models.CheckConstraint(condition=Q(key__regex=r"^[a-z0-9-]+$"), name="message_key_fits_a_file_name"),
            models.CheckConstraint(
                condition=Q(state="queued", next_try_at__isnull=False, sent_at__isnull=True)
                | Q(state="sent", next_try_at__isnull=True, sent_at__isnull=False)
                | Q(state="failed", next_try_at__isnull=True, sent_at__isnull=True) & ~Q(error=""),
                name="message_state_has_its_moments",
            ),
        ]
        indexes = [
            models.Index(fields=["next_try_at", "id"], condition=Q(state="queued"), name="messages_to_send"),
            models.Index(fields=["programme", "-queued_at", "-id"], name="message_log"),
            models.Index(fields=["programme", "to", "kind"], name="messages_to_a_person"),  # when was one reminded
        ]

    def __str__(self) -> str:
        return self.key


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class NotificationRule(models.Model):
    """Where the coordinator chose otherwise than events.DEFAULTS: how a role hears of an event."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    event = models.CharField(max_length=20, choices=[(event.value, event.value) for event in Event])
    role = models.CharField(max_length=20, choices=[(role.value, role.value) for role in Role])
    channel = models.CharField(max_length=10, choices=[(channel.value, channel.value) for channel in Channel])

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "event", "role"], name="one_rule_per_event_and_role")
        ]

    def __str__(self) -> str:
        return f"{self.programme_id}:{self.event}:{self.role}"

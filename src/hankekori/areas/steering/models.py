"""Steering: meetings, their agendas, what was decided on which figures, and what follows until it is done."""

import uuid
from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.bodies.models import Body, Seat
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Measure, PlanVersion
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.vote_triggers import DISQUALIFIED_HAS_NOT_VOTED, VOTER_IS_NOT_DISQUALIFIED
from hankekori.core.decisions import SUBJECTS, DecisionKind, Subject


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class MeetingSeries(models.Model):
    """How a body meets regularly; its meetings are made from this and then live their own lives."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Step(models.TextChoices):
        WEEKS = "weeks"
        MONTHS = "months"  # on the same weekday of the month: the second Tuesday

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, related_name="series")
    step = models.CharField(max_length=10, choices=Step)
    every = models.PositiveSmallIntegerField()  # each so many weeks or months
    first = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()  # how long a meeting takes
    until = models.DateField()
    place = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(every__gte=1, every__lte=52), name="series_step_in_range")]

    def __str__(self) -> str:
        return f"{self.body_id}:{self.first}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Meeting(models.Model):
    """One meeting of a body. `state` changes through actions only."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class State(models.TextChoices):
        PLANNED = "planned"
        INVITED = "invited"
        OPEN = "open"  # going on: attendance, minutes and votes are written
        ENDED = "ended"  # the minutes wait for approval
        APPROVED = "approved"
        CANCELLED = "cancelled"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="meetings")
    body = models.ForeignKey(Body, models.PROTECT, related_name="meetings")
    series = models.ForeignKey(MeetingSeries, models.SET_NULL, null=True, related_name="meetings")
    number = models.PositiveSmallIntegerField()  # of the body's year: 3/2012
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=300, blank=True)
    online_url = models.URLField(max_length=500, blank=True)
    state = models.CharField(max_length=20, choices=State, default=State.PLANNED)
    uid = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)  # of the calendar event
    sent_digest = models.CharField(max_length=64, blank=True)  # of what the last invitation said; see invitations.py
    sequence = models.PositiveSmallIntegerField(default=0)  # RFC 5545: grows with every update that is sent
    report = models.ForeignKey(FrozenReport, models.PROTECT, null=True, related_name="meetings")  # of the day
    agenda = models.ForeignKey(FrozenReport, models.PROTECT, null=True, related_name="+")  # as it was last sent
    minutes = models.ForeignKey(FrozenReport, models.PROTECT, null=True, related_name="+")  # as they were approved
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state="approved", approved_at__isnull=False)
                | ~Q(state="approved") & Q(approved_at__isnull=True),
                name="meeting_approved_at_a_moment",
            ),
        ]
        indexes = [models.Index(fields=["programme", "-starts_at"], name="meetings_of_programme")]  # the list page

    def __str__(self) -> str:
        return f"{self.number}/{timezone.localtime(self.starts_at).year}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Attendance(models.Model):
    """A seat at a meeting: invited, answered, present, or with a deputy in its place."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Answer(models.TextChoices):
        NONE = "none"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")  # never a deputy's
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.NONE)
    present = models.BooleanField(default=False)  # the member or the deputy is there
    deputy = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")  # who sits in the member's place
    examines_minutes = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "meeting", "seat"], name="seat_once_per_meeting"),
            models.CheckConstraint(condition=Q(deputy__isnull=True) | Q(present=True), name="deputy_is_there"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}:{self.seat_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class FollowUp(models.Model):
    """Something to be done by somebody by a day; it comes back on the body's next agenda until it is closed."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"owner_name"})

    class State(models.TextChoices):
        OPEN = "open"
        DONE = "done"
        DROPPED = "dropped"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="follow_ups")
    body = models.ForeignKey(Body, models.PROTECT, related_name="follow_ups")
    decision = models.ForeignKey("Decision", models.PROTECT, null=True, related_name="follow_ups")
    task = models.TextField()
    owner_seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="follow_ups")
    owner_organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="follow_ups")
    owner_name = models.CharField(max_length=150, blank=True)  # of somebody without a seat
    due = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True) | ~Q(state="open") & Q(closed_at__isnull=False),
                name="follow_up_closed_at_a_moment",
            )
        ]
        indexes = [models.Index(fields=["programme", "state", "due"], name="follow_ups_open")]  # the list, the agenda

    def __str__(self) -> str:
        return f"{self.pk}"


class FollowUpNote(models.Model):
    """What was said of a follow-up along the way. Never changed."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"text"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    follow_up = models.ForeignKey(FollowUp, models.CASCADE, related_name="notes")
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        triggers = [pgtrigger.Protect(name="note_stays", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.follow_up_id}:{self.at}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class AgendaItem(models.Model):
    """A matter on a meeting's agenda and what the minutes say of it."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"introduction", "minutes_text"})

    class Kind(models.TextChoices):
        OPENING = "opening"
        REPORT = "report"
        MEASURE = "measure"  # at risk
        PROPOSAL = "proposal"  # a project to the basket
        PLAN_VERSION = "plan_version"
        COMMUNICATION_PLAN = "communication_plan"
        FOLLOW_UP = "follow_up"
        OTHER = "other"  # written by hand
        CLOSING = "closing"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    kind = models.CharField(max_length=30, choices=Kind)
    source = models.CharField(max_length=60, blank=True)  # "project-12": the agenda writes the same matter once
    position = models.PositiveSmallIntegerField()
    removed = models.BooleanField(default=False)  # taken off; the agenda does not write it again
    edited = models.BooleanField(default=False)  # a person has written here; the agenda leaves it as it is
    title = models.CharField(max_length=300)
    introduction = models.TextField(blank=True)  # what the members are told beforehand
    presenter = models.CharField(max_length=150, blank=True)
    measure = models.ForeignKey(Measure, models.PROTECT, null=True, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, null=True, related_name="agenda_items")
    plan_version = models.ForeignKey(PlanVersion, models.PROTECT, null=True, related_name="+")
    communication_plan = models.ForeignKey(CommunicationPlan, models.PROTECT, null=True, related_name="+")
    follow_up = models.ForeignKey(FollowUp, models.PROTECT, null=True, related_name="agenda_items")
    minutes_text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)  # of minutes_text; grows with every save

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "meeting", "source"], condition=~Q(source=""), name="matter_once_per_meeting"
            )
        ]
        indexes = [models.Index(fields=["programme", "meeting", "position"], name="items_of_meeting")]

    def __str__(self) -> str:
        return self.title


@pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent())
class Attachment(models.Model):
    """A file or a frozen report beside an agenda item."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"content"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="attachments")
    report = models.ForeignKey(FrozenReport, models.PROTECT, null=True, related_name="attached_to")
    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(report__isnull=True, content__isnull=False) | Q(report__isnull=False, content__isnull=True),
                name="attachment_is_file_or_report",
            )
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Disqualification(models.Model):
    """A person of the body who takes no part in an item; automatic where the organisation is the applicant's."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"explanation"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    item = models.ForeignKey(AgendaItem, models.CASCADE, related_name="disqualifications")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="disqualifications")  # a member's or a deputy's
    automatic = models.BooleanField(default=False)
    explanation = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "item", "seat"], name="disqualified_once_per_item")]
        triggers = [DISQUALIFIED_HAS_NOT_VOTED]

    def __str__(self) -> str:
        return f"{self.item_id}:{self.seat_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Decision(models.Model):
    """What was proposed and decided on an item. Its effect happens when the minutes are approved, and never else."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"owner_name"})

    class Outcome(models.TextChoices):
        OPEN = "open"  # not decided yet
        AS_PROPOSED = "as_proposed"
        CHANGED = "changed"
        REJECTED = "rejected"
        TABLED = "tabled"  # to the next meeting

    class Voting(models.TextChoices):
        NONE = "none"  # unanimous
        OPEN = "open"
        CLOSED = "closed"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="decisions")
    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="decisions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30, choices=[(kind.value, kind.value) for kind in DecisionKind])
    proposal = models.TextField(blank=True)
    decision = models.TextField(blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome, default=Outcome.OPEN)
    voting = models.CharField(max_length=10, choices=Voting, default=Voting.NONE)
    report = models.ForeignKey(FrozenReport, models.PROTECT, null=True, related_name="decisions")  # it rested on
    project = models.ForeignKey(Project, models.PROTECT, null=True, related_name="decisions")
    plan_version = models.ForeignKey(PlanVersion, models.PROTECT, null=True, related_name="decisions")
    communication_plan = models.ForeignKey(CommunicationPlan, models.PROTECT, null=True, related_name="decisions")
    priority = models.PositiveSmallIntegerField(null=True)  # of a reprioritised project; 1 comes first
    owner_seat = models.ForeignKey(Seat, models.PROTECT, null=True, related_name="+")
    owner_organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    owner_name = models.CharField(max_length=150, blank=True)
    due = models.DateField(null=True)
    revision = models.PositiveIntegerField(default=0)
    effective_at = models.DateTimeField(null=True)  # when its effect happened

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind, subject in SUBJECTS.items() if subject is Subject.PROJECT])
                & Q(project__isnull=False)
                | Q(kind=DecisionKind.ADOPT_PLAN.value, plan_version__isnull=False)
                | Q(kind=DecisionKind.APPROVE_COMMUNICATION.value, communication_plan__isnull=False)
                | Q(kind__in=[kind.value for kind, subject in SUBJECTS.items() if subject is Subject.NOTHING]),
                name="decision_names_its_subject",
            ),
        ]
        indexes = [models.Index(fields=["programme", "project"], name="decisions_on_project")]  # the project page

    def __str__(self) -> str:
        return f"{self.item_id}:{self.kind}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Vote(models.Model):
    """A vote of a seat; whoever is disqualified on the item has none."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Choice(models.TextChoices):
        FOR = "for"
        AGAINST = "against"
        EMPTY = "empty"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="votes")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")  # the member's, also when the deputy votes
    choice = models.CharField(max_length=10, choices=Choice)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "decision", "seat"], name="one_vote_per_seat")]
        triggers = [VOTER_IS_NOT_DISQUALIFIED]

    def __str__(self) -> str:
        return f"{self.decision_id}:{self.seat_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Dissent(models.Model):
    """A dissenting opinion in the minutes."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"text"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    decision = models.ForeignKey(Decision, models.CASCADE, related_name="dissents")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="+")
    text = models.TextField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "decision", "seat"], name="dissent_once_per_seat")]

    def __str__(self) -> str:
        return f"{self.decision_id}:{self.seat_id}"


class Amendment(models.Model):
    """A signed addition to approved minutes, which themselves stay as they are. Never changed."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"text", "reason"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="amendments")
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, related_name="amendments")
    text = models.TextField()
    reason = models.TextField()
    signed_at = models.DateTimeField()
    signed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    previous = models.ForeignKey(FrozenReport, models.PROTECT, related_name="+")  # the minutes it was written to
    minutes = models.ForeignKey(FrozenReport, models.PROTECT, null=True, related_name="+")  # with it

    class Meta:
        triggers = [
            pgtrigger.Protect(name="amendment_is_signed", operation=pgtrigger.Delete),
            pgtrigger.Protect(
                name="amendment_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["minutes"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}:{self.signed_at}"

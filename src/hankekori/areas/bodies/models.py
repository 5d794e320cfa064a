"""Bodies that meet: the structural-change working group and others, their duties and who sits in them."""

from datetime import date
from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import F, Q

from hankekori.areas.accounts.models import User
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import TrilingualName
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.quorum import QuorumRule


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Body(TrilingualName):
    """A body of the programme. What it is for are its duties: one body may have several (S11010)."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="bodies")
    quorum_rule = models.CharField(max_length=20, choices=[(rule.value, rule.value) for rule in QuorumRule])
    quorum_number = models.PositiveSmallIntegerField(null=True)  # of the rule by number
    quorum_needs_chair = models.BooleanField(default=True)  # the chair or the vice chair has to be there
    set_up_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "name_fi"], name="body_name_once"),
            models.CheckConstraint(
                condition=Q(quorum_rule="number", quorum_number__gte=1)
                | ~Q(quorum_rule="number") & Q(quorum_number__isnull=True),
                name="quorum_number_of_its_rule",
            ),
        ]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Duty(models.Model):
    """One thing a body is for; only a body that steers the programme decides on its basket and its plan."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Kind(models.TextChoices):
        STEERS_PROGRAMME = "steers_programme"
        STEERS_PROJECT = "steers_project"
        INFORMS_MUNICIPALITIES = "informs_municipalities"
        INFORMS_AUTHORITIES = "informs_authorities"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, related_name="duties")
    kind = models.CharField(max_length=30, choices=Kind)
    project = models.ForeignKey(Project, models.CASCADE, null=True, related_name="steered_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "body", "kind", "project"], nulls_distinct=False, name="duty_once_per_body"
            ),
            models.CheckConstraint(
                condition=Q(kind="steers_project", project__isnull=False)
                | ~Q(kind="steers_project") & Q(project__isnull=True),
                name="duty_to_steer_names_its_project",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}:{self.kind}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Seat(models.Model):
    """A person's place in a body for a term; a deputy is a seat that names whose deputy it is."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"person", "email"})

    class Role(models.TextChoices):
        CHAIR = "chair"
        VICE_CHAIR = "vice_chair"
        MEMBER = "member"
        SECRETARY = "secretary"  # no vote
        EXPERT = "expert"  # may speak, no vote

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, related_name="seats")
    role = models.CharField(max_length=20, choices=Role, default=Role.MEMBER)
    deputy_of = models.ForeignKey("self", models.CASCADE, null=True, related_name="deputies")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="seats")
    person = models.CharField(max_length=150)
    email = models.EmailField(blank=True)  # empty: invited by other means
    language = models.CharField(max_length=2, default="fi")  # of the mail to this person
    user = models.ForeignKey(User, models.SET_NULL, null=True, related_name="seats")  # who votes with an account
    start = models.DateField()
    end = models.DateField(null=True)  # last day of the term; empty: until further notice

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(end__isnull=True) | Q(end__gte=F("start")), name="seat_term_in_order"),
            models.CheckConstraint(
                condition=Q(deputy_of__isnull=True) | Q(role="member"), name="deputy_has_no_role_of_its_own"
            ),
        ]
        indexes = [models.Index(fields=["programme", "body", "start"], name="seats_of_body")]  # the body's page

    def __str__(self) -> str:
        return f"{self.body_id}:{self.role}"

    def sits_on(self, day: date) -> bool:
        return self.start <= day and (self.end is None or self.end >= day)

"""Intake: what partners say of a proposed project, by what the working group weighs it, and how it was weighed."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q

from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import TrilingualName
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.intake import HIGHEST_SCORE, HIGHEST_WEIGHT
from hankekori.core.texts import Translated


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Criterion(TrilingualName):
    """One question of the checklist, under its headline; the name is the criterion itself."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="intake_criteria")
    headline_fi = models.CharField(max_length=120)
    headline_sv = models.CharField(max_length=120, blank=True)
    headline_en = models.CharField(max_length=120, blank=True)
    weight = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField()
    retired_on = models.DateField(null=True)  # no longer asked; earlier assessments keep it

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "name_fi"], name="criterion_once"),
            models.CheckConstraint(
                condition=Q(weight__gte=1, weight__lte=HIGHEST_WEIGHT), name="criterion_weight_in_range"
            ),
        ]

    @property
    def headline(self) -> Translated:
        return Translated(self.headline_fi, self.headline_sv, self.headline_en)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Assessment(models.Model):
    """How a project meets a criterion: a score from 0 to 5 and the words behind it."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="assessments")
    criterion = models.ForeignKey(Criterion, models.PROTECT, related_name="assessments")
    score = models.PositiveSmallIntegerField(null=True)  # empty = not assessed yet
    text = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "project", "criterion"], name="assessment_once"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__lte=HIGHEST_SCORE), name="assessment_score_in_range"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id}:{self.criterion_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PartnerNote(models.Model):
    """A partner's letter about a project, or a note of what the partner has said."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="partner_notes")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="notes_on_projects")
    dated = models.DateField()  # of the letter, or of what was said
    text = models.TextField()

    class Meta:
        indexes = [models.Index(fields=["programme", "project"], name="notes_of_project")]  # the project page

    def __str__(self) -> str:
        return f"{self.project_id}:{self.organisation_id}"

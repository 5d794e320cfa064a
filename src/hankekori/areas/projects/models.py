"""The basket: projects, their money, their share of the plan and their official descriptions."""

from typing import ClassVar

import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from hankekori.areas.accounts.models import User
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Measure
from hankekori.areas.programmes.models import Programme
from hankekori.areas.regions.models import Authority, Municipality


@pghistory.track()
class Project(models.Model):
    """A project of the basket or another one that serves the plan.

    `basket_state` changes by propose_to_basket and withdraw_proposal of actions, and by a decision of the working group
    (basket_decisions.py), which alone sets `priority`; everything else changes through actions.save_project.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"contact_name", "contact_title", "contact_email", "contact_phone"})

    class Kind(models.TextChoices):
        BASKET = "basket"  # structural funds
        OTHER = "other"
        EMPLOYMENT = "employment"  # employment-based
        BUSINESS_POLICY = "business_policy"

    class BasketState(models.TextChoices):
        OUTSIDE = "outside"  # followed where suitable, never proposed
        PROPOSED = "proposed"
        IN_BASKET = "in_basket"
        LEFT = "left"

    class Stage(models.TextChoices):
        IDEA = "idea"
        PREPARATION = "preparation"
        APPLIED = "applied"
        FUNDED = "funded"
        RUNNING = "running"
        ENDED = "ended"
        REJECTED = "rejected"
        WITHDRAWN = "withdrawn"
        INTERRUPTED = "interrupted"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="projects")
    code = models.CharField(max_length=10, null=True)  # noqa: DJ001 - absent for other projects, and unique when there
    name = models.CharField(max_length=500)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.BASKET)
    basket_state = models.CharField(max_length=20, choices=BasketState, default=BasketState.OUTSIDE)
    basket_decided_on = models.DateField(null=True)
    priority = models.PositiveSmallIntegerField(null=True)  # in the basket, as the working group put it; 1 comes first
    stage = models.CharField(max_length=20, choices=Stage, default=Stage.RUNNING)
    example = models.BooleanField(default=False)  # an invented project, marked wherever it shows

    fund = models.CharField(max_length=20, blank=True)  # ESR, EAKR, JTF as printed
    programme_period = models.CharField(
        max_length=20, blank=True
    )  # "2007-2013": chooses indicators and publicity rules
    part = models.CharField(max_length=100, blank=True)  # osio
    fund_programme = models.CharField(max_length=100, blank=True)  # ohjelma
    axis_number = models.CharField(max_length=10, blank=True)
    axis_name = models.CharField(max_length=300, blank=True)
    objective_number = models.CharField(max_length=10, blank=True)  # specific objective, 2014-2020
    objective_name = models.CharField(max_length=300, blank=True)
    project_type = models.CharField(max_length=100, blank=True)
    activity_status = models.CharField(max_length=60, blank=True)  # as printed: "Toiminta päättynyt"
    authority = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="projects")
    implementer = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="projects")
    start = models.DateField(null=True)
    end = models.DateField(null=True)

    nationwide = models.BooleanField(default=False)
    regions = models.JSONField(default=list)  # names as printed
    subregions = models.JSONField(default=list)  # genitives as printed, split by the service included
    municipality_names = models.JSONField(default=list)  # as printed; `municipalities` holds what was recognised
    municipalities = models.ManyToManyField(Municipality, through="ProjectMunicipality", related_name="projects")

    target_group_direct = models.TextField(blank=True)
    target_group_indirect = models.TextField(blank=True)
    summary = models.TextField(blank=True)
    communication_plan = models.TextField(blank=True)
    dissemination_plan = models.TextField(blank=True)
    final_report_summary = models.TextField(blank=True)
    equality = models.CharField(max_length=200, blank=True)
    sustainable_development = models.CharField(max_length=200, blank=True)
    partnership = models.CharField(max_length=200, blank=True)
    innovativeness = models.CharField(max_length=200, blank=True)

    website = models.CharField(max_length=200, blank=True)
    contact_name = models.CharField(max_length=200, blank=True)
    contact_title = models.CharField(max_length=200, blank=True)
    contact_email = models.CharField(max_length=200, blank=True)  # may lack its host: capture loss
    contact_phone = models.CharField(max_length=100, blank=True)

    # Whole euros as the source states them; empty = not stated. Compared with Funding rows, never repaired from them.
    granted_eu_state = models.DecimalField(max_digits=12, decimal_places=0, null=True)
    realised_eu_state = models.DecimalField(max_digits=12, decimal_places=0, null=True)
    planned_public = models.DecimalField(max_digits=12, decimal_places=0, null=True)
    realised_public = models.DecimalField(max_digits=12, decimal_places=0, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="project_code_once_per_programme"),
            models.CheckConstraint(
                condition=Q(code__isnull=True) | Q(code__regex=r"^[A-Z]\d{4,9}$"), name="project_code_has_its_form"
            ),
        ]
        indexes = [
            models.Index(fields=["programme", "basket_state", "start"], name="basket_list"),  # the basket's list page
            GinIndex(fields=["name"], opclasses=["gin_trgm_ops"], name="project_name_words"),  # its search box
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}" if self.code else self.name


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProjectMunicipality(models.Model):
    """A municipality a project works in."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="municipality_links")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="project_links")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "project", "municipality"], name="municipality_once_per_project"
            )
        ]

    def __str__(self) -> str:
        return f"{self.project_id}:{self.municipality_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProjectMeasure(models.Model):
    """The share of a project that carries out a measure; a project's shares add to 1."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="measure_links")
    measure = models.ForeignKey(Measure, models.CASCADE, related_name="project_links")
    share = models.DecimalField(max_digits=7, decimal_places=6)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "project", "measure"], name="measure_once_per_project"),
            models.CheckConstraint(condition=Q(share__gt=0, share__lte=1), name="share_between_0_and_1"),
        ]
        indexes = [models.Index(fields=["programme", "measure"], name="projects_of_measure")]  # the measure page

    def __str__(self) -> str:
        return f"{self.project_id}:{self.measure_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Funding(models.Model):
    """Money of a project by source and year, in euros; compared with the official sums."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Source(models.TextChoices):
        EU = "eu"
        STATE = "state"
        MUNICIPAL = "municipal"
        OTHER_PUBLIC = "other_public"
        PRIVATE = "private"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="funding")
    source = models.CharField(max_length=20, choices=Source)
    year = models.PositiveSmallIntegerField()
    planned = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    granted = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    paid = models.DecimalField(max_digits=14, decimal_places=2, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "project", "source", "year"], name="funding_row_once"),
            models.CheckConstraint(
                condition=Q(planned__isnull=True) | Q(planned__gte=0), name="planned_funding_not_negative"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project_id}:{self.source}:{self.year}"


class Description(models.Model):
    """An official description that was read: the document itself and what was understood of it. Never changed."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"document", "record"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="descriptions")
    file_name = models.CharField(max_length=500)
    document = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    record = models.JSONField()  # docs/formats/description.schema.json; unread lines and remarks included
    read_at = models.DateTimeField()
    read_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "project", "sha256"], name="same_document_once_per_project"),
        ]
        indexes = [models.Index(F("project"), F("read_at").desc(), name="latest_description")]  # the project page

    def __str__(self) -> str:
        return self.file_name

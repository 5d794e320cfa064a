"""Reporting rounds and what each project reports in them, until approval writes the ledger."""

import uuid
from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from hankekori.areas.accounts.models import User
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Funding, Project


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProjectReporter(models.Model):
    """A user with the role of a reporter and a project they report."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="reporters")
    user = models.ForeignKey(User, models.CASCADE, related_name="reported_projects")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "project", "user"], name="reporter_once_per_project")
        ]

    def __str__(self) -> str:
        return f"{self.project_id}:{self.user_id}"


@pghistory.track()
class Round(models.Model):
    """The programme asks its projects for the results of a period; a closed period takes corrections only."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="rounds")
    period_start = models.DateField()
    period_end = models.DateField()
    opens_on = models.DateField()  # the submission window, apart from the period
    due_on = models.DateField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "period_start", "period_end"], name="one_round_per_period"),
            models.CheckConstraint(condition=Q(period_end__gte=F("period_start")), name="round_period_in_order"),
            models.CheckConstraint(condition=Q(due_on__gte=F("opens_on")), name="round_due_after_opening"),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id}:{self.period_end}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProjectReport(models.Model):
    """What one project reports in a round. `state` changes through actions only, each change leaves a ReportStep."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class State(models.TextChoices):
        DRAFT = "draft"
        SUBMITTED = "submitted"
        RETURNED = "returned"
        APPROVED = "approved"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    round = models.ForeignKey(Round, models.CASCADE, related_name="reports")
    project = models.ForeignKey(Project, models.PROTECT, related_name="reports")
    state = models.CharField(max_length=20, choices=State, default=State.DRAFT)
    is_last = models.BooleanField(default=False)
    real_end = models.DateField(null=True)  # the last report tells when the project really ended
    revision = models.PositiveIntegerField(default=0)  # of is_last and real_end; grows with every save
    first_submitted_at = models.DateTimeField(null=True)  # was it on time
    approved_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "round", "project"], name="one_report_per_project_and_round"),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(approved_at__isnull=False), name="an_approved_report_has_its_moment"
            ),
        ]
        indexes = [models.Index(fields=["programme", "project"], name="reports_of_a_project")]

    def __str__(self) -> str:
        return f"{self.round_id}:{self.project_id}:{self.state}"


class ReportLink(models.Model):
    """A personal way to one report without an account: its signed address holds only `token`."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"email"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    report = models.ForeignKey(ProjectReport, models.CASCADE, related_name="links")
    token = models.UUIDField(unique=True, default=uuid.uuid4)
    email = models.EmailField()
    language = models.CharField(max_length=2, default="fi")
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.report_id}:{self.pk}"


class ReportStep(models.Model):
    """One step of a report's life, who took it and why. Added only."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Kind(models.TextChoices):
        SUBMITTED = "submitted"
        RETURNED = "returned"
        APPROVED = "approved"
        REOPENED = "reopened"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    report = models.ForeignKey(ProjectReport, models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=20, choices=Kind)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey(ReportLink, models.PROTECT, null=True, related_name="+")  # instead of a user
    reason = models.CharField(max_length=30, blank=True)  # coded: returning and reopening demand one
    explanation = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["submitted", "approved"]) | ~Q(reason="") & ~Q(explanation=""),
                name="returning_and_reopening_say_why",
            )
        ]
        indexes = [models.Index(fields=["report", "at"], name="steps_of_a_report")]
        triggers = [pgtrigger.Protect(name="report_steps_are_append_only", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.report_id}:{self.kind}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ReportFigure(models.Model):
    """What a report says of one indicator; the figures are the period's increment, in the indicator's unit."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class State(models.TextChoices):
        MISSING = "missing"  # nothing said yet
        REPORTED = "reported"
        NOT_MEASURED = "not_measured"
        NOT_APPLICABLE = "not_applicable"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    report = models.ForeignKey(ProjectReport, models.CASCADE, related_name="figures")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, choices=State, default=State.MISSING)
    total = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    women = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    non_binary = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    denominator = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    deviation = models.TextField(blank=True)  # why it differs from what was planned
    revision = models.PositiveIntegerField(default=0)  # grows with every save: two people on one figure see a conflict
    entry = models.ForeignKey(LedgerEntry, models.PROTECT, null=True, related_name="+")  # what approval first wrote

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "report", "indicator"], name="one_figure_per_indicator"),
            models.CheckConstraint(
                condition=Q(state="reported", total__isnull=False)
                | ~Q(state="reported")
                & Q(total__isnull=True, women__isnull=True, non_binary__isnull=True, denominator__isnull=True),
                name="a_report_has_numbers_only_when_reported",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}:{self.indicator_id}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ReportText(models.Model):
    """One part of a report's narrative."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Field(models.TextChoices):
        HIGHLIGHTS = "highlights"
        PROBLEMS = "problems"
        DEVIATIONS = "deviations"  # from the plan, with reasons
        PUBLICITY = "publicity"  # how the Union's support was made visible

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    report = models.ForeignKey(ProjectReport, models.CASCADE, related_name="texts")
    field = models.CharField(max_length=20, choices=Field)
    text = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "report", "field"], name="one_text_per_field")]

    def __str__(self) -> str:
        return f"{self.report_id}:{self.field}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ReportFunding(models.Model):
    """Money of one source that the project used in the period, in euros."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    report = models.ForeignKey(ProjectReport, models.CASCADE, related_name="funding")
    source = models.CharField(max_length=20, choices=Funding.Source)
    used = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "report", "source"], name="one_sum_per_source"),
            models.CheckConstraint(condition=Q(used__isnull=True) | Q(used__gte=0), name="used_funding_not_negative"),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}:{self.source}"


@pghistory.track(pghistory.InsertEvent(), pghistory.DeleteEvent(), exclude=["content"])
class ReportFile(models.Model):
    """A file that shows a result or that the Union's support was made visible."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"content"})

    class Kind(models.TextChoices):
        EVIDENCE = "evidence"
        PUBLICITY = "publicity"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    report = models.ForeignKey(ProjectReport, models.CASCADE, related_name="files")
    indicator = models.ForeignKey(Indicator, models.PROTECT, null=True, related_name="+")  # of which it is evidence
    kind = models.CharField(max_length=20, choices=Kind)
    name = models.CharField(max_length=200)
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()
    added_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "report", "kind", "sha256"], name="same_file_once_per_report")
        ]

    def __str__(self) -> str:
        return self.name


class ReportComment(models.Model):
    """What was said of a report, or of one figure of it; its follow-up mark stays until cleared, the rest for good."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    report = models.ForeignKey(ProjectReport, models.CASCADE, related_name="comments")
    figure = models.ForeignKey(ReportFigure, models.CASCADE, null=True, related_name="+")  # None: the whole report
    text = models.TextField()
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey(ReportLink, models.PROTECT, null=True, related_name="+")  # instead of a user
    is_projects = models.BooleanField()  # said on the project's side, as the roles were then
    needs_follow_up = models.BooleanField(default=False)
    cleared_at = models.DateTimeField(null=True)
    cleared_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="a_comment_says_something"),
            models.CheckConstraint(
                condition=Q(needs_follow_up=True) | Q(cleared_at__isnull=True), name="only_a_follow_up_mark_is_cleared"
            ),
        ]
        indexes = [
            models.Index(fields=["report", "at"], name="comments_of_a_report"),
            models.Index(  # counted by report in the matrix of a round
                fields=["report"], condition=Q(needs_follow_up=True, cleared_at=None), name="followed_comments"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="comments_are_append_only", exclude=["cleared_at", "cleared_by"]),
            pgtrigger.Protect(
                name="a_cleared_mark_stays_cleared",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__cleared_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}:{self.pk}"

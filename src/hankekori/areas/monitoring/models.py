"""The ledger of results, what projects plan to reach, and the stored roll-up."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from hankekori.areas.accounts.models import User
from hankekori.areas.plan.models import Indicator, Measure, Objective
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.figures import ValueState

STATES = [(state.value, state.value) for state in ValueState]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProjectPlan(models.Model):
    """What a project itself plans to reach in one indicator."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.CASCADE, related_name="plans")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="project_plans")
    total = models.DecimalField(max_digits=14, decimal_places=2)
    women = models.DecimalField(max_digits=14, decimal_places=2, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "project", "indicator"], name="one_plan_per_indicator")
        ]

    def __str__(self) -> str:
        return f"{self.project_id}:{self.indicator_id}"


class LedgerEntry(models.Model):
    """A signed increment of one project's result in one period. Added only, by actions.record_entries.

    A correction is a new entry that names the one it corrects; the database refuses changes and deletions.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Source(models.TextChoices):
        REPORT = "report"
        IMPORT = "import"
        CORRECTION = "correction"
        EXAMPLE = "example"  # invented for the demo, marked wherever it shows

    class Reason(models.TextChoices):
        """Why a figure is corrected or a target changed; in words in reasons.py."""

        TYPING = "typing"
        LATE_INFORMATION = "late_information"
        COUNTED_TWICE = "counted_twice"
        WRONG_PERIOD = "wrong_period"
        WRONG_PROJECT = "wrong_project"
        DEFINITION = "definition"
        OTHER = "other"

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="ledger")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="ledger")
    period_start = models.DateField()
    period_end = models.DateField()
    state = models.CharField(max_length=20, choices=STATES, default=ValueState.REPORTED)
    total = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    women = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    non_binary = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    denominator = models.DecimalField(max_digits=14, decimal_places=2, null=True)  # for indicators that are shares
    source = models.CharField(max_length=20, choices=Source)
    corrects = models.ForeignKey("self", models.PROTECT, null=True, related_name="corrections")
    reason = models.CharField(max_length=20, choices=Reason, blank=True)
    explanation = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="reported", total__isnull=False)
                | Q(state__in=["not_measured", "not_applicable"], total__isnull=True, women__isnull=True),
                name="a_number_only_when_reported",
            ),
            models.CheckConstraint(condition=Q(period_end__gte=F("period_start")), name="ledger_period_in_order"),
            models.CheckConstraint(
                condition=~Q(source="correction") | Q(corrects__isnull=False) & ~Q(reason="") & ~Q(explanation=""),
                name="a_correction_names_its_entry_and_reason",
            ),
        ]
        indexes = [
            models.Index(  # cumulative figures of one programme as of a day
                fields=["programme", "project", "indicator", "period_end"],
                include=["state", "total", "women", "denominator", "recorded_at"],
                name="ledger_cumulative",
            ),
            models.Index(fields=["programme", "recorded_at"], name="ledger_changes"),  # what changed between two days
        ]
        triggers = [pgtrigger.Protect(name="ledger_is_append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.project_id}:{self.indicator_id}:{self.period_end}"


class StoredRollUp(models.Model):
    """The actual of a plan node in one indicator up to the end of a period, as known now.

    Written by actions in the same transaction as the ledger, equal to a fresh computation (`hankekori check`). There is
    a row for each period in which a project of the node has anything in the ledger. Eight decimals hold the product of
    a share and a figure exactly, so that adding up increments never drifts.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="roll_ups")
    objective = models.ForeignKey(Objective, models.CASCADE, null=True, related_name="roll_ups")
    measure = models.ForeignKey(Measure, models.CASCADE, null=True, related_name="roll_ups")  # both empty = programme
    indicator = models.ForeignKey(Indicator, models.CASCADE, related_name="roll_ups")
    period_end = models.DateField()
    state = models.CharField(max_length=20, choices=STATES)
    total = models.DecimalField(max_digits=22, decimal_places=8, null=True)
    women = models.DecimalField(max_digits=22, decimal_places=8, null=True)
    denominator = models.DecimalField(max_digits=22, decimal_places=8, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "objective", "measure", "indicator", "period_end"],
                nulls_distinct=False,
                name="one_roll_up_per_node_and_period",
            ),
            models.CheckConstraint(
                condition=Q(objective__isnull=True) | Q(measure__isnull=True), name="roll_up_of_one_node"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id}:{self.measure_id or self.objective_id}:{self.indicator_id}:{self.period_end}"

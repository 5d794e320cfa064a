"""The plan: its versions, objectives, measures, indicators and targets."""

from typing import ClassVar

import pghistory
from django.contrib.postgres.functions import RandomUUID
from django.db import models
from django.db.models import F, Q

from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme
from hankekori.core.indicator_checks import IndicatorKey
from hankekori.core.indicators import Combination
from hankekori.core.targets import Course
from hankekori.core.texts import Translated


class TrilingualName(models.Model):
    """A name in the three languages; Finnish is always there."""

    name_fi = models.CharField(max_length=300)
    name_sv = models.CharField(max_length=300, blank=True)
    name_en = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name_fi

    @property
    def name(self) -> Translated:
        return Translated(self.name_fi, self.name_sv, self.name_en)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class PlanVersion(TrilingualName):
    """A plan as the working group adopted it; a new version never edits an old one."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="plan_versions")
    number = models.PositiveSmallIntegerField()
    adopted_on = models.DateField(null=True)  # empty = still being prepared

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="plan_version_number_once")]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Objective(TrilingualName):
    """A part of the plan."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="objectives")
    plan_version = models.ForeignKey(PlanVersion, models.CASCADE, related_name="objectives")
    number = models.CharField(max_length=10)  # as printed in the plan: "3"
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "plan_version", "number"], name="objective_number_once")
        ]


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Measure(TrilingualName):
    """What the plan says will be done; projects carry it out."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="measures")
    lineage = models.UUIDField(db_default=RandomUUID(), editable=False)  # the same in every version of the plan
    objective = models.ForeignKey(Objective, models.CASCADE, related_name="measures")
    number = models.CharField(max_length=10)  # as printed in the plan: "3.2"
    position = models.PositiveSmallIntegerField()
    responsible = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="measures"
    )  # nobody responsible is a finding
    description_fi = models.TextField(blank=True)
    description_sv = models.TextField(blank=True)
    description_en = models.TextField(blank=True)
    start = models.DateField()
    end = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "objective", "number"], name="measure_number_once"),
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="measure_ends_after_start"),
        ]

    @property
    def description(self) -> Translated:
        return Translated(self.description_fi, self.description_sv, self.description_en)


@pghistory.track()
class Indicator(TrilingualName):
    """What a programme follows; key = (period, fund, code), since one code means different things in two funds."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="indicators")
    programme_period = models.CharField(max_length=20)
    fund = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    code_is_official = models.BooleanField(default=False)  # our own codes are never shown as EU codes
    unit_fi = models.CharField(max_length=40)
    unit_sv = models.CharField(max_length=40, blank=True)
    unit_en = models.CharField(max_length=40, blank=True)
    combination = models.CharField(max_length=10, choices=[(way.value, way.value) for way in Combination])
    decimals = models.PositiveSmallIntegerField(default=0)
    counts_women = models.BooleanField(default=True)
    asked_of_all = models.BooleanField(default=False)  # every project reports it, with or without a plan of its own
    # ± percent of a plan: within it a result is on course, beyond it a report says why; empty = the usual limits
    band = models.PositiveSmallIntegerField(null=True)
    headline = models.PositiveSmallIntegerField(null=True)  # place among the headline figures of the first page
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "programme_period", "fund", "code"], name="indicator_key_once"
            ),
            models.CheckConstraint(condition=Q(band__isnull=True) | Q(band__lte=100), name="band_is_percent"),
        ]

    @property
    def key(self) -> IndicatorKey:
        return IndicatorKey(self.programme_period, self.fund, self.code)

    @property
    def unit(self) -> Translated:
        return Translated(self.unit_fi, self.unit_sv, self.unit_en)


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Target(models.Model):
    """What a measure is to reach, by when, and along which course."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="targets")
    measure = models.ForeignKey(Measure, models.CASCADE, related_name="targets")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="targets")
    total = models.DecimalField(max_digits=14, decimal_places=2)
    women = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    baseline = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    start = models.DateField()  # before this day nothing is expected and nothing measured
    due = models.DateField()
    course = models.CharField(
        max_length=20, choices=[(way.value, way.value) for way in Course], default=Course.STRAIGHT
    )
    steps = models.JSONField(default=list)  # [["2010-12-31", "40"], ...] cumulative, for the course by steps

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "measure", "indicator"], name="one_target_per_indicator"),
            models.CheckConstraint(condition=Q(women__isnull=True) | Q(women__lte=F("total")), name="target_women_fit"),
            models.CheckConstraint(condition=Q(due__gte=F("start")), name="target_due_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.measure_id}:{self.indicator_id}"

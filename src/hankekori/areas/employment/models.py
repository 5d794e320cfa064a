"""Episodes of employment without persons, what results there are to show, and the counts that were published."""

import secrets
from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q

from hankekori.areas.accounts.models import User
from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.regions.models import Municipality
from hankekori.core.employment import AfterThreeMonths, AgeBand, EpisodeKind, Gender, SituationBefore

_CODE_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"  # none that is read as another
_CODE_LENGTH = 6


def new_code() -> str:
    """Draw a code by which the office and the implementer name a row; it tells nothing of the person."""
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(_CODE_LENGTH))


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class EmploymentEpisode(models.Model):
    """One person's work in or through a project, with nothing that names the person; read by the office only."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset(  # together they may fit one person in a small place
        {
            "employer", "start_month", "end_month", "fte", "kind", "situation_before", "gender", "age_band",
            "municipality", "isco_major", "after_three_months",
        }
    )  # fmt: skip

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="employment_episodes")
    code = models.CharField(max_length=_CODE_LENGTH, default=new_code)
    employer = models.CharField(max_length=9, blank=True)  # Y-tunnus; empty = the project itself
    start_month = models.DateField()  # first day of the month
    end_month = models.DateField(null=True)  # first day of the last month; empty = goes on
    fte = models.DecimalField(max_digits=3, decimal_places=2)
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in EpisodeKind])
    situation_before = models.CharField(max_length=20, choices=[(one.value, one.value) for one in SituationBefore])
    gender = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Gender])
    age_band = models.CharField(max_length=20, choices=[(one.value, one.value) for one in AgeBand])
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, related_name="+")  # of residence
    isco_major = models.PositiveSmallIntegerField(null=True)  # major group of ISCO-08, 0 to 9
    after_three_months = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in AfterThreeMonths], default=AfterThreeMonths.NOT_YET
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="episode_code_once_per_programme"),
            models.CheckConstraint(condition=Q(fte__gt=0, fte__lte=1), name="episode_fte_up_to_full_time"),
            models.CheckConstraint(
                condition=Q(end_month__isnull=True) | Q(end_month__gte=F("start_month")), name="episode_months_in_order"
            ),
            models.CheckConstraint(
                condition=Q(start_month__day=1) & (Q(end_month__isnull=True) | Q(end_month__day=1)),
                name="episode_months_by_their_first_day",
            ),
            models.CheckConstraint(
                condition=Q(employer="") | Q(employer__regex=r"^\d{7}-\d$"), name="episode_employer_has_its_form"
            ),
            models.CheckConstraint(condition=Q(isco_major__isnull=True) | Q(isco_major__lte=9), name="isco_major_0_9"),
        ]
        indexes = [models.Index(fields=["programme", "project"], name="episodes_of_a_project")]  # report page

    def __str__(self) -> str:
        return self.code


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent(), exclude=["file_content"])
class OutcomeRecord(models.Model):
    """One job, company or degree behind a reported figure, with what shows it."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"gender", "evidence", "file_name", "file_content"})

    class Kind(models.TextChoices):
        JOB = "job"
        COMPANY = "company"
        DEGREE = "degree"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="outcome_records")
    indicator = models.ForeignKey(Indicator, models.PROTECT, related_name="+")
    code = models.CharField(max_length=_CODE_LENGTH, default=new_code)
    kind = models.CharField(max_length=10, choices=Kind)
    month = models.DateField()  # first day of the month
    gender = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Gender])
    company = models.CharField(max_length=9, blank=True)  # Y-tunnus; a record of a company always has one
    evidence = models.TextField(blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    file_type = models.CharField(max_length=100, blank=True)
    file_content = models.BinaryField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="outcome_code_once_per_programme"),
            models.CheckConstraint(condition=Q(month__day=1), name="outcome_month_by_its_first_day"),
            models.CheckConstraint(
                condition=Q(company="", kind__in=["job", "degree"]) | Q(company__regex=r"^\d{7}-\d$"),
                name="outcome_company_has_its_form",
            ),
        ]
        indexes = [models.Index(fields=["programme", "project", "indicator"], name="outcomes_of_a_figure")]  # findings

    def __str__(self) -> str:
        return self.code


class FrozenCounts(models.Model):
    """The counts of episodes as everybody but the office sees them, published once and never changed.

    `basis` is what stood behind them, episode by episode: the next publication needs it, so that the two together
    give nothing away. Read by actions.publish_counts only.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"basis"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    day = models.DateField()
    tables = models.JSONField()  # see publication.write_tables
    sha256 = models.CharField(max_length=64)  # of the tables as canonical JSON
    basis = models.JSONField()  # see publication.write_basis
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "day"], name="counts_published_once_per_day")]
        triggers = [pgtrigger.Protect(name="published_counts_stay", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.programme_id}:{self.day}"

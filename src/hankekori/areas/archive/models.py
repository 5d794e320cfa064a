"""Reports frozen as they were given, and which of them are public."""

from typing import ClassVar

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme


class FrozenReport(models.Model):
    """A report as canonical JSON with its SHA-256. Made by actions.keep; never changed."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="frozen_reports")
    kind = models.CharField(max_length=40)  # "working_group", "agenda", "minutes"
    title = models.CharField(max_length=300, blank=True)  # of the document; empty on those frozen before it was kept
    language = models.CharField(max_length=2)
    as_of = models.DateField()
    known_on = models.DateField()
    document = models.BinaryField()  # canonical JSON, byte for byte what the hash was taken of
    sha256 = models.CharField(max_length=64)
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "sha256"], name="same_report_frozen_once")]
        indexes = [models.Index(fields=["programme", "kind", "as_of"], name="reports_of_programme")]  # the list page
        triggers = [pgtrigger.Protect(name="report_is_frozen", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.kind} {self.as_of}"


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class Publication(models.Model):
    """A frozen report that anyone may read, from publishing until it is withdrawn."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="+")
    report = models.ForeignKey(FrozenReport, models.PROTECT, related_name="publications")
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "report"], condition=Q(withdrawn_at__isnull=True), name="report_public_once"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="publication_withdrawn_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report_id}"

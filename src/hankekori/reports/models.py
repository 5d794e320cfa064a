"""Reports frozen as they were given."""

from typing import ClassVar

import pgtrigger
from django.db import models

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme


class FrozenReport(models.Model):
    """A report as canonical JSON with its SHA-256. Made by snapshots.freeze; never changed."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="frozen_reports")
    kind = models.CharField(max_length=40)  # "working_group"
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

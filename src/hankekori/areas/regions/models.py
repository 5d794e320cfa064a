"""Municipalities, regions and authorities, as they were at a time."""

from typing import ClassVar

from django.db import models

from hankekori.core.texts import Translated


class Region(models.Model):
    """A Finnish region (maakunta), keyed by its two-digit national code."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    code = models.CharField(max_length=2, unique=True)
    name_fi = models.CharField(max_length=100)
    name_sv = models.CharField(max_length=100, blank=True)
    name_en = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return self.name_fi

    @property
    def name(self) -> Translated:
        return Translated(self.name_fi, self.name_sv, self.name_en)


class Municipality(models.Model):
    """A municipality with its days of validity; a project keeps the municipality of its own time.

    The three-digit code is text: "081", not 81.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    code = models.CharField(max_length=3, unique=True)
    name_fi = models.CharField(max_length=100)
    name_sv = models.CharField(max_length=100, blank=True)
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="municipalities")
    subregion_fi = models.CharField(max_length=100, blank=True)
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")
    boundary = models.JSONField(null=True)  # GeoJSON geometry in WGS 84, loaded from a file, never shipped
    boundary_source = models.CharField(max_length=300, blank=True)  # attribution shown on every map

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(code__regex=r"^\d{3}$"), name="municipality_code_has_three_digits"
            )
        ]

    def __str__(self) -> str:
        return self.name_fi

    @property
    def name(self) -> Translated:
        return Translated(self.name_fi, self.name_sv)


class Authority(models.Model):
    """An authority that grants, handles or pays; names and areas change, so it has dates and a successor."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    name = models.CharField(max_length=200, unique=True)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")

    def __str__(self) -> str:
        return self.name

"""The programme: one region's structural-change programme and the tenant of everything else."""

from datetime import date
from decimal import Decimal
from typing import ClassVar

import pghistory
from django.db import models

from hankekori.areas.regions.models import Municipality
from hankekori.core.texts import Translated


@pghistory.track()
class Programme(models.Model):
    """One region's programme. Every table that grows carries its id."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    slug = models.SlugField(unique=True)
    name_fi = models.CharField(max_length=200)
    name_sv = models.CharField(max_length=200, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    slogan_fi = models.CharField(max_length=300, blank=True)
    slogan_sv = models.CharField(max_length=300, blank=True)
    slogan_en = models.CharField(max_length=300, blank=True)
    coordinator_name = models.CharField(max_length=200, blank=True)
    start = models.DateField()
    end = models.DateField()
    shown_as_of = models.DateField(null=True)  # the day pages open on when the programme is over; empty = today
    previous_meeting = models.DateField(null=True)  # "changed since" is counted from here
    light_on_course = models.DecimalField(max_digits=3, decimal_places=2, default=Decimal("0.90"))
    light_late = models.DecimalField(max_digits=3, decimal_places=2, default=Decimal("0.70"))
    example_data = models.BooleanField(default=False)  # its monitoring data is invented; said wherever it shows
    municipalities = models.ManyToManyField(Municipality, through="ProgrammeMunicipality", related_name="programmes")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(end__gte=models.F("start")), name="programme_ends_after_start"),
            models.CheckConstraint(
                condition=models.Q(light_on_course__gte=models.F("light_late")), name="programme_lights_in_order"
            ),
        ]

    def __str__(self) -> str:
        return self.name_fi

    @property
    def name(self) -> Translated:
        return Translated(self.name_fi, self.name_sv, self.name_en)

    @property
    def slogan(self) -> Translated:
        return Translated(self.slogan_fi, self.slogan_sv, self.slogan_en)

    def day_shown(self, today: date) -> date:
        """Return the day its pages open on: today while it runs, else the day set for it."""
        return self.shown_as_of or today


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class ProgrammeMunicipality(models.Model):
    """A municipality in the programme's framework, outside it but served, or a neighbour on the map."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Standing(models.TextChoices):
        IN_FRAMEWORK = "in_framework"
        SERVED = "served"
        NEIGHBOUR = "neighbour"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="municipality_links")
    municipality = models.ForeignKey(Municipality, models.PROTECT, related_name="programme_links")
    standing = models.CharField(max_length=20, choices=Standing, default=Standing.IN_FRAMEWORK)
    tile_row = models.PositiveSmallIntegerField(null=True)  # place on the tile map, counted from 0 at the top left
    tile_column = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "municipality"], name="municipality_once_per_programme")
        ]

    def __str__(self) -> str:
        return f"{self.programme_id}:{self.municipality_id}"

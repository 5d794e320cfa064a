"""Organisations that carry out the plan."""

from typing import ClassVar

import pghistory
from django.db import models
from django.db.models import Q

from hankekori.areas.programmes.models import Programme
from hankekori.areas.regions.models import Municipality


@pghistory.track()
class Organisation(models.Model):
    """An organisation of one programme's network."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="organisations")
    name = models.CharField(max_length=300)
    business_id = models.CharField(max_length=9, blank=True)  # Y-tunnus with hyphen
    kind = models.CharField(max_length=100, blank=True)  # as the official descriptions name it
    municipality = models.ForeignKey(Municipality, models.PROTECT, null=True, related_name="organisations")
    may_be_person = models.BooleanField(default=False)  # looks like a sole trader: never in exports or public pages
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "name"], name="organisation_name_once"),
            models.CheckConstraint(
                condition=Q(business_id="") | Q(business_id__regex=r"^\d{7}-\d$"), name="business_id_has_its_form"
            ),
        ]

    def __str__(self) -> str:
        return self.name

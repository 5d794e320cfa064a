"""The programme's communication plan, version by version."""

from typing import ClassVar

import pghistory
from django.db import models

from hankekori.areas.programmes.models import Programme

TEXTS = ("audiences", "messages", "channels", "actions")


@pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())
class CommunicationPlan(models.Model):
    """A version of the plan: prepared until the working group approves it, never edited after."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="communication_plans")
    number = models.PositiveSmallIntegerField()
    audiences = models.TextField(blank=True)
    messages = models.TextField(blank=True)
    channels = models.TextField(blank=True)
    actions = models.TextField(blank=True)
    adopted_on = models.DateField(null=True)  # empty = still being prepared

    class Meta:
        constraints = [models.UniqueConstraint(fields=["programme", "number"], name="communication_plan_number_once")]

    def __str__(self) -> str:
        return f"{self.programme_id}:{self.number}"

"""What pages keep of their own: the views of lists that a person has named."""

from typing import ClassVar

from django.db import models

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme


class SavedView(models.Model):
    """A list as one person wants it again: its filters, columns and order. Written by basket.saved_views."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000, blank=True)  # of the address, without "?"

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "user", "name"], name="saved_view_name_once_per_person")
        ]

    def __str__(self) -> str:
        return self.name

"""What pages keep of their own: the views that a person has named, for oneself or for every reader."""

from typing import ClassVar

from django.db import models

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme


class SavedView(models.Model):
    """A page as one person wants it again: the query of its address under a name. Written by saved_views."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset()

    class Page(models.TextChoices):
        BASKET = "basket"
        COMPILE = "compile"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    page = models.CharField(max_length=10, choices=Page, default=Page.BASKET)
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=2000, blank=True)  # of the address, without "?"
    shared = models.BooleanField(default=False)  # offered to every reader of the programme

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme", "user", "page", "name"], name="saved_view_name_once_per_page")
        ]

    def __str__(self) -> str:
        return self.name

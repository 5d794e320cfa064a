"""Uploads that wait to be looked at and saved."""

from typing import ClassVar

from django.db import models
from django.db.models import F

from hankekori.areas.accounts.models import User
from hankekori.areas.programmes.models import Programme


class ImportDraft(models.Model):
    """One batch of files: shown first, saved later from the very same bytes.

    `state` changes through actions and tasks of this app only. The files go when it is saved or discarded.
    """

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"preview", "result"})  # may show a contact person's name

    class State(models.TextChoices):
        PREVIEWED = "previewed"
        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="import_drafts")
    uploaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    state = models.CharField(max_length=20, choices=State, default=State.PREVIEWED)
    mappings = models.JSONField(default=dict)  # columns chosen by hand: {file name: {column: field}}
    fingerprint = models.CharField(max_length=64)  # of the plan that was shown
    preview = models.JSONField(default=dict)  # see drafts.preview_of
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(null=True)  # see drafts.result_of
    error = models.JSONField(null=True)  # why it failed: {"fi", "sv", "en"}

    class Meta:
        indexes = [models.Index(F("programme"), F("created_at").desc(), name="newest_drafts")]  # the import page

    def __str__(self) -> str:
        return f"{self.programme_id}:{self.pk}:{self.state}"


class ImportFile(models.Model):
    """One file of a draft."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"content"})

    draft = models.ForeignKey(ImportDraft, models.CASCADE, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=500)
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "position"], name="import_file_position_once")]

    def __str__(self) -> str:
        return self.name


class EpisodeDraft(models.Model):
    """A sheet of employment episodes that was read and waits to be saved or discarded; gone after either."""

    PERSONAL: ClassVar[frozenset[str]] = frozenset({"lines", "faults"})

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="+")
    uploaded_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()
    lines = models.JSONField()  # [[row, {field: text}], ...], see episode_sheets.EpisodeLine
    faults = models.JSONField()  # see core.cells.CellFault

    def __str__(self) -> str:
        return f"{self.programme_id}:{self.pk}"

"""Reading drafts of imports."""

from django.db.models import QuerySet

from hankekori.areas.programmes.models import Programme
from hankekori.exchange.models import ImportDraft
from hankekori.exchange.plans import ImportPlan, plan_import
from hankekori.exchange.uploads import Intake, UploadedFile


def drafts_of(programme: Programme) -> QuerySet[ImportDraft]:
    """Give the programme's drafts, newest first."""
    return ImportDraft.objects.filter(programme=programme).order_by("-created_at", "-pk")


def draft_with_id(programme: Programme, draft: int) -> ImportDraft | None:
    return ImportDraft.objects.filter(programme=programme, pk=draft).first()


def intake_of_draft(draft: ImportDraft) -> Intake:
    """Give the files of a draft as they were uploaded."""
    files = draft.files.order_by("position").values_list("name", "content")
    return Intake(tuple(UploadedFile(name, bytes(content)) for name, content in files), ())


def plan_of_draft(draft: ImportDraft) -> ImportPlan:
    """Plan a draft's files as things stand now, by the columns chosen; reads the files again."""
    mappings = {file: {int(column): field for column, field in one.items()} for file, one in draft.mappings.items()}
    return plan_import(intake_of_draft(draft), programme=draft.programme, mappings=mappings)

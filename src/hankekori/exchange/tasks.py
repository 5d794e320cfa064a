"""Imports that a worker saves in the background."""

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from hankekori.areas.accounts.models import User
from hankekori.exchange import actions
from hankekori.exchange.models import ImportDraft
from hankekori.exchange.progress import ShownProgress


def queue_import(*, draft: ImportDraft, by: User) -> ImportDraft:
    """Hand a draft over to a worker; its state and progress are read from the draft."""
    with transaction.atomic():
        queued = actions.queue_draft(by=by, now=timezone.now(), draft=draft)
        apply_import_draft.configure(queueing_lock=f"import-{draft.pk}").defer(draft_id=draft.pk, user_id=by.pk)
    return queued


@app.task(name="exchange.apply_import_draft", queue="imports", lock="imports")
def apply_import_draft(draft_id: int, user_id: int | None) -> None:
    """Save the draft, unless somebody discarded it meanwhile."""
    draft = ImportDraft.objects.filter(pk=draft_id).first()
    if draft is None:
        return
    by = User.objects.filter(pk=user_id).first() if user_id else None
    with ShownProgress(draft_id) as progress:
        actions.apply_draft(by=by, now=timezone.now(), draft=draft, progress=progress)


@app.periodic(cron="20 3 * * *", periodic_id="discard-old-import-drafts")
@app.task(name="exchange.discard_old_drafts", queue="imports")
def discard_old_drafts(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic task
    """Drop drafts and their files after a week."""
    actions.discard_old_drafts(by=None, now=timezone.now())

"""Imports that a worker saves in the background."""

from django.db import transaction
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app

from hankekori.areas.accounts.models import User
from hankekori.exchange import actions
from hankekori.exchange.models import ImportDraft
from hankekori.exchange.progress import ShownProgress

MOST_TRIES = 3  # of an import whose worker is cut off; it may be the import that brings the worker down


def queue_import(*, draft: ImportDraft, by: User) -> ImportDraft:
    """Hand a draft over to a worker; its state and progress are read from the draft."""
    with transaction.atomic():
        queued = actions.queue_draft(by=by, now=timezone.now(), draft=draft)
        job = apply_import_draft.configure(lock=f"imports-{draft.programme_id}")
        job.defer(draft_id=draft.pk, user_id=by.pk)
    return queued


@app.task(name="exchange.apply_import_draft", queue="imports", pass_context=True)
def apply_import_draft(context: JobContext, draft_id: int, user_id: int) -> None:
    """Save the draft, unless somebody discarded it meanwhile."""
    draft = ImportDraft.objects.filter(pk=draft_id).first()
    if draft is None:
        return
    by, now = User.objects.filter(pk=user_id).first(), timezone.now()
    if context.job.attempts >= MOST_TRIES:
        actions.give_up_draft(by=by, now=now, draft=draft)
        return
    with ShownProgress(draft_id) as progress:
        actions.run_draft(by=by, now=now, draft=draft, progress=progress)


@app.periodic(cron="20 3 * * *", periodic_id="discard-old-import-drafts")
@app.task(name="exchange.discard_old_drafts", queue="imports")
def discard_old_drafts(timestamp: int) -> None:  # noqa: ARG001 - given to every periodic task
    """Drop drafts and their files after a week."""
    actions.discard_old_drafts(by=None, now=timezone.now())

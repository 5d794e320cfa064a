"""Writing drafts of imports: kept, looked at, saved, discarded."""

# ruff: noqa: ARG001 - every action takes by and now

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.db import transaction

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated
from hankekori.exchange.applying import ImportResult, PlanOutdatedError, Progress, apply_import
from hankekori.exchange.drafts import not_imported, preview_of, result_of, without_nul, words_of
from hankekori.exchange.models import EpisodeDraft, ImportDraft, ImportFile
from hankekori.exchange.plans import ImportPlan, plan_import
from hankekori.exchange.queries import plan_of_draft
from hankekori.exchange.readings import Mapped, NotImported
from hankekori.exchange.uploads import Intake

KEPT_FOR = timedelta(days=7)
_State = ImportDraft.State
_WAITING = (_State.PREVIEWED, _State.FAILED)  # for somebody to save or discard
_UNDER_WAY = (_State.QUEUED, _State.RUNNING)
_log = logging.getLogger(__name__)


class DraftStateError(DomainError):
    """The draft has been saved already, or is being saved."""

    def __init__(self) -> None:
        super().__init__(_ALREADY)


@transaction.atomic
def create_draft(*, by: User | None, now: datetime, programme: Programme, intake: Intake) -> ImportDraft:
    """Keep the files and the plan of what they would do; a file that holds an identity code is not kept.

    The plan itself, with the faulty cells of spreadsheets: queries.plan_of_draft.
    """
    plan = plan_import(intake, programme=programme)
    refused = [one for one in plan.not_imported if one.identity_code]
    if refused:
        kept = {one.file for one in refused}
        intake = Intake(tuple(file for file in intake.files if file.name not in kept), intake.refused)
        plan = plan_import(intake, programme=programme)
    draft = ImportDraft.objects.create(
        programme=programme,
        uploaded_by=by,
        created_at=now,
        fingerprint=plan.fingerprint,
        preview=_preview(plan, refused),
    )
    ImportFile.objects.bulk_create(
        ImportFile(draft=draft, position=position, name=file.name[:500], content=file.content)
        for position, file in enumerate(intake.files)
    )
    return draft


@transaction.atomic
def choose_columns(
    *,
    by: User | None,
    now: datetime,
    draft: ImportDraft,
    mappings: Mapping[str, Mapped],
) -> ImportDraft:
    """Read a draft's spreadsheets by the columns somebody chose: {file name: {column: field}}."""
    locked = _locked(draft.pk)
    if locked.state not in _WAITING:
        raise DraftStateError
    locked.mappings = {
        file: {str(column): field for column, field in chosen.items()} for file, chosen in mappings.items()
    }
    return _shown_anew(locked)


def queue_draft(*, by: User | None, now: datetime, draft: ImportDraft) -> ImportDraft:
    """Mark a draft as waiting for a worker; tasks.queue_import calls this and hands the draft over."""
    with transaction.atomic():
        locked = _locked(draft.pk)
        if locked.state not in _WAITING:
            raise DraftStateError
        locked.state, locked.error, locked.done, locked.total = _State.QUEUED, None, 0, 0
        locked.save(update_fields=["state", "error", "done", "total"])
        return locked


def save_draft(*, by: User | None, now: datetime, draft: ImportDraft) -> ImportResult | None:
    """Save at once what a draft's preview shows and drop its files; None when it failed, and the draft says why.

    Not to be called inside a transaction: a failure is written to the draft after everything is taken back. If what
    is stored has changed since the preview, nothing is saved and the draft shows a new preview.
    """
    with _failure_told(draft), transaction.atomic():
        locked = _locked(draft.pk)
        if locked.state not in _WAITING:
            raise DraftStateError
        return _apply(locked, by=by, now=now, progress=lambda _done, _total: None)
    return None


def run_draft(*, by: User | None, now: datetime, draft: ImportDraft, progress: Progress) -> ImportResult | None:
    """Save a draft that was queued, as save_draft; others see its state and progress meanwhile.

    A worker that was cut off can do it again, and two at once do it once: the second finds nothing left to do.
    """
    if not ImportDraft.objects.filter(pk=draft.pk, state__in=_UNDER_WAY).update(state=_State.RUNNING, error=None):
        return None
    with _failure_told(draft), transaction.atomic():
        Programme.objects.select_for_update(no_key=True).get(pk=draft.programme_id)
        running = ImportDraft.objects.filter(pk=draft.pk, state=_State.RUNNING).first()
        return _apply(running, by=by, now=now, progress=progress) if running else None
    return None


def give_up_draft(*, by: User | None, now: datetime, draft: ImportDraft) -> None:
    """Mark a queued draft as failed because its saving was cut off again and again."""
    _fail(draft, _CUT_OFF)


def discard_draft(*, by: User | None, now: datetime, draft: ImportDraft) -> None:
    """Drop a draft and its files; nothing of it was saved."""
    with transaction.atomic():
        locked = _locked(draft.pk)
        if locked.state not in _WAITING:
            raise DraftStateError
        locked.delete()


def discard_old_drafts(*, by: User | None, now: datetime) -> int:
    """Drop drafts older than a week, saved or not, of episodes too; returns how many."""
    old = ImportDraft.objects.filter(created_at__lt=now - KEPT_FOR).exclude(state__in=_UNDER_WAY)
    count = old.count()
    old.delete()
    waiting, _ = EpisodeDraft.objects.filter(created_at__lt=now - KEPT_FOR).delete()
    return count + waiting


def _apply(draft: ImportDraft, *, by: User | None, now: datetime, progress: Progress) -> ImportResult:
    plan = plan_of_draft(draft)
    if plan.fingerprint != draft.fingerprint:
        raise PlanOutdatedError
    result = apply_import(plan=plan, by=by, now=now, progress=progress)
    saved = result.created + result.changed
    ImportDraft.objects.filter(pk=draft.pk).update(
        state=_State.DONE, result=without_nul(result_of(result)), error=None, done=saved, total=saved
    )
    draft.files.all().delete()
    return result


@contextmanager
def _failure_told(draft: ImportDraft) -> Iterator[None]:
    """Write to the draft why its saving failed; what nobody expected goes to the log as well."""
    try:
        yield
    except DraftStateError:
        raise
    except PlanOutdatedError as error:
        with transaction.atomic():
            _fail(_shown_anew(_locked(draft.pk)), error.message)
    except DomainError as error:
        _fail(draft, error.message)
    except Exception:  # noqa: BLE001 - whatever it is, the draft must not look as if it were still being saved
        _log.exception("Import draft %s was not saved", draft.pk)
        _fail(draft, _UNEXPECTED)


def _locked(draft: int) -> ImportDraft:
    return ImportDraft.objects.select_for_update().get(pk=draft)


def _shown_anew(draft: ImportDraft) -> ImportDraft:
    plan = plan_of_draft(draft)
    draft.fingerprint, draft.preview = plan.fingerprint, _preview(plan, ())
    draft.save(update_fields=["fingerprint", "preview", "mappings"])
    return draft


def _preview(plan: ImportPlan, refused: Sequence[NotImported]) -> dict[str, object]:
    preview = preview_of(plan)
    left_out = [*refused, *(NotImported(file, None, _NOT_KEPT) for file in dict.fromkeys(one.file for one in refused))]
    preview["not_imported"] += [not_imported(one) for one in left_out]
    preview["counts"]["not_imported"] += len(left_out)
    cleaned: dict[str, object] = without_nul(preview)
    return cleaned


def _fail(draft: ImportDraft, reason: Translated) -> None:
    ImportDraft.objects.filter(pk=draft.pk).exclude(state=_State.DONE).update(
        state=_State.FAILED, error=words_of(reason)
    )


_ALREADY = Translated(
    "Tuonti on jo tallennettu tai tallennetaan parhaillaan.",
    "Importen har redan sparats eller sparas just nu.",
    "The import has been saved already or is being saved.",
)
_NOT_KEPT = Translated(
    "Koko tiedosto jätetään pois henkilötunnuksen takia. Poista tunnus ja tuo tiedosto uudelleen.",
    "Hela filen lämnas bort på grund av personbeteckningen. Ta bort den och importera filen på nytt.",
    "The whole file is left out because of the identity code. Remove it and import the file again.",
)
_UNEXPECTED = Translated(
    "Tallennus keskeytyi virheeseen, eikä mitään tallennettu. Yritä uudelleen.",
    "Ett fel avbröt sparandet och ingenting sparades. Försök igen.",
    "An error stopped the saving and nothing was saved. Try again.",
)
_CUT_OFF = Translated(
    "Tallennus katkesi kolme kertaa, eikä mitään tallennettu. Tuo tiedostot pienemmissä erissä.",
    "Sparandet avbröts tre gånger och ingenting sparades. Importera filerna i mindre omgångar.",
    "The saving was cut off three times and nothing was saved. Import the files in smaller batches.",
)

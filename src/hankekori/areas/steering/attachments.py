"""Files and frozen reports beside the matters of an agenda."""

# ruff: noqa: ARG001 - every action takes by and now; history.action records by

import hashlib
from datetime import datetime
from pathlib import PurePosixPath

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.errors import NotInProgrammeError
from hankekori.areas.history import action
from hankekori.areas.rounds.errors import FileRefusedError
from hankekori.areas.rounds.files import check_file, file_name
from hankekori.areas.steering.models import AgendaItem, Attachment
from hankekori.areas.steering.preparing import BEFORE_END, lock_item
from hankekori.core.texts import Translated

MOST_PER_ITEM = 20
SUFFIXES = (
    *(".pdf", ".docx", ".doc", ".odt", ".xlsx", ".xls", ".ods", ".pptx", ".ppt", ".odp"),
    *(".txt", ".csv", ".png", ".jpg", ".jpeg"),
)


@action("steering.attach_file")
def attach_file(
    *, by: User | None, now: datetime, item: AgendaItem, name: str, content_type: str, content: bytes
) -> Attachment:
    """Keep a file beside a matter, until the meeting ends; the same file again is the one that is there."""
    current = lock_item(item, *BEFORE_END)
    name = file_name(name)
    check_file(name, content_type, content, kept=0)
    if PurePosixPath(name).suffix.lower() not in SUFFIXES:
        raise FileRefusedError(_WRONG_TYPE.filled(name=name))
    sha256 = hashlib.sha256(content).hexdigest()
    kept = current.attachments.filter(report__isnull=True, sha256=sha256).first()
    if kept is not None:
        return kept
    if current.attachments.count() >= MOST_PER_ITEM:
        raise FileRefusedError(_TOO_MANY.filled(n=MOST_PER_ITEM))
    return Attachment.objects.create(
        programme_id=current.programme_id,
        item=current,
        name=name,
        content_type=content_type[:100],
        content=content,
        sha256=sha256,
        added_at=now,
        added_by=by,
    )


@action("steering.attach_report")
def attach_report(*, by: User | None, now: datetime, item: AgendaItem, report: FrozenReport) -> Attachment:
    """Put a frozen report beside a matter, once."""
    current = lock_item(item, *BEFORE_END)
    if report.programme_id != current.programme_id:
        raise NotInProgrammeError("report")
    attached, _is_new = Attachment.objects.get_or_create(
        programme_id=current.programme_id,
        item=current,
        report=report,
        defaults={
            "name": report.title or str(report),
            "sha256": report.sha256,
            "added_at": now,
            "added_by": by,
        },
    )
    return attached


@action("steering.remove_attachment")
def remove_attachment(*, by: User | None, now: datetime, attachment: Attachment) -> None:
    """Take a file or a report from beside a matter; a frozen report itself stays."""
    lock_item(attachment.item, *BEFORE_END)
    Attachment.objects.filter(pk=attachment.pk).delete()


_WRONG_TYPE = Translated(
    fi="Tiedostoa {name} ei voi liittää. Liitä PDF, toimisto-ohjelman tiedosto, teksti tai kuva.",
    sv="Filen {name} kan inte bifogas. Bifoga en PDF, en kontorsfil, en textfil eller en bild.",
    en="The file {name} cannot be attached. Attach a PDF, an office document, a text or a picture.",
)
_TOO_MANY = Translated(
    fi="Asialla on jo {n} liitettä. Poista niistä jokin ensin.",
    sv="Ärendet har redan {n} bilagor. Ta bort någon av dem först.",
    en="The matter has {n} attachments already. Remove one of them first.",
)

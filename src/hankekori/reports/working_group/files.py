"""The report as files: frozen first, then written in every format beside each other."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.kinds import WORKING_GROUP
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.archive.queries import latest_before
from hankekori.areas.errors import DomainError
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import LANGUAGES, Language, Translated
from hankekori.reports.document import Document
from hankekori.reports.frozen_files import file_stem, written_as
from hankekori.reports.kinds import KINDS
from hankekori.reports.snapshots import freeze
from hankekori.reports.working_group.report import build_report

KIND = WORKING_GROUP
ENDINGS = KINDS[KIND].endings


class ReportFolderError(DomainError):
    """The folder cannot be made or written to."""

    def __init__(self, folder: Path, error: OSError) -> None:
        super().__init__(_NO_FOLDER.filled(folder=folder, why=error.strerror or error), field="folder")


def draft_report(
    programme: Programme,
    *,
    as_of: date,
    known_on: date,
    language: Language,
    decisions_asked: tuple[str, ...] = (),
) -> Document:
    """Build the report, compared with the newest frozen one of an earlier day.

    Raises TamperedReportError or UnreadableReportError where that one cannot be opened.
    """
    return build_report(
        programme,
        as_of=as_of,
        known_on=known_on,
        language=language,
        decisions_asked=decisions_asked,
        previous=latest_before(programme, kind=KIND, as_of=as_of),
    )


def freeze_report(
    programme: Programme,
    *,
    by: User | None,
    now: datetime,
    as_of: date,
    known_on: date,
    language: Language,
    decisions_asked: tuple[str, ...] = (),
) -> FrozenReport:
    """Freeze the report as draft_report builds it; raises what it raises."""
    document = draft_report(
        programme, as_of=as_of, known_on=known_on, language=language, decisions_asked=decisions_asked
    )
    return freeze(document, by=by, now=now, programme=programme, kind=KIND, as_of=as_of, known_on=known_on)


def write_files(
    programme: Programme,
    *,
    as_of: date,
    language: str,
    folder: Path,
    now: datetime,
    by: User | None = None,
    known_on: date | None = None,
) -> list[Path]:
    """Freeze the report and write it as HTML, PDF, DOCX, XLSX and the frozen JSON; known on today unless said.

    A file appears whole or not at all. Raises ReportFolderError before anything is frozen.
    """
    with _reported(folder):
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / ".try", b"")
        (folder / ".try").unlink()
    known = known_on or timezone.localtime(now).date()
    frozen = freeze_report(programme, by=by, now=now, as_of=as_of, known_on=known, language=_language(language))
    stem = file_stem(frozen)
    with _reported(folder):
        return [_write(folder / f"{stem}.{ending}", written_as(frozen, ending)) for ending in ENDINGS]


def _language(wanted: str) -> Language:
    return next((language for language in LANGUAGES if language == wanted), "fi")


def _write(path: Path, content: bytes) -> Path:
    handle, unfinished = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(unfinished).chmod(0o644)
        Path(unfinished).replace(path)
    except BaseException:
        Path(unfinished).unlink(missing_ok=True)
        raise
    return path


@contextmanager
def _reported(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ReportFolderError(folder, error) from error


_NO_FOLDER = Translated(
    "Raporttia ei voi kirjoittaa kansioon {folder}: {why}.",
    "Rapporten kan inte skrivas i mappen {folder}: {why}.",
    "The report cannot be written to the folder {folder}: {why}.",
)

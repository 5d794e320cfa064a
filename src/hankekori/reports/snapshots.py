"""Freezing a report: canonical JSON with its SHA-256, and opening it again as it was."""

import hashlib
from dataclasses import replace
from datetime import date, datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.actions import keep
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.errors import DomainError
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated
from hankekori.reports.canonical_json import NotADocumentError, from_json, to_canonical_json
from hankekori.reports.document import Document, Fact, Facts


class TamperedReportError(DomainError):
    """The kept bytes are not those the report was frozen with."""

    def __init__(self, report: FrozenReport) -> None:
        super().__init__(_TAMPERED.filled(day=report.as_of.isoformat()))


class UnreadableReportError(DomainError):
    """The report was frozen in a form that this version does not read."""

    def __init__(self, report: FrozenReport) -> None:
        super().__init__(_UNREADABLE.filled(day=report.as_of.isoformat()))


def freeze(
    document: Document,
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    kind: str,
    as_of: date,
    known_on: date,
) -> FrozenReport:
    """Keep the document as canonical JSON; the same document frozen before is given back as it is."""
    return keep(
        to_canonical_json(document),
        by=by,
        now=now,
        programme=programme,
        kind=kind,
        title=document.title,
        language=document.language,
        as_of=as_of,
        known_on=known_on,
    )


def open_frozen(report: FrozenReport) -> Document:
    """Read the document back; raises TamperedReportError or UnreadableReportError."""
    content = frozen_bytes(report)
    try:
        return from_json(content)
    except NotADocumentError as error:
        raise UnreadableReportError(report) from error


def frozen_bytes(report: FrozenReport) -> bytes:
    """Give the canonical JSON as it was frozen; raises TamperedReportError when it does not fit the hash."""
    content = bytes(report.document)
    if hashlib.sha256(content).hexdigest() != report.sha256:
        raise TamperedReportError(report)
    return content


def with_fingerprint(document: Document, sha256: str) -> Document:
    """End the document with the hash of the frozen report; for files, never for freezing."""
    fact = Fact(_FINGERPRINT.in_language(document.language), in_groups(sha256))
    return replace(document, blocks=(*document.blocks, Facts((fact,))))


def in_groups(sha256: str) -> str:
    """Write the hash so that it can be read and breaks at the end of a line."""
    return " ".join(sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP))


_GROUP = 8
_FINGERPRINT = Translated(
    "Jäädytetyn raportin SHA-256", "Den frysta rapportens SHA-256", "SHA-256 of the frozen report"
)
_TAMPERED = Translated(
    "Jäädytettyä raporttia {day} on muutettu jäädyttämisen jälkeen: sen sisältö ei enää vastaa tiivistettä. "
    "Raporttia ei avata. Palauta se varmuuskopiosta tai jäädytä uusi samalta päivältä.",
    "Den frysta rapporten {day} har ändrats efter frysningen: innehållet stämmer inte längre med kontrollsumman. "
    "Rapporten öppnas inte. Återställ den från en säkerhetskopia eller frys en ny för samma dag.",
    "The frozen report {day} has been changed since it was frozen: its content no longer matches its checksum. "
    "It is not opened. Restore it from a backup or freeze a new one of the same day.",
)
_UNREADABLE = Translated(
    "Raportti {day} on jäädytetty muodossa, jota tämä Hankekorin versio ei lue. Päivitä Hankekori.",
    "Rapporten {day} är fryst i en form som denna version av Hankekori inte läser. Uppdatera Hankekori.",
    "The report {day} was frozen in a form that this version of Hankekori does not read. Update Hankekori.",
)

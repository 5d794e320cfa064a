"""Freezing a report: canonical JSON with its SHA-256, and opening it again as it was."""

import hashlib
from dataclasses import replace
from datetime import date, datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.errors import DomainError
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated
from hankekori.reports.canonical_json import from_json, to_canonical_json
from hankekori.reports.document import Document, Fact, Facts
from hankekori.reports.models import FrozenReport


class TamperedReportError(DomainError):
    """The kept bytes are not those the report was frozen with."""

    def __init__(self, report: FrozenReport) -> None:
        super().__init__(_TAMPERED.filled(day=report.as_of.isoformat()))


@action("reports.freeze")
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
    content = to_canonical_json(document)
    report, _ = FrozenReport.objects.get_or_create(
        programme=programme,
        sha256=hashlib.sha256(content).hexdigest(),
        defaults={
            "kind": kind,
            "language": document.language,
            "as_of": as_of,
            "known_on": known_on,
            "document": content,
            "frozen_at": now,
            "frozen_by": by,
        },
    )
    return report


def open_frozen(report: FrozenReport) -> Document:
    """Read the document back; raises TamperedReportError when the bytes do not fit the hash."""
    return from_json(frozen_bytes(report))


def frozen_bytes(report: FrozenReport) -> bytes:
    """Give the canonical JSON as it was frozen; raises TamperedReportError when it does not fit the hash."""
    content = bytes(report.document)
    if hashlib.sha256(content).hexdigest() != report.sha256:
        raise TamperedReportError(report)
    return content


def latest_before(programme: Programme, *, kind: str, as_of: date) -> FrozenReport | None:
    """Find the newest frozen report of an earlier day."""
    earlier = FrozenReport.objects.filter(programme=programme, kind=kind, as_of__lt=as_of)
    return earlier.order_by("-as_of", "-known_on", "-frozen_at", "-pk").first()


def with_fingerprint(document: Document, sha256: str) -> Document:
    """Add the hash of the frozen report to the last facts of the document; for files, never for freezing."""
    groups = [place for place, block in enumerate(document.blocks) if isinstance(block, Facts)]
    fact = Fact(_FINGERPRINT.in_language(document.language), _in_groups(sha256))
    if not groups:
        return replace(document, meta=(*document.meta, fact))
    blocks, last = list(document.blocks), groups[-1]
    blocks[last] = Facts(
        (*(item for block in [blocks[last]] if isinstance(block, Facts) for item in block.items), fact)
    )
    return replace(document, blocks=tuple(blocks))


def _in_groups(sha256: str) -> str:
    return " ".join(sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP))


_GROUP = 8  # so that the long hash can be read and breaks at the end of a line
_FINGERPRINT = Translated(
    "Jäädytetyn raportin SHA-256", "Den frysta rapportens SHA-256", "SHA-256 of the frozen report"
)
_TAMPERED = Translated(
    "Jäädytetty raportti {day} ei vastaa tiivistettään, joten sitä ei avata.",
    "Den frysta rapporten {day} stämmer inte med sin kontrollsumma och öppnas inte.",
    "The frozen report {day} does not match its fingerprint and is not opened.",
)

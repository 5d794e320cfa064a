"""Keeping reports as they were given."""

import hashlib
from datetime import date, datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.history import action
from hankekori.areas.programmes.models import Programme


@action("reports.freeze")
def keep(
    content: bytes,
    *,
    by: User | None,
    now: datetime,
    programme: Programme,
    kind: str,
    title: str,
    language: str,
    as_of: date,
    known_on: date,
) -> FrozenReport:
    """Keep canonical JSON with its SHA-256; the same content kept before is given back as it is."""
    report, _ = FrozenReport.objects.get_or_create(
        programme=programme,
        sha256=hashlib.sha256(content).hexdigest(),
        defaults={
            "kind": kind,
            "title": title,
            "language": language,
            "as_of": as_of,
            "known_on": known_on,
            "document": content,
            "frozen_at": now,
            "frozen_by": by,
        },
    )
    return report

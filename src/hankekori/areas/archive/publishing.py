"""Making a frozen report public, and taking it back."""

from datetime import datetime

from hankekori.areas.accounts.models import User
from hankekori.areas.archive.errors import NotPublishableError
from hankekori.areas.archive.kinds import PUBLISHABLE
from hankekori.areas.archive.models import FrozenReport, Publication
from hankekori.areas.history import action


@action("archive.publish")
def publish(*, by: User, now: datetime, report: FrozenReport) -> Publication:
    """Let anyone read the report; one that is public already stays as it is. Raises NotPublishableError."""
    if report.kind not in PUBLISHABLE:
        raise NotPublishableError
    published, _is_new = Publication.objects.get_or_create(
        programme_id=report.programme_id,
        report=report,
        withdrawn_at=None,
        defaults={"published_at": now, "published_by": by},
    )
    return published


@action("archive.withdraw")
def withdraw(*, by: User, now: datetime, publication: Publication) -> None:
    """Take the report from everyone's eyes; that it was public, and when, stays."""
    Publication.objects.filter(pk=publication.pk, withdrawn_at=None).update(withdrawn_at=now, withdrawn_by=by)

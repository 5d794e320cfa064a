"""The frozen reports of a programme, without their documents: those are read only when a report is opened."""

from datetime import date

from django.db.models import QuerySet

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.programmes.models import Programme

_LARGEST_KEY = 2**63 - 1  # the database's whole number


def reports_of(programme: Programme) -> QuerySet[FrozenReport]:
    """List the frozen reports, newest day first, with who froze them."""
    found = FrozenReport.objects.filter(programme=programme).select_related("programme", "frozen_by").defer("document")
    return found.order_by("-as_of", "-known_on", "-frozen_at", "-pk")


def report_with_key(programme: Programme, key: int) -> FrozenReport | None:
    """Find one report of the programme; its document is read when it is first asked for."""
    return reports_of(programme).filter(pk=key).first() if key <= _LARGEST_KEY else None


def latest_before(programme: Programme, *, kind: str, as_of: date) -> FrozenReport | None:
    """Find the newest frozen report of an earlier day."""
    return reports_of(programme).filter(kind=kind, as_of__lt=as_of).first()

"""The frozen reports of a programme, without their documents: those are read only when a report is opened."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from hankekori.areas.archive.kinds import OF_MEETINGS
from hankekori.areas.archive.models import FrozenReport, Publication
from hankekori.areas.programmes.models import Programme

_LARGEST_KEY = 2**63 - 1  # the database's whole number


def reports_of(programme: Programme, *, of_meetings: bool = True) -> QuerySet[FrozenReport]:
    """List the frozen reports, newest day first, with who froze them; or without agendas and minutes."""
    found = FrozenReport.objects.filter(programme=programme).select_related("programme", "frozen_by").defer("document")
    if not of_meetings:
        found = found.exclude(kind__in=OF_MEETINGS)
    return found.order_by("-as_of", "-known_on", "-frozen_at", "-pk")


def annotate_is_public(reports: QuerySet[FrozenReport]) -> QuerySet[FrozenReport]:
    """Add is_public: whether anyone may read the report now."""
    return reports.annotate(is_public=Exists(_in_force().filter(report=OuterRef("pk"))))


def years_of(programme: Programme) -> list[int]:
    """List the years the frozen reports tell of, newest first."""
    years = FrozenReport.objects.filter(programme=programme).order_by().values_list("as_of__year", flat=True)
    return sorted(set(years.distinct()), reverse=True)


def report_with_key(programme: Programme, key: int) -> FrozenReport | None:
    """Find one report of the programme; its document is read when it is first asked for."""
    return reports_of(programme).filter(pk=key).first() if key <= _LARGEST_KEY else None


def latest_before(programme: Programme, *, kind: str, as_of: date) -> FrozenReport | None:
    """Find the newest frozen report of an earlier day."""
    return reports_of(programme).filter(kind=kind, as_of__lt=as_of).first()


def publication_of(report: FrozenReport) -> Publication | None:
    """Give the publication in force."""
    return _in_force().filter(programme=report.programme_id, report=report).first()


def publications_of(slug: str) -> QuerySet[Publication]:
    """List what is public of the programme with the slug, newest day first; reports without their documents."""
    found = _in_force().filter(programme__slug=slug, report__programme__slug=slug)
    loaded = found.select_related("programme", "report__programme").defer("report__document")
    return loaded.order_by("-report__as_of", "-published_at", "-pk")


def publication_with_report(slug: str, key: int) -> Publication | None:
    """Find what is public by its report."""
    return publications_of(slug).filter(report=key).first() if key <= _LARGEST_KEY else None


def _in_force() -> QuerySet[Publication]:
    return Publication.objects.filter(withdrawn_at__isnull=True)

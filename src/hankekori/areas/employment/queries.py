"""Reading episodes, for the office only, and the published counts, for everybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from hankekori.areas.employment.models import EmploymentEpisode, FrozenCounts
from hankekori.areas.employment.publication import PublishedTables, episode_of, read_tables
from hankekori.areas.monitoring.ledger_sums import known_before
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.employment import Gender, count_episodes
from hankekori.core.periods import Period


@dataclass(frozen=True, slots=True)
class EpisodeFigure:
    """What episodes say of an indicator of a project's report."""

    total: Decimal
    women: Decimal


def episodes_of(programme: Programme) -> QuerySet[EmploymentEpisode]:
    """List the episodes, newest first."""
    return EmploymentEpisode.objects.filter(programme=programme).order_by("-pk")


def episode_with_code(programme: Programme, code: str) -> EmploymentEpisode | None:
    return episodes_of(programme).filter(code=code).select_related("project", "municipality").first()


def employer_names(programme: Programme, business_ids: Iterable[str]) -> dict[str, str]:
    """Name employers by their Y-tunnus; those the programme does not know are not in it."""
    known = Organisation.objects.filter(programme=programme, business_id__in=set(business_ids)).order_by("-pk")
    return dict(known.exclude(business_id="").values_list("business_id", "name"))


def episode_figures(project: Project, period: Period) -> dict[str, EpisodeFigure]:
    """Count what a project's episodes say of the office's own indicators in a period, by code; one query.

    A code the project has no episode for is there with zeros; without any episode at all there is nothing.
    """
    rows = EmploymentEpisode.objects.filter(
        programme=project.programme_id, project=project, start_month__lte=period.end
    )
    everyone = [episode_of(row) for row in rows]
    if not everyone:
        return {}
    women = [episode for episode in everyone if episode.gender is Gender.WOMAN]
    all_counts, women_counts = (count_episodes(each, since=period.start, day=period.end) for each in (everyone, women))
    return {
        code: EpisodeFigure(Decimal(getattr(all_counts, name)), Decimal(getattr(women_counts, name)))
        for code, name in _FIELDS_OF_CODES.items()
    }


def publications_of(programme: Programme) -> QuerySet[FrozenCounts]:
    """List the publications, newest first, without what stands behind them."""
    return FrozenCounts.objects.filter(programme=programme).defer("basis").order_by("-day", "-pk")


def newest_publication(programme: Programme, *, by: date, known_on: date) -> PublishedTables | None:
    """Give the newest counts of a day up to `by` that had been published by the end of `known_on`."""
    found = publications_of(programme).filter(day__lte=by, published_at__lt=known_before(known_on)).first()
    return read_tables(found) if found else None


_FIELDS_OF_CODES = {
    "HK-EMP-DURING": "started",
    "HK-EMP-PM": "person_months",
}

"""Reading the basket: its list with filters and sums, a project's page, projects side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.db.models import Count, F, Q, QuerySet, Sum

from hankekori.areas.plan.models import Measure
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Description, Funding, Project, ProjectMeasure, ProjectMunicipality
from hankekori.areas.regions.models import Municipality
from hankekori.core.funding import FundingSum, FundingTotals, share_used


class ProjectQuerySet(QuerySet[Project]):
    """The projects of one programme; each filter narrows, an empty value does not."""

    def with_words(self, text: str) -> Self:
        """Keep those whose code, name or implementer has every word."""
        found = self
        for word in text.split():
            found = found.filter(
                Q(code__istartswith=word) | Q(name__icontains=word) | Q(implementer__name__icontains=word)
            )
        return found

    def of_kind(self, *kinds: str) -> Self:
        return self.filter(kind__in=kinds) if kinds else self

    def at_stage(self, *stages: str) -> Self:
        return self.filter(stage__in=stages) if stages else self

    def in_state(self, *states: str) -> Self:
        return self.filter(basket_state__in=states) if states else self

    def followed(self) -> Self:
        """Keep those proposed, in the basket, left, or with a share in a measure."""
        linked = ProjectMeasure.objects.filter(programme=F("project__programme")).values("project")
        return self.filter(~Q(basket_state=Project.BasketState.OUTSIDE) | Q(pk__in=linked))

    def of_fund(self, *funds: str) -> Self:
        return self.filter(fund__in=funds) if funds else self

    def in_measure(self, measure: int | None) -> Self:
        return self.filter(pk__in=_linked(measure__pk=measure)) if measure else self

    def in_objective(self, objective: int | None) -> Self:
        return self.filter(pk__in=_linked(measure__objective=objective)) if objective else self

    def in_municipality(self, code: str) -> Self:
        """Keep those that work in the municipality with the three-digit code."""
        if not code:
            return self
        located = ProjectMunicipality.objects.filter(municipality__code=code)
        return self.filter(pk__in=located.values("project"))

    def of_implementer(self, organisation: int | None) -> Self:
        return self.filter(implementer=organisation) if organisation else self

    def running_between(self, first: date | None, last: date | None) -> Self:
        """Keep those with a running day between the two, both included; without dates a project always runs."""
        found = self
        if first:
            found = found.filter(Q(end__isnull=True) | Q(end__gte=first))
        if last:
            found = found.filter(Q(start__isnull=True) | Q(start__lte=last))
        return found

    def sorted_by(self, key: str) -> Self:
        """Order by a column of the list, with a minus for the other way; unknown columns order by code."""
        column = key.removeprefix("-")
        field = F(SORTED_COLUMNS.get(column, "code"))
        ordered = field.desc(nulls_last=True) if key.startswith("-") else field.asc(nulls_last=True)
        return self.order_by(ordered, "code", "name", "id")

    def for_list(self) -> Self:
        """Bring along what a row of the list shows; two more queries whatever the number of rows."""
        return self.select_related("implementer").prefetch_related("municipalities", "measure_links__measure")


SORTED_COLUMNS = {
    "code": "code",
    "name": "name",
    "implementer": "implementer__name",
    "start": "start",
    "end": "end",
    "stage": "stage",
    "state": "basket_state",
    "granted": "granted_eu_state",
    "realised": "realised_eu_state",
    "planned_public": "planned_public",
    "realised_public": "realised_public",
}


def basket(programme: Programme) -> ProjectQuerySet:
    """List the programme's projects, those outside the basket too; narrow with in_state or followed."""
    return ProjectQuerySet(Project).filter(programme=programme)


def funding_of(projects: ProjectQuerySet) -> FundingTotals:
    """Add up the official sums of the listed projects, as core.funding.sum_funding does; one query."""
    pairs = {"eu_state": ("realised_eu_state", "granted_eu_state"), "public": ("realised_public", "planned_public")}
    sums: dict[str, Any] = {"projects": Count("id")}
    for name in _SUMS:
        sums |= {f"{name}_sum": Sum(name), f"{name}_count": Count(name)}
    for pair, (realised, planned) in pairs.items():
        both = Q((f"{realised}__isnull", False), (f"{planned}__isnull", False))
        sums |= {f"{pair}_realised": Sum(realised, filter=both), f"{pair}_planned": Sum(planned, filter=both)}
    row = projects.order_by().aggregate(**sums)
    granted, realised_eu, planned_public, realised_public = (
        FundingSum(row[f"{name}_sum"], row[f"{name}_count"], row["projects"] - row[f"{name}_count"]) for name in _SUMS
    )
    eu_state, public = (share_used(row[f"{pair}_realised"], row[f"{pair}_planned"]) for pair in pairs)
    return FundingTotals(granted, realised_eu, planned_public, realised_public, eu_state, public)


@dataclass(frozen=True, slots=True)
class MeasureShare:
    """A measure a project carries out and the part of the project that does it."""

    measure: Measure
    share: Decimal


@dataclass(frozen=True, slots=True)
class ProjectPage:
    """A project with what its page shows; implementer and authority come along on the project."""

    project: Project
    municipalities: tuple[Municipality, ...]
    measures: tuple[MeasureShare, ...]
    funding: tuple[Funding, ...]
    description: Description | None  # the latest one read, without the document's bytes


def project_page(programme: Programme, code: str) -> ProjectPage | None:
    """Give the page of a project of the programme by its code; five queries."""
    return _page(basket(programme).filter(code=code))


def project_page_by_id(programme: Programme, key: int) -> ProjectPage | None:
    """Give the page of a project that may have no code; five queries."""
    return _page(basket(programme).filter(pk=key))


def side_by_side(programme: Programme, codes: Sequence[str]) -> list[Project]:
    """Give projects to compare, in the order asked for; unknown codes are left out; three queries."""
    found = {project.code: project for project in basket(programme).filter(code__in=codes).for_list()}
    return [found[code] for code in dict.fromkeys(codes) if code in found]


def _page(found: ProjectQuerySet) -> ProjectPage | None:
    project = found.select_related("programme", "implementer", "authority").first()
    if project is None:
        return None
    links = ProjectMeasure.objects.filter(programme=project.programme, project=project)
    links = links.select_related("measure", "measure__objective").order_by("measure__position", "measure")
    return ProjectPage(
        project=project,
        municipalities=tuple(project.municipalities.order_by("name_fi", "id")),
        measures=tuple(MeasureShare(link.measure, link.share) for link in links),
        funding=tuple(
            Funding.objects.filter(programme=project.programme, project=project).order_by("year", "source", "id")
        ),
        description=latest_description(project),
    )


def descriptions_of(project: Project) -> QuerySet[Description]:
    """List the official descriptions read of a project, newest first, without the documents' bytes."""
    found = Description.objects.filter(programme=project.programme_id, project=project)
    return found.defer("document").order_by("-read_at", "-id")


def latest_description(project: Project) -> Description | None:
    return descriptions_of(project).first()


def _linked(**conditions: int | None) -> QuerySet[ProjectMeasure, Any]:
    return ProjectMeasure.objects.filter(**conditions).values("project")


_SUMS = ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public")

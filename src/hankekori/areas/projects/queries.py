"""Reading the basket: its list and sums, a project's page."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Self

from django.db.models import Case, Count, F, Prefetch, Q, QuerySet, Subquery, Sum, When
from django.db.models.functions import Lower

from hankekori.areas.plan.models import Measure
from hankekori.areas.plan.queries import version_in_force_of
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Description, Funding, Project, ProjectMeasure
from hankekori.areas.regions.models import Municipality
from hankekori.core.funding import FundingSum, FundingTotals, share_used


class ProjectQuerySet(QuerySet[Project]):
    """The projects of one programme."""

    def followed(self) -> Self:
        """Keep those proposed, in the basket, left, or with a share in a measure."""
        linked = ProjectMeasure.objects.filter(programme=F("project__programme")).values("project")
        return self.filter(~Q(basket_state=Project.BasketState.OUTSIDE) | Q(pk__in=linked))

    def sorted_by(self, key: str) -> Self:
        """Order by a column of the list, with a minus for the other way; unknown columns order by code.

        States and stages stand in the order of the life cycle, names in that of the alphabet whatever their case.
        """
        column = key.removeprefix("-")
        field = _ORDERS.get(column) or F(SORTED_COLUMNS.get(column, "code"))
        ordered = field.desc(nulls_last=True) if key.startswith("-") else field.asc(nulls_last=True)
        return self.order_by(ordered, "code", "name", "id")

    def for_list(self, *rows_beside: "str | Prefetch[str]") -> Self:
        """Bring along what a row of a list shows, without the long texts, and the named rows beside the project."""
        return self.select_related("implementer").defer(*_LONG_TEXTS).prefetch_related(*rows_beside)


def _place_in(field: str, choices: Iterable[str]) -> Case:
    return Case(*(When(**{field: choice}, then=place) for place, choice in enumerate(choices)), default=None)


_ORDERS = {
    "name": Lower("name"),
    "implementer": Lower("implementer__name"),
    "state": _place_in("basket_state", Project.BasketState.values),
    "stage": _place_in("stage", Project.Stage.values),
}
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


def _page(found: ProjectQuerySet) -> ProjectPage | None:
    project = found.select_related("programme", "implementer", "authority").first()
    if project is None:
        return None
    links = links_in_force().filter(programme=project.programme, project=project)
    return ProjectPage(
        project=project,
        municipalities=tuple(project.municipalities.order_by("name_fi", "id")),
        measures=tuple(MeasureShare(link.measure, link.share) for link in links),
        funding=tuple(
            Funding.objects.filter(programme=project.programme, project=project).order_by("year", "source", "id")
        ),
        description=latest_description(project),
    )


def links_in_force() -> QuerySet[ProjectMeasure]:
    """List the shares of projects in the measures of their programmes' plans in force, in the plan's order."""
    links = ProjectMeasure.objects.filter(
        measure__objective__plan_version=Subquery(version_in_force_of("programme").values("pk"))
    )
    return links.select_related("measure__objective").order_by(
        "measure__objective__position", "measure__position", "measure"
    )


def descriptions_of(project: Project) -> QuerySet[Description]:
    """List the official descriptions read of a project, newest first, without the documents' bytes."""
    found = Description.objects.filter(programme=project.programme_id, project=project)
    return found.defer("document").order_by("-read_at", "-id")


def latest_description(project: Project) -> Description | None:
    return descriptions_of(project).first()


_LONG_TEXTS = (
    "summary",
    "communication_plan",
    "dissemination_plan",
    "final_report_summary",
    "target_group_direct",
    "target_group_indirect",
)
_SUMS = ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public")

"""The basket in sums that pages show: projects by municipality, funds and their period."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.projects.models import Project
from hankekori.core.texts import Translated

# Two names are in use for one fund; the shell words its note by the English ones.
_FUND_NAMES = {"ESR": "ESF", "EAKR": "ERDF"}


@dataclass(frozen=True, slots=True)
class MunicipalityCount:
    """A municipality of the programme or its map, and how many projects work there."""

    code: str
    name: Translated
    is_own: bool  # in the programme's framework or served by it
    projects: int
    tile_row: int | None
    tile_column: int | None
    boundary: dict[str, Any] | None
    boundary_source: str


def municipality_counts(programme: Programme) -> list[MunicipalityCount]:
    """Count the programme's projects in each of its municipalities and neighbours; one query."""
    links = (
        ProgrammeMunicipality.objects.filter(programme=programme)
        .select_related("municipality")
        .annotate(
            projects=Count(
                "municipality__project_links", filter=Q(municipality__project_links__programme=programme), distinct=True
            )
        )
        .order_by("standing", "municipality__name_fi", "pk")
    )
    return [_count(link) for link in links]


def funds_of(programme: Programme) -> tuple[set[str], str]:
    """Give the funds of the programme's projects and their newest programming period; one query."""
    rows = set(Project.objects.filter(programme=programme).exclude(fund="").values_list("fund", "programme_period"))
    return {_FUND_NAMES.get(fund, fund) for fund, _ in rows}, max((period for _, period in rows), default="")


def _count(link: ProgrammeMunicipality) -> MunicipalityCount:
    municipality = link.municipality
    return MunicipalityCount(
        code=municipality.code,
        name=municipality.name,
        is_own=link.standing != ProgrammeMunicipality.Standing.NEIGHBOUR,
        projects=link.projects,  # type: ignore[attr-defined]  # added by annotate
        tile_row=link.tile_row,
        tile_column=link.tile_column,
        boundary=municipality.boundary,
        boundary_source=municipality.boundary_source,
    )

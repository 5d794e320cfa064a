"""The municipalities of the programme with their projects: boundaries when they are loaded, else tiles."""

import json
from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from hankekori.areas.projects.summaries import MunicipalityCount
from hankekori.charts.inline_maps import map_svg, tile_svg
from hankekori.charts.values import MapArea, MunicipalityMap, MunicipalityTiles, Tile
from hankekori.pages.door import Door
from hankekori.web.tables import Column, DataTable, Link


def municipality_picture(counts: Sequence[MunicipalityCount], door: Door, language: str) -> dict[str, Any] | None:
    """Draw the map with its table beside it; the source of the boundaries is named under the map."""
    if not counts:
        return None
    sources = sorted({line.boundary_source for line in counts if line.boundary_source})
    caption = _("Kuntarajat: %(source)s") % {"source": " ".join(sources)} if _has_boundaries(counts) else ""
    return {"svg": _svg(counts, language), "table": _table(counts, door), "caption": caption}


def _svg(counts: Sequence[MunicipalityCount], language: str) -> str:
    unit = _("hanketta")
    if _has_boundaries(counts):
        areas = tuple(
            MapArea(line.code, line.name.in_language(language), json.dumps(line.boundary), line.projects, line.is_own)
            for line in counts
        )
        return map_svg(MunicipalityMap(areas, unit), language)
    tiles = tuple(
        Tile(line.name.in_language(language), line.tile_row, line.tile_column, line.projects, line.is_own)
        for line in counts
        if line.tile_row is not None and line.tile_column is not None
    )
    return tile_svg(MunicipalityTiles(tiles, unit), language)


def _has_boundaries(counts: Sequence[MunicipalityCount]) -> bool:
    return all(line.boundary for line in counts)


def _table(counts: Sequence[MunicipalityCount], door: Door) -> DataTable:
    return DataTable(
        caption=_("Hankkeet kunnittain"),
        columns=[
            Column(key="name", label=_("Kunta")),
            Column(key="own", label=_("Suunnitelman kunta")),
            Column(key="projects", label=_("Hankkeita"), kind="number"),
        ],
        rows=[[line.name, _("kyllä") if line.is_own else _("ei"), _projects(line, door)] for line in counts],
    )


def _projects(line: MunicipalityCount, door: Door) -> Link | int:
    """Open the number to its projects in the basket."""
    if not line.projects:
        return 0
    return Link(str(line.projects), f"{reverse('basket', args=[door.programme.slug])}?kunta={line.code}")

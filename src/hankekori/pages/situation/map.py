"""The municipalities of the programme with their projects: boundaries when they are loaded, else tiles."""

import json
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.projects.summaries import MunicipalityCount
from hankekori.charts.inline_maps import map_svg, tile_svg
from hankekori.charts.values import MapArea, MunicipalityMap, MunicipalityTiles, Tile
from hankekori.web.tables import Column, DataTable


def municipality_picture(counts: Sequence[MunicipalityCount], language: str) -> dict[str, Any] | None:
    """Draw the map with its table beside it; the source of the boundaries is named under the map."""
    if not counts:
        return None
    sources = {line.boundary_source for line in counts if line.boundary}
    return {"svg": _svg(counts, language), "table": _table(counts), "caption": " ".join(sorted(sources))}


def _svg(counts: Sequence[MunicipalityCount], language: str) -> str:
    unit = _("hanketta")
    if all(line.boundary for line in counts):
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


def _table(counts: Sequence[MunicipalityCount]) -> DataTable:
    return DataTable(
        caption=_("Hankkeet kunnittain"),
        columns=[
            Column(key="name", label=_("Kunta")),
            Column(key="own", label=_("Suunnitelman kunta")),
            Column(key="projects", label=_("Hankkeita"), kind="number"),
        ],
        rows=[[line.name, _("kyllä") if line.is_own else _("ei"), line.projects] for line in counts],
    )

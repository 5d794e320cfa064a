"""Municipalities for web pages, as a tile map or from their boundaries: plain SVG with classes only."""

from html import escape

from hankekori.charts import wording
from hankekori.charts.geometry import Point, Polygon, Shape, shape_of
from hankekori.charts.inline_picture import picture
from hankekori.charts.values import MapArea, MunicipalityMap, MunicipalityTiles, Number, Tile

_TILE, _GAP = 90, 6  # drawing units
_LETTERS, _LINE = 10, 18  # letters that fit on a tile, and from one line to the next
_MAP_HEIGHT = 480
_SHADES = 4


def tile_svg(chart: MunicipalityTiles, language: str) -> str:
    """Draw the programme's municipalities as squares where they lie, each with its figure."""
    if not chart.tiles:
        return ""
    left, top = min(tile.column for tile in chart.tiles), min(tile.row for tile in chart.tiles)
    width = (max(tile.column for tile in chart.tiles) - left + 1) * (_TILE + _GAP)
    height = (max(tile.row for tile in chart.tiles) - top + 1) * (_TILE + _GAP)
    highest = max((tile.value for tile in chart.tiles if tile.value is not None), default=0)
    said = ", ".join(_tile_in_words(tile, language) for tile in chart.tiles)
    label = f"{wording.MUNICIPALITIES.in_language(language)}: {said} {chart.unit}".rstrip()
    squares = "".join(_tile(tile, left, top, highest, language) for tile in chart.tiles)
    return picture("tile-map", width, height, label, squares)


def map_svg(chart: MunicipalityMap, language: str) -> str:
    """Draw municipalities by value from their boundaries; name and value are written on each."""
    if not chart.areas:
        return ""
    shape = shape_of(chart.areas)
    scale = _MAP_HEIGHT / shape.height
    highest = max((area.value for area in chart.areas if area.value is not None), default=0)
    drawn = sorted(zip(chart.areas, shape.polygons, strict=True), key=lambda pair: pair[0].emphasised)
    outlines = [_outline(area, _path(polygons, shape, scale), highest) for area, polygons in drawn]
    labels = [
        _area_label(area, _on_sheet(centre, shape, scale), language)
        for area, centre in zip(chart.areas, shape.centres, strict=True)
    ]
    said = ", ".join(_area_in_words(area, language) for area in chart.areas if area.value is not None)
    label = f"{wording.MUNICIPALITIES.in_language(language)}: {said} {chart.unit}".rstrip()
    return picture("map", round(shape.width * scale), _MAP_HEIGHT, label, "".join((*outlines, *labels)))


def _tile(tile: Tile, left: int, top: int, highest: Number, language: str) -> str:
    x, y = (tile.column - left) * (_TILE + _GAP), (tile.row - top) * (_TILE + _GAP)
    names = f"tile {_shade(tile.value, highest)}{' in' if tile.emphasised else ''}"
    figure = "" if tile.value is None else wording.written_number(tile.value, language)
    lines = _name_lines(tile.name)
    return (
        f'<g class="{names}"><rect x="{x + 2}" y="{y + 2}" width="{_TILE}" height="{_TILE}" rx="4"/>'
        f'<text class="name" y="{y + 26}">{_name(lines, x)}</text>'
        f'<text class="value" x="{x + 10}" y="{y + 32 + _LINE * len(lines)}">{escape(figure)}</text></g>'
    )


def _name_lines(name: str) -> list[str]:
    """Part a long name of several words in two: `Gustav Adolfs`."""
    return name.rsplit(" ", 1) if len(name) > _LETTERS else [name]


def _name(lines: list[str], x: int) -> str:
    return " ".join(_name_line(line, x, at) for at, line in enumerate(lines))


def _name_line(line: str, x: int, at: int) -> str:
    """Set one line, narrowed when it would run over its tile: `Kristiinankaupunki`."""
    narrowed = f' textLength="{_TILE - 12}" lengthAdjust="spacingAndGlyphs"' if len(line) > _LETTERS else ""
    return f'<tspan x="{x + 10}" dy="{_LINE if at else 0}"{narrowed}>{escape(line)}</tspan>'


def _tile_in_words(tile: Tile, language: str) -> str:
    if tile.value is None:
        return f"{tile.name} {wording.NO_FIGURE.in_language(language)}"
    return f"{tile.name} {wording.written_number(tile.value, language)}"


def _outline(area: MapArea, path: str, highest: Number) -> str:
    names = f"area {_shade(area.value, highest)}{' in' if area.emphasised else ''}"
    return f'<path class="{names}" d="{path}"/>'


def _path(polygons: tuple[Polygon, ...], shape: Shape, scale: float) -> str:
    rings = (ring for polygon in polygons for ring in polygon)
    return "".join(
        "M" + "L".join("{:g},{:g}".format(*_on_sheet(point, shape, scale)) for point in ring) + "Z" for ring in rings
    )


def _on_sheet(point: Point, shape: Shape, scale: float) -> Point:
    return round((point[0] - shape.left) * scale, 1), round(_MAP_HEIGHT - (point[1] - shape.bottom) * scale, 1)


def _area_label(area: MapArea, place: Point, language: str) -> str:
    x, y = place
    figure = "" if area.value is None else wording.written_number(area.value, language)
    return (
        f'<text class="name" x="{x:g}" y="{y:g}" text-anchor="middle">{escape(area.name)}</text>'
        f'<text class="value" x="{x:g}" y="{y + 18:g}" text-anchor="middle">{escape(figure)}</text>'
    )


def _area_in_words(area: MapArea, language: str) -> str:
    return f"{area.name} {wording.written_number(area.value, language)}"


def _shade(value: Number | None, highest: Number) -> str:
    if value is None:
        return "shade-none"
    return f"shade-{round(float(value) * _SHADES / float(highest)) if highest else 0}"

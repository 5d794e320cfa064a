"""Boundaries on a flat sheet: longitudes are narrowed by the cosine of the middle latitude."""

import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hankekori.charts.values import MapArea

type Point = tuple[float, float]
type Ring = tuple[Point, ...]
type Polygon = tuple[Ring, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """The areas' polygons in the order given, with a place for each label; y grows to the north."""

    polygons: tuple[tuple[Polygon, ...], ...]
    centres: tuple[Point, ...]
    left: float
    bottom: float
    width: float
    height: float


class GeometryError(ValueError):
    """A boundary is not a GeoJSON polygon."""


def shape_of(areas: Sequence[MapArea]) -> Shape:
    """Lay the areas on one sheet."""
    raw = [_polygons(area.geometry) for area in areas]
    latitudes = [y for polygons in raw for polygon in polygons for ring in polygon for _, y in ring]
    if not latitudes:
        raise GeometryError("there is no area to draw")
    narrowing = math.cos(math.radians((min(latitudes) + max(latitudes)) / 2))
    flat = tuple(tuple(_flat(polygon, narrowing) for polygon in polygons) for polygons in raw)
    xs = [x for polygons in flat for polygon in polygons for ring in polygon for x, _ in ring]
    return Shape(
        polygons=flat,
        centres=tuple(_centre(max(polygons, key=lambda polygon: abs(_area(polygon[0])))[0]) for polygons in flat),
        left=min(xs),
        bottom=min(latitudes),
        width=(max(xs) - min(xs)) or 1.0,
        height=(max(latitudes) - min(latitudes)) or 1.0,
    )


def _polygons(geometry: str) -> list[Polygon]:
    shape = json.loads(geometry)
    match shape.get("type"):
        case "Polygon":
            parts = [shape["coordinates"]]
        case "MultiPolygon":
            parts = shape["coordinates"]
        case other:
            raise GeometryError(f"a boundary is a Polygon or a MultiPolygon, not {other}")
    return [tuple(tuple((point[0], point[1]) for point in ring) for ring in part) for part in parts]


def _flat(polygon: Polygon, narrowing: float) -> Polygon:
    return tuple(tuple((round(x * narrowing, 5), y) for x, y in ring) for ring in polygon)


def _area(ring: Ring) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in _sides(ring)) / 2


def _centre(ring: Ring) -> Point:
    area = _area(ring)
    if not area:
        return ring[0]
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in _sides(ring)) / (6 * area)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in _sides(ring)) / (6 * area)
    return round(x, 5), round(y, 5)


def _sides(ring: Ring) -> Iterable[tuple[Point, Point]]:
    return zip(ring, (*ring[1:], ring[0]), strict=True)

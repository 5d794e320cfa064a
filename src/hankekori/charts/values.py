"""What a chart shows, as plain values; the same values serve pages, reports and the table beside the picture."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hankekori.core.status import Light

type Number = int | Decimal


@dataclass(frozen=True, slots=True)
class BulletBar:
    """One result: what there is, what was expected by now and what is aimed at."""

    label: str
    actual: Number | None
    expected: Number | None
    target: Number | None
    unit: str = ""
    light: Light | None = None


@dataclass(frozen=True, slots=True)
class BulletBars:
    bars: tuple[BulletBar, ...]


@dataclass(frozen=True, slots=True)
class CoursePoint:
    """One day of a course; a value that is not known on that day is None, never zero."""

    day: date
    expected: Number | None = None
    actual: Number | None = None
    low: Number | None = None  # forecast range
    likely: Number | None = None
    high: Number | None = None


@dataclass(frozen=True, slots=True)
class CourseLine:
    points: tuple[CoursePoint, ...]
    planned: Number | None = None  # the target at the end, drawn as a level
    unit: str = ""
    today: date | None = None


@dataclass(frozen=True, slots=True)
class TimelineRow:
    label: str
    start: date
    end: date | None  # None: no end is known, the bar runs to the edge
    light: Light | None = None


@dataclass(frozen=True, slots=True)
class ProjectTimeline:
    rows: tuple[TimelineRow, ...]
    today: date | None = None


@dataclass(frozen=True, slots=True)
class MapArea:
    """A municipality with its boundary."""

    code: str
    name: str
    geometry: str  # GeoJSON Polygon or MultiPolygon as text, WGS84
    value: Number | None = None
    emphasised: bool = False  # one of the programme's own municipalities


@dataclass(frozen=True, slots=True)
class MunicipalityMap:
    areas: tuple[MapArea, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Tile:
    name: str
    row: int
    column: int
    value: Number | None = None
    emphasised: bool = False


@dataclass(frozen=True, slots=True)
class MunicipalityTiles:
    tiles: tuple[Tile, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class StackedBar:
    """One row of a picture of parts; a part that is not known is None and has no length."""

    label: str
    parts: tuple[Number | None, ...]  # in the order of the series

    @property
    def whole(self) -> Number | None:
        """The sum of the known parts."""
        known = [part for part in self.parts if part is not None]
        return sum(known) if known else None


@dataclass(frozen=True, slots=True)
class StackedBars:
    """Rows of parts laid after each other; one series is a plain bar."""

    series: tuple[str, ...]
    bars: tuple[StackedBar, ...]
    unit: str = ""


type Chart = BulletBars | StackedBars | CourseLine | ProjectTimeline | MunicipalityMap | MunicipalityTiles

"""Charts that tests draw."""

import json
from datetime import date
from decimal import Decimal

from hankekori.charts.values import (
    BulletBar,
    BulletBars,
    CourseLine,
    CoursePoint,
    MapArea,
    MunicipalityMap,
    MunicipalityTiles,
    ProjectTimeline,
    StackedBar,
    StackedBars,
    Tile,
    TimelineRow,
)
from hankekori.core.status import Light

DAY = date(2012, 4, 30)


def square(left: float, bottom: float) -> str:
    ring = [[left, bottom], [left + 0.5, bottom], [left + 0.5, bottom + 0.25], [left, bottom + 0.25], [left, bottom]]
    return json.dumps({"type": "Polygon", "coordinates": [ring]})


def bars(label: str = "Yritysten aktivointi") -> BulletBars:
    return BulletBars(
        (
            BulletBar(label, 61, 92, 155, "työpaikkaa", Light.AT_RISK),
            BulletBar("Kaavoitettu ala", Decimal("64.5"), 30, 52, "ha", Light.ON_COURSE),
            BulletBar("Valtion alueellistaminen", None, None, 10, light=Light.NOT_MEASURED),
        )
    )


def course() -> CourseLine:
    return CourseLine(
        (
            CoursePoint(date(2009, 12, 31), expected=20, actual=0),
            CoursePoint(date(2010, 12, 31), expected=60),
            CoursePoint(date(2011, 12, 31), expected=92, actual=61, low=61, likely=61, high=61),
            CoursePoint(date(2014, 12, 31), expected=155, low=90, likely=110, high=150),
        ),
        planned=155,
        unit="työpaikkaa",
        today=DAY,
    )


def timeline(label: str = "OKSA-projekti") -> ProjectTimeline:
    return ProjectTimeline(
        (
            TimelineRow(label, date(2009, 6, 1), date(2012, 5, 31), Light.LATE),
            TimelineRow("Avoin hanke", date(2011, 4, 1), None),
        ),
        today=DAY,
    )


def municipality_map(name: str = "Heinola") -> MunicipalityMap:
    return MunicipalityMap(
        (
            MapArea("111", name, square(26.0, 61.0), 12, emphasised=True),
            MapArea("081", "Hartola", square(26.0, 61.25), 0, emphasised=True),
            MapArea("398", "Lahti", square(25.5, 61.0)),
        ),
        "hanketta",
    )


def tiles(name: str = "Heinola") -> MunicipalityTiles:
    return MunicipalityTiles(
        (Tile(name, 2, 1, 12, emphasised=True), Tile("Hartola", 0, 1, 0), Tile("Lahti", 3, 1)), "hanketta"
    )


def stacks(label: str = "Heinola") -> StackedBars:
    return StackedBars(
        ("ESR", "EAKR"),
        (StackedBar(label, (9, 12)), StackedBar("Sysmä", (None, Decimal("3.5"))), StackedBar("Hartola", (None, None))),
        "työpaikkaa",
    )


ALL = {
    "stacks": stacks(),
    "bars": bars(),
    "course": course(),
    "timeline": timeline(),
    "map": municipality_map(),
    "tiles": tiles(),
}

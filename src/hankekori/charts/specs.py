"""Vega-Lite specifications of the report's charts, from plain values."""

import textwrap
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from hankekori.charts import wording
from hankekori.charts.geometry import Shape, shape_of
from hankekori.charts.lights import LOOKS
from hankekori.charts.values import (
    BulletBar,
    BulletBars,
    Chart,
    CourseLine,
    CoursePoint,
    MunicipalityMap,
    MunicipalityTiles,
    Number,
    ProjectTimeline,
    StackedBars,
    TimelineRow,
)

type Spec = dict[str, Any]

INK, SOFT, LINE, BACK = "#1b232d", "#55606d", "#e2ded5", "#ece8df"
ACCENT, ACCENT_SOFT = "#0a5a63", "#e4f1f2"
SERIES_COLOURS = [ACCENT, "#c48a2c", "#6a5aa6", "#6f9e78", "#a9513f", "#8d949c"]  # told apart in grey too
WIDTH = 500  # pixels inside the axes
_LABEL_WIDTH = 34  # characters on one line of a row's label
_CONFIG: Spec = {
    "aria": False,  # the document gives the picture its text, in the document's language
    "font": "Inter",
    "background": "white",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK,
        "titleColor": SOFT,
        "gridColor": LINE,
        "domainColor": LINE,
        "tickColor": LINE,
        "labelFontSize": 12,
        "titleFontSize": 12,
        "titleFontWeight": 400,
        "labelLimit": 400,
    },
    "text": {"fontSize": 12, "color": INK},
    "legend": {"labelColor": INK, "labelFontSize": 12, "orient": "top", "labelLimit": 300, "titleFontWeight": 400},
}


def spec_of(chart: Chart, language: str) -> Spec:
    """Make the specification of any chart."""
    match chart:
        case BulletBars():
            return bullet_bars(chart, language)
        case StackedBars():
            return stacked_bars(chart, language)
        case CourseLine():
            return course_line(chart, language)
        case ProjectTimeline():
            return project_timeline(chart, language)
        case MunicipalityMap():
            return municipality_map(chart, language)
        case MunicipalityTiles():
            return municipality_tiles(chart, language)


def bullet_bars(chart: BulletBars, language: str) -> Spec:
    """Each row's actual (bar) against expected (upright line), in percent of the row's own target."""
    rows = [_bullet_row(index, bar, language) for index, bar in enumerate(chart.bars)]
    share = {"type": "quantitative", "axis": {"title": wording.SHARE_OF_TARGET.in_language(language), "tickCount": 5}}
    layers = [
        _bar_layer({**share, "field": "whole"}, colour=BACK, size=16),
        _bar_layer({**share, "field": "actual"}, colour=ACCENT, size=10),
        {
            "mark": {"type": "tick", "color": INK, "thickness": 3, "size": 22, "opacity": 1},
            "encoding": {"x": {**share, "field": "expected"}},
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 8},
            "encoding": {"x": {**share, "field": "end"}, "text": {"field": "figures"}},
        },
    ]
    return _rows_spec([bar.label for bar in chart.bars], rows, layers, step=40)


def stacked_bars(chart: StackedBars, language: str) -> Spec:
    """Each row's parts after each other, in the unit of the figure, with the sum at the end."""
    rows = [
        {"row": index, "series": series, "order": place, "value": float(part)}
        for index, bar in enumerate(chart.bars)
        for place, (series, part) in enumerate(zip(chart.series, bar.parts, strict=True))
        if part is not None
    ]
    sums = [
        {"row": index, "end": float(bar.whole or 0), "figures": _written(bar.whole, language) or "○"}
        for index, bar in enumerate(chart.bars)
    ]
    value: Spec = {"type": "quantitative", "axis": {"title": chart.unit or None, "tickCount": 5}}
    colours = {"domain": list(chart.series), "range": SERIES_COLOURS[: len(chart.series)]}
    legend = {"title": None, "columns": 2} if len(chart.series) > 1 else None
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 14},
            "encoding": {
                "x": {**value, "field": "value", "stack": "zero"},
                "color": {"field": "series", "type": "nominal", "scale": colours, "legend": legend},
                "order": {"field": "order", "type": "quantitative"},
            },
        },
        {
            "transform": [{"filter": "isValid(datum.figures)"}],
            "mark": {"type": "text", "align": "left", "dx": 6},
            "encoding": {"x": {**value, "field": "end"}, "text": {"field": "figures"}},
        },
    ]
    layers[0]["transform"] = [{"filter": "isValid(datum.value)"}]
    return _rows_spec([bar.label for bar in chart.bars], [*rows, *sums], layers, step=30)


def course_line(chart: CourseLine, language: str) -> Spec:
    """Draw the expected course, actual values and the forecast with its range; the target is a level."""
    rows = [row for point in chart.points for row in _course_rows(point, language)]
    ranges = [
        {"day": point.day.isoformat(), "low": float(point.low), "high": float(point.high)}
        for point in chart.points
        if point.low is not None and point.high is not None
    ]
    day: Spec = {
        "field": "day",
        "type": "temporal",
        "axis": {"title": None, "format": "%-m/%Y", "labelOverlap": True, "labelSeparation": 12},
    }
    value: Spec = {"type": "quantitative", "axis": {"title": chart.unit or None}}
    layers: list[Spec] = [
        {
            "data": {"values": ranges},
            "mark": {"type": "area", "color": ACCENT, "opacity": 0.15},
            "encoding": {"x": day, "y": {**value, "field": "low"}, "y2": {"field": "high"}},
        },
        {
            "data": {"values": rows},
            "mark": {"type": "line", "strokeWidth": 2.5, "point": {"size": 40, "filled": True}},
            "encoding": {"x": day, "y": {**value, "field": "value"}, **_series_encoding(language)},
        },
    ]
    if chart.planned is not None:
        layers += _level(
            chart.planned, f"{wording.TARGET.in_language(language)} {wording.written_number(chart.planned, language)}"
        )
    if chart.today is not None:
        layers += _day_rule(chart.today, language, below=34)
    return _spec({"width": WIDTH, "height": 260, "layer": layers})


def project_timeline(chart: ProjectTimeline, language: str) -> Spec:
    """One bar for each project from start to end, with its light as shape and word."""
    last = max(
        [row.end for row in chart.rows if row.end] + [row.start for row in chart.rows] + _days(chart.today),
        default=None,
    )
    rows = [_timeline_row(index, row, last, language) for index, row in enumerate(chart.rows)]
    when: Spec = {"type": "temporal", "axis": {"title": None, "format": "%Y", "tickCount": "year", "orient": "top"}}
    layers: list[Spec] = [
        {
            "mark": {"type": "bar", "height": 12, "cornerRadius": 2},
            "encoding": {
                "x": {**when, "field": "start"},
                "x2": {"field": "end"},
                "color": {"field": "colour", "type": "nominal", "scale": None},
            },
        },
        {
            "mark": {"type": "text", "align": "left", "dx": 6},
            "encoding": {"x": {**when, "field": "end"}, "text": {"field": "word"}},
        },
    ]
    if chart.today is not None:
        layers += _day_rule(chart.today, language, below=12)
    return _rows_spec([row.label for row in chart.rows], rows, layers, step=30)


def municipality_map(chart: MunicipalityMap, language: str) -> Spec:
    """Municipalities by value, drawn from the boundaries given; the value is also written on each."""
    shape = shape_of(chart.areas)
    features: list[Spec] = [
        {
            "type": "Feature",
            "geometry": {"type": "MultiPolygon", "coordinates": polygons},
            "properties": {"emphasised": area.emphasised, "value": _plain(area.value)},
        }
        for area, polygons in zip(chart.areas, shape.polygons, strict=True)
    ]
    labels = [
        {"x": x, "y": y, "text": f"{area.name}\n{_written(area.value, language)}".strip()}
        for area, (x, y) in zip(chart.areas, shape.centres, strict=True)
    ]
    outlines: list[Spec] = [
        {
            "data": {"values": features},
            "mark": {"type": "geoshape", "stroke": SOFT, "strokeWidth": 0.6, "invalid": None},
            "encoding": {"color": _value_colour(chart.unit, "properties.value")},
        },
        {
            "data": {"values": [feature for feature in features if feature["properties"]["emphasised"]]},
            "mark": {"type": "geoshape", "filled": False, "stroke": ACCENT, "strokeWidth": 2.5},
        },
    ]
    return _spec(
        {
            "width": _map_width(shape),
            "height": 460,
            "projection": {"type": "identity", "reflectY": True},
            "layer": [*outlines, _map_labels(labels)],
        }
    )


def municipality_tiles(chart: MunicipalityTiles, language: str) -> Spec:
    """One square for each municipality, where it lies on the tile map; the value is also written on it."""
    tiles = [
        {
            "row": tile.row,
            "column": tile.column,
            "value": _plain(tile.value),
            "emphasised": tile.emphasised,
            "name": tile.name,
            "figure": _written(tile.value, language),
        }
        for tile in chart.tiles
    ]
    place: Spec = {
        "x": {"field": "column", "type": "ordinal", "axis": None},
        "y": {"field": "row", "type": "ordinal", "axis": None},
    }
    border = {"condition": {"test": "datum.emphasised", "value": ACCENT}, "value": LINE}
    layers: list[Spec] = [
        {
            "mark": {"type": "rect", "cornerRadius": 4, "strokeWidth": 2, "invalid": None},
            "encoding": {**place, "color": _value_colour(chart.unit, "value"), "stroke": border},
        },
        {"mark": {"type": "text", "dy": -8, "fontWeight": 600}, "encoding": {**place, "text": {"field": "name"}}},
        {"mark": {"type": "text", "dy": 10}, "encoding": {**place, "text": {"field": "figure"}}},
    ]
    return _spec({"data": {"values": tiles}, "width": {"step": 92}, "height": {"step": 72}, "layer": layers})


def _spec(body: Spec) -> Spec:
    return {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "config": _CONFIG, **body}


def _rows_spec(labels: Sequence[str], rows: list[Spec], layers: list[Spec], *, step: int) -> Spec:
    axis = {
        "title": None,
        "labelExpr": "labels[datum.value]",
        "grid": False,
        "ticks": False,
        "domain": False,
        "labelPadding": 8,
    }
    for layer in layers:
        if "data" not in layer:
            layer["encoding"]["y"] = {"field": "row", "type": "ordinal", "axis": axis, "sort": None}
    lines = [textwrap.wrap(label, _LABEL_WIDTH) or [""] for label in labels]
    return _spec(
        {
            "params": [{"name": "labels", "value": lines}],
            "data": {"values": rows},
            "width": WIDTH,
            "height": {"step": max(step, 15 * max(map(len, lines), default=1) + 10)},
            "layer": layers,
        }
    )


def _bar_layer(x: Spec, *, colour: str, size: int) -> Spec:
    return {"mark": {"type": "bar", "color": colour, "height": size, "cornerRadiusEnd": 2}, "encoding": {"x": x}}


def _bullet_row(index: int, bar: BulletBar, language: str) -> Spec:
    actual, expected = _share(bar.actual, bar.target), _share(bar.expected, bar.target)
    light = f" {LOOKS[bar.light].in_words(language)}" if bar.light else ""
    figures = f"{_written(bar.actual, language) or '○'} / {_written(bar.target, language) or '○'} {bar.unit}".rstrip()
    return {
        "row": index,
        "whole": 100 if bar.target else None,
        "actual": actual,
        "expected": expected,
        "end": max(100.0, actual or 0.0, expected or 0.0),
        "figures": f"{figures}{light}",
    }


def _share(value: Number | None, target: Number | None) -> float | None:
    return None if value is None or not target else round(float(value) * 100 / float(target), 1)


def _course_rows(point: CoursePoint, language: str) -> list[Spec]:
    values = ((wording.EXPECTED, point.expected), (wording.ACTUAL, point.actual), (wording.FORECAST, point.likely))
    return [
        {"day": point.day.isoformat(), "value": float(value), "series": series.in_language(language)}
        for series, value in values
        if value is not None
    ]


def _series_encoding(language: str) -> Spec:
    names = [name.in_language(language) for name in (wording.EXPECTED, wording.ACTUAL, wording.FORECAST)]
    looks = {
        "color": [SOFT, ACCENT, ACCENT],
        "strokeDash": [[6, 4], [1, 0], [2, 3]],
        "shape": ["square", "circle", "diamond"],
    }
    series = {"field": "series", "type": "nominal", "legend": {"title": None}}
    return {channel: {**series, "scale": {"domain": names, "range": look}} for channel, look in looks.items()}


def _level(value: Number, text: str) -> list[Spec]:
    at: Spec = {"y": {"datum": float(value), "type": "quantitative"}}
    return [
        {"data": {"values": [{}]}, "mark": {"type": "rule", "color": INK, "strokeWidth": 1}, "encoding": at},
        {
            "data": {"values": [{}]},
            "mark": {"type": "text", "align": "left", "dy": -8, "x": 4, "text": text},
            "encoding": at,
        },
    ]


def _day_rule(day: date, language: str, *, below: int) -> list[Spec]:
    data = {"values": [{"day": day.isoformat()}]}
    x: Spec = {"x": {"field": "day", "type": "temporal"}}
    text = f"{wording.TODAY.in_language(language)} {day.day}.{day.month}.{day.year}"
    return [
        {"data": data, "mark": {"type": "rule", "color": INK, "strokeDash": [2, 2]}, "encoding": x},
        {
            "data": data,
            "mark": {"type": "text", "align": "right", "y": "height", "dy": below, "text": text, "color": SOFT},
            "encoding": x,
        },
    ]


def _timeline_row(index: int, row: TimelineRow, last: date | None, language: str) -> Spec:
    look = LOOKS[row.light] if row.light else None
    end = row.end or last or row.start
    words = [look.in_words(language)] if look else []
    words += [] if row.end else [wording.OPEN_END.in_language(language)]
    return {
        "row": index,
        "start": row.start.isoformat(),
        "end": max(end, row.start + timedelta(days=1)).isoformat(),
        "colour": look.colour if look else ACCENT,
        "word": " · ".join(words),
    }


def _value_colour(unit: str, field: str) -> Spec:
    return {
        "condition": {"test": f"!isValid(datum.{field})", "value": "#f4f2ed"},
        "field": field,
        "type": "quantitative",
        "scale": {"range": [ACCENT_SOFT, "#8fc4ca"], "zero": True},
        "legend": {"title": unit or None, "orient": "bottom", "direction": "horizontal"},
    }


def _map_labels(labels: list[Spec]) -> Spec:
    return {
        "data": {"values": labels},
        "mark": {"type": "text", "lineBreak": "\n", "fontSize": 10.5, "baseline": "middle"},
        "encoding": {
            "longitude": {"field": "x", "type": "quantitative"},
            "latitude": {"field": "y", "type": "quantitative"},
            "text": {"field": "text"},
        },
    }


def _map_width(shape: Shape) -> int:
    return max(160, min(WIDTH, round(460 * shape.width / shape.height)))


def _plain(value: Number | None) -> float | None:
    return None if value is None else float(value)


def _written(value: Number | None, language: str) -> str:
    return "" if value is None else wording.written_number(value, language)


def _days(day: date | None) -> list[date]:
    return [day] if day else []

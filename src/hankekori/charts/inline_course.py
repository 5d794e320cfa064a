"""The course of a figure for web pages: plain SVG with classes only."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from html import escape

from hankekori.charts import wording
from hankekori.charts.inline_picture import picture
from hankekori.charts.values import CourseLine, CoursePoint, Number

_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 730, 300, 60, 700, 16, 260
_HALF_YEAR_TEXT = 40  # half the width of a year's number, at the size it has on a phone
_STEPS = 4  # lines across the plot, at least

type Place = tuple[float, float]


def course_svg(chart: CourseLine, language: str) -> str:
    """Draw expected (dashed), actual (solid with points) and forecast (dotted, with its range as a band)."""
    if not chart.points:
        return ""
    first, last = chart.points[0].day, chart.points[-1].day
    days, top = max((last - first).days, 1), _round_top(_highest(chart))

    def place(point: CoursePoint, value: Number) -> Place:
        x = _LEFT + (point.day - first).days * (_RIGHT - _LEFT) / days
        return round(x, 1), round(_BOTTOM - float(value) * (_BOTTOM - _TOP) / float(top), 1)

    parts = [_grid(top, language), *_years(first, last), *_band(chart, place)]
    parts += [_line(chart, name, place) for name in ("expected", "actual", "likely")]
    parts += [_point(place(point, point.actual)) for point in chart.points if point.actual is not None]
    if chart.planned is not None:
        parts.append(_level(chart.planned, top, language))
    return picture("course", _WIDTH, _HEIGHT, _course_in_words(chart, language), "".join(parts))


def _highest(chart: CourseLine) -> Number:
    values = [value for point in chart.points for value in (point.expected, point.actual, point.likely, point.high)]
    return max((value for value in (*values, chart.planned) if value is not None), default=1)


def _round_top(highest: Number) -> Decimal:
    """Find the least 1, 2, 2.5 or 5 times a power of ten for a step so that the steps reach the highest value."""
    needed = Decimal(highest) / _STEPS
    if needed <= 0:
        return Decimal(_STEPS)
    power = Decimal(10) ** needed.adjusted()
    step = next(power * factor for factor in (1, 2, Decimal("2.5"), 5, 10) if power * factor >= needed)
    return step * _STEPS


def _grid(top: Decimal, language: str) -> str:
    parts = []
    for index in range(_STEPS + 1):
        y = round(_BOTTOM - index * (_BOTTOM - _TOP) / _STEPS, 1)
        text = escape(wording.written_number(top * index / _STEPS, language))
        parts.append(
            f'<line class="grid" x1="{_LEFT}" x2="{_RIGHT}" y1="{y}" y2="{y}"/>'
            f'<text class="step" x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{text}</text>'
        )
    return "".join(parts)


def _years(first: date, last: date) -> Iterator[str]:
    """Mark where each year begins, after the first day."""
    for year in range(first.year + 1, last.year + 2):
        days = (date(year, 1, 1) - first).days
        x = round(_LEFT + days * (_RIGHT - _LEFT) / max((last - first).days, 1), 1)
        if x <= _RIGHT + 1:
            anchor = "middle" if x < _RIGHT - _HALF_YEAR_TEXT else "end"
            yield f'<line class="grid" x1="{x}" x2="{x}" y1="{_BOTTOM}" y2="{_BOTTOM + 6}"/>'
            yield f'<text class="day" x="{x}" y="{_BOTTOM + 24}" text-anchor="{anchor}">{year}</text>'


def _band(chart: CourseLine, place: Callable[[CoursePoint, Number], Place]) -> list[str]:
    upper = [place(point, point.high) for point in chart.points if point.high is not None and point.low is not None]
    lower = [place(point, point.low) for point in chart.points if point.high is not None and point.low is not None]
    return [f'<polygon class="range" points="{_points([*upper, *reversed(lower)])}"/>'] if upper else []


def _line(chart: CourseLine, name: str, place: Callable[[CoursePoint, Number], Place]) -> str:
    places = [place(point, value) for point in chart.points if (value := getattr(point, name)) is not None]
    return f'<polyline class="line {name}" points="{_points(places)}"/>' if places else ""


def _points(places: list[Place]) -> str:
    return " ".join(f"{x:g},{y:g}" for x, y in places)


def _point(place: Place) -> str:
    return f'<circle class="point" cx="{place[0]:g}" cy="{place[1]:g}" r="3.5"/>'


def _level(planned: Number, top: Decimal, language: str) -> str:
    y = round(_BOTTOM - float(planned) * (_BOTTOM - _TOP) / float(top), 1)
    text = f"{wording.TARGET.in_language(language)} {wording.written_number(planned, language)}"
    return (
        f'<line class="target" x1="{_LEFT}" x2="{_RIGHT}" y1="{y}" y2="{y}"/>'
        f'<text class="target" x="{_LEFT + 6}" y="{y - 5:g}">{escape(text)}</text>'
    )


def _course_in_words(chart: CourseLine, language: str) -> str:
    """Say the last value of each series."""
    latest = {
        word: next((value for point in reversed(chart.points) if (value := getattr(point, name)) is not None), None)
        for word, name in ((wording.ACTUAL, "actual"), (wording.EXPECTED, "expected"), (wording.FORECAST, "likely"))
    }
    latest[wording.TARGET] = chart.planned
    said = ", ".join(
        f"{word.in_language(language)} {wording.written_number(value, language)}"
        for word, value in latest.items()
        if value is not None
    )
    return f"{wording.COURSE.in_language(language)}: {said} {chart.unit}".rstrip()

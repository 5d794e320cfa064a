"""Projects on a line of time for web pages: one strip for each project, all to the same scale.

Places are shares of the strip's width, so that it fits any screen with its text in full size.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from hankekori.charts import wording
from hankekori.charts.values import ProjectTimeline, TimelineRow
from hankekori.core.money import format_date, format_range


@dataclass(frozen=True, slots=True)
class TimelineStrips:
    """Years for the head and a strip for each row, in the rows' order."""

    years: str
    strips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def share(self, day: date) -> float:
        """Return the place of a day in percent of the width."""
        return round((day - self.first).days * 100 / max((self.last - self.first).days, 1), 2)

    @property
    def new_years(self) -> Iterator[date]:
        return (date(year, 1, 1) for year in range(self.first.year + 1, self.last.year + 1))


def timeline_strips(chart: ProjectTimeline, language: str) -> TimelineStrips:
    """Draw each row from start to end; an open end runs to the edge and is said in words."""
    if not chart.rows:
        return TimelineStrips("", ())
    days = [day for row in chart.rows for day in (row.start, row.end, chart.today) if day]
    scale = _Scale(min(row.start for row in chart.rows), max(days))
    lines = "".join(_line("year", scale.share(day)) for day in scale.new_years)
    if chart.today and chart.today >= scale.first:
        lines += _line("today", scale.share(chart.today))
    return TimelineStrips(_years(scale), tuple(_strip(row, scale, lines, language) for row in chart.rows))


def _years(scale: _Scale) -> str:
    texts = (f'<text x="{scale.share(day)}%" y="1em" text-anchor="middle">{day.year}</text>' for day in scale.new_years)
    return f'<svg class="strip years" aria-hidden="true">{"".join(texts)}</svg>'


def _strip(row: TimelineRow, scale: _Scale, lines: str, language: str) -> str:
    start, end = scale.share(row.start), scale.share(max(row.end or scale.last, row.start))
    span = f'<rect class="span" x="{start}%" y="50%" width="{max(end - start, 0.3):.2f}%" height="14" rx="2"/>'
    return f'<svg class="strip" role="img" aria-label="{escape(_in_words(row, language))}">{lines}{span}</svg>'


def _line(name: str, share: float) -> str:
    return f'<line class="{name}" x1="{share}%" x2="{share}%" y1="0" y2="100%"/>'


def _in_words(row: TimelineRow, language: str) -> str:
    if row.end:
        return format_range(row.start, row.end, language)
    return f"{format_date(row.start, language)}–, {wording.OPEN_END.in_language(language)}"

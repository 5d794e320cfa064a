"""Stacked bars for web pages, one strip for each row, all to the same scale; the row's name and sum stand beside it."""

from html import escape

from hankekori.charts.values import StackedBar, StackedBars
from hankekori.charts.wording import written_number

MOST_SERIES = 6  # colours there are


def stack_strips(chart: StackedBars, language: str) -> tuple[str, ...]:
    """Draw each row's parts after each other with classes `part-0`, `part-1` ...; a row without length has no strip."""
    most = max((_length(bar) for bar in chart.bars), default=0.0)
    return tuple(_strip(chart, bar, most, language) for bar in chart.bars)


def _length(bar: StackedBar) -> float:
    return sum(float(part) for part in bar.parts if part is not None and part > 0)


def _strip(chart: StackedBars, bar: StackedBar, most: float, language: str) -> str:
    if not most or not _length(bar):
        return ""
    begins, drawn = 0.0, []
    for place, part in enumerate(bar.parts):
        if part is not None and part > 0:
            width = float(part) * 100 / most
            drawn.append(f'<rect class="part-{place}" x="{begins:.2f}" width="{width:.2f}" height="10"/>')
            begins += width
    return (
        '<svg class="stack-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(_in_words(chart, bar, language))}">{"".join(drawn)}</svg>'
    )


def _in_words(chart: StackedBars, bar: StackedBar, language: str) -> str:
    parts = (
        f"{series} {written_number(part, language)}".strip()
        for series, part in zip(chart.series, bar.parts, strict=True)
        if part is not None
    )
    return f"{bar.label}: {', '.join(parts)} {chart.unit}".rstrip()

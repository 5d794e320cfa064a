"""Small pictures for web pages: plain SVG with classes only, coloured by the style sheet, light or dark."""

from datetime import date
from html import escape

from hankekori.charts import wording
from hankekori.charts.inline_picture import picture
from hankekori.charts.lights import LOOKS
from hankekori.charts.values import BulletBar, Number, ProjectTimeline, TimelineRow

_LABELS, _PLOT, _WORDS, _ROW, _TOP = 300, 640, 100, 28, 26
_SHORT_LABEL = 36  # characters that fit beside a timeline bar


def bullet_svg(bar: BulletBar, language: str) -> str:
    """Draw actual (fill) against expected by now (tick) and target (end of the back, or a thin line when passed)."""
    top = _greatest(bar)
    if not top:
        return f'<span class="soft">{escape(wording.LATER.in_language(language))}</span>'
    parts = [f'<rect class="back" y="2" width="{_share(bar.target, top) or 100}" height="6" rx="1"/>']
    if bar.actual is not None:
        parts.append(f'<rect class="fill" y="2" width="{_share(bar.actual, top)}" height="6" rx="1"/>')
    if bar.target and bar.target < top:
        parts.append(f'<rect class="goal" x="{_share(bar.target, top)}" y="1" width="0.5" height="8"/>')
    if bar.expected is not None:
        parts.append(f'<rect class="tick" x="{min(_share(bar.expected, top), 99.1):g}" width="0.9" height="10"/>')
    label = escape(wording.bar_in_words(bar, language))
    return (
        '<svg class="bullet" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{label}">{"".join(parts)}</svg>'
    )


def timeline_svg(chart: ProjectTimeline, language: str) -> str:
    """Draw one bar for each project from start to end; the light's shape and word stand behind the bar."""
    if not chart.rows:
        return ""
    first = min(row.start for row in chart.rows)
    known = [row.end for row in chart.rows if row.end] + [row.start for row in chart.rows]
    last = max([*known, chart.today] if chart.today else known)
    days = max((last - first).days, 1)
    height = _TOP + _ROW * len(chart.rows)
    parts = [_year(year, first, days, height) for year in range(first.year + 1, last.year + 1)]
    parts += [_bar(index, row, first, last, language) for index, row in enumerate(chart.rows)]
    if chart.today and chart.today >= first:
        x = _x(chart.today, first, days)
        parts.append(f'<line class="today" x1="{x}" x2="{x}" y1="{_TOP - 6}" y2="{height}"/>')
    label = f"{wording.TIMELINE.in_language(language)}: {_rows_in_words(chart)}"
    return picture("timeline", _LABELS + _PLOT + _WORDS, height, label, "".join(parts))


def _greatest(bar: BulletBar) -> Number:
    return max(bar.target or 0, bar.actual or 0, bar.expected or 0)


def _share(value: Number | None, top: Number) -> float:
    return 0.0 if value is None else round(float(value) * 100 / float(top), 1)


def _bar(index: int, row: TimelineRow, first: date, last: date, language: str) -> str:
    y = _TOP + index * _ROW
    days = max((last - first).days, 1)
    start, end = _x(row.start, first, days), _x(max(row.end or last, row.start), first, days)
    look = LOOKS[row.light] if row.light else None
    words = [look.in_words(language)] if look else []
    words += [] if row.end else [wording.OPEN_END.in_language(language)]
    label = row.label if len(row.label) <= _SHORT_LABEL else f"{row.label[: _SHORT_LABEL - 1]}…"
    return (
        f'<text class="label" x="{_LABELS - 10}" y="{y + 17}" text-anchor="end">{escape(label)}</text>'
        f'<rect class="span {look.css_class if look else ""}" x="{start}" y="{y + 6}" '
        f'width="{max(end - start, 2):g}" height="14" rx="2"/>'
        f'<text class="word" x="{end + 6:g}" y="{y + 17}">{escape(" · ".join(words))}</text>'
    )


def _year(year: int, first: date, days: int, height: int) -> str:
    x = _x(date(year, 1, 1), first, days)
    return (
        f'<line class="year" x1="{x}" x2="{x}" y1="{_TOP - 6}" y2="{height}"/>'
        f'<text class="year" x="{x}" y="{_TOP - 10}" text-anchor="middle">{year}</text>'
    )


def _x(day: date, first: date, days: int) -> float:
    return round(_LABELS + (day - first).days * _PLOT / days, 1)


def _rows_in_words(chart: ProjectTimeline) -> str:
    return "; ".join(f"{row.label} {row.start.year}–{row.end.year if row.end else ''}" for row in chart.rows)

"""The bullet bar for web pages: plain SVG with classes only, coloured by the style sheet, light or dark."""

from html import escape

from hankekori.charts import wording
from hankekori.charts.values import BulletBar, Number


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


def _greatest(bar: BulletBar) -> Number:
    return max(bar.target or 0, bar.actual or 0, bar.expected or 0)


def _share(value: Number | None, top: Number) -> float:
    return 0.0 if value is None else round(float(value) * 100 / float(top), 1)

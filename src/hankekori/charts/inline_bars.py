"""Bars of counts for web pages, one strip for each row of a table, all to the same scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from hankekori.charts.values import Number


@dataclass(frozen=True, slots=True)
class CountBar:
    """A count and the part of it that is told apart; None when it is not shown."""

    whole: Number | None
    part: Number | None
    label: str  # the bar in words


def bar_strips(bars: Sequence[CountBar]) -> tuple[str, ...]:
    """Draw the whole as a light bar and the part over it as a dark one; a count that is not shown has no bar."""
    most = max((bar.whole for bar in bars if bar.whole is not None), default=0)
    return tuple(_strip(bar, most) for bar in bars)


def _strip(bar: CountBar, most: Number) -> str:
    if bar.whole is None or not most:
        return ""
    parts = "".join(
        f'<rect class="{name}" width="{float(value) * 100 / float(most):.1f}" height="10" rx="1"/>'
        for name, value in (("whole", bar.whole), ("part", bar.part))
        if value
    )
    return (
        '<svg class="count-bar" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" '
        f'aria-label="{escape(bar.label)}">{parts}</svg>'
    )

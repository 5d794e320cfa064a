"""WCAG 2.2 AA contrast of the colour tokens, in both schemes and in the high contrast ones."""

import re
from pathlib import Path

import pytest

import hankekori.web

TOKENS = (Path(hankekori.web.__file__).parent / "static" / "css" / "tokens.css").read_text()
USUAL, HIGH = TOKENS.split("@media (prefers-contrast: more)")
PAIR = re.compile(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)")
TEXT, SHAPE = 4.5, 3.0

SURFACES = ("paper", "card", "side", "hover")
READ_ON_SURFACES = ("ink", "ink-soft", "accent", "accent-strong", "ok", "late", "risk", "none")
ON_SOFT = {
    "accent-soft": ("ink", "accent", "accent-strong", "ink-soft"),
    "risk-soft": ("ink", "risk", "accent"),
    "late-soft": ("ink", "accent"),
    "ok-soft": ("ink", "accent"),
    **{f"shade-{step}": ("ink",) for step in ("none", 0, 1, 2, 3, 4)},
}
FILLED = {"accent": ("on-accent",), "accent-strong": ("on-accent",), "risk": ("on-accent",)}


def scheme(name):
    side = {"light": 1, "dark": 2}[name.removeprefix("high-")]
    text = USUAL + HIGH if name.startswith("high-") else USUAL
    return {found[1]: found[side + 1] for found in PAIR.finditer(text)}


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def too_faint(colours, pairs, least):
    measured = {(front, back): round(contrast(colours[front], colours[back]), 2) for front, back in pairs}
    return {pair: ratio for pair, ratio in measured.items() if ratio < least}


@pytest.mark.parametrize("name", ["light", "dark", "high-light", "high-dark"])
def test_text_is_readable_on_every_surface(name):
    pairs = [(front, back) for back in SURFACES for front in READ_ON_SURFACES]
    pairs += [(front, back) for back, fronts in {**ON_SOFT, **FILLED}.items() for front in fronts]
    assert too_faint(scheme(name), pairs, TEXT) == {}


@pytest.mark.parametrize("name", ["light", "dark", "high-light", "high-dark"])
def test_edges_of_controls_and_bars_are_seen(name):
    pairs = [("control", "paper"), ("control", "card"), ("accent", "paper"), ("accent", "bar-back")]
    assert too_faint(scheme(name), pairs, SHAPE) == {}

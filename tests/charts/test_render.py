"""The same picture is drawn once."""

import pytest

from hankekori.charts import render
from hankekori.charts.render import RenderCache, png, svg
from hankekori.charts.specs import spec_of
from tests.charts import samples


@pytest.fixture
def drawings(monkeypatch):
    """Count how often the engine is asked."""
    asked = []
    draw = render._draw
    monkeypatch.setattr(render, "_draw", lambda spec: asked.append(spec) or draw(spec))
    return asked


def test_a_picture_is_drawn_once_for_svg_and_png(drawings):
    cache, spec = RenderCache(), spec_of(samples.tiles(), "fi")

    first = svg(spec, cache=cache)
    picture = png(spec, cache=cache)

    assert svg(spec, cache=cache) == first
    assert png(spec, cache=cache) == picture
    assert picture.startswith(b"\x89PNG")
    assert len(drawings) == 1


def test_another_value_is_another_picture(drawings):
    cache = RenderCache()

    one, other = (svg(spec_of(samples.tiles(name), "fi"), cache=cache) for name in ("Heinola", "Sysmä"))

    assert one != other
    assert len(drawings) == 2


def test_a_folder_keeps_pictures_for_the_next_process(drawings, tmp_path):
    spec = spec_of(samples.tiles(), "fi")
    drawn = svg(spec, cache=RenderCache(tmp_path / "charts"))

    assert svg(spec, cache=RenderCache(tmp_path / "charts")) == drawn
    assert len(drawings) == 1
    assert [path.suffix for path in (tmp_path / "charts").iterdir()] == [".svg"]


def test_memory_holds_only_the_latest_pictures():
    cache = RenderCache(limit=2)
    for name in ("a", "b", "c"):
        cache.keep(name, name.encode())

    assert [cache.read(name) for name in ("a", "b", "c")] == [None, b"b", b"c"]


def test_a_larger_scale_is_a_larger_picture():
    spec, cache = spec_of(samples.tiles(), "fi"), RenderCache()

    widths = [int.from_bytes(png(spec, scale, cache=cache)[16:20]) for scale in (1.0, 2.0)]

    assert widths[1] == 2 * widths[0]


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x1b", "\ufffe", "\uffff", "\ud800", "日", "😀", "\u202e"])
def test_no_character_in_a_label_stops_the_engine(character):
    """vl-convert 1.9 aborts the process when a label holds a character that XML cannot hold."""
    drawn = svg(spec_of(samples.tiles(f"a{character}b"), "fi"), cache=RenderCache())

    assert "a" in drawn
    assert character not in drawn or character in "日😀\u202e"


def test_no_address_outside_the_specification_is_read():
    spec = {"data": {"url": "https://example.org/x.json"}, "mark": "point", "encoding": {}}

    with pytest.raises(ValueError, match=r"example\.org"):
        svg(spec, cache=RenderCache())


@pytest.mark.parametrize("chart", [samples.bars(), samples.course(), samples.timeline(), samples.tiles()])
def test_a_picture_is_the_same_whatever_was_drawn_before(chart):
    spec = spec_of(chart, "fi")
    first = svg(spec, cache=RenderCache())
    svg(spec_of(samples.tiles("Sysmä"), "fi"), cache=RenderCache())

    assert svg(spec, cache=RenderCache()) == first

"""Pictures on pages: right places, a name for those who do not see them, no inline styles, text that stays text."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from hankekori.charts.inline_bullet import bullet_svg
from hankekori.charts.inline_course import course_svg
from hankekori.charts.inline_maps import map_svg, tile_svg
from hankekori.charts.inline_stacks import stack_strips
from hankekori.charts.inline_timeline import TimelineStrips, timeline_strips
from hankekori.charts.values import (
    BulletBar,
    CourseLine,
    MunicipalityMap,
    MunicipalityTiles,
    ProjectTimeline,
    TimelineRow,
)
from tests.charts import samples

NUMBERS = st.none() | st.integers(0, 10**9) | st.decimals(0, 10**6, places=2)
TEXTS = st.text()


def only_svg(markup):
    (found,) = LexborHTMLParser(markup).css("svg")
    return found


def test_a_strip_lays_parts_after_each_other_to_one_scale():
    first, second, empty = stack_strips(samples.stacks(), "fi")

    assert [(each.attributes["class"], each.attributes["x"]) for each in only_svg(first).css("rect")] == [
        ("part-0", "0.00"),
        ("part-1", "42.86"),
    ]
    assert only_svg(first).attributes["aria-label"] == "Heinola: ESR 9, EAKR 12 työpaikkaa"
    assert only_svg(second).css_first("rect").attributes["width"] == "16.67"
    assert empty == ""


def test_a_bullet_bar_shows_actual_expected_and_target():
    drawn = only_svg(bullet_svg(BulletBar("Työvoima", 49, 62, 200, "henkilöä"), "fi"))

    assert drawn.attributes["aria-label"] == "toteutunut 49, odotettu 62, tavoite 200 henkilöä"
    assert drawn.attributes["role"] == "img"
    assert drawn.css_first(".fill").attributes["width"] == "24.5"
    assert drawn.css_first(".tick").attributes["x"] == "31"
    assert drawn.css_first(".back").attributes["width"] == "100.0"


def test_a_bar_past_its_target_shows_where_the_target_was():
    drawn = only_svg(bullet_svg(BulletBar("Ala", 75, 30, 50), "fi"))

    assert drawn.css_first(".fill").attributes["width"] == "100.0"
    assert drawn.css_first(".goal").attributes["x"] == "66.7"


def test_zero_is_a_bar_and_an_unmeasured_figure_is_none():
    zero = only_svg(bullet_svg(BulletBar("Nolla", 0, 5, 10), "fi"))
    unmeasured = only_svg(bullet_svg(BulletBar("Mittaamaton", None, None, 10), "fi"))

    assert zero.css_first(".fill").attributes["width"] == "0.0"
    assert unmeasured.css_first(".fill") is None
    assert unmeasured.attributes["aria-label"] == "toteutunut ei tietoa, odotettu ei tietoa, tavoite 10"


def test_a_bar_without_any_figure_says_so_in_words():
    assert bullet_svg(BulletBar("Tyhjä", None, None, None), "sv") == '<span class="soft">mätningen börjar senare</span>'


def test_the_strips_of_the_timeline_share_one_scale():
    drawn = timeline_strips(samples.timeline(), "fi")
    closed, still_open = (only_svg(strip) for strip in drawn.strips)

    assert [year.text() for year in only_svg(drawn.years).css("text")] == ["2010", "2011", "2012"]
    assert closed.attributes["aria-label"] == "1.6.2009–31.5.2012"
    assert closed.css_first(".span").attributes["width"] == "100.00%"
    assert still_open.attributes["aria-label"] == "1.4.2011–, loppu avoinna"
    assert still_open.css_first(".span").attributes["x"] == "61.1%"
    assert [strip.css_first(".today").attributes["x1"] for strip in (closed, still_open)] == ["97.17%", "97.17%"]


def test_a_timeline_of_one_day_is_still_seen():
    day = date(2012, 4, 30)
    (strip,) = timeline_strips(ProjectTimeline((TimelineRow("Päivä", day, day),)), "fi").strips

    assert only_svg(strip).css_first(".span").attributes["width"] == "0.30%"


def test_no_projects_are_no_timeline():
    assert timeline_strips(ProjectTimeline(()), "fi") == TimelineStrips("", ())


def test_the_course_names_years_where_they_begin():
    years = [(text.text(), text.attributes["x"]) for text in only_svg(course_svg(samples.course(), "fi")).css(".day")]

    assert years[0] == ("2010", "60.4")
    assert [year for year, _ in years] == ["2010", "2011", "2012", "2013", "2014", "2015"]


def test_the_course_leaves_out_what_was_not_measured():
    drawn = only_svg(course_svg(samples.course(), "fi"))

    assert len(drawn.css(".point")) == 2
    assert len(drawn.css_first(".line.actual").attributes["points"].split()) == 2
    assert len(drawn.css_first(".line.expected").attributes["points"].split()) == 4
    assert drawn.attributes["aria-label"] == (
        "Kehitys ja ennuste: toteutunut 61, odotettu 155, ennuste 110, tavoite 155 työpaikkaa"
    )


def test_the_steps_of_the_course_are_round_and_reach_the_highest_value():
    steps = [step.text() for step in only_svg(course_svg(samples.course(), "fi")).css(".step")]

    assert steps == ["0", "50", "100", "150", "200"]


def test_tiles_lie_where_they_belong_and_tell_zero_from_unknown():
    drawn = only_svg(tile_svg(samples.tiles(), "fi"))

    assert [tile.css_first("rect").attributes["y"] for tile in drawn.css(".tile")] == ["194", "2", "290"]
    assert [tile.css_first(".value").text() for tile in drawn.css(".tile")] == ["12", "0", ""]
    assert drawn.attributes["aria-label"] == "Kunnat: Heinola 12, Hartola 0, Lahti ei tietoa hanketta"
    assert [tile.attributes["class"] for tile in drawn.css(".tile")] == [
        "tile shade-4 in",
        "tile shade-0",
        "tile shade-none",
    ]


def test_a_long_name_stays_on_its_tile():
    def lines(name: str) -> list[tuple[str, str | None]]:
        drawn = only_svg(tile_svg(samples.tiles(name), "sv"))
        return [(line.text(), line.attributes.get("textLength")) for line in drawn.css_first(".name").css("tspan")]

    assert lines("Heinola") == [("Heinola", None)]
    assert lines("Gustav Adolfs") == [("Gustav", None), ("Adolfs", None)]
    assert lines("Kristinestad") == [("Kristinestad", "78")]


def test_the_map_draws_the_programmes_own_municipalities_last():
    drawn = only_svg(map_svg(samples.municipality_map(), "fi"))

    assert [area.attributes["class"] for area in drawn.css(".area")] == [
        "area shade-none",
        "area shade-4 in",
        "area shade-0 in",
    ]
    assert [name.text() for name in drawn.css(".name")] == ["Heinola", "Hartola", "Lahti"]


@pytest.mark.parametrize(
    "markup",
    [
        tile_svg(MunicipalityTiles(()), "fi"),
        map_svg(MunicipalityMap(()), "fi"),
        course_svg(CourseLine(()), "fi"),
    ],
)
def test_nothing_to_show_is_no_picture(markup):
    assert markup == ""


@given(label=TEXTS, actual=NUMBERS, expected=NUMBERS, target=NUMBERS, unit=TEXTS)
def test_any_bar_is_one_picture_without_inline_style(label, actual, expected, target, unit):
    markup = bullet_svg(BulletBar(label, actual, expected, target, unit), "fi")

    nodes = LexborHTMLParser(markup).css("body *")
    assert [node.tag for node in nodes if "style" in node.attributes] == []
    assert sum(node.tag == "svg" for node in nodes) == any((actual, expected, target))
    for bar in nodes:
        assert 0 <= Decimal(bar.attributes.get("width") or 0) <= 100


@given(TEXTS)
def test_text_never_becomes_markup(text):
    pictures = [
        tile_svg(samples.tiles(text), "fi"),
        map_svg(samples.municipality_map(text), "fi"),
    ]
    plain = [
        tile_svg(samples.tiles("x"), "fi"),
        map_svg(samples.municipality_map("x"), "fi"),
    ]

    def tags(markup):
        return [node.tag for node in LexborHTMLParser(markup).css("body *:not(tspan)")]  # a long name has two

    assert [tags(one) for one in pictures] == [tags(one) for one in plain]

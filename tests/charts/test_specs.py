"""Vega-Lite specifications: what is drawn, and that text stays text."""

import json

import pytest

from hankekori.charts.render import svg
from hankekori.charts.specs import bullet_bars, course_line, municipality_map, project_timeline, spec_of
from tests.charts import samples

HOSTILE = "</text><script>alert(1)</script> & \"quotes\" 'x' datum.value"


@pytest.mark.parametrize("name", samples.ALL)
def test_each_chart_is_drawn_with_its_words(name):
    drawn = svg(spec_of(samples.ALL[name], "fi"))

    assert drawn.startswith("<svg ")
    expected = {
        "stacks": ["Heinola", "Sysmä", "ESR", "EAKR", "21", "3,5", "○", "työpaikkaa"],
        "bars": ["61 / 155 työpaikkaa ■ Vaarassa", "64,5 / 52 ha ● Tavoitteessa", "○ / 10 ○ Ei vielä mitattu"],
        "course": ["odotettu", "toteutunut", "ennuste", "tavoite 155", "tilannepäivä 30.4.2012"],
        "timeline": ["OKSA-projekti", "▲ Jäljessä", "loppu avoinna"],
        "map": ["Heinola", "12", "Lahti", "hanketta"],
        "tiles": ["Heinola", "12", "Hartola", "hanketta"],
    }[name]
    assert [words for words in expected if words not in drawn] == []


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "% tavoitteesta"), ("sv", "% av målet"), ("en", "% of the target")]
)
def test_the_axis_speaks_the_language(language, words):
    assert words in svg(bullet_bars(samples.bars(), language))


@pytest.mark.parametrize(
    "make", [samples.stacks, samples.bars, samples.timeline, samples.municipality_map, samples.tiles]
)
def test_hostile_text_is_never_markup(make):
    drawn = svg(spec_of(make(HOSTILE), "fi"))

    assert "<script" not in drawn
    assert "alert(1)" in drawn


def test_two_projects_of_one_name_get_two_rows():
    twice = samples.ProjectTimeline((samples.timeline().rows[0], samples.timeline().rows[0]))

    assert svg(project_timeline(twice, "fi")).count("OKSA-projekti") == 2


def test_a_missing_actual_is_no_point_on_the_course():
    rows = course_line(samples.course(), "fi")["layer"][1]["data"]["values"]

    actual = [row for row in rows if row["series"] == "toteutunut"]
    assert actual == [
        {"day": "2009-12-31", "value": 0.0, "series": "toteutunut"},
        {"day": "2011-12-31", "value": 61.0, "series": "toteutunut"},
    ]


def test_a_bar_without_target_has_no_share():
    bar = samples.BulletBar("Ilman tavoitetta", 5, 3, None)

    (row,) = bullet_bars(samples.BulletBars((bar,)), "fi")["data"]["values"]
    assert (row["whole"], row["actual"], row["expected"], row["figures"]) == (None, None, None, "5 / ○")


def test_a_zero_is_written_on_the_map_and_an_unknown_value_is_not():
    labels = municipality_map(samples.municipality_map(), "fi")["layer"][2]["data"]["values"]

    assert [label["text"] for label in labels] == ["Heinola\n12", "Hartola\n0", "Lahti"]


@pytest.mark.parametrize("name", samples.ALL)
def test_a_specification_is_plain_json(name):
    spec = spec_of(samples.ALL[name], "fi")

    assert json.loads(json.dumps(spec, allow_nan=False))["$schema"].startswith(
        "https://vega.github.io/schema/vega-lite/"
    )

"""Text that a file can hold and that the shipped font can show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.charts.glyphs import displayable, printable
from hankekori.charts.lights import LOOKS
from hankekori.core.status import Light


@pytest.mark.parametrize("text", ["åäö ÅÄÖ š ž é", "●▲■○–?", "−1 234,5 €", "”a” 1.5.2009–30.4.2012", "Привет", "λ"])
def test_what_people_here_write_is_shown_as_it_is(text):
    assert displayable(text) == text


def test_what_the_font_lacks_becomes_a_box():
    assert displayable("日本 😀 a\u0308") == "□□ □ ä"


@pytest.mark.parametrize(
    ("text", "expected"), [("a\r\nb\rc\u2028d", "a\nb\nc\nd"), ("a\x00b\x0bc", "a\ufffdb\ufffdc"), ("\ufffe", "\ufffd")]
)
def test_line_ends_and_control_characters(text, expected):
    assert printable(text) == expected


@given(st.text())
def test_a_second_time_changes_nothing(text):
    assert displayable(displayable(text)) == displayable(text)
    assert printable(printable(text)) == printable(text)


@pytest.mark.parametrize("light", Light)
def test_every_light_has_a_shape_the_font_shows_and_a_word_in_each_language(light):
    look = LOOKS[light]

    assert displayable(look.shape) == look.shape
    assert all((look.word.fi, look.word.sv, look.word.en))


def test_no_two_lights_share_a_shape_or_a_word():
    assert len({look.shape for look in LOOKS.values()}) == len(Light)
    assert len({look.word.fi for look in LOOKS.values()}) == len(Light)

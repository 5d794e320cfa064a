from datetime import date
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils.translation import override

from hankekori.charts.lights import LOOKS
from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, reported
from hankekori.core.status import Light
from hankekori.core.texts import Translated
from hankekori.web.tables import Column, Link

NBSP = "\u00a0"


def shown(expression, language="fi", **values):
    with override(language):
        return Template("{% load shown %}" + expression).render(Context(values))


def test_zero_not_measured_not_applicable_and_missing_all_differ():
    written = [shown("{{ f|value }}", f=f) for f in (reported(Decimal(0)), NOT_MEASURED, NOT_APPLICABLE, MISSING)]
    assert len(set(written)) == 4
    assert written[0] == "0"
    assert ">ei mitattu<" in written[1]
    assert "Ei koske tätä kohtaa" in written[2]
    assert ">puuttuu<" in written[3]


def test_share_out_of_zero_says_that_it_cannot_be_computed():
    assert "ei laskettavissa" in shown("{{ f|value }}", f=reported(Decimal(0), denominator=Decimal(0)))


def test_women_are_the_womens_part_or_missing():
    assert shown("{{ f|women }}", f=reported(Decimal(61), Decimal(18))) == "18"
    assert "puuttuu" in shown("{{ f|women }}", f=reported(Decimal(61)))
    assert "ei mitattu" in shown("{{ f|women }}", f=NOT_MEASURED)


@pytest.mark.parametrize(("language", "expected"), [("fi", f"194{NBSP}225"), ("sv", f"194{NBSP}225")])
def test_amount_is_whole_euros_in_groups(language, expected):
    assert shown("{{ v|amount }}", language, v=Decimal("194225.00")) == expected


def test_percent_follows_the_language():
    assert shown("{{ v|percent:1 }}", v=Decimal("12.5")) == f"12,5{NBSP}%"
    assert shown("{{ v|percent:1 }}", "en", v=Decimal("12.5")) == "12.5%"


def test_day_and_range_follow_the_language():
    start, end = date(2009, 5, 1), date(2012, 4, 30)
    assert shown("{{ d|day }}", d=start) == "1.5.2009"
    assert shown("{{ d|day }}", "en", d=start) == "1 May 2009"
    assert shown("{% day_range a b %}", a=start, b=end) == "1.5.2009–30.4.2012"
    assert shown("{% day_range a b %}", a=start, b=None) == "1.5.2009–"
    assert shown("{% day_range a b %}", a=None, b=end) == "–30.4.2012"


@pytest.mark.parametrize("light", Light)
def test_state_is_a_shape_and_a_word_for_every_light(light):
    written = shown("{% state light %}", light=light)
    assert 'aria-hidden="true"' in written
    assert LOOKS[light].word.fi in written


def test_translated_falls_back_to_finnish():
    assert shown("{{ t|translated }}", "sv", t=Translated(fi="Suunnitelma")) == "Suunnitelma"
    assert shown("{{ t|translated }}", "en", t=Translated(fi="Suunnitelma", en="Plan")) == "Plan"


def test_text_from_a_user_is_escaped():
    column = Column(key="name", label="Nimi")
    assert shown("{{ c|cell:k }}", c="<b>", k=column) == "&lt;b&gt;"
    assert shown("{{ c|cell:k }}", c=Link("<b>", "/?a=1&b=2"), k=column) == '<a href="/?a=1&amp;b=2">&lt;b&gt;</a>'


def test_key_figure_says_planned_expected_women_and_source():
    written = shown(
        '{% key_figure "Uudet työpaikat" f planned=155 expected=92 show_women=True'
        ' as_of=d source="raportit" url="/r/" %}',
        f=reported(Decimal(61), Decimal(18)),
        d=date(2011, 12, 31),
    )
    for part in (
        '<a href="/r/">Uudet työpaikat</a>',
        "155",
        "odotettu 92",
        "naisia 18",
        "tilanne 31.12.2011",
        "raportit",
    ):
        assert part in written

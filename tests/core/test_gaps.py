from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hankekori.core.funding import FundingFigures
from hankekori.core.gaps import Gap, MeasureFacts, ProjectFacts, Subject, find_gaps
from hankekori.core.texts import Translated

LAST_DUE = date(2010, 12, 31)
MEASURE = MeasureFacts(
    11,
    Translated("Yritysten aktivointi", "Aktivering av företag", "Company activation"),
    has_responsible=True,
    has_project=True,
    has_target=True,
)
PROJECT = ProjectFacts(
    id=5,
    name="S19999 Esimerkki {hanke}",
    start=date(2010, 1, 1),
    end=date(2012, 1, 1),
    shares=(Decimal(1),),
    has_municipality=True,
    reports=True,
    last_period=LAST_DUE,
)


def codes(*, measure=MEASURE, project=PROJECT, last_due=LAST_DUE):
    return [gap.code for gap in find_gaps([measure], [project], last_due=last_due)]


def test_a_complete_programme_has_no_gaps():
    assert codes() == []


@pytest.mark.parametrize(
    ("field", "code", "words"),
    [
        ("has_responsible", "measure-without-responsible", "Yritysten aktivointi: vastuutaho puuttuu."),
        ("has_project", "measure-without-project", "Yritysten aktivointi: yksikään hanke ei toteuta toimenpidettä."),
        ("has_target", "measure-without-target", "Yritysten aktivointi: tavoitetta ei ole asetettu."),
    ],
)
def test_gaps_of_a_measure(field, code, words):
    (gap,) = find_gaps([replace(MEASURE, **{field: False})], [], last_due=LAST_DUE)
    assert (gap.code, gap.subject, gap.subject_id, gap.message.fi) == (code, Subject.MEASURE, 11, words)
    assert gap.message.sv.startswith("Aktivering av företag: ")
    assert gap.message.en.startswith("Company activation: ")


@pytest.mark.parametrize(
    ("changes", "code", "words"),
    [
        ({"shares": ()}, "project-without-measure", "hanketta ei ole liitetty mihinkään toimenpiteeseen."),
        ({"shares": (Decimal(0),)}, "project-without-measure", "hanketta ei ole liitetty mihinkään toimenpiteeseen."),
        (
            {"shares": (Decimal("0.5"), Decimal("0.25"))},
            "shares-not-one",
            "osuudet toimenpiteistä ovat yhteensä 75,0\u00a0%, vaikka summan pitää olla 100 %.",
        ),
        ({"has_municipality": False}, "project-without-municipality", "kohdekuntaa ei ole merkitty."),
        (
            {"last_period": date(2010, 6, 30)},
            "project-without-figures",
            "luvut puuttuvat kaudelta, joka päättyi 31.12.2010.",
        ),
        ({"last_period": None}, "project-without-figures", "luvut puuttuvat kaudelta, joka päättyi 31.12.2010."),
        (
            {"women_unknown": (Translated("Uudet {työpaikat}"),)},
            "women-unknown",
            "naisten määrä puuttuu mittarista ”Uudet {työpaikat}”.",
        ),
        (
            {"funding": FundingFigures(granted_eu_state=Decimal(9), planned_public=Decimal(8))},
            "funding-public-below-eu-state",
            "Suunniteltu julkinen rahoitus (8 €) on pienempi kuin siihen kuuluva EU- ja valtion rahoitus (9 €).",
        ),
    ],
)
def test_gaps_of_a_project(changes, code, words):
    (gap,) = find_gaps([], [replace(PROJECT, **changes)], last_due=LAST_DUE)
    assert (gap.code, gap.subject, gap.subject_id) == (code, Subject.PROJECT, 5)
    assert gap.message.fi == f"S19999 Esimerkki {{hanke}}: {words}"


def test_figures_are_owed_only_by_those_who_should_report():
    silent = replace(PROJECT, last_period=None)
    assert codes(project=replace(silent, reports=False)) == []
    assert codes(project=replace(silent, start=date(2011, 1, 1))) == []
    assert codes(project=replace(silent, start=None)) == []
    assert codes(project=silent, last_due=None) == []
    assert codes(project=replace(silent, end=None)) == ["project-without-figures"]


def test_an_ended_project_owes_figures_up_to_its_end():
    ended = replace(PROJECT, end=date(2010, 6, 15), last_period=date(2010, 6, 30))
    assert codes(project=ended) == []
    assert codes(project=replace(ended, last_period=date(2009, 12, 31))) == ["project-without-figures"]


def test_realised_above_planned_is_not_a_gap():
    assert codes(project=replace(PROJECT, funding=FundingFigures(Decimal(5), Decimal(6)))) == []


def test_gaps_come_measures_first_in_the_order_given():
    found = find_gaps(
        [replace(MEASURE, id=2, has_target=False), replace(MEASURE, id=1, has_target=False)],
        [replace(PROJECT, shares=())],
        last_due=LAST_DUE,
    )
    assert [(gap.subject, gap.subject_id) for gap in found] == [
        (Subject.MEASURE, 2),
        (Subject.MEASURE, 1),
        (Subject.PROJECT, 5),
    ]
    assert all(isinstance(gap, Gap) for gap in found)

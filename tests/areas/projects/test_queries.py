from datetime import date
from decimal import Decimal

import pytest

from hankekori.areas.projects.actions import keep_description, set_municipalities
from hankekori.areas.projects.queries import (
    basket,
    descriptions_of,
    funding_of,
    latest_description,
    project_page,
    project_page_by_id,
)
from hankekori.core.funding import FundingFigures, sum_funding
from tests.builders import (
    NOW,
    a_measure,
    a_municipality,
    a_programme,
    a_project,
    a_share,
    an_organisation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme():
    return a_programme()


@pytest.fixture
def two(programme):
    """One project in the basket and one that was never proposed."""
    measure, heinola = a_measure(programme), a_municipality(code="111")
    found = a_project(
        programme,
        measure,
        code="S11010",
        name="Heinolan seudun kumppanuushanke",
        fund="ESR",
        implementer=an_organisation(programme, name="Teollisuuspuisto"),
        start=date(2008, 9, 1),
        end=date(2012, 6, 30),
    )
    set_municipalities(by=None, now=NOW, project=found, municipalities=[heinola])
    other = a_project(
        programme,
        code="A30000",
        name="Toinen",
        fund="EAKR",
        kind="other",
        stage="ended",
        basket_state="outside",
        start=date(2013, 1, 1),
        end=date(2014, 1, 1),
    )
    return found, other, measure


def test_followed_leaves_out_what_was_never_proposed(programme, two):
    assert list(basket(programme).followed()) == [two[0]]


def test_a_followed_project_outside_the_basket_has_a_measure(programme, two):
    _, other, measure = two
    a_share(other, measure, Decimal(1))
    assert other in basket(programme).followed()


@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("code", ["A30000", "S11010"]),
        ("-code", ["S11010", "A30000"]),
        ("start", ["S11010", "A30000"]),
        ("implementer", ["S11010", "A30000"]),
        ("state", ["A30000", "S11010"]),
        ("-state", ["S11010", "A30000"]),
        ("stage", ["S11010", "A30000"]),
        ("jotain", ["A30000", "S11010"]),
    ],
)
def test_the_list_sorts_by_its_columns(programme, two, key, codes):
    assert [project.code for project in basket(programme).sorted_by(key)] == codes


def test_sums_of_the_list_are_those_of_the_rule(programme):
    figures = [FundingFigures(Decimal(100), Decimal(95), Decimal(150), None), FundingFigures(None, Decimal(3))]
    for each in figures:
        a_project(
            programme,
            granted_eu_state=each.granted_eu_state,
            realised_eu_state=each.realised_eu_state,
            planned_public=each.planned_public,
            realised_public=each.realised_public,
        )
    a_project(a_programme(), granted_eu_state=7)
    assert funding_of(basket(programme)) == sum_funding(figures)
    assert funding_of(basket(programme).none()) == sum_funding([])


def test_a_project_page_has_everything(programme, two):
    found, _, measure = two
    page = project_page(programme, "S11010")
    assert page.project == found
    assert [place.code for place in page.municipalities] == ["111"]
    assert [(link.measure, link.share) for link in page.measures] == [(measure, Decimal(1))]
    assert page.description is None
    assert project_page_by_id(programme, found.pk) == page


def test_a_project_of_another_programme_has_no_page(programme, two):
    other = a_programme()
    assert project_page(other, "S11010") is None
    assert project_page_by_id(other, two[0].pk) is None


def test_descriptions_newest_first(programme):
    project = a_project(programme)
    records = [
        {"project": {"name": "Vanha", "code": "S1"}, "summary": "Sama", "remarks": [1]},
        {"project": {"name": "Uusi", "code": "S1"}, "summary": "Sama", "remarks": []},
    ]
    old, new = (
        keep_description(
            by=None, now=NOW, project=project, file_name="a.txt", document=str(record).encode(), record=record
        )
        for record in records
    )
    assert list(descriptions_of(project)) == [new, old]
    assert latest_description(project) == new


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_list_and_page_take_the_same_queries_for_any_number_of_rows(programme, django_assert_num_queries, rows):
    measures = [a_measure(programme) for _ in range(rows)]
    places = [a_municipality() for _ in range(rows)]
    for _ in range(rows):
        project = a_project(programme, *measures, implementer=an_organisation(programme))
        set_municipalities(by=None, now=NOW, project=project, municipalities=places)
    with django_assert_num_queries(4):
        for row in basket(programme).sorted_by("code").for_list("municipalities", "measure_links__measure"):
            assert str(row.implementer)
            assert len(row.municipalities.all()) == rows
            assert all(link.measure.name for link in row.measure_links.all())
    with django_assert_num_queries(5):
        assert len(project_page(programme, project.code).measures) == rows

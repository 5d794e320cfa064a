"""The pictures of the first page: municipalities as tiles or from their boundaries, projects on a line of time."""

from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests import builders


def square(left, bottom):
    ring = [[left, bottom], [left + 1, bottom], [left + 1, bottom + 1], [left, bottom + 1], [left, bottom]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def heinola(small):
    return placed(small, "111", "Heinola", 1, projects=[small.project])


@pytest.fixture
def lahti(small):
    return placed(small, "398", "Lahti", 2, standing="neighbour")


def placed(small, code, name, row, *, projects=(), standing="in_framework"):
    municipality = builders.a_municipality(code=code, name_fi=name)
    small.programme.municipality_links.create(municipality=municipality, standing=standing, tile_row=row, tile_column=0)
    for project in projects:
        project.municipality_links.create(programme=small.programme, municipality=municipality)
    return municipality


def section(client, name):
    return LexborHTMLParser(client.get("/seutu/").content.decode()).css_first(f"section[aria-labelledby={name}]")


def test_municipalities_are_tiles_without_boundaries(officer, heinola, lahti):
    found = section(officer, "kunnat")

    assert found.css_first("svg.tile-map").attributes["aria-label"] == "Kunnat: Heinola 1, Lahti 0 hanketta"
    assert [tile.attributes["class"] for tile in found.css(".tile")] == ["tile shade-4 in", "tile shade-0"]
    assert found.css_first("figcaption") is None


def test_boundaries_are_drawn_with_their_source(officer, heinola, lahti):
    for place, municipality in enumerate((heinola, lahti)):
        municipality.boundary = square(26 + place, 61)
        municipality.boundary_source = "Maanmittauslaitos 2024, CC BY 4.0"
        municipality.save()
    found = section(officer, "kunnat")

    assert [area.attributes["class"] for area in found.css("svg.map .area")] == ["area shade-0", "area shade-4 in"]
    assert found.css_first("figcaption").text() == "Kuntarajat: Maanmittauslaitos 2024, CC BY 4.0"


def test_one_missing_boundary_makes_the_map_tiles(officer, heinola, lahti):
    heinola.boundary, heinola.boundary_source = square(26, 61), "Maanmittauslaitos"
    heinola.save()
    found = section(officer, "kunnat")

    assert found.css_first("svg.map") is None
    assert found.css_first("svg.tile-map") is not None
    assert found.css_first("figcaption") is None


def test_number_beside_the_map_opens_to_its_projects(officer, heinola, lahti, small):
    links = [link.attributes["href"] for link in section(officer, "kunnat").css("td a")]

    assert links == ["/seutu/hankekori/?kunta=111"]
    assert "Neuvontahanke" in officer.get(links[0]).content.decode()


def test_projects_lie_on_a_line_of_time_and_lead_to_their_pages(officer, small):
    builders.a_project(small.programme, name="Avoin hanke", code="A30001", start=date(2012, 1, 1), end=None)
    found = section(officer, "aikajana")

    assert [line.text() for line in found.css(".timeline a")] == ["S20001 Neuvontahanke", "A30001 Avoin hanke"]
    assert found.css_first(".timeline a").attributes["href"] == "/seutu/hankekori/S20001/"
    assert [strip.attributes["aria-label"] for strip in found.css(".strip[role=img]")] == [
        "1.1.2010–31.12.2012",
        "1.1.2012–, loppu avoinna",
    ]
    assert found.css_first("figcaption").text() == "Katkoviiva on tilannepäivä 30.4.2012."


def test_project_that_left_the_basket_or_has_no_days_is_not_on_the_line(officer, small):
    builders.a_project(small.programme, name="Lähtenyt", basket_state="left")
    builders.a_project(small.programme, name="Päivätön", start=None, end=None)

    assert [line.text() for line in section(officer, "aikajana").css(".timeline a")] == ["S20001 Neuvontahanke"]


def test_names_of_projects_stay_text(officer, small):
    builders.a_project(small.programme, name="<b>Lihava</b>", start=date(2010, 1, 1))

    assert "<b>Lihava</b>" in section(officer, "aikajana").text()
    assert section(officer, "aikajana").css_first("b") is None


def test_of_many_projects_those_that_run_and_end_first_are_on_the_line(officer, small):
    for number in range(110):
        builders.a_project(small.programme, start=date(2010, 1, 1), end=date(2013, 1, 1 + number % 28))
    builders.a_project(small.programme, name="Päättynyt", end=date(2012, 4, 29))
    builders.a_project(small.programme, name="Viimeinen", end=date(2020, 1, 1))
    found = section(officer, "aikajana")

    names = [line.text() for line in found.css(".timeline a")]
    assert len(names) == 100
    assert "S20001 Neuvontahanke" in names
    assert not [name for name in names if "Päättynyt" in name or "Viimeinen" in name]
    assert "13 muuta hanketta on hankekorissa." in " ".join(found.text().split())

"""The list of projects: what it shows, how it is narrowed, ordered, cut into pages and named."""

import re
from datetime import date
from decimal import Decimal

import pytest

from hankekori.areas.projects.actions import set_municipalities
from hankekori.pages.models import SavedView
from tests import builders

ADDRESS = "/seutu/hankekori/"


@pytest.fixture
def three(programme):
    """Return three projects that differ in everything the list can be narrowed by."""
    objective = builders.an_objective(programme, number="1")
    measures = [builders.a_measure(programme, objective, number=f"1.{n}") for n in (1, 2)]
    place = builders.a_municipality(code="111", name_fi="Heinola")
    town = builders.an_organisation(programme, name="Heinolan kaupunki")
    first = builders.a_project(
        programme, measures[0], code="S20001", name="Ässät", fund="ESR", implementer=town,
        granted_eu_state=Decimal(1000), realised_eu_state=Decimal(250), stage="running",
        start=date(2010, 1, 1), end=date(2010, 12, 31),
    )  # fmt: skip
    second = builders.a_project(
        programme, measures[1], code="A30001", name="uusi polku", fund="EAKR", kind="other", basket_state="proposed",
        stage="applied", granted_eu_state=None, start=date(2011, 1, 1), end=None,
    )  # fmt: skip
    third = builders.a_project(
        programme, code=None, name="Vetovoimaa", basket_state="outside", stage="idea", granted_eu_state=Decimal(0),
        start=None, end=None,
    )  # fmt: skip
    set_municipalities(by=None, now=builders.NOW, project=first, municipalities=[place])
    builders.a_municipality(code="222", name_fi="Sysmä")
    programme.municipality_links.create(municipality=place)
    return first, second, third, measures


def names(response) -> list[str]:
    return [row.project.name for row in response.context["rows"]]


def test_the_list_shows_every_project_by_code(officer, three):
    assert names(officer.get(ADDRESS)) == ["uusi polku", "Ässät", "Vetovoimaa"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("haku=s2000", ["Ässät"]),
        ("haku=polku+uusi", ["uusi polku"]),
        ("haku=kaupunki", ["Ässät"]),
        ("toteuttaja=heinolan", ["Ässät"]),
        ("kori=proposed", ["uusi polku"]),
        ("kori=proposed&kori=outside", ["uusi polku", "Vetovoimaa"]),
        ("vaihe=idea", ["Vetovoimaa"]),
        ("laji=other", ["uusi polku"]),
        ("rahasto=ESR", ["Ässät"]),
        ("kunta=111", ["Ässät"]),
        ("kaynnissa=1.6.2010", ["Ässät", "Vetovoimaa"]),
        ("kaynnissa=2012-01-01", ["uusi polku", "Vetovoimaa"]),
        ("kori=in_basket&rahasto=EAKR", []),
    ],
)
def test_a_filter_in_the_address_narrows(officer, three, query, found):
    assert names(officer.get(f"{ADDRESS}?{query}")) == found


def test_filters_by_place_in_the_plan_narrow(officer, three):
    first, second, _third, measures = three
    assert names(officer.get(ADDRESS, {"toimenpide": measures[0].pk})) == [first.name]
    assert names(officer.get(ADDRESS, {"tavoite": measures[0].objective_id})) == [second.name, first.name]


def test_each_filter_is_a_chip_that_takes_it_away(officer, three):
    applied = officer.get(f"{ADDRESS}?kori=in_basket&rahasto=ESR&sivu=2&sarake=fund").context["applied"]
    assert [(chip.label, chip.query) for chip in applied.chips] == [
        ("Tila hankekorissa", "?rahasto=ESR&sarake=fund"),
        ("Rahasto", "?kori=in_basket&sarake=fund"),
    ]
    assert applied.cleared == "?sarake=fund"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("kaynnissa=1e9", "Käynnissä päivänä: ”1e9” ei ole päivämäärä. Kirjoita esimerkiksi 1.5.2009."),
        ("kaynnissa=31.2.2012", "Käynnissä päivänä:"),
        ("kunta=999", "Kunta: Vaihtoehtoa ”999” ei ole. Valitse listasta."),
        ("toimenpide=1e9", "Toimenpide: Vaihtoehtoa ”1e9” ei ole. Valitse listasta."),
        ("kori=%00", "Tila hankekorissa: Vaihtoehtoa"),
        ("haku=%00", "Haku: koodi, nimi tai toteuttaja: Hakusanassa on merkki"),
        (
            "haku=" + "a+" * 3000,
            "Haku: koodi, nimi tai toteuttaja: Haku on liian pitkä. Kirjoita enintään 100 merkkiä.",
        ),
        ("toteuttaja=" + "x" * 101, "Toteuttaja: Haku on liian pitkä."),
    ],
)
def test_a_wrong_value_is_said_at_its_field_and_narrows_nothing(officer, three, query, said):
    response = officer.get(f"{ADDRESS}?{query}")
    assert response.status_code == 200
    assert said in response.content.decode()
    assert len(names(response)) == 3
    assert 'aria-invalid="true"' in response.content.decode()


@pytest.mark.parametrize(
    "query", ["sivu=1e9", "sivu=-1", "sivu=%00", "jarjesta=%00", "jarjesta=password", "sarake=%00", "x=1"]
)
def test_what_the_list_does_not_know_changes_nothing(officer, three, query):
    assert names(officer.get(f"{ADDRESS}?{query}")) == ["uusi polku", "Ässät", "Vetovoimaa"]


@pytest.mark.parametrize(
    ("key", "found"),
    [
        ("name", ["uusi polku", "Vetovoimaa", "Ässät"]),
        ("-name", ["Ässät", "Vetovoimaa", "uusi polku"]),
        ("-granted", ["Ässät", "Vetovoimaa", "uusi polku"]),
        ("granted", ["Vetovoimaa", "Ässät", "uusi polku"]),
        ("start", ["Ässät", "uusi polku", "Vetovoimaa"]),
        ("state", ["Vetovoimaa", "uusi polku", "Ässät"]),
        ("stage", ["Vetovoimaa", "uusi polku", "Ässät"]),
    ],
)
def test_a_column_orders_the_list_what_is_missing_last(officer, three, key, found):
    assert names(officer.get(ADDRESS, {"jarjesta": key})) == found


def test_sums_are_of_what_is_shown(officer, three):
    everything = officer.get(ADDRESS).context["totals"].granted_eu_state
    assert (everything.total, everything.stated, everything.missing) == (1000, 2, 1)
    narrowed = officer.get(f"{ADDRESS}?kori=outside").context["totals"].granted_eu_state
    assert (narrowed.total, narrowed.stated, narrowed.missing) == (0, 1, 0)


def test_zero_missing_and_not_applicable_look_different(officer, three):
    text = re.sub(r"\s+", " ", officer.get(f"{ADDRESS}?sarake=granted&sarake=used").content.decode())
    assert 'col-granted" data-label="Myönnetty EU ja valtio">0</td>' in text  # zero
    assert 'col-granted" data-label="Myönnetty EU ja valtio"><span class="value missing"' in text
    assert 'col-used" data-label="Käytetty"><span class="value not_applicable"' in text  # nothing of zero can be used


def test_the_columns_asked_for_are_shown_in_their_own_order(officer, three):
    response = officer.get(f"{ADDRESS}?sarake=measures&sarake=fund&sarake=municipalities")
    assert [cell.column.key for cell in response.context["head"]] == ["name", "fund", "municipalities", "measures"]
    assert [cell for _column, cell in response.context["rows"][1].cells] == ["ESR", "Heinola", "1.1"]


def test_the_form_of_filters_carries_columns_and_order_along(officer, three):
    applied = officer.get(f"{ADDRESS}?sarake=fund&sarake=kind&jarjesta=-name&sivu=3").context["applied"]
    assert applied.kept == (("jarjesta", "-name"), ("sarake", "fund"), ("sarake", "kind"))


def test_a_long_list_is_cut_into_pages(officer, programme):
    for _ in range(101):
        builders.a_project(programme)
    second = officer.get(f"{ADDRESS}?sivu=2&jarjesta=name")
    assert len(second.context["rows"]) == 1
    assert "jarjesta=name" in second.content.decode()
    assert officer.get(f"{ADDRESS}?sivu=99").context["page"].number == 2


def test_an_empty_basket_offers_the_first_step(officer, member, programme):
    assert "Tuo ensimmäiset hankkeet" in officer.get(ADDRESS).content.decode()
    assert "Tuo ensimmäiset hankkeet" not in member.get(ADDRESS).content.decode()


def test_a_filter_that_finds_nothing_offers_the_way_back(officer, three):
    text = officer.get(f"{ADDRESS}?haku=eiole&sarake=fund").content.decode()
    assert "Rajauksella ei löydy hankkeita" in text
    assert 'href="?sarake=fund">Näytä kaikki' in text


def test_a_named_view_keeps_filters_columns_and_order(officer, three):
    query = "kori=in_basket&haku=&sarake=fund&jarjesta=-name&sivu=2&muoto=csv"
    response = officer.post(f"{ADDRESS}nakymat/", {"name": "Omat", "query": query})
    assert response["Location"] == f"{ADDRESS}?kori=in_basket&sarake=fund&jarjesta=-name"
    view = officer.get(response["Location"]).context["views"][0]
    assert (view["view"].name, view["is_current"]) == ("Omat", True)
    assert names(officer.get(view["url"])) == ["Ässät"]


def test_the_same_name_takes_the_new_list(officer, three):
    for query in ("kori=in_basket", "kori=left"):
        officer.post(f"{ADDRESS}nakymat/", {"name": "Omat", "query": query})
    assert [view.query for view in SavedView.objects.all()] == ["kori=left"]


@pytest.mark.parametrize(
    ("name", "query"), [("", "kori=left"), ("  \0 ", ""), ("x" * 81, ""), ("Omat", "haku=" + "x" * 2000)]
)
def test_a_view_that_cannot_be_kept_is_refused_in_words(officer, three, name, query):
    response = officer.post(f"{ADDRESS}nakymat/", {"name": name, "query": query}, follow=True)
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert not SavedView.objects.exists()


def test_a_view_is_its_makers_own(officer, member, three):
    officer.post(f"{ADDRESS}nakymat/", {"name": "Omat", "query": "kori=left"})
    view = SavedView.objects.get()
    assert member.get(ADDRESS).context["views"] == []
    member.post(f"{ADDRESS}nakymat/{view.pk}/poista/")
    assert SavedView.objects.exists()
    officer.post(f"{ADDRESS}nakymat/{view.pk}/poista/")
    assert not SavedView.objects.exists()


def test_a_view_may_hold_any_text_of_an_address(officer, three):
    officer.post(f"{ADDRESS}nakymat/", {"name": "<b>Omat</b>", "query": "haku=%00&kori=\0&vaihe=<script>"})
    text = officer.get(ADDRESS).content.decode()
    assert "&lt;b&gt;Omat&lt;/b&gt;" in text
    assert "<script>vaihe" not in text


def test_an_invented_project_is_marked(officer, programme):
    builders.a_project(programme, name="Keksitty", example=True)
    assert "keksitty esimerkki" in officer.get(ADDRESS).content.decode()
    assert "Keksitty (keksitty esimerkki)" in officer.get(f"{ADDRESS}?muoto=csv").content.decode()


@pytest.mark.parametrize("size", [1, 3, 50])
def test_the_same_statements_for_any_number_of_projects(officer, programme, django_assert_num_queries, size):
    measures = [builders.a_measure(programme) for _ in range(size)]
    places = [builders.a_municipality() for _ in range(size)]
    for _ in range(size):
        project = builders.a_project(programme, *measures, implementer=builders.an_organisation(programme))
        set_municipalities(by=None, now=builders.NOW, project=project, municipalities=places)
    officer.get(ADDRESS)
    with django_assert_num_queries(14):
        officer.get(ADDRESS)
    with django_assert_num_queries(16):
        officer.get(f"{ADDRESS}?sarake=municipalities&sarake=measures")

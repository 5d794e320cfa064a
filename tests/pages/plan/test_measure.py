"""A measure's page: targets, light, course and forecast, projects, who is responsible."""

from datetime import date

from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Role
from tests import builders


def page_of(client, address="/seutu/suunnitelma/1.1/"):
    return LexborHTMLParser(client.get(address).content.decode())


def words(node):
    return " ".join(node.text(separator=" ").split())


def test_measure_shows_its_light_reason_and_figures(small, officer):
    page = page_of(officer)
    (section,) = page.css(f"section[aria-labelledby=m{small.people.pk}]")

    assert words(page.css_first(".lead")) == "■ Vaarassa Aloittaneet: 40, tähän mennessä odotettu 78."
    assert words(section.css_first(".section-head")) == "Aloittaneet, henkilöä ■ Vaarassa"
    assert [words(cell) for cell in section.css_first("table tbody tr").css("td")][:4] == ["40", "78", "100", "15"]


def test_course_has_its_table_beside_it(small, officer):
    chart = page_of(officer).css_first("figure.chart")
    rows = [[words(cell) for cell in row.css("th, td")] for row in chart.css("table tbody tr")]

    assert chart.css_first("svg.course").attributes["aria-label"].startswith("Kehitys ja ennuste: toteutunut 40")
    assert rows[0][:3] == ["1.1.2010", "0", "–"]
    assert ["31.12.2011", "67", "40"] in [row[:3] for row in rows]
    assert rows[-1][0] == "31.12.2012"


def test_projects_and_the_responsible_are_named(small, officer):
    page = page_of(officer)
    small.measure.responsible = builders.an_organisation(small.programme, name="Kehitysyhtiö")
    small.measure.description_fi = "Yrittäjäksi aikovia neuvotaan."
    small.measure.save()

    assert words(page.css_first("dl .missing")) == "puuttuu"
    page = page_of(officer)
    assert page.css_first("dl .missing") is None
    assert "Kehitysyhtiö" in page.css_first("dl").text()
    assert "Yrittäjäksi aikovia neuvotaan." in page.css_first("main").text()
    assert page.css_first("aside .todo a").attributes["href"] == "/seutu/hankekori/S20001/"


def test_measure_without_anything_says_so(small, officer):
    main = page_of(officer, "/seutu/suunnitelma/1.2/").css_first("main").text()

    assert "Toimenpiteelle ei ole asetettu tavoitteita, eikä siitä ole vielä raportoitu." in main
    assert "Yksikään hanke ei vielä toteuta tätä toimenpidettä." in main


def test_figure_without_a_target_has_no_light_and_no_forecast(small, officer):
    extra = builders.an_indicator(small.programme, name_fi="Lisämittari")
    builders.a_ledger_entry(small.project, extra, 3)
    section = page_of(officer).css_first(f"section[aria-labelledby=m{extra.pk}]")

    assert words(section.css_first(".state")) == "– Ei koske"
    assert [words(cell) for cell in section.css_first("table tbody tr").css("td")] == ["3", "–", "–", "puuttuu", "–"]


def test_target_of_the_same_number_in_a_later_plan_is_not_mixed_in(small, officer):
    version = builders.a_plan(small.programme, number=2, adopted_on=date(2012, 1, 1))
    later = builders.a_measure(
        small.programme, builders.an_objective(small.programme, version, number="1"), number="1.1", name_fi="Uudistettu"
    )
    builders.a_target(later, small.people, 500)

    before = page_of(officer, "/seutu/suunnitelma/1.1/?paiva=2011-12-31")
    after = page_of(officer, "/seutu/suunnitelma/1.1/?paiva=2012-04-30")

    assert "Neuvonta" in before.css_first("h1").text()
    assert words(before.css_first("td[data-label=Tavoitearvo]")) == "100"
    assert "tavoite 100" in before.css_first("svg.course").text()
    assert "Uudistettu" in after.css_first("h1").text()
    assert words(after.css_first("td[data-label=Tavoitearvo]")) == "500"


def test_member_sees_the_same_measure(small, officer, entered):
    member = page_of(entered(Role.MEMBER)).css_first("#tilanne").text()

    assert member == page_of(officer).css_first("#tilanne").text()

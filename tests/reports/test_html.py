"""HTML: semantic, escaped, the four states apart, no inline style."""

import pytest
from hypothesis import given
from selectolax.lexbor import LexborHTMLParser

from hankekori.core.status import Light
from hankekori.reports.document import Cell, Column, Heading, Row, Table, Text
from hankekori.reports.writers.html import html_body, write_html
from tests.reports.documents import HOSTILE, documents, report, table

ALLOWED = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "header",
    "main",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "br",
    "strong",
    "span",
    "small",
    "div",
    "a",
    "ul",
    "ol",
    "li",
}
ALLOWED |= {"dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"}


@pytest.fixture(scope="module")
def page():
    return LexborHTMLParser(write_html(report()).decode())


def test_the_page_has_title_language_and_one_main_heading(page):
    assert page.css_first("html").attributes["lang"] == "fi"
    assert page.css_first("title").text() == "Rakennemuutostyöryhmän raportti"
    assert [heading.text() for heading in page.css("h1")] == ["Rakennemuutostyöryhmän raportti"]
    assert [heading.text() for heading in page.css("h2")] == ["Tilanne", "Hankekori"]


def test_the_marking_and_what_the_report_is_about_stand_on_top(page):
    assert page.css_first(".marking").text() == "seurantatiedot ovat keksittyjä esimerkkejä"
    assert [fact.text() for fact in page.css_first("dl.facts.tight").css("dt, dd")] == [
        "Ohjelma",
        "Heinolan seutu nousuun",
        "Tilanne",
        "30.4.2012",
    ]


def test_contents_link_to_the_headings(page):
    links = {link.attributes["href"]: link.text() for link in page.css(".contents a")}

    assert list(links.values()) == ["Tilanne", "Hankekori"]
    assert all(page.css_first(f'[id="{link[1:]}"]').text() == text for link, text in links.items())


def test_header_cells_say_what_they_head(page):
    kori = page.css_first('table[id="kori"]')

    assert [cell.text() for cell in kori.css('thead th[scope="col"]')] == [
        "Hanke",
        "Alkaa",
        "Myönnetty, euroa",
        "Käytetty, %",
        "Työpaikat, kpl",
        "Tila",
    ]
    assert [cell.text() for cell in kori.css('tbody th[scope="row"]')] == ["Hanke 0", "Hanke 1", "Hanke 2", "Hanke 3"]
    assert kori.css_first("caption").text() == "Hankekori"


def test_zero_not_measured_not_applicable_and_missing_look_different():
    page = LexborHTMLParser(html_body(report(table(4))))

    values = [row.css("td")[3] for row in page.css("tbody tr")]
    assert [value.css_first(".value").attributes["class"] if value.css_first(".value") else "" for value in values] == [
        "",
        "value not_measured",
        "value not_applicable",
        "value missing",
    ]
    assert [value.text() for value in values] == ["0", "ei vielä mitattu", "–ei koske", "puuttuu"]


def test_the_sum_leaves_out_what_is_not_known_and_says_so():
    page = LexborHTMLParser(html_body(report(table(4))))

    assert [cell.text() for cell in page.css("tfoot td")] == ["Yhteensä", "", "776\u00a0900", "", "0", ""]
    assert "Summassa ei ole mukana puuttuvia eikä vielä mittaamattomia arvoja: Työpaikat 2." in page.text()


@pytest.mark.parametrize("light", Light)
def test_a_light_is_a_shape_and_a_word(light):
    one = Table("t", "T", (Column("s", "Tila", "state"),), (Row((Cell("", light=light),)),))

    state = LexborHTMLParser(html_body(report(one))).css_first(".state")
    assert state.css_first(".shape").attributes["aria-hidden"] == "true"
    assert len(state.text().split()) >= 2


def test_a_figure_has_a_name_and_its_table(page):
    figure = page.css_first('figure[id="kuva-1"]')

    assert figure.css_first("figcaption").text() == "Toteutunut ja tavoite"
    assert figure.css_first('.picture[role="region"][tabindex="0"]').attributes["aria-label"] == "Toteutunut ja tavoite"
    picture = figure.css_first('.picture > [role="img"]')
    assert picture.attributes["aria-label"] == "Palkit: uusia työpaikkoja 61, tavoite 155."
    assert figure.css_first("svg").attributes["aria-hidden"] == "true"
    assert figure.css_first("details table caption").text() == "Palkkien luvut"


def test_ids_are_not_used_twice(page):
    ids = [node.attributes["id"] for node in page.css("[id]")]

    assert len(ids) == len(set(ids))


def test_only_the_head_has_style(page):
    assert [node.tag for node in page.css("[style], body style, script, link")] == []


def test_hostile_text_stays_text():
    body = html_body(report(Text(f"{HOSTILE}<script>alert(1)</script>")))

    assert LexborHTMLParser(body).css("script, z") == []
    assert f"{HOSTILE}<script>alert(1)</script>" in LexborHTMLParser(body).text()


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "//example.org", "#nowhere", 'https://e.org/"x']
)
def test_a_link_that_leads_nowhere_good_is_left_out(link):
    one = Table("t", "T", (Column("n", "Nimi"),), (Row((Cell("Hanke", link=link),)),))

    found = LexborHTMLParser(html_body(report(one))).css_first("tbody a")
    assert found is None or found.attributes["href"] == link == 'https://e.org/"x'


def test_a_link_inside_the_document_is_kept():
    one = Table("t", "T", (Column("n", "Nimi"),), (Row((Cell("Tilanne", link="#tilanne"),)),))

    page = LexborHTMLParser(html_body(report(Heading("Tilanne", anchor="tilanne"), one)))
    assert page.css_first("tbody a").attributes["href"] == "#tilanne"


@pytest.mark.parametrize(("language", "words"), [("fi", "Yhteensä"), ("sv", "Totalt"), ("en", "Total")])
def test_the_writers_own_words_are_in_the_documents_language(language, words):
    page = LexborHTMLParser(html_body(report(table(), language=language)))

    assert page.css_first("tfoot td").text() == words


def test_the_same_document_is_the_same_page():
    assert write_html(report()) == write_html(report())


@given(documents())
def test_any_text_stays_text(document):
    page = LexborHTMLParser(write_html(document).decode())

    assert {node.tag for node in page.css("*")} <= ALLOWED
    assert page.css("[style], [onclick]") == []

"""A newcomer compiles women's new jobs by municipality and funder of 2011, with keys alone."""

import pytest
from playwright.sync_api import expect
from python_calamine import CalamineWorkbook

from tests.browser.conftest import violations

pytestmark = pytest.mark.browser
WOMEN = "26"  # new jobs of women in the demo, 2011, as the rows of the overview's figure add up to


def choose(page, label, option):
    """Go to a list with Tab from where one is, and choose from it as a browser does for typed letters."""
    field = page.get_by_label(label, exact=True)
    for _ in range(60):
        page.keyboard.press("Tab")
        if field.evaluate("(node) => node === document.activeElement"):
            break
    expect(field).to_be_focused()
    with page.expect_response(lambda response: "/koosta/" in response.url and response.status == 200):
        field.select_option(label=option)
    page.wait_for_load_state("networkidle")


def test_a_newcomer_compiles_with_keys_alone(visit):
    page = visit()
    page.goto("/heinola/raportit/")
    page.get_by_role("link", name="Koosta tietoa").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Koosta tietoa")
    choose(page, "Mittari", "Uudet työpaikat, työpaikkaa")
    choose(page, "Ryhmittele", "Kunta")
    choose(page, "ja edelleen", "Rahoittaja (rahasto)")
    choose(page, "Ajalta", "2011")
    expect(page.locator("table.compiled tfoot")).to_contain_text(WOMEN)
    expect(page.locator(".htmx-request, .htmx-swapping, .htmx-settling, .htmx-added")).to_have_count(0)
    total = page.get_by_role("checkbox", name="Yhteensä")
    total.focus()
    expect(total).to_be_focused()
    with page.expect_response(lambda response: "/koosta/" in response.url and response.status == 200):
        page.keyboard.press("Space")

    expect(page.locator("table.compiled thead")).not_to_contain_text("Yhteensä")
    expect(page.locator("table.compiled tfoot")).to_contain_text(WOMEN)
    expect(page.locator(".part-of")).to_contain_text("70, joista naisia 35")
    file = page.get_by_role("link", name="XLSX")
    file.focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    book = CalamineWorkbook.from_path(download.value.path())
    cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
    assert int(WOMEN) in cells


def test_one_click_gives_the_same(visit):
    page = visit()
    page.goto("/heinola/raportit/koosta/")
    page.get_by_role("link", name="Uudet työpaikat: naiset kunnittain ja rahoittajittain 2011").click()

    expect(page.locator("table.compiled tfoot")).to_contain_text(WOMEN)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_accessible(visit, width, scheme):
    page = visit(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto("/heinola/raportit/koosta/?mista=hankkeet&ryhma=toteuttaja&ryhma=rahasto&luku=myonnetty&rajaa=kunta")

    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_form_answers_without_javascript(visit):
    page = visit(java_script_enabled=False)
    page.goto("/heinola/raportit/koosta/")
    page.get_by_label("Ajalta").select_option("2011")
    page.get_by_role("button", name="Koosta", exact=True).click()

    assert "jakso=2011" in page.url
    expect(page.locator("table.compiled")).to_be_visible()

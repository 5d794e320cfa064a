"""Every form works with JavaScript off."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

import hankekori

pytestmark = pytest.mark.browser
DESCRIPTION = Path(hankekori.__file__).parent / "demo" / "data" / "descriptions" / "esf-2014.txt"


@pytest.fixture
def page(visit):
    return visit(java_script_enabled=False)


def test_role_and_language_are_chosen(visit):
    page = visit(None, java_script_enabled=False)
    page.goto("/")
    page.get_by_role("button", name="Työryhmän jäsen").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Tilannekuva")
    page.locator(".side-inner").get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/heinola/suunnitelma/")
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_one_logs_out(visit):
    page = visit(None, java_script_enabled=False)
    page.goto("/")
    page.get_by_role("button", name="Seuraaja").click()
    page.locator(".side-inner .me summary").click()
    page.locator(".side-inner").get_by_role("button", name="Kirjaudu ulos").click()
    expect(page.get_by_role("button", name="Seuraaja")).to_be_visible()


def test_another_day_is_looked_at(page):
    page.goto("/heinola/suunnitelma/")
    page.get_by_text("Toinen päivä").click()
    page.get_by_label("Tilannepäivä").fill("2011-06-30")
    page.get_by_role("button", name="Näytä", exact=True).click()
    expect(page.locator(".lead").first).to_contain_text("Tilanne 30.6.2011.")
    page.get_by_role("link", name="Palaa").click()
    expect(page.locator(".lead").first).to_contain_text("Tilanne 30.4.2012.")


def test_list_is_filtered(page):
    page.goto("/heinola/hankekori/")
    page.get_by_label("Haku: koodi, nimi tai toteuttaja").fill("OKSA")
    page.get_by_role("button", name="Rajaa").click()
    expect(page.locator("main tbody tr")).to_have_count(1)


def test_documents_are_read_and_left(page):
    page.goto("/heinola/hankekori/tuo/")
    page.locator("input[type=file]").set_input_files(DESCRIPTION)
    page.get_by_role("button", name="Lue tiedostot").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mitä tiedostoista ymmärrettiin")
    page.get_by_role("button", name="Peru tuonti").click()
    expect(page.locator("main")).to_contain_text("eikä siitä tallennettu mitään")


def test_project_is_added_edited_and_joined_to_the_plan(page):
    page.goto("/heinola/hankekori/uusi/")
    page.get_by_label("Hankkeen nimi").fill("Uusi hanke selaimesta")
    page.get_by_role("button", name="Lisää hanke").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Uusi hanke selaimesta")
    address = page.url
    page.goto(f"{address}muokkaa/")
    page.get_by_label("Hankkeen nimi").fill("Toinen nimi")
    page.get_by_role("button", name="Tallenna").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Toinen nimi")
    page.goto(f"{address}suunnitelma/")
    page.locator(".share-field input").first.fill("100")
    page.get_by_role("button", name="Tallenna osuudet").click()
    expect(page.locator(".shares")).to_contain_text("100 %")


def test_bad_input_keeps_what_was_typed(page):
    page.goto("/heinola/hankekori/uusi/")
    page.get_by_label("Hankkeen nimi").fill("Takaperoinen")
    page.get_by_label("Alkaa").fill("31.12.2012")
    page.get_by_label("Päättyy").fill("1.1.2012")
    page.get_by_role("button", name="Lisää hanke").click()
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.get_by_label("Alkaa")).to_have_value("31.12.2012")
    assert ["status of 422" in line for line in page.complaints] == [True]
    page.complaints.clear()


def test_report_is_frozen(page):
    page.goto("/heinola/raportit/uusi/")
    page.get_by_role("button", name="Jäädytä raportti").click()
    expect(page.get_by_role("link", name="Lataa PDF")).to_be_visible()

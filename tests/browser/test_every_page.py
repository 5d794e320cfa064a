"""Every page in the browser: accessibility rules wide and narrow, light and dark; nothing overflows or complains."""

from itertools import pairwise

import pytest

from tests.browser.conftest import violations

pytestmark = pytest.mark.browser
PAGES = {
    "/": None,
    "/kirjaudu/": None,
    "/heinola/": "Koordinaattori",
    "/heinola/?paiva=2009-01-01&tiedetty=2009-01-01": "Työryhmän jäsen",
    "/heinola/hankekori/": "Koordinaattori",
    "/heinola/hankekori/?haku=eiole": "Työryhmän jäsen",
    "/heinola/hankekori/vertaa/?hanke=S11010&hanke=S10930": "Koordinaattori",
    "/heinola/hankekori/uusi/": "Koordinaattori",
    "/heinola/hankekori/tuo/": "Koordinaattori",
    "/heinola/hankekori/S10930/": "Koordinaattori",
    "/heinola/hankekori/S10930/seuranta/": "Koordinaattori",
    "/heinola/hankekori/S10930/rahoitus/": "Koordinaattori",
    "/heinola/hankekori/S10930/suunnitelma/": "Koordinaattori",
    "/heinola/hankekori/S10930/historia/": "Koordinaattori",
    "/heinola/hankekori/S10930/muokkaa/": "Koordinaattori",
    "/heinola/hankekori/A32919/kori/": "Koordinaattori",
    "/heinola/suunnitelma/": "Koordinaattori",
    "/heinola/suunnitelma/puutteet/": "Koordinaattori",
    "/heinola/suunnitelma/muutokset/?vertaa=2011-06-30&tiedetty=2012-04-30": "Koordinaattori",
    "/heinola/suunnitelma/1.2/": "Koordinaattori",
    "/heinola/suunnitelma/1.2/muutokset/?vertaa=2012-04-30&tiedetty=2011-06-30": "Työryhmän jäsen",
    "/heinola/suunnitelma/1.2/1/": "Koordinaattori",
    "/heinola/suunnitelma/luku/1/": "Koordinaattori",
    "/heinola/seuranta/": "Koordinaattori",
    "/heinola/seuranta/?tila=approved": "Seuraaja",
    "/heinola/seuranta/?puuttuu=figures": "Hankkeen raportoija",
    "/heinola/seuranta/uusi/": "Koordinaattori",
    "/heinola/seuranta/1/linkit/": "Koordinaattori",
    "/heinola/seuranta/1/sulje/": "Koordinaattori",
    "/heinola/seuranta/lahetetyt/": "Koordinaattori",
    "/heinola/seuranta/raportti/8/": "Hankkeen raportoija",
    "/heinola/seuranta/raportti/10/": "Koordinaattori",
    "/heinola/seuranta/raportti/10/palauta/": "Koordinaattori",
    "/heinola/seuranta/raportti/13/": "Koordinaattori",
    "/heinola/hankekori/S10930/omat-tavoitteet/": "Koordinaattori",
    "/heinola/asetukset/": "Koordinaattori",
    "/heinola/asetukset/ohjelma/": "Koordinaattori",
    "/heinola/asetukset/kunnat/": "Koordinaattori",
    "/heinola/asetukset/mittarit/": "Koordinaattori",
    "/heinola/asetukset/mittarit/luettelo/?kausi=2021-2027": "Koordinaattori",
    "/heinola/asetukset/mittarit/uusi/": "Koordinaattori",
    "/heinola/asetukset/mittarit/1/": "Koordinaattori",
    "/heinola/asetukset/suunnitelma/": "Koordinaattori",
    "/heinola/asetukset/suunnitelma/1/": "Koordinaattori",
    "/heinola/asetukset/suunnitelma/2/": "Koordinaattori",
    "/heinola/asetukset/suunnitelma/2/tavoite/uusi/": "Koordinaattori",
    "/heinola/asetukset/suunnitelma/1/toimenpide/1/tavoitearvot/": "Koordinaattori",
    "/heinola/asetukset/suunnitelma/1/toimenpide/1/tavoitearvot/1/": "Koordinaattori",
    "/heinola/asetukset/henkilot/": "Koordinaattori",
    "/heinola/asetukset/henkilot/1/": "Koordinaattori",
    "/heinola/asetukset/ilmoitukset/": "Koordinaattori",
    "/heinola/raportit/": "Koordinaattori",
    "/heinola/raportit/uusi/": "Koordinaattori",
    "/heinola/raportit/koosta/": "Seuraaja",
    "/heinola/tyoryhma/": "Työryhmän jäsen",
    "/heinola/tyoryhma/seuranta/": "Koordinaattori",
    "/heinola/tyoryhma/seuranta/1/": "Koordinaattori",
    "/heinola/tyoryhma/toimielimet/": "Koordinaattori",
    "/heinola/tyoryhma/toimielimet/1/": "Koordinaattori",
    "/heinola/tyoryhma/kokoukset/uusi/": "Koordinaattori",
    "/heinola/tyoryhma/kokoukset/14/": "Työryhmän jäsen",
    "/heinola/tyoryhma/kokoukset/14/istunto/": "Työryhmän jäsen",
    "/heinola/tyoryhma/kokoukset/14/poytakirja/": "Koordinaattori",
    "/heinola/tyoryhma/kokoukset/15/": "Koordinaattori",
    "/heinola/tyoryhma/kokoukset/15/istunto/": "Koordinaattori",
    "/heinola/viestinta/": "Koordinaattori",
    "/heinola/hankekori/A32919/arviointi/": "Koordinaattori",
    "/heinola/hankekori/S11010/rahoittajalle/": "Koordinaattori",
    "/komponentit/": None,
}
ERRORS = {
    "/heinola/?paiva=eilen": ("Koordinaattori", 400),
    "/heinola/raportit/uusi/": ("Työryhmän jäsen", 403),
    "/heinola/suunnitelma/9.9/": ("Koordinaattori", 404),
    "/raportoi/x/": (None, 404),
}
LOOKS = {  # each language once in light and once in dark, once wide and once on a phone
    "fi": [((1280, 900), "light"), ((390, 844), "dark")],
    "en": [((390, 844), "light"), ((1280, 900), "dark")],
}
NARROWEST = 320


@pytest.fixture(scope="module", params=LOOKS)
def reader(request, contexts):
    """Return a function that gives the page of a role in one language, kept for all its addresses."""
    kept = {}

    def page(role):
        if role not in kept:
            kept[role] = contexts(role, language=request.param)
            kept[role].language = request.param
        kept[role].complaints.clear()
        return kept[role]

    return page


@pytest.mark.parametrize("address", PAGES)
def test_page_is_accessible_and_fits(reader, address):
    page = reader(PAGES[address])
    response = page.goto(address)
    assert response.status == 200
    assert page.evaluate("document.documentElement.lang") == page.language
    for size, scheme in LOOKS[page.language]:
        look(page, size, scheme)
        assert violations(page) == [], (size, scheme)
    page.set_viewport_size({"width": NARROWEST, "height": 700})
    assert wider_than_the_screen(page) == []
    assert page.complaints == []


@pytest.mark.parametrize("address", ERRORS)
def test_error_page_is_accessible_and_fits(reader, address):
    role, status = ERRORS[address]
    page = reader(role)
    assert page.goto(address).status == status
    for size, scheme in LOOKS[page.language]:
        look(page, size, scheme)
        assert violations(page) == [], (size, scheme)
    page.set_viewport_size({"width": NARROWEST, "height": 700})
    assert wider_than_the_screen(page) == []


def test_a_published_report_fits_a_phone_without_logging_in(contexts):
    officer = contexts()
    officer.goto("/heinola/raportit/uusi/")
    officer.get_by_role("button", name="Jäädytä raportti").click()
    officer.locator("summary", has_text="Julkaise").click()
    officer.get_by_role("button", name="Julkaise raportti").click()
    reader = contexts(None, viewport={"width": NARROWEST, "height": 700})
    reader.goto("/heinola/julkaistut/")
    assert wider_than_the_screen(reader) == []
    reader.locator("main table a").first.click()
    assert reader.locator("h1").is_visible()
    assert wider_than_the_screen(reader) == []
    assert violations(reader) == []


def look(page, size, scheme):
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme)


def wider_than_the_screen(page):
    """List what makes the page scroll sideways: elements over the edge that no scrolling box holds."""
    return page.evaluate(
        """() => {
            const edge = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= edge) return [];
            const held = (element) => element.parentElement && (
                getComputedStyle(element.parentElement).overflowX !== "visible" || held(element.parentElement));
            return [...document.body.querySelectorAll("*")]
                .filter((element) => element.getBoundingClientRect().right > edge + 0.5 && !held(element))
                .map((element) => element.outerHTML.slice(0, 120));
        }"""
    )


def test_printed_page_is_one_thing_after_another(contexts):
    page = contexts()
    page.goto("/heinola/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})  # an A4 sheet inside its margins
    boxes = [part.bounding_box() for part in page.locator(".three > *").all()]
    assert not page.locator(".side").is_visible()
    assert wider_than_the_screen(page) == []
    assert [upper["y"] + upper["height"] <= lower["y"] + 1 for upper, lower in pairwise(boxes)] == [True, True]

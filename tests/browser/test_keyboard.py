"""Everything is reached and used with a keyboard, and one always sees where one is."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PAGES = [
    "/heinola/",
    "/heinola/hankekori/",
    "/heinola/hankekori/S10930/",
    "/heinola/hankekori/S10930/muokkaa/",
    "/heinola/hankekori/tuo/",
    "/heinola/suunnitelma/1.2/",
    "/heinola/seuranta/",
    "/heinola/seuranta/raportti/8/",
    "/heinola/raportit/uusi/",
]
SEEN = """() => {
    const now = document.activeElement, look = getComputedStyle(now), box = now.getBoundingClientRect();
    const around = now.closest(".figure") ? getComputedStyle(now.closest(".figure")) : look;
    return {
        html: now.outerHTML.slice(0, 120),
        marked: [look, around].some((each) => each.outlineStyle !== "none" && parseFloat(each.outlineWidth) >= 2),
        onScreen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled && each.type !== "hidden")
    .filter((each) => each.type !== "radio" || each.checked)
    .map((each) => each.outerHTML.slice(0, 120))"""


def walk(page):
    """Press Tab through the whole page and tell what was met."""
    met = []
    while len(met) < 400:
        page.keyboard.press("Tab")
        place = page.evaluate(SEEN)
        if place["html"].startswith("<body") or (met and place["html"] == met[0]["html"]):
            break
        met.append(place)
    return met


@pytest.mark.parametrize("address", PAGES)
def test_tab_reaches_everything_and_shows_where_it_is(visit, address):
    page = visit()
    page.goto(address)
    met = walk(page)

    assert [place["html"] for place in met if not place["marked"]] == []
    assert [place["html"] for place in met if not place["onScreen"]] == []
    assert sorted(place["html"] for place in met) == sorted(page.evaluate(REACHABLE))


def test_skip_link_is_first_and_leads_past_the_menu(visit):
    page = visit()
    page.goto("/heinola/suunnitelma/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_day_is_chosen_with_keys_alone(visit):
    page = visit()
    page.goto("/heinola/")
    page.get_by_text("Toinen päivä").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Tilannepäivä")).to_be_focused()
    page.get_by_label("Tilannepäivä").fill("2011-12-31")
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Tilannekuva 31.12.2011")


def test_picture_opens_its_table_with_a_key(visit):
    page = visit()
    page.goto("/heinola/")
    chart = page.locator("section[aria-labelledby=kunnat]")
    chart.locator("summary").focus()
    page.keyboard.press("Space")

    expect(chart.get_by_role("row", name="Heinola")).to_be_visible()


def test_role_menu_opens_and_closes_with_keys(visit):
    page = visit()
    page.goto("/heinola/")
    menu = page.locator(".side-inner .me")
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("button", name="Kirjaudu ulos")).to_be_visible()
    page.keyboard.press("Escape")

    expect(menu.get_by_role("button", name="Kirjaudu ulos")).to_be_hidden()
    expect(menu.locator("summary")).to_be_focused()


def test_wide_table_scrolls_with_keys_on_a_phone(visit):
    page = visit(viewport={"width": 320, "height": 700})
    page.goto("/heinola/suunnitelma/luku/1/")
    table = page.locator("main .wide").first
    table.focus()
    page.keyboard.press("ArrowRight")
    for _ in range(50):
        if moved := table.evaluate("(box) => box.scrollLeft"):
            break
        page.wait_for_timeout(100)

    assert moved > 0

"""The gallery in chromium: accessibility rules, no sideways scrolling, nothing against the content policy."""

import shutil
from mimetypes import guess_type
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.middleware.csp import ContentSecurityPolicyMiddleware
from django.test import RequestFactory
from playwright.sync_api import sync_playwright

from hankekori.web.views import gallery

pytestmark = [pytest.mark.browser, pytest.mark.urls("django.conf.urls.i18n")]  # needs no page of the product
ADDRESS = "http://hankekori.test"
WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.fixture
def answer():
    """Return what a server would, without one: the gallery with its headers, and the static files."""
    page = ContentSecurityPolicyMiddleware(gallery)(RequestFactory().get("/komponentit/"))

    def fulfil(route):
        path = route.request.url.removeprefix(ADDRESS).partition("?")[0]
        if path == "/komponentit/":
            return route.fulfill(body=page.content, headers=dict(page.items()))
        found = finders.find(path.removeprefix("/static/"))
        if not found:
            return route.fulfill(status=404)
        return route.fulfill(body=Path(found).read_bytes(), content_type=guess_type(found)[0])

    return fulfil


@pytest.fixture(scope="module")
def chromium():
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_gallery(chromium, answer):
    contexts = []

    def opened(**wishes):
        context = chromium.new_context(locale="fi-FI", **wishes)
        contexts.append(context)
        context.route("**/*", answer)
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(f"{ADDRESS}/komponentit/")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_accessibility_rules_hold(open_gallery, scheme, width):
    page = open_gallery(viewport={"width": width, "height": 900}, color_scheme=scheme)
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(rule["id"], [node["html"][:120] for node in rule["nodes"]]) for rule in found] == []
    assert page.complaints == []


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_page_never_scrolls_sideways(open_gallery, width):
    page = open_gallery(viewport={"width": width, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_phone_menu_opens_without_javascript(open_gallery):
    page = open_gallery(viewport={"width": 390, "height": 900}, java_script_enabled=False)
    link = page.locator(".phone-menu").get_by_role("link", name="Suunnitelma")
    assert not link.is_visible()
    page.locator(".phone-menu > summary").click()
    assert link.is_visible()


def test_escape_closes_the_phone_menu_and_gives_focus_back(open_gallery):
    page = open_gallery(viewport={"width": 390, "height": 900})
    page.locator(".phone-menu > summary").click()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    assert page.locator(".phone-menu[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_skip_link_is_the_first_stop(open_gallery):
    page = open_gallery(viewport={"width": 1280, "height": 900})
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#sisalto"


def test_chosen_files_are_named(open_gallery):
    page = open_gallery(viewport={"width": 1280, "height": 900})
    zone = page.locator("[data-drop]").first
    zone.locator("input[type=file]").set_input_files(
        [{"name": "S11010.txt", "mimeType": "text/plain", "buffer": b"1. Hanke"}]
    )
    assert zone.locator("[data-drop-chosen] li").all_inner_texts() == ["S11010.txt"]


def test_every_target_is_at_least_24_pixels(open_gallery):
    """Links inside sentences are exempt (WCAG 2.2, 2.5.8); all others are measured."""
    page = open_gallery(viewport={"width": 1280, "height": 900})
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input:not([type=hidden]), select, summary, textarea")]
            .filter((target) => target.offsetParent && !target.closest("p, li:not(nav li), dd"))
            .map((target) => [target.outerHTML.slice(0, 80), target.getBoundingClientRect()])
            .filter(([, box]) => box.width < 23.9 || box.height < 23.9)
            .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""
    )
    assert small == []

"""The time slider of a measure: figures, picture and address follow it by keyboard; without JavaScript it is a list."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
MEASURE = "/heinola/suunnitelma/1.2/"


def test_figures_picture_and_address_follow_the_slider(visit):
    page = visit()
    page.goto(MEASURE)
    slider = page.get_by_role("slider", name="Tilannepäivä")
    expect(slider).to_have_attribute("aria-valuetext", "30.4.2012 (nyt)")
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")

    expect(slider).to_have_attribute("aria-valuetext", "30.6.2011")
    expect(page).to_have_url(re.compile(r"\?paiva=2011-06-30&tiedetty="))
    expect(page.locator("#tilanne td[data-label=Nyt]").first).to_have_text("42")
    expect(page.get_by_role("status").filter(has_text="Tilanne")).to_contain_text("Tilanne 30.6.2011")
    expect(page.locator("svg.course").first).to_have_attribute("aria-label", re.compile("toteutunut 42"))
    expect(page.locator(".side .menu a").first).to_have_attribute("href", re.compile("paiva=2011-06-30"))
    expect(slider).to_be_focused()
    assert page.complaints == []


def test_what_was_known_follows_its_slider(visit):
    page = visit()
    page.goto(MEASURE)
    page.get_by_role("slider", name="Kirjattu viimeistään").focus()
    page.keyboard.press("Home")

    expect(page.locator("#tilanne td[data-label=Nyt]").first).to_have_text("0")


def test_list_moves_the_slider(visit):
    page = visit()
    page.goto(MEASURE)
    page.get_by_role("combobox", name="Tilannepäivä").select_option("2010-12-31")

    expect(page.get_by_role("slider", name="Tilannepäivä")).to_have_attribute("aria-valuetext", "31.12.2010")
    expect(page).to_have_url(re.compile(r"\?paiva=2010-12-31"))


def test_without_javascript_the_list_and_a_button_do_it(visit):
    page = visit(java_script_enabled=False)
    page.goto(MEASURE)
    expect(page.get_by_role("slider")).to_have_count(0)
    page.get_by_label("Tilannepäivä").select_option("2011-06-30")
    page.get_by_role("button", name="Näytä").click()

    expect(page.locator("#tilanne td[data-label=Nyt]").first).to_have_text("42")

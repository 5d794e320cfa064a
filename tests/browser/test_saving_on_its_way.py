"""Sending a report while its last figure is still on its way: one's own figure is not taken for another's."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_whole_report_waits_for_the_figure_that_is_on_its_way(visit):
    page = visit()
    page.goto("/heinola/seuranta/raportti/12/")
    network = page.context.new_cdp_session(page)
    network.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 700, "downloadThroughput": -1, "uploadThroughput": -1},
    )
    row = page.locator("tr[data-part]", has=page.get_by_label("Naisia")).last
    row.get_by_label("Kaikkiaan").fill("7")
    row.get_by_label("Naisia").fill("3")  # the number leaves by itself, without the women
    page.get_by_role("button", name="Tallenna", exact=True).click()
    expect(page.locator("#viestit")).to_contain_text("Raportti on tallennettu.", timeout=20_000)
    page.reload()

    assert page.get_by_text("Joku muu on").count() == 0
    expect(row.get_by_label("Kaikkiaan")).to_have_value("7")
    expect(row.get_by_label("Naisia")).to_have_value("3")

"""A whole half-year: asked by mail, reported on a phone, returned, sent again, approved at once, corrected."""

import email
import email.policy
import re
import time

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import violations

pytestmark = pytest.mark.browser
PROJECT, ADDRESS = "Heinola Resort 2012 - 2014", "resort@example.org"
JOBS, PEOPLE, SHOPS = "Uudet työpaikat", "Aloittaneet henkilöt", "Verkossa myyvät matkailuyritykset"
WINDOW = {"Kausi alkaa": "1.1.2015", "Kausi päättyy": "30.6.2015", "Raportointi alkaa": "1.7.2015"}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}
PATIENCE = 60  # seconds for the worker to write a mail


@pytest.fixture
def office(visit):
    return visit()


def headline(page) -> int:
    """Read the new jobs of the first page at the end of the half-year."""
    page.goto("/heinola/?paiva=2015-06-30")
    amount = page.locator(".figure", has_text=JOBS).locator(".amount").first.inner_text()
    return int(re.sub(r"\D", "", amount.partition("/")[0]))


def personal_link(folder, *, to: str) -> str:
    """Wait for the mail to the address and give the link in it."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for file in (folder / "var" / "mail").glob("*.eml"):
            mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            if mail["To"] == to:
                return re.search(r"https?://\S+/raportoi/\S+", mail.get_body(("plain",)).get_content())[0]
        time.sleep(0.5)
    pytest.fail(f"No mail to {to}")


def row(page, indicator: str):
    return page.locator("tr[data-part]", has=page.get_by_role("rowheader", name=indicator))


def type_as_on_a_phone(page) -> None:
    """Fill the figures: not measured and zero with one key each, the jobs in numbers."""
    row(page, PEOPLE).get_by_label("Kaikkiaan").focus()
    page.keyboard.press("e")
    expect(row(page, PEOPLE).get_by_label("ei vielä mitattu")).to_be_checked()
    expect(row(page, JOBS).get_by_label("Kaikkiaan")).to_be_focused()
    page.keyboard.type("2")
    row(page, JOBS).get_by_label("Naisia").fill("1")
    row(page, SHOPS).get_by_label("Kaikkiaan").focus()
    page.keyboard.press("n")
    expect(row(page, SHOPS).get_by_label("Kaikkiaan")).to_have_value("0")
    page.get_by_label("Onnistumiset").fill("Ensimmäiset yritykset myyvät verkossa.")
    page.get_by_label("Ongelmat").fill("Kesä oli sateinen.")


def open_round(page) -> str:
    """Open a half-year the demo has no results of, and send the links; give the round's address."""
    page.goto("/heinola/seuranta/")
    page.get_by_role("link", name="Avaa uusi kierros").click()
    expect(page.get_by_label("Kausi päättyy")).to_have_value("31.12.2012")
    for label, day in WINDOW.items():
        page.get_by_label(label).fill(day)
    page.get_by_role("button", name="Avaa kierros").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Seuranta 1.1.–30.6.2015")
    address = page.url
    page.get_by_role("link", name="Lähetä linkit").click()
    page.get_by_role("button", name="Lähetä").click()
    expect(page.locator("#viestit")).to_contain_text("Linkkejä lähtee 1")
    return address


def send(page) -> None:
    page.get_by_role("button", name="Lähetä ohjelmatoimistolle").click()
    expect(page.locator("#viestit")).to_contain_text("Raportti on lähetetty ohjelmatoimistoon.")
    assert violations(page) == []


def return_report(page) -> None:
    page.get_by_role("link", name="Palauta").click()
    page.get_by_label("Luvut ovat ristiriidassa").check()
    page.get_by_label("Mitä pitää tehdä").fill("Tarkista uudet työpaikat.")
    page.get_by_role("button", name="Palauta").click()
    expect(page.locator("#viestit")).to_contain_text("Raportti on palautettu")


def approve_all_sent(page, round_address: str) -> None:
    page.goto(f"{round_address}?tila=submitted")
    page.get_by_label(f"Valitse hyväksyttäväksi: {PROJECT}").check()
    page.get_by_role("button", name="Hyväksy valitut").click()
    assert violations(page) == []
    page.get_by_role("button", name="Hyväksy", exact=True).click()
    expect(page.locator("#viestit")).to_contain_text("1 raportti on hyväksytty.")


def correct_jobs(page) -> None:
    page.get_by_role("link", name=f"Oikaise: {JOBS}").click()
    assert violations(page) == []
    page.get_by_label("Oikea luku kaikkiaan").fill("5")
    page.get_by_label("Syy").select_option("late_information")
    page.get_by_label("Selitys").fill("Kaksi sopimusta allekirjoitettiin joulukuussa.")
    page.get_by_role("button", name="Kirjaa oikaisu").click()
    expect(row(page, JOBS)).to_contain_text("Oikaistu: 5")


def test_half_year_from_question_to_correction(office, visit, folder):
    before = headline(office)
    office.goto("/heinola/hankekori/S12122/muokkaa/")
    office.get_by_label("Sähköposti").fill(ADDRESS)
    office.get_by_role("button", name="Tallenna").click()
    round_address = open_round(office)

    phone = visit(None, **PHONE)
    link = personal_link(folder, to=ADDRESS)
    phone.goto(link)
    assert violations(phone) == []
    earlier = int(row(phone, JOBS).locator("td").last.locator("strong").inner_text())
    type_as_on_a_phone(phone)
    expect(row(phone, JOBS).locator("td").last).to_contain_text(str(earlier + 2))
    expect(phone.locator("#puuttuu")).not_to_contain_text("Ongelmat")
    expect(phone.locator("#tallennettu")).to_contain_text("Tallennettu")
    phone.reload()
    expect(row(phone, PEOPLE).get_by_label("ei vielä mitattu")).to_be_checked()
    expect(phone.get_by_label("Ongelmat")).to_have_value("Kesä oli sateinen.")
    send(phone)

    office.goto(round_address)
    office.get_by_role("link", name=PROJECT).click()
    report_address = office.url
    return_report(office)

    phone.goto(link)
    expect(phone.locator(".message.warning")).to_contain_text("Tarkista uudet työpaikat.")
    row(phone, JOBS).get_by_label("Kaikkiaan").fill("3")
    send(phone)

    approve_all_sent(office, round_address)
    assert headline(office) == before + 3
    office.goto(report_address)
    correct_jobs(office)
    assert headline(office) == before + 5


def test_two_people_at_one_figure_choose(visit):
    first, second = visit("Koordinaattori"), visit("Hankkeen raportoija")
    for page in (first, second):
        page.goto("/heinola/seuranta/raportti/8/")
    row(first, "Uudet yritykset").get_by_label("Kaikkiaan").fill("2")
    expect(first.locator("#tallennettu")).to_contain_text("Tallennettu")
    row(second, "Uudet yritykset").get_by_label("Kaikkiaan").fill("4")

    clash = row(second, "Uudet yritykset").locator(".clash")
    expect(clash).to_contain_text("Kaikkiaan: 2")
    expect(clash).to_contain_text("Kaikkiaan: 4")
    assert violations(second) == []
    clash.get_by_role("button", name="Pidä omani").click()
    expect(clash).to_have_count(0)
    expect(row(second, "Uudet yritykset").get_by_label("Kaikkiaan")).to_have_value("4")
    first.reload()
    expect(row(first, "Uudet yritykset").get_by_label("Kaikkiaan")).to_have_value("4")
    assert {"status of 409" in line for line in second.complaints} == {True}
    second.complaints.clear()


def test_report_is_written_without_javascript(visit):
    page = visit(java_script_enabled=False)
    page.goto("/heinola/seuranta/raportti/9/")
    page.get_by_role("button", name="Nolla:").first.click()
    page.get_by_label("Ongelmat").fill("Kiire")
    page.get_by_role("button", name="Tallenna", exact=True).click()

    expect(page.locator("#viestit")).to_contain_text("Raportti on tallennettu.")
    expect(page.locator("tr[data-part]").first.get_by_label("Kaikkiaan")).to_have_value("0")
    expect(page.get_by_label("Ongelmat")).to_have_value("Kiire")

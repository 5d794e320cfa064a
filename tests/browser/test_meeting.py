"""A meeting from its invitation to approved minutes: what it decides happens, what was frozen stays as it was."""

import email
import email.policy
import hashlib
import re
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar
from playwright.sync_api import expect

from tests.browser.conftest import violations

pytestmark = pytest.mark.browser
PROJECT, APPLICANT = "A32919", "Sysmän esimerkkijäsen"
PRESENT = ("Esimerkkipuheenjohtaja", "Esimerkkijäsen", "Esimerkkiopettaja", APPLICANT)
WITH_A_DEPUTY = "Hartolan esimerkkijäsen"
TASK = "Selvitetään, ketkä täsmäkoulutuksiin haetaan."
PATIENCE = 60  # seconds for the worker to write a mail


@pytest.fixture
def office(visit):
    return visit()


def frozen_before(page) -> str:
    """Freeze a report before the meeting; give its address."""
    page.goto("/heinola/raportit/uusi/")
    page.get_by_label("Tilannepäivä").fill("30.4.2012")
    page.get_by_role("button", name="Jäädytä").click()
    expect(page.locator("#viestit")).to_contain_text("jäädytetty")
    return page.url


def hash_of(page, report: str) -> str:
    """Open a frozen report and give the SHA-256 of its bytes, which the page itself must tell."""
    content = page.request.get(f"{report}tiedosto/json/").body()
    fingerprint = hashlib.sha256(content).hexdigest()
    page.goto(report)
    expect(page.locator("main")).to_contain_text(fingerprint)
    return fingerprint


def invitation(folder, *, sequence: int) -> Calendar:
    """Wait for an invitation of the sequence; give its calendar."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        for file in (folder / "var" / "mail").glob("*.eml"):
            mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            for part in mail.walk():
                if part.get_content_type() == "text/calendar":
                    calendar = Calendar.from_ical(part.get_content())
                    if calendar.events[0]["SEQUENCE"] == sequence:
                        return calendar
        time.sleep(0.5)
    pytest.fail(f"No invitation with sequence {sequence}")


def matter(page, title: str):
    return page.locator("section.matter", has=page.get_by_role("heading", level=2, name=re.compile(title)))


def sit(page) -> None:
    """Write who is there: four members and a deputy make a quorum, told at once."""
    for person in PRESENT:
        page.get_by_label(f"Paikalla: {person}").select_option(label="paikalla")
    page.get_by_label(f"Paikalla: {WITH_A_DEPUTY}").select_option(index=2)
    expect(page.locator("#paatosvalta")).to_contain_text("Äänivaltaisia paikalla 5")
    expect(page.locator("#paatosvalta")).to_contain_text("päätösvaltainen")


def vote(page) -> None:
    """Vote on the project of Sysmä, without its own member."""
    item = matter(page, "A32302")
    expect(item.locator(".disqualified")).to_contain_text(APPLICANT)
    item.get_by_role("button", name="Avaa äänestys").click()
    votes = matter(page, "A32302").locator(".vote")
    expect(votes.locator("fieldset")).to_have_count(4)
    expect(votes).not_to_contain_text(APPLICANT)
    for row in votes.locator("fieldset").all():
        row.get_by_text("puolesta").click()
    votes.get_by_role("button", name="Päätä äänestys").click()
    expect(matter(page, "A32302").locator(".vote")).to_contain_text("puolesta 4, vastaan 0")


def decide(page, title: str) -> None:
    item = matter(page, title)
    item.get_by_role("combobox", name="Ratkaisu").select_option(label="ehdotuksen mukaan")
    item.get_by_role("textbox", name=re.compile("^Päätös")).fill("Hyväksyttiin ehdotuksen mukaan.")
    item.get_by_role("button", name="Tallenna päätös").click()
    expect(matter(page, title).locator(".badge")).to_have_text("ehdotuksen mukaan")


def give_task(page) -> None:
    matter(page, "Toimenpide 1.2").get_by_role("link", name="Lisää päätös").click()
    page.get_by_label("tehtävä").check()
    page.get_by_label("Ehdotus").fill(TASK)
    page.get_by_role("button", name="Lisää").click()
    item = matter(page, "Toimenpide 1.2")
    item.get_by_role("combobox", name="Ratkaisu").select_option(label="ehdotuksen mukaan")
    item.get_by_label("Vastuuhenkilö toimielimestä").select_option(label="Esimerkkiopettaja")
    item.get_by_label("Määräpäivä").fill("1.12.2099")
    item.get_by_role("button", name="Tallenna päätös").click()
    expect(matter(page, "Toimenpide 1.2").locator(".badge")).to_have_text("ehdotuksen mukaan")


def invite_again(page, folder) -> str:
    """Move the coming meeting, which has been called, to today, add a matter and tell everyone; give its address."""
    page.goto("/heinola/tyoryhma/")
    page.locator("main").get_by_role("link", name=re.compile("rakennemuutostyöryhmä")).first.click()
    meeting = page.url
    assert violations(page) == []
    assert invitation(folder, sequence=0)["METHOD"] == "REQUEST"
    day = timezone.localdate()
    page.get_by_role("link", name="Aika ja paikka").click()
    page.get_by_label("Päivä", exact=True).fill(f"{day.day}.{day.month}.{day.year}")  # it is opened on its day
    page.get_by_role("button", name="Tallenna").click()
    page.get_by_role("button", name="Jäädytä tämän päivän raportti").click()
    page.get_by_role("link", name="Lisää asia").click()
    page.get_by_label("Otsikko").fill("Seminaari syksyllä")
    page.get_by_role("button", name="Tallenna").click()
    page.get_by_role("link", name="Lähetä muuttunut kutsu").click()
    page.get_by_role("button", name="Lähetä").click()
    assert invitation(folder, sequence=1).events[0]["STATUS"] == "CONFIRMED"
    return str(meeting)


def write_minutes(page) -> None:
    """Type on the spot: what was typed is there after the page is opened anew."""
    said = "Puheenjohtaja avasi kokouksen."
    opening = matter(page, "Kokouksen avaus")
    opening.get_by_label("Pöytäkirjaan").fill(said)
    expect(opening.locator(".saved")).to_contain_text("Tallennettu")
    page.reload()
    expect(matter(page, "Kokouksen avaus").get_by_label("Pöytäkirjaan")).to_have_value(said)


def approve(page, meeting: str) -> None:
    """End the meeting and approve its minutes, which are frozen as they are."""
    page.goto(f"{meeting}istunto/")
    page.get_by_role("button", name="Päätä kokous").click()
    page.get_by_role("link", name="Pöytäkirja").first.click()
    assert violations(page) == []
    page.get_by_role("button", name="Hyväksy ja pane täytäntöön").click()
    expect(page.locator("main")).to_contain_text("Hyväksytty")
    page.get_by_role("link", name="Jäädytetty pöytäkirja").click()
    hash_of(page, page.url)


def agenda_of_the_next(page):
    """Plan a meeting two months ahead and give its page."""
    day = timezone.localdate() + timedelta(days=60)
    page.goto("/heinola/tyoryhma/kokoukset/uusi/")
    page.get_by_label("Päivä", exact=True).fill(f"{day.day}.{day.month}.{day.year}")
    page.get_by_role("button", name="Suunnittele kokous").click()
    return page.locator("main")


def test_a_meeting_from_invitation_to_approved_minutes(office, visit, folder):
    earlier = frozen_before(office)
    before = hash_of(office, earlier)
    meeting = invite_again(office, folder)

    office.goto(f"{meeting}istunto/")
    office.get_by_role("button", name="Avaa kokous").click()
    sit(office)
    write_minutes(office)
    assert violations(office) == []
    vote(office)
    for title in ("A32302", PROJECT, "Suunnitelman uusi versio", "Viestintäsuunnitelma"):
        decide(office, title)
    give_task(office)
    office.goto("/heinola/hankekori/")
    expect(office.get_by_role("row", name=re.compile(PROJECT))).to_contain_text("esitetty")
    approve(office, meeting)

    office.goto("/heinola/hankekori/")
    expect(office.get_by_role("row", name=re.compile(PROJECT))).not_to_contain_text("esitetty")
    office.goto(f"/heinola/hankekori/{PROJECT}/")
    expect(office.get_by_role("link", name=re.compile(r"Kokous 2.20\d\d"))).to_be_visible()
    office.goto("/heinola/asetukset/suunnitelma/")
    expect(office.get_by_role("row", name="Suunnitelman tarkistus")).to_contain_text("voimassa")
    office.goto("/heinola/tyoryhma/seuranta/")
    expect(office.locator("main")).to_contain_text(TASK)
    expect(agenda_of_the_next(office)).to_contain_text(TASK)

    assert hash_of(office, earlier) == before
    member = visit("Työryhmän jäsen")
    member.goto(f"{meeting}poytakirja/")
    expect(member.locator("main")).to_contain_text("puolesta 4")

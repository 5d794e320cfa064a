"""The whole way once: a document in, figures added up, the working group's report out."""

import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import expect

from tests.browser.conftest import violations

pytestmark = pytest.mark.browser
DAY = "2012-06-30"
PEOPLE = "Aloittaneet henkilöt"
REALISED = "Toteutunut seurantatietojen mukaan: 86"


@pytest.fixture(scope="module")
def document(request, contexts, tmp_path_factory) -> Path:
    """Return the official description of S11010: the public one, else as the product itself writes it."""
    sample = request.config.rootpath.parent / "shared" / "samples" / "S11010.txt"
    if sample.exists():
        return sample
    written = tmp_path_factory.mktemp("documents") / "S11010.txt"
    written.write_bytes(contexts().request.get("/heinola/hankekori/S11010/kuvaus.txt").body())
    return written


def drop(page, file: Path) -> None:
    """Drag a file from the desk over the drop zone and let go, as the browser itself hands it over."""
    box = page.locator("[data-drop]").bounding_box()
    place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + 20}
    data = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
    desk = page.context.new_cdp_session(page)
    for kind in ("dragEnter", "dragOver", "drop"):
        desk.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})
    expect(page.locator("[data-drop-chosen] li")).to_have_text([file.name])


def headline(page, label: str) -> int:
    """Read a key figure of the first page at the end of the period in which the project ended."""
    page.goto("/heinola/")
    page.get_by_text("Toinen päivä").click()
    page.get_by_label("Tilannepäivä").fill(DAY)
    page.get_by_role("button", name="Näytä", exact=True).click()
    amount = page.locator(".figure", has_text=label).locator(".amount").first.inner_text()
    return int(re.sub(r"\D", "", amount.partition("/")[0]))


def test_from_document_to_report(visit, document, tmp_path):
    page = visit(None)
    page.goto("/")
    page.get_by_role("button", name="Koordinaattori").click()
    before = headline(page, PEOPLE)

    page.goto("/heinola/hankekori/tuo/")
    drop(page, document)
    page.get_by_role("button", name="Lue tiedostot").click()
    assert violations(page) == []
    understood = page.locator("main").inner_text()
    assert "Heinolan seudun kumppanuushanke" in understood
    assert "Mitään ei ole vielä tallennettu." in understood
    page.get_by_role("button", name="Tallenna").click()
    assert "S11010" in page.locator("main").inner_text()

    page.goto("/heinola/hankekori/tuo/")
    amended = document.read_text(encoding="utf-8").replace(REALISED, "Toteutunut seurantatietojen mukaan: 96")
    page.locator("input[type=file]").set_input_files(
        {"name": "S11010-korjattu.txt", "mimeType": "text/plain", "buffer": amended.encode()}
    )
    page.get_by_role("button", name="Lue tiedostot").click()
    row = page.locator("tr", has_text="Toteutunut: aloittaneet henkilöt")
    assert row.locator("td").all_inner_texts() == ["86 (28)", "96 (28)"]
    page.get_by_role("button", name="Tallenna").click()

    page.goto("/heinola/hankekori/S11010/versiot/")
    assert violations(page) == []
    page.goto("/heinola/hankekori/?haku=S11010")
    assert page.locator("tbody").get_by_role("link", name="Heinolan seudun kumppanuushanke").is_visible()
    assert headline(page, PEOPLE) == before + 10
    page.get_by_role("link", name=PEOPLE).first.click()
    (added,) = page.locator("tbody tr", has_text="S11010").filter(has_text="virallinen kuvaus").all_inner_texts()
    assert "10,0" in added

    page.goto(f"/heinola/?paiva={DAY}")
    page.get_by_role("link", name="Kokoa työryhmän raportti").click()
    assert page.get_by_label("Tilannepäivä").input_value() == "30.6.2012"
    page.get_by_role("button", name="Jäädytä raportti").click()
    assert violations(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="Lataa PDF").click()
    file = tmp_path / "raportti.pdf"
    download.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF")
    report = pypdfium2.PdfDocument(file)
    text = " ".join("".join(each.get_textpage().get_text_range() for each in report).split())
    report.close()
    assert "S11010 Heinolan seudun kumppanuushanke" in text
    assert f"{before + 10}" in text


def test_same_document_again_changes_nothing(visit, document):
    page = visit()
    for _ in range(2):
        page.goto("/heinola/hankekori/tuo/")
        drop(page, document)
        page.get_by_role("button", name="Lue tiedostot").click()
        if page.get_by_role("button", name="Tallenna").count():
            page.get_by_role("button", name="Tallenna").click()

    assert "Mikään ei muutu" in page.locator("main").inner_text()

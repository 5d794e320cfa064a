"""The report as pages: the state on one, light words whole, and what other programs make of the files."""

import re
import shutil
import subprocess

import pypdfium2
import pytest

from hankekori.reports.frozen_files import WRITERS
from tests import builders
from tests.reports.working_group.conftest import chapters_of

LONG = "Yritysten kansainvälistymisvalmiuksien ja verkostojen kehittäminen"


@pytest.fixture
def crowded(world):
    """Make it a large plan with long names: eight objectives, two dozen measures, all at risk."""
    town = builders.an_organisation(world.programme, name="Seudun koulutuskuntayhtymä ja aikuiskoulutuskeskus")
    for number in range(3, 9):
        objective = builders.an_objective(
            world.programme, number=str(number), position=number, name_fi="Osaamisen vahvistaminen seudun kasvualoilla"
        )
        for place in range(1, 5):
            measure = builders.a_measure(
                world.programme, objective, number=f"{number}.{place}", name_fi=LONG, responsible=town
            )
            builders.a_target(measure, world.people, 100)
            project = builders.a_project(world.programme, measure, name=f"Hanke, jonka nimi on pitkä: {LONG}")
            builders.a_ledger_entry(project, world.people, place)


def pages_of(content):
    """Give the text of each page on one line."""
    file = pypdfium2.PdfDocument(content)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in file]
    finally:
        file.close()


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_state_takes_one_page(build, language):
    document = build(language=language)

    first, second, *_ = pages_of(WRITERS["pdf"](document))
    assert chapters_of(document)[0] in first
    assert second.startswith(chapters_of(document)[1])


def test_the_state_takes_one_page_of_a_large_plan_too(crowded, build):
    assert pages_of(WRITERS["pdf"](build()))[1].startswith("Päätettävät asiat")


def test_a_light_is_never_broken_into_lines(crowded, build):
    text = " ".join(pages_of(WRITERS["pdf"](build())))

    assert text.count("■ Vaarassa") >= 24
    assert not re.search(r"[■●▲] \w+[-\u00ad\u2010\ufffe] ", text)


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="poppler is not installed")
def test_the_pdf_can_be_drawn_by_another_program(build, tmp_path):
    (tmp_path / "report.pdf").write_bytes(WRITERS["pdf"](build()))

    subprocess.run(["pdftoppm", "-r", "20", "-png", "report.pdf", "page"], cwd=tmp_path, check=True, timeout=60)
    drawn = sorted(tmp_path.glob("page-*.png"))
    assert len(drawn) == len(pages_of((tmp_path / "report.pdf").read_bytes()))
    assert all(page.stat().st_size > 500 for page in drawn)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_an_office_program_opens_the_file(build, tmp_path, ending):
    (tmp_path / f"report.{ending}").write_bytes(WRITERS[ending](build()))

    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*office, f"report.{ending}"], cwd=tmp_path, check=True, timeout=180, capture_output=True)
    pages = pages_of((tmp_path / "report.pdf").read_bytes())
    assert "Työryhmän raportti 30.4.2012" in pages[0]
    assert any("Neuvontahanke" in page for page in pages)
    if ending == "docx":
        assert pages[1].startswith("Päätettävät asiat")

"""The invented descriptions beside the demo: readable to the last line, and nobody's."""

from pathlib import Path

import pytest
from stdnum.fi import ytunnus

from hankekori.core.description.reader import read_description
from hankekori.core.description.writer import write_text
from hankekori.demo.data_files import DESCRIPTIONS

FILES = sorted(DESCRIPTIONS.glob("*.txt"))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_descriptions_cover_four_kinds_of_pages():
    read = {path.stem: read_description(_text(path)) for path in FILES}
    assert {name: (page.kind, page.fund, page.project.code) for name, page in read.items()} == {
        "erdf-2007": ("project-2007", "EAKR", "A39901"),
        "esf-2007": ("project-2007", "ESR", "S19901"),
        "esf-2014": ("project-2014", "ESR", "S29901"),
        "technical-assistance-2007": ("technical-assistance-2007", "ESR", "S19902"),
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_description_is_read_whole_and_written_back(path: Path):
    page = read_description(_text(path))
    assert page.unread == ()
    assert page.remarks == ()
    assert page.other_sections == ()
    assert write_text(page) == _text(path)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_description_says_it_is_invented(path: Path):
    page = read_description(_text(path))
    assert "keksitty" in page.project.name
    assert "keksitty" in page.implementer.name
    assert "Tämä kuvaus on keksitty." in (page.summary or page.area.description)
    assert page.implementer.contact.name == ""
    assert page.implementer.contact.email.endswith("@example.org")
    assert ytunnus.is_valid(page.implementer.business_id)


def test_codes_are_nobody_elses(shared: Path):
    listed = (shared / "samples" / "eura-projektilista-2007-2013.csv").read_text(encoding="latin-1")
    taken = {line.partition(",")[0] for line in listed.splitlines()}
    assert "S11010" in taken
    assert taken.isdisjoint(read_description(_text(path)).project.code for path in FILES)

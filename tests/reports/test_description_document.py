"""An official description as a document: its own headings, labels and free text, in the page's language."""

import io
from datetime import date

import docx
import pikepdf
import pytest

from hankekori.core.description.reader import read_description
from hankekori.reports.description_document import description_document
from hankekori.reports.document import Bullets, Facts, Heading, Text
from hankekori.reports.writers.docx import write_docx
from hankekori.reports.writers.html import html_body
from hankekori.reports.writers.pdf import write_pdf

DOCUMENT = """\
1. Projekti
Projektikoodi: S20009
Projektin nimi: Polkuja työhön
Projektityyppi: Kehittämisprojekti
Suunnitelman mukainen toteutusaika: Alkaa 1.2.2010 ja päättyy 31.1.2012
2. Projektin toteuttaja
Toteuttajaorganisaation nimi: Seudun Kehitys Oy
5. Suunnitelman mukainen tiivistelmä toteutuksesta
Projekti ohjaa työttömiä uusiin töihin.
"""


@pytest.fixture(scope="module")
def document():
    return description_document(read_description(DOCUMENT))


def test_the_document_is_named_by_the_project_and_dated_by_its_end(document):
    assert (document.title, document.language, document.day) == ("S20009 Polkuja työhön", "fi", date(2012, 1, 31))
    assert description_document(read_description(DOCUMENT), day=date(2012, 4, 30)).day == date(2012, 4, 30)


def test_headings_and_labels_are_the_official_ones(document):
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    facts = [(fact.label, fact.text) for block in document.blocks if isinstance(block, Facts) for fact in block.items]

    assert {"1. Projekti", "2. Projektin toteuttaja"} <= set(headings)
    assert ("Projektikoodi", "S20009") in facts
    assert ("Toteuttajaorganisaation nimi", "Seudun Kehitys Oy") in facts


def test_free_text_is_a_paragraph_and_its_bullets_a_list():
    bulleted = DOCUMENT + "\n* ensimmäinen tavoite\n* toinen tavoite\n"

    blocks = description_document(read_description(bulleted)).blocks
    assert Text("Projekti ohjaa työttömiä uusiin töihin.") in blocks
    assert [block.items for block in blocks if isinstance(block, Bullets)] == [
        ("ensimmäinen tavoite", "toinen tavoite")
    ]


def test_everything_of_the_real_description_is_in_its_files(shared):
    read = read_description((shared / "samples" / "S11010.txt").read_text(encoding="utf-8-sig"))
    made = description_document(read)

    body = html_body(made)
    assert made.title.startswith("S11010 ")
    assert all(words in body for words in (read.project.name, read.implementer.name))
    paragraphs = [paragraph.text for paragraph in docx.Document(io.BytesIO(write_docx(made))).paragraphs]
    assert any(read.implementer.name in paragraph for paragraph in paragraphs)
    with pikepdf.open(io.BytesIO(write_pdf(made))) as file:
        assert file.Root.Lang == read.language
    assert write_pdf(made) == write_pdf(description_document(read))

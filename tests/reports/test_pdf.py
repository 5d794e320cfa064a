"""PDF: accessible by its own marks, right text, the same bytes."""

import io
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
import pytest
from hypothesis import given, settings

from hankekori.charts.values import MunicipalityTiles, Tile
from hankekori.reports.document import Cell, Column, Figure, Heading, Row, Table, Text
from hankekori.reports.writers.pdf import write_pdf
from tests.reports.documents import HOSTILE, documents, report, table, wide_table


@cache
def written():
    return write_pdf(report())


@pytest.fixture
def file():
    with pikepdf.open(io.BytesIO(written())) as opened:
        yield opened


def text_of(content):
    pages = pypdfium2.PdfDocument(content)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pages).replace("\r\n", "\n")
    finally:
        pages.close()


def elements(node, name):
    """Give the structure elements of a name below a node."""
    found = []
    if isinstance(node, pikepdf.Array):
        return [element for kid in node for element in elements(kid, name)]
    if isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == name:
            found.append(node)
        if "/K" in node:
            found += elements(node["/K"], name)
    return found


def test_the_file_says_it_is_pdf_ua_with_title_and_language(file):
    with file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Rakennemuutostyöryhmän raportti"
    assert file.Root.Lang == "fi"
    assert file.Root.MarkInfo.Marked
    assert file.Root.ViewerPreferences.DisplayDocTitle


def test_headings_tables_and_pictures_are_tagged(file):
    tree = file.Root.StructTreeRoot

    assert len(elements(tree, "/H1")) == 3  # the contents have one too
    assert len(elements(tree, "/H2")) == 2
    assert len(elements(tree, "/Table")) == 4
    kori = next(one for one in elements(tree, "/Table") if len(elements(one, "/TH")) == 6)
    assert len(elements(kori, "/TR")) == 6
    figures = elements(tree, "/Figure")
    assert [str(figure.Alt) for figure in figures] == [
        "Palkit: uusia työpaikkoja 61, tavoite 155.",
        "Viiva nousee 61 työpaikkaan.",
    ]


def test_text_marks_and_numbers_are_readable():
    text = text_of(written())

    for words in (
        "seurantatiedot ovat keksittyjä esimerkkejä",
        "Toinen rivi åäö€●▲■○–",
        "4 812 300",
        "194 225",
        "86,6",
        "1.5.2009",
        "puuttuu",
        "Yhteensä",
        "■ Vaarassa",
        "○ ei vielä mitattu",
        "Hämeen ELY-keskus",
    ):
        assert words in text.replace("\u00a0", " "), words


def test_hostile_text_is_never_markup():
    assert HOSTILE in text_of(written())


def test_header_rows_are_repeated_on_each_page():
    pages = pypdfium2.PdfDocument(write_pdf(report(wide_table(80))))
    with_header = [page.get_textpage().get_text_bounded().count("Sarake 9") for page in pages]
    pages.close()

    assert len(with_header) > 2
    assert all(count == 1 for count in with_header[1:])


def test_a_wide_table_lies_on_its_side_with_its_heading():
    pages = pypdfium2.PdfDocument(write_pdf(report(Text("Ennen"), Heading("Kori"), wide_table(3), Text("Jälkeen"))))
    found = [(page.get_width() > page.get_height(), page.get_textpage().get_text_bounded()) for page in pages]
    pages.close()

    assert [on_its_side for on_its_side, _ in found] == [False, True, False]
    assert "Kori" in found[1][1]
    assert "Jälkeen" in found[2][1]


def test_every_page_has_number_and_marking():
    pages = pypdfium2.PdfDocument(written())
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    pages.close()

    for number, text in enumerate(texts, 1):
        assert f"sivu {number} / {len(texts)}" in text
        assert "seurantatiedot ovat keksittyjä esimerkkejä" in text


def test_links_lead_out_and_inside():
    rows = (Row((Cell("Ulos", link="https://example.org/a"),)), Row((Cell("Sisään", link="#kori"),)))
    one = Table("t", "T", (Column("n", "Nimi"),), rows)

    with pikepdf.open(io.BytesIO(write_pdf(report(one, table())))) as opened:
        links = [annotation for page in opened.pages for annotation in page.get("/Annots", [])]
        assert sorted(str(link.A.URI) for link in links if "/A" in link and "/URI" in link.A) == [
            "https://example.org/0",
            "https://example.org/1",
            "https://example.org/2",
            "https://example.org/a",
        ]
        assert sum("/Dest" in link or link.get("/A", {}).get("/S") == "/GoTo" for link in links) == 1


def test_the_same_document_is_the_same_file():
    assert write_pdf(report()) == written()


def test_a_picture_with_signs_the_font_lacks_is_written():
    tiles = MunicipalityTiles((Tile("日本 \x01 😀", 0, 0, 3),))
    figure = Figure("kuva", "", "", tiles, table())

    assert b"%PDF" in write_pdf(report(figure))[:10]


def test_a_document_without_title_or_blocks_is_written():
    assert b"%PDF" in write_pdf(replace(report(Text("")), title="", subtitle="", marking="", meta=()))[:10]


@settings(max_examples=40)
@given(documents())
def test_any_text_can_be_written(document):
    with pikepdf.open(io.BytesIO(write_pdf(document))) as opened:
        assert opened.Root.Lang == document.language

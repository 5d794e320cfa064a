"""DOCX: real styles, a contents field, tables whose headings repeat, the four states apart, the same bytes."""

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings

from hankekori.core.status import Light
from hankekori.reports.document import Cell, Column, Heading, Row, Table, Text
from hankekori.reports.writers.docx import write_docx
from tests.reports.documents import HOSTILE, documents, report, table, wide_table


def opened(document):
    return docx.Document(io.BytesIO(write_docx(document)))


@pytest.fixture(scope="module")
def file():
    return opened(report())


def styled(file, name):
    return [paragraph.text for paragraph in file.paragraphs if paragraph.style.name == name]


def cells_of(table):
    return [[cell.text for cell in row.cells] for row in table.rows]


def kori(file):
    return next(one for one in file.tables if one.rows[0].cells[0].text == "Hanke")


def test_titles_and_headings_are_styles(file):
    assert styled(file, "Title") == ["Rakennemuutostyöryhmän raportti"]
    assert styled(file, "Subtitle") == ["Heinolan seutu nousuun"]
    assert styled(file, "Heading 1") == ["Tilanne", "Hankekori"]
    assert styled(file, "Heading 2") == ["Tavoitteet", "Perustiedot"]
    assert styled(file, "List Bullet") == ["Ehdota toimenpidettä", "Muistuta hankkeita"]
    assert styled(file, "Hankekori Warning") == [
        "seurantatiedot ovat keksittyjä esimerkkejä",
        "Tärkeää: Yritysten aktivointi on vaarassa.",
    ]


def test_contents_are_a_field_that_is_already_filled(file):
    body = file.element.body
    instructions = [each.text.strip() for each in body.iter(qn("w:instrText"))]
    links = [each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink")) if each.get(qn("w:anchor"))]
    bookmarks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}

    assert r"TOC \o 1-1 \h \z \u" in instructions
    assert styled(file, "toc 1") == ["Tilanne", "Hankekori"]
    assert set(links) <= bookmarks


def test_captions_are_numbered_by_fields(file):
    assert styled(file, "Caption")[:3] == [
        "Kuva 1. Toteutunut ja tavoite",
        "Taulukko 1. Palkkien luvut",
        "Kuva 2. Kehitys",
    ]


def test_heading_rows_repeat_and_no_row_is_parted(file):
    for each in (one for one in file.tables if one.style.name == "HankekoriTable"):
        first, *rest = each._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert [row.trPr.find(qn("w:tblHeader")) for row in rest] == [None] * len(rest)
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (first, *rest))


def test_zero_not_measured_not_applicable_and_missing_look_different(file):
    assert [row[4] for row in cells_of(kori(file))[1:]] == ["0", "○", "–", "puuttuu", "0"]
    notes = styled(file, "Hankekori Small")
    assert "○ ei vielä mitattu · – ei koske" in notes
    assert "Summassa ei ole mukana puuttuvia eikä vielä mittaamattomia arvoja: Työpaikat 2." in notes


@pytest.mark.parametrize("light", Light)
def test_a_light_is_a_shape_and_a_word_that_stay_together(light):
    one = Table("t", "T", (Column("s", "Tila", "state"),), (Row((Cell(light=light),)),))

    shape, _, word = opened(report(one)).tables[0].rows[1].cells[0].text.partition("\u00a0")
    assert len(shape) == 1
    assert word


def test_a_group_goes_on_over_the_empty_cells_after_it():
    columns = (Column("a", "A"), Column("b", "B", "number"), Column("c", "C", "number"), Column("s", "S", "state"))
    rows = (
        Row((Cell("Ryhmä"), Cell(), Cell(), Cell(light=Light.LATE)), "group"),
        Row((Cell("a"), Cell(1), Cell(2), Cell())),
    )

    each = opened(report(Table("t", "T", columns, rows))).tables[0]._tbl.tr_lst
    spans = [[cell.grid_span for cell in row.tc_lst] for row in each]
    assert spans == [[1, 1, 1, 1], [3, 1], [1, 1, 1, 1]]


def test_a_wide_table_lies_on_its_side_and_the_next_page_stands_again():
    file = opened(report(Text("Ennen"), Heading("Kori"), wide_table(2), Text("Jälkeen")))

    assert [section.page_width > section.page_height for section in file.sections] == [False, True, False]


def test_no_column_is_narrower_than_its_numbers_or_its_state(file):
    for each in (one for one in file.tables if one.style.name == "HankekoriTable"):
        widths = [int(column.get(qn("w:w"))) / 56.7 for column in each._tbl.tblGrid.gridCol_lst]  # millimetres
        assert all(width > 8 for width in widths)
        assert sum(widths) <= 257.5


def test_pictures_have_alternative_text(file):
    described = [shape._inline.docPr.get("descr") for shape in file.inline_shapes]

    assert described == ["Palkit: uusia työpaikkoja 61, tavoite 155.", "Viiva nousee 61 työpaikkaan."]


@pytest.mark.parametrize(("language", "locale"), [("fi", "fi-FI"), ("sv", "sv-FI"), ("en", "en-GB")])
def test_the_file_knows_its_language_title_and_day(language, locale):
    file = opened(report(language=language))

    properties = file.core_properties
    assert (properties.language, properties.title) == (locale, "Rakennemuutostyöryhmän raportti")
    assert str(properties.created.date()) == "2012-04-30"
    assert {each.get(qn("w:val")) for each in file.styles.element.iter(qn("w:lang"))} == {locale}


def test_every_page_has_marking_and_number(file):
    footer = file.sections[0].footer.paragraphs[0].text

    assert "seurantatiedot ovat keksittyjä esimerkkejä · sivu" in footer


def test_links_lead_out_only_to_addresses():
    columns, link = (Column("n", "Nimi"),), "https://example.org/a"
    rows = (Row((Cell("Ulos", link=link),)), Row((Cell("Paha", link="javascript:alert(1)"),)))

    file = opened(report(Table("t", "T", columns, rows)))
    outside = [relation.target_ref for relation in file.part.rels.values() if relation.is_external]
    assert outside == [link]


def test_hostile_text_stays_text(file):
    assert any(HOSTILE in paragraph.text for paragraph in file.paragraphs)


def test_the_same_document_is_the_same_file():
    first = write_docx(report())

    assert write_docx(report()) == first
    dates = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(first)).infolist()}
    assert dates == {(1980, 1, 1, 0, 0, 0)}


def test_bookmarks_are_named_once(file):
    names = [each.get(qn("w:name")) for each in file.element.body.iter(qn("w:bookmarkStart"))]

    assert len(names) == len(set(names))


def test_an_empty_table_keeps_its_headings():
    assert cells_of(opened(report(table(0))).tables[0])[0][0] == "Hanke"


@settings(max_examples=30)
@given(documents())
def test_any_text_can_be_written(document):
    assert opened(document).core_properties.author == "Hankekori"

"""The document: what it refuses, its sums, and its canonical JSON."""

import hashlib
import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from hankekori.reports.canonical_json import NotADocumentError, from_json, sha256, to_canonical_json
from hankekori.reports.document import Cell, Column, Row, Table, Total, totals
from tests.reports.documents import MISSING, NOT_APPLICABLE, NOT_MEASURED, documents, report, table


@given(documents())
def test_json_gives_any_document_back(document):
    written = to_canonical_json(document)

    assert from_json(written) == document
    assert to_canonical_json(from_json(written)) == written


def test_a_report_with_charts_comes_back_whole():
    document = report()

    assert from_json(to_canonical_json(document)) == document


def test_equal_numbers_give_equal_bytes():
    def of(value):
        return to_canonical_json(report(Table("t", "T", (Column("n", "N", "number"),), (Row((Cell(value),)),))))

    assert of(12) == of(Decimal("12.00")) == of(Decimal("1.2E+1"))
    assert of(Decimal("0.10")) == of(Decimal("0.1"))
    assert of(Decimal("0.1")) != of(Decimal("0.11"))


def test_json_is_sorted_utf8_without_floats():
    written = to_canonical_json(report())

    plain = json.loads(written, parse_float=lambda text: pytest.fail(f"a float: {text}"))
    assert list(plain["document"]) == sorted(plain["document"])
    assert "Rakennemuutostyöryhmän".encode() in written
    assert sha256(report()) == hashlib.sha256(written).hexdigest()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"format": "x", "document": {}}',
        b'{"format": "hankekori-document/1", "document": {}}',
        b"\xff",
    ],
)
def test_what_is_no_document_is_refused(content):
    with pytest.raises(NotADocumentError):
        from_json(content)


def test_another_thing_in_place_of_a_block_is_refused():
    plain = json.loads(to_canonical_json(report()))
    plain["document"]["blocks"][0]["is"] = "Document"

    with pytest.raises(NotADocumentError, match="Document cannot stand here"):
        from_json(json.dumps(plain).encode())


@pytest.mark.parametrize("value", [0.5, True])
def test_a_cell_holds_no_float_and_no_truth_value(value):
    with pytest.raises(TypeError, match="never a float"):
        Cell(value)


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_a_cell_holds_a_finite_number(value):
    with pytest.raises(ValueError, match="finite"):
        Cell(Decimal(value))


def test_a_row_with_the_wrong_number_of_cells_is_named():
    with pytest.raises(ValueError, match=r"table kori: rows \[2\] have not 6 cells"):
        replace(table(2), rows=(table(2).rows[0], Row((Cell("x"),))))


def test_only_numbers_have_a_total():
    with pytest.raises(ValueError, match="only numbers have a total"):
        Column("name", "Nimi", total=True)


def test_totals_add_rows_only_and_say_how_many_are_left_out():
    rows = tuple(Row((cell,)) for cell in (Cell(5), Cell(0), NOT_MEASURED, MISSING, NOT_APPLICABLE))
    one = Table(
        "t", "T", (Column("n", "N", "number", total=True),), (*rows, Row((Cell(5),), "sum"), Row((Cell(7),), "group"))
    )

    assert totals(one) == (Total(Decimal(5), left_out=2),)


def test_anchors_are_those_of_headings_tables_figures_and_rows():
    assert report().anchors() >= {"tilanne", "kuva-1", "t-1", "kori", "hanke-2"}

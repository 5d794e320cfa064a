"""Columns are recognised by their headings, cells are read by the column's kind, faults name their cell."""

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.business_ids import read_business_id
from hankekori.core.cells import CellFault, SheetRow, cell_text, read_rows
from hankekori.core.columns import PROJECT_COLUMNS, find_heading_row, suggest_mapping

MAPPING = {0: "code", 1: "name", 2: "start", 3: "end", 4: "granted_eu_state", 5: "business_id"}
HEADINGS = ("Koodi", "Nimi", "Alkaa", "Päättyy", "Myönnetty", "Y-tunnus")


def read_one(*cells):
    return read_rows((HEADINGS, cells), MAPPING, heading_row=0)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_label_is_recognised_in_each_language(language):
    labels = tuple(column.label.in_language(language) for column in PROJECT_COLUMNS)

    assert suggest_mapping(labels) == {index: column.field for index, column in enumerate(PROJECT_COLUMNS)}


def test_headings_with_units_and_other_spelling_are_recognised():
    headings = ("HANKEKOODI", " hankkeen nimi ", "Granted EU-state (EUR)", "realised_eu_state_eur", "Väri")

    assert suggest_mapping(headings) == {0: "code", 1: "name", 2: "granted_eu_state", 3: "realised_eu_state"}


def test_a_field_is_given_to_one_column_only():
    assert suggest_mapping(("Nimi", "Projektin nimi")) == {0: "name"}


def test_heading_row_is_found_below_a_title():
    assert find_heading_row((("Hankkeet 2012", ""), ("", ""), ("Koodi", "Nimi"), ("S11010", "Kumppanuus"))) == 2
    assert find_heading_row((("a", "b"), ("c", "d"))) is None


def test_row_is_read_with_its_types():
    reading = read_one("s11010", "Kumppanuus", datetime(2009, 5, 1), "30.4.2012", 194225.0, "10743502")

    assert reading.faults == ()
    assert reading.rows == (
        SheetRow(
            2,
            {
                "code": "S11010",
                "name": "Kumppanuus",
                "start": date(2009, 5, 1),
                "end": date(2012, 4, 30),
                "granted_eu_state": 194225,
                "business_id": "1074350-2",
            },
        ),
    )


def test_empty_cell_says_nothing_and_empty_row_is_passed_over():
    reading = read_rows((HEADINGS, ("", None, " "), (None, "Kumppanuus", None)), MAPPING, heading_row=0)

    assert reading.rows == (SheetRow(3, {"name": "Kumppanuus"}),)


@pytest.mark.parametrize(
    ("column", "cell", "wrong"),
    [
        (0, "11010", "Hankekoodi ei ole oikeaa muotoa."),
        (1, "Malli 010594Y9021", "Solussa on henkilötunnus."),
        (2, "31.2.2009", "Päivää ”31.2.2009” ei ole kalenterissa."),
        (2, 39934.0, "Solussa on luku, ei päivämäärä."),
        (3, "1.1.2001", "Hanke päättyy ennen kuin se alkaa."),
        (4, "paljon", "”paljon” ei ole luku. Kirjoita esimerkiksi 194 225,00."),
        (4, 100.5, "Summassa on senttejä."),
        (4, float("nan"), "Solussa ei ole rahamäärää."),
        (4, True, "Solussa ei ole rahamäärää."),
        (5, "1074350-3", "Y-tunnuksen muoto tai tarkistusnumero on väärä."),
    ],
)
def test_faulty_cell_is_named_and_its_row_left_out(column, cell, wrong):
    cells = ["S11010", "Kumppanuus", "1.5.2009", "30.4.2012", 100, "1074350-2"]
    cells[column] = cell

    reading = read_one(*cells)

    assert reading.rows == ()
    assert [(fault.row, fault.column, fault.wrong.fi) for fault in reading.faults] == [(2, column, wrong)]
    assert all(fault.advice.in_language(language) for fault in reading.faults for language in ("fi", "sv", "en"))


def test_every_faulty_cell_of_a_row_is_named():
    assert [fault.column for fault in read_one("X", "Kumppanuus", "eilen", None, "paljon").faults] == [0, 2, 4]


def test_identity_code_is_refused_outside_our_columns_too():
    reading = read_one("S11010", "Kumppanuus", None, None, None, None, "020594X903P")

    assert [(fault.column, fault.found) for fault in reading.faults] == [(6, "******-****")]


def test_row_without_name_and_code_is_a_fault():
    assert [(fault.row, fault.column) for fault in read_one(None, None, "1.5.2009").faults] == [(2, 1)]


def test_second_row_of_a_code_is_a_fault():
    reading = read_rows((HEADINGS, ("S11010", "A"), ("S11010", "B")), MAPPING, heading_row=0)

    assert [row.row for row in reading.rows] == [2]
    assert reading.faulty_rows == (3,)


_cells = (
    st.none()
    | st.text(max_size=20)
    | st.floats()
    | st.integers()
    | st.booleans()
    | st.dates()
    | st.datetimes()
    | st.times()
)


@given(st.lists(st.lists(_cells, max_size=8).map(tuple), max_size=5).map(tuple))
def test_any_cells_give_rows_or_faults(rows):
    reading = read_rows((HEADINGS, *rows), MAPPING, heading_row=0)

    read = {row.row for row in reading.rows}
    filled = {number for number, row in enumerate(rows, 2) if any(cell_text(cell) for cell in row)}
    assert read.isdisjoint(reading.faulty_rows)
    assert read | set(reading.faulty_rows) == filled
    assert all(isinstance(fault, CellFault) and fault.wrong.fi for fault in reading.faults)


def test_cells_are_written_as_people_see_them():
    assert [cell_text(cell) for cell in (None, 5.0, 5.5, datetime(2009, 5, 1), time(9, 30), " a ")] == [
        "",
        "5",
        "5.5",
        "2009-05-01",
        "09:30:00",
        "a",
    ]


@pytest.mark.parametrize("text", ["1074350-2", "0737546-2", "1366959-8", "2077474-0", "FI10743502", " 1074350-2 "])
def test_business_id_is_brought_to_its_form(text):
    assert read_business_id(text) == f"{''.join(c for c in text if c.isdigit())[:7]}-{text.strip()[-1]}"


@pytest.mark.parametrize("text", ["1074350-3", "107435-02", "", "abc", "1074350"])
def test_wrong_business_id_is_none(text):
    assert read_business_id(text) is None


def test_six_digit_number_gets_its_zero():
    assert read_business_id("737546-2") == "0737546-2"

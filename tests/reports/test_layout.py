"""Which pages are turned, how far a group's name goes, how wide a column must be."""

from hankekori.core.status import Light
from hankekori.reports.document import Cell, Column, Heading, Row, Table, Text
from hankekori.reports.writers.cells import longest_texts, longest_words
from hankekori.reports.writers.layout import Part, parts_of, spans_of
from tests.reports.documents import report, table, wide_table


def test_a_wide_table_takes_the_headings_above_it():
    before, heading, wide = Text("Ennen"), Heading("Kori"), wide_table(1)

    assert parts_of(report(before, heading, wide, table(1))) == (
        Part((before,), on_its_side=False),
        Part((heading, wide), on_its_side=True),
        Part((table(1),), on_its_side=False),
    )


def test_wide_tables_one_after_another_share_their_pages():
    first, second = Heading("Kori"), Heading("Muut", 2)

    assert parts_of(report(first, wide_table(1), second, wide_table(2))) == (
        Part((first, wide_table(1), second, wide_table(2)), on_its_side=True),
    )


def test_a_text_between_wide_tables_parts_them():
    parts = parts_of(report(wide_table(1), Text("Väli"), wide_table(1)))

    assert [part.on_its_side for part in parts] == [True, False, True]


def test_a_groups_name_goes_on_over_the_empty_cells_after_it():
    name, empty, light = Cell("Ryhmä"), Cell(), Cell(light=Light.LATE)

    assert spans_of(Row((name, empty, empty, light, empty), "group")) == (3, 0, 0, 1, 1)
    assert spans_of(Row((name, empty, empty), "group")) == (3, 0, 0)
    assert spans_of(Row((name, light, empty), "group")) == (1, 1, 1)
    assert spans_of(Row((name, empty, light))) == (1, 1, 1)


def test_the_name_of_a_group_does_not_widen_its_column():
    columns = (Column("a", "Nimi"), Column("b", "Luku", "number"))
    rows = (Row((Cell("Hyvin pitkä ryhmän nimi"), Cell()), "group"), Row((Cell("Lyhyt nimi"), Cell(1234))))

    one = Table("t", "T", columns, rows)
    assert longest_texts(one, "fi") == (10, 5)
    assert longest_words(one, "fi") == (5, 5)

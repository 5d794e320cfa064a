"""Two reports compared: what counts as a change, how it is named, what is left out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from hankekori.core.status import Light
from hankekori.reports.comparison import Change, LeftOut, changes_between, compare
from hankekori.reports.document import Cell, Column, KeyFigure, KeyFigures, Row, Table
from tests.reports.documents import MISSING, NOT_MEASURED, documents, report

COLUMNS = (
    Column("name", "Hanke"),
    Column("jobs", "Uudet\ntyöpaikat", "number", "kpl"),
    Column("light", "Tila", "state"),
    Column("day", "Päättyy", "date"),
)


def of(*rows, columns=COLUMNS, language="fi"):
    return report(Table("hankkeet", "Hankkeet", columns, rows), language=language)


def row(name="Hanke", jobs=5, light=Light.LATE, day=date(2012, 1, 1), *, anchor="", link=""):
    jobs = jobs if isinstance(jobs, Cell) else Cell(jobs)
    return Row((Cell(name, link=link), jobs, Cell(light=light), Cell(day)), anchor=anchor)


def shown(document):
    return [[cell.value for cell in each.cells] for table in document.tables() for each in table.rows]


@given(documents())
def test_a_report_differs_in_nothing_from_itself(document):
    assert changes_between(document, document) == ()


def test_a_changed_figure_is_told_with_its_difference():
    (change,) = changes_between(of(row(jobs=5)), of(row(jobs=Decimal("7.5"))))

    assert (change.row_name, change.kind, change.column.key) == ("Hanke", "changed", "jobs")
    assert change.difference == Decimal("2.5")


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (5, 7, ["5", "7", "+2"]),
        (7, 5, ["7", "5", "−2"]),
        (0, NOT_MEASURED, ["0", "○", ""]),
        (NOT_MEASURED, 0, ["○", "0", ""]),
        (MISSING, 3, ["puuttuu", "3", ""]),
        (MISSING, NOT_MEASURED, ["puuttuu", "○", ""]),
    ],
)
def test_figure_is_written_as_the_report_wrote_it(before, now, told):
    assert shown(compare(of(row(jobs=before)), of(row(jobs=now)))) == [["Hanke", "Uudet työpaikat, kpl", *told]]


def test_lights_and_days_change_without_a_difference():
    changed = compare(of(row()), of(row(light=Light.AT_RISK, day=date(2012, 6, 1))))

    assert shown(changed) == [
        ["Hanke", "Tila", "▲ Jäljessä", "■ Vaarassa", ""],
        ["Hanke", "Päättyy", "1.1.2012", "1.6.2012", ""],
    ]


def test_rows_come_and_go():
    changed = compare(of(row("Vanha"), row("Pysyvä")), of(row("Pysyvä"), row("Uusi")))

    assert [cells[:2] for cells in shown(changed)] == [["Uusi", "uusi rivi"], ["Vanha", "rivi poistunut"]]


def test_a_table_that_is_gone_lists_its_rows():
    (change,) = changes_between(of(row("Vanha")), report(KeyFigures(())))

    assert (change.table, change.row_name, change.kind) == ("hankkeet", "Vanha", "removed")


def test_rows_are_the_same_by_anchor_and_else_by_name():
    renamed = changes_between(of(row("Ennen", anchor="h-1")), of(row("Nyt", anchor="h-1")))
    moved = changes_between(of(row("A"), row("B", jobs=9)), of(row("B", jobs=9), row("A")))

    assert [(change.kind, change.row) for change in renamed] == [("changed", "h-1")]
    assert moved == ()


def test_rows_of_one_name_are_compared_in_their_order():
    (change,) = changes_between(of(row(jobs=1), row(jobs=2)), of(row(jobs=1), row(jobs=3)))

    assert change.difference == 1


def test_where_a_cell_links_to_is_no_change():
    assert changes_between(of(row(link="#a")), of(row(link="#b"))) == ()


def test_a_new_column_is_no_change():
    wider = (*COLUMNS, Column("more", "Lisä"))
    new = Row((*row().cells, Cell("x")))

    assert changes_between(of(row()), of(new, columns=wider)) == ()


def test_key_figures_are_compared_too():
    def of_figure(value):
        return report(KeyFigures((KeyFigure("Uudet työpaikat", Cell(value)),)))

    assert shown(compare(of_figure(61), of_figure(70))) == [["Uudet työpaikat", "Luku", "61", "70", "+9"]]


def test_reports_in_two_languages_differ_only_in_figures():
    assert changes_between(of(row("Hanke", anchor="1")), of(row("Project", anchor="1"), language="en")) == ()


def test_what_is_left_out_is_not_compared():
    old, new = of(row(jobs=1)), of(row(jobs=2, light=Light.AT_RISK), row("Uusi"))

    assert changes_between(old, new, left_out=LeftOut(tables=frozenset({"hankkeet"}))) == ()
    left = changes_between(old, new, left_out=LeftOut(columns=frozenset({"jobs"})))
    assert [(change.kind, change.column and change.column.key) for change in left] == [
        ("changed", "light"),
        ("added", None),
    ]


def test_the_comparison_says_what_was_compared_and_how_much_changed():
    old, new = replace(of(row(jobs=1)), title="Vanha", day=date(2011, 12, 31)), replace(of(row(jobs=2)), title="Uusi")

    changed = compare(old, new)
    assert changed.title == "Raporttien vertailu 31.12.2011 ja 30.4.2012"
    assert changed.blocks[1].text == "Verrattu: ”Vanha” ja ”Uusi”. Muutoksia: 1."
    assert changed.marking == new.marking
    assert compare(old, old).blocks[1].text == "Verrattu: ”Vanha” ja ”Vanha”. Luvut ja rivit ovat samat."


def test_a_row_that_came_or_went_has_no_difference():
    assert Change("t", "T", "r", "R", "added").difference is None


def test_a_row_of_a_group_is_named_with_its_group():
    group = Row((Cell("1.2 Koulutus"), Cell(), Cell(), Cell()), "group")

    (told,) = shown(compare(of(group, row("Aloittaneet", jobs=1)), of(group, row("Aloittaneet", jobs=2))))
    assert told[0] == "1.2 Koulutus: Aloittaneet"

"""People employed: counts by measure, small ones never shown nor given away."""

import pytest

from hankekori.reports.document import Text
from tests import builders
from tests.reports.working_group.conftest import table_of, values_of


@pytest.fixture
def employed(world):
    return builders.an_indicator(world.programme, code="HK-EMP-1", name_fi="Työllistyneet", position=9)


def record(world, employed, **counts):
    for code, (total, women) in counts.items():
        project = world.programme.projects.get(code=code)
        builders.a_ledger_entry(project, employed, total, women=women)


def rows_of(build):
    table = table_of(build(), "employment")
    return {row[0]: row[1:] for row in values_of(table) + values_of(table, kind="sum")}


def test_counts_stand_by_measure_with_the_womens_share(build, world, employed):
    record(world, employed, S20001=(60, 24), S20002=(20, 10))

    rows = rows_of(build)
    assert rows["1.1 Neuvonta"] == [60, 24, 40]
    assert rows["1.2 Koulutus"] == [20, 10, 50]
    assert rows["Koko ohjelma"] == [80, 34, pytest.approx(42.5)]


def test_a_small_count_is_not_shown_and_cannot_be_worked_out(build, world, employed):
    record(world, employed, S20001=(60, 24), S20002=(3, 1), S20003=(30, 15))

    rows = rows_of(build)
    assert rows["1.2 Koulutus"][0] == "<5"
    shown = [rows[name][0] for name in ("1.1 Neuvonta", "2.1 Verkosto", "Koko ohjelma")]
    assert sum(isinstance(value, str) for value in shown) >= 1


def test_zero_is_shown(build, world, employed):
    record(world, employed, S20001=(60, 24), S20002=(0, 0))

    assert rows_of(build)["1.2 Koulutus"][:2] == [0, 0]


def test_a_small_count_is_nowhere_in_the_report(build, world, employed):
    record(world, employed, S20001=(60, 24), S20002=(3, 1))
    builders.a_target(world.risk, employed, 40)

    document = build()
    said = [block.text for block in document.blocks if isinstance(block, Text)]
    cells = [cell.value for table in document.tables() for row in table.rows for cell in row.cells]
    assert not any("Työllistyneet: 3," in str(text) for text in (*said, *cells))


def test_a_programme_that_does_not_follow_it_says_so(build):
    said = [block.text for block in build().blocks if isinstance(block, Text)]

    assert any(text.startswith("Ohjelmassa ei seurata työllistyneitä") for text in said)

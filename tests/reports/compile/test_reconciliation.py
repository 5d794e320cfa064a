"""Whatever a table is divided by, it adds up to the same whole, and the whole is what the overview shows."""

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import combinations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.monitoring.queries import programme_state
from hankekori.core.attribution import parts_by_share, row_of_places
from hankekori.core.figures import ValueState
from hankekori.reports.compile.answer import compile_answer
from hankekori.reports.compile.files import document_of
from hankekori.reports.compile.model import Filter, Op, Reader
from hankekori.reports.compile.question import Question
from hankekori.reports.compile.subjects import SUBJECTS
from tests import builders
from tests.builders import AS_OF
from tests.reports.compile.conftest import OFFICE

PAIRS = [
    (subject.key, pair)
    for subject in SUBJECTS.values()
    for pair in [
        *combinations([each.key for each in subject.dimensions], 1),
        *combinations([each.key for each in subject.dimensions], 2),
    ]
]
TIMES = {"vuosi", "puolivuosi"}


def whole_of(programme, subject, **fields):
    columns = tuple(each.key for each in subject.quantities)
    return compile_answer(programme, Question(subject.key, columns=columns, as_of=AS_OF, **fields), OFFICE)


def by_kind(answer):
    """Give rows by what must not be added together."""
    apart = answer.subject.kept_apart
    at = answer.question.groups.index(apart) if apart in answer.question.groups else None
    found = defaultdict(list)
    for row in answer.rows:
        found["" if at is None else row.keys[at]].append(row)
    return found, {"" if at is None else row.keys[at]: row for row in answer.totals}


def added(cells):
    values = [Decimal(cell.value) for cell in cells if cell.state is ValueState.REPORTED]
    return sum(values) if values else None


@pytest.mark.parametrize("subject", SUBJECTS)
def test_rows_add_up_to_the_ungrouped_whole(world, subject):
    """All groups and pairs of groups of a subject; the whole has rows, so that there is something to add up."""
    found = SUBJECTS[subject]
    _, whole = by_kind(whole_of(world.programme, found))
    assert whole
    for pair in (pair for key, pair in PAIRS if key == subject):
        answer = whole_of(world.programme, found, groups=pair)
        rows, totals = by_kind(answer)

        assert {key: row.cells for key, row in totals.items()} == {key: row.cells for key, row in whole.items()}, pair
        for key, listed in rows.items():
            for at, quantity in enumerate(answer.quantities):
                is_level = key in {"STOCK", "FAME"} and (key == "FAME" or TIMES & set(pair))
                if quantity.adds_up and not is_level:
                    total = totals[key].cells[at]
                    assert added([row.cells[at] for row in listed]) == added([total]), (pair, key, quantity.key)


def test_results_are_those_of_the_overview(world):
    state = programme_state(world.programme, as_of=AS_OF)
    answer = whole_of(world.programme, SUBJECTS["tulokset"])

    shown = {row.keys[0]: row.cells for row in answer.rows}
    for line in state.totals:
        total, women, *_ = shown[line.indicator.code]
        actual = line.figure.actual
        assert total.value == (actual.value.quantize(Decimal(1)) if line.indicator.code == "FAME" else actual.value)
        if line.indicator.code != "FAME":
            assert women.value == actual.women


@pytest.mark.parametrize("group", ["toimenpide", "tavoite"])
def test_results_by_measure_are_those_of_the_roll_up(world, group):
    state = programme_state(world.programme, as_of=AS_OF)
    answer = whole_of(world.programme, SUBJECTS["tulokset"], groups=("mittari", group))

    nodes = state.objectives if group == "tavoite" else tuple(state.measures)
    expected = {}
    for objective in state.objectives:
        for node in [objective] if group == "tavoite" else objective.measures:
            name = node.number if group == "tavoite" else f"{objective.number}/{node.number}"
            for line in node.indicators:
                if line.indicator.code == "JOBS" and line.figure.actual.is_reported:
                    expected[name] = line.figure.actual.total
    assert nodes
    assert {row.keys[1]: row.cells[0].value for row in answer.rows if row.keys[0] == "JOBS"} == expected


def test_results_known_on_a_day_are_those_of_the_overview_of_the_day(world):
    early = date(2012, 3, 1)
    state = programme_state(world.programme, as_of=AS_OF, known_on=early)
    answer = whole_of(world.programme, SUBJECTS["tulokset"], known_on=early)
    now = whole_of(world.programme, SUBJECTS["tulokset"])

    (jobs,) = [line.figure.actual.total for line in state.totals if line.indicator.code == "JOBS"]
    assert answer.rows[0].cells[0].value == jobs == now.rows[0].cells[0].value + 1


def test_measures_and_targets_are_those_of_the_overview(world):
    state = programme_state(world.programme, as_of=AS_OF)
    answer = whole_of(world.programme, SUBJECTS["toimenpiteet"])

    shown = {row.keys[0]: row.cells for row in answer.totals}
    for line in state.totals:
        planned, _, expected, actual, *_ = shown[line.indicator.code]
        assert planned.value == line.figure.planned_total
        assert expected.value == line.figure.expected
        if line.indicator.code != "FAME":
            assert actual.value == line.figure.actual.total


def test_money_of_followed_projects_is_that_of_the_overview(world):
    state = programme_state(world.programme, as_of=AS_OF)
    answer = whole_of(world.programme, SUBJECTS["hankkeet"], filters=(Filter("seurattu", ("kylla",)),))

    (row,) = answer.totals
    count, granted, realised, used, planned_public, realised_public = (cell.value for cell in row.cells)
    assert count == len(state.projects_by_id)
    assert granted == state.funding.granted_eu_state.total
    assert realised == state.funding.realised_eu_state.total
    assert planned_public == state.funding.planned_public.total
    assert realised_public == state.funding.realised_public.total
    assert used == 80


def test_indicators_never_stand_in_one_sum(world):
    answer = whole_of(world.programme, SUBJECTS["tulokset"], groups=("kunta", "rahasto"))

    assert answer.question.groups == ("mittari", "kunta", "rahasto")
    assert [row.keys[0] for row in answer.totals] == ["JOBS", "STOCK", "FAME"]
    assert answer.picture is None


def test_a_level_by_year_ends_in_the_latest_and_says_so(world):
    only = (Filter("mittari", ("STOCK",)),)
    answer = whole_of(world.programme, SUBJECTS["tulokset"], groups=("vuosi",), filters=only)

    by_year = {row.keys[0]: row.cells[0].value for row in answer.rows}
    assert answer.totals[0].cells[0].value == by_year["2011"] != sum(by_year.values())
    assert any("eri jaksoja ei lasketa yhteen" in remark for remark in answer.remarks)


def test_a_cell_opens_to_the_projects_behind_it(world):
    only = (Filter("mittari", ("JOBS",)),)
    answer = whole_of(world.programme, SUBJECTS["tulokset"], groups=("kunta", "vuosi"), filters=only)

    for row in (*answer.rows, *answer.totals):
        behind = compile_answer(world.programme, answer.drill(row), OFFICE)
        assert behind.question.groups == ("hanke",)
        assert behind.totals[0].cells[:2] == row.cells[:2]
        assert added([each.cells[0] for each in behind.rows]) == row.cells[0].value
        assert behind.drill(behind.rows[0]) is None


def test_several_municipalities_are_a_row_of_their_own(world):
    answer = whole_of(world.programme, SUBJECTS["hankkeet"], groups=("kunta",))

    assert [row.labels[0] for row in answer.rows] == [
        "Heinola", "Sysmä", "koko maa", "useita kuntia: Heinola, Sysmä, Hartola", "ei kuntaa",
    ]  # fmt: skip
    works_there = replace(answer.question, filters=(Filter("kunta", (answer.rows[0].keys[0],), "sis"),))
    assert compile_answer(world.programme, works_there, OFFICE).totals[0].cells[0].value == 2


def test_a_sole_trader_is_never_named(world):
    for subject, group in (("hankkeet", "toteuttaja"), ("tulokset", "toteuttaja"), ("kumppanit", "organisaatio")):
        answer = whole_of(world.programme, SUBJECTS[subject], groups=(group,))
        assert any("nimeä ei näytetä" in label for row in answer.rows for label in row.labels)
        assert world.person not in str(answer)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_statements_do_not_grow_with_the_programme(world, subject):
    groups = tuple(each.key for each in SUBJECTS[subject].dimensions[:2])
    with CaptureQueriesContext(connection) as before:
        whole_of(world.programme, SUBJECTS[subject], groups=groups)
    for number in range(10):
        project = builders.a_project(world.programme, world.first, fund=f"F{number}")
        builders.a_ledger_entry(project, world.jobs, 3)
        builders.an_episode(project)
    with CaptureQueriesContext(connection) as after:
        whole_of(world.programme, SUBJECTS[subject], groups=groups)

    assert len(after) == len(before) < 20


def test_the_database_puts_each_project_in_the_row_of_the_rule(world):
    answer = whole_of(world.programme, SUBJECTS["hankkeet"], groups=("hanke", "kunta"))

    expected = {
        project.code or str(project.pk): row_of_places(project.municipalities.values_list("code", flat=True))
        for project in world.programme.projects.filter(nationwide=False)
    }
    assert {project: row for project, row in (row.keys for row in answer.rows) if project in expected} == expected


def test_the_database_gives_each_measure_the_part_of_the_rule(world):
    answer = whole_of(world.programme, SUBJECTS["hankkeet"], groups=("hanke", "toimenpide"))

    expected = {}
    for project in world.programme.projects.all():
        links = project.measure_links.select_related("measure__objective")
        shares = {f"{link.measure.objective.number}/{link.measure.number}": link.share for link in links}
        for measure, part in parts_by_share(shares).items():
            expected[project.code or str(project.pk), measure] = part
    assert {row.keys: row.cells[0].value for row in answer.rows} == expected


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("value", ["'", "%s", "{x}", "~", "\\", "x" * 500, "😀", "-1", "2011-1"])
def test_an_odd_value_finds_nothing_or_something_but_never_fails(world, subject, value):
    found = SUBJECTS[subject]
    for op in Op:
        filters = tuple(Filter(each.key, (value, ""), op) for each in found.dimensions)
        answer = whole_of(world.programme, found, groups=(found.dimensions[0].key,), filters=filters)
        assert document_of(answer, address="https://example.org/").title


def test_who_may_not_read_meetings_gets_no_decisions(world):
    observer = Reader(frozenset({Permission.READ_FIGURES}))
    for subject in ("kokoukset", "paatokset"):
        with pytest.raises(PermissionDenied):
            compile_answer(world.programme, Question(subject), observer)


def test_what_is_told_as_it_is_now_says_so(world):
    remarks = {key: whole_of(world.programme, found, known_on=AS_OF).remarks for key, found in SUBJECTS.items()}

    said = {key for key, listed in remarks.items() if any("nykyiset tiedot" in each for each in listed)}
    assert said == set(SUBJECTS) - {"tulokset", "toimenpiteet"}

"""People employed: the office counts exactly, nobody else gets a small count by any question."""

from itertools import combinations

import pytest

from hankekori.areas.employment.actions import publish_counts
from hankekori.core.periods import Period
from hankekori.reports.compile.answer import compile_answer
from hankekori.reports.compile.files import ENDINGS, document_of, write_answer
from hankekori.reports.compile.model import Filter, Op
from hankekori.reports.compile.question import Question
from hankekori.reports.compile.subjects import SUBJECTS
from tests.builders import AS_OF, NOW
from tests.reports.compile.conftest import MEMBER, OFFICE

EMPLOYMENT = SUBJECTS["tyollistyneet"]
DIMENSIONS = [each.key for each in EMPLOYMENT.dimensions]
COLUMNS = tuple(each.key for each in EMPLOYMENT.quantities)
GROUPS = [(), *combinations(DIMENSIONS, 1), *combinations(DIMENSIONS, 2)]


@pytest.fixture
def published(world):
    publish_counts(by=None, now=NOW, programme=world.programme, day=AS_OF)
    return world


def ask(world, reader, **fields):
    return compile_answer(
        world.programme, Question("tyollistyneet", as_of=AS_OF, **{"columns": COLUMNS} | fields), reader
    )


def filters():
    yield ()
    for dimension, value in (("sukupuoli", "woman"), ("sukupuoli", "man"), ("lahtotilanne", "unemployed"),
                             ("hanke", "S10007"), ("kunta", "011"), ("toimenpide", "2/2.3")):  # fmt: skip
        for op in Op:
            yield (Filter(dimension, (value,), op),)
    yield (Filter("sukupuoli", ("woman",)), Filter("tila", ("in_work",)))
    yield (Filter("sukupuoli", ("woman", "man")),)


@pytest.mark.parametrize("narrowed", list(filters()))
def test_a_member_gets_no_small_count_by_any_groups(published, narrowed):
    for groups in GROUPS:
        answer = ask(published, MEMBER, groups=groups, filters=narrowed)
        for row in (*answer.rows, *answer.totals):
            for key, cell in zip(COLUMNS, row.cells, strict=True):
                is_count = not isinstance(cell.value, str) and key != "kuukaudet"
                assert not (is_count and cell.value and cell.value < 5), (groups, narrowed, row)


def test_a_small_count_is_hidden_from_the_member_and_shown_to_the_office(published):
    exact = {row.keys: row.cells[0].value for row in ask(published, OFFICE, groups=("lahtotilanne",)).rows}
    shown = {row.keys: row.cells[0].value for row in ask(published, MEMBER, groups=("lahtotilanne",)).rows}

    assert exact == {("dismissed",): 10, ("unemployed",): 4}
    assert shown[("unemployed",)] == "<5"


@pytest.mark.parametrize(
    "fields",
    [
        {"groups": ("toimenpide",)},
        {"groups": ("tyonantaja",)},
        {"groups": ("ika", "sukupuoli")},
        {"groups": ("lahtotilanne", "kunta")},
        {"filters": (Filter("hanke", ("S1",)),)},
        {"period": Period(AS_OF.replace(month=1, day=1), AS_OF)},
    ],
)
def test_what_is_not_published_is_said_in_words(published, fields):
    answer = ask(published, MEMBER, **fields)

    assert answer.rows == answer.totals == ()
    assert "Tätä yhdistelmää ei ole julkaistu" in answer.remarks[0]


def test_before_the_first_publication_a_member_gets_nothing(world):
    answer = ask(world, MEMBER)

    assert answer.rows == ()
    assert "ei ole vielä julkaistu" in answer.remarks[0]


def test_files_of_exact_counts_are_marked_for_the_office(published):
    answer = ask(published, OFFICE, groups=("lahtotilanne",))

    assert answer.office_only
    assert "vain toimiston käyttöön" in document_of(answer, address="https://example.org/").marking
    assert "vain toimiston käyttöön" in write_answer(answer, "csv", address="https://example.org/").decode()
    member = ask(published, MEMBER, groups=("lahtotilanne",))
    assert not member.office_only
    for ending in ENDINGS:
        assert write_answer(member, ending, address="https://example.org/")


def test_an_employer_a_member_asks_about_is_not_named(published):
    published.programme.organisations.filter(name="Kaupunki").update(business_id="1234567-1")
    published.programme.projects.first().employment_episodes.update(employer="1234567-1")
    narrowed = (Filter("tyonantaja", ("1234567-1",)),)

    assert "Kaupunki" in str(ask(published, OFFICE, filters=narrowed).filters)
    assert "Kaupunki" not in str(ask(published, MEMBER, filters=narrowed).filters)


def test_gender_beside_a_published_trait(published):
    answer = ask(published, MEMBER, groups=("tila", "sukupuoli"), columns=("aloittaneet",))

    assert {row.keys[1] for row in answer.rows} == {"woman", "man", "other"}
    assert answer.totals[0].cells[0].value == 14

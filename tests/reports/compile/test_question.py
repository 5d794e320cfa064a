"""The address of a compilation: it carries the whole question, and says what is wrong with a bad one."""

from datetime import date, timedelta

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from hankekori.core.periods import Period
from hankekori.reports.compile.model import Filter, Op
from hankekori.reports.compile.periods import period_in_words, read_period, write_period
from hankekori.reports.compile.question import Question, QuestionError
from hankekori.reports.compile.subjects import SUBJECTS

DAYS = st.dates(date(1990, 1, 1), date(2100, 12, 31))
VALUES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)


@st.composite
def questions(draw):
    subject = SUBJECTS[draw(st.sampled_from(sorted(SUBJECTS)))]
    dimensions = [each.key for each in subject.dimensions]
    quantities = [each.key for each in subject.quantities]
    filters = draw(
        st.lists(
            st.builds(
                Filter,
                st.sampled_from(dimensions),
                st.lists(VALUES, min_size=1, max_size=3, unique=True).map(tuple),
                st.sampled_from(Op),
            ),
            max_size=3,
            unique_by=lambda each: (each.dimension, each.op),
        )
    )
    start, length = draw(DAYS), draw(st.integers(0, 2000))
    end = min(start + timedelta(days=length), date(2100, 12, 31))
    return Question(
        subject=subject.key,
        groups=tuple(draw(st.lists(st.sampled_from(dimensions), max_size=2, unique=True))),
        columns=tuple(draw(st.lists(st.sampled_from(quantities), unique=True))),
        filters=tuple(filters),
        period=draw(st.none() | st.just(Period(start, end))) if subject.period else None,
        as_of=draw(st.none() | DAYS),
        known_on=draw(st.none() | DAYS),
        sort=draw(st.sampled_from(["", quantities[0], f"-{quantities[0]}"])),
    )


@given(questions())
def test_an_address_brings_back_the_question(question):
    assert Question.from_query(QueryDict(question.to_query())) == question


PARAMETERS = ["mista", "ryhma", "luku", "jakso", "tilanne", "tiedossa", "jarjesta", "kunta.sis", "kunta", "x", ""]


@given(st.dictionaries(st.sampled_from(PARAMETERS), st.text(max_size=20)))
def test_any_address_is_read_or_refused_in_words(parameters):
    query = QueryDict(mutable=True)
    query.update(parameters)
    problems, question = read(query)

    assert question.subject in SUBJECTS
    assert all(problem.message.fi and problem.message.sv and problem.message.en for problem in problems)


def read(query):
    try:
        return (), Question.from_query(query)
    except QuestionError as error:
        return error.problems, error.question


@pytest.mark.parametrize(
    ("query", "field", "words"),
    [
        ("mista=kissat", "mista", "kissat"),
        ("mista=hankkeet&ryhma=mittari", "ryhma", "Aihetta Hankkeet ei voi ryhmitellä tiedolla ”mittari”"),
        ("mista=hankkeet&ryhma=kunta&ryhma=laji&ryhma=kori", "ryhma", "enintään kaksi"),
        ("mista=hankkeet&luku=naiset", "luku", "ei ole lukua ”naiset”"),
        ("mista=hankkeet&jakso=eilen", "jakso", "”eilen” ei ole ajanjakso"),
        ("mista=hankkeet&jakso=2012..2011", "jakso", "päättyy ennen kuin se alkaa"),
        ("mista=kumppanit&jakso=2011", "jakso", "ei ole ajanjaksoa"),
        ("mista=hankkeet&tilanne=31.2.2012", "tilanne", "31.2.2012"),
        ("mista=hankkeet&tilanne=1.1.0001", "tilanne", "liian kaukana"),
        ("mista=hankkeet&jarjesta=koko", "jarjesta", "ei voi järjestää"),
        ("mista=hankkeet&vari=sininen", "vari", "ei voi rajata"),
        ("mista=hankkeet&kunta.suuri=111", "kunta.suuri", "ei voi rajata"),
    ],
)
def test_a_bad_part_is_told_and_the_rest_is_kept(query, field, words):
    with pytest.raises(QuestionError) as raised:
        Question.from_query(QueryDict(f"{query}&luku=hankkeita"))

    (problem,) = [each for each in raised.value.problems if words in each.message.fi]
    assert problem.field == field


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("2011", (2011, 1, 1), (2011, 12, 31), "2011"),
        ("2010..2011", (2010, 1, 1), (2011, 12, 31), "2010–2011"),
        ("2011-1", (2011, 1, 1), (2011, 6, 30), "1.1.–30.6.2011"),
        ("2011-2", (2011, 7, 1), (2011, 12, 31), "1.7.–31.12.2011"),
        ("2010-02-03..2011-05-31", (2010, 2, 3), (2011, 5, 31), "3.2.2010–31.5.2011"),
    ],
)
def test_periods_as_addresses_and_people_write_them(text, start, end, words):
    period = read_period(text)

    assert period == Period(date(*start), date(*end))
    assert write_period(period) == text
    assert period_in_words(period).fi == words


def test_without_parameters_the_first_subject_begins():
    assert Question.from_query(QueryDict("")) == Question.start("tulokset")

"""Compiling: a question in the address, its table, picture and sums."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.monitoring.queries import programme_state
from hankekori.reports.compile.files import ENDINGS
from hankekori.reports.compile.subjects import SUBJECTS
from tests import builders
from tests.pages.compile.conftest import ADDRESS

MOST = 19  # statements, of which the answer, the whole beside it and the values offered are three readings
READING = [role for role in Role if Permission.READ_FIGURES in permissions_of(role)]


def rows_of(response):
    return [
        (*(str(label) for _, label in row.labels), *(getattr(each, "text", each) for _, each in row.figures))
        for row in response.context["shown"].page
    ]


def test_the_answer_stands_under_its_question(officer, asked):
    response = officer.get(f"{ADDRESS}?{asked}")

    assert response.status_code == 200
    assert rows_of(response) == [("Heinola", "ESR", "5"), ("Sysmä", "EAKR", "6")]
    assert [str(figure) for _, figure in response.context["shown"].key_figures] == ["11"]
    assert [strip.label for strip in response.context["shown"].picture.strips] == ["Heinola", "Sysmä"]


def test_the_first_question_is_asked_by_itself_and_stands_in_the_address(officer, jobs):
    response = officer.get(ADDRESS)

    assert response.status_code == 302
    assert f"mittari={jobs.people.code}" in response["Location"]
    assert officer.get(response["Location"]).status_code == 200


def test_what_the_form_sends_becomes_an_address(officer, jobs):
    fields = {
        "lomake": "1", "aihe": "tulokset", "mista": "tulokset", "mittari": jobs.people.code, "ryhma": ["kunta", ""],
        "luku": ["naiset"], "jakso": "oma", "alku": "2011-01-01", "loppu": "2011-06-30", "rajaa": "", "tiedossa": "",
    }  # fmt: skip
    response = officer.get(ADDRESS, fields)

    address = (
        f"{ADDRESS}?mista=tulokset&mittari={jobs.people.code}&ryhma=kunta&luku=naiset&jakso=2011-01-01..2011-06-30"
    )
    assert response["Location"] == address
    assert rows_of(officer.get(address)) == [("Heinola", "5"), ("Sysmä", "6")]


def test_ticked_values_narrow_and_the_empty_one_is_what_is_not_known(officer, asked):
    ticked = {
        "lomake": "1",
        "mista": "tulokset",
        "ryhma": "rahasto",
        "luku": "naiset",
        "rajattu": "kunta",
        "tapa": "ei",
    }
    response = officer.get(ADDRESS, ticked | {"arvo": ["111", "-"], "rajaa": "kunta", "kunta": "781"})

    assert response["Location"].endswith("&rajaa=kunta&kunta.ei=111&kunta.ei=")


def test_another_subject_keeps_what_it_knows(officer, asked, jobs):
    sent = {
        "lomake": "1", "aihe": "tulokset", "mista": "hankkeet", "mittari": jobs.people.code,
        "ryhma": ["kunta", "rahasto"], "luku": "naiset", "jakso": "2011", "kunta": "111",
    }  # fmt: skip
    location = officer.get(ADDRESS, sent)["Location"]

    assert "ryhma=kunta&ryhma=rahasto" in location
    assert "kunta=111" in location
    assert "jakso=2011" in location
    assert "mittari" not in location
    assert "luku=hankkeita" in location
    assert officer.get(location).status_code == 200


def test_values_of_a_dimension_are_offered_with_those_chosen(officer, asked):
    narrowing = officer.get(f"{ADDRESS}?{asked}&rajaa=kunta&kunta=111").context["form"].narrowing

    assert [(each.value, each.label, each.chosen) for each in narrowing.values] == [
        ("111", "Heinola", True),
        ("781", "Sysmä", False),
    ]


def test_a_heading_sorts_and_the_file_keeps_the_order(officer, asked):
    query = f"{asked}&jarjesta=-naiset"

    assert [row[0] for row in rows_of(officer.get(f"{ADDRESS}?{query}"))] == ["Sysmä", "Heinola"]
    lines = officer.get(f"{ADDRESS}tiedosto/csv/?{query}").content.decode("utf-8-sig").splitlines()
    assert [line.split(";")[0] for line in lines[1:4]] == ["Sysmä", "Heinola", "Yhteensä"]


def test_a_figure_opens_to_its_projects(officer, asked):
    figure = officer.get(f"{ADDRESS}?{asked}").context["shown"].page.rows[0].figures[0][1]

    assert rows_of(officer.get(figure.url)) == [("S20001 Neuvontahanke", "5")]


def test_a_filter_is_taken_away_by_its_chip(officer, asked):
    chips = officer.get(f"{ADDRESS}?{asked}&kunta=111").context["chips"]

    assert [(chip.label, chip.text) for chip in chips][1:] == [("Kunta", "Heinola"), ("Ajalta", "1.1.–30.6.2011")]
    assert "kunta=111" not in chips[1].query
    assert "jakso" not in chips[2].query


@pytest.mark.parametrize("query", ["", "&ryhma=kunta", "&kunta=111&jakso=2011"])
def test_the_whole_is_the_figure_of_the_overview(officer, jobs, query):
    response = officer.get(f"{ADDRESS}?mista=tulokset&luku=tulos&luku=naiset&mittari={jobs.people.code}{query}")
    state = programme_state(jobs.programme, as_of=builders.AS_OF, known_on=None)
    actual = next(line.figure.actual for line in state.totals if line.indicator.id == jobs.people.pk)
    total, women, whole = f"{actual.total:.0f}", f"{actual.women:.0f}", response.context["whole"]

    assert f"{total}, joista naisia {women}." in whole.text
    assert whole.is_all == ("kunta=" not in query)
    assert officer.get(whole.link.url).status_code == 200
    assert f">{total},0<" in officer.get(whole.link.url).content.decode()
    if whole.is_all:
        assert [str(figure) for _, figure in response.context["shown"].key_figures] == [total, women]


def test_the_whole_of_projects_is_the_sum_of_the_basket(officer, jobs):
    whole = officer.get(f"{ADDRESS}?mista=hankkeet&ryhma=rahasto&luku=hankkeita").context["whole"]

    assert "2 hanketta" in whole.text
    assert whole.link.url == "/seutu/hankekori/"


def test_an_answer_without_rows_says_what_to_loosen(officer, asked):
    page = officer.get(f"{ADDRESS}?{asked}&kunta=999").content.decode()

    assert "Näillä valinnoilla ei ole yhtään riviä" in page
    assert "ilman rajausta Kunta: 999" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("mista=eiole", "mista=eiole"),
        ("mista=tulokset&ryhma=eiole", "eiole"),
        ("mista=tulokset&jakso=joskus", "joskus"),
        ("mista=tulokset&tilanne=eilen", "eilen"),
        ("mista=tulokset&luku=hinta", "hinta"),
    ],
)
def test_what_was_not_understood_is_said(officer, jobs, query, said):
    response = officer.get(f"{ADDRESS}?{query}")

    assert response.status_code == 422
    assert said in " ".join(response.context["problems"])
    assert officer.get(f"{ADDRESS}{response.context['understood']}").status_code == 200
    assert officer.get(f"{ADDRESS}tiedosto/csv/?{query}").status_code == 400


@pytest.mark.parametrize("role", READING)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_opens_for_those_who_may_read_it(entered, jobs, role, subject):
    client = entered(role)
    status = 200 if SUBJECTS[subject].permission in permissions_of(role) else 403

    assert client.get(f"{ADDRESS}?mista={subject}").status_code == status
    assert client.get(f"{ADDRESS}tiedosto/csv/?mista={subject}").status_code == status


@pytest.mark.parametrize("rest", ["", *(f"tiedosto/{ending}/" for ending in ENDINGS)])
def test_reporter_is_refused_and_the_outsider_finds_nothing(reporter, outsider, asked, rest):
    assert reporter.get(f"{ADDRESS}{rest}?{asked}").status_code == 403
    assert outsider.get(f"{ADDRESS}{rest}?{asked}").status_code == 404


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_answer_is_given_as_a_file(officer, asked, ending):
    response = officer.get(f"{ADDRESS}tiedosto/{ending}/?{asked}")

    assert response.status_code == 200
    assert response["Content-Disposition"].endswith(f'.{ending}"')
    assert len(response.content) > 100


def test_an_unknown_ending_is_not_found(officer, asked):
    assert officer.get(f"{ADDRESS}tiedosto/exe/?{asked}").status_code == 404


def test_a_chosen_day_of_the_address_is_asked_of(officer, asked):
    response = officer.get(f"{ADDRESS}?{asked}&paiva=2010-12-31")

    assert response.context["question"].as_of == date(2010, 12, 31)


@pytest.mark.parametrize("query", ["", "&rajaa=kunta&kunta=111", "&jarjesta=naiset"])
def test_queries_do_not_grow_with_the_programme(officer, asked, jobs, query):
    counts = []
    for size in (1, 3, 50):
        while jobs.programme.projects.count() < size + 2:
            project = builders.a_project(jobs.programme, jobs.measure)
            builders.a_ledger_entry(
                project, jobs.people, 3, women=1, period_start=date(2011, 1, 1), period_end=date(2011, 6, 30)
            )
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(f"{ADDRESS}?{asked}{query}").status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] <= MOST


@pytest.mark.parametrize(
    ("subject", "group"), [(each.key, group.key) for each in SUBJECTS.values() for group in each.dimensions]
)
def test_every_group_has_the_total_of_the_ungrouped_answer(officer, jobs, subject, group):
    other = next(each.key for each in SUBJECTS[subject].dimensions if each.key != group)
    totals = [
        [row.cells for row in officer.get(f"{ADDRESS}?mista={subject}{query}").context["answer"].totals]
        for query in ("", f"&ryhma={group}", f"&ryhma={group}&ryhma={other}", f"&ryhma={other}&rajaa={group}")
    ]

    assert totals == [totals[0]] * 4

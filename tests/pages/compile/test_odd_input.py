"""Whatever an address or a form carries, the page answers in words."""

import pytest

from tests.pages.compile.conftest import ADDRESS
from tests.pages.test_odd_input import ODD

NAMES = (
    "mista", "ryhma", "luku", "mittari", "kunta", "kunta.sis", "kunta.x", "x", "jakso", "tilanne", "tiedossa",
    "jarjesta", "sivu", "rajaa", "rajattu", "arvo", "tapa", "alku", "loppu", "aihe", "lomake", "paiva", "tiedetty",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_the_address_answers_odd_input(officer, asked, name):
    for odd in ODD:
        for query in ({name: odd}, {"mista": "tulokset", name: odd}, {"mista": "tulokset", "lomake": "1", name: odd}):
            answer = officer.get(ADDRESS, query, follow=True)
            assert answer.status_code in {200, 400, 422}, (query, answer.status_code)


@pytest.mark.parametrize("odd", ODD)
def test_keeping_answers_odd_input(officer, asked, odd):
    for address in ("tallenna/", "jaadyta/"):
        assert officer.post(f"{ADDRESS}{address}", {"name": odd}, query_params={"mista": odd}).status_code < 500
    assert officer.post(f"{ADDRESS}tallenna/?{asked}", {"name": odd}).status_code < 500
    assert officer.post(f"{ADDRESS}tallennetut/{'9' * 40}/poista/", {"query": odd}).status_code < 500

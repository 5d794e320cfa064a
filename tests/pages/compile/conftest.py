"""What the compilations' tests ask of: two projects in two places, of two funds, that have reported women apart."""

from datetime import date

import pytest

from tests import builders

ADDRESS = "/seutu/raportit/koosta/"


@pytest.fixture
def jobs(small):
    """Return the small programme with results of 2011: 12 in Heinola by ESR, 5 of them women; 8 in Sysmä by EAKR, 6."""
    other = builders.a_project(small.programme, small.measure, code="A30001", name="Kylähanke", fund="EAKR")
    places = [builders.a_municipality(code=code, name_fi=name) for code, name in (("111", "Heinola"), ("781", "Sysmä"))]
    for project, place in zip((small.project, other), places, strict=True):
        project.municipality_links.create(programme=small.programme, municipality=place)
    for project, total, women in ((small.project, 12, 5), (other, 8, 6)):
        builders.a_ledger_entry(
            project, small.people, total, women=women, period_start=date(2011, 1, 1), period_end=date(2011, 6, 30)
        )
    return small


@pytest.fixture
def asked(jobs):
    """Return the query of: women by municipality and funder, 2011."""
    return f"mista=tulokset&ryhma=kunta&ryhma=rahasto&luku=naiset&mittari={jobs.people.code}&jakso=2011-1"

"""Women's new jobs by municipality and funder in 2011, compiled of the demo and worked out by hand beside it."""

from collections import defaultdict
from datetime import UTC, date, datetime

import pytest
from django.http import QueryDict

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.projects.models import ProjectMeasure
from hankekori.core.attribution import row_of_places
from hankekori.demo.load import load_demo
from hankekori.reports.compile.answer import compile_answer
from hankekori.reports.compile.model import Reader
from hankekori.reports.compile.question import Question

pytestmark = pytest.mark.django_db
ADDRESS = "mista=tulokset&ryhma=kunta&ryhma=rahasto&luku=naiset&mittari=FI07-NEWJOB&jakso=2011"


def test_womens_new_jobs_by_municipality_and_funder():
    programme = load_demo(now=datetime(2026, 11, 24, 8, tzinfo=UTC))
    answer = compile_answer(
        programme, Question.from_query(QueryDict(ADDRESS)), Reader(frozenset({Permission.READ_FIGURES}))
    )

    expected = defaultdict(int)
    entries = LedgerEntry.objects.filter(
        indicator__code="FI07-NEWJOB", period_end__range=(date(2011, 1, 1), date(2011, 12, 31)), women__isnull=False
    )
    for entry in entries.select_related("project"):
        places = entry.project.municipalities.values_list("code", flat=True)
        for link in ProjectMeasure.objects.filter(project=entry.project):
            expected[row_of_places(places), entry.project.fund] += entry.women * link.share
    assert {row.keys: row.cells[0].value for row in answer.rows if row.cells[0].value is not None} == expected
    assert [(row.labels, row.cells[0].value) for row in answer.rows] == [
        (("Heinola", "EAKR"), 12),
        (("Heinola", "ESR"), 9),
        (("Sysmä", "EAKR"), 3),
        (("Sysmä", "ESR"), None),
        (("useita kuntia: Hartola, Heinola, Sysmä", "ESR"), 2),
    ]
    assert answer.totals[0].cells[0].value == 26

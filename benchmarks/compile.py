"""Compiling over the national project list: grouped two ways in the database, and as a workbook."""

from collections.abc import Iterator

from django.db import connection
from django.test.utils import CaptureQueriesContext

from benchmarks.measure import Result, best_ms
from benchmarks.programme import AS_OF
from hankekori.areas.accounts.roles import Permission
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.reports.compile.answer import compile_answer
from hankekori.reports.compile.files import write_answer
from hankekori.reports.compile.model import Reader
from hankekori.reports.compile.question import Question

READER = Reader(frozenset(Permission))
COLUMNS = ("hankkeita", "myonnetty", "toteutunut", "kaytetty")
PAIRS = (
    ("viranomainen", "rahasto"),
    ("maakunta", "toimintalinja"),
    ("kunta", "toimenpide"),
    ("toteuttaja", "rahasto"),
    ("toteuttaja", "alkuvuosi"),
)


def measured(national: Programme, large: Programme) -> Iterator[tuple[str, Result]]:
    """Measure a programme with the national list, and one with a ledger."""
    size = Project.objects.filter(programme=national).count()
    for pair in PAIRS:
        question = Question("hankkeet", groups=pair, columns=COLUMNS, as_of=AS_OF)
        name = f"compile {size} projects by {' and '.join(pair)}"
        with CaptureQueriesContext(connection) as statements:
            answer = compile_answer(national, question, READER)
        assert sum(row.cells[0].value for row in answer.rows) == size
        in_database = sum(float(each["time"]) for each in statements.captured_queries) * 1000
        yield f"{name}, in the database", Result(in_database, "ms", 300)
        yield (
            f"{name}, until XLSX",
            Result(best_ms(lambda asked=question: _workbook(national, asked), times=2) / 1000, "s", 1),
        )
    results = Question("tulokset", groups=("kunta", "toimenpide"), columns=("tulos", "naiset"), as_of=AS_OF)
    yield (
        "compile 12,000 ledger rows by municipality and measure",
        Result(best_ms(lambda: compile_answer(large, results, READER)), "ms", 300),
    )


def _workbook(programme: Programme, question: Question) -> bytes:
    return write_answer(compile_answer(programme, question, READER), "xlsx", address="https://hankekori.example.org/")

"""One programme's dashboard beside a million ledger rows of other programmes."""

from collections.abc import Iterator
from datetime import timedelta

from django.db import connection, transaction

from benchmarks.measure import Result, best_ms
from benchmarks.pages import page_of
from benchmarks.programme import NOW, START, make_programme

PROJECTS, INDICATORS, PERIODS = 100, 12, 6
NEIGHBOURS = ((99, 1_000_000), (900, 100_000))  # programmes to add, and ledger rows they share
MOST_MS = 100
MOST_GROWTH = 20  # percent


def measured() -> Iterator[tuple[str, Result]]:
    """Measure the same first page alone, among 100 programmes with a million rows, and among 1,000."""
    programme = make_programme("alone", projects=PROJECTS, indicators=INDICATORS, periods=PERIODS)
    get = page_of(programme, "")
    alone = best_ms(get, times=15)
    yield "first page, 1 programme in the ledger", Result(alone, "ms", MOST_MS)
    together = 1
    for programmes, rows in NEIGHBOURS:
        _add_neighbours(programmes, rows)
        together += programmes
        growth = (best_ms(get, times=15) / alone - 1) * 100
        yield f"first page slower among {together:,} programmes, {_rows():,} rows", Result(growth, "%", MOST_GROWTH)


def _add_neighbours(programmes: int, rows: int) -> None:
    """Add programmes of 50 projects and 12 indicators; keys are taken above all that are there."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # rows are right by making; no history of them
        cursor.execute("SELECT max(id) FROM programmes_programme")
        (first,) = cursor.fetchone()
        values = {"first": first, "programmes": programmes, "start": START, "recorded": NOW - timedelta(days=30)}
        values["periods"] = rows // (programmes * 50 * 12)
        cursor.execute(_PROGRAMMES, values)
        cursor.execute(_INDICATORS, values)
        cursor.execute(_PROJECTS, values)
        cursor.execute(_LEDGER, values)
        for table in ("programmes_programme", "plan_indicator", "projects_project"):
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def _rows() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM monitoring_ledgerentry")
        (count,) = cursor.fetchone()
    return int(count)


_PROGRAMMES = """
    INSERT INTO programmes_programme
    SELECT made.*
      FROM programmes_programme one, generate_series(1, %(programmes)s) n, jsonb_populate_record(
           one, jsonb_build_object('id', one.id + n, 'slug', 'neighbour-' || (one.id + n))) made
     WHERE one.id = %(first)s
"""
_INDICATORS = """
    INSERT INTO plan_indicator
    SELECT made.*
      FROM programmes_programme measured
      JOIN plan_indicator one ON one.programme_id = measured.id, generate_series(1, %(programmes)s) n,
           jsonb_populate_record(one, jsonb_build_object(
           'id', nextval(pg_get_serial_sequence('plan_indicator', 'id')), 'programme_id', %(first)s + n)) made
     WHERE measured.slug = 'alone'
"""
_PROJECTS = """
    INSERT INTO projects_project
    SELECT made.*
      FROM programmes_programme measured
      JOIN projects_project one ON one.programme_id = measured.id, generate_series(1, %(programmes)s) n,
           jsonb_populate_record(one, jsonb_build_object(
           'id', nextval(pg_get_serial_sequence('projects_project', 'id')), 'programme_id', %(first)s + n)) made
     WHERE measured.slug = 'alone' AND one.code < 'S70050'
"""
_LEDGER = """
    INSERT INTO monitoring_ledgerentry
           (programme_id, project_id, indicator_id, period_start, period_end, state, total, women, source, reason,
            explanation, recorded_at)
    SELECT project.programme_id, project.id, indicator.id, %(start)s::date + 30 * n, %(start)s::date + 30 * n + 29,
           'reported', n %% 7, n %% 2, 'report', '', '', %(recorded)s
      FROM projects_project project
      JOIN plan_indicator indicator ON indicator.programme_id = project.programme_id, generate_series(0, %(periods)s) n
     WHERE project.programme_id > %(first)s
"""

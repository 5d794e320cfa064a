"""Moving the stored roll-up on with new entries, so that one approved figure costs the same in any programme."""

from collections.abc import Sequence

from django.db import connection

from hankekori.areas.monitoring.models import LedgerEntry
from hankekori.areas.monitoring.roll_ups import rebuild
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.programmes.models import Programme
from hankekori.core.indicators import Combination

MANY_ENTRIES = 200  # from here on computing anew is quicker than moving on


def follow_entries(programme: Programme, entries: Sequence[LedgerEntry]) -> None:
    """Bring the stored roll-up up to date with entries just recorded, whose indicators are loaded.

    Sums move on by share x increment in every period from the entry's on. A level is replaced, not added to, so its
    indicator is computed anew. Part of an action's transaction, which holds the programme's lock.
    """
    sums = [entry for entry in entries if entry.indicator.combination == Combination.SUM]
    levels = {entry.indicator_id for entry in entries} - {entry.indicator_id for entry in sums}
    if len(sums) >= MANY_ENTRIES:
        levels |= {entry.indicator_id for entry in sums}
    elif sums:
        _add_steps(programme, [entry.pk for entry in sums])
    if levels:
        rebuild(programme, indicators=levels)


def _add_steps(programme: Programme, entries: list[int]) -> None:
    version = version_in_force(programme)
    if version is None:
        return
    parameters: dict[str, int | list[int]] = {"programme": programme.pk, "version": version.pk, "entries": entries}
    with connection.cursor() as cursor:
        cursor.execute(_ADD_MISSING_PERIODS, parameters)
        cursor.execute(_ADD_TO_LATER_PERIODS, parameters)


# What the entries add to each measure, each objective and the programme: one row for each level of the plan.
_STEPS = """
    SELECT measure.objective_id, link.measure_id, entry.indicator_id, entry.period_end,
           sum(entry.total * link.share) AS total, sum(entry.women * link.share) AS women,
           bool_or(entry.state = 'not_measured') AS not_measured
      FROM monitoring_ledgerentry entry
      JOIN projects_projectmeasure link
        ON link.programme_id = %(programme)s AND link.project_id = entry.project_id
      JOIN plan_measure measure ON measure.id = link.measure_id
      JOIN plan_objective objective ON objective.id = measure.objective_id
     WHERE entry.id = ANY(%(entries)s) AND objective.plan_version_id = %(version)s
     GROUP BY GROUPING SETS (
           (link.measure_id, entry.indicator_id, entry.period_end),
           (measure.objective_id, entry.indicator_id, entry.period_end),
           (entry.indicator_id, entry.period_end))
"""

# A period new to a node begins where the one before it ended. "Not applicable" is what any other state outweighs.
_ADD_MISSING_PERIODS = (
    "WITH step AS ("  # noqa: S608 - joined from constants
    + _STEPS
    + """)
    INSERT INTO monitoring_storedrollup
           (programme_id, objective_id, measure_id, indicator_id, period_end, state, total, women)
    SELECT %(programme)s, step.objective_id, step.measure_id, step.indicator_id, step.period_end,
           coalesce(earlier.state, 'not_applicable'), earlier.total, earlier.women
      FROM step
      LEFT JOIN LATERAL (
           SELECT row.state, row.total, row.women
             FROM monitoring_storedrollup row
            WHERE row.programme_id = %(programme)s AND row.indicator_id = step.indicator_id
              AND row.objective_id IS NOT DISTINCT FROM step.objective_id
              AND row.measure_id IS NOT DISTINCT FROM step.measure_id
              AND row.period_end < step.period_end
            ORDER BY row.period_end DESC
            LIMIT 1) earlier ON true
        ON CONFLICT DO NOTHING
"""
)

_ADD_TO_LATER_PERIODS = (
    "WITH step AS ("  # noqa: S608 - joined from constants
    + _STEPS
    + """),
    change AS (
        SELECT row.id, sum(step.total) AS total, sum(step.women) AS women, bool_or(step.not_measured) AS not_measured
          FROM step
          JOIN monitoring_storedrollup row
            ON row.programme_id = %(programme)s AND row.indicator_id = step.indicator_id
           AND row.objective_id IS NOT DISTINCT FROM step.objective_id
           AND row.measure_id IS NOT DISTINCT FROM step.measure_id
           AND row.period_end >= step.period_end
         GROUP BY row.id
    )
    UPDATE monitoring_storedrollup row
       SET total = CASE WHEN change.total IS NULL THEN row.total ELSE coalesce(row.total, 0) + change.total END,
           women = CASE WHEN change.women IS NULL THEN row.women ELSE coalesce(row.women, 0) + change.women END,
           state = CASE WHEN coalesce(change.total, row.total) IS NOT NULL THEN 'reported'
                        WHEN change.not_measured OR row.state = 'not_measured' THEN 'not_measured'
                        ELSE 'not_applicable' END
      FROM change
     WHERE row.id = change.id
"""
)

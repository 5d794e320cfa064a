"""The ledger added up in the database; the same rules as core.ledger, and a test compares the two."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.db import connection
from django.utils.timezone import get_default_timezone

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, Figure, reported
from hankekori.core.ledger import ProjectFigure

FOREVER = datetime.max.replace(tzinfo=get_default_timezone())


@dataclass(frozen=True, slots=True)
class Increment:
    """What a period added to a measure's actual, by the shares of its projects."""

    measure: int
    indicator: int
    period_end: date
    total: Decimal
    denominator: Decimal | None


def known_before(known_on: date | datetime | None) -> datetime:
    """Give the first moment that is no longer known: a day counts to its end in Finland, a moment is known itself."""
    if known_on is None:
        return FOREVER
    if isinstance(known_on, datetime):
        return known_on + timedelta(microseconds=1)
    return datetime.combine(known_on + timedelta(days=1), time(), get_default_timezone())


def project_figures(
    programme: int, *, as_of: date, known_on: date | datetime | None = None, indicator: int | None = None
) -> tuple[ProjectFigure, ...]:
    """Give every project's cumulative figures, ordered by project and indicator."""
    with connection.cursor() as cursor:
        cursor.execute(_PROJECT_FIGURES, _parameters(programme, as_of, known_on, indicator))
        return tuple(_figure(row) for row in cursor.fetchall())


def measure_increments(
    programme: int, *, as_of: date, known_on: date | datetime | None = None, indicator: int | None = None
) -> Iterator[Increment]:
    """Give what each period added to each measure, oldest first.

    A level (LATEST, SHARE) adds its change since the project's previous period with numbers, so that adding up the
    increments gives the cumulative figure for every way of combining.
    """
    with connection.cursor() as cursor:
        cursor.execute(_MEASURE_INCREMENTS, _parameters(programme, as_of, known_on, indicator))
        return (Increment(*row) for row in cursor.fetchall())


def _parameters(
    programme: int, as_of: date, known_on: date | datetime | None, indicator: int | None
) -> dict[str, int | date | None]:
    return {"programme": programme, "as_of": as_of, "before": known_before(known_on), "indicator": indicator}


type _FigureRow = tuple[int, int, Decimal | None, Decimal | None, Decimal | None, date | None, bool, bool]


def _figure(row: _FigureRow) -> ProjectFigure:
    project, indicator, total, women, denominator, last_period, not_measured, not_applicable = row
    return ProjectFigure(
        project, indicator, _value(total, women, denominator, not_measured, not_applicable), last_period
    )


def _value(
    total: Decimal | None,
    women: Decimal | None,
    denominator: Decimal | None,
    not_measured: bool,  # noqa: FBT001 - columns of one row
    not_applicable: bool,  # noqa: FBT001 - columns of one row
) -> Figure:
    if total is not None:
        return reported(total, women, denominator)
    if not_measured:
        return NOT_MEASURED
    return NOT_APPLICABLE if not_applicable else MISSING


# Sums need no look at single periods, and they are most of every ledger; levels are put in order of their periods.
_ENTRIES = """
      FROM monitoring_ledgerentry entry
      JOIN plan_indicator indicator ON indicator.id = entry.indicator_id
     WHERE entry.programme_id = %(programme)s AND entry.period_end <= %(as_of)s AND entry.recorded_at < %(before)s
       AND (%(indicator)s::bigint IS NULL OR entry.indicator_id = %(indicator)s)
"""

_LEVELS = (
    """
    SELECT entry.project_id, entry.indicator_id, entry.period_end,
           sum(entry.total) AS total, sum(entry.women) AS women,
           sum(entry.denominator) FILTER (WHERE indicator.combination = 'share') AS denominator,
           bool_or(entry.state = 'not_measured') AS not_measured,
           bool_or(entry.state = 'not_applicable') AS not_applicable
"""
    + _ENTRIES
    + """
       AND indicator.combination <> 'sum'
     GROUP BY entry.project_id, entry.indicator_id, entry.period_end
"""
)

_PROJECT_FIGURES = (
    "WITH level AS ("  # noqa: S608 - joined from constants
    + _LEVELS
    + """)
    SELECT entry.project_id, entry.indicator_id, sum(entry.total), sum(entry.women), NULL::numeric,
           max(entry.period_end) FILTER (WHERE entry.total IS NOT NULL),
           bool_or(entry.state = 'not_measured'), bool_or(entry.state = 'not_applicable')
"""
    + _ENTRIES
    + """
       AND indicator.combination = 'sum'
     GROUP BY entry.project_id, entry.indicator_id
     UNION ALL
    SELECT project_id, indicator_id,
           (array_agg(total ORDER BY period_end DESC) FILTER (WHERE total IS NOT NULL))[1],
           (array_agg(women ORDER BY period_end DESC) FILTER (WHERE total IS NOT NULL))[1],
           (array_agg(denominator ORDER BY period_end DESC) FILTER (WHERE total IS NOT NULL))[1],
           max(period_end) FILTER (WHERE total IS NOT NULL),
           bool_or(not_measured), bool_or(not_applicable)
      FROM level
     GROUP BY project_id, indicator_id
     ORDER BY 1, 2
"""
)

_MEASURE_INCREMENTS = (
    "WITH level AS ("  # noqa: S608 - joined from constants
    + _LEVELS
    + """),
    step AS (
        SELECT entry.project_id, entry.indicator_id, entry.period_end, entry.total, NULL::numeric AS denominator
"""
    + _ENTRIES
    + """
           AND indicator.combination = 'sum' AND entry.total IS NOT NULL
         UNION ALL
        SELECT project_id, indicator_id, period_end,
               total - lag(total, 1, 0) OVER by_period,
               denominator - coalesce(lag(denominator) OVER by_period, 0)
          FROM level
         WHERE total IS NOT NULL
        WINDOW by_period AS (PARTITION BY project_id, indicator_id ORDER BY period_end)
    )
    SELECT link.measure_id, step.indicator_id, step.period_end,
           sum(step.total * link.share), sum(step.denominator * link.share)
      FROM step
      JOIN projects_projectmeasure link ON link.programme_id = %(programme)s AND link.project_id = step.project_id
     GROUP BY link.measure_id, step.indicator_id, step.period_end
     ORDER BY step.period_end, link.measure_id, step.indicator_id
"""
)

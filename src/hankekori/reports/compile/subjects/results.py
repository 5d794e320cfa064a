"""Results: what the ledger says projects have reached, by the plan's shares, each indicator apart."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db import connection

from hankekori.areas.monitoring.ledger_sums import known_before
from hankekori.areas.plan.models import Indicator
from hankekori.core.figures import ValueState
from hankekori.core.indicators import Combination
from hankekori.core.texts import LANGUAGES, Translated
from hankekori.reports.compile.model import (
    NOT_APPLICABLE,
    Asked,
    Dimension,
    Facts,
    Label,
    Quantity,
    Subject,
    number,
)
from hankekori.reports.compile.sql import (
    Parameters,
    SqlDimension,
    SqlQuantity,
    SqlSource,
    dimensions_of,
    quantities_of,
    read_sql,
)
from hankekori.reports.compile.subjects import words
from hankekori.reports.compile.subjects.project_dimensions import PROJECT_DIMENSIONS, PROJECT_JOINS, project_parameters
from hankekori.reports.compile.subjects.times import HALF, YEAR, half_of, year_of
from hankekori.reports.document import Cell

INDICATOR = "mittari"


def _indicators(asked: Asked) -> Mapping[str, Label]:
    rows = list(Indicator.objects.filter(programme=asked.programme).order_by("position", "code", "id"))
    codes = [row.code for row in rows]
    return {
        row.code if codes.count(row.code) == 1 else f"{row.code}/{row.fund}/{row.programme_period}": Label(
            Translated(*(f"{row.name.in_language(each)}, {row.unit.in_language(each)}" for each in LANGUAGES)), (at,)
        )
        for at, row in enumerate(rows)
    }


# One row for each project and indicator (and period, where asked): what its entries add up to, as core.ledger does.
_FACTS = """(
    WITH entry AS (
        SELECT entry.project_id, entry.indicator_id, entry.period_end, entry.state, entry.total, entry.women,
               entry.non_binary, entry.denominator, indicator.combination
          FROM monitoring_ledgerentry entry
          JOIN plan_indicator indicator ON indicator.id = entry.indicator_id
         WHERE entry.programme_id = %(programme)s AND entry.period_end <= %(as_of)s
           AND entry.period_end >= %(since)s AND entry.recorded_at < %(before)s{inner_where}),
    level AS (
        SELECT project_id, indicator_id, period_end, sum(total) AS total, sum(women) AS women,
               sum(non_binary) AS non_binary, sum(denominator) FILTER (WHERE combination = 'share') AS denominator,
               bool_or(state = 'not_measured') AS not_measured
          FROM entry
         WHERE combination <> 'sum'
         GROUP BY project_id, indicator_id, period_end)
    SELECT entry.project_id, entry.indicator_id{inner_groups}, sum(entry.total) AS total, sum(entry.women) AS women,
           sum(entry.non_binary) AS non_binary, NULL::numeric AS denominator,
           bool_or(entry.state = 'not_measured') AS not_measured
      FROM entry
     WHERE entry.combination = 'sum'
     GROUP BY entry.project_id, entry.indicator_id{inner_names}
     UNION ALL
    SELECT entry.project_id, entry.indicator_id{inner_groups},
           (array_agg(total ORDER BY period_end DESC) FILTER (WHERE total IS NOT NULL))[1],
           (array_agg(women ORDER BY period_end DESC) FILTER (WHERE total IS NOT NULL))[1],
           (array_agg(non_binary ORDER BY period_end DESC) FILTER (WHERE total IS NOT NULL))[1],
           (array_agg(denominator ORDER BY period_end DESC) FILTER (WHERE total IS NOT NULL))[1],
           bool_or(not_measured)
      FROM level entry
     GROUP BY entry.project_id, entry.indicator_id{inner_names}) fact
      JOIN projects_project project ON project.id = fact.project_id
      JOIN (SELECT *, count(*) OVER (PARTITION BY code) > 1 AS is_ambiguous
              FROM plan_indicator WHERE programme_id = %(programme)s) indicator ON indicator.id = fact.indicator_id
      JOIN (SELECT link.project_id, objective.number AS objective, objective.number || '/' || measure.number AS measure,
                   link.share
              FROM projects_projectmeasure link
              JOIN plan_measure measure ON measure.id = link.measure_id
              JOIN plan_objective objective ON objective.id = measure.objective_id
             WHERE link.programme_id = %(programme)s AND objective.plan_version_id = %(version)s) part
        ON part.project_id = fact.project_id"""

_QUANTITIES = (
    SqlQuantity(Quantity("tulos", Translated("Yhteensä", "Sammanlagt", "Total")), "sum(fact.total * part.share)"),
    SqlQuantity(Quantity("naiset", Translated("Naisia", "Kvinnor", "Women")), "sum(fact.women * part.share)"),
    SqlQuantity(
        Quantity("miehet", Translated("Miehiä", "Män", "Men")),
        "sum((fact.total - fact.women - coalesce(fact.non_binary, 0)) * part.share)",
    ),
    SqlQuantity(
        Quantity(
            "naisosuus", Translated("Naisten osuus", "Kvinnornas andel", "Women's share"), "percent", Translated("%"),
            decimals=1, adds_up=False,
        ),
        "NULL",
    ),
    SqlQuantity(
        Quantity(
            "hankkeita", Translated("Hankkeita, joilla on luku", "Projekt med uppgift", "Projects with a figure"),
            adds_up=False,
        ),
        "count(DISTINCT fact.project_id) FILTER (WHERE fact.total IS NOT NULL)",
    ),
)  # fmt: skip
_KEY = (
    "CASE WHEN indicator.is_ambiguous"
    " THEN indicator.code || '/' || indicator.fund || '/' || indicator.programme_period ELSE indicator.code END"
)
INDICATOR_DIMENSION = Dimension(INDICATOR, words.INDICATOR, lookup=_indicators)
_DIMENSIONS = (
    SqlDimension(INDICATOR_DIMENSION, _KEY),
    *PROJECT_DIMENSIONS,
    SqlDimension(YEAR, year_of("entry.period_end"), inner=True),
    SqlDimension(HALF, half_of("entry.period_end"), inner=True),
)
_OF_WOMEN = {"naiset", "miehet", "naisosuus"}


def _cells(asked: Asked, row: Mapping[str, Any]) -> tuple[Cell, ...]:
    return tuple(_cell(key, row[f"figure_{at}"], row) for at, key in enumerate(asked.quantities))


def _cell(key: str, value: Decimal | int | None, row: Mapping[str, Any]) -> Cell:
    """Give a figure, or the state that says why there is none."""
    if key in _OF_WOMEN and not row["counts_women"]:
        return NOT_APPLICABLE
    if row["total"] is None and key != "hankkeita":
        return Cell(state=ValueState.NOT_MEASURED if row["not_measured"] else ValueState.NOT_APPLICABLE)
    if row["combination"] == Combination.SHARE and key in {"tulos", "naiset", "miehet"}:
        return _percent(row["total"], row["denominator"], row["decimals"]) if key == "tulos" else NOT_APPLICABLE
    if key == "naisosuus":
        return NOT_APPLICABLE if row["unknown"] else _percent(row["women"], row["total"], 1)
    return Cell(0) if value is None and not row["total"] else number(value)


def _percent(part: Decimal | None, whole: Decimal | None, decimals: int) -> Cell:
    if part is None or not whole:
        return NOT_APPLICABLE
    return Cell((part * 100 / whole).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


_SOURCE = SqlSource(
    tables=_FACTS,
    where="true",
    joins={
        name: text for name, text in PROJECT_JOINS.items() if name != "part"
    },  # results outside the plan do not count
    dimensions=_DIMENSIONS,
    quantities=_QUANTITIES,
    weights={"": "part.share"},
    beside=(
        "sum(fact.total * part.share) AS total",
        "sum(fact.women * part.share) AS women",
        "sum(fact.denominator * part.share) AS denominator",
        "bool_or(fact.not_measured) AS not_measured",
        "bool_or(fact.total <> 0 AND fact.women IS NULL) AS unknown",
        "min(indicator.combination) AS combination",
        "min(indicator.decimals) AS decimals",
        "bool_or(indicator.counts_women) AS counts_women",
    ),
    cells=_cells,
)

# Projects whose figures count only in part or not at all, because the plan has no place for them, and whether any of
# the indicators tells a level.
_TO_REMARK = """
    SELECT count(*), EXISTS (SELECT FROM plan_indicator
                              WHERE programme_id = %(programme)s AND combination <> 'sum'
                                AND (%(code)s = '' OR code = %(code)s))
      FROM (SELECT DISTINCT project_id FROM monitoring_ledgerentry
             WHERE programme_id = %(programme)s AND period_end <= %(as_of)s AND period_end >= %(since)s
               AND recorded_at < %(before)s AND total <> 0) reporting
     WHERE coalesce((SELECT sum(link.share)
                       FROM projects_projectmeasure link
                       JOIN plan_measure measure ON measure.id = link.measure_id
                       JOIN plan_objective objective ON objective.id = measure.objective_id
                      WHERE link.programme_id = %(programme)s AND objective.plan_version_id = %(version)s
                        AND link.project_id = reporting.project_id), 0) < 1
"""


def _read(asked: Asked) -> Facts:
    """Read the figures of periods that ended by the day, or in the period asked; three statements."""
    end = min(asked.as_of, asked.period.end) if asked.period else asked.as_of
    since = asked.period.start if asked.period else date.min
    parameters: Parameters = project_parameters(asked) | {
        "as_of": end, "since": since, "before": known_before(asked.known_on),
    }  # fmt: skip
    facts = read_sql(asked, _SOURCE, parameters, kept_apart=INDICATOR)
    return replace(facts, remarks=tuple(_remarks(asked, facts, parameters)))


def _remarks(asked: Asked, facts: Facts, parameters: Parameters) -> Iterator[Translated]:
    with connection.cursor() as cursor:
        code = (asked.only_value(INDICATOR) or "").split("/")[0]
        cursor.execute(_TO_REMARK, parameters | {"code": code})
        outside, has_levels = cursor.fetchone() or (0, False)
    if outside:
        yield _LEFT_OUT.filled(n=outside)
    if has_levels:
        yield _LEVELS
    women = [at for at, key in enumerate(asked.quantities) if key in {"naiset", "miehet"}]
    if any(row.cells[at].state is ValueState.MISSING for row in facts.rows for at in women):
        yield _WOMEN_UNKNOWN


_LEFT_OUT = Translated(
    "Hankkeen tulos lasketaan mukaan siltä osin kuin hanke toteuttaa suunnitelman toimenpiteitä, kuten Tilannekuvassa. "
    "Kokonaan tai osin suunnitelman ulkopuolella raportoineita hankkeita: {n}.",
    "Ett projekts resultat räknas till den del projektet genomför planens åtgärder, såsom i lägesbilden. "
    "Projekt som har rapporterat helt eller delvis utanför planen: {n}.",
    "A project's result counts to the extent that it carries out measures of the plan, as in the overview. "
    "Projects that have reported wholly or partly outside the plan: {n}.",
)
_LEVELS = Translated(
    "Mittarit, jotka kertovat tason tai osuuden, näytetään viimeisimmän jakson mukaan; eri jaksoja ei lasketa yhteen.",
    "Indikatorer som anger en nivå eller andel visas enligt den senaste perioden; perioder summeras inte.",
    "Indicators that tell a level or a share are shown by the latest period; periods are not added up.",
)
_WOMEN_UNKNOWN = Translated(
    "Kaikilta hankkeilta ei ole tietoa naisten määrästä.",
    "Alla projekt har inte uppgett antalet kvinnor.",
    "Not every project has told the number of women.",
)

RESULTS = Subject(
    key="tulokset",
    name=Translated("Tulokset mittareittain", "Resultat enligt indikator", "Results by indicator"),
    about=Translated(
        "Mitä hankkeet ovat raportoineet saaneensa aikaan: yhteensä, naiset ja miehet.",
        "Vad projekten har rapporterat att de uppnått: sammanlagt, kvinnor och män.",
        "What projects have reported to have reached: in total, women and men.",
    ),
    dimensions=dimensions_of(_DIMENSIONS),
    quantities=quantities_of(_QUANTITIES),
    read=_read,
    source=Translated(
        "Seurannan kirjaukset (hyväksytyt raportit ja oikaisut)",
        "Uppföljningens registreringar (godkända rapporter och rättelser)",
        "Entries of the follow-up (approved reports and corrections)",
    ),
    start_groups=("kunta", "rahasto"),
    start_columns=("tulos", "naiset"),
    period=Translated(
        "ajanjaksolla päättyneiden raportointijaksojen tulokset",
        "resultat för rapporteringsperioder som slutat under perioden",
        "results of reporting periods that ended in the period",
    ),
    kept_apart=INDICATOR,
    remembers=True,
)

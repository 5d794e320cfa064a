"""Money by source and year, as the projects' funding rows tell it; the official sums are with the projects."""

from dataclasses import replace

from hankekori.core.periods import Period
from hankekori.core.texts import Translated
from hankekori.reports.compile.model import Asked, Dimension, Facts, Quantity, Subject
from hankekori.reports.compile.sql import SqlDimension, SqlQuantity, SqlSource, dimensions_of, quantities_of, read_sql
from hankekori.reports.compile.subjects import words
from hankekori.reports.compile.subjects.project_dimensions import (
    PART_WEIGHTS,
    PROJECT_DIMENSIONS,
    PROJECT_JOINS,
    project_parameters,
)
from hankekori.reports.compile.subjects.times import YEAR

_SOURCES = {
    "eu": Translated("EU", "EU", "EU"),
    "state": Translated("valtio", "staten", "state"),
    "municipal": Translated("kunnat", "kommunerna", "municipalities"),
    "other_public": Translated("muu julkinen", "övrig offentlig", "other public"),
    "private": Translated("yksityinen", "privat", "private"),
}
_DIMENSIONS = (
    SqlDimension(
        Dimension("lahde", Translated("Rahoituslähde", "Finansieringskälla", "Funding source"), _SOURCES),
        "money.source",
    ),
    SqlDimension(YEAR, "money.year::text"),
    *PROJECT_DIMENSIONS,
)


def _euros(key: str, name: Translated, column: str) -> SqlQuantity:
    return SqlQuantity(Quantity(key, name, "money", words.EUROS), f"sum(money.{column} * {{weight}})")


_QUANTITIES = (
    _euros("suunniteltu", Translated("Suunniteltu", "Planerat", "Planned"), "planned"),
    _euros("myonnetty", Translated("Myönnetty", "Beviljat", "Granted"), "granted"),
    _euros("maksettu", Translated("Maksettu", "Utbetalt", "Paid"), "paid"),
    SqlQuantity(Quantity("hankkeita", words.PROJECTS, adds_up=False), "count(DISTINCT project.id)"),
)
_SOURCE = SqlSource(
    tables="projects_funding money JOIN projects_project project ON project.id = money.project_id",
    where="money.programme_id = %(programme)s",
    joins=PROJECT_JOINS,
    dimensions=_DIMENSIONS,
    quantities=_QUANTITIES,
    weights=PART_WEIGHTS,
)


def _read(asked: Asked) -> Facts:
    parameters = project_parameters(asked)
    if asked.period is None:
        return read_sql(asked, _SOURCE, parameters)
    within = replace(_SOURCE, where=f"{_SOURCE.where} AND money.year BETWEEN %(first)s AND %(last)s")
    years = {"first": asked.period.start.year, "last": asked.period.end.year}
    facts = read_sql(asked, within, parameters | years)
    return facts if _is_whole_years(asked.period) else replace(facts, remarks=(_WHOLE_YEARS.filled(**years),))


def _is_whole_years(period: Period) -> bool:
    return (period.start.month, period.start.day, period.end.month, period.end.day) == (1, 1, 12, 31)


_WHOLE_YEARS = Translated(
    "Rahoitus tunnetaan vuosittain. Mukana ovat kokonaan vuodet {first}–{last}.",
    "Finansieringen är känd per år. Åren {first}–{last} är med i sin helhet.",
    "Funding is known by year. The years {first}–{last} are included as a whole.",
)

FUNDING = Subject(
    key="rahoitus",
    name=Translated("Rahoitus lähteittäin", "Finansiering enligt källa", "Funding by source"),
    about=Translated(
        "Hankkeiden rahoitus lähteen ja vuoden mukaan: suunniteltu, myönnetty ja maksettu.",
        "Projektens finansiering enligt källa och år: planerad, beviljad och utbetald.",
        "The projects' funding by source and year: planned, granted and paid.",
    ),
    dimensions=dimensions_of(_DIMENSIONS),
    quantities=quantities_of(_QUANTITIES),
    read=_read,
    source=Translated(
        "Hankkeiden rahoitusrivit nykyisinä. Viralliset summat ovat aiheessa Hankkeet ja voivat poiketa näistä.",
        "Projektens finansieringsrader som de är nu. De officiella summorna finns under Projekt och kan avvika.",
        "The projects' funding rows as they are now. The official sums are under Projects and may differ.",
    ),
    start_groups=("lahde", "vuosi"),
    start_columns=("suunniteltu", "myonnetty", "maksettu"),
    period=Translated("rahoitusvuoden mukaan", "enligt finansieringsår", "by year of funding"),
)

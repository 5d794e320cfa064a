"""Projects: how many there are and the official sums of their money."""

from dataclasses import replace

from hankekori.core.texts import Translated
from hankekori.reports.compile.model import Asked, Facts, Filter, Quantity, Subject
from hankekori.reports.compile.sql import SqlQuantity, SqlSource, dimensions_of, quantities_of, read_sql
from hankekori.reports.compile.subjects import words
from hankekori.reports.compile.subjects.project_dimensions import (
    PART_WEIGHTS,
    PROJECT_DIMENSIONS,
    PROJECT_JOINS,
    project_parameters,
)


def _money(key: str, name: Translated, column: str) -> SqlQuantity:
    return SqlQuantity(Quantity(key, name, "money", words.EUROS), f"sum(project.{column} * {{weight}})")


_BOTH = "project.granted_eu_state IS NOT NULL AND project.realised_eu_state IS NOT NULL"
_QUANTITIES = (
    SqlQuantity(Quantity("hankkeita", words.PROJECTS), "sum({weight})"),
    _money("myonnetty", words.GRANTED_EU_STATE, "granted_eu_state"),
    _money("toteutunut", words.REALISED_EU_STATE, "realised_eu_state"),
    SqlQuantity(
        Quantity("kaytetty", words.SHARE_USED, "percent", Translated("%"), decimals=1, adds_up=False),
        f"sum(project.realised_eu_state * {{weight}}) FILTER (WHERE {_BOTH}) * 100"
        f" / nullif(sum(project.granted_eu_state * {{weight}}) FILTER (WHERE {_BOTH}), 0)",
    ),
    _money("julkinen-suunniteltu", words.PLANNED_PUBLIC, "planned_public"),
    _money("julkinen-toteutunut", words.REALISED_PUBLIC, "realised_public"),
)
_SOURCE = SqlSource(
    tables="projects_project project",
    where="project.programme_id = %(programme)s",
    joins=PROJECT_JOINS,
    dimensions=PROJECT_DIMENSIONS,
    quantities=_QUANTITIES,
    weights=PART_WEIGHTS,
)
_RUNNING = " AND coalesce(project.start, '-infinity') <= %(end)s AND coalesce(project.end, 'infinity') >= %(start)s"


def _read(asked: Asked) -> Facts:
    parameters = project_parameters(asked)
    if asked.period is None:
        return read_sql(asked, _SOURCE, parameters)
    running = replace(_SOURCE, where=_SOURCE.where + _RUNNING)
    return read_sql(asked, running, parameters | {"start": asked.period.start, "end": asked.period.end})


PROJECTS = Subject(
    key="hankkeet",
    name=Translated("Hankkeet", "Projekt", "Projects"),
    about=Translated(
        "Hankkeiden määrä ja niiden rahoitus virallisten summien mukaan.",
        "Antalet projekt och deras finansiering enligt de officiella summorna.",
        "The number of projects and their funding by the official sums.",
    ),
    dimensions=dimensions_of(PROJECT_DIMENSIONS),
    quantities=quantities_of(_QUANTITIES),
    read=_read,
    source=words.PROJECT_SOURCE,
    start_groups=("rahasto",),
    start_columns=("hankkeita", "myonnetty", "toteutunut"),
    start_filters=(Filter("seurattu", ("kylla",)),),
    period=Translated(
        "hankkeet, jotka ovat käynnissä ajanjaksolla",
        "projekt som pågår under perioden",
        "projects running in the period",
    ),
)

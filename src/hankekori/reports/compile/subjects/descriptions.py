"""Official descriptions that were read: how many there are, of how many projects, and how well they were understood."""

from hankekori.core.texts import Translated
from hankekori.reports.compile.model import Asked, Dimension, Facts, Quantity, Subject
from hankekori.reports.compile.sql import SqlDimension, SqlQuantity, SqlSource, dimensions_of, quantities_of, read_sql
from hankekori.reports.compile.subjects import words
from hankekori.reports.compile.subjects.project_dimensions import (
    PROJECT_DIMENSIONS,
    PROJECT_JOINS,
    project_parameters,
)
from hankekori.reports.compile.subjects.times import year_of

# A document is one, whatever share of its project does what: the measures are left out.
_DIMENSIONS = (
    *(each for each in PROJECT_DIMENSIONS if "part" not in each.joins),
    SqlDimension(
        Dimension("luettu", Translated("Luettu vuonna", "Inläst år", "Year read"), is_time=True),
        year_of("description.read_at"),
    ),
)
_QUANTITIES = (
    SqlQuantity(Quantity("kuvauksia", Translated("Kuvauksia", "Beskrivningar", "Descriptions")), "count(*)"),
    SqlQuantity(Quantity("hankkeita", words.PROJECTS, adds_up=False), "count(DISTINCT project.id)"),
    SqlQuantity(
        Quantity("lukematta", Translated("Rivejä ymmärtämättä", "Rader som inte kunde tolkas", "Lines not understood")),
        "sum(jsonb_array_length(coalesce(description.record->'unread', '[]')))",
    ),
)
_SOURCE = SqlSource(
    tables="projects_description description JOIN projects_project project ON project.id = description.project_id",
    where="description.programme_id = %(programme)s",
    joins=PROJECT_JOINS,
    dimensions=_DIMENSIONS,
    quantities=_QUANTITIES,
)


def _read(asked: Asked) -> Facts:
    return read_sql(asked, _SOURCE, project_parameters(asked))


DESCRIPTIONS = Subject(
    key="kuvaukset",
    name=Translated("Hankekuvaukset", "Projektbeskrivningar", "Project descriptions"),
    about=Translated(
        "Ohjelmaan luetut viralliset hankekuvaukset.",
        "Officiella projektbeskrivningar som har lästs in i programmet.",
        "Official project descriptions read into the programme.",
    ),
    dimensions=dimensions_of(_DIMENSIONS),
    quantities=quantities_of(_QUANTITIES),
    read=_read,
    source=Translated("Luetut asiakirjat", "Inlästa dokument", "Documents that were read"),
    start_groups=("rahasto",),
    start_columns=("kuvauksia", "hankkeita"),
)

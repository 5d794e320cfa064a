"""Decisions of the bodies, by what they are about and how they ended."""

from hankekori.areas.accounts.roles import Permission
from hankekori.core.texts import Translated
from hankekori.reports.compile.model import Asked, Dimension, Facts, Quantity, Subject
from hankekori.reports.compile.sql import SqlDimension, SqlQuantity, SqlSource, dimensions_of, quantities_of
from hankekori.reports.compile.subjects import words
from hankekori.reports.compile.subjects.meeting_dimensions import (
    MEETING_DIMENSIONS,
    MEETING_TABLES,
    MEETING_WHERE,
    read_meetings,
)
from hankekori.reports.meetings.words import KINDS, OUTCOMES

_DIMENSIONS = (
    SqlDimension(
        Dimension("paatoslaji", Translated("Päätöksen laji", "Slag av beslut", "Kind of decision"), dict(KINDS)),
        "decision.kind",
    ),
    SqlDimension(
        Dimension("ratkaisu", Translated("Ratkaisu", "Utgång", "Outcome"), dict(OUTCOMES)), "decision.outcome"
    ),
    *MEETING_DIMENSIONS,
    SqlDimension(
        Dimension(
            "kohde", Translated("Hanke, jota päätös koskee", "Projekt som beslutet gäller", "Project decided on"),
            nothing=Translated("ei koske hanketta", "gäller inget projekt", "not about a project"),
        ),
        "coalesce(project.code, project.id::text, '')",
        label="concat_ws(' ', project.code, project.name)",
    ),
)  # fmt: skip
_QUANTITIES = (
    SqlQuantity(Quantity("paatoksia", Translated("Päätöksiä", "Beslut", "Decisions")), "count(*)"),
    SqlQuantity(
        Quantity("voimaan", Translated("Pantu täytäntöön", "Verkställda", "Carried out")),
        "count(*) FILTER (WHERE decision.effective_at IS NOT NULL)",
    ),
    SqlQuantity(
        Quantity("aanestyksia", Translated("Äänestyksiä", "Omröstningar", "Votes taken")),
        "count(*) FILTER (WHERE decision.voting <> 'none')",
    ),
    SqlQuantity(Quantity("hankkeita", words.PROJECTS, adds_up=False), "count(DISTINCT decision.project_id)"),
)
_SOURCE = SqlSource(
    tables=f"""{MEETING_TABLES}
      JOIN steering_agendaitem item ON item.meeting_id = meeting.id
      JOIN steering_decision decision ON decision.item_id = item.id
      LEFT JOIN projects_project project ON project.id = decision.project_id""",
    where=MEETING_WHERE,
    joins={},
    dimensions=_DIMENSIONS,
    quantities=_QUANTITIES,
)


def _read(asked: Asked) -> Facts:
    return read_meetings(asked, _SOURCE)


DECISIONS = Subject(
    key="paatokset",
    name=Translated("Päätökset", "Beslut", "Decisions"),
    about=Translated(
        "Toimielinten päätökset lajin ja ratkaisun mukaan.",
        "Organens beslut enligt slag och utgång.",
        "Decisions of the bodies by kind and outcome.",
    ),
    dimensions=dimensions_of(_DIMENSIONS),
    quantities=quantities_of(_QUANTITIES),
    read=_read,
    source=Translated("Työryhmän pöytäkirjat", "Arbetsgruppens protokoll", "Minutes of the working group"),
    start_groups=("paatoslaji", "ratkaisu"),
    start_columns=("paatoksia",),
    period=Translated(
        "ajanjakson kokouksissa tehdyt päätökset",
        "beslut på möten under perioden",
        "decisions of meetings in the period",
    ),
    permission=Permission.READ_MEETINGS,
)

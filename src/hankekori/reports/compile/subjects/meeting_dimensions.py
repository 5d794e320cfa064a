"""What meetings and decisions can be divided by: the body, the state of the minutes, time."""

from collections.abc import Mapping
from dataclasses import replace

from hankekori.areas.bodies.models import Body
from hankekori.core.texts import Translated
from hankekori.reports.compile.model import Asked, Dimension, Facts, Label
from hankekori.reports.compile.sql import Parameters, SqlDimension, SqlSource, read_sql
from hankekori.reports.compile.subjects.times import HALF, YEAR, half_of, year_of

MEETING_TABLES = "steering_meeting meeting"
MEETING_WHERE = "meeting.programme_id = %(programme)s AND meeting.state <> 'cancelled'"
_STATES = {
    "planned": Translated("suunniteltu", "planerat", "planned"),
    "invited": Translated("kutsuttu", "sammankallat", "invited"),
    "open": Translated("käynnissä", "pågår", "going on"),
    "ended": Translated(
        "pidetty, pöytäkirja hyväksymättä", "hållet, protokollet ej godkänt", "held, minutes not approved"
    ),
    "approved": Translated("pöytäkirja hyväksytty", "protokollet godkänt", "minutes approved"),
}


def _bodies(asked: Asked) -> Mapping[str, Label]:
    rows = Body.objects.filter(programme=asked.programme).order_by("name_fi", "id")
    return {str(row.pk): Label(row.name, (at,)) for at, row in enumerate(rows)}


_STARTS = "(meeting.starts_at AT TIME ZONE 'Europe/Helsinki')"
MEETING_DIMENSIONS = (
    SqlDimension(
        Dimension("toimielin", Translated("Toimielin", "Organ", "Body"), lookup=_bodies), "meeting.body_id::text"
    ),
    SqlDimension(
        Dimension("kokouksentila", Translated("Kokouksen tila", "Mötets läge", "State of the meeting"), _STATES),
        "meeting.state",
    ),
    SqlDimension(
        Dimension("kokous", Translated("Kokous", "Möte", "Meeting")),
        "meeting.id::text",
        label=f"meeting.number || '/' || extract(year FROM {_STARTS})::int",
    ),
    SqlDimension(YEAR, year_of(_STARTS)),
    SqlDimension(HALF, half_of(_STARTS)),
)


def read_meetings(asked: Asked, source: SqlSource) -> Facts:
    """Read of meetings held by the day and in the period asked."""
    parameters: Parameters = {"programme": asked.programme.pk, "as_of": asked.as_of}
    where = f"{source.where} AND {_STARTS}::date <= %(as_of)s"
    if asked.period:
        where += f" AND {_STARTS}::date BETWEEN %(start)s AND %(end)s"
        parameters |= {"start": asked.period.start, "end": asked.period.end}
    return read_sql(asked, replace(source, where=where), parameters)

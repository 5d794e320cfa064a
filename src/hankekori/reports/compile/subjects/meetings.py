"""Meetings of the programme's bodies: how many, how well attended, how much was decided."""

from hankekori.areas.accounts.roles import Permission
from hankekori.core.texts import Translated
from hankekori.reports.compile.model import Asked, Facts, Quantity, Subject
from hankekori.reports.compile.sql import SqlQuantity, SqlSource, dimensions_of, quantities_of
from hankekori.reports.compile.subjects.meeting_dimensions import (
    MEETING_DIMENSIONS,
    MEETING_TABLES,
    MEETING_WHERE,
    read_meetings,
)

_QUANTITIES = (
    SqlQuantity(Quantity("kokouksia", Translated("Kokouksia", "Möten", "Meetings")), "count(*)"),
    SqlQuantity(
        Quantity("paatoksia", Translated("Päätöksiä", "Beslut", "Decisions")), "sum(decided.decisions)::bigint"
    ),
    SqlQuantity(
        Quantity("lasna", Translated("Läsnäoloja", "Närvarande", "Attendances")), "sum(attended.present)::bigint"
    ),
    SqlQuantity(
        Quantity("lasnaosuus", Translated("Läsnä kutsutuista", "Närvarande av kallade", "Present of those invited"),
                 "percent", Translated("%"), decimals=1, adds_up=False),
        "sum(attended.present) * 100.0 / nullif(sum(attended.invited), 0)",
    ),
)  # fmt: skip
_SOURCE = SqlSource(
    tables=f"""{MEETING_TABLES}
      LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE present) AS present, count(*) AS invited
                           FROM steering_attendance WHERE meeting_id = meeting.id) attended ON true
      LEFT JOIN LATERAL (SELECT count(*) AS decisions
                           FROM steering_decision decision JOIN steering_agendaitem item ON item.id = decision.item_id
                          WHERE item.meeting_id = meeting.id AND decision.outcome <> 'open') decided ON true""",  # noqa: S608 - from constants
    where=MEETING_WHERE,
    joins={},
    dimensions=MEETING_DIMENSIONS,
    quantities=_QUANTITIES,
)


def _read(asked: Asked) -> Facts:
    return read_meetings(asked, _SOURCE)


MEETINGS = Subject(
    key="kokoukset",
    name=Translated("Kokoukset", "Möten", "Meetings"),
    about=Translated(
        "Toimielinten kokoukset, läsnäolo ja päätökset; perutut kokoukset eivät ole mukana.",
        "Organens möten, närvaro och beslut; inställda möten är inte med.",
        "Meetings of the bodies, attendance and decisions; cancelled meetings are left out.",
    ),
    dimensions=dimensions_of(MEETING_DIMENSIONS),
    quantities=quantities_of(_QUANTITIES),
    read=_read,
    source=Translated("Työryhmän kokoukset", "Arbetsgruppens möten", "Meetings of the working group"),
    start_groups=("toimielin", "vuosi"),
    start_columns=("kokouksia", "paatoksia", "lasnaosuus"),
    period=Translated("ajanjaksolla pidetyt kokoukset", "möten under perioden", "meetings held in the period"),
    permission=Permission.READ_MEETINGS,
)

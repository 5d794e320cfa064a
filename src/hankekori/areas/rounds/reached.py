"""Reading who can be reached about the reports of a round, and when they were last written to."""

from collections.abc import Mapping
from datetime import datetime

from hankekori.areas.mail.models import Message
from hankekori.areas.mail.queries import last_message_days
from hankekori.areas.rounds.models import ProjectReport, Round
from hankekori.areas.rounds.recipients import recipients_of

ASKING = (Message.Kind.LINK, Message.Kind.DIGEST)  # they ask for a report; the pause between reminders begins with them


def last_asked(round_: Round) -> Mapping[int, datetime | None]:
    """Tell when somebody was last asked for each report, by report; None: not yet. One nobody reports is left out.

    Four queries, whatever number of reports there is.
    """
    reports = ProjectReport.objects.filter(programme=round_.programme_id, round=round_)
    people = recipients_of(list(reports.select_related("project", "programme")))
    written = last_message_days(round_.programme, ASKING)
    asked: dict[int, datetime | None] = {}
    for person in people:
        moments = [moment for moment in (asked.get(person.report.pk), written.get(person.address.lower())) if moment]
        asked[person.report.pk] = max(moments, default=None)
    return asked

"""What every page of a meeting shows around its own part."""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from hankekori.areas.steering.models import Meeting
from hankekori.core.money import format_date
from hankekori.pages.basket.words import language, said
from hankekori.pages.door import Door
from hankekori.web.tables import Link


def meeting_frame(door: Door, meeting: Meeting) -> dict[str, Any]:
    """Give the meeting, its name and the way back."""
    name = meeting_name(meeting)
    return {
        "meeting": meeting,
        "name": name,
        "trail": [Link(_("Työryhmä"), door.url("meetings")), Link(name, door.url("meeting", meeting=meeting.pk))],
    }


def meeting_name(meeting: Meeting) -> str:
    """Name a meeting as its papers do: body, number of the year, day."""
    day = timezone.localdate(meeting.starts_at)
    return f"{said(meeting.body.name)} {meeting.number}/{day.year}, {format_date(day, language())}"

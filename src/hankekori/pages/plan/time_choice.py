"""The days a measure can be looked at: ends of periods, and days by which entries were known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.core.money import format_date
from hankekori.core.periods import periods_between
from hankekori.pages.door import Door


@dataclass(frozen=True, slots=True)
class DayOption:
    """A day to choose; value is as in an address, 2011-12-31."""

    value: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DayList:
    """The days of one of the address's day parameters, oldest first."""

    name: str
    label: str
    options: Sequence[DayOption]


def time_choice(door: Door, recorded: Iterable[date]) -> tuple[DayList, DayList]:
    """Offer the half-years' ends from the programme's start until now, and the days on which something was recorded.

    The day a page opens on and the chosen days are always among them. Between two days of recording nothing differs,
    so the second list leaves out no state of knowledge.
    """
    today = timezone.localdate()
    shown = door.programme.day_shown(today)
    ends = {period.end for period in periods_between(door.programme.start, shown) if period.end <= shown}
    return (
        DayList("paiva", _("Tilannepäivä"), _options(ends | {shown, door.as_of}, door.as_of, now=shown)),
        DayList(
            "tiedetty", _("Kirjattu viimeistään"), _options({*recorded, today, door.known_on}, door.known_on, now=today)
        ),
    )


def _options(days: set[date], chosen: date, *, now: date) -> list[DayOption]:
    language = get_language() or "fi"

    def option(day: date) -> DayOption:
        written = format_date(day, language)
        return DayOption(
            day.isoformat(), _("%(day)s (nyt)") % {"day": written} if day == now else written, day == chosen
        )

    return [option(day) for day in sorted(days)]

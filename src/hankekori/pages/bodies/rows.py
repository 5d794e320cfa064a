"""The seats of a body as rows of a page."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.models import Seat
from hankekori.areas.bodies.queries import BodyPage
from hankekori.pages.bodies.words import ROLES


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A seat in words; `deputies` are those of its own time, the ones that ended before the page's day left out."""

    seat: Seat
    role: str | Promise  # empty for a deputy
    account: User | None  # the person's by their mail address, not linked yet
    has_term: bool  # the days are worth showing beside the member's own
    deputies: tuple["SeatRow", ...] = ()


def rows_of(page: BodyPage, seats: Iterable[Seat], day: date) -> list[SeatRow]:
    return [_row(page, seat, day) for seat in seats]


def past_rows(page: BodyPage, day: date) -> list[SeatRow]:
    """Give the terms that have ended, the newest first: members', and deputies' of members who go on."""
    deputies = (deputy for seat in page.current for deputy in seat.deputies.all() if deputy.end and deputy.end < day)
    ended = sorted((*page.past, *deputies), key=lambda seat: (seat.end or day, seat.pk), reverse=True)
    return [_row(page, seat, day) for seat in ended]


def _row(page: BodyPage, seat: Seat, day: date) -> SeatRow:
    if seat.deputy_of_id is not None:
        return SeatRow(seat, "", page.accounts.get(seat.pk), has_term=True)
    is_over = seat.end is not None and seat.end < day
    deputies = (each for each in seat.deputies.all() if is_over or each.end is None or each.end >= day)
    return SeatRow(
        seat,
        ROLES[seat.role],
        page.accounts.get(seat.pk),
        has_term=True,
        deputies=tuple(
            SeatRow(each, "", page.accounts.get(each.pk), has_term=(each.start, each.end) != (seat.start, seat.end))
            for each in deputies
        ),
    )

"""The page of a meeting going on, row by row: each matter and decision with the forms that write it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.archive.queries import reports_of
from hankekori.areas.bodies.models import Seat
from hankekori.areas.steering.holding import WRITTEN
from hankekori.areas.steering.models import Decision, Meeting
from hankekori.areas.steering.session_queries import DecisionLine, ItemLine, SessionPage
from hankekori.areas.steering.sitting import Place
from hankekori.pages.decisions.forms import DecisionForm, MinutesForm, SeatForm
from hankekori.pages.decisions.words import CHOICES, kind_name, outcome_name, role_name
from hankekori.pages.door import Door
from hankekori.pages.monitoring.office_forms import OfficeForm

_SHOWN_REPORTS = 12  # the newest to choose from; a decision keeps an older one it has
type Refused = Mapping[str, OfficeForm]  # forms that were sent and refused, by their prefix


@dataclass(frozen=True, slots=True)
class PlaceRow:
    place: Place
    role: str
    deputies: tuple[Seat, ...]

    @property
    def sits(self) -> str:
        """Give the choice of the attendance form: nobody, the member, or the deputy's key."""
        row = self.place.attendance
        return str(row.deputy_id) if row.deputy_id else "member" if row.present else ""


@dataclass(frozen=True, slots=True)
class VoterRow:
    place: Place
    choice: str  # "" while there is none


@dataclass(frozen=True, slots=True)
class DecisionRow:
    line: DecisionLine
    kind: str
    outcome: str
    form: DecisionForm
    dissent: SeatForm | None
    voters: tuple[VoterRow, ...]
    own: VoterRow | None  # the reader's own vote while the vote is open

    @property
    def is_voting(self) -> bool:
        return self.line.decision.voting == Decision.Voting.OPEN

    @property
    def is_voted(self) -> bool:
        return self.line.decision.voting == Decision.Voting.CLOSED


@dataclass(frozen=True, slots=True)
class ItemRow:
    line: ItemLine
    minutes: MinutesForm
    disqualify: SeatForm | None
    decisions: tuple[DecisionRow, ...]


def session_rows(door: Door, page: SessionPage, refused: Refused) -> dict[str, object]:
    """Give what the template shows; one query beside the page's own, for the reports one may choose."""
    reports = list(reports_of(door.programme)[:_SHOWN_REPORTS]) if door.may_run_meetings else []
    own = page.place_of(door.user) if door.may(Permission.DECIDE) else None
    people = people_of(page)
    return {
        "places": [
            PlaceRow(each, role_name(each.seat.role), page.deputies.get(each.seat.pk, ())) for each in page.places
        ],
        "items": [_item(line, people, reports, own, refused) for line in page.items],
        "is_open": page.meeting.state == Meeting.State.OPEN,
        "is_written": page.meeting.state in WRITTEN,
        "may_write": door.may_run_meetings and page.meeting.state in WRITTEN,
        "choices": CHOICES.items(),
    }


def _item(
    line: ItemLine, people: list[Seat], reports: list[FrozenReport], own: Place | None, refused: Refused
) -> ItemRow:
    key = line.item.pk
    minutes = refused.get(f"minutes-{key}")
    disqualify = refused.get(f"disqualify-{key}") or disqualify_form(None, people, key)
    return ItemRow(
        line,
        minutes if isinstance(minutes, MinutesForm) else MinutesForm(item=line.item),
        disqualify if people and isinstance(disqualify, SeatForm) else None,
        tuple(_decision(each, line, people, reports, own, refused) for each in line.decisions),
    )


def _decision(  # noqa: PLR0917 - one row of the page
    line: DecisionLine,
    item: ItemLine,
    people: list[Seat],
    reports: list[FrozenReport],
    own: Place | None,
    refused: Refused,
) -> DecisionRow:
    decision = line.decision
    form, dissent = refused.get(f"decision-{decision.pk}"), refused.get(f"dissent-{decision.pk}")
    rows = tuple(VoterRow(place, line.votes.get(place.seat.pk, "")) for place in item.voters)
    voting = decision.voting == Decision.Voting.OPEN
    return DecisionRow(
        line,
        kind_name(decision.kind),
        outcome_name(decision.outcome),
        form if isinstance(form, DecisionForm) else DecisionForm(decision=decision, seats=people, reports=reports),
        dissent if isinstance(dissent, SeatForm) else dissent_form(None, item, decision.pk),
        rows,
        next((row for row in rows if own and row.place.seat == own.seat), None) if voting else None,
    )


def people_of(page: SessionPage) -> list[Seat]:
    """List the members called and their deputies, of whom something may be said."""
    return [seat for place in page.places for seat in (place.seat, *page.deputies.get(place.seat.pk, ()))]


def disqualify_form(data: object, people: list[Seat], key: int) -> SeatForm:
    return SeatForm(data, seats=people, prefix=f"disqualify-{key}", label=_("Miksi"))  # type: ignore[arg-type]  # a POST or None


def dissent_form(data: object, item: ItemLine, key: int) -> SeatForm | None:
    """Give the form of a dissenting opinion; None where nobody took part."""
    seats = [place.seat for place in item.voters]
    label = _("Eriävä mielipide")
    return SeatForm(data, seats=seats, prefix=f"dissent-{key}", label=label) if seats else None  # type: ignore[arg-type]  # a POST or None

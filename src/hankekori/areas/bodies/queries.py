"""Reading bodies: what they are for, who sits in them on a day, and who has no seat."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch, Q, QuerySet

from hankekori.areas.accounts.models import User
from hankekori.areas.accounts.queries import people_of
from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.programmes.queries import municipalities_of
from hankekori.areas.projects.models import Project
from hankekori.areas.regions.models import Municipality
from hankekori.core.disqualification import disqualified_seats, through_time
from hankekori.core.quorum import LEADING_ROLES, VOTING_ROLES, seats_needed

MUNICIPALITY_KIND = "kunta"  # of an organisation, as the official descriptions name it


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body in a list, its duties loaded."""

    body: Body
    chair: str  # the person's name; empty: nobody chairs
    members: int  # seats with a vote


@dataclass(frozen=True, slots=True)
class BodyPage:
    """A body with everything its page shows; seats have their deputies and organisation loaded.

    Each list of seats holds members' seats only, a deputy is in its member's `deputies`.
    """

    body: Body
    duties: tuple[Duty, ...]
    current: tuple[Seat, ...]
    coming: tuple[Seat, ...]
    past: tuple[Seat, ...]
    voting_seats: int
    needed: int  # voting seats that have to be there for a decision
    has_leader: bool  # a chair or a vice chair sits today
    municipalities_without_seat: tuple[Municipality, ...]
    responsible_without_seat: tuple[Organisation, ...]  # organisations with a measure of the plan in force
    accounts: dict[int, User]  # seat's id -> the person's account by their mail address, not linked yet


def bodies_of(programme: Programme) -> QuerySet[Body]:
    """List the programme's bodies with their duties, those that go on first; three queries."""
    duties = Prefetch("duties", Duty.objects.select_related("project").order_by("id"))
    bodies = Body.objects.filter(programme=programme).prefetch_related(duties)
    return bodies.order_by(F("ended_on").desc(nulls_first=True), "name_fi", "id")


def steering_body(programme: Programme) -> Body | None:
    """Give the body that steers the programme; of several in time, the one that goes on, else the last."""
    return bodies_of(programme).filter(duties__kind=Duty.Kind.STEERS_PROGRAMME).first()


def in_term(day: date) -> Q:
    """Give the condition of seats whose term the day is in."""
    return Q(start__lte=day) & (Q(end__isnull=True) | Q(end__gte=day))


def seats_on(body: Body, day: date) -> list[Seat]:
    """List the members' seats of the day: the chair first, then by organisation; two queries.

    Each has its organisation, its account and in `deputies.all()` the deputies of the day.
    """
    return _in_order(_seats(body, Seat.objects.filter(in_term(day))).filter(in_term(day)))


def seats_of(body: Body) -> QuerySet[Seat]:
    """Give every term of a body, deputies' too."""
    seats = Seat.objects.filter(programme=body.programme_id, body=body)
    return seats.select_related("body", "organisation", "user", "deputy_of").order_by("start", "id")


def body_lines(programme: Programme, day: date) -> tuple[BodyLine, ...]:
    """List the bodies with who chairs them and how many sit in them on the day; four queries."""
    on_day = Seat.objects.filter(programme=programme, deputy_of__isnull=True).filter(in_term(day))
    seated: dict[int, list[Seat]] = {}
    for seat in on_day.order_by("id"):
        seated.setdefault(seat.body_id, []).append(seat)
    return tuple(_line(body, seated.get(body.pk, [])) for body in bodies_of(programme))


def voting_seats(seats: Iterable[Seat]) -> list[Seat]:
    """Keep the members' seats that have a vote."""
    return [seat for seat in seats if seat.deputy_of_id is None and seat.role in VOTING_ROLES]


def disqualified_on(project: Project, seats: Iterable[Seat]) -> frozenset[int]:
    """Give the seats, deputies' too, that are disqualified in a matter of the project; one query."""
    if project.implementer_id is None:
        return frozenset()
    links = Organisation.objects.filter(programme=project.programme_id, successor__isnull=False)
    known = [(old, new) for old, new in links.values_list("id", "successor_id") if new is not None]
    return disqualified_seats(
        {seat.pk: seat.organisation_id for seat in seats}, through_time([project.implementer_id], known)
    )


def body_page(body: Body, day: date) -> BodyPage:
    """Gather what the page of a body shows on the day; eight queries, however many seats."""
    seats = _in_order(_seats(body, Seat.objects.all()))
    current = [seat for seat in seats if seat.sits_on(day)]
    voting = voting_seats(current)
    return BodyPage(
        body=body,
        duties=tuple(Duty.objects.filter(body=body).select_related("project").order_by("id")),
        current=tuple(current),
        coming=tuple(seat for seat in seats if seat.start > day),
        past=tuple(seat for seat in seats if seat.end and seat.end < day),
        voting_seats=len(voting),
        needed=seats_needed(body.quorum_rule, body.quorum_number, len(voting)),
        has_leader=any(seat.role in LEADING_ROLES for seat in current),
        municipalities_without_seat=_municipalities_without_seat(body.programme, current),
        responsible_without_seat=_responsible_without_seat(body.programme, current),
        accounts=_accounts(body.programme, [*current, *(seat for seat in seats if seat.start > day)]),
    )


def _line(body: Body, seats: Sequence[Seat]) -> BodyLine:
    chairs = (seat.person for seat in seats if seat.role == Seat.Role.CHAIR)
    return BodyLine(body, next(chairs, ""), len(voting_seats(seats)))


def _seats(body: Body, deputies: QuerySet[Seat]) -> QuerySet[Seat]:
    beside = Prefetch("deputies", deputies.select_related("organisation", "user").order_by("start", "id"))
    members = Seat.objects.filter(programme=body.programme_id, body=body, deputy_of__isnull=True)
    return members.select_related("organisation", "user").prefetch_related(beside)


def _in_order(seats: QuerySet[Seat]) -> list[Seat]:
    roles = list(Seat.Role)

    def place(seat: Seat) -> tuple[int, str, date, int]:
        name = seat.organisation.name.casefold() if seat.organisation else "\uffff"
        return roles.index(Seat.Role(seat.role)), name, seat.start, seat.pk

    return sorted(seats, key=place)


def _municipalities_without_seat(programme: Programme, seats: Sequence[Seat]) -> tuple[Municipality, ...]:
    seated = {
        seat.organisation.municipality_id
        for seat in seats
        if seat.organisation and seat.organisation.kind.casefold() == MUNICIPALITY_KIND
    }
    links = municipalities_of(programme).filter(standing=ProgrammeMunicipality.Standing.IN_FRAMEWORK)
    return tuple(link.municipality for link in links if link.municipality_id not in seated)


def _responsible_without_seat(programme: Programme, seats: Sequence[Seat]) -> tuple[Organisation, ...]:
    version = version_in_force(programme)
    if version is None:
        return ()
    seated = {seat.organisation_id for seat in seats if seat.organisation_id}
    responsible = Organisation.objects.filter(measures__objective__plan_version=version).exclude(pk__in=seated)
    return tuple(responsible.distinct().order_by("name", "id"))


def _accounts(programme: Programme, seats: Iterable[Seat]) -> dict[int, User]:
    """Find accounts with a role in the programme whose address is that of a seat without one."""
    found = {role.user.email.casefold(): role.user for role in people_of(programme)}
    unlinked = (each for seat in seats for each in (seat, *seat.deputies.all()) if each.user_id is None and each.email)
    return {seat.pk: found[seat.email.casefold()] for seat in unlinked if seat.email.casefold() in found}

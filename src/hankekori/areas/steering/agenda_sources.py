"""What an agenda writes of itself: each source reads what is open and gives the matters it wants on the agenda.

A new source is one function added to SOURCES: calls that close and needs without a service come here.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from django.utils import timezone

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.archive.queries import reports_of
from hankekori.areas.bodies.models import Duty
from hankekori.areas.communications.queries import plan_in_preparation
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.plan.models import PlanVersion
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.models import AgendaItem, Decision, FollowUp, Meeting
from hankekori.core.decisions import SUBJECTS, DecisionKind, Subject
from hankekori.core.money import format_date
from hankekori.core.status import Light

REPORT_OF_THE_DAY = "working_group"  # kind of the frozen report a meeting is held on
_Kind = AgendaItem.Kind
_LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class WantedDecision:
    kind: DecisionKind
    proposal: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A matter for the agenda; `subject` are the item's own links, and `source` tells the matter from all others."""

    source: str
    kind: AgendaItem.Kind
    title: str
    introduction: str = ""
    subject: dict[str, int] = field(default_factory=dict)  # "measure_id": 12
    decisions: tuple[WantedDecision, ...] = ()


@dataclass
class Preparation:
    """A meeting whose agenda is written, and what the sources ask of it more than once."""

    meeting: Meeting
    today: date

    @property
    def programme(self) -> Programme:
        return self.meeting.programme

    @property
    def day(self) -> date:
        return timezone.localdate(self.meeting.starts_at)

    @cached_property
    def steers(self) -> bool:
        """Only a body that steers the programme has its measures, its basket and its plans on the agenda."""
        return self.meeting.body.duties.filter(kind=Duty.Kind.STEERS_PROGRAMME).exists()


def wanted_matters(preparation: Preparation) -> dict[str, Wanted]:
    """Gather the matters by their source, in the order of an agenda; one that two sources want is there once."""
    found: dict[str, Wanted] = {}
    for matter in (matter for _name, source in SOURCES for matter in source(preparation)):
        known = found.get(matter.source)
        found[matter.source] = _both(known, matter) if known else matter
    return found


def place_of(source: str) -> int:
    """Tell where on an agenda matters of a source come, counted from 0."""
    return next(place for place, (name, _read) in enumerate(SOURCES) if source == name or source.startswith(f"{name}-"))


def newest_report(programme: Programme, day: date) -> FrozenReport | None:
    """Find the newest report of the working group frozen of a day before a meeting, or of its day."""
    return reports_of(programme).filter(kind=REPORT_OF_THE_DAY, as_of__lte=day).first()


def _opening(preparation: Preparation) -> Iterator[Wanted]:  # noqa: ARG001 - every source
    yield Wanted(
        "opening",
        _Kind.OPENING,
        "Kokouksen avaus, laillisuus ja päätösvaltaisuus",
        "Todetaan läsnäolijat, kokouksen laillisuus ja päätösvaltaisuus sekä valitaan pöytäkirjan tarkastajat.",
    )


def _earlier_minutes(preparation: Preparation) -> Iterator[Wanted]:
    meeting = preparation.meeting
    ended = Meeting.objects.filter(
        programme=meeting.programme_id,
        body=meeting.body_id,
        state=Meeting.State.ENDED,
        starts_at__lt=meeting.starts_at,
    )
    for one in ended.order_by("starts_at", "pk"):
        title = f"Kokouksen {one} pöytäkirjan hyväksyminen"
        yield Wanted(f"minutes-{one.pk}", _Kind.OTHER, title, decisions=(WantedDecision(DecisionKind.DECISION),))


def _report(preparation: Preparation) -> Iterator[Wanted]:
    report = preparation.meeting.report
    known = f"Ohjelman tilanne {_day(report.as_of)} työryhmän raportin mukaan." if report else ""
    yield Wanted("report", _Kind.REPORT, "Ohjelman tilanne", known)


def _tabled(preparation: Preparation) -> Iterator[Wanted]:
    """Bring back what the body's previous meeting left to the next one."""
    meeting = preparation.meeting
    held = (Meeting.State.OPEN, Meeting.State.ENDED, Meeting.State.APPROVED)
    before = Meeting.objects.filter(
        programme=meeting.programme_id, body=meeting.body_id, state__in=held, starts_at__lt=meeting.starts_at
    )
    previous = before.order_by("-starts_at", "-pk").first()
    if previous is None:
        return
    rows = Decision.objects.filter(
        programme=meeting.programme_id, item__meeting=previous, outcome=Decision.Outcome.TABLED
    )
    for row in rows.select_related("item").order_by("item__position", "position", "pk"):
        subject = _subject(row)
        yield Wanted(
            _source_of(row),
            _Kind(row.item.kind),
            row.item.title,
            f"Jätetty pöydälle kokouksessa {previous}.",
            subject or ({"measure_id": row.item.measure_id} if row.item.measure_id else {}),
            (WantedDecision(DecisionKind(row.kind), row.proposal),),
        )


def _measures_at_risk(preparation: Preparation) -> Iterator[Wanted]:
    if not preparation.steers:
        return
    report = preparation.meeting.report
    as_of = report.as_of if report else preparation.programme.day_shown(preparation.today)
    for measure in programme_state(preparation.programme, as_of=as_of).measures:
        if measure.light is Light.AT_RISK:
            title = f"Toimenpide {measure.number} {measure.name} on jäljessä"
            yield Wanted(f"measure-{measure.id}", _Kind.MEASURE, title, str(measure.reason), {"measure_id": measure.id})


def _proposals(preparation: Preparation) -> Iterator[Wanted]:
    if not preparation.steers:
        return
    proposed = Project.objects.filter(
        programme=preparation.programme, basket_state=Project.BasketState.PROPOSED
    ).select_related("implementer")
    for project in proposed.order_by("code", "name", "id"):
        implementer = project.implementer
        known = implementer is not None and not implementer.may_be_person
        yield Wanted(
            f"project-{project.pk}",
            _Kind.PROPOSAL,
            f"Esitys hankekoriin: {project}",
            f"Toteuttaja: {implementer}." if known else "",
            {"project_id": project.pk},
            (WantedDecision(DecisionKind.ACCEPT, "Hyväksytään hanke hankekoriin."),),
        )


def _plan_versions(preparation: Preparation) -> Iterator[Wanted]:
    if not preparation.steers:
        return
    for version in PlanVersion.objects.filter(programme=preparation.programme, adopted_on=None).order_by("number"):
        yield Wanted(
            f"plan-version-{version.pk}",
            _Kind.PLAN_VERSION,
            f"Suunnitelman uusi versio: {version}",
            subject={"plan_version_id": version.pk},
            decisions=(WantedDecision(DecisionKind.ADOPT_PLAN, "Hyväksytään suunnitelman versio noudatettavaksi."),),
        )


def _communication_plan(preparation: Preparation) -> Iterator[Wanted]:
    plan = plan_in_preparation(preparation.programme) if preparation.steers else None
    if plan is not None:
        yield Wanted(
            f"communication-plan-{plan.pk}",
            _Kind.COMMUNICATION_PLAN,
            f"Viestintäsuunnitelma, versio {plan.number}",
            subject={"communication_plan_id": plan.pk},
            decisions=(WantedDecision(DecisionKind.APPROVE_COMMUNICATION, "Hyväksytään viestintäsuunnitelma."),),
        )


def _follow_ups(preparation: Preparation) -> Iterator[Wanted]:
    rows = FollowUp.objects.filter(programme=preparation.programme, body=preparation.meeting.body_id, state="open")
    for row in rows.select_related("owner_seat", "owner_organisation").order_by("due", "pk"):
        due = "Määräpäivä" if row.due >= preparation.day else "Myöhässä: määräpäivä oli"
        owner = ", ".join(_owners(row))
        yield Wanted(
            f"follow-up-{row.pk}",
            _Kind.FOLLOW_UP,
            f"Seuranta: {' '.join(row.task.split())}",
            f"{due} {_day(row.due)}." + (f" Vastuussa: {owner}." if owner else ""),
            {"follow_up_id": row.pk},
        )


def _closing(preparation: Preparation) -> Iterator[Wanted]:  # noqa: ARG001 - every source
    yield Wanted("closing", _Kind.CLOSING, "Seuraava kokous ja kokouksen päättäminen")


SOURCES: tuple[tuple[str, Callable[[Preparation], Iterable[Wanted]]], ...] = (
    ("opening", _opening),
    ("minutes", _earlier_minutes),
    ("report", _report),
    ("tabled", _tabled),
    ("measure", _measures_at_risk),
    ("project", _proposals),
    ("plan-version", _plan_versions),
    ("communication-plan", _communication_plan),
    ("follow-up", _follow_ups),
    ("closing", _closing),
)


def _both(first: Wanted, second: Wanted) -> Wanted:
    """Keep the first as it is, with the kinds of decision that only the second has."""
    kinds = {decision.kind for decision in first.decisions}
    more = (decision for decision in second.decisions if decision.kind not in kinds)
    return replace(first, decisions=(*first.decisions, *more))


def _source_of(tabled: Decision) -> str:
    """Name a tabled decision after what it is about, so that the same matter comes once; else after itself."""
    names = {
        Subject.PROJECT: ("project", tabled.project_id),
        Subject.PLAN_VERSION: ("plan-version", tabled.plan_version_id),
        Subject.COMMUNICATION_PLAN: ("communication-plan", tabled.communication_plan_id),
        Subject.NOTHING: ("tabled", tabled.pk),
    }
    name, key = names[SUBJECTS[DecisionKind(tabled.kind)]]
    return f"{name}-{key}"


def _subject(decision: Decision) -> dict[str, int]:
    keys = {name: getattr(decision, name) for name in ("project_id", "plan_version_id", "communication_plan_id")}
    return {name: key for name, key in keys.items() if key is not None}


def _owners(row: FollowUp) -> Iterator[str]:
    if row.owner_seat or row.owner_name:
        yield row.owner_seat.person if row.owner_seat else row.owner_name
    if row.owner_organisation:
        yield row.owner_organisation.name


def _day(day: date) -> str:
    return format_date(day, "fi")


def short_title(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"

"""The demo's working group and its meetings, invented: what they decided put the basket and the plan where they are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from hankekori.areas.accounts.models import User
from hankekori.areas.bodies.actions import BodyDuty, save_body, set_duties
from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.areas.bodies.seats import add_seat
from hankekori.areas.partners.models import Organisation
from hankekori.areas.programmes.actions import save_programme
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.actions import propose_to_basket
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.agenda import add_item, write_agenda
from hankekori.areas.steering.decisions import add_decision, save_decision
from hankekori.areas.steering.follow_ups import close_follow_up
from hankekori.areas.steering.invitations import invite
from hankekori.areas.steering.meetings import plan_meeting
from hankekori.areas.steering.models import AgendaItem, Decision, FollowUp, Meeting
from hankekori.areas.steering.sessions import end_meeting, open_meeting, save_minutes, set_attendance
from hankekori.core.decisions import DecisionKind
from hankekori.core.texts import Translated
from hankekori.demo.data_files import read_settings, read_table, to_date
from hankekori.reports.meetings import approve_and_freeze, freeze_agenda

_TO_APPROVAL = timedelta(days=7)  # from a meeting to the approval of its minutes


@dataclass(frozen=True, slots=True)
class WorkingGroup:
    """The body that steers the demo, its seats by their key in meetings.toml, and who keeps its minutes."""

    body: Body
    seats: Mapping[str, Seat]
    keeper: User


def create_working_group(
    programme: Programme,
    organisations: Mapping[str, Organisation],
    projects: Mapping[str, Project],
    users: Mapping[str, User],
    *,
    now: datetime,
) -> WorkingGroup:
    """Set up the body that steers the programme and its partnership project, and informs municipalities and others."""
    settings = read_settings("meetings.toml")
    told = settings["body"]
    body = save_body(
        by=None, now=now, programme=programme, name=Translated(**told["name"]), set_up_on=told["set_up_on"]
    )
    kinds = (Duty.Kind.STEERS_PROGRAMME, Duty.Kind.INFORMS_MUNICIPALITIES, Duty.Kind.INFORMS_AUTHORITIES)
    steered = BodyDuty(Duty.Kind.STEERS_PROJECT, projects[told["steers_project"]])
    set_duties(by=None, now=now, body=body, duties=[*map(BodyDuty, kinds), steered])
    seats: dict[str, Seat] = {}
    for row in settings["seat"]:
        seats[row["key"]] = add_seat(
            by=None,
            now=now,
            body=body,
            person=row["person"],
            start=told["set_up_on"],
            role=row.get("role", Seat.Role.MEMBER),
            organisation=organisations[row["organisation"]],
            email=row["email"],
            language=row.get("language", "fi"),
            user=users.get(row.get("user", "")),
            deputy_of=seats.get(row.get("deputy_of", "")),
        )
    return WorkingGroup(body, seats, users["coordinator"])


def hold_meetings(group: WorkingGroup, projects: Mapping[str, Project], *, now: datetime) -> None:
    """Hold the past meetings one after another: what they decide happens as their minutes are approved."""
    settings = read_settings("meetings.toml")
    matters = _basket_matters(projects)
    for row in settings["meeting"]:
        day = row.get("day") or timezone.localdate(now) - timedelta(days=row["days_ago"])
        meeting = _plan(group, settings, day)
        _prepare(group, meeting, matters[day], row.get("task", ()), now)
        _hold(group, meeting, settings, row)
        _close_tasks(group, meeting, row.get("task", ()))
    programme = group.body.programme
    previous = read_settings("programme.toml")["previous_meeting"]
    save_programme(by=None, now=now, slug=programme.slug, previous_meeting=previous)  # as of the day pages open on


def call_next_meeting(group: WorkingGroup, *, now: datetime) -> None:
    """Call the coming meeting: its agenda is what is open now, and each seat gets an invitation."""
    settings = read_settings("meetings.toml")
    meeting = _plan(group, settings, timezone.localdate(now) + timedelta(days=settings["next_meeting"]))
    write_agenda(by=group.keeper, now=now, meeting=meeting)
    invite(by=group.keeper, now=now, meeting=meeting)
    freeze_agenda(by=group.keeper, now=now, meeting=meeting, language="fi")


def _basket_matters(projects: Mapping[str, Project]) -> Mapping[date | None, list[tuple[DecisionKind, Project]]]:
    """List what was decided of the basket on each day."""
    matters: defaultdict[date | None, list[tuple[DecisionKind, Project]]] = defaultdict(list)
    for row in read_table("projects.csv"):
        matters[to_date(row["basket_decided_on"])].append((DecisionKind.ACCEPT, projects[row["code"]]))
        matters[to_date(row["basket_left_on"])].append((DecisionKind.LEAVE, projects[row["code"]]))
    return matters


def _plan(group: WorkingGroup, settings: Mapping[str, Any], day: date) -> Meeting:
    starts_at = timezone.make_aware(datetime.combine(day, time(settings["hour"])))
    return plan_meeting(
        by=group.keeper,
        now=starts_at,
        programme=group.body.programme,
        body=group.body,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=settings["minutes"]),
        place=settings["place"],
    )


def _prepare(
    group: WorkingGroup,
    meeting: Meeting,
    matters: list[tuple[DecisionKind, Project]],
    tasks: list[dict[str, Any]],
    now: datetime,
) -> None:
    """Propose the projects, let the agenda write itself, and add what it cannot know."""
    keeper, moment = group.keeper, meeting.starts_at
    for kind, project in matters:
        if kind is DecisionKind.ACCEPT:
            propose_to_basket(by=keeper, now=moment, project=project)
    write_agenda(by=keeper, now=moment, meeting=meeting)
    for kind, project in matters:
        if kind is not DecisionKind.ACCEPT:
            item = add_item(by=keeper, now=moment, meeting=meeting, title=f"Poistuminen hankekorista: {project}")
            add_decision(by=keeper, now=moment, item=item, kind=kind, project=project)
    for task in tasks:
        item = add_item(by=keeper, now=moment, meeting=meeting, title=task["title"])
        due = task.get("due") or timezone.localdate(now) + timedelta(days=task["due_in"])
        decision = add_decision(by=keeper, now=moment, item=item, kind=DecisionKind.TASK, proposal=task["text"])
        save_decision(
            by=keeper,
            now=moment,
            decision=decision,
            seen=decision.revision,
            proposal=task["text"],
            text=task["text"],
            outcome=Decision.Outcome.AS_PROPOSED,
            owner_seat=group.seats[task["owner"]],
            due=due,
        )


def _hold(group: WorkingGroup, meeting: Meeting, settings: Mapping[str, Any], row: Mapping[str, Any]) -> None:
    """Hold a meeting, write its minutes as proposed, and approve them a week later."""
    keeper, moment = group.keeper, meeting.starts_at
    meeting = open_meeting(by=keeper, now=moment, meeting=meeting)
    deputies = {seat.deputy_of_id: seat for seat in group.seats.values() if seat.deputy_of_id}
    absent = {group.seats[key].pk for key in row.get("absent", ())}
    for seat in group.seats.values():
        if seat.deputy_of_id is None:
            away = seat.pk in absent
            deputy = deputies.get(seat.pk) if away else None
            set_attendance(by=keeper, now=moment, meeting=meeting, seat=seat, present=not away, deputy=deputy)
    items = AgendaItem.objects.filter(programme=meeting.programme_id, meeting=meeting)
    for item in items.order_by("position", "id"):
        said = settings["said"].get(item.kind, settings["said"]["other"])
        save_minutes(by=keeper, now=moment, item=item, text=said, seen=item.revision)
    decisions = Decision.objects.filter(programme=meeting.programme_id, item__meeting=meeting, outcome="open")
    for decision in decisions.select_related("item").order_by("item__position", "position"):
        save_decision(
            by=keeper,
            now=moment,
            decision=decision,
            seen=decision.revision,
            proposal=decision.proposal,
            text=settings["decided"][decision.kind],
            outcome=Decision.Outcome.AS_PROPOSED,
        )
    meeting = end_meeting(by=keeper, now=meeting.ends_at, meeting=meeting)
    approve_and_freeze(by=keeper, now=meeting.ends_at + _TO_APPROVAL, meeting=meeting, language="fi")


def _close_tasks(group: WorkingGroup, meeting: Meeting, tasks: list[dict[str, Any]]) -> None:
    closed = {task["text"]: task for task in tasks if "closed_on" in task}
    for follow_up in FollowUp.objects.filter(programme=meeting.programme_id, decision__item__meeting=meeting):
        if task := closed.get(follow_up.task):
            moment = timezone.make_aware(datetime.combine(task["closed_on"], time(12)))
            close_follow_up(by=group.keeper, now=moment, follow_up=follow_up, state="done", text=task["note"])

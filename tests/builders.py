"""Builders of what tests need, and the named cast: the officer, the member, the outsider.

Each makes one valid thing with sensible values; a test names only what it is about.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import count
from typing import Any

from django.db import connection
from django.utils import timezone

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.areas.employment.models import EmploymentEpisode, OutcomeRecord
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Indicator, Measure, Objective, PlanVersion, Target
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project, ProjectMeasure
from hankekori.areas.regions.models import Municipality
from hankekori.areas.steering.models import AgendaItem, Meeting
from hankekori.exchange.actions import create_draft
from hankekori.exchange.models import ImportDraft
from hankekori.exchange.tasks import queue_import
from hankekori.exchange.uploads import UploadedFile, collect_files

NOW = datetime(2012, 4, 30, 9, 0, tzinfo=UTC)
AS_OF = date(2012, 4, 30)

_numbers = count(1)


def number_from_one() -> None:
    """Begin a test: what it makes has the same short numbers, however many tests went before."""
    global _numbers  # noqa: PLW0603 - one running number for all that a test makes
    _numbers = count(1)


@dataclass(frozen=True)
class Cast:
    """The officer coordinates the programme, the member sits in its working group, the outsider has no role in it."""

    officer: User
    member: User
    outsider: User


def a_programme(**fields: Any) -> Programme:
    number = next(_numbers)
    values = {
        "slug": f"ohjelma-{number}",
        "name_fi": f"Ohjelma {number}",
        "start": date(2009, 1, 1),
        "end": date(2014, 12, 31),
    }
    return Programme.objects.create(**values | fields)


def a_user(name: str = "Käyttäjä", *, password: str | None = None) -> User:
    return User.objects.create_user(f"kayttaja-{next(_numbers)}@example.org", name=name, password=password)


def a_user_with(role: Role, programme: Programme) -> User:
    user = a_user(role.value)
    RoleAssignment.objects.create(programme=programme, user=user, role=role)
    return user


def a_cast(programme: Programme) -> Cast:
    return Cast(a_user_with(Role.COORDINATOR, programme), a_user_with(Role.MEMBER, programme), a_user("Ulkopuolinen"))


def a_plan(programme: Programme, **fields: Any) -> PlanVersion:
    values = {"number": 1, "name_fi": "Suunnitelma", "adopted_on": date(2009, 6, 15)}
    return PlanVersion.objects.create(programme=programme, **values | fields)


def an_objective(programme: Programme, version: PlanVersion | None = None, **fields: Any) -> Objective:
    number = next(_numbers)
    version = version or programme.plan_versions.first() or a_plan(programme)
    values = {"number": str(number), "position": number, "name_fi": f"Painopiste {number}"}
    return Objective.objects.create(programme=programme, plan_version=version, **values | fields)


def a_measure(programme: Programme, objective: Objective | None = None, **fields: Any) -> Measure:
    number = next(_numbers)
    objective = objective or programme.objectives.first() or an_objective(programme)
    values = {
        "number": f"{objective.number}.{number}",
        "position": number,
        "name_fi": f"Toimenpide {number}",
        "start": date(2010, 1, 1),
        "end": date(2012, 12, 31),
    }
    return Measure.objects.create(programme=programme, objective=objective, **values | fields)


def an_indicator(programme: Programme, **fields: Any) -> Indicator:
    number = next(_numbers)
    values = {
        "programme_period": "2007-2013",
        "fund": "ESR",
        "code": f"M{number}",
        "name_fi": f"Mittari {number}",
        "unit_fi": "henkilöä",
        "combination": "sum",
        "position": number,
    }
    return Indicator.objects.create(programme=programme, **values | fields)


def a_target(measure: Measure, indicator: Indicator, total: int | Decimal = 100, **fields: Any) -> Target:
    values = {"start": measure.start, "due": measure.end}
    return Target.objects.create(
        programme=measure.programme, measure=measure, indicator=indicator, total=total, **values | fields
    )


def an_organisation(programme: Programme, **fields: Any) -> Organisation:
    values = {"name": f"Organisaatio {next(_numbers)}"}
    return Organisation.objects.create(programme=programme, **values | fields)


def a_municipality(**fields: Any) -> Municipality:
    number = next(_numbers)
    values = {"code": f"{number % 1000:03}", "name_fi": f"Kunta {number}"}
    return Municipality.objects.create(**values | fields)


def a_project(programme: Programme, *measures: Measure, **fields: Any) -> Project:
    """Make a project in the basket whose shares in the given measures are even."""
    number = next(_numbers)
    values = {
        "code": f"S{10000 + number}",
        "name": f"Hanke {number}",
        "basket_state": "in_basket",
        "start": date(2010, 1, 1),
        "end": date(2012, 12, 31),
    }
    project = Project.objects.create(programme=programme, **values | fields)
    for position, measure in enumerate(measures):
        a_share(project, measure, _even_share(len(measures), position))
    return project


def a_share(project: Project, measure: Measure, share: Decimal) -> ProjectMeasure:
    return ProjectMeasure.objects.create(programme=project.programme, project=project, measure=measure, share=share)


def a_project_plan(project: Project, indicator: Indicator, total: int = 50, **fields: Any) -> ProjectPlan:
    return ProjectPlan.objects.create(
        programme=project.programme, project=project, indicator=indicator, total=total, **fields
    )


def a_ledger_entry(project: Project, indicator: Indicator, total: int | None = 10, **fields: Any) -> LedgerEntry:
    """Write a row straight into the ledger, past the action: no check and no stored roll-up."""
    values = {
        "period_start": date(2011, 7, 1),
        "period_end": date(2011, 12, 31),
        "state": "reported" if total is not None else "not_measured",
        "source": "report",
        "recorded_at": datetime(2012, 1, 20, 9, 0, tzinfo=UTC),
    }
    return LedgerEntry.objects.create(
        programme=project.programme, project=project, indicator=indicator, total=total, **values | fields
    )


def a_queued_draft() -> ImportDraft:
    """Queue the import of one new project; its job is the only one. For tests with transactions of their own."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")  # not a table Django's flush knows
    intake = collect_files([UploadedFile("hankkeet.csv", b"Koodi;Nimi\nS19999;Verkosto\n")])
    made = create_draft(by=None, now=timezone.now(), programme=a_programme(), intake=intake)
    return queue_import(draft=made, by=a_user())


def _even_share(parts: int, position: int) -> Decimal:
    """Split 1 evenly to six decimals; the first part takes what is left over."""
    even = (Decimal(1) / parts).quantize(Decimal("0.000001"), rounding="ROUND_DOWN")
    return even if position else 1 - even * (parts - 1)


def an_episode(project: Project, **fields: Any) -> EmploymentEpisode:
    """Make an episode of full-time fixed-term work from January 2011 that goes on."""
    values = {
        "start_month": date(2011, 1, 1),
        "fte": Decimal(1),
        "kind": "fixed_term",
        "situation_before": "unemployed",
        "gender": "woman",
        "age_band": "unknown",
    }
    return EmploymentEpisode.objects.create(programme=project.programme, project=project, **values | fields)


def an_outcome(project: Project, indicator: Indicator, **fields: Any) -> OutcomeRecord:
    """Make the record of a job of March 2011."""
    values = {"kind": "job", "month": date(2011, 3, 1), "gender": "woman"}
    return OutcomeRecord.objects.create(
        programme=project.programme, project=project, indicator=indicator, **values | fields
    )


def a_body(programme: Programme, *duties: str, **fields: Any) -> Body:
    """Make a body that steers the programme, or has the given duties; more than half of its seats decide."""
    values = {"name_fi": f"Työryhmä {next(_numbers)}", "quorum_rule": "more_than_half"}
    body = Body.objects.create(programme=programme, **values | fields)
    for kind in duties or (Duty.Kind.STEERS_PROGRAMME,):
        Duty.objects.create(programme=programme, body=body, kind=kind)
    return body


def a_seat(body: Body, **fields: Any) -> Seat:
    """Seat a member from the year 2010 on, until further notice."""
    values = {"person": f"Jäsen {next(_numbers)}", "start": date(2010, 1, 1)}
    return Seat.objects.create(programme_id=body.programme_id, body=body, **values | fields)


def a_meeting(body: Body, **fields: Any) -> Meeting:
    """Make a planned meeting of 24 April 2012."""
    values = {
        "number": next(_numbers),
        "starts_at": datetime(2012, 4, 24, 9, 0, tzinfo=UTC),
        "ends_at": datetime(2012, 4, 24, 11, 0, tzinfo=UTC),
    }
    return Meeting.objects.create(programme=body.programme, body=body, **values | fields)


def an_item(meeting: Meeting, **fields: Any) -> AgendaItem:
    """Put a matter written by hand at the end of a meeting's agenda."""
    number = next(_numbers)
    values = {"kind": "other", "position": number, "title": f"Asia {number}"}
    return AgendaItem.objects.create(programme_id=meeting.programme_id, meeting=meeting, **values | fields)

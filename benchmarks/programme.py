"""A programme of any size for measuring: made up, in bulk."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from django.db import connection, transaction

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.monitoring.actions import rebuild_roll_ups
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Indicator, Measure, Objective, PlanVersion, Target
from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.projects.models import Project, ProjectMeasure, ProjectMunicipality
from hankekori.areas.regions.models import Municipality
from hankekori.core.periods import periods_between

NOW = datetime(2012, 5, 1, tzinfo=UTC)
START, END, AS_OF = date(2009, 1, 1), date(2014, 12, 31), date(2012, 4, 30)


def make_programme(slug: str, *, projects: int, indicators: int = 4, periods: int = 3, measures: int = 20) -> Programme:
    """Make a programme whose ledger has projects x indicators x periods rows; coordinator `<slug>@example.org`."""
    with transaction.atomic():
        programme = _filled_programme(slug, projects, indicators, periods, measures)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as autovacuum does within a minute
    return programme


def _filled_programme(slug: str, projects: int, indicators: int, periods: int, measures: int) -> Programme:
    programme = Programme.objects.create(slug=slug, name_fi=slug, start=START, end=END, shown_as_of=AS_OF)
    user = User.objects.create_user(f"{slug}@example.org", name="Coordinator")
    RoleAssignment.objects.create(programme=programme, user=user, role=Role.COORDINATOR)
    _place(programme)
    chosen = _indicators(programme, indicators)
    carried = _plan(programme, measures, chosen)
    basket = _projects(programme, projects, carried)
    _ledger(programme, basket, chosen, periods)
    rebuild_roll_ups(by=None, now=NOW, programme=programme)
    return programme


def _place(programme: Programme) -> None:
    for number in range(10):
        code = f"9{number:02}"
        municipality, _ = Municipality.objects.get_or_create(code=code, defaults={"name_fi": f"Kunta {code}"})
        ProgrammeMunicipality.objects.create(
            programme=programme, municipality=municipality, tile_row=number // 4, tile_column=number % 4
        )


def _indicators(programme: Programme, count: int) -> list[Indicator]:
    return Indicator.objects.bulk_create(
        Indicator(
            programme=programme, programme_period="2007-2013", fund="ESR", code=f"I{number}",
            name_fi=f"Mittari {number}", unit_fi="henkilöä", combination="sum", position=number,
            headline=number if number < 3 else None,
        )
        for number in range(count)
    )  # fmt: skip


def _plan(programme: Programme, count: int, indicators: list[Indicator]) -> list[Measure]:
    version = PlanVersion.objects.create(programme=programme, number=1, name_fi="Plan", adopted_on=START)
    responsible = Organisation.objects.create(programme=programme, name="Kaupunki")
    objectives = [
        Objective.objects.create(
            programme=programme, plan_version=version, number=str(n), position=n, name_fi=f"Tavoite {n}"
        )
        for n in range(1, 6)
    ]
    measures = Measure.objects.bulk_create(
        Measure(
            programme=programme, objective=objectives[n % 5], number=f"{n % 5 + 1}.{n}", position=n,
            name_fi=f"Toimenpide {n}", start=START, end=END, responsible=responsible,
        )
        for n in range(count)
    )  # fmt: skip
    Target.objects.bulk_create(
        Target(programme=programme, measure=measure, indicator=indicator, total=Decimal(500), start=START, due=END)
        for measure in measures
        for indicator in indicators
    )
    return measures


def _projects(programme: Programme, count: int, measures: list[Measure]) -> list[Project]:
    implementers = Organisation.objects.bulk_create(
        Organisation(programme=programme, name=f"Toteuttaja {n}") for n in range(max(count // 5, 1))
    )
    projects = Project.objects.bulk_create(
        Project(
            programme=programme, code=f"S{70000 + n}", name=f"Hanke {n}", basket_state=Project.BasketState.IN_BASKET,
            fund="ESR", programme_period="2007-2013", start=START + timedelta(days=n % 700),
            end=END - timedelta(days=n % 300), implementer=implementers[n % len(implementers)],
            granted_eu_state=100_000 + n, realised_eu_state=90_000, planned_public=150_000 + n, realised_public=130_000,
        )
        for n in range(count)
    )  # fmt: skip
    ProjectMeasure.objects.bulk_create(
        ProjectMeasure(programme=programme, project=project, measure=measures[n % len(measures)], share=Decimal(1))
        for n, project in enumerate(projects)
    )
    places = list(Municipality.objects.filter(code__startswith="9").order_by("code"))
    ProjectMunicipality.objects.bulk_create(
        ProjectMunicipality(programme=programme, project=project, municipality=places[n % len(places)])
        for n, project in enumerate(projects)
    )
    return projects


def _ledger(programme: Programme, projects: list[Project], indicators: list[Indicator], periods: int) -> None:
    ProjectPlan.objects.bulk_create(
        ProjectPlan(programme=programme, project=project, indicator=indicator, total=Decimal(50), women=Decimal(20))
        for project in projects
        for indicator in indicators
    )
    ended = [period for period in periods_between(START, END) if period.end <= AS_OF][-periods:]
    LedgerEntry.objects.bulk_create(
        (
            LedgerEntry(
                programme=programme, project=project, indicator=indicator, period_start=period.start,
                period_end=period.end, total=Decimal(n % 7), women=Decimal(n % 3 if n % 7 > 2 else 0),
                source=LedgerEntry.Source.REPORT, recorded_at=NOW - timedelta(days=30),
            )
            for n, project in enumerate(projects)
            for indicator in indicators
            for period in ended
        ),
        batch_size=2000,
    )  # fmt: skip

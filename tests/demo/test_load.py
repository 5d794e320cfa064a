"""Loading the demo: what is there afterwards, and that a second time changes nothing."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db.models import Sum

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.accounts.roles import Role
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.roll_ups import differences
from hankekori.areas.plan.models import Measure
from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.projects.models import Project, ProjectMeasure
from hankekori.areas.regions.models import Municipality
from hankekori.core.status import Light
from hankekori.core.texts import Translated
from hankekori.demo.load import load_demo

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
MODELS = (Programme, Project, ProjectMeasure, ProjectPlan, LedgerEntry, Measure, Municipality, User, RoleAssignment)

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(demo) -> Programme:
    return Programme.objects.get(slug="heinola")


def test_programme_opens_on_its_day(programme):
    assert programme.name == Translated(
        "Heinolan seutu nousuun", "Heinolatrakten på väg uppåt", "Heinola area on the rise"
    )
    assert programme.example_data
    assert programme.day_shown(date(2026, 11, 24)) == date(2012, 4, 30)
    framework = programme.municipality_links.filter(standing=ProgrammeMunicipality.Standing.IN_FRAMEWORK)
    assert set(framework.values_list("municipality__code", flat=True)) == {"111", "081", "781"}


def test_tiles_do_not_lie_on_each_other(programme):
    places = list(programme.municipality_links.values_list("tile_row", "tile_column"))
    assert len(places) == len(set(places)) == 10


def test_funding_sums_as_in_the_public_list(programme):
    names = ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public")
    sums = programme.projects.aggregate(**{f"sum_{name}": Sum(name) for name in names})
    assert list(sums.values()) == [6_589_802, 6_259_599, 8_677_932, 8_320_243]
    assert programme.projects.count() == 25


def test_partnership_project_has_its_official_figures(programme):
    project = programme.projects.get(code="S11010")
    assert (project.start, project.end) == (date(2009, 5, 1), date(2012, 4, 30))
    assert (project.implementer.name, project.implementer.business_id) == (
        "Lahden Alueen Kehittämisyhtiö Oy",
        "1074350-2",
    )
    assert [project.granted_eu_state, project.realised_eu_state] == [194_225, 168_275]
    assert [project.planned_public, project.realised_public] == [228_500, 202_550]
    planned = {plan.indicator.code: (plan.total, plan.women) for plan in project.plans.select_related("indicator")}
    actual = {
        row["indicator__code"]: (row["all"], row["of_women"])
        for row in project.ledger.values("indicator__code").annotate(all=Sum("total"), of_women=Sum("women"))
    }
    codes = ("FI07-START", "FI07-NEWJOB", "FI07-NEWENT", "FI07-DEGREE")
    assert [planned[code] for code in codes] == [(103, 28), (20, 10), (1, 0), (0, 0)]
    assert [actual[code] for code in codes] == [(86, 28), (0, 0), (0, 0), (0, 0)]


def test_every_result_is_marked_as_an_example(programme):
    sources = set(LedgerEntry.objects.filter(corrects=None).values_list("source", flat=True))
    assert sources == {LedgerEntry.Source.EXAMPLE}
    corrections = LedgerEntry.objects.filter(corrects__isnull=False).select_related("corrects")
    assert {entry.corrects.source for entry in corrections} == {LedgerEntry.Source.EXAMPLE}
    assert [row.total for row in corrections.order_by("recorded_at")] == [-1, -4, Decimal("-2.5"), -3, -1]
    for entry in corrections:
        assert entry.explanation
        assert entry.recorded_at > entry.corrects.recorded_at


def test_stored_roll_up_is_what_the_ledger_gives(programme):
    assert differences(programme) == ()


def test_lights_tell_a_mixed_story_on_the_day_of_the_demo(programme):
    state = programme_state(programme, as_of=date(2012, 4, 30), known_on=date(2012, 4, 30))
    lights = {measure.name.en: measure.light for part in state.objectives for measure in part.measures}
    assert lights["Change security and guidance to new work"] is Light.ON_COURSE
    assert lights["Retraining and tailored training"] is Light.AT_RISK
    assert lights["Company visits and support for growth"] is Light.LATE
    assert lights["Skills in building repair"] is Light.NOT_MEASURED
    assert lights["New use for emptied industrial premises"] is Light.MISSING


def test_two_reports_come_late_and_change_what_was_known(programme):
    day = date(2012, 4, 30)
    entries = LedgerEntry.objects.filter(period_end=date(2011, 12, 31), recorded_at__date__gt=day)
    assert set(entries.values_list("project__code", flat=True)) == {"S10930", "S11582"}
    then, later = (_started(programme, known_on=known_on) for known_on in (day, None))
    assert (then, later) == (Decimal(135), Decimal(167))


def test_measure_without_responsible_is_found(programme):
    state = programme_state(programme, as_of=date(2012, 4, 30), known_on=date(2012, 4, 30))
    assert "measure-without-responsible" in {gap.code for gap in state.gaps}
    assert list(
        Measure.objects.filter(responsible=None, objective__plan_version__adopted_on__isnull=False).values_list(
            "number", flat=True
        )
    ) == ["5.6"]


def test_one_user_for_each_role_and_no_password(programme):
    assert {link.role for link in programme.role_assignments.all()} == {role.value for role in Role}
    assert User.objects.filter(is_administrator=True).count() == 1
    assert not any(user.has_usable_password() for user in User.objects.all())
    assert all(user.email.endswith("@example.org") for user in User.objects.all())
    assert not RoleAssignment.objects.filter(user__is_administrator=True).exists()


def test_no_project_names_a_person(programme):
    personal = [programme.projects.exclude(**{field: ""}).count() for field in Project.PERSONAL]
    assert personal == [0] * len(Project.PERSONAL)


def test_loading_twice_changes_nothing_and_says_so(programme):
    before = {model: list(model.objects.order_by("pk").values()) for model in MODELS}
    said: list[str] = []
    again = load_demo(now=datetime(2026, 11, 25, tzinfo=UTC), progress=lambda text: said.append(text.en))
    assert again == programme
    assert said == ["The demo is already loaded; nothing was changed."]
    assert {model: list(model.objects.order_by("pk").values()) for model in MODELS} == before


def _started(programme: Programme, *, known_on: date | None) -> Decimal | None:
    state = programme_state(programme, as_of=date(2012, 4, 30), known_on=known_on)
    measure = next(row for part in state.objectives for row in part.measures if row.number == "1.3")
    return next(row.figure.actual.total for row in measure.indicators if row.indicator.code == "FI07-START")

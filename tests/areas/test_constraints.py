"""What must always hold, the database holds: each constraint is broken once."""

from datetime import date
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError

from hankekori.areas.accounts.models import RoleAssignment, User
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan, StoredRollUp
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Indicator, Measure, Objective, PlanVersion, Target
from hankekori.areas.programmes.models import Programme, ProgrammeMunicipality
from hankekori.areas.projects.models import Description, Funding, Project, ProjectMeasure, ProjectMunicipality
from hankekori.areas.regions.models import Municipality
from tests.builders import (
    NOW,
    a_ledger_entry,
    a_measure,
    a_municipality,
    a_plan,
    a_programme,
    a_project,
    a_project_plan,
    a_target,
    a_user,
    an_indicator,
    an_objective,
    an_organisation,
)

pytestmark = pytest.mark.django_db
DAY, EARLIER = date(2010, 6, 30), date(2010, 1, 1)


def roll_up(programme, **fields):
    values = {"indicator": an_indicator(programme), "period_end": DAY, "state": "reported"}
    return StoredRollUp.objects.create(programme=programme, **values | fields)


def twice(make):
    """Make the same row two times; the second breaks a unique constraint."""
    return lambda programme: (make(programme), make(programme))


def same(model, **fields):
    return twice(lambda programme: model.objects.create(**fields | {"programme": programme}))


def links(model, make_project=a_project, **others):
    """Link the same two things two times."""

    def broken(programme):
        values = {name: make(programme) for name, make in others.items()}
        project = make_project(programme)
        for _ in range(2):
            model.objects.create(programme=programme, project=project, **values)

    return broken


def any_municipality(_):
    return a_municipality()


def repeated_rows(programme):
    return {"measure": a_measure(programme), "indicator": an_indicator(programme)}


BROKEN = {
    "email_once_in_any_case": lambda _: [
        User.objects.create(email=email, name="Nimi") for email in ("a@example.org", "A@example.org")
    ],
    "one_role_per_programme": lambda programme: [
        RoleAssignment.objects.create(programme=programme, user=user, role=role)
        for user in [a_user()]
        for role in ("member", "adviser")
    ],
    "programme_ends_after_start": lambda _: a_programme(start=DAY, end=EARLIER),
    "programme_lights_in_order": lambda _: a_programme(light_on_course=Decimal("0.5")),
    "municipality_once_per_programme": lambda programme: [
        ProgrammeMunicipality.objects.create(programme=programme, municipality=place)
        for place in [a_municipality()] * 2
    ],
    "municipality_code_has_three_digits": lambda _: a_municipality(code="81"),
    "organisation_name_once": same(Organisation, name="Yritys"),
    "business_id_has_its_form": lambda programme: an_organisation(programme, business_id="01120389"),
    "plan_version_number_once": twice(a_plan),
    "objective_number_once": twice(lambda programme: an_objective(programme, number="1")),
    "measure_number_once": twice(lambda programme: a_measure(programme, number="1.1")),
    "measure_ends_after_start": lambda programme: a_measure(programme, start=DAY, end=EARLIER),
    "indicator_key_once": twice(lambda programme: an_indicator(programme, code="CO01")),
    "band_is_percent": lambda programme: an_indicator(programme, band=101),
    "one_target_per_indicator": lambda programme: [
        a_target(**rows) for rows in [repeated_rows(programme)] for _ in range(2)
    ],
    "target_women_fit": lambda programme: a_target(**repeated_rows(programme), total=10, women=11),
    "target_due_after_start": lambda programme: a_target(**repeated_rows(programme), start=DAY, due=EARLIER),
    "project_code_once_per_programme": twice(lambda programme: a_project(programme, code="S11010")),
    "project_code_has_its_form": lambda programme: a_project(programme, code="s11010"),
    "municipality_once_per_project": links(ProjectMunicipality, municipality=any_municipality),
    "measure_once_per_project": links(ProjectMeasure, measure=a_measure, share=lambda _: Decimal("0.5")),
    "share_between_0_and_1": lambda programme: ProjectMeasure.objects.create(
        programme=programme, project=a_project(programme), measure=a_measure(programme), share=0
    ),
    "funding_row_once": links(Funding, source=lambda _: "eu", year=lambda _: 2012),
    "planned_funding_not_negative": lambda programme: Funding.objects.create(
        programme=programme, project=a_project(programme), source="eu", year=2012, planned=-1
    ),
    "same_document_once_per_project": links(
        Description, sha256=lambda _: "0" * 64, document=lambda _: b"", record=lambda _: {}, read_at=lambda _: NOW
    ),
    "one_plan_per_indicator": lambda programme: [
        a_project_plan(project, indicator)
        for project, indicator in [(a_project(programme), an_indicator(programme))]
        for _ in range(2)
    ],
    "a_number_only_when_reported": lambda programme: a_ledger_entry(
        a_project(programme), an_indicator(programme), None, state="reported"
    ),
    "ledger_period_in_order": lambda programme: a_ledger_entry(
        a_project(programme), an_indicator(programme), period_start=DAY, period_end=EARLIER
    ),
    "a_correction_names_its_entry_and_reason": lambda programme: a_ledger_entry(
        a_project(programme), an_indicator(programme), source="correction"
    ),
    "one_roll_up_per_node_and_period": lambda programme: [
        roll_up(programme, indicator=indicator) for indicator in [an_indicator(programme)] * 2
    ],
    "roll_up_of_one_node": lambda programme: roll_up(
        programme, objective=an_objective(programme), measure=a_measure(programme)
    ),
}
AREAS = ("accounts", "regions", "programmes", "plan", "partners", "projects", "monitoring")


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses(name):
    with pytest.raises(IntegrityError, match=name):
        BROKEN[name](a_programme())


def test_every_constraint_is_broken_once_above():
    ours = {
        constraint.name
        for area in AREAS
        for model in apps.get_app_config(area).get_models()
        for constraint in model._meta.constraints
    }
    assert ours == set(BROKEN)


@pytest.mark.parametrize(
    "model", [Programme, Project, Measure, Objective, PlanVersion, Target, Indicator, ProjectPlan, Organisation, User]
)
def test_history_is_append_only(model):
    programme = a_programme()
    project = a_project(programme, a_measure(programme), implementer=an_organisation(programme))
    a_user()
    indicator = an_indicator(programme)
    a_target(a_measure(programme), indicator)
    a_project_plan(project, indicator)
    with pytest.raises(ProgrammingError, match="Cannot update or delete rows"):
        model.pgh_event_model.objects.update(pgh_label="other")


def test_ledger_and_municipalities_have_no_events_of_their_own():
    """The ledger is its own history, and municipalities are national facts."""
    assert not hasattr(LedgerEntry, "pgh_event_model")
    assert not hasattr(Municipality, "pgh_event_model")

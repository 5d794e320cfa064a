"""The demo's proposals are assessed in part, and its communication plan has a version to be decided on."""

import pytest
from django.utils import timezone

from hankekori.areas.communications.queries import plan_in_force, plan_in_preparation
from hankekori.areas.intake.queries import intake_of
from hankekori.areas.projects.models import Project
from hankekori.core.intake import Requirement
from hankekori.demo.load import load_demo


@pytest.mark.django_db
def test_demo_has_proposals_to_weigh_and_a_plan_to_approve():
    programme = load_demo(now=timezone.now())
    proposed = Project.objects.filter(programme=programme, basket_state="proposed")
    intakes = {project.code: intake_of(project) for project in proposed}

    assert {code: (found.answered, found.asked) for code, found in intakes.items()} == {
        "A32302": (7, 10),
        "A32919": (10, 10),
    }
    assert all(40 <= found.score <= 90 for found in intakes.values())
    assert intakes["A32302"].entry_gaps == ()
    assert Requirement.PARTNER in {check.requirement for check in intakes["A32919"].entry_gaps}
    assert (plan_in_force(programme).number, plan_in_preparation(programme).number) == (1, 2)
    assert plan_in_preparation(programme).messages == plan_in_force(programme).messages
    assert plan_in_preparation(programme).channels != plan_in_force(programme).channels

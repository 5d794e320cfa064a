"""What must always hold of rounds, the database holds: each constraint is broken once."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.apps import apps
from django.db import IntegrityError, ProgrammingError

from hankekori.areas.rounds.models import ProjectReport, ProjectReporter, ReportFile, ReportStep, Round
from tests.areas.rounds.world import NOW, PERIOD, WINDOW, World
from tests.builders import a_user

pytestmark = pytest.mark.django_db


def a_round(world, **fields):
    values = {"period_start": PERIOD.start, "period_end": PERIOD.end} | WINDOW
    return Round.objects.create(programme=world.programme, **values | fields)


def a_report(world, **fields):
    round_ = world.programme.rounds.first() or a_round(world)
    return ProjectReport.objects.create(programme=world.programme, round=round_, project=world.project, **fields)


def a_step(world, **fields):
    return ReportStep.objects.create(programme=world.programme, report=a_report(world), at=NOW, **fields)


def parts(name, **fields):
    """Give a report two of the same part."""

    def broken(world):
        report = a_report(world)
        for _ in range(2):
            getattr(report, name).create(programme=world.programme, **fields)

    return broken


def a_figure(world, **fields):
    a_report(world).figures.create(programme=world.programme, indicator=world.indicator, **fields)


def same_file(world):
    report = a_report(world)
    for name in ("a.pdf", "b.pdf"):
        values = {"kind": "evidence", "size": 1, "sha256": "0" * 64, "content": b"0", "added_at": NOW}
        ReportFile.objects.create(programme=world.programme, report=report, name=name, **values)


def same_reporter(world):
    user = a_user()
    for _ in range(2):
        ProjectReporter.objects.create(programme=world.programme, project=world.project, user=user)


def a_comment(world, **fields):
    values = {"text": "Tarkista.", "at": NOW, "is_projects": False} | fields
    a_report(world).comments.create(programme=world.programme, **values)


BROKEN = {
    "reporter_once_per_project": same_reporter,
    "one_round_per_period": lambda world: [a_round(world), a_round(world)],
    "round_period_in_order": lambda world: a_round(world, period_end=PERIOD.start - timedelta(days=1)),
    "round_due_after_opening": lambda world: a_round(world, due_on=WINDOW["opens_on"] - timedelta(days=1)),
    "one_report_per_project_and_round": lambda world: [a_report(world), a_report(world)],
    "an_approved_report_has_its_moment": lambda world: a_report(world, state="approved"),
    "returning_and_reopening_say_why": lambda world: a_step(world, kind="returned", reason="other"),
    "one_figure_per_indicator": lambda world: parts("figures", indicator=world.indicator)(world),
    "a_report_has_numbers_only_when_reported": lambda world: a_figure(world, non_binary=1),
    "one_text_per_field": parts("texts", field="problems"),
    "one_sum_per_source": parts("funding", source="eu"),
    "used_funding_not_negative": parts("funding", source="eu", used=Decimal(-1)),
    "same_file_once_per_report": same_file,
    "a_comment_says_something": lambda world: a_comment(world, text=""),
    "only_a_follow_up_mark_is_cleared": lambda world: a_comment(world, cleared_at=NOW),
}


@pytest.mark.parametrize("name", BROKEN)
def test_the_database_refuses(name):
    with pytest.raises(IntegrityError, match=name):
        BROKEN[name](World())


def test_every_constraint_is_broken_once_above():
    models = apps.get_app_config("rounds").get_models()
    assert {constraint.name for model in models for constraint in model._meta.constraints} == set(BROKEN)


def test_steps_are_never_changed():
    step = a_step(World(), kind="submitted")
    step.kind = "approved"
    with pytest.raises(ProgrammingError, match="Cannot update rows"):
        step.save()

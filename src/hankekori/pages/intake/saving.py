"""Saving what the forms of intake say, over what was seen when they were opened."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from hankekori.areas.accounts.models import User
from hankekori.areas.history import action
from hankekori.areas.intake.actions import add_criterion, add_partner_note, change_criterion, save_assessment
from hankekori.areas.intake.models import Criterion, PartnerNote
from hankekori.areas.intake.queries import IntakeLine, intake_of
from hankekori.areas.partners.actions import find_or_create_organisation
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.person_names import may_name_person
from hankekori.core.texts import Translated
from hankekori.pages.basket.edits import own_edits

CRITERION_FIELDS = ("headline_fi", "headline_sv", "headline_en", "name_fi", "name_sv", "name_en", "weight")


@action("intake.save_assessment")
def save_assessments(*, by: User, now: datetime, project: Project, values: Mapping[str, Any], seen: str) -> None:
    """Write the scores and reasons that were edited; raises EditClashError where somebody else was quicker."""
    locked = Project.objects.select_for_update(no_key=True).select_related("programme").get(pk=project.pk)
    lines = intake_of(locked).lines
    current = assessment_values(lines)
    edited = own_edits(seen, values, current)
    wanted = {**current, **edited}
    for line in lines:
        score, text = score_field(line.criterion), text_field(line.criterion)
        if score in edited or text in edited:
            save_assessment(
                by=by, now=now, project=locked, criterion=line.criterion, score=wanted[score], text=wanted[text]
            )


@action("intake.add_partner_note")
def add_note(*, by: User, now: datetime, project: Project, organisation: str, dated: date, text: str) -> PartnerNote:
    """Take down a note of the organisation that is named; one nobody has told of is made."""
    partner = find_or_create_organisation(
        by=by, now=now, programme=project.programme, name=organisation, may_be_person=may_name_person(organisation)
    )
    return add_partner_note(by=by, now=now, project=project, organisation=partner, dated=dated, text=text)


@action("intake.add_criterion")
def add_criterion_of(*, by: User, now: datetime, programme: Programme, values: Mapping[str, Any]) -> Criterion:
    """Add a criterion as the form says it."""
    return add_criterion(by=by, now=now, programme=programme, **_criterion(values))


@action("intake.change_criterion")
def change_criterion_over(
    *, by: User, now: datetime, criterion: Criterion, values: Mapping[str, Any], seen: str
) -> None:
    """Change what was edited of a criterion; raises EditClashError where somebody else was quicker."""
    Programme.objects.select_for_update(no_key=True).get(pk=criterion.programme_id)
    found = Criterion.objects.select_related("programme").get(pk=criterion.pk)
    current = criterion_values(found)
    wanted = {**current, **own_edits(seen, values, current)}
    change_criterion(by=by, now=now, criterion=found, **_criterion(wanted))


def assessment_values(lines: Iterable[IntakeLine]) -> dict[str, Any]:
    """Give the values the form of an assessment opens with."""
    values: dict[str, Any] = {}
    for line in lines:
        values[score_field(line.criterion)] = line.score
        values[text_field(line.criterion)] = line.text
    return values


def criterion_values(criterion: Criterion) -> dict[str, Any]:
    """Give the values the form of a criterion opens with."""
    return {name: getattr(criterion, name) for name in CRITERION_FIELDS}


def score_field(criterion: Criterion) -> str:
    return f"score-{criterion.pk}"


def text_field(criterion: Criterion) -> str:
    return f"text-{criterion.pk}"


def _criterion(values: Mapping[str, Any]) -> dict[str, Any]:
    """Give what a criterion's action takes."""
    texts = {
        field: Translated(*(values[f"{field}_{language}"] for language in ("fi", "sv", "en")))
        for field in ("headline", "name")
    }
    return {**texts, "weight": values["weight"]}

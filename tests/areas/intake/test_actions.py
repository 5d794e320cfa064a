"""Criteria, assessments and partners' notes: what is kept, what is refused, what is read in one query."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from hankekori.areas.errors import EmptyFieldError, NotInProgrammeError
from hankekori.areas.identity_wall import IdentityCodeError
from hankekori.areas.intake import actions
from hankekori.areas.intake.errors import (
    CriterionRetiredError,
    CriterionTakenError,
    CriterionUsedError,
    ScoreError,
    WeightError,
)
from hankekori.areas.intake.models import Assessment, Criterion
from hankekori.areas.intake.offered_criteria import OFFERED
from hankekori.areas.intake.queries import (
    Score,
    criteria_of,
    criteria_with_uses,
    entry_checks_of,
    intake_of,
    partner_notes_of,
    scores_of,
)
from hankekori.areas.projects.models import Funding
from hankekori.core.intake import Answer, Requirement, score_of
from hankekori.core.texts import LANGUAGES, Translated
from tests import builders

pytestmark = pytest.mark.django_db
BY = {"by": None, "now": builders.NOW}


@pytest.fixture
def programme():
    return builders.a_programme()


@pytest.fixture
def project(programme):
    return builders.a_project(programme, basket_state="proposed")


def add(programme, name="Uusia työpaikkoja", headline="Työ", weight=1):
    return actions.add_criterion(
        **BY, programme=programme, headline=Translated(headline), name=Translated(name), weight=weight
    )


def assess(project, criterion, score, text=""):
    return actions.save_assessment(**BY, project=project, criterion=criterion, score=score, text=text)


def names(programme):
    return [criterion.name_fi for criterion in criteria_of(programme)]


# criteria


def test_offered_criteria_are_in_three_languages_and_taken_once(programme):
    texts = [text for each in OFFERED for text in (each.headline, each.name)]
    assert [text for text in texts if not all(getattr(text, language) for language in LANGUAGES)] == []
    assert 8 <= len(OFFERED) <= 10

    own = add(programme)
    taken = actions.take_offered_criteria(**BY, programme=programme)
    assert [each.name_fi for each in taken] == [each.name.fi for each in OFFERED]
    assert names(programme) == [own.name_fi, *(each.name.fi for each in OFFERED)]
    assert actions.take_offered_criteria(**BY, programme=programme) == []


def test_criterion_stands_with_the_others_of_its_headline(programme):
    for name, headline in (("a", "Työ"), ("b", "Raha"), ("c", "Työ")):
        add(programme, name, headline)
    assert names(programme) == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("given", "error", "field"),
    [
        ({"headline": " "}, EmptyFieldError, "headline_fi"),
        ({"name": " "}, EmptyFieldError, "name_fi"),
        ({"name": "a", "weight": 0}, WeightError, "weight"),
        ({"name": "a", "weight": 11}, WeightError, "weight"),
        ({}, CriterionTakenError, "name_fi"),
    ],
)
def test_criterion_that_is_not_whole_is_refused(programme, given, error, field):
    add(programme)
    with pytest.raises(error) as refused:
        add(programme, **given)
    assert refused.value.field == field
    assert Criterion.objects.count() == 1


def test_changed_criterion_keeps_its_scores_and_its_new_weight_counts(programme, project):
    one, two = add(programme, "a"), add(programme, "b")
    assess(project, one, 5)
    assess(project, two, 0)
    assert intake_of(project).score == 50
    actions.change_criterion(**BY, criterion=one, headline=Translated("Muu"), name=Translated("a"), weight=3)
    assert intake_of(project).score == 75
    with pytest.raises(CriterionTakenError):
        actions.change_criterion(**BY, criterion=one, headline=Translated("Muu"), name=Translated("b"), weight=3)


def test_criteria_change_places_within_a_headline_and_headlines_with_each_other(programme):
    a, b, c = add(programme, "a", "1"), add(programme, "b", "1"), add(programme, "c", "2")
    actions.move_criterion(**BY, criterion=b, up=True)
    assert names(programme) == ["b", "a", "c"]
    actions.move_criterion(**BY, criterion=c, up=True)
    assert names(programme) == ["c", "b", "a"]
    actions.move_criterion(**BY, criterion=c, up=True)
    actions.move_criterion(**BY, criterion=a, up=False)
    assert names(programme) == ["c", "b", "a"]


def test_criteria_move_past_what_is_retired(programme):
    a, b, c = add(programme, "a", "1"), add(programme, "b", "1"), add(programme, "c", "1")
    retired = actions.retire_criterion(**BY, criterion=b, retired_on=date(2012, 4, 30))
    actions.move_criterion(**BY, criterion=c, up=True)
    assert names(programme) == [c.name_fi, a.name_fi, "b"]
    actions.move_criterion(**BY, criterion=retired, up=True)
    assert names(programme) == [c.name_fi, a.name_fi, "b"]


def test_used_criterion_is_retired_and_never_removed(programme, project):
    unused, used = add(programme, "a"), add(programme, "b")
    assess(project, used, 4)
    actions.remove_criterion(**BY, criterion=unused)
    with pytest.raises(CriterionUsedError):
        actions.remove_criterion(**BY, criterion=used)
    actions.retire_criterion(**BY, criterion=used, retired_on=date(2012, 4, 30))

    other = builders.a_project(programme)
    assert [(line.criterion.pk, line.score) for line in intake_of(project).lines] == [(used.pk, 4)]
    assert intake_of(project).score == 80
    assert intake_of(other).lines == ()
    with pytest.raises(CriterionRetiredError):
        assess(other, used, 3)
    assert assess(project, used, 3).score == 3
    actions.retire_criterion(**BY, criterion=used, retired_on=None)
    assert intake_of(other).asked == 1


# assessments


def test_assessment_is_kept_changed_and_taken_back(programme, project):
    criterion = add(programme)
    assess(project, criterion, 4, " Kymmenen työpaikkaa. ")
    assert intake_of(project).lines[0].text == "Kymmenen työpaikkaa."
    assess(project, criterion, None, "Kysytään vielä.")
    found = intake_of(project)
    assert (found.lines[0].score, found.answered, found.asked, found.score) == (None, 0, 1, None)
    assert assess(project, criterion, None, " ") is None
    assert not Assessment.objects.exists()


@pytest.mark.parametrize("score", [-1, 6])
def test_score_out_of_range_is_refused(programme, project, score):
    criterion = add(programme)
    with pytest.raises(ScoreError):
        assess(project, criterion, score)
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.create(programme=programme, project=project, criterion=criterion, score=score)


def test_criterion_of_another_programme_and_an_identity_code_are_refused(programme, project):
    with pytest.raises(NotInProgrammeError):
        assess(project, add(builders.a_programme()), 3)
    with pytest.raises(IdentityCodeError):
        assess(project, add(programme), 3, "Tunnus 010594Y9021")


def test_scores_of_many_come_in_one_query_and_agree_with_the_rule(programme):
    criteria = [add(programme, str(weight), weight=weight) for weight in (1, 3, 7)]
    projects = [builders.a_project(programme) for _ in range(4)]
    given = [(5, 0, None), (None, None, None), (1, 2, 3), (0, 0, 0)]
    for project, scores in zip(projects, given, strict=True):
        for criterion, score in zip(criteria, scores, strict=True):
            assess(project, criterion, score, "Perustelu")
    with CaptureQueriesContext(connection) as captured:
        found = scores_of(programme, [project.pk for project in projects])

    assert len(captured) == 1
    for project, scores in zip(projects, given, strict=True):
        answers = [Answer(score, criterion.weight) for criterion, score in zip(criteria, scores, strict=True)]
        answered = sum(score is not None for score in scores)
        assert found[project.pk] == Score(score_of(answers), answered, 3)


def test_scores_leave_out_projects_of_another_programme(programme):
    assert scores_of(programme, [builders.a_project(builders.a_programme()).pk]) == {}


def test_uses_are_counted(programme, project):
    criterion = add(programme)
    assess(project, criterion, 1)
    assert [each.uses for each in criteria_with_uses(programme)] == [1]


# entry


def missing(project):
    return [check.requirement for check in intake_of(project).entry_gaps]


def test_entry_asks_for_what_is_not_there(programme, project):
    assert missing(project) == list(Requirement)
    measure = builders.a_measure(programme)
    builders.a_share(project, measure, Decimal(1))
    project.implementer = builders.an_organisation(programme)
    project.save()
    project.municipality_links.create(programme=programme, municipality=builders.a_municipality())
    builders.a_project_plan(project, builders.an_indicator(programme))
    assert missing(project) == [Requirement.MONEY, Requirement.PARTNER]
    Funding.objects.create(programme=programme, project=project, source="eu", year=2012, planned=1000)
    actions.add_partner_note(
        **BY, project=project, organisation=project.implementer, dated=date(2012, 4, 1), text="Puoltaa."
    )
    assert missing(project) == []


def test_share_in_a_plan_no_longer_in_force_is_not_a_link(programme, project):
    builders.a_share(project, builders.a_measure(programme), Decimal(1))
    builders.a_plan(programme, number=2, adopted_on=date(2012, 1, 1))
    assert Requirement.MEASURE in missing(project)


def test_stated_public_money_is_a_plan_of_money(programme):
    project = builders.a_project(programme, planned_public=Decimal(100))
    assert Requirement.MONEY not in missing(project)


def test_entries_of_many_come_in_one_query(programme):
    projects = [builders.a_project(programme, builders.a_measure(programme)).pk for _ in range(3)]
    with CaptureQueriesContext(connection) as captured:
        found = entry_checks_of(programme, projects)
    assert len(captured) == 1
    assert {key: len(checks) for key, checks in found.items()} == dict.fromkeys(projects, len(Requirement))


def test_intake_takes_the_same_queries_whatever_its_size(programme, project):
    counts = []
    for size in (1, 3, 50):
        for number in range(Criterion.objects.count(), size):
            assess(project, add(programme, str(number)), 3)
        with CaptureQueriesContext(connection) as captured:
            intake_of(project)
        counts.append(len(captured))
    assert counts == [4, 4, 4]


# partners' notes


def test_partner_note_says_something_and_is_of_the_programme(programme, project):
    own, other = builders.an_organisation(programme), builders.an_organisation(builders.a_programme())
    day = date(2012, 4, 1)
    with pytest.raises(EmptyFieldError):
        actions.add_partner_note(**BY, project=project, organisation=own, dated=day, text=" ")
    with pytest.raises(NotInProgrammeError):
        actions.add_partner_note(**BY, project=project, organisation=other, dated=day, text="Puoltaa.")
    note = actions.add_partner_note(**BY, project=project, organisation=own, dated=day, text="Puoltaa.")
    assert list(partner_notes_of(project)) == [note]
    actions.remove_partner_note(**BY, note=note)
    assert not partner_notes_of(project).exists()

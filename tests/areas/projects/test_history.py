from decimal import Decimal

import pytest

from hankekori.areas.history import recorded_as
from hankekori.areas.monitoring.actions import set_measure_shares
from hankekori.areas.projects.actions import save_project, set_municipalities
from hankekori.areas.projects.history import FieldChange, history_of
from hankekori.areas.projects.models import Project
from tests.builders import NOW, a_measure, a_municipality, a_programme, a_project, a_user, an_organisation

pytestmark = pytest.mark.django_db


def _all_changes(project):
    return [change for line in history_of(project) for change in line.changes]


@pytest.fixture
def programme():
    return a_programme()


def test_history_tells_who_did_what_and_each_field_before_and_after(programme):
    officer, heinola = a_user("Koordinaattori"), an_organisation(programme, name="Heinolan kaupunki")
    project = a_project(programme, name="Vanha nimi")
    save_project(by=officer, now=NOW, programme=programme, code=project.code, name="Uusi nimi", implementer=heinola)

    newest, oldest = history_of(project, with_personal=True)

    assert (newest.who, newest.action) == ("Koordinaattori", "projects.save_project")
    assert newest.changes == (
        FieldChange("", "name", "Vanha nimi", "Uusi nimi"),
        FieldChange("", "implementer", None, "Heinolan kaupunki"),
    )
    assert (oldest.who, oldest.action) == (None, None)
    assert FieldChange("", "name", None, "Vanha nimi") in oldest.changes


def test_history_tells_of_measures_and_municipalities_taken_away(programme):
    measure, heinola = a_measure(programme), a_municipality(name_fi="Heinola")
    project = a_project(programme, measure)
    set_municipalities(by=None, now=NOW, project=project, municipalities=[heinola])
    set_municipalities(by=None, now=NOW, project=project, municipalities=[])
    set_measure_shares(by=None, now=NOW, project=project, shares={})

    changes = {line.action: line.changes for line in history_of(project)}  # of an action, the newest first

    # what the user did, not what it called
    assert changes["monitoring.set_measure_shares"] == (
        FieldChange(measure.name_fi, "measure", measure.name_fi, None),
        FieldChange(measure.name_fi, "share", Decimal(1), None),
    )
    assert changes["projects.set_municipalities"] == (FieldChange("", "municipality", None, "Heinola"),)
    assert FieldChange("", "municipality", "Heinola", None) in _all_changes(project)


def test_personal_fields_and_names_are_left_out_unless_asked_for(programme):
    project = a_project(programme)
    save_project(
        by=a_user("Koordinaattori"), now=NOW, programme=programme, code=project.code, contact_name="Yhteyshenkilö"
    )
    (only,) = history_of(project)
    assert all(change.field != "contact_name" for change in only.changes)
    shown = history_of(project, with_personal=True)[0]
    assert (shown.who, shown.changes[0].new) == ("Koordinaattori", "Yhteyshenkilö")


def test_history_catches_bulk_writes(programme):
    projects = [a_project(programme, stage="running") for _ in range(3)]
    with recorded_as("test.bulk", None):
        Project.objects.filter(programme=programme).update(stage="ended")
        Project.objects.bulk_create([Project(programme=programme, code="S20000", name="Joukosta")])
    for project in projects:
        newest = history_of(project)[0]
        assert (newest.action, newest.changes) == ("test.bulk", (FieldChange("", "stage", "running", "ended"),))
    assert history_of(Project.objects.get(code="S20000"))[0].action == "test.bulk"


@pytest.mark.parametrize("times", [1, 3, 50])
def test_history_takes_eight_queries_with_names(programme, django_assert_num_queries, times):
    project = a_project(programme, a_measure(programme), implementer=an_organisation(programme))
    officer = a_user()
    for day in range(times):
        save_project(by=officer, now=NOW, programme=programme, code=project.code, summary=f"Päivä {day}")
    set_municipalities(by=officer, now=NOW, project=project, municipalities=[a_municipality()])
    with django_assert_num_queries(8):
        assert len(history_of(project, with_personal=True)) > times

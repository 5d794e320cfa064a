"""The national list: every row is saved or named, a second time nothing changes, history knows the action."""

from datetime import date

import pytest
from django.apps import apps

from hankekori.areas.partners.models import Organisation
from hankekori.areas.projects.models import Project
from hankekori.exchange.applying import apply_import
from hankekori.exchange.plan_items import Outcome
from hankekori.exchange.plans import plan_import
from hankekori.exchange.uploads import UploadedFile, collect_files
from tests.builders import NOW, a_programme, a_project, a_user

pytestmark = pytest.mark.django_db

HEADINGS = (
    "Koodi,Rahasto,Projektin nimi,Ohjelma / osio,Tl,Viranomainen,Toiminnan tila,Aloituspvm,Päättymispvm,"
    "Toteuttajan nimi,Myönnetty EU- ja valtion rahoitus,Toteutunut EU- ja valtion rahoitus,"
    "Suunniteltu julkinen rahoitus yhteensä,Toteutunut julkinen rahoitus yhteensä"
)
ESF = (
    "S19999,ESR,Tieto, taito,Etelä-Suomen suuralueosio,1,Hämeen elinkeino-, liikenne- ja ympäristökeskus,Keskeytynyt,"
    "1.5.2009,30.4.2012,Esimerkki Oy, Heinola,100,50,200,60"
)
ERDF = (
    "A619999999,EAKR,Investointi,Etelä-Suomi,1,Finnvera,Toiminta päättynyt,1.5.2009,30.4.2012,Malli Esimerkki,9,8,9,8"
)


def list_of(*rows: str):
    return collect_files([UploadedFile("lista.csv", "\n".join((HEADINGS, *rows)).encode("latin-1"))])


def bring_in(programme, *rows: str, by=None):
    return apply_import(plan=plan_import(list_of(*rows), programme=programme), by=by, now=NOW)


def test_rows_become_projects_outside_the_basket():
    programme = a_programme()

    result = bring_in(programme, ESF, ERDF)

    assert (result.created, result.not_imported) == (2, ())
    esf, erdf = Project.objects.filter(programme=programme).order_by("-code")
    assert (esf.name, esf.part, esf.fund_programme, esf.stage) == (
        "Tieto, taito",
        "Etelä-Suomen suuralueosio",
        "",
        "interrupted",
    )
    assert (erdf.part, erdf.fund_programme, erdf.stage, erdf.programme_period) == (
        "",
        "Etelä-Suomi",
        "ended",
        "2007-2013",
    )
    assert (esf.start, esf.granted_eu_state, esf.realised_public) == (date(2009, 5, 1), 100, 60)
    assert {esf.basket_state, erdf.basket_state} == {"outside"}
    assert {row.name: row.may_be_person for row in Organisation.objects.all()} == {
        "Esimerkki Oy, Heinola": False,
        "Malli Esimerkki": True,
    }


def test_every_row_is_kept_in_the_history_under_the_action_and_user():
    officer = a_user()

    bring_in(a_programme(), ESF, ERDF, by=officer)

    events = apps.get_model("projects", "ProjectEvent").objects.all()
    assert {
        (event.code, event.pgh_context.metadata["action"], event.pgh_context.metadata["user"]) for event in events
    } == {
        ("S19999", "exchange.apply_import", officer.pk),
        ("A619999999", "exchange.apply_import", officer.pk),
    }


def test_second_time_nothing_changes():
    programme = a_programme()
    bring_in(programme, ESF, ERDF)
    events = apps.get_model("projects", "ProjectEvent").objects.count()

    result = bring_in(programme, ESF, ERDF)

    assert (result.created, result.changed, result.unchanged) == (0, 0, 2)
    assert apps.get_model("projects", "ProjectEvent").objects.count() == events


def test_changed_row_changes_its_fields_only():
    programme = a_programme()
    bring_in(programme, ESF, ERDF)
    Project.objects.filter(code="S19999").update(summary="Toimiston teksti")

    plan = plan_import(list_of(ESF.replace(",50,", ",0,"), ERDF), programme=programme)
    result = apply_import(plan=plan, by=None, now=NOW)

    assert [(item.key, dict(item.old), dict(item.new)) for item in plan.items if item.outcome is Outcome.CHANGED] == [
        ("S19999", {"realised_eu_state": 50}, {"realised_eu_state": 0})
    ]
    project = Project.objects.get(code="S19999")
    assert (result.changed, project.realised_eu_state, project.summary) == (1, 0, "Toimiston teksti")


def test_refused_row_is_named_and_the_others_saved():
    result = bring_in(a_programme(), ESF, ERDF.replace("30.4.2012", "31.4.2012"))

    assert result.created == 1
    assert [(one.file, one.line) for one in result.not_imported] == [("lista.csv", 3)]


def test_other_programmes_are_left_alone():
    other = a_programme()
    a_project(other, code="S19999", name="Toisen ohjelman hanke")

    result = bring_in(a_programme(), ESF)

    assert result.created == 1
    assert Project.objects.get(programme=other).name == "Toisen ohjelman hanke"


def test_progress_ends_where_it_should():
    seen = []
    plan = plan_import(list_of(ESF, ERDF), programme=a_programme())

    apply_import(plan=plan, by=None, now=NOW, progress=lambda done, total: seen.append((done, total)))

    assert (seen[0], seen[-1]) == ((0, 2), (2, 2))


@pytest.mark.parametrize("rows", [1, 3])
def test_number_of_queries_does_not_grow_with_the_rows(rows, django_assert_num_queries):
    programme = a_programme()
    plan = plan_import(list_of(*(ESF.replace("S19999", f"S1999{row}") for row in range(rows))), programme=programme)

    with django_assert_num_queries(15):
        apply_import(plan=plan, by=None, now=NOW)


def test_published_list_is_imported_whole_and_twice_changes_nothing(shared):
    content = (shared / "samples" / "eura-projektilista-2007-2013.csv").read_bytes()
    rows = content.count(b"\n") - 1
    programme = a_programme()
    intake = collect_files([UploadedFile("lista.csv", content)])

    result = apply_import(plan=plan_import(intake, programme=programme), by=None, now=NOW)
    again = plan_import(intake, programme=programme)

    assert (result.created, result.not_imported) == (rows, ())
    assert again.counts() == {Outcome.CREATED: 0, Outcome.CHANGED: 0, Outcome.UNCHANGED: rows}
    assert Project.objects.filter(programme=programme).count() == rows

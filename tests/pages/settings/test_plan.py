"""Writing the plan by its pages: versions, objectives, measures, adoption."""

from datetime import date

import pytest

from hankekori.areas.plan.models import Measure, Objective, PlanVersion
from hankekori.areas.plan.queries import tree_of, version_in_force
from tests import builders

NAMES = {"name_fi": "Uutta työtä", "name_sv": "Nytt arbete", "name_en": ""}
MEASURE = {
    "number": "1.1", "name_fi": "Neuvonta", "name_sv": "", "name_en": "", "responsible": "Seudun Kehitys Oy",
    "start": "1.1.2010", "end": "31.12.2012", "description_fi": "Neuvotaan.",
    "description_sv": "", "description_en": "",
}  # fmt: skip


def versions(rest: str = "") -> str:
    return f"/seutu/asetukset/suunnitelma/{rest}"


@pytest.fixture
def draft(programme) -> PlanVersion:
    return builders.a_plan(programme, adopted_on=None)


def test_a_plan_is_written_from_nothing_and_adopted(officer, programme):
    made = officer.post(versions(), {**NAMES, "name_fi": "Suunnitelma"})
    assert (made.status_code, made["Location"]) == (302, versions("1/"))
    officer.post(versions("1/tavoite/uusi/"), {**NAMES, "number": "1"})
    objective = programme.objectives.get()
    officer.post(versions(f"1/tavoite/{objective.pk}/toimenpide/"), {**MEASURE, "objective": objective.pk})

    page = officer.get(versions("1/")).content.decode()
    assert "1.1 Neuvonta" in page
    assert "Seudun Kehitys Oy" in page
    adopted = officer.post(versions("1/hyvaksy/"), {"adopted_on": "15.6.2009"})

    assert adopted.status_code == 302
    version = version_in_force(programme)
    assert version.adopted_on == date(2009, 6, 15)
    measure = Measure.objects.get()
    assert (measure.number, measure.start, str(measure.responsible)) == ("1.1", date(2010, 1, 1), "Seudun Kehitys Oy")
    assert "Työryhmä hyväksyi suunnitelman 15.6.2009" in officer.get(versions("1/")).content.decode()


def test_a_new_version_is_copied_from_the_one_in_force(officer, small):
    made = officer.post(versions(), {**NAMES, "source": "1"})

    assert made["Location"] == versions("2/")
    copy = PlanVersion.objects.get(number=2)
    assert [measure.number for measure in tree_of(copy).objectives[0].measures] == ["1.1", "1.2"]
    page = officer.get(versions()).content.decode()
    assert "valmisteltavana" in page
    assert "voimassa" in page
    empty = officer.post(versions(), {**NAMES, "source": ""})
    assert empty["Location"] == versions("3/")
    assert tree_of(PlanVersion.objects.get(number=3)).objectives == ()


def test_a_measure_is_changed_in_a_draft(officer, draft, programme):
    objective = builders.an_objective(programme, draft, number="1")
    measure = builders.a_measure(programme, objective, number="1.1")
    address = versions(f"1/toimenpide/{measure.pk}/")
    form = officer.get(address).context["form"]

    officer.post(address, {**MEASURE, "number": "1.3", "objective": objective.pk, "nahty": form["nahty"].value()})

    measure.refresh_from_db()
    assert (measure.number, measure.name_fi, measure.description_fi) == ("1.3", "Neuvonta", "Neuvotaan.")
    asked = officer.get(versions(f"1/toimenpide/{measure.pk}/poista/")).content.decode()
    assert "Poistetaanko toimenpide 1.3?" in asked
    officer.post(versions(f"1/toimenpide/{measure.pk}/poista/"))
    officer.post(versions(f"1/tavoite/{objective.pk}/poista/"))
    officer.post(versions("1/nimi/"), {**NAMES, "nahty": ""})
    draft.refresh_from_db()
    assert (tree_of(draft).objectives, draft.name_fi) == ((), "Uutta työtä")
    officer.post(versions("1/poista/"))
    assert not programme.plan_versions.exists()


def test_of_an_adopted_plan_only_the_responsible_one_changes(officer, small):
    address = versions(f"1/toimenpide/{small.measure.pk}/")
    form = officer.get(address).context["form"]
    assert set(form.fields) == {"responsible", "nahty"}

    officer.post(address, {"responsible": "Heinolan kaupunki", "nahty": form["nahty"].value()})

    small.measure.refresh_from_db()
    assert str(small.measure.responsible) == "Heinolan kaupunki"
    refused = officer.post(versions("1/tavoite/uusi/"), {**NAMES, "number": "2"})
    assert (refused.status_code, "Muutokset tehdään uuteen versioon" in refused.content.decode()) == (422, True)


def test_what_projects_carry_out_is_not_removed(officer, draft, programme):
    measure = builders.a_measure(programme, builders.an_objective(programme, draft, number="1"), number="1.1")
    builders.a_project(programme, measure)

    refused = officer.post(versions(f"1/toimenpide/{measure.pk}/poista/"))

    assert (refused.status_code, "Yksi hanke toteuttaa tätä" in refused.content.decode()) == (422, True)
    assert Measure.objects.filter(pk=measure.pk).exists()


def test_two_at_one_measure_are_told_of_each_other(officer, draft, programme):
    objective = builders.an_objective(programme, draft, number="1")
    measure = builders.a_measure(programme, objective, number="1.1", name_fi="Alussa")
    address = versions(f"1/toimenpide/{measure.pk}/")
    seen = officer.get(address).context["form"]["nahty"].value()
    officer.post(address, {**MEASURE, "name_fi": "Toisen", "objective": objective.pk, "nahty": seen})

    clash = officer.post(address, {**MEASURE, "name_fi": "Minun", "objective": objective.pk, "nahty": seen})

    page = clash.content.decode()
    assert clash.status_code == 409
    assert "Tähän on sillä välin tallennettu: Toisen" in page
    again = clash.context["form"]["nahty"].value()
    officer.post(address, {**MEASURE, "name_fi": "Minun", "objective": objective.pk, "nahty": again})
    measure.refresh_from_db()
    assert measure.name_fi == "Minun"


@pytest.fixture
def objective(draft, programme) -> Objective:
    return builders.an_objective(programme, draft, number="1")


@pytest.mark.parametrize(
    ("rest", "typed", "said"),
    [
        ("", {"name_fi": ""}, "Nimi suomeksi"),
        ("", {"name_fi": "Nimi", "source": "77"}, "77"),
        ("1/tavoite/uusi/", {**NAMES, "number": "1/2"}, "Numero alkaa numerolla tai isolla kirjaimella"),
        ("1/tavoite/uusi/", {**NAMES, "number": "1"}, "on jo käytössä"),
        ("1/tavoite/uusi/", {**NAMES, "name_fi": "131052-308T", "number": "3"}, "henkilötunnus"),
        ("1/tavoite/{objective}/toimenpide/", {**MEASURE, "objective": "x"}, "Tavoite"),
        ("1/tavoite/{objective}/toimenpide/", {**MEASURE, "end": "1.1.2009"}, "Päättymispäivä on ennen alkamispäivää"),
        ("1/tavoite/{objective}/toimenpide/", {**MEASURE, "end": "31.12.20112"}, "31.12.20112"),
        ("1/tavoite/{objective}/toimenpide/", {**MEASURE, "end": "31.12.2212"}, "liian kaukana"),
        ("1/hyvaksy/", {"adopted_on": ""}, "Työryhmän päätöksen päivä"),
        ("1/hyvaksy/", {"adopted_on": "1.1.2099"}, "ennen kuin se on tehty"),
    ],
)
def test_bad_input_is_told_and_kept(officer, objective, rest, typed, said):
    given = {"objective": objective.pk, **typed}

    refused = officer.post(versions(rest.format(objective=objective.pk)), given)

    page = refused.content.decode()
    assert refused.status_code == 422
    assert said in page
    if typed.get("number") == "1/2":
        assert 'value="1/2"' in page


@pytest.mark.parametrize("rest", ["9/", "99999999/", "1/tavoite/0/", "1/toimenpide/99999999999999999999/", "9/nimi/"])
def test_what_there_is_not_is_not_found(officer, draft, rest):
    assert officer.get(versions(rest)).status_code == 404


def test_parts_of_another_programme_are_not_found(officer, draft):
    elsewhere = builders.a_programme()
    measure = builders.a_measure(elsewhere)

    assert officer.get(versions(f"1/toimenpide/{measure.pk}/")).status_code == 404
    assert officer.get(versions(f"1/tavoite/{measure.objective_id}/")).status_code == 404


def test_where_a_body_steers_the_plan_is_adopted_in_its_meeting(officer, programme, draft):
    builders.a_body(programme)
    page = officer.get(versions("1/")).content.decode()
    assert "Työryhmän kokoukset" in page
    assert "Kirjaa hyväksytyksi" not in page
    refused = officer.post(versions("1/hyvaksy/"), {"adopted_on": "15.6.2009"})
    assert refused.status_code == 422
    assert "Suunnitelman hyväksyy työryhmä kokouksessaan." in refused.content.decode()
    draft.refresh_from_db()
    assert draft.adopted_on is None

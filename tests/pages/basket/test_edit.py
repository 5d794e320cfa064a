"""Editing a project: what is saved, what is refused in words, and two people at one form."""

import pytest

from hankekori.areas.projects.history import history_of
from hankekori.areas.projects.models import Funding, Project
from tests import builders
from tests.pages.basket.conftest import DOCUMENT, form_of

ADDRESS = "/seutu/hankekori/"
EDIT, STEP = f"{ADDRESS}S20009/muokkaa/", f"{ADDRESS}S20009/kori/"
SHARES, MONEY = f"{ADDRESS}S20009/suunnitelma/", f"{ADDRESS}S20009/rahoitus/"


def errors_of(response) -> dict[str, list[str]]:
    return {name: list(errors) for name, errors in response.context["form"].errors.items()}


def sent(client, address, **typed):
    """Open a form, type into it and send it."""
    return client.post(address, form_of(client.get(address)) | typed)


def changes_in(project, action):
    """Give what the only action of the name has changed."""
    (line,) = [line for line in history_of(project) if line.action == action]
    return line.changes


# a new project


def test_a_name_is_enough_for_a_new_project(officer, programme):
    response = officer.post(f"{ADDRESS}uusi/", {"name": "Uusi", "kind": "basket", "stage": "idea"})
    project = Project.objects.get(programme=programme)
    assert response["Location"] == f"{ADDRESS}{project.pk}/"
    assert (project.code, project.basket_state) == (None, "outside")


def test_a_new_project_with_everything(officer, programme):
    builders.a_municipality(code="111")
    programme.municipality_links.create(municipality=(place := builders.a_municipality(code="222")))
    values = {
        "code": "S30001", "name": "Uusi", "kind": "basket", "stage": "running", "start": "1.2.2010",
        "end": "2012-01-31", "implementer": "Kunta", "municipalities": [place.pk], "granted_eu_state": "194 225 €",
        "planned_public": "0",
    }  # fmt: skip
    officer.post(f"{ADDRESS}uusi/", values)
    project = Project.objects.get(code="S30001")
    assert (project.granted_eu_state, project.planned_public, project.realised_public) == (194225, 0, None)
    assert (project.implementer.name, list(project.municipalities.all())) == ("Kunta", [place])


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"name": ""}, "name", "Tämä kenttä vaaditaan."),
        ({"name": " \t "}, "name", "Tämä kenttä vaaditaan."),
        ({"name": "x" * 501}, "name", "500"),
        ({"name": "a\0b"}, "name", "null"),
        ({"name": "Hanke 131052-308T"}, "name", "henkilötunnus"),
        ({"code": "s1"}, "code", "Koodi on iso kirjain ja 4–9 numeroa"),
        ({"code": "S20009"}, "code", "Koodi S20009 on jo toisella hankkeella."),
        ({"kind": "muu"}, "kind", "muu"),
        ({"start": "1.2.2012", "end": "1.2.2011"}, "end", "Päättymispäivä on ennen alkamispäivää."),
        ({"start": "1e9"}, "start", "”1e9” ei ole päivämäärä"),
        ({"end": "31.2.2012"}, "end", "31.2.2012"),
        ({"granted_eu_state": "1e9"}, "granted_eu_state", "1e9"),
        ({"granted_eu_state": "-5"}, "granted_eu_state", "negatiivinen"),
        ({"granted_eu_state": "1000000000000"}, "granted_eu_state", "näin suuri"),
        ({"granted_eu_state": "12,50"}, "granted_eu_state", "täysiä euroja"),
        ({"business_id": "1074350-3", "implementer": "Kunta"}, "business_id", "1074350-3"),
        ({"business_id": "1074350-2"}, "implementer", "Kirjoita myös toteuttajan nimi."),
        ({"business_id": "1074350-2", "implementer": "Toinen"}, "business_id", "Seudun Kehitys Oy"),
        ({"municipalities": ["1e9"]}, "municipalities", "1e9"),
        ({"municipalities": ["999999"]}, "municipalities", "999999"),
        ({"summary": "x" * 100_001}, "summary", "100000"),
    ],
)
def test_a_wrong_value_is_said_at_its_field_and_kept_as_typed(officer, paths, typed, field, said):
    values = {"name": "Uusi", "kind": "basket", "stage": "idea"} | typed
    response = officer.post(f"{ADDRESS}uusi/", values)
    assert response.status_code == 422
    assert list(errors_of(response)) == [field]
    assert said in errors_of(response)[field][0]
    assert Project.objects.count() == 1
    assert response.context["form"]["name"].value() == values["name"]


# the basics


def test_an_edit_is_saved_and_kept_in_the_history(officer, paths):
    response = sent(officer, EDIT, name="Polkuja", granted_eu_state="210 000")
    assert (response.status_code, response["Location"]) == (302, f"{ADDRESS}S20009/")
    changes = {change.field: (str(change.old), str(change.new)) for change in changes_in(paths, "basket.save_basics")}
    assert changes == {"name": ("Polkuja työhön", "Polkuja"), "granted_eu_state": ("200000", "210000")}


def test_a_form_sent_untouched_changes_nothing(officer, paths):
    Project.objects.filter(pk=paths.pk).update(summary="Kaksi\n\nkappaletta. ")
    before = len(history_of(paths))
    values = form_of(officer.get(EDIT))
    officer.post(EDIT, values | {"summary": "Kaksi\r\n\r\nkappaletta."})
    assert len(history_of(paths)) == before
    paths.refresh_from_db()
    assert paths.summary == "Kaksi\n\nkappaletta. "


def test_the_file_stays_the_read_document_after_an_untouched_form(officer, paths):
    sent(officer, EDIT)
    assert officer.get(f"{ADDRESS}S20009/kuvaus.txt").content == DOCUMENT.encode()


def test_the_code_of_a_project_does_not_change(officer, paths):
    sent(officer, EDIT, code="S55555")
    paths.refresh_from_db()
    assert paths.code == "S20009"


def test_an_emptied_amount_is_missing_and_not_zero(officer, paths):
    sent(officer, EDIT, realised_eu_state="")
    paths.refresh_from_db()
    assert (paths.realised_eu_state, paths.realised_public) == (None, 0)


def test_two_edits_of_different_fields_are_both_kept(officer, paths):
    opened = form_of(officer.get(EDIT))
    sent(officer, EDIT, name="Ensimmäisen nimi")
    assert officer.post(EDIT, opened | {"stage": "running"}).status_code == 302
    paths.refresh_from_db()
    assert (paths.name, paths.stage) == ("Ensimmäisen nimi", "running")


def test_two_edits_of_one_field_clash_and_nothing_is_overwritten(officer, paths):
    opened = form_of(officer.get(EDIT))
    sent(officer, EDIT, name="Ensimmäisen nimi", stage="running")
    response = officer.post(EDIT, opened | {"name": "Toisen nimi", "website": "www.example.org"})
    assert response.status_code == 409
    assert errors_of(response)["name"] == ["Tähän on sillä välin tallennettu: Ensimmäisen nimi"]
    assert "Mitään ei vielä tallennettu" in errors_of(response)["__all__"][0]
    assert response.context["form"]["name"].value() == "Toisen nimi"
    paths.refresh_from_db()
    assert (paths.name, paths.website) == ("Ensimmäisen nimi", "")


def test_saving_again_after_a_clash_goes_over_it_knowingly(officer, paths):
    opened = form_of(officer.get(EDIT))
    sent(officer, EDIT, name="Ensimmäisen nimi")
    clashed = officer.post(EDIT, opened | {"name": "Toisen nimi"})
    assert officer.post(EDIT, form_of(clashed)).status_code == 302
    paths.refresh_from_db()
    assert paths.name == "Toisen nimi"


def test_the_same_edit_twice_is_no_clash(officer, paths):
    opened = form_of(officer.get(EDIT))
    sent(officer, EDIT, name="Sama")
    assert officer.post(EDIT, opened | {"name": "Sama"}).status_code == 302


@pytest.mark.parametrize("seen", ["", "%00", "name=x", "&&&=", "x" * 3999])
def test_without_marks_a_different_value_clashes(officer, paths, seen):
    values = form_of(officer.get(EDIT)) | {"name": "Toinen", "nahty": seen}
    assert officer.post(EDIT, values).status_code == 409
    paths.refresh_from_db()
    assert paths.name == "Polkuja työhön"


# the proposal


@pytest.fixture
def idea(programme):
    return builders.a_project(programme, code="S30002", name="Aihe", basket_state="outside")


def test_a_project_is_proposed_and_the_proposal_taken_back(officer, idea):
    address = f"{ADDRESS}S30002/kori/"
    assert sent(officer, address).status_code == 302
    idea.refresh_from_db()
    assert idea.basket_state == "proposed"
    sent(officer, address)
    idea.refresh_from_db()
    assert idea.basket_state == "outside"
    assert [line.action for line in history_of(idea)][:2] == [
        "projects.withdraw_proposal",
        "projects.propose_to_basket",
    ]


def test_two_proposals_at_once_are_one(officer, idea):
    opened = form_of(officer.get(f"{ADDRESS}S30002/kori/"))
    assert [officer.post(f"{ADDRESS}S30002/kori/", opened).status_code for _ in range(2)] == [302, 302]
    idea.refresh_from_db()
    assert idea.basket_state == "proposed"


@pytest.mark.parametrize("step", ["propose", "withdraw", "accept", "leave", "", "\0"])
def test_what_is_in_the_basket_stays_there_whatever_the_office_sends(officer, paths, step):
    response = officer.post(STEP, {"step": step})
    assert response.status_code == 422
    paths.refresh_from_db()
    assert (paths.basket_state, str(paths.basket_decided_on)) == ("in_basket", "2010-01-15")


def test_the_page_of_what_is_in_the_basket_offers_no_step(officer, paths):
    page = officer.get(STEP).content.decode()
    assert "päättää työryhmä kokouksessaan" in page
    assert '<button class="button first"' not in page


# the shares of the plan


@pytest.fixture
def measures(programme):
    objective = builders.an_objective(programme, number="1")
    return [builders.a_measure(programme, objective, number=f"1.{n}") for n in (1, 2, 3)]


def shares_of(paths) -> dict[str, str]:
    return {link.measure.number: f"{link.share:.2f}" for link in paths.measure_links.select_related("measure")}


def test_shares_in_percent_are_saved(officer, paths, measures):
    first, second, _third = measures
    sent(officer, SHARES, **{f"share-{first.pk}": "62,5 %", f"share-{second.pk}": "37.5"})
    assert shares_of(paths) == {"1.1": "0.62", "1.2": "0.38"}
    assert changes_in(paths, "basket.save_shares")
    assert "62,5&nbsp;%" in officer.get(SHARES).content.decode()


@pytest.mark.parametrize(
    ("first", "second", "field", "said"),
    [
        ("60", "60", "__all__", "Osuuksien summa on 120,00\u00a0%. Sen pitää olla 100 %."),
        ("60", "", "__all__", "Osuuksien summa on 60,00\u00a0%."),
        ("150", "", "first", "Osuus on 0–100 prosenttia."),
        ("-50", "100", "first", "Osuus on 0–100 prosenttia."),
        ("1e9", "", "first", "1e9"),
        ("99999999999999999999", "", "first", "9999"),
        ("33,33333", "", "first", "33,33333"),
        ("sata", "", "first", "sata"),
        ("5\0", "", "first", "null"),
    ],
)
def test_shares_that_are_no_whole_are_refused(officer, paths, measures, first, second, field, said):  # noqa: PLR0917 - rows of a table
    names = {"first": f"share-{measures[0].pk}", "second": f"share-{measures[1].pk}"}
    response = sent(officer, SHARES, **{names["first"]: first, names["second"]: second})
    assert response.status_code == 422
    assert said in errors_of(response)[names.get(field, field)][0]
    assert shares_of(paths) == {}


def test_shares_all_emptied_take_the_project_out_of_the_plan(officer, paths, measures):
    builders.a_share(paths, measures[0], 1)
    sent(officer, SHARES, **{f"share-{measures[0].pk}": ""})
    assert shares_of(paths) == {}


def test_two_edits_of_shares_clash(officer, paths, measures):
    first, second, third = (f"share-{measure.pk}" for measure in measures)
    opened = form_of(officer.get(SHARES))
    sent(officer, SHARES, **{first: "100"})
    response = officer.post(SHARES, opened | {second: "50", third: "50"})
    assert response.status_code == 409
    assert shares_of(paths) == {"1.1": "1.00"}


# rows of money


def test_a_row_of_money_is_added_changed_and_taken_away(officer, paths):
    assert sent(officer, MONEY, year="2010", source="eu", granted="1 000").status_code == 302
    assert sent(officer, f"{MONEY}?rivi=eu-2010", granted="1200", paid="0").status_code == 302
    row = Funding.objects.get(project=paths)
    assert (row.planned, row.granted, row.paid) == (None, 1200, 0)
    sent(officer, f"{MONEY}?rivi=eu-2010", granted="", paid="")
    assert not Funding.objects.filter(project=paths).exists()
    assert [line.action for line in history_of(paths)].count("basket.save_funding") == 3


def test_a_new_row_does_not_go_over_an_old_one(officer, paths):
    sent(officer, MONEY, year="2010", source="eu", granted="1000")
    response = sent(officer, MONEY, year="2010", source="eu", granted="5")
    assert response.status_code == 409
    assert errors_of(response)["granted"] == ["Tähän on sillä välin tallennettu: 1\u00a0000"]
    assert Funding.objects.get(project=paths).granted == 1000


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"year": "1e9"}, "year"),
        ({"year": "20100"}, "year"),
        ({"year": ""}, "year"),
        ({"source": "\0"}, "source"),
        ({"granted": "-1"}, "granted"),
        ({"granted": "1e9"}, "granted"),
        ({"granted": ""}, "__all__"),
    ],
)
def test_a_wrong_row_is_said_at_its_field(officer, paths, typed, field):
    response = sent(officer, MONEY, **{"year": "2010", "source": "eu", "granted": "5"} | typed)
    assert (response.status_code, list(errors_of(response))) == (422, [field])
    assert not Funding.objects.filter(project=paths).exists()

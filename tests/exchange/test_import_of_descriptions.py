"""Official descriptions become projects, plans, ledger entries and kept documents; the same one again, nothing."""

from datetime import date

import pytest

from hankekori.areas.monitoring.ledger_sums import project_figures
from hankekori.areas.monitoring.models import LedgerEntry, ProjectPlan
from hankekori.areas.plan.models import Indicator
from hankekori.areas.projects.models import Description, Project
from hankekori.exchange.applying import PlanOutdatedError, apply_import
from hankekori.exchange.plan_items import Outcome
from hankekori.exchange.plans import plan_import
from hankekori.exchange.project_fields import ResultFigures
from hankekori.exchange.uploads import UploadedFile, collect_files
from tests.builders import NOW, a_municipality, a_programme, a_project, a_user, an_indicator

pytestmark = pytest.mark.django_db

PAGE = """Euroopan unioni

Vipuvoimaa EU:lta

Euroopan sosiaalirahaston (ESR) rahoittaman projektin kuvaus

1. Projekti

Projektikoodi: S19999

Projektin nimi: Esimerkkiverkosto

Osio: Etelä-Suomen suuralueosio

Toimintalinja: 1: Yrittäjyyden lisääminen

Projektityyppi: Projekti, jossa on henkilöitä mukana

Suunnitelman mukainen toteutusaika: Alkaa 1.5.2009 ja päättyy 30.4.2012

Toiminnan tila: Toiminta päättynyt

Vastuuviranomainen: Hämeen elinkeino-, liikenne- ja ympäristökeskus

2. Projektin toteuttaja

Toteuttajaorganisaation nimi: Esimerkki Oy

Organisaatiotyyppi: Yritys

Y-tunnus: 2077474-0

Projektin kotisivun osoite:

3. Projektin toteutusalue ja kohderyhmän kuvaus

3.1 Maantieteellinen kohdealue

Maakunnat: Päijät-Häme

Seutukunnat: Lahden

Kunnat: Koski, Tl, Heinola, Olematon

3.4 Aloittaneiden henkilöiden määrä

Suunniteltu: 103, joista naisia 28

Toteutunut seurantatietojen mukaan: 86, joista naisia 28

4. Projektin tavoitteet, tulokset ja vaikutukset

4.1 Uusien työpaikkojen määrä

Suunniteltu: 20, joista naisten työpaikkoja 10

Toteutunut seurantatietojen mukaan: 0, joista naisten työpaikkoja 0

7. Projektin julkinen rahoitus, euroa

Myönnetty EU- ja valtion rahoitus: 194 225

Toteutunut EU- ja valtion rahoitus: 168 275

Suunniteltu julkinen rahoitus yhteensä: 228 500

Toteutunut julkinen rahoitus yhteensä: 202 550"""


def intake_of(*pages: str):
    return collect_files([UploadedFile(f"{number}.txt", page.encode()) for number, page in enumerate(pages, 1)])


def bring_in(programme, *pages: str, by=None):
    return apply_import(plan=plan_import(intake_of(*pages), programme=programme), by=by, now=NOW)


def reached(programme):
    codes = dict(Indicator.objects.values_list("id", "code"))
    return {
        codes[line.indicator]: (line.figure.total, line.figure.women)
        for line in project_figures(programme.pk, as_of=date.max)
    }


def test_description_creates_the_project_with_every_field():
    programme, officer = a_programme(), a_user()
    a_municipality(code="111", name_fi="Heinola")
    a_municipality(code="284", name_fi="Koski Tl")

    result = bring_in(programme, PAGE, by=officer)

    project = Project.objects.get(programme=programme, code="S19999")
    assert (result.created, result.not_imported, result.projects) == (1, (), (project.pk,))
    assert (project.name, project.fund, project.programme_period, project.part) == (
        "Esimerkkiverkosto",
        "ESR",
        "2007-2013",
        "Etelä-Suomen suuralueosio",
    )
    assert (project.axis_number, project.axis_name) == ("1", "Yrittäjyyden lisääminen")
    assert (project.start, project.end, project.stage) == (date(2009, 5, 1), date(2012, 4, 30), "ended")
    assert project.authority.name == "Hämeen elinkeino-, liikenne- ja ympäristökeskus"
    assert (project.implementer.name, project.implementer.business_id, project.implementer.kind) == (
        "Esimerkki Oy",
        "2077474-0",
        "Yritys",
    )
    assert project.municipality_names == ["Koski", "Tl", "Heinola", "Olematon"]
    assert list(project.municipalities.values_list("code", flat=True).order_by("code")) == ["111", "284"]
    assert any("Olematon" in remark.sentence.fi for remark in result.remarks)
    assert (project.granted_eu_state, project.realised_public) == (194225, 202550)
    assert project.basket_state == "proposed"


def test_description_is_kept_with_its_document():
    programme, officer = a_programme(), a_user()

    bring_in(programme, PAGE, by=officer)

    kept = Description.objects.get()
    assert (bytes(kept.document), kept.file_name, kept.read_by, kept.read_at) == (PAGE.encode(), "1.txt", officer, NOW)
    assert kept.record["project"]["code"] == "S19999"


def test_figures_become_plans_and_ledger_entries():
    programme = a_programme()

    bring_in(programme, PAGE)

    plans = {plan.indicator.code: (plan.total, plan.women) for plan in ProjectPlan.objects.select_related("indicator")}
    assert plans == {"FI07-START": (103, 28), "FI07-NEWJOB": (20, 10)}
    assert reached(programme) == {"FI07-START": (86, 28), "FI07-NEWJOB": (0, 0)}
    assert set(LedgerEntry.objects.values_list("source", "period_start", "period_end", "explanation")) == {
        ("import", date(2012, 1, 1), date(2012, 4, 30), "1.txt")
    }


def test_indicators_of_the_programme_are_used_where_they_are():
    programme = a_programme()
    indicator = an_indicator(programme, code="FI07-START", fund="ESR")

    bring_in(programme, PAGE)

    assert LedgerEntry.objects.filter(indicator=indicator).count() == 1
    assert Indicator.objects.filter(code="FI07-START").count() == 1


def test_same_description_again_changes_nothing():
    programme = a_programme()
    bring_in(programme, PAGE)
    Project.objects.update(name="Toimiston korjaama nimi")

    result = bring_in(programme, PAGE)

    assert (result.created, result.changed, result.unchanged) == (0, 0, 1)
    assert (LedgerEntry.objects.count(), Description.objects.count()) == (2, 1)
    assert Project.objects.get().name == "Toimiston korjaama nimi"


def test_newer_description_adds_the_difference_and_shows_it_first():
    programme = a_programme()
    bring_in(programme, PAGE)
    newer = PAGE.replace("mukaan: 86, joista naisia 28", "mukaan: 90, joista naisia 30").replace("168 275", "170 000")

    plan = plan_import(intake_of(newer), programme=programme)

    (item,) = plan.items
    assert item.outcome is Outcome.CHANGED
    assert [(change.field, change.old, change.new) for change in item.changes()] == [
        ("realised_eu_state", "168 275".replace(" ", "\u00a0"), "170 000".replace(" ", "\u00a0")),
        ("actual:participants", "86 (28)", "90 (30)"),
        ("description", "", "1.txt"),
    ]
    apply_import(plan=plan, by=None, now=NOW)
    assert reached(programme)["FI07-START"] == (90, 30)
    newest = LedgerEntry.objects.filter(indicator__code="FI07-START").order_by("id").last()
    assert (newest.source, newest.total, newest.women) == ("import", 4, 2)


def test_lower_figure_of_a_newer_description_is_a_correction():
    programme = a_programme()
    bring_in(programme, PAGE)

    bring_in(programme, PAGE.replace("mukaan: 86, joista naisia 28", "mukaan: 80, joista naisia 30"))

    assert reached(programme)["FI07-START"] == (80, 30)
    newest = LedgerEntry.objects.filter(indicator__code="FI07-START").order_by("id").last()
    assert (newest.source, newest.total, newest.women) == ("correction", -6, 2)


def test_figure_that_cannot_be_is_left_out_and_said():
    programme = a_programme()

    result = bring_in(programme, PAGE.replace("mukaan: 86, joista naisia 28", "mukaan: 86, joista naisia 280"))

    assert "FI07-START" not in reached(programme)
    assert any("lukua ei kirjattu" in remark.sentence.fi for remark in result.remarks)
    assert Project.objects.filter(code="S19999").exists()


def test_older_description_fills_in_without_emptying():
    programme = a_programme()
    a_project(programme, code="S19999", summary="Toimiston tiivistelmä", name="Vanha nimi")

    result = bring_in(programme, PAGE)

    project = Project.objects.get(code="S19999")
    assert (result.changed, project.name, project.summary) == (1, "Esimerkkiverkosto", "Toimiston tiivistelmä")
    assert project.basket_state == "in_basket"


def test_two_descriptions_of_one_project_are_not_put_together():
    programme = a_programme()

    result = bring_in(programme, PAGE, PAGE.replace("Esimerkkiverkosto", "Toinen"))

    assert [(one.file, "1.txt" in one.reason.fi) for one in result.not_imported] == [("2.txt", True)]
    assert Project.objects.get().name == "Esimerkkiverkosto"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (PAGE.replace("Esimerkkiverkosto", "Malli 010594Y9021"), "rivillä {line} on henkilötunnus"),
        (PAGE.replace("Projektikoodi: S19999\n\n", ""), "hankekoodia"),
        ("Pelkkää tekstiä.", "ei löytynyt"),
        ("", "tyhjä"),
    ],
)
def test_file_that_is_no_usable_description_is_named_with_its_reason(page, reason):
    programme = a_programme()

    result = bring_in(programme, page)

    assert [one.file for one in result.not_imported] == ["1.txt"]
    line = next((number for number, each in enumerate(page.splitlines(), 1) if "010594Y9021" in each), 0)
    assert reason.format(line=line) in result.not_imported[0].reason.fi
    assert not Project.objects.exists()


def test_plan_that_no_longer_holds_is_not_carried_out():
    programme = a_programme()
    plan = plan_import(intake_of(PAGE), programme=programme)
    a_project(programme, code="S19999")

    with pytest.raises(PlanOutdatedError):
        apply_import(plan=plan, by=None, now=NOW)


def test_failed_step_leaves_everything_as_it_was(monkeypatch):
    programme = a_programme()
    plan = plan_import(intake_of(PAGE), programme=programme)
    monkeypatch.setattr("hankekori.exchange.applying.record_figures", _fail)

    with pytest.raises(RuntimeError, match="power cut"):
        apply_import(plan=plan, by=None, now=NOW)

    assert not Project.objects.exists()
    assert not Description.objects.exists()


def test_planning_saves_nothing():
    programme = a_programme()

    plan = plan_import(intake_of(PAGE), programme=programme)

    assert plan.counts() == {Outcome.CREATED: 1, Outcome.CHANGED: 0, Outcome.UNCHANGED: 0}
    assert plan.items[0].new["actual:jobs"] == ResultFigures(0, 0)
    assert not Project.objects.exists()


def test_published_description_gives_its_figures(shared):
    programme = a_programme()
    content = (shared / "samples" / "S11010.txt").read_bytes()

    apply_import(
        plan=plan_import(collect_files([UploadedFile("S11010.txt", content)]), programme=programme), by=None, now=NOW
    )

    assert reached(programme) == {
        "FI07-START": (86, 28),
        "FI07-NEWJOB": (0, 0),
        "FI07-NEWENT": (0, 0),
        "FI07-DEGREE": (0, 0),
    }
    assert bytes(Description.objects.get().document) == content


def _fail(**_):
    raise RuntimeError("power cut")

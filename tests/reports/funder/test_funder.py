"""The reports to the funder: official order, figures of the sources, what is missing is asked for and never made up."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.bodies.models import Duty
from hankekori.areas.claims.actions import save_claim
from hankekori.areas.projects.models import Funding, Project
from hankekori.areas.projects.queries import project_page_by_id
from hankekori.areas.rounds.models import ProjectReport, ReportFigure, ReportFunding, ReportText, Round
from hankekori.core.periods import Period
from hankekori.exchange.actions import create_draft, save_draft
from hankekori.exchange.uploads import UploadedFile, collect_files
from hankekori.reports.document import Bullets, Facts, Heading, Table, Text
from hankekori.reports.funder import Place, Reader, final_report, follow_up_report, read_material
from hankekori.reports.writers.cells import written_cell
from hankekori.reports.writers.docx import write_docx
from tests import builders

pytestmark = pytest.mark.django_db

HALF = Period(date(2011, 7, 1), date(2011, 12, 31))
BEFORE = Period(date(2011, 1, 1), date(2011, 6, 30))
FINAL_ORDER = [
    "1 Projektin toteutuksen ja tulosten tiivistelmä",
    "2 Projektin perustiedot",
    "3 Projektin toteuttaja",
    "4 Lomakkeen täyttäjä",
    "5 Projektin lähtökohta, tavoitteet ja kohderyhmä",
    "6 Projektin toteutus ja yhteistyö",
    "7 Julkisuus ja tiedottaminen",
    "8 Ongelmat ja suositukset",
    "9 Projektin tulokset",
    "10 Projektin innovatiivisuus",
    "11 Projektin tasa-arvovaikutukset",
    "12 Kestävä kehitys",
    "13 Hyvät käytännöt",
    "14 Toiminnan jatkuvuus",
    "15 Projektin rahoitus",
    "16 Aineiston säilytys",
]


def material_of(project, *, as_of=builders.AS_OF, known_on=date(2012, 12, 31), language="fi", reader=None):
    page = project_page_by_id(project.programme, project.pk)
    reader = reader or Reader(with_personal=False, mask=str)
    return read_material(page, as_of=as_of, known_on=known_on, language=language, reader=reader)


def headings_of(report, level=1):
    return [block.text for block in report.document.blocks if isinstance(block, Heading) and block.level == level]


def text_of(report) -> str:
    """Write everything the document says, for looking a phrase up."""
    said = []
    for block in report.document.blocks:
        match block:
            case Heading() | Text():
                said.append(block.text)
            case Bullets():
                said += block.items
            case Facts():
                said += [f"{fact.label}: {fact.text}" for fact in block.items]
            case Table():
                said += [" | ".join(row) for row in rows_of(block)]
    return "\n".join(said).replace("\xa0", " ")


def table(report, key) -> list[list[str]]:
    return next(rows_of(each) for each in report.document.tables() if each.id == key)


def rows_of(each: Table) -> list[list[str]]:
    return [
        [
            written_cell(cell, column, "fi").replace("\xa0", " ")
            for cell, column in zip(row.cells, each.columns, strict=True)
        ]
        for row in each.rows
    ]


def questions(report) -> list[str]:
    return [str(each.what) for section in report.sections for each in section.lacking]


@pytest.fixture
def project():
    programme = builders.a_programme()
    return builders.a_project(programme, builders.a_measure(programme), code="S20001", name="Neuvontahanke")


@pytest.fixture
def people(project):
    indicator = builders.an_indicator(project.programme, name_fi="Aloittaneet", unit_fi="")
    builders.a_project_plan(project, indicator, 50, women=20)
    return indicator


@pytest.fixture
def approved(project):
    """Return a function that makes the project's approved report of a period."""

    def made(period=HALF, state="approved", **fields) -> ProjectReport:
        round_ = Round.objects.create(
            programme=project.programme, period_start=period.start, period_end=period.end,
            opens_on=period.end, due_on=period.end,
        )  # fmt: skip
        values = {"approved_at": builders.NOW} if state == "approved" else {}
        report = ProjectReport.objects.create(
            programme=project.programme, round=round_, project=project, state=state, **values | fields
        )
        for field in ReportText.Field:
            ReportText.objects.create(
                programme=project.programme, report=report, field=field, text=f"{field.value} {period.end}"
            )
        return report

    return made


@pytest.fixture
def sample(shared) -> Project:
    """Import the public description of S11010."""
    content = (shared / "samples" / "S11010.txt").read_bytes()
    programme = builders.a_programme()
    intake = collect_files([UploadedFile("S11010.txt", content)])
    draft = create_draft(by=None, now=builders.NOW, programme=programme, intake=intake)
    save_draft(by=None, now=builders.NOW, draft=draft)
    return Project.objects.get(programme=programme, code="S11010")


# the final report


def test_final_report_has_the_official_headings_in_the_official_order(project):
    assert headings_of(final_report(material_of(project))) == FINAL_ORDER


def test_figures_and_sums_of_the_sample_are_those_of_the_official_description(sample):
    report = final_report(material_of(sample, as_of=date(2013, 1, 1)))

    assert [row[1:3] for row in table(report, "tulokset")] == [
        ["103", "86"],
        ["28", "28"],
        ["20", "0"],
        ["10", "0"],
        ["1", "0"],
        ["0", "0"],
        ["0", "0"],
        ["0", "0"],
    ]
    assert [row[1:3] for row in table(report, "julkinen-rahoitus")] == [
        [f"{amount:,}".replace(",", " ") for amount in pair]
        for pair in (
            (sample.granted_eu_state, sample.realised_eu_state),
            (sample.planned_public, sample.realised_public),
        )
    ]


def test_texts_of_the_sample_stand_under_the_heading_they_belong_to(sample):
    text = text_of(final_report(material_of(sample, as_of=date(2013, 1, 1))))

    places = [
        text.index(each)
        for each in (
            FINAL_ORDER[4],
            "Hanke keskittyy koordinoimaan",
            "luoda kumppanuusverkosto rakennemuutossuunnitelman",
            "Seudun yritykset ja seudun muut rakennemuutoshankkeet.",
            FINAL_ORDER[5],
            FINAL_ORDER[6],
            "tilaisuuskalenteri projektisuunnitelmassa",
            FINAL_ORDER[7],
            FINAL_ORDER[12],
            "2009 ja 2010 toimintaa varten laaditaan tiedotussuunnitelma",
        )
    ]
    assert places == sorted(places)
    assert "Lähde: hankkeen perustiedot ja virallinen kuvaus, luettu 30.4.2012." in text


def test_ended_sample_is_asked_for_its_last_report_and_for_why_figures_differ(sample):
    Project.objects.filter(pk=sample.pk).update(stage="ended")
    asked = questions(final_report(material_of(sample, as_of=date(2013, 1, 1))))

    assert "Projekti on päättynyt, mutta sen viimeistä raporttia ei ole hyväksytty." in asked
    assert any("suunniteltu 103, toteutunut 86. Kerro, mistä ero johtuu." in each for each in asked)


def test_contact_person_stands_in_the_report_only_for_who_may_see(sample):
    name = sample.contact_name
    assert name

    officer = Reader(with_personal=True, mask=str, name="Koordinaattori", email="koordinaattori@example.org")
    seen, hidden = final_report(material_of(sample, reader=officer)), final_report(material_of(sample))

    assert name in text_of(seen)
    assert "koordinaattori@example.org" in text_of(seen)
    for trace in (name, sample.contact_email, sample.contact_phone, "Koordinaattori"):
        assert trace not in text_of(hidden)
    assert "Lomakkeen täyttäjän nimi, puhelinnumero ja sähköposti." in questions(hidden)


def test_sole_trader_is_not_named_to_who_may_not_see(project):
    project.implementer = builders.an_organisation(project.programme, name="Tmi Esimerkki", may_be_person=True)
    project.save()

    assert "Tmi Esimerkki" not in text_of(final_report(material_of(project)))
    reader = Reader(with_personal=True, mask=str)
    assert "Tmi Esimerkki" in text_of(final_report(material_of(project, reader=reader)))


def test_free_texts_go_through_the_mask(project, approved):
    Project.objects.filter(pk=project.pk).update(summary="Nimi tässä", communication_plan="Nimi tässä")
    approved()
    reader = Reader(with_personal=False, mask=lambda text: text.replace("Nimi", "***").replace("highlights", "***"))
    text = text_of(final_report(material_of(project, reader=reader)))

    assert "Nimi tässä" not in text
    assert "highlights" not in text


def test_nothing_is_made_up_of_a_project_of_which_nothing_is_known(project):
    report = final_report(material_of(project))

    assert all(section.lacking for section in report.sections if str(section.heading) != "Projektin perustiedot")
    warnings = [block.text for block in report.document.blocks if isinstance(block, Text) and block.kind == "warning"]
    assert len(warnings) == report.lacking
    assert all(each.startswith("Täydennä: ") for each in warnings)


def test_narrative_is_put_together_from_approved_reports_period_by_period(project, approved):
    approved(BEFORE)
    approved(HALF)
    approved(Period(date(2012, 1, 1), date(2012, 3, 31)), state="submitted")
    text = text_of(final_report(material_of(project)))

    assert text.index("highlights 2011-06-30") < text.index("highlights 2011-12-31") < text.index(FINAL_ORDER[6])
    assert text.index(FINAL_ORDER[7]) < text.index("problems 2011-06-30") < text.index("deviations 2011-06-30")
    assert "2012-03-31" not in text


def test_difference_that_a_report_explains_is_not_asked_again(project, people, approved):
    builders.a_ledger_entry(project, people, 40, women=15)
    assert any("toteutunut 40" in each for each in questions(final_report(material_of(project))))

    ReportFigure.objects.create(
        programme=project.programme, report=approved(), indicator=people, state="reported", total=40,
        deviation="Yritykset lomauttivat.",
    )  # fmt: skip
    report = final_report(material_of(project))
    assert not any("toteutunut 40" in each for each in questions(report))
    assert "Aloittaneet, 1.7.–31.12.2011: Yritykset lomauttivat." in text_of(report)


def test_steering_group_is_listed_and_its_open_minutes_asked_for(project):
    body = builders.a_body(project.programme)
    Duty.objects.create(programme=project.programme, body=body, kind=Duty.Kind.STEERS_PROJECT, project=project)
    builders.a_meeting(body, number=1, state="approved", approved_at=builders.NOW)
    builders.a_meeting(body, number=2)
    builders.a_meeting(body, number=3, state="cancelled")
    builders.a_meeting(builders.a_body(project.programme, name_fi="Toinen"), number=4)
    report = final_report(material_of(project))

    assert [row[0] for row in table(report, "kokoukset")] == ["1/2012", "2/2012"]
    assert "Ohjausryhmän kokouksen 2/2012 pöytäkirjaa ei ole hyväksytty." in questions(report)


def test_gap_in_claims_and_a_missing_last_claim_are_told(project):
    Project.objects.filter(pk=project.pk).update(stage="ended", end=date(2011, 12, 31))
    project.refresh_from_db()
    save_claim(
        by=None, now=builders.NOW, project=project, period_end=date(2011, 6, 30), stated_start=date(2010, 3, 1),
        cost_personnel=Decimal("100.50"), fund_eu_state=Decimal("100.50"), sent_on=date(2011, 7, 1),
    )  # fmt: skip
    report = final_report(material_of(project))
    asked = [each for section in report.sections for each in section.lacking if each.place is Place.CLAIMS]

    assert any("1.3.2010" in str(each.what) for each in asked)
    assert "Projekti on päättynyt, mutta viimeistä maksatushakemusta ei ole." in [str(each.what) for each in asked]
    assert table(report, "lajit") == [["henkilöstö", "–", "100,50", "–"]]


# the follow-up report


def test_follow_up_tells_planned_earlier_this_period_corrections_and_all(project, people, approved):
    approved(BEFORE)
    approved(HALF)
    first = builders.a_ledger_entry(
        project, people, 30, women=12, period_start=BEFORE.start, period_end=BEFORE.end,
        recorded_at=datetime(2011, 7, 20, tzinfo=UTC),
    )  # fmt: skip
    builders.a_ledger_entry(project, people, 10, women=3)
    builders.a_ledger_entry(
        project, people, -2, women=-1, period_start=BEFORE.start, period_end=BEFORE.end, source="correction",
        corrects=first, reason="counted_twice", explanation="Kaksi oli mukana kahdesti.",
        recorded_at=datetime(2012, 1, 10, tzinfo=UTC),
    )  # fmt: skip
    material = material_of(project)
    report = follow_up_report(material, HALF)

    assert table(report, "seurantatiedot") == [
        ["Aloittaneet", "50", "30", "10", "−2", "38"],
        ["– joista naisia", "20", "12", "3", "−1", "14"],
    ]
    assert table(report, "korjaukset") == [
        ["Aloittaneet", "1.1.–30.6.2011", "−2", "−1", "laskettu kahteen kertaan: Kaksi oli mukana kahdesti."]
    ]
    assert "Lomakkeen laji: sisältää korjauksia" in text_of(report)
    assert "Lomakkeen laji: tavallinen" in text_of(follow_up_report(material, BEFORE))


def test_what_was_recorded_after_the_day_known_is_left_out(project, people):
    builders.a_ledger_entry(project, people, 10, women=3)  # on 20 January 2012
    report = follow_up_report(material_of(project, known_on=date(2012, 1, 19)), HALF)

    assert table(report, "seurantatiedot")[0][1:] == ["50", "puuttuu", "puuttuu", "–", "puuttuu"]
    assert "Aloittaneet: jakson luku puuttuu." in questions(report)


def test_follow_up_gives_the_narrative_of_its_round_part_by_part(project, approved):
    approved(BEFORE)
    approved(HALF)
    report = follow_up_report(material_of(project), HALF)

    assert headings_of(report, level=2) == ["Onnistumiset", "Ongelmat", "Poikkeamat suunnitelmasta", "Julkisuus"]
    assert "publicity 2011-12-31" in text_of(report)
    assert "2011-06-30" not in text_of(report)


def test_report_that_is_not_approved_tells_nothing_and_leads_to_it(project, approved):
    waiting = approved(state="submitted")
    report = follow_up_report(material_of(project), HALF)
    found = [each for section in report.sections for each in section.lacking if each.place is Place.REPORT]

    assert "highlights" not in text_of(report)
    assert [each.report for each in found] == [waiting.pk]


def test_money_of_the_period_by_source(project, approved):
    Funding.objects.create(
        programme=project.programme, project=project, source="eu", year=2011, planned=1000, granted=1000
    )
    for period, used in ((BEFORE, "100.10"), (HALF, "200")):
        ReportFunding.objects.create(
            programme=project.programme, report=approved(period), source="eu", used=Decimal(used)
        )
    report = follow_up_report(material_of(project), HALF)

    assert table(report, "rahoitus") == [["EU:n rahoitus", "1 000,00", "100,10", "200,00", "300,10", "699,90"]]


def test_last_form_tells_the_real_end(project, approved):
    approved(is_last=True, real_end=date(2011, 11, 30))
    text = text_of(follow_up_report(material_of(project), HALF))

    assert "Viimeinen lomake: kyllä" in text
    assert "Todellinen päättymispäivä: 30.11.2011" in text


# both


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_same_material_gives_the_same_file_in_each_language(project, people, approved, language):
    approved()
    builders.a_ledger_entry(project, people, 40, women=15)
    material = material_of(project, language=language)
    for build in (final_report, lambda found: follow_up_report(found, HALF)):
        assert build(material).document.language == language
        assert write_docx(build(material).document) == write_docx(build(material).document)


def test_queries_do_not_grow_with_what_is_known(project, people, approved):
    body = builders.a_body(project.programme)
    Duty.objects.create(programme=project.programme, body=body, kind=Duty.Kind.STEERS_PROJECT, project=project)
    counts = []
    for size in (1, 3, 30):
        for number in range(Round.objects.count(), size):
            day = date(2009, 1, 1 + number)
            ReportFunding.objects.create(
                programme=project.programme, report=approved(Period(day, day)), source="eu", used=1
            )
            builders.a_ledger_entry(project, people, 1, period_start=day, period_end=day)
            builders.a_meeting(body)
        with CaptureQueriesContext(connection) as captured:
            material = material_of(project)
            final_report(material)
            follow_up_report(material, material.periods()[0])
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 17

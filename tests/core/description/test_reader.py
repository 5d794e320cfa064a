from datetime import date
from pathlib import Path

import pytest

from hankekori.core.description.model import (
    Area,
    Classification,
    CoImplementer,
    Contact,
    Figures,
    Implementer,
    OtherSection,
    PlannedAndActual,
    PriorityAxis,
    Project,
    PublicFunding,
    Results,
    SpecificObjective,
    TargetGroups,
    UnreadLine,
)
from hankekori.core.description.reader import NotADescriptionError, read_description

DOCUMENTS = Path(__file__).parent / "documents"
SAMPLE = Path(__file__).parents[4] / "shared" / "samples" / "S11010.txt"


def read(name):
    return read_description((DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8"))


def pair(planned, planned_women, actual, actual_women):
    return PlannedAndActual(Figures(planned, planned_women), Figures(actual, actual_women))


@pytest.mark.skipif(not SAMPLE.exists(), reason="the folder of samples is not here")
def test_sample_gives_its_exact_figures():
    record = read_description(SAMPLE.read_text(encoding="utf-8"))

    assert record.unread == ()
    assert (record.kind, record.language, record.fund) == ("project-2007", "fi", "ESR")
    assert (record.project.code, record.project.part) == ("S11010", "Etelä-Suomen suuralueosio")
    assert record.project.priority_axis.number == 1
    assert (record.project.start, record.project.end) == (date(2009, 5, 1), date(2012, 4, 30))
    assert record.implementer.name == "Lahden Alueen Kehittämisyhtiö Oy"
    assert record.implementer.business_id == "1074350-2"
    assert record.area == Area(False, ("Päijät-Häme",), ("Lahden",), ("Hartola", "Heinola", "Sysmä"))
    assert record.results == Results(
        participants=pair(103, 28, 86, 28),
        jobs=pair(20, 10, 0, 0),
        companies=pair(1, 0, 0, 0),
        degrees=pair(0, 0, 0, 0),
    )
    assert record.funding == PublicFunding(194_225, 168_275, 228_500, 202_550)
    assert record.classification == Classification(
        "Sukupuolineutraali projekti",
        "Projektilla ei ole erityistä vaikutusta kestävän kehityksen kannalta",
        "Kumppanuutta selvästi edistävä projekti",
        "Ei erityistä innovatiivisuutta projektin tavoitteena",
    )
    assert record.summary.count("\n\n") == 3
    assert record.summary.count("\n* ") == 6
    assert record.final_report_summary.count("\n\n") == 3
    assert [remark.code for remark in record.remarks] == ["type-against-name"]


def test_esf_2007_project_and_implementer():
    record = read("esf-2007")

    assert record.project == Project(
        code="S19901",
        name='Järviseudun osaajat: polku "uuteen" työhön (2009/2011) -',
        part="Itä-Suomen suuralueosio",
        priority_axis=PriorityAxis(
            2,
            "Työllistymisen ja työmarkkinoilla pysymisen edistäminen sekä syrjäytymisen ehkäiseminen",
        ),
        type="Projekti, jossa on henkilöitä mukana",
        start=date(2009, 1, 16),
        end=date(2011, 12, 15),
        status="Toiminta päättynyt",
        authority="Etelä-Savon elinkeino-, liikenne- ja ympäristökeskus",
    )
    assert record.implementer == Implementer(
        name="Kuvitteellisen seudun koulutuskuntayhtymä, Järviopisto",
        type="Ammatillinen oppilaitos",
        business_id="1234567-1",
        address="PL 9, Mallikatu 4",
        phone="(09) 99 9999",
        website="http://www.example.org",
        project_website="",
        contact=Contact(
            "Malli Henkilö", "suunnittelija, kehitys ja koulutus", "malli.henkilo@example.org", "Vaihde 99 999 999"
        ),
    )


def test_esf_2007_text_keeps_lines_that_look_like_labels_and_lists():
    record = read("esf-2007")

    assert record.unread == ()
    assert record.target_groups == TargetGroups(
        direct="Työttömät ja työttömyysuhan alaiset.\nTavoite: saada heille ohjausta ja -\nneuvontaa.\n\n"
        "Y-tunnus: tämä rivi on tekstiä, ei kenttä\n\n1. nuoret\n\n2. aikuiset\n\n3. ikääntyneet\n\n4. Muut ryhmät",
        indirect="- yritykset\n- kunnat, ks. lomakkeen kohta 5.6.",
    )
    assert record.summary.endswith("TAVOITTEET:\n\n* ensimmäinen\n* toinen")
    assert record.communication_plan == "Tiedotetaan lehdissä – ja “verkossa”."
    assert (record.dissemination_plan, record.final_report_summary, record.results.degrees) == (None, None, None)


def test_technical_assistance_has_free_text_as_area_and_funding_as_section_four():
    record = read("technical-assistance-2007")

    assert (record.kind, record.unread) == ("technical-assistance-2007", ())
    assert record.area == Area(description="Koko maa.\n\nHakijat, tuensaajat ja suuri yleisö.")
    assert record.implementer.project_website is None
    assert record.funding == PublicFunding(1_200_000, 900_000, 1_200_000, 900_000)


def test_erdf_2007_has_its_own_fields_and_keeps_unknown_sections():
    record = read("erdf-2007")

    assert (record.kind, record.fund, record.unread) == ("project-2007", "EAKR", ())
    assert (record.project.part, record.project.programme) == (None, "Itä-Suomi")
    assert record.implementer.type == "Valtion viranomainen"
    assert record.area == Area(nationwide=True)
    assert record.results == Results(
        participating_companies=pair(30, None, 41, None),
        participating_organisations=pair(10, None, 8, None),
    )
    assert record.other_sections == (
        OtherSection(
            "4", "Projektin tavoitteet ja kokeilut", ("Tästä osasta ei ole tunnettua muotoa.", "Kaksi kappaletta.")
        ),
        OtherSection("4.1", "Kokeilujen lukumäärä", ("Suunniteltu: 4",)),
        OtherSection("5", "Projektin tavoittee"),
    )


def test_esf_2014_splits_partners_at_the_last_comma_and_keeps_pasted_headings():
    record = read("esf-2014")

    assert (record.kind, record.fund, record.unread) == ("project-2014", "ESR", ())
    assert record.project.specific_objective == SpecificObjective(
        "10.1", "Työelämän ulkopuolella olevien työ- ja toimintakyvyn parantaminen"
    )
    assert record.implementer.postal_code == "00999"
    assert record.implementer.website == ""
    assert record.implementer.contact.email == "malli.henkilo@"
    assert record.implementer.co_implementers == (
        CoImplementer("Mallilaitos, ML", "1234567-1"),
        CoImplementer("Toinen yhteisö ry", "2345678-0"),
    )
    assert record.summary.startswith("4.1 Hankkeen julkinen tiivistelmä (tiivistelmä julkaistaan)\n\n")
    assert record.summary.endswith("Hankkeen nimi: tämäkin on tekstiä")


def test_english_labels_with_a_curly_apostrophe():
    record = read("erdf-2014-en")

    assert (record.kind, record.language, record.fund, record.unread) == ("project-2014", "en", "EAKR", ())
    assert record.implementer.contact == Contact(
        "Example Person", "Professor", "example.person@example.org", "+358 99 999 9999"
    )
    assert (record.project.start, record.project.end) == (date(2019, 9, 1), date(2022, 8, 31))
    assert record.implementer.applicant_count is None


def test_capture_without_headings_is_told_by_its_labels():
    record = read("capture-2014")

    assert (record.kind, record.fund, record.unread) == ("project-2014", "EAKR", ())
    assert record.implementer.applicant_count is None
    assert record.implementer.co_implementers == (CoImplementer("Mallilaitos, ML", "1234567-1"),)
    assert record.summary == "Yritys kehittää kevyen veneen.\nToimintalinja: tässä kohdassa tekstiä."


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("194 225", 194_225),
        ("194\u00a0225", 194_225),
        ("1\u202f194\u2009225,00 €", 1_194_225),
        ("25,50 euroa", 26),
        ("0", 0),
        ("-1 000", -1000),
    ],
)
def test_money_is_read_with_tolerance(printed, amount):
    text = f"Projektin kuvaus\n\n7. Projektin julkinen rahoitus, euroa\n\nMyönnetty EU- ja valtion rahoitus: {printed}"

    assert read_description(text).funding.granted_eu_state == amount


def test_what_cannot_be_understood_is_listed_with_its_line():
    record = read_description(
        "Projektin kuvaus\n\n1. Projekti\n\nUusi kenttä: arvo\n"
        "Suunnitelman mukainen toteutusaika: Alkaa 31.2.2009 ja päättyy 1.1.2010\n"
        "Projektikoodi: S19908\nProjektikoodi: S19909\n"
    )

    assert record.project.code == "S19908"
    assert record.unread == (
        UnreadLine(5, "Uusi kenttä: arvo"),
        UnreadLine(6, "Suunnitelman mukainen toteutusaika: Alkaa 31.2.2009 ja päättyy 1.1.2010"),
        UnreadLine(8, "Projektikoodi: S19909"),
    )
    assert [remark.code for remark in record.remarks] == ["fund-unknown", "unread-lines"]


def test_heading_cited_in_text_does_not_hide_the_real_ones():
    text = (
        "Projektin kuvaus\n\n3.2 Varsinaiset kohderyhmät\n\nks. kohta\n\n9. Loppuraportin tiivistelmä\n\n"
        "3.3 Välilliset kohderyhmät\n\nkunnat\n\n5. Suunnitelman mukainen tiivistelmä toteutuksesta\n\nteksti"
    )

    record = read_description(text)

    assert record.target_groups == TargetGroups("ks. kohta\n\n9. Loppuraportin tiivistelmä", "kunnat")
    assert (record.summary, record.final_report_summary) == ("teksti", None)


def test_single_phone_before_and_after_the_person():
    before = read_description("Projektin kuvaus\nPuhelinnumero: 1\nVastuuhenkilön nimi: Malli")
    after = read_description("Projektin kuvaus\nVastuuhenkilön nimi: Malli\nPuhelinnumero: 1")

    assert (before.implementer.phone, before.implementer.contact.phone) == ("1", None)
    assert (after.implementer.phone, after.implementer.contact.phone) == (None, "1")


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_other_line_ends_and_a_byte_order_mark_read_the_same(newline):
    text = (DOCUMENTS / "esf-2014.txt").read_text(encoding="utf-8")

    assert read_description("\ufeff" + text.replace("\n", newline)) == read_description(text)


@pytest.mark.parametrize("text", ["", " \n ", "Hei", "1. Kauppalista\n2. Maito", "Asema: rautatieasema", "{}"])
def test_other_text_is_no_description(text):
    with pytest.raises(NotADescriptionError) as caught:
        read_description(text)

    assert all((caught.value.message.fi, caught.value.message.sv, caught.value.message.en))

"""Episodes from a sheet: every line accounted for, nothing kept that names a person."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from python_calamine import CalamineWorkbook

from hankekori.areas.employment.models import EmploymentEpisode
from hankekori.exchange.models import EpisodeDraft
from tests import builders

PAGE = "tyollistyneet/jaksot/tuo/"
HEADINGS = "Tunnus;Hankekoodi;Työnantajan Y-tunnus;Alkoi;Päättyi;Työaika, %;Työn muoto;Lähtötilanne;Sukupuoli;Kotikunta"
GOOD = ";S20001;;3/2011;9/2011;50;palkkatuettu työ;työtön alle 12 kuukautta;nainen;"


def upload(client, small, *lines, name="jaksot.csv", headings=HEADINGS):
    content = "\n".join([headings, *lines]).encode()
    return client.post(small.url(PAGE), {"sheet": SimpleUploadedFile(name, content)}, follow=True)


def body(response):
    return response.content.decode()


def test_sheet_is_shown_first_and_saved_from_what_was_shown(small, officer):
    response = upload(officer, small, GOOD, GOOD)

    assert "2 riviä tallennetaan, 0 jätetään pois" in " ".join(body(response).split())
    assert not EmploymentEpisode.objects.exists()
    saved = officer.post(response.redirect_chain[0][0], follow=True)
    assert "Tuotiin 2 jaksoa" in body(saved)
    episode = EmploymentEpisode.objects.first()
    assert (str(episode.fte), episode.kind, episode.gender, episode.age_band) == (
        "0.50",
        "pay_subsidy",
        "woman",
        "unknown",
    )
    assert not EpisodeDraft.objects.exists()


def test_a_line_with_a_code_corrects_its_episode(small, officer):
    episode = builders.an_episode(small.project, kind="permanent")
    line = (
        f"{episode.code};S20001;;1/2011;;100;vakinainen työsuhde;opiskelija tai muu työelämän ulkopuolella oleva;mies;"
    )

    officer.post(upload(officer, small, line).redirect_chain[0][0])
    episode.refresh_from_db()
    assert (episode.situation_before, episode.gender) == ("inactive", "man")
    assert EmploymentEpisode.objects.count() == 1


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (GOOD.replace("S20001", "S99999"), "Ohjelmassa ei ole tällaista hanketta"),
        (GOOD.replace("3/2011", "eilen"), "Solussa ei ole kuukautta"),
        (GOOD.replace("3/2011", ""), "Solu on tyhjä"),
        (GOOD.replace("9/2011", "1/2011"), "päättyy ennen kuin se alkaa"),
        (GOOD.replace(";50;", ";150;"), "Työaika ei ole"),
        (GOOD.replace("nainen", "ihminen"), "Sanaa ei tunneta"),
        (GOOD + "Atlantis", "Kuntaa ei tunneta"),
        ("ZZZZZZ" + GOOD, "Tällä tunnuksella ei ole jaksoa"),
        (GOOD.replace(";;", ";1074350-3;"), "tarkistusnumero on väärä"),
    ],
)
def test_a_faulty_line_is_left_out_with_its_reason_and_the_rest_is_saved(small, officer, line, told):
    page = " ".join(body(upload(officer, small, line, GOOD)).split())

    assert told in page
    assert "1 rivi tallennetaan, 1 jätetään pois" in page


def test_an_identity_code_refuses_its_row_and_is_nowhere(small, officer):
    response = upload(officer, small, GOOD.replace("nainen", "nainen 010594Y9021"), GOOD + ";;020594X903P", GOOD)

    page = body(response)
    assert "Solussa on henkilötunnus" in page
    assert "1 rivi tallennetaan, 2 jätetään pois" in " ".join(page.split())
    draft = EpisodeDraft.objects.get()
    for kept in (page, str(draft.lines), str(draft.faults)):
        assert "010594" not in kept
        assert "020594" not in kept


@pytest.mark.parametrize(
    ("name", "headings", "told"),
    [
        ("jaksot.csv", "a;b;c", "ei löydy otsikkoriviä"),
        ("jaksot.csv", "Hankekoodi;Alkoi;Ikä", "Taulukosta puuttuu sarake: Työaika"),
        ("jaksot.xlsx", "ei", "ei voi lukea taulukkona"),
    ],
)
def test_a_file_that_is_no_sheet_of_episodes_is_told(small, officer, name, headings, told):
    response = upload(officer, small, name=name, headings=headings)

    assert response.status_code == 422
    assert told in body(response)


def test_template_has_the_columns_that_are_read(small, officer):
    content = officer.get(small.url(f"{PAGE}pohja.xlsx")).content
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()

    response = officer.post(small.url(PAGE), {"sheet": SimpleUploadedFile("pohja.xlsx", content)}, follow=True)
    assert rows[0][1] == "Hankekoodi"
    assert "0 riviä tallennetaan" in " ".join(body(response).split())


@pytest.mark.parametrize("ending", ["xlsx", "ods", "csv"])
def test_a_downloaded_list_can_be_brought_back(small, officer, ending):
    episode = builders.an_episode(small.project, fte="0.80", isco_major=5, employer="1074350-2")
    content = officer.get(small.url(f"tyollistyneet/jaksot/?muoto={ending}")).content

    response = officer.post(small.url(PAGE), {"sheet": SimpleUploadedFile(f"jaksot.{ending}", content)}, follow=True)
    assert "1 rivi tallennetaan, 0 jätetään pois" in " ".join(body(response).split())
    before = EmploymentEpisode.objects.values().get()
    officer.post(response.redirect_chain[0][0])
    assert EmploymentEpisode.objects.values().get() == before
    assert episode.code == before["code"]


def test_office_drops_a_draft(small, officer, member):
    address = upload(officer, small, GOOD).redirect_chain[0][0]

    assert member.get(address).status_code == 403
    assert "eikä siitä tallennettu mitään" in body(officer.post(address, {"peru": "1"}, follow=True))
    assert officer.get(address).status_code == 404
    assert not EmploymentEpisode.objects.exists()

"""One frozen report: opened as it was, its files, and what is said when its bytes are not its own."""

import hashlib
import io
from datetime import date

import docx
import pgtrigger
import pikepdf
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from hankekori.areas.archive.models import FrozenReport
from tests import builders
from tests.pages.reports.conftest import many_reports, page_of, words

TYPES = {
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
}


@pytest.fixture
def address(small, frozen):
    return small.url(f"raportit/{frozen.pk}/")


def kept(frozen, document, *, sha256=None):
    """Change the kept bytes past the protection of the database."""
    with pgtrigger.ignore("reports.FrozenReport:report_is_frozen"):
        FrozenReport.objects.filter(pk=frozen.pk).update(document=document, sha256=sha256 or frozen.sha256)


def test_report_opens_with_its_proof(member, address, frozen):
    page = page_of(member.get(address))

    assert words(page.css_first("h1")) == "Työryhmän raportti 30.4.2012"
    assert "tiiviste laskettiin avattaessa uudelleen, ja se täsmää" in words(page.css_first(".proof"))
    assert words(page.css_first(".proof code")) == frozen.sha256 == hashlib.sha256(bytes(frozen.document)).hexdigest()
    assert page.css_first(".report").attributes["lang"] == "fi"
    assert page.css_first(".report table#measures") is not None


def test_report_stays_as_it_was_when_the_data_changes(officer, address, small):
    before = words(page_of(officer.get(address)).css_first(".report"))
    builders.a_ledger_entry(small.project, small.people, 33)
    small.measure.name_fi = "Uusi nimi"
    small.measure.save()

    assert words(page_of(officer.get(address)).css_first(".report")) == before


def test_ids_are_not_used_twice(officer, address):
    ids = [node.attributes["id"] for node in page_of(officer.get(address)).css("[id]")]

    assert len(ids) == len(set(ids))


def test_names_are_for_those_who_may_see_personal_data(officer, member, address):
    assert "Kaisa Koordinaattori" in officer.get(address).content.decode()
    assert "Kaisa Koordinaattori" not in member.get(address).content.decode()


def test_an_earlier_report_is_offered_for_comparison(officer, address, small, freeze, frozen):
    assert "Vertaa raporttiin" not in words(page_of(officer.get(address)).css_first("main"))

    earlier = freeze(date(2011, 6, 30))

    link = page_of(officer.get(address)).css_first(".actions a[href*=vertaa]")
    assert words(link) == "Vertaa raporttiin 30.6.2011"
    assert link.attributes["href"] == small.url(f"raportit/vertaa/?raportti={earlier.pk}&raportti={frozen.pk}")


@pytest.mark.parametrize("ending", TYPES)
def test_file_is_the_same_bytes_every_time(member, address, small, ending):
    first = member.get(f"{address}tiedosto/{ending}/")
    builders.a_ledger_entry(small.project, small.people, 33)
    again = member.get(f"{address}tiedosto/{ending}/")

    assert first["Content-Type"] == TYPES[ending]
    assert first["Content-Disposition"] == f'attachment; filename="seutu-tyoryhman-raportti-2012-04-30.{ending}"'
    assert first.content == again.content


def test_json_is_what_the_hash_was_taken_of(member, address, frozen):
    assert hashlib.sha256(member.get(f"{address}tiedosto/json/").content).hexdigest() == frozen.sha256


def test_office_files_open_and_name_the_hash(member, address, frozen):
    grouped = " ".join(frozen.sha256[at : at + 8] for at in range(0, 64, 8))
    file = docx.Document(io.BytesIO(member.get(f"{address}tiedosto/docx/").content))
    book = CalamineWorkbook.from_filelike(io.BytesIO(member.get(f"{address}tiedosto/xlsx/").content))

    assert any(grouped in paragraph.text for paragraph in file.paragraphs)
    assert book.sheet_names[0] == "Yhteenveto"
    with (
        pikepdf.open(io.BytesIO(member.get(f"{address}tiedosto/pdf/").content)) as pdf,
        pdf.open_metadata() as metadata,
    ):
        assert metadata["dc:title"] == "Työryhmän raportti 30.4.2012"


@pytest.mark.parametrize("ending", ["txt", "exe", "PDF", "json5", "pdf-"])
def test_another_format_is_not_found(member, address, ending):
    assert member.get(f"{address}tiedosto/{ending}/").status_code == 404


@pytest.mark.parametrize("key", ["0", "999999", "99999999999999999999999"])
def test_unknown_report_is_not_found(member, small, key):
    assert member.get(small.url(f"raportit/{key}/")).status_code == 404
    assert member.get(small.url(f"raportit/{key}/tiedosto/pdf/")).status_code == 404


def test_another_programmes_report_is_not_found(member, small):
    other = builders.a_programme()
    many_reports(other, 1)

    assert member.get(small.url(f"raportit/{other.frozen_reports.get().pk}/")).status_code == 404


def test_a_changed_report_is_not_opened_and_that_is_said(member, address, frozen):
    kept(frozen, bytes(frozen.document).replace(b'"value":40', b'"value":41'))

    response = member.get(address)

    assert response.status_code == 409
    sentence = words(page_of(response).css_first(".message.error"))
    assert "Jäädytettyä raporttia 2012-04-30 on muutettu jäädyttämisen jälkeen" in sentence
    assert "varmuuskopiosta" in sentence


@pytest.mark.parametrize("ending", TYPES)
def test_a_changed_report_gives_no_file(member, address, frozen, ending):
    kept(frozen, b"{}")

    response = member.get(f"{address}tiedosto/{ending}/")

    assert (response.status_code, response["Location"]) == (302, address)


def test_a_report_of_an_unknown_form_is_not_opened_and_that_is_said(member, address, frozen):
    content = b'{"document":{},"format":"hankekori-document/9"}'
    kept(frozen, content, sha256=hashlib.sha256(content).hexdigest())

    response = member.get(address)

    assert response.status_code == 409
    assert "muodossa, jota tämä Hankekorin versio ei lue" in words(page_of(response).css_first(".message.error"))


def test_a_changed_report_stops_the_next_one_with_the_same_sentence(officer, small, frozen):
    kept(frozen, b"{}")

    order = {"as_of": "31.12.2012", "known_on": "31.12.2012", "language": "fi", "decisions": ""}
    response = officer.post(small.url("raportit/uusi/"), order)

    assert response.status_code == 422
    assert "jäädytä uusi samalta päivältä" in words(page_of(response).css_first(".error-summary"))


def test_queries_do_not_grow_with_the_reports(member, address, small):
    counts = []
    for more in (0, 2, 50):
        many_reports(small.programme, more)
        with CaptureQueriesContext(connection) as captured:
            assert member.get(address).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 10

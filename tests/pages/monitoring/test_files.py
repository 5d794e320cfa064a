"""Files of a report: added, opened by those who may, removed; never shown by the browser."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hankekori.areas.rounds.models import ReportFile


def add(client, asked, *, name="näyttö.txt", content=b"Osallistujat: 12", kind="evidence", **more):
    sent = {"laji": kind, "tiedosto": SimpleUploadedFile(name, content, "text/html"), **more}
    return client.post(f"{asked.address}tiedostot/", sent)


@pytest.fixture
def kept(asked, officer):
    assert add(officer, asked, mittari=str(asked.figure.indicator_id)).status_code == 302
    return ReportFile.objects.get()


def test_file_is_added_listed_and_opened(asked, officer, kept):
    page = officer.get(asked.address).content.decode()
    response = officer.get(f"{asked.address}tiedostot/{kept.pk}/")

    assert (kept.kind, kept.indicator) == ("evidence", asked.figure.indicator)
    assert "näyttö.txt" in page
    assert response.content == b"Osallistujat: 12"
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment;")
    assert response["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"content": b""}, "tyhjä"),
        ({"name": "131052-308T.txt"}, "henkilötunnus"),
        ({"content": b"131052-308T"}, "henkilötunnus"),
        ({"kind": "muu"}, "Valitse ensin lisättävä tiedosto."),
    ],
)
def test_file_that_cannot_be_kept_is_told(asked, officer, sent, sentence):
    add(officer, asked, **sent)

    assert sentence in officer.get(asked.address).content.decode()
    assert not ReportFile.objects.exists()


def test_form_without_a_file_says_what_to_do(asked, officer):
    page = officer.post(f"{asked.address}tiedostot/", {"laji": "evidence"}, follow=True).content.decode()

    assert "Valitse ensin lisättävä tiedosto." in page


def test_file_is_removed(asked, officer, kept):
    officer.post(f"{asked.address}tiedostot/{kept.pk}/poista/")

    assert not ReportFile.objects.exists()


def test_reader_without_personal_data_opens_no_file_and_sees_no_name(asked, member, kept):
    assert member.get(f"{asked.address}tiedostot/{kept.pk}/").status_code == 403
    assert "näyttö.txt" not in member.get(asked.address).content.decode()
    assert add(member, asked).status_code == 403
    assert member.post(f"{asked.address}tiedostot/{kept.pk}/poista/").status_code == 403


def test_file_of_another_report_is_not_found(asked, officer, kept):
    ReportFile.objects.update(report=asked.report)
    assert officer.get(f"{asked.address}tiedostot/0/").status_code == 404

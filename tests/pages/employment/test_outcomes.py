"""Records of jobs, companies and degrees, and what differs from the report."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hankekori.areas.accounts.roles import Role
from hankekori.areas.employment.models import OutcomeRecord
from tests import builders

PAGE = "tyollistyneet/tulokset/"


@pytest.fixture
def typed(small):
    return {
        "project": small.project.pk,
        "indicator": small.people.pk,
        "kind": "job",
        "month": "3/2011",
        "gender": "woman",
        "company": "",
        "evidence": "Työnantajan ilmoitus",
    }


def body(response):
    return response.content.decode()


def test_office_adds_a_record_with_its_file_and_gets_it_back(small, officer, typed):
    officer.post(small.url(PAGE), typed | {"file": SimpleUploadedFile("ote.pdf", b"%PDF")})

    record = OutcomeRecord.objects.get()
    response = officer.get(small.url(f"{PAGE}{record.code}/tiedosto/"))
    assert response.content == b"%PDF"
    assert response["Content-Disposition"] == 'attachment; filename="ote.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    officer.post(small.url(f"{PAGE}{record.code}/"), typed | {"month": "4/2011"})
    record.refresh_from_db()
    assert (record.month.month, record.file_name) == (4, "ote.pdf")  # without a new file the old one stays


def test_a_difference_is_told_here_and_among_the_gaps(small, officer, member):
    record = builders.an_outcome(small.project, small.people)

    told = f"on todisteita 1, mutta raportoitu on 40. Todisteet: {record.code}."
    assert told in body(officer.get(small.url(PAGE)))
    gaps = body(officer.get(small.url("suunnitelma/puutteet/")))
    assert told in gaps
    assert f"{PAGE}?hanke={small.project.pk}" in gaps
    assert record.code not in body(member.get(small.url("suunnitelma/puutteet/")))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"company": "1074350-3"}, "Tarkista Y-tunnus"),
        ({"kind": "company"}, "Tarkista Y-tunnus"),
        ({"evidence": "tunnus 010594Y9021"}, "henkilötunnus"),
        ({"month": "eilen"}, "Kirjoita kuukausi ja vuosi"),
    ],
)
def test_what_cannot_be_is_told_and_what_was_typed_stays(small, officer, typed, changed, told):
    response = officer.post(small.url(PAGE), typed | changed)

    assert response.status_code == 422
    assert told in body(response)
    assert not OutcomeRecord.objects.exists()


@pytest.mark.parametrize(
    "file",
    [("010594Y9021.pdf", b"x", "application/pdf"), ("ote.txt", b"Osallistuja 010594Y9021", "text/plain")],
)
def test_a_file_with_an_identity_code_is_refused(small, officer, typed, file):
    response = officer.post(small.url(PAGE), typed | {"file": SimpleUploadedFile(*file)})

    assert response.status_code == 422
    assert "010594Y9021" not in body(response)


def test_office_removes(small, officer):
    record = builders.an_outcome(small.project, small.people)

    assert "Poistetaanko" in body(officer.get(small.url(f"{PAGE}{record.code}/poista/")))
    officer.post(small.url(f"{PAGE}{record.code}/poista/"))
    assert not OutcomeRecord.objects.exists()


@pytest.mark.parametrize("rest", ["", "{code}/", "{code}/poista/", "{code}/tiedosto/"])
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COORDINATOR])
def test_nobody_but_the_office_sees_records(small, entered, outsider, role, rest):
    address = small.url(PAGE + rest.format(code=builders.an_outcome(small.project, small.people).code))

    assert entered(role).get(address).status_code == 403
    assert outsider.get(address).status_code == 404


@pytest.mark.parametrize("rest", ["ABCDEF/", "ABCDEF/tiedosto/", "?hanke=kukka", "?hanke=99999999999999999999"])
def test_odd_addresses_do_no_harm(small, officer, rest):
    assert officer.get(small.url(PAGE + rest)).status_code in {200, 404}


@pytest.mark.parametrize("count", [1, 3, 50])
def test_list_asks_the_database_as_often_whatever_there_is(small, officer, count, django_assert_max_num_queries):
    for _ in range(count):
        builders.an_outcome(builders.a_project(small.programme), small.people)
    officer.get(small.url(PAGE))

    with django_assert_max_num_queries(17):
        assert officer.get(small.url(PAGE)).status_code == 200

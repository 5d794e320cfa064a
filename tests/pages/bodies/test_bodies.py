"""Bodies: who comes in, what the pages show to whom, setting one up and seating people."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.models import RoleAssignment
from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.bodies.models import Body, Duty, Seat
from hankekori.areas.programmes.models import ProgrammeMunicipality
from hankekori.areas.steering.models import Meeting
from tests import builders

BODIES = "/seutu/tyoryhma/toimielimet/"
READING = ["", "{body}/"]
WRITING = [
    "uusi/",
    "{body}/muuta/",
    "{body}/paata/",
    "{body}/poista/",
    "{body}/paikat/uusi/",
    "{body}/paikat/{seat}/",
    "{body}/paikat/{seat}/varajasen/",
    "{body}/paikat/{seat}/paata/",
    "{body}/paikat/{seat}/poista/",
]
POSTED = ["{body}/jatka/", "{body}/paikat/{seat}/tunnus/"]
READERS = [role for role in Role if Permission.READ_MEETINGS in permissions_of(role)]
RUNNERS = [role for role in Role if Permission.RUN_MEETINGS in permissions_of(role)]
SEAT = {"person": "Esimerkki Jäsen", "role": "member", "start": "1.1.2010", "language": "fi"}
BODY = {"name_fi": "Ohjausryhmä", "quorum_rule": "half", "duties": ["informs_municipalities"]}


@pytest.fixture
def body(small) -> Body:
    return builders.a_body(small.programme, name_fi="Rakennemuutostyöryhmä", set_up_on=date(2009, 6, 1))


@pytest.fixture
def chair(body) -> Seat:
    return builders.a_seat(body, role="chair", person="Esimerkki Puheenjohtaja", email="pj@example.org")


@pytest.fixture
def at(body, chair):
    """Return a function that fills the keys of the body and its chair's seat into an address."""
    return lambda rest: BODIES + rest.format(body=body.pk, seat=chair.pk)


@pytest.mark.parametrize("rest", READING)
@pytest.mark.parametrize("role", Role)
def test_reading_is_for_those_who_read_meetings(at, entered, role, rest):
    assert entered(role).get(at(rest)).status_code == (200 if role in READERS else 403)


@pytest.mark.parametrize("rest", WRITING)
@pytest.mark.parametrize("role", Role)
def test_writing_is_for_those_who_run_meetings(at, entered, role, rest):
    client = entered(role)

    assert client.get(at(rest)).status_code == (200 if role in RUNNERS else 403)
    if role not in RUNNERS:
        assert client.post(at(rest)).status_code == 403


@pytest.mark.parametrize("rest", POSTED)
def test_buttons_are_for_those_who_run_meetings(at, member, officer, outsider, rest):
    assert member.post(at(rest)).status_code == 403
    assert outsider.post(at(rest)).status_code == 404
    assert officer.get(at(rest)).status_code == 405


@pytest.mark.parametrize("rest", [*READING, *WRITING])
def test_nothing_exists_for_the_outsider(at, outsider, rest):
    assert (outsider.get(at(rest)).status_code, outsider.post(at(rest)).status_code) == (404, 404)


def test_another_programmes_body_and_seat_are_not_found(at, officer, body):
    elsewhere = builders.a_body(builders.a_programme(slug="muu"))
    theirs = builders.a_seat(elsewhere)

    assert officer.get(f"{BODIES}{elsewhere.pk}/").status_code == 404
    assert officer.get(f"{BODIES}{body.pk}/paikat/{theirs.pk}/").status_code == 404
    assert officer.get(f"{BODIES}{2**80}/").status_code == 404


@pytest.mark.parametrize("role", READERS)
def test_mail_addresses_are_for_those_who_read_personal_data(at, entered, role):
    page = entered(role).get(at("{body}/")).content.decode()

    assert "Esimerkki Puheenjohtaja" in page
    assert ("pj@example.org" in page) == (Permission.READ_PERSONAL in permissions_of(role))


@pytest.mark.parametrize("rest", READING)
def test_queries_do_not_grow_with_seats(at, officer, small, body, rest):
    counts = []
    for size in (1, 2, 47):
        for _ in range(size):
            member = builders.a_seat(
                body, organisation=builders.an_organisation(small.programme), email="j@example.org"
            )
            builders.a_seat(body, deputy_of=member, organisation=member.organisation)
            builders.a_body(small.programme, "informs_authorities")
            builders.a_measure(small.programme, small.objective, responsible=builders.an_organisation(small.programme))
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(at(rest)).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20


def test_an_empty_programme_is_told_what_belongs_there(officer, member, programme):
    assert "Perusta toimielin" in officer.get(BODIES).content.decode()
    assert "Perusta toimielin" not in member.get(BODIES).content.decode()


def test_a_body_is_set_up_with_its_duties(officer, small):
    sent = officer.post(f"{BODIES}uusi/", {**BODY, "projects": [small.project.pk]})

    made = Body.objects.get(programme=small.programme)
    assert sent.status_code == 302
    assert sent["Location"] == f"{BODIES}{made.pk}/"
    assert set(made.duties.values_list("kind", "project")) == {
        ("informs_municipalities", None),
        ("steers_project", small.project.pk),
    }


def test_what_was_typed_is_kept_when_it_is_refused(officer, small, body):
    sent = officer.post(f"{BODIES}uusi/", {**BODY, "name_fi": body.name_fi, "quorum_rule": "number"})

    assert sent.status_code == 422
    assert "montako jäsentä" in sent.content.decode()
    assert f'value="{body.name_fi}"' in sent.content.decode()
    sent = officer.post(f"{BODIES}uusi/", {**BODY, "name_fi": body.name_fi})
    assert "on jo ohjelmassa" in sent.content.decode()


def test_a_second_body_cannot_steer_the_programme(officer, body):
    sent = officer.post(f"{BODIES}uusi/", {**BODY, "duties": ["steers_programme"]})

    assert sent.status_code == 422
    assert f"Ohjelmaa ohjaa jo {body.name_fi}" in sent.content.decode()
    assert Body.objects.count() == 1


def test_two_at_one_body_do_not_go_over_one_another(officer, at, body):
    seen = officer.get(at("{body}/muuta/")).context["form"]["nahty"].value()
    first = {"name_fi": "Ensimmäinen", "quorum_rule": "half", "duties": ["steers_programme"], "nahty": seen}
    assert officer.post(at("{body}/muuta/"), first).status_code == 302

    assert officer.post(at("{body}/muuta/"), {**first, "name_fi": "Toinen"}).status_code == 409
    body.refresh_from_db()
    assert body.name_fi == "Ensimmäinen"


def test_a_member_is_seated_for_an_organisation_written_by_name(officer, at, body, small):
    sent = officer.post(at("{body}/paikat/uusi/"), {**SEAT, "organisation": "Uusi kunta", "seuraava": "1"})

    made = Seat.objects.get(person="Esimerkki Jäsen")
    assert sent["Location"].endswith("/paikat/uusi/")
    assert (made.organisation.name, made.organisation.programme) == ("Uusi kunta", small.programme)


def test_a_second_chair_is_refused_by_name(officer, at):
    sent = officer.post(at("{body}/paikat/uusi/"), {**SEAT, "role": "chair"})

    assert sent.status_code == 422
    assert "Samaan aikaan puheenjohtajana on Esimerkki Puheenjohtaja" in sent.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        {"person": ""},
        {"start": "eilen"},
        {"start": "1.1.1066"},
        {"end": "1.1.2009"},
        {"email": "ei osoite"},
        {"role": "kuningas"},
        {"user": "999999"},
        {"language": "de"},
    ],
)
def test_odd_input_is_told_and_nothing_is_saved(officer, at, wrong):
    assert officer.post(at("{body}/paikat/uusi/"), {**SEAT, **wrong}).status_code == 422
    assert Seat.objects.count() == 1


def test_a_deputy_begins_with_the_members_organisation_and_term(officer, at, chair, small):
    chair.organisation = builders.an_organisation(small.programme, name="Mallikunta")
    chair.end = date(2013, 12, 31)
    chair.save()
    form = officer.get(at("{body}/paikat/{seat}/varajasen/")).context["form"]
    opened = {name: form[name].value() for name in ("organisation", "start", "end")}

    sent = officer.post(at("{body}/paikat/{seat}/varajasen/"), {**SEAT, **opened})

    made = Seat.objects.get(deputy_of=chair)
    assert (opened["organisation"], sent.status_code) == ("Mallikunta", 302)
    assert (made.start, made.end, made.role) == (chair.start, chair.end, "member")
    assert "Esimerkki Jäsen" in officer.get(at("{body}/")).content.decode()


def test_a_term_is_ended_and_stays_on_the_page(officer, at, chair):
    assert officer.post(at("{body}/paikat/{seat}/paata/"), {"day": "31.12.2011"}).status_code == 302

    page = officer.get(at("{body}/"))
    assert page.context["current"] == []
    assert [row.seat for row in page.context["past"]] == [chair]
    assert "Aiemmat kaudet" in page.content.decode()


def test_an_account_of_the_same_address_is_offered_and_linked(officer, member, at, chair, programme):
    user = RoleAssignment.objects.get(programme=programme, role=Role.MEMBER).user
    user.email = "PJ@example.org"
    user.save()
    assert "Liitä tunnukseen" in officer.get(at("{body}/")).content.decode()
    assert "Liitä tunnukseen" not in member.get(at("{body}/")).content.decode()

    assert officer.post(at("{body}/paikat/{seat}/tunnus/")).status_code == 302

    chair.refresh_from_db()
    assert chair.user == user
    assert "Liitä tunnukseen" not in officer.get(at("{body}/")).content.decode()


def test_a_seat_without_an_account_of_its_address_has_none_to_link(officer, at):
    assert officer.post(at("{body}/paikat/{seat}/tunnus/")).status_code == 404


def test_a_mistake_is_removed_but_a_body_that_meets_is_not(officer, at, body, small):
    asked = officer.get(at("{body}/poista/"))
    assert "Poistetaanko Rakennemuutostyöryhmä?" in asked.content.decode()
    moment = builders.NOW
    Meeting.objects.create(
        programme=small.programme, body=body, number=1, starts_at=moment, ends_at=moment.replace(hour=11)
    )

    refused = officer.post(at("{body}/poista/"))

    assert refused.status_code == 422
    assert "joten sitä ei voi poistaa" in refused.content.decode()
    Meeting.objects.all().delete()
    assert officer.post(at("{body}/poista/")).status_code == 302
    assert not Seat.objects.exists()


def test_an_ended_body_goes_on_unless_another_steers(officer, at, body, small):
    officer.post(at("{body}/paata/"), {"day": "31.12.2011"})
    assert "31.12.2011" in officer.get(at("{body}/")).content.decode()
    other = builders.a_body(small.programme)

    told = officer.post(at("{body}/jatka/"), follow=True).content.decode()
    assert f"Ohjelmaa ohjaa jo {other.name_fi}" in told
    Duty.objects.filter(body=other).delete()
    officer.post(at("{body}/jatka/"))
    body.refresh_from_db()
    assert body.ended_on is None


def test_who_has_no_seat_is_told(officer, at, body, small):
    seated, missing = (builders.a_municipality(name_fi=name) for name in ("Istuva", "Poissaoleva"))
    for place in (seated, missing):
        ProgrammeMunicipality.objects.create(programme=small.programme, municipality=place)
    builders.a_seat(body, organisation=builders.an_organisation(small.programme, kind="Kunta", municipality=seated))
    small.measure.responsible = builders.an_organisation(small.programme, name="Vastuutaho Oy")
    small.measure.save()

    page = officer.get(at("{body}/")).context["page"]

    assert page.municipalities_without_seat == (missing,)
    assert [each.name for each in page.responsible_without_seat] == ["Vastuutaho Oy"]


def test_without_a_leader_the_page_warns(officer, at, chair):
    warning = "joten se ei voi päättää"
    assert warning not in officer.get(at("{body}/")).content.decode()
    chair.role = "member"
    chair.save()
    assert warning in officer.get(at("{body}/")).content.decode()

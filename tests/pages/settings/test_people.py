"""Who has a role in the programme, and which projects a reporter reports."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from hankekori.areas.accounts.models import PasswordLink, RoleAssignment, User
from hankekori.areas.accounts.queries import open_password_link
from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.mail.models import Message
from hankekori.areas.rounds.access import reported_projects
from hankekori.areas.rounds.models import ProjectReporter
from tests import builders

PEOPLE = "/seutu/asetukset/henkilot/"
WRITERS = [role for role in Role if Permission.EDIT_PLAN in permissions_of(role)]
OTHERS = [role for role in Role if role not in WRITERS]


@pytest.fixture
def reporting(programme):
    """Return the assignment of a reporter who reports nothing yet."""
    user = builders.a_user_with(Role.REPORTER, programme)
    return RoleAssignment.objects.get(programme=programme, user=user)


def person_url(assignment, rest=""):
    return f"{PEOPLE}{assignment.pk}/{rest}"


def seen_at(client, url):
    return client.get(url).context["form"]["nahty"].value()


@pytest.fixture(params=["", "{key}/", "{key}/poista/"])
def address(request, reporting):
    return PEOPLE + request.param.format(key=reporting.pk)


@pytest.mark.parametrize("role", WRITERS)
def test_people_open_for_those_who_may_change_the_programme(address, entered, role):
    assert entered(role).get(address).status_code == 200


@pytest.mark.parametrize("role", OTHERS)
def test_people_are_refused_to_the_others(address, entered, role):
    client = entered(role)

    assert (client.get(address).status_code, client.post(address).status_code) == (403, 403)


def test_people_do_not_exist_for_the_outsider(address, outsider):
    assert (outsider.get(address).status_code, outsider.post(address).status_code) == (404, 404)


def test_a_person_of_another_programme_is_not_found(officer):
    elsewhere = builders.a_programme(slug="muu")
    user = builders.a_user_with(Role.MEMBER, elsewhere)
    other = RoleAssignment.objects.get(user=user)

    assert officer.post(person_url(other), {"role": "coordinator"}).status_code == 404
    assert officer.post(person_url(other, "poista/")).status_code == 404
    assert officer.get(f"{PEOPLE}{2**80}/").status_code == 404
    assert RoleAssignment.objects.get(pk=other.pk).role == Role.MEMBER


def test_somebody_new_is_added_without_a_password(officer, programme):
    added = officer.post(PEOPLE, {"email": "uusi@example.org", "name": "Uusi Esimerkki", "role": "member"})

    user = User.objects.get(email="uusi@example.org")
    assert (added.status_code, user.name, user.has_usable_password()) == (302, "Uusi Esimerkki", False)
    assert RoleAssignment.objects.get(programme=programme, user=user).role == Role.MEMBER


def test_somebody_new_is_mailed_a_link_to_choose_a_password(officer, programme):
    officer.post(PEOPLE, {"email": "uusi@example.org", "name": "Uusi", "role": "member"})

    message = Message.objects.get(programme=programme)
    link = PasswordLink.objects.get(user__email="uusi@example.org")
    assert (message.to, message.kind, str(link.token) in message.text) == ("uusi@example.org", "password", True)


def test_who_can_log_in_already_is_not_mailed(officer, programme):
    known = builders.a_user("Tuttu", password="tuttu ja pitkä salasana")  # noqa: S106 - of a test

    officer.post(PEOPLE, {"email": known.email, "name": "", "role": "observer"})

    assert not Message.objects.exists()


def test_a_new_link_takes_the_place_of_the_old_one(officer, reporting):
    for _ in range(2):
        sent = officer.post(person_url(reporting, "salasana/"))
        assert (sent.status_code, sent.url) == (302, person_url(reporting))

    old, new = PasswordLink.objects.order_by("pk")
    assert open_password_link(old.token, timezone.now()) is None
    assert open_password_link(new.token, timezone.now()) == new


@pytest.mark.parametrize("role", OTHERS)
def test_a_link_is_sent_by_those_who_may_change_the_programme(entered, outsider, reporting, role):
    assert entered(role).post(person_url(reporting, "salasana/")).status_code == 403
    assert outsider.post(person_url(reporting, "salasana/")).status_code == 404
    assert not PasswordLink.objects.exists()


def test_who_has_an_account_keeps_their_name(officer, programme):
    builders.a_user("Tuttu", password=None)
    known = User.objects.get(name="Tuttu")

    officer.post(PEOPLE, {"email": known.email.upper(), "name": "Toinen nimi", "role": "observer"})

    assert RoleAssignment.objects.get(programme=programme, user=known).role == Role.OBSERVER
    assert User.objects.get(pk=known.pk).name == "Tuttu"


def test_a_reporter_is_asked_for_projects_next(officer, programme):
    added = officer.post(PEOPLE, {"email": "uusi@example.org", "name": "Uusi", "role": "reporter"})

    assert added.url == person_url(RoleAssignment.objects.get(user__email="uusi@example.org"))


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "Kenttä ei saa olla tyhjä"),
        ({"email": "uusi"}, "ei ole sähköpostiosoite"),
        ({"email": ""}, "Sähköposti"),
        ({"role": "king"}, "king"),
        ({"name": "Uusi 131052-308T"}, "henkilötunnus"),
    ],
)
def test_who_cannot_be_added_is_told(officer, typed, said):
    refused = officer.post(PEOPLE, {"email": "uusi@example.org", "name": "Uusi", "role": "member", **typed})

    assert (refused.status_code, said in refused.content.decode()) == (422, True)
    assert not User.objects.filter(name="Uusi").exists()


def test_nobody_is_added_twice(officer, reporting):
    refused = officer.post(PEOPLE, {"email": reporting.user.email, "name": "", "role": "coordinator"})

    assert (refused.status_code, "on jo rooli" in refused.content.decode()) == (422, True)
    assert RoleAssignment.objects.get(pk=reporting.pk).role == Role.REPORTER


def test_a_reporter_reports_the_chosen_projects(officer, programme, reporting):
    first, second = (builders.a_project(programme) for _ in range(2))
    url = person_url(reporting)
    officer.post(url, {"role": "reporter", "projects": [first.pk], "nahty": seen_at(officer, url)})
    assert reported_projects(programme)[reporting.user_id] == [first]

    officer.post(url, {"role": "reporter", "projects": [second.pk], "nahty": seen_at(officer, url)})

    assert reported_projects(programme)[reporting.user_id] == [second]
    assert second.code in officer.get(PEOPLE).content.decode()


def test_who_is_no_longer_a_reporter_reports_nothing(officer, programme, reporting):
    project = builders.a_project(programme)
    ProjectReporter.objects.create(programme=programme, project=project, user=reporting.user)
    url = person_url(reporting)

    officer.post(url, {"role": "member", "projects": [project.pk], "nahty": seen_at(officer, url)})

    assert RoleAssignment.objects.get(pk=reporting.pk).role == Role.MEMBER
    assert not ProjectReporter.objects.exists()


def test_a_project_of_another_programme_cannot_be_chosen(officer, programme, reporting):
    builders.a_project(programme)
    other = builders.a_project(builders.a_programme(slug="muu"))
    url = person_url(reporting)

    refused = officer.post(url, {"role": "reporter", "projects": [other.pk], "nahty": seen_at(officer, url)})

    assert refused.status_code == 422
    assert not ProjectReporter.objects.exists()


def test_two_who_change_one_person_see_it(officer, programme, reporting):
    url = person_url(reporting)
    seen = seen_at(officer, url)
    RoleAssignment.objects.filter(pk=reporting.pk).update(role=Role.ADVISER)

    clash = officer.post(url, {"role": "member", "nahty": seen})

    assert (clash.status_code, "Neuvoja" in clash.content.decode()) == (409, True)
    assert RoleAssignment.objects.get(pk=reporting.pk).role == Role.ADVISER
    again = officer.post(url, {"role": "member", "nahty": clash.context["form"]["nahty"].value()})
    assert (again.status_code, RoleAssignment.objects.get(pk=reporting.pk).role) == (302, Role.MEMBER)


def test_two_who_choose_projects_of_one_person_see_it(officer, programme, reporting):
    first, second = (builders.a_project(programme) for _ in range(2))
    url = person_url(reporting)
    seen = seen_at(officer, url)
    ProjectReporter.objects.create(programme=programme, project=second, user=reporting.user)

    clash = officer.post(url, {"role": "reporter", "projects": [first.pk], "nahty": seen})

    assert (clash.status_code, f"tallennettu: {second.code}" in clash.content.decode()) == (409, True)


def test_a_person_is_taken_out_and_keeps_the_account(officer, programme, reporting):
    ProjectReporter.objects.create(programme=programme, project=builders.a_project(programme), user=reporting.user)

    removed = officer.post(person_url(reporting, "poista/"))

    assert (removed.status_code, removed.url) == (302, PEOPLE)
    assert not RoleAssignment.objects.filter(user=reporting.user_id).exists()
    assert not ProjectReporter.objects.exists()
    assert User.objects.filter(pk=reporting.user_id, is_active=True).exists()


def test_the_last_coordinator_stays(officer, programme):
    own = RoleAssignment.objects.get(programme=programme, role=Role.COORDINATOR)
    url = person_url(own)

    changed = officer.post(url, {"role": "member", "nahty": seen_at(officer, url)})
    removed = officer.post(person_url(own, "poista/"))

    assert (changed.status_code, removed.status_code) == (422, 422)
    assert "pitää olla koordinaattori" in changed.content.decode()
    assert "pitää olla koordinaattori" in removed.content.decode()
    assert RoleAssignment.objects.get(pk=own.pk).role == Role.COORDINATOR


def test_a_coordinator_may_leave_when_another_stays(officer, programme):
    own = RoleAssignment.objects.get(programme=programme, role=Role.COORDINATOR)
    builders.a_user_with(Role.COORDINATOR, programme)

    left = officer.post(person_url(own, "poista/"))

    assert (left.status_code, left.url) == (302, "/")


def test_queries_do_not_grow(officer, programme):
    counts = []
    for size in (1, 2, 47):
        for _ in range(size):
            user = builders.a_user_with(Role.REPORTER, programme)
            project = builders.a_project(programme)
            ProjectReporter.objects.create(programme=programme, project=project, user=user)
        assignment = RoleAssignment.objects.filter(role=Role.REPORTER).latest("pk")
        for url in (PEOPLE, person_url(assignment)):
            with CaptureQueriesContext(connection) as captured:
                assert officer.get(url).status_code == 200
            counts.append(len(captured))

    assert counts == counts[:2] * 3
    assert max(counts) < 20

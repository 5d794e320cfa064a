"""The page of a meeting going on: what the secretary writes, what a member does, who comes in."""

import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.steering.decisions import add_decision
from hankekori.areas.steering.models import AgendaItem, Attendance, Decision, Disqualification, Dissent, Vote
from hankekori.areas.steering.votes import open_vote
from hankekori.core.decisions import DecisionKind
from tests import builders
from tests.builders import NOW

NOBODY = {"by": None, "now": NOW}


@pytest.fixture
def decision(hall) -> Decision:
    return add_decision(**NOBODY, item=hall.item, kind=DecisionKind.DECISION, proposal="Hyväksytään.")


def written(decision, **values):
    fields = {"seen": decision.revision, "proposal": "", "outcome": "open", "text": ""} | values
    return {f"decision-{decision.pk}-{name}": value for name, value in fields.items()} | {
        "tee": f"decision-{decision.pk}"
    }


# the secretary


def test_a_meeting_is_opened_attended_and_ended(officer, planned):
    officer.post(planned.url(), {"tee": "open"})
    sits = {f"sits-{planned.chair.pk}": "member", f"sits-{planned.own.pk}": "member"}
    officer.post(planned.url(), {"tee": "attendance", f"sits-{planned.other.pk}": planned.deputy.pk} | sits)
    rows = Attendance.objects.order_by("pk").values_list("seat", "present", "deputy")
    assert set(rows) == {
        (planned.chair.pk, True, None), (planned.own.pk, True, None), (planned.other.pk, True, planned.deputy.pk),
    }  # fmt: skip
    assert "päätösvaltainen" in officer.get(planned.url()).content.decode()
    officer.post(planned.url(), {"tee": "end"})
    planned.meeting.refresh_from_db()
    assert planned.meeting.state == "ended"
    officer.post(planned.url(), {"tee": "reopen"})
    planned.meeting.refresh_from_db()
    assert planned.meeting.state == "open"


def test_quorum_is_told(officer, hall):
    assert "Äänivaltaisia paikalla 3, tarvitaan 2." in officer.get(hall.url()).content.decode()
    officer.post(hall.url(), {"tee": "attendance"})
    page = officer.get(hall.url()).content.decode()
    assert "ei päätösvaltainen" in page
    assert "Puheenjohtaja tai varapuheenjohtaja puuttuu." in page


def test_minutes_are_saved_as_typed(officer, hall):
    key = f"minutes-{hall.item.pk}"
    response = officer.post(hall.url(), {"tee": key, f"{key}-text": "  Käytiin keskustelu.\n", f"{key}-seen": 0})
    assert response["Location"].endswith(f"#asia-{hall.item.pk}")
    hall.item.refresh_from_db()
    assert (hall.item.minutes_text, hall.item.revision) == ("  Käytiin keskustelu.\n", 1)


def test_two_writers_of_minutes_see_one_another(officer, hall):
    key = f"minutes-{hall.item.pk}"
    typed = {"tee": key, f"{key}-seen": 0}
    officer.post(hall.url(), typed | {f"{key}-text": "Ensimmäisen teksti"})
    response = officer.post(hall.url(), typed | {f"{key}-text": "Toisen teksti"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Ensimmäisen teksti" in page
    assert "Toisen teksti</textarea>" in page
    again = officer.post(hall.url(), typed | {f"{key}-text": "Toisen teksti", f"{key}-seen": 1})
    hall.item.refresh_from_db()
    assert (again.status_code, hall.item.minutes_text) == (302, "Toisen teksti")


def test_htmx_is_answered_with_what_changes_beside_the_text(officer, hall):
    key = f"minutes-{hall.item.pk}"
    typed = {"tee": key, f"{key}-seen": 0, f"{key}-text": "Teksti"}
    said = officer.post(hall.url(), typed, headers={"hx-request": "true"}).content.decode()
    assert f'name="{key}-seen" value="1"' in said
    assert "Tallennettu" in said
    clashed = officer.post(hall.url(), typed | {f"{key}-text": "Toinen"}, headers={"hx-request": "true"})
    assert (clashed.status_code, "Ei tallennettu" in clashed.content.decode()) == (409, True)


def test_a_decision_is_added_written_and_removed(officer, hall, programme):
    project = builders.a_project(programme, basket_state="proposed")
    address = hall.url(f"istunto/asiat/{hall.item.pk}/paatos/")
    assert officer.get(address).status_code == 200
    officer.post(address, {"kind": "accept", "about": f"Project-{project.pk}", "proposal": "Otetaan koriin."})
    decision = Decision.objects.get()
    assert (decision.project, decision.proposal) == (project, "Otetaan koriin.")
    values = {"text": "Otettiin koriin.", "outcome": "changed", "owner_seat": hall.own.pk, "due": "1.6.2012"}
    assert officer.post(hall.url(), written(decision, **values)).status_code == 302
    decision.refresh_from_db()
    assert (decision.decision, decision.outcome, decision.owner_seat, str(decision.due)) == (
        "Otettiin koriin.", "changed", hall.own, "2012-06-01",
    )  # fmt: skip
    officer.post(hall.url(), {"tee": f"remove-{decision.pk}"})
    assert not Decision.objects.exists()


def test_a_decision_without_its_subject_is_refused_in_the_form(officer, hall):
    response = officer.post(
        hall.url(f"istunto/asiat/{hall.item.pk}/paatos/"), {"kind": "accept", "proposal": "Ehdotus"}
    )
    assert response.status_code == 422
    assert response.context["form"].errors["about"] == ["Valitse hanke, jota päätös koskee."]
    assert "Ehdotus</textarea>" in response.content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"due": "joskus"}, "due"), ({"outcome": "ehkä"}, "outcome"), ({"owner_seat": "999"}, "owner_seat"),
     ({"report": "x"}, "report"), ({"text": "a\0b"}, "text"), ({"seen": "x"}, "seen")],
)  # fmt: skip
def test_what_was_not_understood_is_said_and_what_was_typed_is_kept(officer, hall, decision, typed, field):
    response = officer.post(hall.url(), written(decision, proposal="Oma ehdotus") | written(decision, **typed))
    (form,) = [row.form for item in response.context["items"] for row in item.decisions]
    assert (response.status_code, list(form.errors)) == (422, [field])


def test_votes_are_asked_for_heard_and_counted(officer, hall, decision):
    officer.post(hall.url(), {"tee": f"ask-{decision.pk}"})
    votes = {f"vote-{decision.pk}-{seat.pk}": "for" for seat in (hall.chair, hall.own)}
    officer.post(hall.url(), votes | {"tee": f"votes-{decision.pk}"})
    officer.post(hall.url(), {"tee": f"close-{decision.pk}", f"vote-{decision.pk}-{hall.other.pk}": "against"})
    decision.refresh_from_db()
    assert (decision.voting, decision.outcome, Vote.objects.count()) == ("closed", "as_proposed", 3)
    assert "puolesta 2, vastaan 1, tyhjiä 0." in officer.get(hall.url()).content.decode()
    officer.post(hall.url(), {"tee": f"cancel-{decision.pk}"})
    assert not Vote.objects.exists()


def test_a_disqualification_is_declared_and_taken_back(officer, hall):
    key = f"disqualify-{hall.item.pk}"
    refused = officer.post(hall.url(), {"tee": key, f"{key}-seat": hall.own.pk, f"{key}-text": ""})
    assert refused.status_code == 422
    officer.post(hall.url(), {"tee": key, f"{key}-seat": hall.own.pk, f"{key}-text": "Hallituksen jäsen"})
    declared = Disqualification.objects.get()
    assert "Hallituksen jäsen" in officer.get(hall.url()).content.decode()
    officer.post(hall.url(), {"tee": f"withdraw-{declared.pk}"})
    assert not Disqualification.objects.exists()


def test_a_dissenting_opinion_is_written(officer, hall, decision):
    key = f"dissent-{decision.pk}"
    officer.post(hall.url(), {"tee": key, f"{key}-seat": hall.own.pk, f"{key}-text": "Rahat eivät riitä."})
    assert Dissent.objects.get().seat == hall.own


@pytest.mark.parametrize("deed", ["", "x", "minutes-", "minutes-999", "minutes-x", "decision-0", "ask-" + "9" * 30])
def test_an_unknown_deed_is_not_found(officer, hall, deed):
    assert officer.post(hall.url(), {"tee": deed}).status_code == 404


def test_what_the_meeting_refuses_is_said(officer, hall, decision):
    officer.post(hall.url(), {"tee": f"ask-{decision.pk}"})
    page = officer.post(hall.url(), {"tee": "end"}, follow=True).content.decode()
    assert "äänestetään vielä" in page


# the member


def test_a_member_votes_with_the_own_seat(seated, hall, decision):
    _user, client = seated
    open_vote(**NOBODY, decision=decision)
    assert "Oma äänesi" in client.get(hall.url()).content.decode()
    client.post(hall.url(f"istunto/aanet/{decision.pk}/"), {"choice": "against"})
    assert list(Vote.objects.values_list("seat", "choice")) == [(hall.own.pk, "against")]


def test_a_disqualified_member_is_not_asked_and_cannot_vote(seated, hall, decision):
    _user, client = seated
    Disqualification.objects.create(programme=hall.body.programme, item=hall.item, seat=hall.own)
    open_vote(**NOBODY, decision=decision)
    assert "Oma äänesi" not in client.get(hall.url()).content.decode()
    page = client.post(hall.url(f"istunto/aanet/{decision.pk}/"), {"choice": "for"}, follow=True).content.decode()
    assert "on esteellinen tässä asiassa" in page
    assert not Vote.objects.exists()


def test_a_member_without_a_seat_cannot_vote(member, hall, decision):
    open_vote(**NOBODY, decision=decision)
    member.post(hall.url(f"istunto/aanet/{decision.pk}/"), {"choice": "for"})
    assert not Vote.objects.exists()


def test_a_member_reads_and_does_not_write(member, hall):
    key = f"minutes-{hall.item.pk}"
    assert "<textarea" not in member.get(hall.url()).content.decode()
    response = member.post(hall.url(), {"tee": key, f"{key}-text": "Muutettu", f"{key}-seen": 0})
    assert response.status_code == 403
    assert AgendaItem.objects.get(pk=hall.item.pk).minutes_text == ""


# who comes in

PAGES = ["istunto/", "poytakirja/"]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.COORDINATOR, 200), (Role.MEMBER, 200), (Role.ADVISER, 200), (Role.OBSERVER, 403), (Role.REPORTER, 403),
     (None, 404)],
)  # fmt: skip
def test_who_reads_a_meeting(entered, hall, page, role, status):
    assert entered(role).get(hall.url(page)).status_code == status


@pytest.mark.parametrize(
    ("role", "status"),
    [(Role.MEMBER, 403), (Role.ADVISER, 403), (Role.OBSERVER, 403), (Role.REPORTER, 403), (None, 404)],
)
def test_who_does_not_run_a_meeting(entered, hall, decision, role, status):
    client = entered(role)
    assert client.get(hall.url(f"istunto/asiat/{hall.item.pk}/paatos/")).status_code == status
    for page, deed in (("istunto/", "end"), ("poytakirja/", "approve")):
        assert client.post(hall.url(page), {"tee": deed}).status_code == status
    hall.meeting.refresh_from_db()
    assert hall.meeting.state == "open"


@pytest.mark.parametrize("role", [Role.ADVISER, Role.OBSERVER, Role.REPORTER])
def test_only_members_decide(entered, hall, decision, role):
    assert entered(role).post(hall.url(f"istunto/aanet/{decision.pk}/"), {"choice": "for"}).status_code == 403


def test_a_meeting_of_another_programme_is_not_found(officer, hall):
    elsewhere = builders.a_meeting(builders.a_body(builders.a_programme()))
    for key in (elsewhere.pk, 999, 10**20):
        assert officer.get(f"/seutu/tyoryhma/kokoukset/{key}/istunto/").status_code == 404


@pytest.mark.parametrize("times", [1, 3, 50])
@pytest.mark.parametrize("who", ["officer", "member"])
def test_the_page_takes_the_same_queries_however_long_the_agenda(
    request, hall, django_assert_max_num_queries, times, who
):
    for _ in range(times):
        add_decision(**NOBODY, item=builders.an_item(hall.meeting), kind=DecisionKind.DECISION)
    client = request.getfixturevalue(who)
    with django_assert_max_num_queries(17):
        client.get(hall.url())

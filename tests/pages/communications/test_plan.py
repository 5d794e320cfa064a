"""Viestintä: the plan in force, the one in preparation as changes, who may write, two people at one form."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.communications import actions
from hankekori.areas.communications.models import CommunicationPlan
from hankekori.areas.steering.models import Meeting
from tests import builders

PAGE = "/seutu/viestinta/"
NEW = f"{PAGE}versiot/uusi/"
FIRST, EDIT, REMOVE = (f"{PAGE}versiot/1/{rest}" for rest in ("", "muokkaa/", "poista/"))
READING = [role for role in Role if Permission.READ_FIGURES in permissions_of(role)]
EDITING = [role for role in Role if Permission.EDIT_COMMUNICATION in permissions_of(role)]
BY = {"by": None, "now": builders.NOW}


def prepare(programme, **texts):
    plan = actions.new_version(**BY, programme=programme)
    kept = {name: getattr(plan, name) for name in ("audiences", "messages", "channels", "actions")}
    return actions.save_plan(**BY, plan=plan, **kept | texts)


def adopt(plan, day=date(2010, 6, 1)):
    return actions.adopt_plan(**BY, plan=plan, adopted_on=day)


def form_of(response) -> dict[str, object]:
    """Give what a browser sends of the page's form when nothing was typed in it."""
    return {field.html_name: field.value() or "" for field in response.context["form"]}


def sent(client, address, **typed):
    return client.post(address, form_of(client.get(address)) | typed)


def text_of(response) -> str:
    return response.content.decode()


def test_plan_in_force_stands_beside_what_the_next_one_changes(member, programme):
    adopt(prepare(programme, audiences="Kunnat ja yritykset", channels="Lehti"))
    prepare(programme, audiences="Kunnat ja koulut")
    page = text_of(member.get(PAGE))

    assert "Voimassa on versio 1" in page
    assert "Kunnat ja yritykset" in page
    assert "<del>" in page
    assert "yritykset</del>" in page
    assert "koulut</ins>" in page
    assert "Ei muutoksia." in page


def test_empty_page_says_what_belongs_there_and_offers_the_first_step(member, officer, programme):
    assert "Viestintäsuunnitelmaa ei ole vielä tehty" in text_of(member.get(PAGE))
    assert NEW not in text_of(member.get(PAGE))
    assert NEW in text_of(officer.get(PAGE))


def test_earlier_versions_stay_to_be_read(member, programme):
    adopt(prepare(programme, messages="Vanha"), date(2010, 6, 1))
    adopt(prepare(programme, messages="Uusi"), date(2011, 6, 1))

    assert FIRST in text_of(member.get(PAGE))
    assert "Vanha" in text_of(member.get(FIRST))
    second = text_of(member.get(f"{PAGE}versiot/2/"))
    assert "Muutokset versioon 1" in second
    assert "Vanha</del>" in second


def test_meeting_that_approved_it_is_named_to_those_who_read_meetings(member, entered, programme):
    plan = adopt(prepare(programme, messages="Työtä"))
    body = programme.bodies.create(name_fi="Työryhmä", quorum_rule="none", set_up_on=date(2009, 1, 1))
    meeting = Meeting.objects.create(
        programme=programme, body=body, number=3, starts_at=builders.NOW, ends_at=builders.NOW.replace(hour=11)
    )
    item = meeting.items.create(programme=programme, kind="communication_plan", position=1, title="Viestintä")
    item.decisions.create(
        programme=programme, position=1, kind="approve_communication", communication_plan=plan,
        effective_at=builders.NOW,
    )  # fmt: skip
    for address in (PAGE, FIRST):
        assert f"/seutu/tyoryhma/kokoukset/{meeting.pk}/poytakirja/" in text_of(member.get(address))
        assert "Kokous 3/2012" in text_of(member.get(address))
        assert "Kokous 3/2012" not in text_of(entered(Role.OBSERVER).get(address))


@pytest.mark.parametrize("role", EDITING)
def test_version_is_begun_written_and_given_up(entered, programme, role):
    client = entered(role)
    assert client.post(NEW)["Location"] == EDIT
    assert sent(client, EDIT, audiences="Kunnat\r\nja yritykset", actions="Kirje").status_code == 302
    plan = CommunicationPlan.objects.get()
    assert (plan.audiences, plan.messages, plan.actions) == ("Kunnat\nja yritykset", "", "Kirje")
    assert client.post(NEW)["Location"] == PAGE
    assert CommunicationPlan.objects.count() == 1
    assert client.get(REMOVE).status_code == 200
    assert client.post(REMOVE).status_code == 302
    assert not CommunicationPlan.objects.exists()


def test_second_writer_is_told_of_the_first_and_keeps_what_does_not_clash(officer, programme):
    prepare(programme)
    opened = form_of(officer.get(EDIT))
    sent(officer, EDIT, audiences="Kunnat")
    assert officer.post(EDIT, opened | {"channels": "Lehti"}).status_code == 302
    clash = officer.post(EDIT, opened | {"audiences": "Yritykset"})

    assert clash.status_code == 409
    assert "Tähän on sillä välin tallennettu: Kunnat" in text_of(clash)
    assert clash.context["form"]["audiences"].value() == "Yritykset"
    plan = CommunicationPlan.objects.get()
    assert (plan.audiences, plan.channels) == ("Kunnat", "Lehti")


@pytest.mark.parametrize("odd", ["\0", "Tunnus 010594Y9021", "x" * 50_001])
def test_what_cannot_be_kept_is_refused_in_words(officer, programme, odd):
    prepare(programme)
    response = sent(officer, EDIT, messages=odd)

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {"messages"}
    assert CommunicationPlan.objects.get().messages == ""


def test_approved_version_is_not_edited(officer, programme):
    adopt(prepare(programme, messages="Työtä"))
    for address in (EDIT, REMOVE):
        assert officer.get(address).status_code == 404
        assert officer.post(address).status_code == 404


@pytest.mark.parametrize("role", READING)
def test_whoever_reads_figures_reads_the_plan(entered, programme, role):
    prepare(programme)
    client = entered(role)
    assert client.get(PAGE).status_code == client.get(FIRST).status_code == 200
    assert "Viestintä</a>" in text_of(client.get(PAGE))


@pytest.mark.parametrize("role", [role for role in Role if role not in EDITING])
def test_writing_is_refused_to_those_without_the_right(entered, programme, role):
    prepare(programme)
    client = entered(role)
    assert [client.post(address).status_code for address in (NEW, EDIT, REMOVE)] == [403] * 3
    assert EDIT not in text_of(client.get(PAGE))


def test_reporter_is_refused_the_outsider_finds_nothing_and_the_unknown_logs_in(reporter, outsider, client, programme):
    prepare(programme)
    for address in (PAGE, FIRST, EDIT, REMOVE):
        assert reporter.get(address).status_code == 403
        assert outsider.get(address).status_code == 404
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("number", ["2", "0", "9" * 30])
def test_version_there_is_not_is_not_found(officer, programme, number):
    prepare(programme)
    assert officer.get(f"{PAGE}versiot/{number}/").status_code == 404


@pytest.mark.parametrize("address", [PAGE, FIRST])
def test_queries_do_not_grow(officer, programme, address):
    counts = []
    for size in (1, 3, 50):
        for _ in range(CommunicationPlan.objects.count(), size):
            adopt(prepare(programme, messages=f"Viesti {size}"))
        officer.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(address).status_code == 200
        counts.append(len(captured))

    assert counts[0] <= counts[1] == counts[2] < 20

"""Arviointi: what it shows, who may write, what is refused in words, two people at one form."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Role
from hankekori.areas.intake import actions
from hankekori.areas.intake.models import Assessment, Criterion, PartnerNote
from hankekori.areas.intake.queries import intake_of
from hankekori.core.texts import Translated
from tests import builders

ADDRESS = "/seutu/hankekori/S20001/arviointi/"
ASSESS, NOTE = f"{ADDRESS}muokkaa/", f"{ADDRESS}kumppani/"
READERS = [Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER]
BY = {"by": None, "now": builders.NOW}


@pytest.fixture
def criterion(small):
    return add(small.programme, "Uusia työpaikkoja", weight=3)


@pytest.fixture
def note(small):
    partner = builders.an_organisation(small.programme, name="Sysmän kunta")
    return actions.add_partner_note(
        **BY, project=small.project, organisation=partner, dated=date(2012, 4, 1), text="Kunta puoltaa."
    )


def add(programme, name, weight=1, headline="Työ"):
    return actions.add_criterion(
        **BY, programme=programme, headline=Translated(headline), name=Translated(name), weight=weight
    )


def form_of(response) -> dict[str, object]:
    """Give what a browser sends of the page's form when nothing was typed in it."""
    form = response.context["form"]
    values = {field.html_name: field.field.prepare_value(field.value()) for field in form}
    return {name: "" if value in {None, False} else value for name, value in values.items()}


def sent(client, address, **typed):
    return client.post(address, form_of(client.get(address)) | typed)


def text_of(response) -> str:
    return response.content.decode().replace("\xa0", " ")


# what it shows


def test_tab_shows_the_score_what_is_missing_and_where_to_mend_it(officer, member, small, criterion):
    add(small.programme, "Omarahoitus")
    actions.save_assessment(**BY, project=small.project, criterion=criterion, score=4, text="Kymmenen paikkaa.")
    page = text_of(officer.get(ADDRESS))

    assert "80 %" in page
    assert "arvioitu 1/2 perusteesta" in page
    assert "Kymmenen paikkaa." in page
    assert '<a href="/seutu/hankekori/S20001/rahoitus/">Rahoitussuunnitelma</a>' in page
    assert "<strong>Rahoitussuunnitelma</strong>" in text_of(member.get(ADDRESS))
    assert "<strong>Suunnitelman toimenpide</strong>" in page


def test_empty_tab_leads_the_coordinator_to_the_criteria(officer, member, small):
    assert "Ohjelmalla ei ole vielä arviointiperusteita" in text_of(member.get(ADDRESS))
    assert "/seutu/hankekori/arviointiperusteet/" not in text_of(member.get(ADDRESS))
    assert "/seutu/hankekori/arviointiperusteet/" in text_of(officer.get(ADDRESS))


def test_partner_that_may_be_a_person_is_named_to_those_who_may_know(officer, member, small):
    person = builders.an_organisation(small.programme, name="Toiminimi Esimerkki", may_be_person=True)
    actions.add_partner_note(
        **BY, project=small.project, organisation=person, dated=date(2012, 4, 1), text="Lupaa tiloja."
    )
    assert "Toiminimi Esimerkki" in text_of(officer.get(ADDRESS))
    assert "Toiminimi Esimerkki" not in text_of(member.get(ADDRESS))
    assert "Yksityinen toimija" in text_of(member.get(ADDRESS))


@pytest.mark.parametrize("address", [ADDRESS, ASSESS])
def test_queries_do_not_grow(officer, small, address):
    counts = []
    for size in (1, 3, 50):
        for number in range(Criterion.objects.count(), size):
            criterion = add(small.programme, str(number), headline=str(number // 3))
            actions.save_assessment(**BY, project=small.project, criterion=criterion, score=3)
            partner = builders.an_organisation(small.programme)
            actions.add_partner_note(
                **BY, project=small.project, organisation=partner, dated=date(2012, 4, 1), text="Puoltaa."
            )
        officer.get(address)
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(address).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 20


# who may


def writing(note):
    return [ASSESS, NOTE, f"{NOTE}{note.pk}/poista/"]


@pytest.mark.parametrize("role", READERS)
def test_whoever_reads_figures_reads_the_assessment_and_writes_nothing(entered, criterion, note, role):
    client = entered(role)

    assert client.get(ADDRESS).status_code == 200
    assert [client.get(address).status_code for address in writing(note)] == [403] * 3
    assert [client.post(address).status_code for address in writing(note)] == [403] * 3
    assert not any(address in text_of(client.get(ADDRESS)) for address in writing(note))


def test_reporter_is_refused_the_outsider_finds_nothing_and_the_unknown_logs_in(reporter, outsider, client, note):
    for address in (ADDRESS, *writing(note)):
        assert reporter.get(address).status_code == 403
        assert outsider.get(address).status_code == 404
        assert client.get(address).status_code == 302


@pytest.mark.parametrize("address", [f"{NOTE}0/poista/", "/seutu/hankekori/S99999/arviointi/"])
def test_what_is_not_there_is_not_found(officer, note, address):
    assert officer.get(address).status_code == 404


# assessing


def test_assessment_is_saved_as_written(officer, small, criterion):
    other = add(small.programme, "Omarahoitus")
    response = sent(
        officer, ASSESS, **{f"score-{criterion.pk}": "0", f"text-{criterion.pk}": "Ei synny.", f"score-{other.pk}": ""}
    )

    assert (response.status_code, response["Location"]) == (302, ADDRESS)
    found = intake_of(small.project)
    assert [(line.score, line.text) for line in found.lines] == [(0, "Ei synny."), (None, "")]
    assert (found.score, found.answered, found.asked) == (Decimal("0.0"), 1, 2)


@pytest.mark.parametrize(
    ("field", "odd"),
    [("score", "6"), ("score", "-1"), ("score", "kolme"), ("score", "9" * 40), ("text", "010594Y9021"), ("text", "\0")],
)
def test_what_was_not_understood_is_said_and_what_was_typed_is_kept(officer, criterion, field, odd):
    typed = {f"score-{criterion.pk}": "3", f"text-{criterion.pk}": "Hyvä"} | {f"{field}-{criterion.pk}": odd}
    response = sent(officer, ASSESS, **typed)

    assert response.status_code == 422
    assert set(response.context["form"].errors) == {f"{field}-{criterion.pk}"}
    assert {name: response.context["form"][name].value() for name in typed} == typed
    assert not Assessment.objects.exists()


def test_two_at_one_form_keep_both_and_are_asked_where_they_clash(officer, small, criterion):
    other = add(small.programme, "Omarahoitus")
    opened = form_of(officer.get(ASSESS))
    sent(officer, ASSESS, **{f"score-{other.pk}": "5"})

    kept_both = officer.post(ASSESS, opened | {f"score-{criterion.pk}": "1"})
    assert kept_both.status_code == 302
    assert [line.score for line in intake_of(small.project).lines] == [1, 5]

    clash = officer.post(ASSESS, opened | {f"score-{other.pk}": "2"})
    assert clash.status_code == 409
    assert "Tähän on sillä välin tallennettu: 5" in text_of(clash)
    assert [line.score for line in intake_of(small.project).lines] == [1, 5]

    assert officer.post(ASSESS, form_of(clash)).status_code == 302
    assert [line.score for line in intake_of(small.project).lines][1] == 2


# partners' notes


def test_note_is_added_of_a_partner_known_or_new_and_taken_away(officer, small):
    response = sent(officer, NOTE, organisation="Hartolan kunta", dated="1.4.2012", text="Kunta lupaa 5 000 euroa.")

    assert (response.status_code, response["Location"]) == (302, ADDRESS)
    note = PartnerNote.objects.select_related("organisation").get()
    assert (note.organisation.name, note.dated, note.text) == (
        "Hartolan kunta", date(2012, 4, 1), "Kunta lupaa 5 000 euroa."
    )  # fmt: skip
    assert "Hartolan kunta" in text_of(officer.get(ADDRESS))
    assert officer.get(f"{NOTE}{note.pk}/poista/").status_code == 200
    assert officer.post(f"{NOTE}{note.pk}/poista/").status_code == 302
    assert not PartnerNote.objects.exists()


@pytest.mark.parametrize(
    "odd",
    [{"organisation": ""}, {"dated": ""}, {"dated": "31.2.2012"}, {"dated": "1.1.1800"}, {"text": " "}, {"text": "\0"}],
)
def test_note_that_is_not_whole_is_refused(officer, small, odd):
    response = sent(officer, NOTE, **{"organisation": "Kunta", "dated": "1.4.2012", "text": "Puoltaa."} | odd)

    assert response.status_code == 422
    assert set(response.context["form"].errors) == set(odd)
    assert not PartnerNote.objects.exists()

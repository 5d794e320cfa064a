"""Earlier decisions and their state: what is known on a day stays as it was, and no person is named."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.steering.earlier_decisions import earlier_decisions
from hankekori.areas.steering.follow_ups import close_follow_up, move_follow_up
from hankekori.areas.steering.models import Decision, FollowUp
from hankekori.reports.canonical_json import to_canonical_json
from hankekori.reports.comparison import changes_between
from hankekori.reports.working_group import NOT_COMPARED
from tests import builders
from tests.reports.working_group.conftest import chapters_of, table_of, values_of

HELD = datetime(2012, 3, 20, 10, 0, tzinfo=UTC)
APPROVED = datetime(2012, 4, 2, 10, 0, tzinfo=UTC)
LATER = datetime(2012, 5, 10, 10, 0, tzinfo=UTC)  # than the day of the reports
PERSON = "Keksitty Vastaaja"


@pytest.fixture
def body(world):
    return builders.a_body(world.programme, name_fi="Seudun työryhmä")


def a_meeting(body, number, held=HELD, approved=APPROVED):
    return builders.a_meeting(
        body, number=number, state="approved", starts_at=held, ends_at=held + timedelta(hours=2), approved_at=approved
    )


def a_decision(meeting, title, kind="decision", outcome="as_proposed", **fields):
    item = builders.an_item(meeting, title=title)
    values = {"programme_id": meeting.programme_id, "item": item, "position": 1, "kind": kind, "outcome": outcome}
    return Decision.objects.create(**values | fields)


def a_task(body, decision=None, due=date(2012, 6, 1), **fields):
    values = {"programme_id": body.programme_id, "body": body, "decision": decision, "created_at": APPROVED}
    return FollowUp.objects.create(**values | {"task": "Selvitetään tontit.", "due": due} | fields)


@pytest.fixture
def met(body):
    """Hold a meeting with one decision of each state."""
    meeting = a_meeting(body, 2)
    a_decision(meeting, "Uusi hanke", "accept", project=builders.a_project(body.programme), effective_at=APPROVED)
    a_decision(meeting, "Katsaus", "information")
    a_decision(meeting, "Kokouspalkkiot", decision="Palkkioita ei makseta.")
    a_decision(meeting, "Matkat", outcome="rejected")
    return meeting


@pytest.fixture
def task(body, met):
    seat = builders.a_seat(
        body, person=PERSON, organisation=builders.an_organisation(body.programme, name="Hartolan kunta")
    )
    decision = a_decision(met, "Tontit", "task", decision="Selvitetään tontit.", owner_seat=seat)
    return a_task(body, decision, owner_seat=seat)


def test_decisions_of_the_latest_meeting_tell_their_state(build, body, met, task):
    a_meeting(body, 1, held=HELD - timedelta(days=40))

    document = build()

    assert [(row[0], row[1], row[3]) for row in values_of(table_of(document, "earlier-decisions"))] == [
        ("1 §", "Uusi hanke", "● pantu toimeen"),
        ("2 §", "Katsaus", "● merkitty tiedoksi"),
        ("3 §", "Kokouspalkkiot", "● päätetty"),
        ("4 §", "Matkat", "hylättiin"),
        ("5 §", "Tontit", "○ avoin"),
    ]
    assert values_of(table_of(document, "earlier-decisions"))[2][2] == "Päätös: Palkkioita ei makseta."
    assert "Seudun työryhmä 2/2012, 20.3.2012" in to_canonical_json(document).decode()


def test_matters_keep_their_numbers_when_one_was_taken_off(build, met):
    met.items.filter(title="Katsaus").update(removed=True)

    rows = values_of(table_of(build(), "earlier-decisions"))
    assert [row[:2] for row in rows] == [["1 §", "Uusi hanke"], ["2 §", "Kokouspalkkiot"], ["3 §", "Matkat"]]


def test_follow_ups_tell_who_by_when_and_how_they_stand(build, body, task):
    a_task(body, due=date(2012, 4, 29), task="Myöhässä")
    a_task(body, due=date(2012, 4, 30), task="Tänään")
    a_task(body, task="Tehty", state="done", closed_at=APPROVED + timedelta(days=5))
    a_task(body, task="Vanha", state="done", created_at=HELD - timedelta(9), closed_at=HELD - timedelta(days=1))

    missing = "not_applicable"
    assert values_of(table_of(build(), "follow-ups")) == [
        ["Myöhässä", missing, "organisaatiota ei kirjattu", date(2012, 4, 29), "■ myöhässä", missing],
        ["Tänään", missing, "organisaatiota ei kirjattu", date(2012, 4, 30), "○ avoin", missing],
        ["Selvitetään tontit.", "2/2012", "Hartolan kunta", date(2012, 6, 1), "○ avoin", missing],
        ["Tehty", missing, "organisaatiota ei kirjattu", date(2012, 6, 1), "● valmis", date(2012, 4, 7)],
    ]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_person_is_named(build, body, task, language):
    sole_trader = builders.an_organisation(body.programme, name="Tmi Esimerkki", may_be_person=True)
    a_task(body, owner_name=PERSON)
    a_task(body, owner_organisation=sole_trader, owner_name=PERSON)

    document = build(language=language)

    told = to_canonical_json(document).decode()
    assert PERSON not in told
    assert "Tmi Esimerkki" not in told
    private = {"fi": "yksityinen toimija", "sv": "privat aktör", "en": "private party"}[language]
    assert private in [row[2] for row in values_of(table_of(document, "follow-ups"))]


def test_what_happens_later_changes_no_byte(build, body, met, task, world):
    before = to_canonical_json(build())
    first = to_canonical_json(build(known_on=date(2012, 4, 1)))

    move_follow_up(by=None, now=LATER, follow_up=task, due=date(2012, 9, 1), reason="Kaava viipyy.")
    close_follow_up(by=None, now=LATER + timedelta(days=1), follow_up=task, state="done")
    held_before_approved_after = a_meeting(body, 3, held=datetime(2012, 4, 20, 9, 0, tzinfo=UTC), approved=LATER)
    a_task(body, a_decision(held_before_approved_after, "Uusi", "task"), created_at=LATER)
    world.programme.previous_meeting = date(2012, 4, 20)
    world.programme.save()

    assert to_canonical_json(build()) == before
    later = table_of(build(known_on=date(2012, 5, 12)), "follow-ups")
    assert [row[3:] for row in values_of(later)] == [
        [date(2012, 6, 1), "○ avoin", "not_applicable"],
        [date(2012, 9, 1), "● valmis", date(2012, 5, 11)],
    ]
    assert first != before  # the minutes were not approved yet
    assert table_of(build(known_on=date(2012, 4, 1)), "earlier-decisions") is None


def test_a_moved_day_is_known_from_the_day_it_was_moved(body, task):
    move_follow_up(by=None, now=APPROVED + timedelta(days=3), follow_up=task, due=date(2012, 7, 1), reason="Syy")
    move_follow_up(by=None, now=LATER, follow_up=task, due=date(2012, 8, 1), reason="Syy")

    def due(known_on):
        found = earlier_decisions(body.programme, as_of=builders.AS_OF, known_on=known_on)
        return found.follow_ups[0].due

    assert [due(date(2012, 4, 4)), due(date(2012, 4, 5)), due(date(2012, 5, 9)), due(date(2012, 5, 10))] == [
        date(2012, 6, 1),
        date(2012, 7, 1),
        date(2012, 7, 1),
        date(2012, 8, 1),
    ]


def test_a_meeting_after_the_day_is_not_there_however_much_is_known(build, body, met):
    a_decision(a_meeting(body, 3, held=LATER, approved=LATER), "Toukokuun asia")

    document = build(known_on=date(2012, 6, 1))
    assert next(row[1] for row in values_of(table_of(document, "earlier-decisions"))) == "Uusi hanke"


def test_only_the_body_that_steers_the_programme_is_told_of(build, world):
    other = builders.a_body(world.programme, "informs_municipalities")
    a_decision(a_meeting(other, 1), "Muu asia")

    assert table_of(build(), "earlier-decisions") is None


def test_before_any_minutes_the_chapter_says_so(build):
    document = build()

    assert "Aiemmat päätökset ja niiden tila" in chapters_of(document)
    told = to_canonical_json(document).decode()
    assert "Työryhmällä ei ole hyväksyttyjä pöytäkirjoja" in told
    assert "Avoimia tai kokouksen jälkeen suljettuja tehtäviä ei ole." in told


def test_a_comparison_tells_what_became_of_a_task(build, body, met, task):
    before = build()
    close_follow_up(by=None, now=LATER, follow_up=task, state="done")
    a_decision(a_meeting(body, 3, held=LATER, approved=LATER), "Uusi asia")

    changes = changes_between(before, build(date(2012, 5, 31), known_on=date(2012, 5, 31)), left_out=NOT_COMPARED)

    found = {(one.row, one.column.key): one.now.value for one in changes if one.table == "follow-ups" and one.column}
    assert found[(f"follow-up-{task.pk}", "state")] == "● valmis"
    assert "earlier-decisions" not in {one.table for one in changes}


def test_queries_do_not_grow_with_what_was_decided(build, body, met, task):
    counts = []
    for more in (0, 2, 47):
        for number in range(more):
            a_task(body, a_decision(met, f"Asia {number}", "task"))
        with CaptureQueriesContext(connection) as captured:
            build()
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 35

"""Papers frozen with what they tell of: all of it or nothing, and what was frozen before stays as it was."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.errors import DomainError
from hankekori.areas.projects.models import Project
from hankekori.areas.steering.models import AgendaItem, Decision, Meeting
from hankekori.areas.steering.papers import keep_agenda
from hankekori.reports.document import Facts
from hankekori.reports.meetings import amend_and_freeze, approve_and_freeze, freeze_agenda
from hankekori.reports.snapshots import frozen_bytes, open_frozen
from tests import builders
from tests.reports.meetings.conftest import NOW


@pytest.fixture
def officer(meeting):
    return builders.a_user("Kaisa Koordinaattori")


def approved(meeting, officer, language="fi"):
    return approve_and_freeze(by=officer, now=NOW, meeting=meeting, language=language)


def test_approval_lets_the_decision_happen_and_freezes_the_minutes(meeting, officer):
    report = approved(meeting, officer)

    meeting.refresh_from_db()
    assert (meeting.state, meeting.minutes, report.kind, report.title) == (
        "approved",
        report,
        "minutes",
        "Pöytäkirja 3/2012",
    )
    assert Project.objects.get(code="S20001").basket_state == "in_basket"
    facts = {fact.label: fact.text for fact in open_frozen(report).meta}
    assert facts["Pöytäkirja hyväksyttiin"] == "8.5.2012 klo 15.00, Kaisa Koordinaattori"


def test_what_cannot_be_approved_freezes_nothing(meeting, officer):
    Decision.objects.filter(kind="accept").update(outcome="open")
    before = FrozenReport.objects.count()

    with pytest.raises(DomainError):
        approved(meeting, officer)

    assert FrozenReport.objects.count() == before
    assert Meeting.objects.get().state == "ended"


def test_a_report_from_before_still_says_what_it_said(meeting, officer):
    before = bytes(meeting.report.document)

    approved(meeting, officer)

    kept = FrozenReport.objects.get(pk=meeting.report.pk)
    assert frozen_bytes(kept) == before
    assert hashlib.sha256(before).hexdigest() == kept.sha256
    assert Decision.objects.get(kind="accept").report == kept


def test_agenda_is_frozen_once_until_it_changes(meeting, officer):
    first = freeze_agenda(by=officer, now=NOW, meeting=meeting, language="fi")
    again = freeze_agenda(by=officer, now=NOW + timedelta(hours=1), meeting=meeting, language="fi")
    AgendaItem.objects.filter(position=4).update(title="Muuttunut")
    changed = freeze_agenda(by=officer, now=NOW, meeting=meeting, language="fi")

    assert again == first != changed
    assert Meeting.objects.get().agenda == changed
    assert "Muuttunut" not in bytes(first.document).decode()


@pytest.mark.parametrize("about", [True, False])
def test_an_amendment_stands_after_minutes_that_stay_word_for_word(meeting, officer, about):
    first = approved(meeting, officer)
    AgendaItem.objects.filter(position=4).update(title="Muuttunut", minutes_text="Muutettu")
    item = AgendaItem.objects.get(position=4) if about else None

    amendment = amend_and_freeze(
        by=officer,
        now=NOW + timedelta(days=7),
        meeting=meeting,
        text="Päivä on 2.6.2012.",
        reason="Kirjoitusvirhe",
        item=item,
    )

    second = Meeting.objects.get().minutes
    old, new = open_frozen(first), open_frozen(second)
    assert (amendment.previous, amendment.minutes) == (first, second)
    assert old == replace(new, blocks=new.blocks[:-2])
    facts = new.blocks[-1]
    assert isinstance(facts, Facts)
    said = {fact.label: fact.text for fact in facts.items}
    assert said.get("Kohta") == ("3 §" if about else None)
    assert said["Oikaisun sisältö"] == "Päivä on 2.6.2012."
    assert said["Allekirjoittanut"] == "Kaisa Koordinaattori, 15.5.2012"
    assert frozen_bytes(first)


def test_another_amendment_follows_the_first(meeting, officer):
    approved(meeting, officer)
    for day, text in ((1, "Ensimmäinen."), (2, "Toinen.")):
        amend_and_freeze(
            by=officer, now=NOW + timedelta(days=day), meeting=Meeting.objects.get(), text=text, reason="Virhe"
        )

    written = bytes(Meeting.objects.get().minutes.document).decode()
    assert written.index("Ensimmäinen.") < written.index("Toinen.")
    assert FrozenReport.objects.filter(kind="minutes").count() == 3


def test_which_agenda_was_sent_is_in_the_history(meeting, officer):
    report = freeze_agenda(by=officer, now=NOW, meeting=meeting, language="sv")
    keep_agenda(by=officer, now=NOW, meeting=meeting, report=report)

    event = meeting.events.filter(agenda=report).first()
    assert event.pgh_context.metadata == {"action": "meetings.freeze_agenda", "user": officer.pk}

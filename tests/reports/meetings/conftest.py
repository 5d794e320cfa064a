"""A meeting with everything its papers can tell."""

from datetime import UTC, date, datetime

import pytest

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.steering.models import AgendaItem, Attachment, Attendance, Decision, Disqualification, Meeting
from hankekori.reports.snapshots import freeze
from tests import builders
from tests.reports.documents import report

NOW = datetime(2012, 5, 8, 12, 0, tzinfo=UTC)


def kept_report(programme) -> FrozenReport:
    """Freeze a small report of the last day of April."""
    return freeze(
        report(), by=None, now=NOW, programme=programme, kind="working_group", as_of=builders.AS_OF,
        known_on=builders.AS_OF,
    )  # fmt: skip


@pytest.fixture
def meeting(db) -> Meeting:
    """Return an ended meeting: the chair, a deputy and the secretary were there, one member was not."""
    programme = builders.a_programme(slug="seutu", name_fi="Seudun ohjelma")
    body = builders.a_body(programme, name_fi="Rakennemuutostyöryhmä", name_sv="Arbetsgruppen", quorum_rule="half")
    town = builders.an_organisation(programme, name="Kaupunki")
    college = builders.an_organisation(programme, name="Opisto")
    chair = builders.a_seat(body, person="Puhe Johtaja", role="chair", organisation=town, email="puhe@example.org")
    member = builders.a_seat(body, person="Jäsen Yksi", organisation=college)
    deputy = builders.a_seat(body, person="Vara Yksi", organisation=college, deputy_of=member)
    absent = builders.a_seat(body, person="Poissa Oleva")
    vice = builders.a_seat(body, person="Vara Puhe", role="vice_chair")
    secretary = builders.a_seat(body, person="Sih Teeri", role="secretary")
    met = Meeting.objects.create(
        programme=programme, body=body, number=3, state="ended", place="Kaupungintalo, kokoushuone 2",
        starts_at=datetime(2012, 5, 8, 9, 0, tzinfo=UTC), ends_at=datetime(2012, 5, 8, 11, 0, tzinfo=UTC),
        opened_at=datetime(2012, 5, 8, 9, 2, tzinfo=UTC), closed_at=datetime(2012, 5, 8, 10, 40, tzinfo=UTC),
        report=kept_report(programme),
    )  # fmt: skip
    for seat, present, stand_in, examines in (
        (absent, False, None, False),
        (chair, True, None, False),
        (member, True, deputy, True),
        (vice, True, None, False),
        (secretary, True, None, False),
    ):
        Attendance.objects.create(
            programme=programme, meeting=met, seat=seat, present=present, deputy=stand_in, examines_minutes=examines
        )
    _matters(met, chair=chair, deputy=deputy)
    return met


def an_item(meeting, position, **fields) -> AgendaItem:
    values = {"kind": "other", "title": f"Asia {position}"}
    return AgendaItem.objects.create(programme=meeting.programme, meeting=meeting, position=position, **values | fields)


def a_decision(item, position=1, **fields) -> Decision:
    values = {"kind": "decision", "proposal": "Hyväksytään.", "outcome": "as_proposed"}
    return Decision.objects.create(programme=item.programme, item=item, position=position, **values | fields)


def _matters(meeting, *, chair, deputy) -> None:
    programme = meeting.programme
    an_item(meeting, 1, kind="opening", title="Kokouksen avaus", minutes_text="Puheenjohtaja avasi kokouksen.")
    an_item(meeting, 2, title="Poistettu asia", removed=True)
    project = builders.a_project(programme, code="S20001", name="Neuvontahanke", basket_state="proposed")
    proposal = an_item(
        meeting, 3, kind="proposal", title="Neuvontahankkeen ottaminen koriin", project=project, presenter="Esittelijä",
        introduction="Hanke on esitetty koriin.\n\nPisteet 18/20.", minutes_text="Keskusteltiin rahoituksesta.",
    )  # fmt: skip
    accept = a_decision(
        proposal, kind="accept", project=project, decision="Hanke otetaan koriin.", voting="closed",
        report=meeting.report,
    )  # fmt: skip
    accept.votes.create(programme=programme, seat=chair, choice="for")
    accept.dissents.create(programme=programme, seat=chair, text="Rahoitus on epävarma {eikä} 100 %.")
    Disqualification.objects.create(
        programme=programme, item=proposal, seat=deputy, automatic=True, explanation="hakijan palveluksessa"
    )
    for name, kept in (("liite.pdf", None), ("Raportti", meeting.report)):
        Attachment.objects.create(
            programme=programme, item=proposal, name=name, report=kept, content=None if kept else b"x", sha256="0" * 64,
            added_at=NOW,
        )  # fmt: skip
    a_decision(
        an_item(meeting, 4, title="Seuraava kokous"), kind="task", decision="Selvitetään tilat.",
        owner_name="Sih Teeri", due=date(2012, 6, 1),
    )  # fmt: skip

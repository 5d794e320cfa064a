"""What agendas and minutes say, in the three languages, and what they never say."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.steering.models import Attendance, Meeting
from hankekori.areas.steering.paper_queries import meeting_papers
from hankekori.reports.canonical_json import to_canonical_json
from hankekori.reports.document import Facts, Heading, Table, Text
from hankekori.reports.meetings import agenda_document, minutes_document
from hankekori.reports.writers.html import write_html
from tests.reports.meetings.conftest import a_decision, an_item


def minutes_of(meeting, **options):
    return minutes_document(meeting_papers(meeting), **{"language": "fi"} | options)


def agenda_of(meeting, **options):
    return agenda_document(meeting_papers(meeting), **{"language": "fi"} | options)


def headings(document):
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def rows_of(document, table_id):
    table = next(block for block in document.blocks if isinstance(block, Table) and block.id == table_id)
    return [tuple(str(cell.value or "").strip() for cell in row.cells) for row in table.rows]


def facts(document):
    return [{fact.label: fact.text for fact in block.items} for block in document.blocks if isinstance(block, Facts)]


def texts(document):
    return [block.text for block in document.blocks if isinstance(block, Text)]


def test_minutes_say_where_and_when_and_who(meeting):
    document = minutes_of(meeting)

    assert (document.title, document.subtitle) == ("Pöytäkirja 3/2012", "Rakennemuutostyöryhmä\nSeudun ohjelma")
    meta = {fact.label: fact.text for fact in document.meta}
    assert meta["Aika"] == "8.5.2012 klo 12.00–14.00"
    assert meta["Kokous avattiin"] == "8.5.2012 klo 12.02"
    assert rows_of(document, "present") == [
        ("Puhe Johtaja", "Kaupunki", "puheenjohtaja"),
        ("Vara Puhe", "", "varapuheenjohtaja"),
        ("Vara Yksi", "Opisto", "varajäsen, Jäsen Yksi"),
        ("Sih Teeri", "", "sihteeri"),
    ]
    assert rows_of(document, "absent") == [("Poissa Oleva", "", "jäsen")]
    assert "Kokous on päätösvaltainen: äänivaltaisia on läsnä 3, tarvitaan 2." in texts(document)


def test_without_the_chair_it_is_said_that_there_is_no_quorum(meeting):
    Attendance.objects.filter(seat__role__in=["chair", "vice_chair"]).update(present=False)

    assert "puheenjohtaja ja varapuheenjohtaja puuttuvat" in " ".join(texts(minutes_of(meeting)))


def test_matters_are_numbered_without_those_taken_off(meeting):
    expected = ["1 § Kokouksen avaus", "2 § Neuvontahankkeen ottaminen koriin", "3 § Seuraava kokous"]

    assert [text for text in headings(minutes_of(meeting)) if "§" in text] == expected
    assert [text for text in headings(agenda_of(meeting)) if "§" in text] == expected


def test_a_decision_says_what_by_what_votes_and_on_which_figures(meeting):
    said = next(each for each in facts(minutes_of(meeting)) if each.get("Koskee"))

    hash_ = meeting.report.sha256
    grouped = " ".join(hash_[at : at + 8] for at in range(0, 64, 8))
    assert said == {
        "Asian laji": "hyväksyminen hankekoriin",
        "Koskee": "S20001 Neuvontahanke",
        "Ehdotus": "Hyväksytään.",
        "Äänestys": "puolesta 1, vastaan 0, tyhjiä 0",
        "Ratkaisu": "ehdotuksen mukaan",
        "Päätös": "Hanke otetaan koriin.",
        "Päätös perustuu raporttiin": f"Rakennemuutostyöryhmän raportti, tilanne 30.4.2012, SHA-256 {grouped}",
    }


def test_dissent_and_disqualification_are_told(meeting):
    said = texts(minutes_of(meeting))

    assert "Eriävä mielipide, Puhe Johtaja: Rahoitus on epävarma {eikä} 100 %." in said
    assert "Esteellisenä poistui käsittelyn ajaksi: Vara Yksi, Opisto (hakijan palveluksessa)." in said


def test_tasks_are_gathered_with_who_and_when(meeting):
    assert rows_of(minutes_of(meeting), "tasks-table") == [("3 §", "Selvitetään tilat.", "Sih Teeri", "1.6.2012")]


def test_what_was_not_decided_is_no_task(meeting):
    for item in meeting.items.all():
        item.decisions.filter(kind="task").update(outcome="tabled")

    assert "Sovitut tehtävät" not in headings(minutes_of(meeting))


def test_who_signs_and_examines(meeting):
    assert [row[:2] for row in rows_of(minutes_of(meeting), "signatures-table")] == [
        ("Puheenjohtaja", "Puhe Johtaja"),
        ("Sihteeri", "Sih Teeri"),
        ("Pöytäkirjan tarkastaja", "Vara Yksi"),
    ]


def test_agenda_calls_members_with_their_deputies(meeting):
    assert ("Jäsen Yksi", "Opisto", "jäsen", "Vara Yksi, Opisto") in rows_of(agenda_of(meeting), "called-table")


def test_before_anybody_is_called_those_with_a_seat_are(meeting):
    called = rows_of(agenda_of(meeting), "called-table")
    Attendance.objects.all().delete()

    assert sorted(rows_of(agenda_of(meeting), "called-table")) == sorted(called)


def test_the_agenda_does_not_tell_the_outcome(meeting):
    written = write_html(agenda_of(meeting)).decode()

    assert "Hanke otetaan koriin." not in written
    assert "Keskusteltiin rahoituksesta." not in written


@pytest.mark.parametrize("build", [agenda_of, minutes_of])
def test_no_address_of_a_person_is_told(meeting, build):
    assert b"@" not in to_canonical_json(build(meeting))


@pytest.mark.parametrize(
    ("language", "title", "matter"),
    [
        ("fi", "Pöytäkirja 3/2012", "1 § Kokouksen avaus"),
        ("sv", "Protokoll 3/2012", "§ 1 Kokouksen avaus"),
        ("en", "Minutes 3/2012", "§ 1 Kokouksen avaus"),
    ],
)
def test_minutes_are_in_the_language_asked_for(meeting, language, title, matter):
    document = minutes_of(meeting, language=language)

    assert document.title == title
    assert matter in headings(document)


def test_a_draft_says_so_on_every_page_beside_the_mark_of_invented_data(meeting):
    meeting.programme.example_data = True
    meeting.programme.save()

    assert minutes_of(meeting, draft=True).marking == "Luonnos · Seurantatiedot ovat keksittyjä esimerkkejä"
    assert minutes_of(meeting).marking == "Seurantatiedot ovat keksittyjä esimerkkejä"


def test_a_meeting_without_anything_is_written(meeting):
    bare = Meeting.objects.create(
        programme=meeting.programme, body=meeting.body, number=4, starts_at=meeting.starts_at, ends_at=meeting.ends_at
    )

    assert "Esityslistalla ei ole vielä asioita." in texts(agenda_of(bare))
    assert "Läsnäolijoita ei ole kirjattu." in texts(minutes_of(bare))


def test_queries_do_not_grow_with_the_matters(meeting):
    counts, added = [], 0
    for size in (1, 3, 50):
        for number in range(added, size):
            a_decision(an_item(meeting, 10 + number))
        added = size
        with CaptureQueriesContext(connection) as captured:
            meeting_papers(meeting)
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] <= 11

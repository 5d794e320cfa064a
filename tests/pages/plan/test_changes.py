"""What has changed between two days: entries, their sums, the file, and days in the wrong order."""

from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.accounts.roles import Role
from tests import builders

BETWEEN = "?vertaa=2012-02-14&tiedetty=2012-04-30"


def tables_of(client, address):
    page = LexborHTMLParser(client.get(address).content.decode())
    return [
        [[words(cell) for cell in row.css("th, td")] for row in table.css("tbody tr")] for table in page.css("table")
    ]


def words(node):
    return " ".join(node.text().split())


@pytest.fixture
def corrected(small):
    """Correct the 40 to 38 in March, half of the project's results counting for another measure."""
    first = small.project.ledger.get()
    small.project.measure_links.all().delete()
    builders.a_share(small.project, small.measure, Decimal("0.5"))
    builders.a_share(small.project, small.bare_measure, Decimal("0.5"))
    return builders.a_ledger_entry(
        small.project, small.people, -2, corrects=first, source="correction", reason="counted_twice",
        explanation="Kaksi oli luettu jo keväällä.", recorded_at=datetime(2012, 3, 1, tzinfo=UTC),
        recorded_by=builders.a_user("Kirjaaja"),
    )  # fmt: skip


def test_entries_tell_old_and_new_source_reason_and_who(small, officer, corrected):
    sums, entries = tables_of(officer, small.url(f"suunnitelma/muutokset/{BETWEEN}"))

    assert sums == [["Aloittaneet, henkilöä", "40", "38", "−2", "1"]]
    assert entries == [
        ["S20001 NeuvontahankeAloittaneet, henkilöä, 31.12.2011 päättynyt kausi", "40 → 38", "−2",
         "Oikaisu 1.3.2012, KirjaajaLaskettu kahteen kertaan: Kaksi oli luettu jo keväällä."]
    ]  # fmt: skip


def test_a_measure_counts_its_share_of_a_change(small, officer, corrected):
    sums, entries = tables_of(officer, small.url(f"suunnitelma/1.1/muutokset/{BETWEEN}"))

    assert sums == [["Aloittaneet, henkilöä", "20", "19", "−1", "1"]]
    assert entries[0][1:3] == ["40 → 38", "−1,0osuus 50 %"]


def test_who_recorded_is_not_told_to_the_working_group(small, entered, corrected):
    page = entered(Role.MEMBER).get(small.url(f"suunnitelma/muutokset/{BETWEEN}")).content.decode()

    assert "Laskettu kahteen kertaan" in page
    assert "Kirjaaja" not in page
    assert b"Kirjaaja" not in entered(Role.MEMBER).get(small.url(f"suunnitelma/muutokset/{BETWEEN}&muoto=csv")).content


def test_file_holds_every_change(small, officer):
    for _ in range(60):
        builders.a_ledger_entry(small.project, small.people, 1, recorded_at=datetime(2012, 3, 1, tzinfo=UTC))
    address = small.url(f"suunnitelma/muutokset/{BETWEEN}")
    shown = tables_of(officer, address)[1]
    book = CalamineWorkbook.from_filelike(BytesIO(officer.get(f"{address}&muoto=xlsx").content))

    assert len(shown) == 50
    assert len(tables_of(officer, f"{address}&sivu=2")[1]) == 10
    assert len(book.get_sheet_by_index(0).to_python()) == 61
    assert officer.get(f"{address}&muoto=csv").status_code == 200


def test_changes_are_counted_from_the_previous_meeting_when_no_day_is_chosen(small, officer):
    assert officer.get(small.url("suunnitelma/muutokset/")).context["days"].since == date(2012, 1, 1)
    earlier = officer.get(small.url("suunnitelma/muutokset/?tiedetty=2011-11-11"))
    assert earlier.context["days"].since == date(2011, 6, 30)


def test_days_in_the_wrong_order_are_said_and_kept(small, officer):
    page = LexborHTMLParser(
        officer.get(small.url("suunnitelma/muutokset/?vertaa=2012-03-01&tiedetty=2012-02-01")).content.decode()
    )

    assert "Ensimmäinen päivä on jälkimmäistä myöhempi." in page.css_first(".errorlist").text()
    assert page.css_first("#vertaa").attributes["value"] == "2012-03-01"
    assert page.css_first("#tiedetty").attributes["value"] == "2012-02-01"
    assert page.css_first("#vertaa").attributes["aria-describedby"] == "vertaa-virhe"


def test_nothing_changed_is_said(small, officer):
    page = officer.get(small.url("suunnitelma/muutokset/?vertaa=2012-02-14&tiedetty=2012-02-15")).content.decode()

    assert "Näiden päivien välillä ei tehty kirjauksia." in page


def test_a_bad_day_is_said(small, officer):
    response = officer.get(small.url("suunnitelma/muutokset/?vertaa=eilen"))

    assert response.status_code == 400
    assert "Osoitteen päivä ”eilen” ei ole päivämäärä." in response.content.decode()

"""Two frozen reports compared."""

from datetime import UTC, date, datetime, timedelta

import pytest

from hankekori.areas.accounts.roles import Role
from hankekori.areas.steering.models import Meeting
from hankekori.reports.working_group import freeze_report
from tests import builders
from tests.pages.reports.conftest import many_reports, page_of, words


@pytest.fixture
def two(freeze, small):
    """Freeze the report at the end of 2011 and again when 30 more people had begun."""
    old = freeze(date(2011, 12, 31), known_on=date(2012, 1, 31))
    builders.a_ledger_entry(
        small.project, small.people, 30, women=10,
        period_start=date(2012, 1, 1), period_end=date(2012, 3, 31),
        recorded_at=datetime(2012, 4, 10, tzinfo=UTC),
    )  # fmt: skip
    return old, freeze()


def address_of(small, *reports):
    chosen = "&".join(f"raportti={getattr(report, 'pk', report)}" for report in reports)
    return small.url(f"raportit/vertaa/?{chosen}")


def test_what_moved_is_shown_earlier_first(member, small, two):
    old, new = two

    for address in (address_of(small, old, new), address_of(small, new, old)):
        page = page_of(member.get(address))
        assert words(page.css_first("h1")) == "Raporttien vertailu 31.12.2011 ja 30.4.2012"
        assert words(page.css_first("table#changed-key-figures-1 tbody tr")) == "Aloittaneet Luku 40 70 +30"


def test_what_only_restates_or_tells_of_changes_is_left_out(member, small, two):
    page = page_of(member.get(address_of(small, *two)))

    ids = {table.attributes["id"] for table in page.css(".report table")}
    assert not ids & {"changed-changed-results", "changed-entries", "changed-attention", "changed-decisions"}
    assert "Odotettu" not in {words(row.css("td")[0]) for row in page.css(".report tbody tr")}


@pytest.mark.parametrize("ending", ["html", "pdf", "docx", "xlsx"])
def test_comparison_is_a_file_too(member, small, two, ending):
    response = member.get(f"{address_of(small, *two)}&muoto={ending}")

    name = f"seutu-vertailu-2011-12-31-2012-04-30.{ending}"
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert response.content == member.get(f"{address_of(small, *two)}&muoto={ending}").content


@pytest.mark.parametrize("ending", ["json", "csv", "x"])
def test_another_format_is_not_found(member, small, two, ending):
    assert member.get(f"{address_of(small, *two)}&muoto={ending}").status_code == 404


def test_reports_in_two_languages_compare_by_their_figures(member, small, two, freeze):
    old, _ = two

    page = page_of(member.get(address_of(small, old, freeze(language="en"))))

    assert "Aloittaneet" in words(page.css_first("table#changed-key-figures-1 tbody tr"))


def test_the_same_report_twice_or_another_number_asks_for_two(member, small, two, freeze):
    old, new = two

    for chosen in ((old, old), (old,), (old, new, freeze(language="sv"))):
        response = member.get(address_of(small, *chosen))
        assert response.status_code == 422
        assert "Valitse kaksi raporttia" in words(page_of(response).css_first(".empty"))
    assert member.get(small.url("raportit/vertaa/")).status_code == 200


@pytest.mark.parametrize("key", ["0", "x", "-1", "²", "9" * 40, ""])
def test_unknown_report_is_not_found(member, small, two, key):
    assert member.get(address_of(small, two[0], key)).status_code == 404


def test_another_programmes_report_is_not_found(member, small, two):
    other = builders.a_programme()
    many_reports(other, 1)

    assert member.get(address_of(small, two[0], other.frozen_reports.get())).status_code == 404


def test_under_what_moved_stand_the_entries_behind_it(member, small, two):
    page = page_of(member.get(address_of(small, *two)))

    behind = page.css_first(f"table#why-result-{small.people.code}-{small.people.pk}")
    assert [words(row) for row in behind.css("tbody tr")] == ["S20001 Neuvontahanke 31.3.2012 30 10 10.4.2012"]
    titles = [words(node) for node in page.css(".report h2, .report h3")]
    assert titles[1] == "Miksi: Aloittaneet, henkilöä"
    assert titles.count(titles[1]) == 1


def test_an_entry_of_a_period_that_had_not_ended_yet_is_behind_it_too(member, small, two):
    old, _ = two
    builders.a_ledger_entry(
        small.project, small.people, 5, period_start=date(2012, 4, 1), period_end=date(2012, 4, 30),
        recorded_at=datetime(2012, 1, 25, tzinfo=UTC), explanation="Etukäteen",
    )  # fmt: skip
    new = freeze_report(
        small.programme, by=None, now=datetime(2012, 5, 3, tzinfo=UTC), as_of=builders.AS_OF,
        known_on=date(2012, 5, 1), language="fi",
    )  # fmt: skip

    assert "Etukäteen" in words(page_of(member.get(address_of(small, old, new))).css_first(".report"))


@pytest.mark.parametrize("role", [Role.MEMBER, Role.OBSERVER])
def test_decisions_in_between_are_told_to_those_who_may_read_meetings(entered, small, two, role):
    body = builders.a_body(small.programme, name_fi="Työryhmä")
    meeting = Meeting.objects.create(
        programme=small.programme, body=body, number=2, state="approved", approved_at=datetime(2012, 3, 9, tzinfo=UTC),
        starts_at=datetime(2012, 3, 8, 9, tzinfo=UTC), ends_at=datetime(2012, 3, 8, 11, tzinfo=UTC),
    )  # fmt: skip
    item = meeting.items.create(programme=small.programme, kind="other", position=1, title="Neuvonnan jatko")
    item.decisions.create(
        programme=small.programme, position=1, kind="decision", decision="Jatketaan.", outcome="as_proposed"
    )

    page = page_of(entered(role).get(address_of(small, *two)))

    told = page.css_first("table#why-decisions")
    if role is Role.OBSERVER:
        assert told is None
    else:
        assert words(told.css_first("tbody tr")) == (
            "Työryhmä 2/2012 8.3.2012 Neuvonnan jatko päätös ehdotuksen mukaan: Jatketaan."
        )


def test_what_came_between_two_reports_of_one_day_is_told(member, small, freeze):
    morning, day = datetime(2012, 5, 2, 9, tzinfo=UTC), date(2012, 5, 2)
    old = freeze(known_on=day, now=morning)
    body = builders.a_body(small.programme, name_fi="Työryhmä")
    meeting = builders.a_meeting(body, number=2, state="approved", approved_at=morning + timedelta(hours=2))
    builders.an_item(meeting, title="Neuvonnan jatko").decisions.create(
        programme=small.programme, position=1, kind="decision", outcome="as_proposed"
    )
    for hour, explanation in ((1, "Keskipäivällä"), (5, "Jäädytyksen jälkeen")):
        builders.a_ledger_entry(
            small.project, small.people, 5, period_start=date(2012, 1, 1), period_end=date(2012, 3, 31),
            recorded_at=morning + timedelta(hours=hour), explanation=explanation,
        )  # fmt: skip
        if hour == 1:
            new = freeze(known_on=day, now=morning + timedelta(hours=3))

    page = page_of(member.get(address_of(small, old, new)))
    told = words(page.css_first(".report"))
    assert ("Keskipäivällä" in told, "Jäädytyksen jälkeen" in told) == (True, False)
    assert "Neuvonnan jatko" in words(page.css_first("table#why-decisions"))

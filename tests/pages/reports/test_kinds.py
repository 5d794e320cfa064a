"""Agendas and minutes among the frozen reports: for whom they are, narrowed by kind and year, as files."""

from datetime import date

import pytest

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.reports.snapshots import freeze
from tests.pages.reports.conftest import NOW, page_of, words
from tests.reports.documents import report as a_document


@pytest.fixture
def minutes(small):
    return freeze(
        a_document(), by=None, now=NOW, programme=small.programme, kind="minutes", as_of=date(2011, 5, 8),
        known_on=date(2011, 5, 8),
    )  # fmt: skip


def names(response):
    return [words(link) for link in page_of(response).css("tbody th a")]


@pytest.mark.parametrize("role", [role for role in Role if Permission.READ_FIGURES in permissions_of(role)])
def test_minutes_are_for_those_who_may_read_meetings(entered, small, frozen, minutes, role):
    client, may = entered(role), Permission.READ_MEETINGS in permissions_of(role)

    assert ("Rakennemuutostyöryhmän raportti" in names(client.get(small.url("raportit/")))) is may
    for rest in ("", "tiedosto/pdf/", "tiedosto/json/"):
        assert client.get(small.url(f"raportit/{minutes.pk}/{rest}")).status_code == (200 if may else 403)
    compared = client.get(small.url(f"raportit/vertaa/?raportti={frozen.pk}&raportti={minutes.pk}"))
    assert compared.status_code == (422 if may else 403)
    assert "Pöytäkirja" in page_of(client.get(small.url("raportit/"))).css_first("main").text() or not may


def test_an_observer_cannot_narrow_to_what_is_not_theirs(entered, small, frozen, minutes):
    page = page_of(entered(Role.OBSERVER).get(small.url("raportit/?laji=minutes")))

    assert "Pöytäkirja" not in page.css_first("main").text()
    assert "Vaihtoehtoa ”minutes” ei ole" in words(page.css_first(".errorlist"))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("laji=minutes", ["Rakennemuutostyöryhmän raportti"]),
        ("laji=working_group", ["Työryhmän raportti 30.4.2012"]),
        ("vuosi=2011", ["Rakennemuutostyöryhmän raportti"]),
        ("haku=30.4.2012", ["Työryhmän raportti 30.4.2012"]),
        ("julkiset=1", []),
        ("laji=agenda", []),
    ],
)
def test_the_list_is_narrowed(member, small, frozen, minutes, query, found):  # noqa: PLR0917 - fixtures
    assert names(member.get(small.url(f"raportit/?{query}"))) == found


def test_a_report_is_found_by_the_beginning_of_its_hash(member, small, frozen, minutes):
    assert names(member.get(small.url(f"raportit/?haku={frozen.sha256[:8]}"))) == ["Työryhmän raportti 30.4.2012"]


@pytest.mark.parametrize("query", ["vuosi=x", "laji=%00", "vuosi=9999999999999", "haku=%27%22%25"])
def test_an_odd_filter_is_no_failure(member, small, frozen, query):
    assert member.get(small.url(f"raportit/?{query}")).status_code == 200


def test_minutes_have_no_tables_as_a_workbook(member, small, minutes):
    assert member.get(small.url(f"raportit/{minutes.pk}/tiedosto/xlsx/")).status_code == 404

"""The list of frozen reports."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Role
from tests import builders
from tests.pages.reports.conftest import many_reports, page_of, words


def test_each_report_says_its_days_language_maker_hash_and_files(officer, small, frozen):
    row = page_of(officer.get(small.url("raportit/"))).css_first("tbody tr")

    assert words(row) == (
        f"Työryhmän raportti 30.4.2012 30.4.2012 suomi 2.5.2012 12.00 Kaisa Koordinaattori {frozen.sha256[:8]} "
        "HTML PDF DOCX XLSX JSON"
    )
    assert row.css_first("th a").attributes["href"] == small.url(f"raportit/{frozen.pk}/")


def test_newest_day_stands_first(officer, small, freeze):
    for day in (date(2011, 6, 30), date(2012, 4, 30), date(2011, 12, 31)):
        freeze(day)

    names = [words(link) for link in page_of(officer.get(small.url("raportit/"))).css("tbody th a")]
    assert [name.removeprefix("Työryhmän raportti ") for name in names] == ["30.4.2012", "31.12.2011", "30.6.2011"]


def test_without_reports_the_page_offers_the_first_step(officer, small):
    page = page_of(officer.get(small.url("raportit/")))

    assert page.css_first(".empty a").attributes["href"] == small.url("raportit/uusi/")


def test_member_reads_but_is_not_offered_to_make_one_nor_shown_names(member, small, frozen):
    page = page_of(member.get(small.url("raportit/")))

    assert len(page.css("tbody tr")) == 1
    assert page.css(f'a[href="{small.url("raportit/uusi/")}"]') == []
    assert "Kaisa" not in page.css_first("main").text()


def test_another_programmes_reports_are_not_listed(officer, small, frozen):
    many_reports(builders.a_programme(), 2)

    assert len(page_of(officer.get(small.url("raportit/"))).css("tbody tr")) == 1


@pytest.mark.parametrize("role", [Role.ADVISER, Role.COMMUNICATOR, Role.MEMBER, Role.OBSERVER])
def test_every_reader_may_look(entered, small, role):
    assert entered(role).get(small.url("raportit/")).status_code == 200


@pytest.fixture(params=["", "uusi/", "vertaa/", "{report}/", "{report}/tiedosto/pdf/"])
def any_page(request, small, frozen):
    return small.url(f"raportit/{request.param.format(report=frozen.pk)}")


def test_who_may_not_is_kept_out_of_every_page(outsider, reporter, client, any_page):
    assert outsider.get(any_page).status_code == 404
    assert reporter.get(any_page).status_code == 403
    assert client.get(any_page)["Location"] == f"/kirjaudu/?next={any_page}"


def test_queries_do_not_grow_with_the_reports(officer, small):
    counts = []
    for more in (1, 2, 47):
        many_reports(small.programme, more)
        with CaptureQueriesContext(connection) as captured:
            assert officer.get(small.url("raportit/")).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 10


def test_documents_are_not_read_for_the_list(officer, small, frozen):
    with CaptureQueriesContext(connection) as captured:
        officer.get(small.url("raportit/"))

    assert not any('"document"' in query["sql"] for query in captured)


@pytest.mark.parametrize("page", ["0", "99", "-1", "x", "9" * 30])
def test_a_page_that_is_not_there_gives_the_nearest(officer, small, frozen, page):
    assert officer.get(small.url(f"raportit/?sivu={page}")).status_code == 200

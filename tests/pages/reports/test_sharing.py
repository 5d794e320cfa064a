"""Publishing a frozen report, reading it without login, taking it back, and putting it beside a matter."""

import hashlib
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hankekori.areas.accounts.roles import Permission, Role, permissions_of
from hankekori.areas.archive.errors import NotPublishableError
from hankekori.areas.archive.models import Publication
from hankekori.areas.archive.publishing import publish
from hankekori.areas.steering.models import AgendaItem, Meeting
from hankekori.reports.snapshots import freeze
from tests import builders
from tests.pages.reports.conftest import NOW, many_reports, page_of, words
from tests.reports.documents import report as a_document


@pytest.fixture
def public(frozen):
    """Publish the report of 30 April 2012."""
    return publish(by=frozen.frozen_by, now=NOW, report=frozen)


@pytest.fixture
def item(small):
    """Return a matter of a coming meeting."""
    body = builders.a_body(small.programme)
    starts, ends = datetime(2012, 6, 1, 9, tzinfo=UTC), datetime(2012, 6, 1, 11, tzinfo=UTC)
    meeting = Meeting.objects.create(programme=small.programme, body=body, number=1, starts_at=starts, ends_at=ends)
    return AgendaItem.objects.create(
        programme=small.programme, meeting=meeting, kind="other", position=1, title="Tilannekatsaus"
    )


def anyone():
    return Client(headers={"accept-language": "fi"})


def test_published_report_opens_to_anyone_and_withdrawn_does_not(officer, small, frozen):
    address, own = small.url(f"julkaistut/{frozen.pk}/"), small.url(f"raportit/{frozen.pk}/")
    assert anyone().get(address).status_code == 404

    officer.post(f"{own}julkaise/")
    page = page_of(anyone().get(address))
    assert words(page.css_first("h1")) == "Työryhmän raportti 30.4.2012"
    assert frozen.sha256 in words(page.css_first(".proof"))
    assert "Kaisa" not in page.css_first("main").text()
    assert (
        words(page_of(anyone().get(small.url("julkaistut/"))).css_first("tbody th")) == "Työryhmän raportti 30.4.2012"
    )

    officer.post(f"{own}peru-julkaisu/")
    for rest in ("", f"{frozen.pk}/", f"{frozen.pk}/tiedosto/pdf/"):
        assert anyone().get(small.url(f"julkaistut/{rest}")).status_code == 404
    kept = Publication.objects.get()
    assert (kept.withdrawn_at is None, kept.withdrawn_by is None) == (False, False)


def test_published_again_after_it_was_withdrawn(officer, small, frozen):
    for step in ("julkaise", "julkaise", "peru-julkaisu", "peru-julkaisu", "julkaise"):
        assert officer.post(small.url(f"raportit/{frozen.pk}/{step}/")).status_code == 302

    assert Publication.objects.count() == 2
    assert anyone().get(small.url("julkaistut/")).status_code == 200


@pytest.mark.parametrize("ending", ["html", "pdf", "docx", "xlsx", "json"])
def test_public_file_is_the_office_s_own_byte_for_byte(officer, small, frozen, public, ending):
    given = anyone().get(small.url(f"julkaistut/{frozen.pk}/tiedosto/{ending}/"))

    assert given.content == officer.get(small.url(f"raportit/{frozen.pk}/tiedosto/{ending}/")).content
    if ending == "json":
        assert hashlib.sha256(given.content).hexdigest() == frozen.sha256


def test_the_public_page_has_no_menu_and_no_way_to_what_is_not_public(outsider, member, small, freeze, public):
    freeze(date(2011, 12, 31))

    for client in (anyone(), outsider, member):
        page = page_of(client.get(small.url("julkaistut/")))
        links = {link.attributes["href"] for link in page.css("main a, header a")}
        assert len(page.css("tbody tr")) == 1
        assert page.css("nav.menu") == []
        assert all(link.startswith((small.url("julkaistut/"), "/kirjaudu")) for link in links)


@pytest.mark.parametrize("key", ["0", "999999", "99999999999999999999999"])
def test_unknown_public_report_is_not_found(small, public, key):
    assert anyone().get(small.url(f"julkaistut/{key}/")).status_code == 404
    assert anyone().get(small.url(f"julkaistut/{key}/tiedosto/pdf/")).status_code == 404


def test_another_programme_s_report_is_not_found_under_this_one(small, public):
    other = builders.a_programme(slug="toinen")

    assert anyone().get(f"/{other.slug}/julkaistut/{public.report_id}/").status_code == 404
    assert anyone().get(f"/{other.slug}/julkaistut/").status_code == 404
    assert anyone().get("/eiole/julkaistut/").status_code == 404


@pytest.mark.parametrize("kind", ["agenda", "minutes", "compilation"])
def test_what_is_not_for_everyone_cannot_be_published(officer, small, frozen, kind):
    kept = freeze(
        a_document(), by=None, now=NOW, programme=small.programme, kind=kind, as_of=date(2012, 5, 8),
        known_on=date(2012, 5, 8),
    )  # fmt: skip

    with pytest.raises(NotPublishableError):
        publish(by=frozen.frozen_by, now=NOW, report=kept)
    officer.post(small.url(f"raportit/{kept.pk}/julkaise/"))

    assert not Publication.objects.exists()


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("step", ["julkaise", "peru-julkaisu", "liita"])
def test_who_may_give_a_report_on(entered, small, frozen, item, role, step):  # noqa: PLR0917 - fixtures
    needed = Permission.RUN_MEETINGS if step == "liita" else Permission.PRODUCE_REPORT
    allowed = needed in permissions_of(role)

    answer = entered(role).post(small.url(f"raportit/{frozen.pk}/{step}/"), {"asia": item.pk})

    assert answer.status_code == (302 if allowed else 403)


def test_outsider_and_the_unknown_do_not_give_on(outsider, client, small, frozen):
    for step in ("julkaise", "peru-julkaisu", "liita"):
        assert outsider.post(small.url(f"raportit/{frozen.pk}/{step}/")).status_code == 404
        assert client.post(small.url(f"raportit/{frozen.pk}/{step}/"))["Location"].startswith("/kirjaudu/")


def test_report_is_put_beside_the_matter_once(officer, small, frozen, item):
    address = small.url(f"raportit/{frozen.pk}/")
    option = page_of(officer.get(address)).css_first(f"select[name=asia] option[value='{item.pk}']")
    assert "1.6.2012: Tilannekatsaus" in words(option)

    for _ in range(2):
        answer = officer.post(f"{address}liita/", {"asia": item.pk}, follow=True)

    assert "Raportti on liitetty asiaan ”Tilannekatsaus”." in words(page_of(answer).css_first("#viestit"))
    assert [each.report for each in item.attachments.all()] == [frozen]


@pytest.mark.parametrize("chosen", ["", "x", "0", "²", "9" * 40])
def test_a_matter_that_is_not_there_is_asked_for_again(officer, small, frozen, item, chosen):
    answer = officer.post(small.url(f"raportit/{frozen.pk}/liita/"), {"asia": chosen}, follow=True)

    assert "Valitse asia" in words(page_of(answer).css_first("#viestit"))
    assert not item.attachments.exists()


def test_queries_of_the_public_list_do_not_grow(small, public):
    counts, added = [], 1
    for size in (1, 3, 50):
        many_reports(small.programme, size - added)
        added = size
        for report in small.programme.frozen_reports.exclude(publications__isnull=False):
            publish(by=public.published_by, now=NOW, report=report)
        with CaptureQueriesContext(connection) as captured:
            assert anyone().get(small.url("julkaistut/")).status_code == 200
        counts.append(len(captured))

    assert counts == [counts[0]] * 3
    assert counts[0] < 10

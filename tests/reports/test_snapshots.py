"""Freezing: the same document once, never changed, and a change past the database noticed when it is opened."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pgtrigger
import pytest
from django.db import DatabaseError, transaction

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.archive.queries import latest_before, report_with_key, reports_of
from hankekori.reports.canonical_json import sha256, to_canonical_json
from hankekori.reports.document import Fact, Facts
from hankekori.reports.snapshots import (
    TamperedReportError,
    UnreadableReportError,
    freeze,
    frozen_bytes,
    open_frozen,
    with_fingerprint,
)
from tests import builders
from tests.reports.documents import report

pytestmark = pytest.mark.django_db
NOW = datetime(2012, 5, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
def programme():
    return builders.a_programme()


def frozen(programme, document=None, *, as_of=date(2012, 4, 30), known_on=date(2012, 5, 1), kind="working_group"):
    return freeze(
        document or report(), by=None, now=NOW, programme=programme, kind=kind, as_of=as_of, known_on=known_on
    )


def test_a_frozen_document_comes_back_as_it_was(programme):
    kept = report_with_key(programme, frozen(programme).pk)

    assert open_frozen(kept) == report()
    assert frozen_bytes(kept) == to_canonical_json(report())
    assert kept.sha256 == sha256(report()) == hashlib.sha256(frozen_bytes(kept)).hexdigest()


def test_the_same_document_is_frozen_once(programme):
    first = frozen(programme)

    assert frozen(programme) == first
    assert frozen(programme, replace(report(), title="Toinen")) != first
    assert frozen(builders.a_programme()) != first


@pytest.mark.parametrize("change", [{"document": b"{}"}, {"as_of": date(2012, 1, 1)}, {"sha256": "0" * 64}])
def test_the_database_refuses_a_change(programme, change):
    kept = frozen(programme)

    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        FrozenReport.objects.filter(pk=kept.pk).update(**change)
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        FrozenReport.objects.filter(pk=kept.pk).delete()


def test_a_changed_byte_is_noticed_and_said(programme):
    kept = frozen(programme)
    changed = frozen_bytes(kept).replace(b"194225", b"194226")
    with pgtrigger.ignore("reports.FrozenReport:report_is_frozen"):
        FrozenReport.objects.filter(pk=kept.pk).update(document=changed)

    with pytest.raises(TamperedReportError) as refused:
        open_frozen(report_with_key(programme, kept.pk))
    assert refused.value.message.fi == (
        "Jäädytettyä raporttia 2012-04-30 on muutettu jäädyttämisen jälkeen: sen sisältö ei enää vastaa tiivistettä. "
        "Raporttia ei avata. Palauta se varmuuskopiosta tai jäädytä uusi samalta päivältä."
    )


def test_a_document_of_another_form_is_said_to_be_one(programme):
    content = b'{"document":{},"format":"hankekori-document/9"}'
    kept = frozen(programme)
    with pgtrigger.ignore("reports.FrozenReport:report_is_frozen"):
        FrozenReport.objects.filter(pk=kept.pk).update(document=content, sha256=hashlib.sha256(content).hexdigest())

    with pytest.raises(UnreadableReportError, match="muodossa, jota tämä Hankekorin versio ei lue"):
        open_frozen(report_with_key(programme, kept.pk))


def test_reports_are_listed_newest_day_first(programme):
    days = [date(2011, 12, 31), date(2012, 4, 30), date(2011, 6, 30)]
    for day in days:
        frozen(programme, replace(report(), title=str(day)), as_of=day)

    assert [each.as_of for each in reports_of(programme)] == sorted(days, reverse=True)


def test_the_latest_before_is_of_an_earlier_day_and_the_same_kind(programme):
    old = frozen(programme, replace(report(), title="1"), as_of=date(2011, 6, 30))
    corrected = frozen(programme, replace(report(), title="2"), as_of=date(2011, 6, 30), known_on=date(2012, 5, 2))
    same_day = frozen(programme, replace(report(), title="3"))
    frozen(programme, replace(report(), title="4"), as_of=date(2012, 1, 1), kind="other")
    frozen(builders.a_programme(), as_of=date(2012, 1, 1))

    assert latest_before(programme, kind="working_group", as_of=same_day.as_of) == corrected
    assert latest_before(programme, kind="working_group", as_of=old.as_of) is None


@pytest.mark.parametrize("key", [0, 2**63, 10**30])
def test_no_report_has_an_impossible_key(programme, key):
    assert report_with_key(programme, key) is None


def test_the_document_ends_with_the_fingerprint_in_groups():
    original = report()
    marked = with_fingerprint(original, "a" * 60 + "bcde")

    assert marked.blocks[:-1] == original.blocks
    assert marked.blocks[-1] == Facts((Fact("Jäädytetyn raportin SHA-256", f"{'aaaaaaaa ' * 7}aaaabcde"),))

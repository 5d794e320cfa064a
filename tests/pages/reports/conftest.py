"""Frozen reports the pages' tests look at."""

import hashlib
from datetime import UTC, date, datetime
from itertools import count, islice

import pytest
from selectolax.lexbor import LexborHTMLParser

from hankekori.areas.archive.models import FrozenReport
from hankekori.reports.working_group import KIND, freeze_report
from tests import builders

NOW = datetime(2012, 5, 2, 9, 0, tzinfo=UTC)
_numbers = count(1)


@pytest.fixture
def freeze(small):
    """Return a function that freezes the small programme's report as it is then."""

    def frozen(as_of=builders.AS_OF, *, known_on=date(2012, 4, 30), language="fi", now=NOW, by=None, **asked):
        return freeze_report(
            small.programme, by=by, now=now, as_of=as_of, known_on=known_on, language=language, **asked
        )

    return frozen


@pytest.fixture
def frozen(freeze) -> FrozenReport:
    """Return the report of 30 April 2012, frozen by a coordinator with a name."""
    return freeze(by=builders.a_user("Kaisa Koordinaattori"))


def many_reports(programme, number_of_reports):
    """Keep so many reports that nobody opens: each has bytes and a hash of its own."""
    user = builders.a_user()
    FrozenReport.objects.bulk_create(
        FrozenReport(
            programme=programme, kind=KIND, language="fi", as_of=builders.AS_OF, known_on=builders.AS_OF,
            document=b"%d" % number, sha256=hashlib.sha256(b"%d" % number).hexdigest(), frozen_at=NOW, frozen_by=user,
        )
        for number in islice(_numbers, number_of_reports)
    )  # fmt: skip


def page_of(response):
    return LexborHTMLParser(response.content.decode())


def words(node):
    return " ".join(node.text(separator=" ").split())

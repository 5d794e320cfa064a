"""A personal link to the small programme's open report."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from hankekori.areas.mail.signed_tokens import sign_token
from hankekori.areas.rounds.models import ReportLink
from tests.pages.monitoring.conftest import asked  # noqa: F401 - the same round


@pytest.fixture
def link(asked):  # noqa: F811 - the fixture
    now = timezone.now()
    return ReportLink.objects.create(
        programme=asked.report.programme, report=asked.report, email="hanke@example.org",
        created_at=now, expires_at=now + timedelta(days=30),
    )  # fmt: skip


@pytest.fixture
def address(link) -> str:
    return f"/raportoi/{sign_token(link.token)}/"


@pytest.fixture
def holder() -> Client:
    """Return the client of somebody without an account."""
    return Client(headers={"accept-language": "fi"})

"""What does not stand in the log."""

import logging
from io import StringIO

import pytest
from django.test import Client

from hankekori.config.logs import WithoutLinkTokens


@pytest.fixture
def log(monkeypatch):
    """Give what is written to stderr, as the settings have it written."""
    handler = next(
        each
        for each in logging.getLogger().handlers
        if isinstance(each, logging.StreamHandler) and any(isinstance(one, WithoutLinkTokens) for one in each.filters)
    )
    written = StringIO()
    monkeypatch.setattr(handler, "stream", written)
    return written


@pytest.mark.django_db
def test_token_of_a_personal_link_is_not_logged(log):
    answer = Client(enforce_csrf_checks=True).post("/raportoi/0a1b2c.signature-of_it/tallenna/")

    assert answer.status_code == 403
    assert "/raportoi/…/tallenna/" in log.getvalue()
    assert "signature" not in log.getvalue()


def test_token_of_a_password_link_stays_out_too(log):
    answer = Client(enforce_csrf_checks=True).post("/salasana/0a1b2c.signature-of_it/")

    assert answer.status_code == 403
    assert "/salasana/…/" in log.getvalue()

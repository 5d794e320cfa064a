"""What every test may use. Database tests run against the same real PostgreSQL as the product."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import transaction
from django.utils import translation
from hypothesis import settings

from tests import builders

DEMO_LOADED_AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
SHARED = Path(__file__).parent.parent.parent / "shared"

settings.register_profile("hankekori", deadline=None)  # how long a rule takes is for the benchmarks to tell
settings.load_profile("hankekori")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of public sample files; tests that need it are left out where there is none."""
    if not SHARED.exists():
        pytest.skip("the public sample files are not beside this checkout")
    return SHARED


@pytest.fixture(autouse=True)
def _finnish() -> None:
    """Begin each test in Finnish, whatever language the page of another test was read in."""
    translation.activate("fi")


@pytest.fixture(autouse=True)
def _numbers_from_one() -> None:
    builders.number_from_one()


@pytest.fixture(scope="module")
def demo_loaded(django_db_setup: None, django_db_blocker: object) -> Iterator[None]:
    """Load the demo once for a module and take it away after its last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        from hankekori.demo.load import load_demo  # noqa: PLC0415 - Django is not set up when this file is read

        load_demo(now=DEMO_LOADED_AT)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def demo(demo_loaded: None) -> Iterator[None]:
    """Give the loaded demo; what a test changes is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)

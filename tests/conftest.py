"""What every test may use. Database tests run against the same real PostgreSQL as the product."""

from pathlib import Path

import pytest
from django.utils import translation
from hypothesis import settings

from tests import builders

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

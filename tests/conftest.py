"""What every test may use. Database tests run against the same real PostgreSQL as the product."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
os.environ.setdefault("HANKEKORI_DATA_DIR", str(ROOT / "var" / "test"))
os.environ["HANKEKORI_DEMO"] = "1"

SHARED = ROOT.parent / "shared"


def pytest_configure(config):
    """Name what production collects beforehand, so that a missing manifest is no difference."""
    config.addinivalue_line("markers", "shared: reads public sample files that lie beside the checkout")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of public sample files; tests that need it are left out where there is none."""
    if not SHARED.exists():
        pytest.skip("the public sample files are not beside this checkout")
    return SHARED

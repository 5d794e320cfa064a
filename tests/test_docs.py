"""Pages written from the code are as the code is, and links between pages lead somewhere."""

import re
from pathlib import Path

import pytest

from tools.docs import pages

ROOT = Path(__file__).parent.parent
WRITTEN = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_generated_pages_are_current() -> None:
    old = [path.name for path, content in pages().items() if not path.exists() or path.read_text() != content]
    assert old == [], "run `make docs`"


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text())
    broken = [one for one in targets if "://" not in one and not (page.parent / one).exists()]
    assert broken == []

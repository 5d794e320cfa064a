import re
from pathlib import Path

PROJECT = Path(__file__).parents[3]


def test_every_remark_code_is_documented_and_every_documented_code_exists():
    code = (PROJECT / "src/hankekori/core/description/checks.py").read_text(encoding="utf-8")
    page = (PROJECT / "docs/formats/description.md").read_text(encoding="utf-8")
    documented = page.partition("## Remarks")[2]

    made = set(re.findall(r'Remark\(\s*"([a-z-]+)"', code)) | set(re.findall(r'"((?:realised|public)-[a-z-]+)"', code))

    assert made == set(re.findall(r"`([a-z-]+)`", documented))

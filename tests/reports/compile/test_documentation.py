"""The page on addresses names every subject, group and figure there is."""

from pathlib import Path

import pytest

from hankekori.reports.compile.question import RESERVED
from hankekori.reports.compile.subjects import SUBJECTS

PAGE = (Path(__file__).parents[3] / "docs" / "formats" / "compilation.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
def test_the_page_names_what_can_be_asked(subject):
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| `{subject.key}` ")]

    named = {each.key for each in (*subject.dimensions, *subject.quantities)}
    assert {name for name in named if f"`{name}`" not in line} == set()


def test_no_group_is_called_like_a_parameter():
    dimensions = {each.key for subject in SUBJECTS.values() for each in subject.dimensions}

    assert not dimensions & RESERVED
    assert {name for name in RESERVED if f"| `{name}` |" not in PAGE} == set()


@pytest.mark.parametrize("subject", SUBJECTS.values(), ids=SUBJECTS)
def test_names_are_in_three_languages(subject):
    for each in (*subject.dimensions, *subject.quantities):
        assert each.name.fi and each.name.sv and each.name.en, each.key  # noqa: PT018 - one name
    assert subject.dimension("x") is None
    assert all(subject.dimension(key) for key in subject.start_groups)
    assert all(subject.quantity(key) for key in subject.start_columns)

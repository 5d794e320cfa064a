from dataclasses import replace
from pathlib import Path

import pytest

from hankekori.core.description.fields import Change, compare, labelled_fields
from hankekori.core.description.model import Description, OtherSection, PublicFunding
from hankekori.core.description.reader import read_description

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_every_field_has_a_label_in_three_languages(path):
    listed = labelled_fields(read_description(path.read_text(encoding="utf-8")))

    assert all(all((each.label.fi, each.label.sv, each.label.en)) for each in listed)
    assert len({each.path for each in listed}) == len(listed)


def test_fields_of_an_empty_record_are_all_listed():
    paths = [each.path for each in labelled_fields(Description("project-2007"))]

    assert paths[:4] == ["kind", "language", "fund", "project.code"]
    assert "results.jobs.planned.women" in paths
    assert "remarks" not in paths


def test_compare_lists_changed_added_and_removed_values():
    old = Description("project-2007", summary="a", funding=PublicFunding(granted_eu_state=0))
    new = replace(old, summary=None, funding=PublicFunding(5), other_sections=(OtherSection("10", "Uusi", ("x",)),))

    changes = compare(old, new)

    assert [(change.path, change.old, change.new) for change in changes] == [
        ("summary", "a", None),
        ("funding.granted_eu_state", 0, 5),
        ("other_sections.0", None, "x"),
    ]
    assert compare(old, old) == []
    assert isinstance(changes[0], Change)

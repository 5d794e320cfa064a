import json
from pathlib import Path

import jsonschema
import pytest

from hankekori.core.description.json_values import (
    InvalidDescriptionJsonError,
    from_json_value,
    json_schema,
    to_json_value,
)
from hankekori.core.description.reader import read_description

DOCUMENTS = sorted((Path(__file__).parent / "documents").glob("*.txt"))
PUBLISHED = Path(__file__).parents[3] / "docs" / "formats" / "description.schema.json"


def read(name):
    return read_description((Path(__file__).parent / "documents" / f"{name}.txt").read_text(encoding="utf-8"))


def test_published_schema_is_the_one_of_the_code():
    assert json.loads(PUBLISHED.read_text(encoding="utf-8")) == json_schema()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_documents_follow_the_schema_and_come_back(path):
    record = read_description(path.read_text(encoding="utf-8"))

    value = json.loads(json.dumps(to_json_value(record, "sv")))

    validator = jsonschema.Draft202012Validator(json_schema(), format_checker=jsonschema.FormatChecker())
    assert list(validator.iter_errors(value)) == []
    assert from_json_value(value) == record
    assert from_json_value(value).remarks == record.remarks


def test_json_has_the_keys_of_the_contract_in_order():
    value = to_json_value(read("esf-2007"))

    assert list(value) == [
        "kind",
        "language",
        "fund",
        "project",
        "implementer",
        "area",
        "target_groups",
        "results",
        "summary",
        "communication_plan",
        "dissemination_plan",
        "funding",
        "classification",
        "final_report_summary",
        "other_sections",
        "unread",
        "remarks",
    ]
    assert value["project"]["start"] == "2009-01-16"
    assert value["project"]["priority_axis"]["number"] == 2
    assert value["results"]["companies"] == {
        "planned": {"total": 3, "women": 1},
        "actual": {"total": 2, "women": 2},
    }
    assert value["results"]["degrees"] is None
    assert value["implementer"]["contact"]["email"] == "malli.henkilo@example.org"
    assert value["remarks"][0]["field"] == "area.subregions"
    assert "Pielisen Karjalan" in value["remarks"][0]["message"]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"kind": "letter"}, "kind"),
        ({"summary": 5}, "summary"),
        ({"colour": "red"}, "colour"),
        ({"project": {"start": "1.5.2009"}}, "project.start"),
        ({"funding": {"planned_public": True}}, "funding.planned_public"),
        ({"funding": {"planned_public": 1.5}}, "funding.planned_public"),
        ({"area": {"regions": "Kainuu"}}, "area.regions"),
        ({"unread": [{"line": 1}]}, "unread.0.text"),
        ({"other_sections": [{"number": "x", "title": "y"}]}, "other_sections.0.number"),
        ({"target_groups": []}, "target_groups"),
    ],
)
def test_wrong_json_names_its_place(change, path):
    with pytest.raises(InvalidDescriptionJsonError) as caught:
        from_json_value({"kind": "project-2007", **change})

    assert caught.value.path == path
    assert path in caught.value.message.en


def test_missing_kind_is_an_error():
    with pytest.raises(InvalidDescriptionJsonError):
        from_json_value({})

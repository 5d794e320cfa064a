"""`status`, `report` and `check`: figures out of the demo."""

import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from hankekori.areas.monitoring.models import StoredRollUp

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.usefixtures("demo")


def status_of(run, *arguments: str) -> dict:
    result = run("status", "--programme", "heinola", "--format", "json", *arguments)
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def test_status_follows_the_published_schema(run) -> None:
    schema = json.loads((ROOT / "docs" / "formats" / "status.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    status = status_of(run)
    jsonschema.validate(status, schema)
    assert status["as_of"] == "2012-04-30"
    assert len(status["objectives"]) > 1
    assert status["funding"]["granted_eu_state"] > 0


def test_status_has_exactly_the_keys_agreed_on(run) -> None:
    status = status_of(run)
    measure = status["objectives"][0]["measures"][0]
    indicator = measure["indicators"][0]
    assert list(status) == ["programme", "as_of", "known_on", "objectives", "funding", "gaps"]
    assert list(status["objectives"][0]) == ["name", "light", "measures"]
    assert list(measure) == ["name", "responsible", "light", "reason", "indicators", "projects"]
    assert list(indicator) == [
        *(
            "code",
            "name",
            "unit",
            "planned",
            "expected",
            "actual",
            "women_planned",
            "women_actual",
            "state",
            "forecast",
        ),
    ]
    assert list(indicator["forecast"]) == ["low", "likely", "high"]
    assert list(status["funding"]) == ["granted_eu_state", "realised_eu_state", "planned_public", "realised_public"]


def test_status_of_an_earlier_day(run) -> None:
    then = status_of(run, "--as-of", "31.12.2010", "--known-on", "2011-03-31")
    assert (then["as_of"], then["known_on"]) == ("2010-12-31", "2011-03-31")
    assert then["objectives"] != status_of(run)["objectives"]


def test_status_before_anything_was_known(run) -> None:
    then = status_of(run, "--as-of", "2009-01-01", "--known-on", "2009-01-01")
    states = {line["state"] for o in then["objectives"] for m in o["measures"] for line in m["indicators"]}
    assert "reported" not in states


def test_status_table_speaks_the_language(run) -> None:
    finnish = run("--language", "fi", "status", "--programme", "heinola").text
    assert "30.4.2012" in finnish
    assert {"suunniteltu", "toteutunut", "vaarassa"} <= set(finnish.split())
    assert "at risk" in run("--language", "en", "status", "--programme", "heinola").text


@pytest.mark.parametrize("command", [["status"], ["report", "--as-of", "2012-04-30"]])
def test_programme_that_is_not_there(run, command: list[str]) -> None:
    result = run(*command, "--programme", "kotka")
    assert (result.code, result.out) == (1, b"")
    assert result.err == "There is no programme 'kotka'. Programmes here: heinola.\n"


def test_report_is_written_in_every_format(run, tmp_path: Path) -> None:
    out = tmp_path / "reports"
    result = run("--language", "fi", "report", "--programme", "heinola", "--as-of", "30.4.2012", "--out", out)
    assert (result.code, result.err) == (0, "")
    stem = "heinola-tyoryhman-raportti-2012-04-30"
    wanted = [out / f"{stem}.{ending}" for ending in ("html", "pdf", "docx", "xlsx", "json")]
    assert result.text.split() == [str(file) for file in wanted]
    assert [file.read_bytes()[:4].lower() for file in wanted] == [
        b"<!do",
        b"%pdf",
        b"pk\x03\x04",
        b"pk\x03\x04",
        b'{"do',
    ]


def test_report_where_nothing_can_be_written(run) -> None:
    result = run("report", "--programme", "heinola", "--as-of", "2012-04-30", "--out", "/proc/none")
    assert (result.code, result.out) == (1, b"")
    assert result.err == "The report cannot be written to the folder /proc/none: No such file or directory.\n"


def test_check_of_right_figures(run) -> None:
    result = run("check")
    assert (result.code, result.text, result.err) == (0, "1 programmes checked, stored roll-ups are right.\n", "")


def test_check_names_a_figure_that_is_wrong(run) -> None:
    wrong = StoredRollUp.objects.filter(state="reported").first()
    StoredRollUp.objects.filter(pk=wrong.pk).update(total=wrong.total + Decimal(7))
    result = run("check")
    assert (result.code, result.out) == (1, b"")
    assert f"stored reported {wrong.total + 7}" in result.err

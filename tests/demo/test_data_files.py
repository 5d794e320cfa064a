"""The demo's data files: facts agree with their source, texts are complete, invented figures hold together."""

import csv
import re
from collections import defaultdict
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from stdnum.fi import ytunnus

from hankekori.core.figures import Figure, ValueState
from hankekori.core.identity_codes import contains_identity_code
from hankekori.core.indicators import Combination, IndicatorRule, Severity, check_value
from hankekori.core.ledger import Entry, check_increment
from hankekori.demo.data_files import DATA, read_settings, read_table, to_half_year, to_number

FILES = sorted(path for path in DATA.rglob("*") if path.is_file())
SUMS = ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public")
INDICATORS = {row["code"]: row for row in read_table("indicators.csv")}
MEASURES = {row["key"]: row for part in read_settings("plan.toml")["objective"] for row in part["measure"]}


def test_funding_sums_as_in_the_public_list():
    projects = read_table("projects.csv")
    assert len(projects) == 25
    assert {name: sum(int(row[name]) for row in projects) for name in SUMS} == {
        "granted_eu_state": 6_589_802,
        "realised_eu_state": 6_259_599,
        "planned_public": 8_677_932,
        "realised_public": 8_320_243,
    }


def test_projects_are_the_public_facts(shared: Path):
    with (shared / "samples" / "heinola-projects-2007-2013.csv").open(encoding="utf-8", newline="") as file:
        source = [list(row.values()) for row in csv.DictReader(file)]
    ours = [list(row.values())[: len(source[0])] for row in read_table("projects.csv")]
    assert ours == source


def test_plan_has_its_parts_and_its_findings():
    parts = read_settings("plan.toml")["objective"]
    assert len(parts) == 6
    assert 18 <= len(MEASURES) <= 25
    assert [key for key, row in MEASURES.items() if "responsible" not in row] == ["tilat"]
    carried = {row["measure"] for row in read_table("project_measures.csv")}
    assert set(MEASURES) - carried == {"sijoittaminen", "yhteispalvelu", "tilat"}
    assert {target["course"] for row in MEASURES.values() for target in row["targets"]} == {
        "straight",
        "steps",
        "back_loaded",
    }


@pytest.mark.parametrize("name", ["programme.toml", "plan.toml"])
def test_texts_of_the_programme_are_in_three_languages(name: str):
    texts = list(_texts(read_settings(name)))
    assert texts
    assert [text for text in texts if not all(text[language].strip() for language in ("fi", "sv", "en"))] == []


def test_indicators_are_named_in_three_languages():
    cells = [f"{field}_{language}" for field in ("name", "unit") for language in ("fi", "sv", "en")]
    assert [row["code"] for row in INDICATORS.values() if not all(row[cell] for cell in cells)] == []


def test_references_between_files_hold():
    projects = {row["code"] for row in read_table("projects.csv")}
    organisations = {row["name"] for row in read_table("organisations.csv")}
    municipalities = {row["code"] for row in read_table("municipalities.csv")}
    assert {row["implementer"] for row in read_table("projects.csv")} <= organisations
    assert {row["responsible"] for row in MEASURES.values() if "responsible" in row} <= organisations
    assert {code for row in read_table("projects.csv") for code in row["municipalities"].split()} <= municipalities
    assert {row["project"] for row in read_table("project_measures.csv")} == projects
    assert {row["project"] for row in read_table("monitoring.csv")} == projects
    assert {row["indicator"] for row in read_table("monitoring.csv")} <= set(INDICATORS)


def test_shares_of_each_project_add_to_one():
    shares: defaultdict[str, Decimal] = defaultdict(Decimal)
    for row in read_table("project_measures.csv"):
        shares[row["project"]] += Decimal(row["share"])
    assert set(shares.values()) == {Decimal(1)}


def test_monitoring_is_marked_as_invented():
    assert {row["source"] for row in read_table("monitoring.csv")} == {"example"}


def test_monitoring_values_stand_the_rules_of_a_form():
    rules = {code: _rule(place, row) for place, (code, row) in enumerate(INDICATORS.items())}
    faults = [
        (row["project"], row["period"], row["indicator"], remark.code)
        for row in read_table("monitoring.csv")
        for remark in check_value(rules[row["indicator"]], _figure(row), correction=row["entry"] == "correction")
        if remark.severity is not Severity.OBSERVATION
    ]
    assert faults == []


def test_monitoring_never_turns_a_sum_negative():
    ledger: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for row in sorted(read_table("monitoring.csv"), key=lambda row: row["recorded_at"]):
        known = ledger[row["project"], row["indicator"]]
        entry = _entry(row)
        assert check_increment(known, entry, Combination(INDICATORS[row["indicator"]]["combination"])) == ()
        known.append(entry)


def test_monitoring_is_recorded_after_its_period_and_while_the_project_ran():
    projects = {row["code"]: row for row in read_table("projects.csv")}
    for row in read_table("monitoring.csv"):
        period = to_half_year(row["period"])
        project = projects[row["project"]]
        assert datetime.fromisoformat(row["recorded_at"]) > datetime.combine(period.end, datetime.min.time(), UTC)
        assert period.end.isoformat() >= project["start"]
        assert period.start.isoformat() <= project["end"]


def test_monitoring_has_every_state_a_zero_and_corrections():
    rows = read_table("monitoring.csv")
    assert {row["state"] for row in rows} == {"reported", "not_measured", "not_applicable"}
    assert any(row["total"] == "0" for row in rows)
    corrections = [row for row in rows if row["entry"] == "correction"]
    assert len(corrections) == 5
    assert [row for row in corrections if not row["explanation"] or to_number(row["total"]) == 0] == []


def test_official_actuals_are_what_the_ledger_adds_up_to():
    sums: defaultdict[tuple[str, str, str], Decimal] = defaultdict(Decimal)
    for row in read_table("monitoring.csv"):
        for field in ("total", "women"):
            sums[row["project"], row["indicator"], field] += to_number(row[field]) or 0
    stated = [row for row in read_table("project_plans.csv") if row["official_actual"]]
    assert len(stated) == 6
    for row in stated:
        assert sums[row["project"], row["indicator"], "total"] == Decimal(row["official_actual"])
        if row["official_actual_women"]:
            assert sums[row["project"], row["indicator"], "women"] == Decimal(row["official_actual_women"])


def test_business_ids_are_valid():
    stated = [row["business_id"] for row in read_table("organisations.csv") if row["business_id"]]
    assert stated
    assert [number for number in stated if not ytunnus.is_valid(number)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_file_names_nobody(path: Path):
    text = path.read_text(encoding="utf-8")
    hosts = re.findall(r"(?:@|\(at\))([\w.-]+)", text)
    assert set(hosts) <= {"example.org"}
    assert not contains_identity_code(text)


def _texts(node: Any) -> list[dict[str, str]]:
    if isinstance(node, dict):
        if "fi" in node or "sv" in node or "en" in node:
            return [{"fi": "", "sv": "", "en": "", **node}]
        return [text for value in node.values() for text in _texts(value)]
    return [text for value in node for text in _texts(value)] if isinstance(node, list) else []


def _rule(place: int, row: dict[str, str]) -> IndicatorRule:
    return IndicatorRule(place, Combination(row["combination"]), int(row["decimals"]), row["counts_women"] == "yes")


def _figure(row: dict[str, str]) -> Figure:
    numbers = (to_number(row[field]) for field in ("total", "women", "denominator"))
    return Figure(ValueState(row["state"]), *numbers)


def _entry(row: dict[str, str]) -> Entry:
    return Entry(
        project=1,
        indicator=1,
        period_end=to_half_year(row["period"]).end,
        state=ValueState(row["state"]),
        total=to_number(row["total"]),
        women=to_number(row["women"]),
        denominator=to_number(row["denominator"]),
        recorded_at=datetime.fromisoformat(row["recorded_at"]),
    )

"""The demo's plan: indicators, focus areas, measures and targets."""

from typing import Any

from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.models import Indicator, Measure, Objective, PlanVersion, Target
from hankekori.areas.programmes.models import Programme
from hankekori.demo.data_files import read_settings, read_table


def create_indicators(programme: Programme) -> dict[str, Indicator]:
    """Create the programme's indicators; they come back by code."""
    created = Indicator.objects.bulk_create(
        _indicator(programme, row, position) for position, row in enumerate(read_table("indicators.csv"), start=1)
    )
    return {indicator.code: indicator for indicator in created}


def create_plan(
    programme: Programme, organisations: dict[str, Organisation], indicators: dict[str, Indicator]
) -> dict[str, Measure]:
    """Create the adopted plan; its measures come back by their key in plan.toml."""
    settings = read_settings("plan.toml")
    version = settings["version"]
    plan = PlanVersion.objects.create(
        programme=programme, number=version["number"], adopted_on=version["adopted_on"], **_names(version["name"])
    )
    parts = settings["objective"]
    objectives = Objective.objects.bulk_create(
        Objective(programme=programme, plan_version=plan, number=str(place), position=place, **_names(part["name"]))
        for place, part in enumerate(parts, start=1)
    )
    rows = [
        (objective, place, row)
        for objective, part in zip(objectives, parts, strict=True)
        for place, row in enumerate(part["measure"], start=1)
    ]
    created = Measure.objects.bulk_create(
        _measure(objective, place, row, organisations) for objective, place, row in rows
    )
    measures = {row["key"]: measure for (_, _, row), measure in zip(rows, created, strict=True)}
    Target.objects.bulk_create(
        _target(measures[row["key"]], target, indicators) for _, _, row in rows for target in row["targets"]
    )
    return measures


def _indicator(programme: Programme, row: dict[str, str], position: int) -> Indicator:
    return Indicator(
        programme=programme,
        programme_period=row["programme_period"],
        fund=row["fund"],
        code=row["code"],
        name_fi=row["name_fi"],
        name_sv=row["name_sv"],
        name_en=row["name_en"],
        unit_fi=row["unit_fi"],
        unit_sv=row["unit_sv"],
        unit_en=row["unit_en"],
        combination=row["combination"],
        decimals=int(row["decimals"]),
        counts_women=row["counts_women"] == "yes",
        headline=int(row["headline"]) if row["headline"] else None,
        position=position,
    )


def _measure(objective: Objective, place: int, row: dict[str, Any], organisations: dict[str, Organisation]) -> Measure:
    descriptions = {f"description_{language}": text for language, text in row["text"].items()}
    return Measure(
        programme_id=objective.programme_id,
        objective=objective,
        number=f"{objective.number}.{place}",
        position=place,
        responsible=organisations[row["responsible"]] if "responsible" in row else None,
        start=row["start"],
        end=row["end"],
        **_names(row["name"]),
        **descriptions,
    )


def _target(measure: Measure, row: dict[str, Any], indicators: dict[str, Indicator]) -> Target:
    return Target(
        programme_id=measure.programme_id,
        measure=measure,
        indicator=indicators[row["indicator"]],
        total=row["planned"],
        women=row.get("women"),
        baseline=row.get("baseline"),
        start=row.get("first_measured", measure.start),
        due=row["due"],
        course=row["course"],
        steps=[[step["on"].isoformat(), str(step["value"])] for step in row.get("steps", [])],
    )


def _names(texts: dict[str, str]) -> dict[str, str]:
    return {f"name_{language}": text for language, text in texts.items()}

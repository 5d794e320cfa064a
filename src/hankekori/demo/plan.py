"""The demo's plan: indicators, focus areas, measures and targets."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from hankekori.areas.monitoring.actions import save_target
from hankekori.areas.partners.models import Organisation
from hankekori.areas.plan.actions import prepare_version, save_indicator, save_measure, save_objective
from hankekori.areas.plan.models import Indicator, Measure, Objective
from hankekori.areas.plan.versions import copy_version
from hankekori.areas.programmes.models import Programme
from hankekori.core.targets import Step
from hankekori.core.texts import Translated
from hankekori.demo.data_files import read_settings, read_table


def create_indicators(programme: Programme, *, now: datetime) -> dict[str, Indicator]:
    """Create the programme's indicators; they come back by code."""
    return {
        row["code"]: save_indicator(
            by=None,
            now=now,
            programme=programme,
            programme_period=row["programme_period"],
            fund=row["fund"],
            code=row["code"],
            name=_translated("name", row),
            unit=_translated("unit", row),
            combination=row["combination"],
            decimals=int(row["decimals"]),
            counts_women=row["counts_women"] == "yes",
            headline=int(row["headline"]) if row["headline"] else None,
            band=int(row["band"]) if row["band"] else None,
            position=position,
        )
        for position, row in enumerate(read_table("indicators.csv"), start=1)
    }


def create_plan(
    programme: Programme,
    organisations: Mapping[str, Organisation],
    indicators: Mapping[str, Indicator],
    *,
    now: datetime,
) -> dict[str, Measure]:
    """Create the plan for a meeting to adopt; its measures come back by their key in plan.toml."""
    settings = read_settings("plan.toml")
    plan = prepare_version(by=None, now=now, programme=programme, name=Translated(**settings["version"]["name"]))
    measures: dict[str, Measure] = {}
    for place, part in enumerate(settings["objective"], start=1):
        name = Translated(**part["name"])
        objective = save_objective(by=None, now=now, version=plan, number=str(place), name=name, position=place)
        measures |= _create_measures(objective, part["measure"], organisations, now=now)
    rows = [row for part in settings["objective"] for row in part["measure"]]
    _create_targets(rows, measures, indicators, now=now)
    return measures


def begin_revision(programme: Programme, *, now: datetime) -> None:
    """Begin the plan's next version, which waits for the coming meeting."""
    adopted = programme.plan_versions.get()
    draft = read_settings("plan.toml")["draft"]
    copy_version(by=None, now=now, source=adopted, name=Translated(**draft["name"]))


def _create_measures(
    objective: Objective, rows: Iterable[dict[str, Any]], organisations: Mapping[str, Organisation], *, now: datetime
) -> dict[str, Measure]:
    return {
        row["key"]: save_measure(
            by=None,
            now=now,
            objective=objective,
            number=f"{objective.number}.{place}",
            position=place,
            name=Translated(**row["name"]),
            description=Translated(**row["text"]),
            responsible=organisations[row["responsible"]] if "responsible" in row else None,
            start=row["start"],
            end=row["end"],
        )
        for place, row in enumerate(rows, start=1)
    }


def _create_targets(
    rows: Iterable[dict[str, Any]],
    measures: Mapping[str, Measure],
    indicators: Mapping[str, Indicator],
    *,
    now: datetime,
) -> None:
    for row in rows:
        for target in row["targets"]:
            save_target(
                by=None,
                now=now,
                measure=measures[row["key"]],
                indicator=indicators[target["indicator"]],
                total=Decimal(target["planned"]),
                women=_decimal(target.get("women")),
                baseline=_decimal(target.get("baseline")),
                start=target.get("first_measured", row["start"]),
                due=target["due"],
                course=target["course"],
                steps=[Step(step["on"], Decimal(step["value"])) for step in target.get("steps", [])],
            )


def _translated(field: str, row: dict[str, str]) -> Translated:
    return Translated(row[f"{field}_fi"], row[f"{field}_sv"], row[f"{field}_en"])


def _decimal(value: int | None) -> Decimal | None:
    return None if value is None else Decimal(value)

"""The demo's data files and how their cells are read."""

import csv
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from hankekori.core.periods import Period, period_of

DATA = Path(__file__).parent / "data"
DESCRIPTIONS = DATA / "descriptions"  # invented official descriptions to try reading and importing with


def read_table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_settings(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def to_number(cell: str) -> Decimal | None:
    return Decimal(cell) if cell else None


def to_date(cell: str) -> date | None:
    return date.fromisoformat(cell) if cell else None


def to_half_year(cell: str) -> Period:
    """Read a half-year written as 2011H2."""
    year, half = cell.split("H")
    return period_of(date(int(year), 1 if half == "1" else 7, 1))

"""Published counts as they are stored: what readers have, and what stood behind it."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from hankekori.areas.employment.models import EmploymentEpisode, FrozenCounts
from hankekori.core.employment import AfterThreeMonths, Episode, Gender, is_in_work
from hankekori.core.published_counts import ALL, WHOLE, CellKey, Crowd, Person, Publication
from hankekori.core.suppression import THRESHOLD, Published, Shown

FORMAT = "hankekori-counts/1"
IN_WORK, ENDED = "in_work", "ended"  # values of the trait "state"
TRAITS = ("state", "situation_before", "kind", "after_three_months", "municipality", "project")  # what readers see
_SMALLEST_BASE = 10  # people; amounts of fewer are not told (domain.md 6.2)


@dataclass(frozen=True, slots=True)
class PublishedCount:
    """One count as readers see it; `count` is None when it is hidden."""

    shown: Shown
    count: int | None

    def text(self) -> str:
        """Write it as it may be shown: "12", "<5" or ".."."""
        return Published(frozenset(), self.count or 0, self.shown).text()


ZERO = PublishedCount(Shown.COUNT, 0)


@dataclass(frozen=True, slots=True)
class PublishedTables:
    """All counts of one publication."""

    day: date
    cells: Mapping[CellKey, PublishedCount]
    person_months: Decimal | None  # of everybody; None when they are too few

    def count(self, trait: str, value: str, gender: str = ALL) -> PublishedCount:
        """Give a count; one that was left out is zero."""
        return self.cells.get(CellKey(trait, value, gender), ZERO)

    def total(self, gender: str = ALL) -> PublishedCount:
        return self.count(WHOLE, ALL, gender)

    def values(self, trait: str) -> tuple[str, ...]:
        """List the values of a trait that somebody has."""
        return tuple(dict.fromkeys(key.value for key in self.cells if key.trait == trait))


def episode_of(row: EmploymentEpisode) -> Episode:
    """Give what the rules of counting need."""
    return Episode(
        row.start_month, row.end_month, row.fte, Gender(row.gender), AfterThreeMonths(row.after_three_months)
    )


def crowd_of(rows: Iterable[EmploymentEpisode], day: date) -> dict[str, Person]:
    """Give the people as a publication of the day counts them; women and men apart, everybody else together."""
    return {row.code: Person(_gender(row.gender), _traits(row, day)) for row in rows}


def write_tables(day: date, cells: Mapping[CellKey, Published], person_months: Decimal) -> dict[str, Any]:
    """Write what readers get; a hidden count is not in it."""
    total = cells[CellKey(WHOLE, ALL, ALL)]
    tells_work = total.shown is Shown.COUNT and total.count >= _SMALLEST_BASE
    return {
        "format": FORMAT,
        "day": day.isoformat(),
        "threshold": THRESHOLD,
        "person_months": str(person_months) if tells_work else None,
        "cells": [
            [key.trait, key.value, key.gender, cell.shown.value, cell.count if cell.shown is Shown.COUNT else None]
            for key, cell in cells.items()
        ],
    }


def read_tables(frozen: FrozenCounts) -> PublishedTables:
    tables = frozen.tables
    return PublishedTables(
        day=frozen.day,
        cells={
            CellKey(trait, value, gender): PublishedCount(Shown(shown), count)
            for trait, value, gender, shown, count in tables["cells"]
        },
        person_months=Decimal(tables["person_months"]) if tables["person_months"] else None,
    )


def digest(tables: Mapping[str, Any]) -> str:
    """Give the SHA-256 of the tables as canonical JSON."""
    canonical = json.dumps(tables, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def write_basis(crowd: Crowd) -> dict[str, Any]:
    """Write the people behind a publication: {code: [gender, {trait: value}]}."""
    return {code: [person.gender, dict(person.traits)] for code, person in crowd.items()}


def read_publication(frozen: FrozenCounts) -> Publication:
    """Give a publication with the people behind it, for weighing the next one."""
    crowd = {code: Person(gender, traits) for code, (gender, traits) in frozen.basis.items()}
    return Publication(crowd, {key: cell.shown for key, cell in read_tables(frozen).cells.items()})


def _gender(gender: str) -> str:
    return gender if gender in {Gender.WOMAN, Gender.MAN} else Gender.OTHER.value


def _traits(row: EmploymentEpisode, day: date) -> dict[str, str]:
    return {
        "state": IN_WORK if is_in_work(episode_of(row), day) else ENDED,
        "situation_before": row.situation_before,
        "kind": row.kind,
        "after_three_months": row.after_three_months,
        "municipality": str(row.municipality_id or ""),
        "project": str(row.project_id),
    }

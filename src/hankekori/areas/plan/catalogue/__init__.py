"""The catalogue of indicators a programme can choose from: those of three programming periods and the office's own.

Sources: Regulation (EU) 2021/1057 Annex I (EECO, EECR), 2021/1058 Annex I (RCO, RCR), 1304/2013 and 1301/2013
Annexes I (CO, CR), 1828/2006 Annex XXIII (A23-, codes ours), the Finnish monitoring form of 2007-2013 (FI07-, codes
ours).
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from hankekori.core.indicators import Combination
from hankekori.core.texts import Translated

type IndicatorKey = tuple[str, str, str]  # programming period, fund, code: one code means different things in two funds


@dataclass(frozen=True, slots=True)
class CatalogueIndicator:
    """One indicator of the catalogue; a code of ours is never shown as the EU's."""

    programme_period: str  # 2021-2027, or any
    fund: str  # as Finnish documents print it: ESR+, EAKR; empty for the office's own
    code: str
    code_is_official: bool
    kind: str  # output, result or context
    level: str  # participant, entity or operation
    data_class: str  # none, aggregate, personal or special: what a single answer would be
    combination: Combination
    decimals: int
    counts_women: bool
    name: Translated
    unit: Translated

    @property
    def key(self) -> IndicatorKey:
        return self.programme_period, self.fund, self.code


@cache
def catalogue() -> dict[IndicatorKey, CatalogueIndicator]:
    """Give the whole catalogue by key, in its own order: newest period first."""
    with (Path(__file__).parent / "indicators.csv").open(encoding="utf-8", newline="") as lines:
        found = [_indicator(row) for row in csv.DictReader(lines)]
    return {each.key: each for each in found}


def _indicator(row: dict[str, str]) -> CatalogueIndicator:
    return CatalogueIndicator(
        programme_period=row["programme_period"],
        fund=row["fund"],
        code=row["code"],
        code_is_official=row["official"] == "yes",
        kind=row["kind"],
        level=row["level"],
        data_class=row["data_class"],
        combination=Combination(row["combination"]),
        decimals=int(row["decimals"]),
        counts_women=row["counts_women"] == "yes",
        name=Translated(row["name_fi"], row["name_sv"], row["name_en"]),
        unit=Translated(row["unit_fi"], row["unit_sv"], row["unit_en"]),
    )

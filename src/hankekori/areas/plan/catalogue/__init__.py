"""The catalogue of indicators a programme can choose from: those of three programming periods and the office's own.

Sources: Regulation (EU) 2021/1057 Annex I (EECO, EECR), 2021/1058 Annex I (RCO, RCR), 1304/2013 and 1301/2013
Annexes I (CO, CR), 1828/2006 Annex XXIII (A23-, codes ours), the Finnish monitoring form of 2007-2013 (FI07-, codes
ours). Finnish and Swedish names are ours where the acts have not been printed word for word.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from hankekori.core.indicator_checks import IndicatorKey
from hankekori.core.indicators import Combination
from hankekori.core.texts import Translated


class Kind(StrEnum):
    OUTPUT = "output"
    RESULT = "result"
    CONTEXT = "context"


class DataClass(StrEnum):
    """What a single answer behind the figure would be."""

    NONE = "none"
    AGGREGATE = "aggregate"
    PERSONAL = "personal"
    SPECIAL = "special"  # of the special categories of the GDPR, article 9: never asked of a person


@dataclass(frozen=True, slots=True)
class CatalogueIndicator:
    """One indicator of the catalogue; a code of ours is never shown as the EU's."""

    key: IndicatorKey
    code_is_official: bool
    kind: Kind
    level: str  # participant, entity or operation
    data_class: DataClass
    combination: Combination
    decimals: int
    counts_women: bool
    name: Translated
    unit: Translated
    measured: Translated  # when
    note: Translated


@cache
def catalogue() -> dict[IndicatorKey, CatalogueIndicator]:
    """Give the whole catalogue by key, one period and fund after another, newest period first."""
    with (Path(__file__).parent / "indicators.csv").open(encoding="utf-8", newline="") as lines:
        found = [each for row in csv.DictReader(lines) for each in _indicators(row)]
    sets = list(dict.fromkeys(each.key[:2] for each in found))
    return {each.key: each for each in sorted(found, key=lambda each: sets.index(each.key[:2]))}


def _indicators(row: dict[str, str]) -> Iterator[CatalogueIndicator]:
    """Read a line; one that two funds share gives an indicator for each."""
    for fund in row["fund"].split(", "):
        yield CatalogueIndicator(
            key=IndicatorKey(row["programme_period"], fund, row["code"]),
            code_is_official=row["official"] == "yes",
            kind=Kind(row["kind"]),
            level=row["level"],
            data_class=DataClass(row["data_class"]),
            combination=Combination(row["combination"]),
            decimals=int(row["decimals"]),
            counts_women=row["counts_women"] == "yes",
            name=_text("name", row),
            unit=_text("unit", row),
            measured=_MEASURED[row["measured"]],
            note=_text("note", row),
        )


def _text(field: str, row: dict[str, str]) -> Translated:
    return Translated(row[f"{field}_fi"], row[f"{field}_sv"], row[f"{field}_en"])


_MEASURED = {
    "entry": Translated("aloitettaessa", "vid starten", "on entry"),
    "exit": Translated(
        "enintään neljä viikkoa päättymisen jälkeen", "högst fyra veckor efter slutet", "up to four weeks after the end"
    ),
    "six_months": Translated(
        "kuusi kuukautta päättymisen jälkeen", "sex månader efter slutet", "six months after the end"
    ),
    "support": Translated("tukea annettaessa", "när stödet ges", "when support is given"),
    "completion": Translated("valmistuessa", "när det blir färdigt", "on completion"),
    "year_after": Translated(
        "valmistuessa tai vuoden kuluessa siitä",
        "när det blir färdigt eller inom ett år",
        "on completion or within a year",
    ),
    "half_year": Translated("puolivuosittain", "varje halvår", "every half-year"),
    "year": Translated("vuosittain", "årligen", "yearly"),
    "report_day": Translated("raporttipäivänä", "på rapportdagen", "on the day of the report"),
}

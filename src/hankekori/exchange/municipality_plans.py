"""Compares what files say of municipalities with what is stored."""

from collections.abc import Mapping
from typing import Any

from hankekori.areas.regions.records import SUCCESSOR, municipality_records
from hankekori.core.texts import Translated
from hankekori.exchange.municipality_files import WantedMunicipality
from hankekori.exchange.plan_items import Outcome, PlannedItem
from hankekori.exchange.project_fields import changed_fields
from hankekori.exchange.readings import NotImported, Reading


def plan_municipalities(reading: Reading) -> tuple[tuple[PlannedItem, ...], tuple[NotImported, ...]]:
    """Plan every municipality once; what several files say of one is put together, the later file's word last."""
    if not reading.municipalities:
        return (), ()
    stored = municipality_records()
    together: dict[str, dict[str, Any]] = {}
    first: dict[str, WantedMunicipality] = {}
    for wanted in reading.municipalities:
        together.setdefault(wanted.code, {}).update(wanted.values)
        first.setdefault(wanted.code, wanted)
    items: list[PlannedItem] = []
    refused: list[NotImported] = []
    for code, wanted in first.items():
        if reason := _refusal(code, together, stored):
            refused.append(NotImported(wanted.file, wanted.line, reason, wanted.name))
        else:
            items.append(_planned(wanted, together[code], stored.get(code)))
    return tuple(items), tuple(refused)


def _refusal(
    code: str, together: Mapping[str, Mapping[str, Any]], stored: Mapping[str, Mapping[str, Any]]
) -> Translated | None:
    values = together[code]
    if code not in stored and not values.get("name_fi"):
        return _NAMELESS.filled(code=code)
    successor = values.get(SUCCESSOR)
    if successor and successor not in stored and not together.get(successor, {}).get("name_fi"):
        return _NO_SUCCESSOR.filled(code=successor)
    return None


def _planned(wanted: WantedMunicipality, values: Mapping[str, Any], old: Mapping[str, Any] | None) -> PlannedItem:
    new = {name: values[name] for name in changed_fields(old or {}, values)}
    unchanged = Outcome.CHANGED if new else Outcome.UNCHANGED
    return PlannedItem(
        kind="municipality",
        key=wanted.code,
        name=values.get("name_fi") or (old or {})["name_fi"],
        outcome=Outcome.CREATED if old is None else unchanged,
        file=wanted.file,
        line=wanted.line,
        old={name: (old or {}).get(name) for name in new},
        new=new,
    )


_NAMELESS = Translated(
    "Kuntaa {code} ei ole, eikä tiedostossa ole sen nimeä. Tuo ensin kuntaluettelo.",
    "Kommunen {code} finns inte och filen saknar dess namn. Importera kommunförteckningen först.",
    "There is no municipality {code} and the file does not name it. Import the list of municipalities first.",
)
_NO_SUCCESSOR = Translated(
    "Seuraajakuntaa {code} ei ole. Tuo ensin kuntaluettelo.",
    "Efterträdaren, kommun {code}, finns inte. Importera kommunförteckningen först.",
    "There is no successor municipality {code}. Import the list of municipalities first.",
)

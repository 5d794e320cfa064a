"""Municipalities by field name: read for comparison, saved many at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F

from hankekori.areas.history import action
from hankekori.areas.regions.models import Municipality, Region

OWN_FIELDS = ("name_fi", "name_sv", "subregion_fi", "valid_to", "boundary", "boundary_source")
REGION, SUCCESSOR = "region", "successor"  # by their codes


@dataclass(frozen=True, slots=True)
class RegionNames:
    name_fi: str
    name_sv: str = ""
    name_en: str = ""


@dataclass(frozen=True, slots=True)
class MunicipalityChange:
    """What to write of one municipality; a field that is absent stays as it is."""

    code: str
    values: Mapping[str, Any]


def municipality_records() -> dict[str, Mapping[str, Any]]:
    """Read every municipality by code."""
    rows = Municipality.objects.annotate(region_code=F("region__code"), successor_code=F("successor__code"))
    return {
        row["code"]: {**row, REGION: row["region_code"] or "", SUCCESSOR: row["successor_code"] or ""}
        for row in rows.order_by("code").values(*OWN_FIELDS, "code", "region_code", "successor_code")
    }


def municipality_codes_by_name() -> dict[str, str]:
    """Give codes by Finnish and Swedish name in lower case; the valid municipality before an ended one."""
    codes: dict[str, str] = {}
    rows = Municipality.objects.order_by(F("valid_to").desc(nulls_first=True), "code")
    for code, *names in rows.values_list("code", "name_fi", "name_sv"):
        for name in filter(None, names):
            codes.setdefault(name.casefold(), code)
    return codes


@action("regions.save_municipalities")
def save_municipalities(
    *,
    changes: Sequence[MunicipalityChange],
    regions: Mapping[str, RegionNames],
    by: AbstractBaseUser | None,  # noqa: ARG001 - history.action records it
    now: datetime,  # noqa: ARG001 - every action is told the time
) -> None:
    """Create and change municipalities and the regions they name; successors are set last, when all exist."""
    region_ids = _regions(regions)
    stored = {row.code: row for row in Municipality.objects.filter(code__in=[change.code for change in changes])}
    new: dict[str, Municipality] = {}
    for change in changes:
        row = stored.get(change.code) or new.setdefault(change.code, Municipality(code=change.code))
        for name in OWN_FIELDS:
            if name in change.values:
                setattr(row, name, change.values[name])
        if region := change.values.get(REGION):
            row.region_id = region_ids[region]
    Municipality.objects.bulk_create(new.values())
    Municipality.objects.bulk_update(stored.values(), [*OWN_FIELDS, "region"], batch_size=500)
    _set_successors(changes)


def _regions(regions: Mapping[str, RegionNames]) -> dict[str, int]:
    Region.objects.bulk_create(
        (
            Region(code=code, name_fi=names.name_fi, name_sv=names.name_sv, name_en=names.name_en)
            for code, names in regions.items()
        ),
        ignore_conflicts=True,
    )
    return dict(Region.objects.values_list("code", "id"))


def _set_successors(changes: Sequence[MunicipalityChange]) -> None:
    wanted = {change.code: change.values[SUCCESSOR] for change in changes if change.values.get(SUCCESSOR)}
    rows = {row.code: row for row in Municipality.objects.filter(code__in={*wanted, *wanted.values()})}
    for code, successor in wanted.items():
        rows[code].successor = rows[successor]
    Municipality.objects.bulk_update([rows[code] for code in wanted], ["successor"], batch_size=500)

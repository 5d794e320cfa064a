"""The plan of an import: what would be created, changed field by field, left unchanged or not imported."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from hankekori.areas.programmes.models import Programme
from hankekori.areas.regions.records import RegionNames, municipality_codes_by_name
from hankekori.exchange.kinds import FileKind
from hankekori.exchange.municipality_plans import plan_municipalities
from hankekori.exchange.plan_items import Outcome, PlannedItem
from hankekori.exchange.project_plans import plan_projects
from hankekori.exchange.readings import ImportRemark, Mapped, NotImported, Reading, SheetInFile, read_files
from hankekori.exchange.uploads import Intake


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do; nothing of it is saved yet."""

    programme: Programme
    kinds: Mapping[str, FileKind]  # by file name
    items: tuple[PlannedItem, ...]
    not_imported: tuple[NotImported, ...]
    remarks: tuple[ImportRemark, ...]
    sheets: tuple[SheetInFile, ...]
    regions: Mapping[str, RegionNames] = field(repr=False)
    reading: Reading = field(repr=False, compare=False)

    def counts(self) -> dict[Outcome, int]:
        """Count the items by what happens to them."""
        counted = Counter(item.outcome for item in self.items)
        return {outcome: counted[outcome] for outcome in Outcome}

    @property
    def fingerprint(self) -> str:
        """A digest of every change with its old and new values: two plans with the same one do the same."""
        digest = hashlib.sha256()
        for item in self.items:
            digest.update(repr((item.kind, item.key, item.outcome, item.old, item.new)).encode())
        return digest.hexdigest()

    @property
    def changes_something(self) -> bool:
        return any(item.outcome is not Outcome.UNCHANGED for item in self.items)


def plan_import(intake: Intake, *, programme: Programme, mappings: Mapping[str, Mapped] | None = None) -> ImportPlan:
    """Read the files and compare them with what is stored; saves nothing.

    `mappings` gives by file name the columns of a spreadsheet chosen by hand. Cost: reading the files and a fixed
    number of queries.
    """
    reading = read_files(intake, municipality_codes=municipality_codes_by_name(), mappings=mappings)
    return plan_reading(reading, programme)


def plan_reading(reading: Reading, programme: Programme) -> ImportPlan:
    """Compare what was read with what is stored now."""
    municipalities, refused_municipalities = plan_municipalities(reading)
    projects, refused_projects, remarks = plan_projects(reading, programme)
    return ImportPlan(
        programme=programme,
        kinds=dict(reading.kinds),
        items=(*municipalities, *projects),
        not_imported=_in_order((*reading.not_imported, *refused_municipalities, *refused_projects)),
        remarks=(*reading.remarks, *remarks),
        sheets=tuple(reading.sheets),
        regions=dict(reading.regions),
        reading=reading,
    )


def _in_order(found: tuple[NotImported, ...]) -> tuple[NotImported, ...]:
    return tuple(sorted(found, key=lambda one: (one.file, one.line or 0)))

"""Reads municipal boundaries (GeoJSON), the list of municipalities and the list of their changes (csv)."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from hankekori.areas.regions.records import REGION, SUCCESSOR, RegionNames
from hankekori.core.money import DateError, parse_date
from hankekori.core.text_files import decode, most_likely_delimiter
from hankekori.core.texts import Translated
from hankekori.exchange.kinds import FileKind
from hankekori.exchange.uploads import UploadedFile

_CODE = re.compile(r"[0-9]{1,3}")
_REGION_CODE = re.compile(r"[0-9]{1,2}")
_LONGEST_NAME = 100
_SHAPES = ("Polygon", "MultiPolygon")
_CODE_NAMES = ("code", "natcode", "NATCODE", "kunta", "id")
_EAST, _NORTH = 180, 90  # degrees


@dataclass(frozen=True, slots=True)
class WantedMunicipality:
    """A municipality as one file states it; a field it does not state is absent."""

    code: str
    file: str
    line: int
    values: Mapping[str, Any]

    @property
    def name(self) -> str:
        return self.values.get("name_fi") or self.code


@dataclass(frozen=True, slots=True)
class MunicipalityReading:
    municipalities: tuple[WantedMunicipality, ...] = ()
    faults: tuple[tuple[int, Translated, str], ...] = ()  # line or number of the shape, reason, what stood there
    regions: Mapping[str, RegionNames] = field(default_factory=dict)


class _RowFaultError(Exception):
    def __init__(self, reason: Translated) -> None:
        super().__init__(reason.en)
        self.reason = reason


def read_municipality_file(file: UploadedFile, kind: FileKind) -> MunicipalityReading:
    """Read a file of one of the three kinds."""
    if kind is FileKind.BOUNDARIES:
        return _read_boundaries(file)
    rows = list(_csv_rows(file.content))
    if kind is FileKind.MUNICIPALITY_CHANGES:
        return _read_each(rows, file.name, _change)
    reading = _read_each(rows, file.name, _municipality)
    regions = {
        row["region_code"]: _region(row) for _, row in rows if _REGION_CODE.fullmatch(row.get("region_code", ""))
    }
    return MunicipalityReading(reading.municipalities, reading.faults, regions)


def _csv_rows(content: bytes) -> Iterator[tuple[int, dict[str, str]]]:
    text = decode(content).text
    reader = csv.DictReader(io.StringIO(text), delimiter=most_likely_delimiter(text.partition("\n")[0]))
    for row in reader:
        yield reader.line_num, {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}


def _read_each[Row](
    rows: list[tuple[int, Row]], file: str, read: Callable[[Row], tuple[str, dict[str, Any]]]
) -> MunicipalityReading:
    found, faults = [], []
    for line, row in rows:
        try:
            code, values = read(row)
            found.append(WantedMunicipality(code, file, line, values))
        except _RowFaultError as fault:
            faults.append((line, fault.reason, str(row)[:200]))
    return MunicipalityReading(tuple(found), tuple(faults))


def _municipality(row: dict[str, str]) -> tuple[str, dict[str, Any]]:
    names = {name: row[name] for name in ("name_fi", "name_sv", "subregion_fi") if row.get(name)}
    if "name_fi" not in names:
        raise _RowFaultError(_NAMELESS)
    if not (region := row.get("region_code", "")):
        return _code_in(row.get("code", "")), _fitting(names)
    if not _REGION_CODE.fullmatch(region):
        raise _RowFaultError(_NO_REGION_CODE.filled(text=region[:_LONGEST_NAME]))
    return _code_in(row.get("code", "")), _fitting(names) | {REGION: region}


def _region(row: dict[str, str]) -> RegionNames:
    names = (row.get(name, "").replace("\0", "")[:_LONGEST_NAME] for name in ("region_fi", "region_sv", "region_en"))
    return RegionNames(*names)


def _fitting(names: dict[str, Any]) -> dict[str, Any]:
    """Refuse a name that is longer than any or no text at all."""
    for name in names.values():
        if len(name) > _LONGEST_NAME or "\0" in name:
            raise _RowFaultError(_ODD_NAME)
    return names


def _change(row: dict[str, str]) -> tuple[str, dict[str, Any]]:
    """End a merged municipality the day before; one that only moved to another region stays."""
    old, new = _code_in(row["old_code"]), _code_in(row["new_code"])
    values = _fitting({"name_fi": row["old_name_fi"]} if row.get("old_name_fi") else {})
    if old == new:
        return old, values
    try:
        ended = parse_date(row["effective_date"]) - timedelta(days=1)
    except DateError as error:
        raise _RowFaultError(error.message) from None
    return old, values | {"valid_to": ended, SUCCESSOR: new}


def _read_boundaries(file: UploadedFile) -> MunicipalityReading:
    document = json.loads(file.content)
    source = str(document.get("attribution") or file.name).replace("\0", "")[:300]
    features = document.get("features")
    numbered = list(enumerate(features if isinstance(features, list) else [], 1))
    return _read_each(numbered, file.name, lambda feature: _boundary(feature, source))


def _boundary(feature: Any, source: str) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - any JSON
    if not isinstance(feature, dict):
        raise _RowFaultError(_NO_SHAPE)
    properties = feature.get("properties") or {}
    geometry = feature.get("geometry")
    if not isinstance(properties, dict) or not isinstance(geometry, dict) or geometry.get("type") not in _SHAPES:
        raise _RowFaultError(_NO_SHAPE)
    if not _is_in_degrees(geometry.get("coordinates")):
        raise _RowFaultError(_NOT_WGS84)
    shape = {"type": geometry["type"], "coordinates": geometry["coordinates"]}
    names = _fitting({name: str(properties[name]) for name in ("name_fi", "name_sv") if properties.get(name)})
    values = {"boundary": shape, "boundary_source": source} | names
    found = [str(properties[name]) for name in _CODE_NAMES if properties.get(name)]
    return _code_in(found[0] if found else str(feature.get("id", ""))), values


def _is_in_degrees(coordinates: Any) -> bool:  # noqa: ANN401 - any JSON
    """Whether every point is a longitude and a latitude; metres of a projection are far greater."""
    waiting, points = [coordinates], 0
    while waiting:
        part = waiting.pop()
        if not isinstance(part, list) or not part:
            return False
        if isinstance(part[0], list):
            waiting += part
        elif not _is_point(part):
            return False
        points += 1
    return points > 0


def _is_point(part: list[Any]) -> bool:
    if len(part) < 2 or not all(isinstance(number, (int, float)) for number in part):  # noqa: PLR2004 - x and y
        return False
    return bool(abs(part[0]) <= _EAST and abs(part[1]) <= _NORTH)


def _code_in(text: str) -> str:
    if not _CODE.fullmatch(text.strip()):
        raise _RowFaultError(_NO_CODE.filled(text=text))
    return text.strip().zfill(3)


_NO_CODE = Translated(
    "”{text}” ei ole kolminumeroinen kuntakoodi.",
    "”{text}” är inte en tresiffrig kommunkod.",
    "“{text}” is not a three-digit municipality code.",
)
_NO_REGION_CODE = Translated(
    "”{text}” ei ole kaksinumeroinen maakuntakoodi.",
    "”{text}” är inte en tvåsiffrig landskapskod.",
    "“{text}” is not a two-digit region code.",
)
_ODD_NAME = Translated(
    "Nimi on yli 100 merkkiä pitkä tai vioittunut.",
    "Namnet är över 100 tecken långt eller skadat.",
    "The name is over 100 characters long or damaged.",
)
_NAMELESS = Translated("Kunnan nimi puuttuu.", "Kommunens namn saknas.", "The municipality's name is missing.")
_NO_SHAPE = Translated(
    "Kohteella ei ole aluetta (Polygon tai MultiPolygon).",
    "Objektet har ingen yta (Polygon eller MultiPolygon).",
    "The feature has no area (Polygon or MultiPolygon).",
)
_NOT_WGS84 = Translated(
    "Koordinaatit eivät ole asteita (WGS 84). Muunna tiedosto ensin.",
    "Koordinaterna är inte grader (WGS 84). Konvertera filen först.",
    "The coordinates are not degrees (WGS 84). Convert the file first.",
)

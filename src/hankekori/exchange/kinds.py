"""Tells what a file is from its ending and its first lines."""

import json
from enum import StrEnum
from pathlib import PurePath

from hankekori.core.list_records import find_layout
from hankekori.core.text_files import decode, most_likely_delimiter
from hankekori.core.texts import Translated
from hankekori.exchange.spreadsheets import WORKBOOK_ENDINGS
from hankekori.exchange.uploads import UploadedFile

_MUNICIPALITY_HEADINGS = {"code", "name_fi", "region_code", "region_fi"}
_CHANGE_HEADINGS = {"old_code", "new_code", "effective_date"}
_START = 20_000  # bytes looked at


class FileKind(StrEnum):
    """What an imported file holds."""

    DESCRIPTION = "description"
    PROJECT_LIST = "project_list"
    SPREADSHEET = "spreadsheet"
    BOUNDARIES = "boundaries"
    MUNICIPALITIES = "municipalities"
    MUNICIPALITY_CHANGES = "municipality_changes"
    UNKNOWN = "unknown"

    @property
    def label(self) -> Translated:
        return _LABELS[self]


def kind_of(file: UploadedFile) -> FileKind:
    """Tell the kind; a csv file that is nothing else is a spreadsheet, a text file a description."""
    ending = PurePath(file.name).suffix.lower()
    if ending in WORKBOOK_ENDINGS:
        return FileKind.SPREADSHEET
    if ending in {".geojson", ".json"}:
        return FileKind.BOUNDARIES if _is_feature_collection(file.content) else FileKind.UNKNOWN
    if ending in {".pdf", ".html", ".htm", ".xhtml"}:
        return FileKind.DESCRIPTION
    if ending in {".csv", ".tsv", ".txt", ".md", ""}:
        return _kind_of_text(file.content, ending)
    return FileKind.UNKNOWN


def _kind_of_text(content: bytes, ending: str) -> FileKind:
    text = decode(content[:_START]).text
    if find_layout(text):
        return FileKind.PROJECT_LIST
    first_line = text.partition("\n")[0]
    headings = {heading.strip().strip('"') for heading in first_line.split(most_likely_delimiter(first_line))}
    if headings >= _CHANGE_HEADINGS:
        return FileKind.MUNICIPALITY_CHANGES
    if headings >= _MUNICIPALITY_HEADINGS:
        return FileKind.MUNICIPALITIES
    return FileKind.SPREADSHEET if ending in {".csv", ".tsv"} else FileKind.DESCRIPTION


def _is_feature_collection(content: bytes) -> bool:
    try:
        document = json.loads(content)
    except (ValueError, RecursionError):
        return False
    return isinstance(document, dict) and document.get("type") == "FeatureCollection"


_LABELS = {
    FileKind.DESCRIPTION: Translated("Virallinen kuvaus", "Officiell beskrivning", "Official description"),
    FileKind.PROJECT_LIST: Translated("Kansallinen projektilista", "Nationell projektlista", "National project list"),
    FileKind.SPREADSHEET: Translated("Taulukko", "Tabell", "Spreadsheet"),
    FileKind.BOUNDARIES: Translated("Kuntarajat", "Kommungränser", "Municipal boundaries"),
    FileKind.MUNICIPALITIES: Translated("Kuntaluettelo", "Kommunförteckning", "List of municipalities"),
    FileKind.MUNICIPALITY_CHANGES: Translated(
        "Kuntajaon muutokset", "Ändringar i kommunindelningen", "Changes in the municipal division"
    ),
    FileKind.UNKNOWN: Translated("Tuntematon tiedosto", "Okänd fil", "Unknown file"),
}

"""How big a workbook would be once read: asked first, since a small file can claim billions of cells."""

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree as ET

MOST_CELLS = 2_000_000
MOST_BYTES = 300_000_000  # unpacked, all parts together

_XLSX_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_XLSX_PLACE = re.compile(rb'<(?:\w+:)?c [^>]*?\br="([A-Z]{1,4})(\d{1,9})"')
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


class UnreadableWorkbookError(Exception):
    """The file is not a workbook, or one with parts bigger than any office writes."""


def most_cells_in_a_sheet(content: bytes) -> int:
    """Count the cells of the rectangle that each sheet fills; the greatest of them. Raises UnreadableWorkbookError."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_BYTES:
                raise UnreadableWorkbookError("unpacked size")
            names = archive.namelist()
            if "content.xml" in names:
                return _most_ods_cells(archive)
            return max((_xlsx_cells(archive, name) for name in names if _XLSX_SHEET.fullmatch(name)), default=0)
    except (
        zipfile.BadZipFile,
        ET.ParseError,
        ValueError,
        RuntimeError,
        OSError,
        NotImplementedError,
    ) as error:
        raise UnreadableWorkbookError(str(error)) from error


def _xlsx_cells(archive: zipfile.ZipFile, name: str) -> int:
    rows, columns = 1, 1
    for letters, digits in _XLSX_PLACE.findall(archive.read(name)):
        rows = max(rows, int(digits))
        columns = max(columns, _column_number(letters))
    return rows * columns


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _most_ods_cells(archive: zipfile.ZipFile) -> int:
    with archive.open("content.xml") as file:
        events = iter(ET.iterparse(file))  # noqa: S314 - expat itself stops entity expansion; only sizes are counted
        return max(_ods_sheet_sizes(events), default=0)


def _ods_sheet_sizes(events: Iterator[tuple[str, ET.Element]]) -> Iterator[int]:
    """Count rows and columns up to the last cell with a value; the empty rest of a sheet costs nothing."""
    rows = columns = filled_rows = 0
    for _, element in events:
        if element.tag == f"{_TABLE}table-row":
            rows += int(element.get(f"{_TABLE}number-rows-repeated", "1"))
            width = _filled_width(element)
            filled_rows = rows if width else filled_rows
            columns = max(columns, width)
            element.clear()
        elif element.tag == f"{_TABLE}table":
            yield filled_rows * columns
            rows = columns = filled_rows = 0


def _filled_width(row: ET.Element) -> int:
    width = filled = 0
    for cell in row:
        width += int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
        if cell.get(f"{_OFFICE}value-type") or len(cell):
            filled = width
    return filled

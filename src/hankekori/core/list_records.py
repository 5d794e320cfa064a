"""Takes a national project list apart into records: quoted properly, or with commas inside fields and no quotes."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from hankekori.core.list_vocabulary import (
    AUTHORITIES,
    FIELDS_2007,
    FIELDS_2014,
    HEADINGS,
    PARTS,
    STATUSES,
    ListPeriod,
)
from hankekori.core.text_files import DELIMITERS

CODE = re.compile(r"[A-Z][0-9]{4,9}")
_DATE = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}|\d{4}-\d{2}-\d{2}")
_AXIS = re.compile(r"\d{1,2}")
_AMOUNT = re.compile(r"[-\u2212]?\d[\d \u00a0\u202f]*")
_LINE_BREAK = re.compile(r"\s*\n\s*")
_AMOUNTS = 4
_LONGEST_BROKEN_RECORD = 5  # lines
_FEWEST_HEADINGS = 10


@dataclass(frozen=True, slots=True)
class Layout:
    """What the heading line says about the file."""

    period: ListPeriod
    line: int
    delimiter: str
    fields: tuple[str | None, ...]  # in the file's order; None for a column that is not ours
    in_published_order: bool


@dataclass(frozen=True, slots=True)
class Record:
    """One project's line or lines; `splits` holds every way to part it that fits, none when nothing does."""

    line: int
    text: str
    splits: tuple[dict[str, str], ...]


def find_layout(text: str) -> Layout | None:
    """Find the first line with at least ten known headings, whatever the delimiter."""
    for number, line in enumerate(islice(text.split("\n"), 20), 1):
        for delimiter in DELIMITERS:
            layout = _layout_of(line, number, delimiter)
            if layout:
                return layout
    return None


def quoted_records(text: str, layout: Layout) -> list[Record]:
    """Read the file as csv whose quotes are marks, not text."""
    reader = csv.reader(io.StringIO(text), delimiter=layout.delimiter)
    records, first_line = [], 1
    try:
        for pieces in reader:
            if first_line > layout.line and any(piece.strip() for piece in pieces):
                records.append(_quoted_record(pieces, first_line, layout))
            first_line = reader.line_num + 1
    except csv.Error:  # a field too long: a quote that never ends
        return records
    return records


def unquoted_records(text: str, layout: Layout) -> list[Record]:
    """Read the file as the national service writes it: quotes are text, and delimiters inside fields stand bare."""
    if not layout.in_published_order:
        return []
    lines = text.split("\n")[layout.line :]
    return list(_joined_records(lines, layout))


def rank(split: dict[str, str], authorities: frozenset[str]) -> int:
    """How many of part, authority and status are known words."""
    return (split.get("part", "") in PARTS) + (split["authority"] in authorities) + (split["status"] in STATUSES)


def learnt_authorities(records: list[Record]) -> frozenset[str]:
    """Add to the known authorities those of records that can be parted in one way only."""
    return AUTHORITIES | {record.splits[0]["authority"] for record in records if len(record.splits) == 1}


def _layout_of(line: str, number: int, delimiter: str) -> Layout | None:
    headings = [piece.strip().strip('";').strip() for piece in line.split(delimiter)]
    while headings and not headings[-1]:
        headings.pop()
    fields = tuple(HEADINGS.get(heading.casefold()) for heading in headings)
    published = FIELDS_2007 if "part" in fields else FIELDS_2014
    if len(set(fields) & set(published)) < _FEWEST_HEADINGS or set(published) - set(fields):
        return None
    period: ListPeriod = "2007-2013" if "part" in fields else "2014-2020"
    return Layout(period, number, delimiter, fields, fields == published)


def _quoted_record(pieces: list[str], line: int, layout: Layout) -> Record:
    text = layout.delimiter.join(pieces)
    while len(pieces) > len(layout.fields) and not pieces[-1].strip("; "):
        pieces.pop()
    if len(pieces) != len(layout.fields):
        return Record(line, text, ())
    named = zip(layout.fields, pieces, strict=True)
    return Record(line, text, ({field: _LINE_BREAK.sub(" ", piece.strip()) for field, piece in named if field},))


def _joined_records(lines: list[str], layout: Layout) -> Iterator[Record]:
    """Each line is a record; a broken one takes the following lines that do not begin a project of their own."""
    at = 0
    while at < len(lines):
        taken = 1
        if lines[at].strip():
            record = _unquoted_record(lines[at], layout.line + 1 + at, layout)
            if not record.splits:
                record, taken = _mended(lines, at, record, layout)
            yield record
        at += taken


def _mended(lines: list[str], at: int, broken: Record, layout: Layout) -> tuple[Record, int]:
    text = lines[at]
    if not _begins_project(text, layout):
        return broken, 1
    for taken, line in enumerate(lines[at + 1 : at + _LONGEST_BROKEN_RECORD], 2):
        if _begins_project(line, layout):
            break
        text = f"{text} {line}"
        record = _unquoted_record(text, broken.line, layout)
        if record.splits:
            return record, taken
    return broken, 1


def _begins_project(line: str, layout: Layout) -> bool:
    return bool(CODE.fullmatch(line.split(layout.delimiter, 1)[0].strip()))


def _unquoted_record(text: str, line: int, layout: Layout) -> Record:
    pieces = text.rstrip(f"; \t{layout.delimiter}").split(layout.delimiter)
    if len(pieces) < len(layout.fields) or not all(map(_is_amount, pieces[-_AMOUNTS:])):
        return Record(line, text, ())
    has_part = layout.period == "2007-2013"
    return Record(line, text, tuple(_splits(pieces, delimiter=layout.delimiter, has_part=has_part)))


def _splits(pieces: list[str], *, delimiter: str, has_part: bool) -> Iterator[dict[str, str]]:
    """Part the pieces at every status followed by two dates and every axis (after a part) before it."""
    middle = pieces[2:-_AMOUNTS]
    for status in _status_places(middle):
        for axis in _axis_places(middle[:status], has_part=has_part):
            fields = (
                *pieces[:2],
                delimiter.join(middle[: axis - has_part]),
                *middle[axis - has_part : axis + 1],
                delimiter.join(middle[axis + 1 : status]),
                *middle[status : status + 3],
                delimiter.join(middle[status + 3 :]),
                *pieces[-_AMOUNTS:],
            )
            names = FIELDS_2007 if has_part else FIELDS_2014
            yield {name: field.strip() for name, field in zip(names, fields, strict=True)}


def _status_places(middle: list[str]) -> list[int]:
    places = [at for at in range(1, len(middle) - 3) if _is_date(middle[at + 1]) and _is_date(middle[at + 2])]
    known = [at for at in places if middle[at].strip() in STATUSES]
    return known or places


def _axis_places(before: list[str], *, has_part: bool) -> list[int]:
    places = [at for at in range(1 + has_part, len(before) - 1) if _AXIS.fullmatch(before[at].strip())]
    if not has_part:
        return places
    known = [at for at in places if before[at - 1].strip() in PARTS]
    return known or places


def _is_date(piece: str) -> bool:
    return bool(_DATE.fullmatch(piece.strip()))


def _is_amount(piece: str) -> bool:
    return bool(_AMOUNT.fullmatch(piece.strip()))

"""Reads the national project lists of 2007-2013 and 2014-2020: every row is read, or named with its line and reason."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from hankekori.core import list_sentences as say
from hankekori.core.identity_codes import contains_identity_code, mask_identity_codes
from hankekori.core.list_records import (
    CODE,
    Layout,
    Record,
    find_layout,
    learnt_authorities,
    quoted_records,
    rank,
    unquoted_records,
)
from hankekori.core.list_vocabulary import AUTHORITIES, COMPANY_AID_ENDINGS, FUNDS, PARTS, STATUSES, ListPeriod
from hankekori.core.person_names import may_name_person
from hankekori.core.text_files import decode
from hankekori.core.texts import Translated

_WHOLE_EUROS = re.compile(r"(?P<sign>[-\u2212]?)(?P<digits>\d+)(?:[.,]00?)?(?:€|eur)?", re.IGNORECASE)
_SPACES = str.maketrans("", "", " \u00a0\u2009\u202f")


@dataclass(frozen=True, slots=True)
class ListRow:
    """One project as the national list states it; amounts in whole euros."""

    line: int
    code: str
    fund: str
    name: str
    part: str  # empty in 2014-2020, which has no such column
    axis: int
    authority: str
    status: str
    start: date
    end: date
    implementer: str
    granted_eu_state: int
    realised_eu_state: int
    planned_public: int
    realised_public: int
    implementer_may_be_person: bool


@dataclass(frozen=True, slots=True)
class ListProblem:
    """A row that is not imported."""

    line: int
    reason: Translated
    text: str


@dataclass(frozen=True, slots=True)
class ListRemark:
    """Something to know about a row that is imported as it stands."""

    line: int
    code: str  # of the project
    kind: str
    sentence: Translated


@dataclass(frozen=True, slots=True)
class ListReading:
    period: ListPeriod | None  # None when the file is not a project list
    rows: tuple[ListRow, ...]
    problems: tuple[ListProblem, ...]
    remarks: tuple[ListRemark, ...]
    encoding: str


class _RowRefusedError(Exception):
    def __init__(self, reason: Translated) -> None:
        super().__init__(reason.en)
        self.reason = reason


def read_project_list(content: bytes) -> ListReading:
    """Read one national list; rows + problems account for every record of the file.

    Quotes are taken as marks or as text, whichever reads more rows.
    """
    decoded = decode(content)
    layout = find_layout(decoded.text)
    if layout is None:
        first_line = decoded.text.partition("\n")[0][:200]
        problem = ListProblem(1, say.NOT_A_LIST, mask_identity_codes(first_line))
        return ListReading(None, (), (problem,), (), decoded.encoding)
    rows, problems = _read_records(_best_records(decoded.text, layout), layout)
    remarks = tuple(sorted((*_new_words(rows), *_odd_figures(rows)), key=lambda remark: (remark.line, remark.kind)))
    return ListReading(layout.period, rows, problems, remarks, decoded.encoding)


type _Rows = tuple[tuple[ListRow, ...], tuple[ListProblem, ...]]


def _best_records(text: str, layout: Layout) -> list[Record]:
    unquoted = unquoted_records(text, layout)
    if '"' not in text and layout.in_published_order:
        return unquoted
    quoted = quoted_records(text, layout)
    fit, fit_quoted = (sum(bool(record.splits) for record in records) for records in (unquoted, quoted))
    if fit == fit_quoted:
        return quoted if _quotes_protect(text, layout) else unquoted
    return unquoted if fit > fit_quoted else quoted


def _quotes_protect(text: str, layout: Layout) -> bool:
    """Whether some quoted field needs its quotes: it holds the delimiter or a doubled quote."""
    mark = re.escape(layout.delimiter)
    return bool(re.search(rf'(?:^|{mark})"(?:[^"\n]*{mark}[^"\n]*|[^"\n]*""[^"\n]*)"(?:{mark}|$)', text, re.MULTILINE))


def _read_records(records: list[Record], layout: Layout) -> _Rows:
    authorities = learnt_authorities(records)
    rows: dict[str, ListRow] = {}
    problems: list[ListProblem] = []
    for record in records:
        try:
            row = _read_row(record, layout, authorities)
            _refuse_second(row, rows.get(row.code))
            rows[row.code] = row
        except _RowRefusedError as refused:
            problems.append(ListProblem(record.line, refused.reason, mask_identity_codes(record.text)))
    return tuple(rows.values()), tuple(problems)


def _read_row(record: Record, layout: Layout, authorities: frozenset[str]) -> ListRow:
    if contains_identity_code(record.text):
        raise _RowRefusedError(say.IDENTITY_CODE)
    if "\0" in record.text:
        raise _RowRefusedError(say.DAMAGED)
    fields = _chosen_split(record, layout, authorities)
    row = ListRow(
        line=record.line,
        code=_matching(fields["code"], CODE, say.NO_CODE),
        fund=_one_of(fields["fund"], FUNDS, say.NO_FUND),
        name=_filled(fields["name"], say.NO_NAME),
        part=fields.get("part", ""),
        axis=int(_matching(fields["axis"], re.compile(r"\d{1,2}"), say.NO_AXIS)),
        authority=_filled(fields["authority"], say.NO_AUTHORITY),
        status=_filled(fields["status"], say.NO_STATUS),
        start=_day(fields["start"]),
        end=_day(fields["end"]),
        implementer=_with_letters(fields["implementer"]),
        granted_eu_state=_euros(fields["granted"]),
        realised_eu_state=_euros(fields["realised"]),
        planned_public=_euros(fields["planned_public"]),
        realised_public=_euros(fields["realised_public"]),
        implementer_may_be_person=may_name_person(
            fields["implementer"], company_aid=fields["authority"].endswith(COMPANY_AID_ENDINGS)
        ),
    )
    if row.end < row.start:
        raise _RowRefusedError(say.ENDS_FIRST)
    return row


def _chosen_split(record: Record, layout: Layout, authorities: frozenset[str]) -> dict[str, str]:
    if not record.splits:
        raise _RowRefusedError(_why_no_split(record, layout))
    best = max(rank(split, authorities) for split in record.splits)
    chosen = [split for split in record.splits if rank(split, authorities) == best]
    if len(chosen) > 1:
        raise _RowRefusedError(say.AMBIGUOUS.filled(count=len(chosen)))
    return chosen[0]


def _why_no_split(record: Record, layout: Layout) -> Translated:
    pieces = record.text.rstrip(f"; \t{layout.delimiter}").split(layout.delimiter)
    if len(pieces) < len(layout.fields):
        return say.TOO_FEW.filled(found=len(pieces), wanted=len(layout.fields))
    if not all(_WHOLE_EUROS.fullmatch(piece.translate(_SPACES)) for piece in pieces[-4:]):
        return say.NO_AMOUNTS
    return say.NO_ANCHORS


def _refuse_second(row: ListRow, first: ListRow | None) -> None:
    if first is None:
        return
    same = (row.name, row.start, row.end, row.granted_eu_state, row.realised_eu_state, row.implementer) == (
        first.name,
        first.start,
        first.end,
        first.granted_eu_state,
        first.realised_eu_state,
        first.implementer,
    )
    raise _RowRefusedError((say.REPEATED if same else say.CONTRADICTED).filled(code=row.code, line=first.line))


def _matching(text: str, pattern: re.Pattern[str], reason: Translated) -> str:
    if not pattern.fullmatch(text):
        raise _RowRefusedError(reason.filled(text=text))
    return text


def _one_of(text: str, allowed: frozenset[str], reason: Translated) -> str:
    if text not in allowed:
        raise _RowRefusedError(reason.filled(text=text))
    return text


def _filled(text: str, reason: Translated) -> str:
    if not text:
        raise _RowRefusedError(reason)
    return text


def _with_letters(implementer: str) -> str:
    if not any(character.isalpha() for character in implementer):
        raise _RowRefusedError(say.NO_IMPLEMENTER.filled(text=implementer))
    return implementer


def _day(text: str) -> date:
    """Read a day as d.m.yyyy or ISO."""
    try:
        if "-" in text:
            return date.fromisoformat(text)
        day, month, year = (int(part) for part in text.split("."))
        return date(year, month, day)
    except ValueError:
        raise _RowRefusedError(say.NO_DAY.filled(text=text)) from None


def _euros(text: str) -> int:
    if text.isascii() and text.isdigit():
        return int(text)
    match = _WHOLE_EUROS.fullmatch(text.translate(_SPACES))
    if match is None:
        raise _RowRefusedError(say.NO_EUROS.filled(text=text))
    amount = int(match["digits"])
    return -amount if match["sign"] else amount


def _new_words(rows: tuple[ListRow, ...]) -> list[ListRemark]:
    """One remark for each authority, part and status that is not in our vocabulary, at the first row that has it."""
    remarks = []
    for field, known in (("authority", AUTHORITIES), ("part", PARTS | {""}), ("status", STATUSES)):
        words = Counter(getattr(row, field) for row in rows)
        new = words.keys() - known
        for row in rows:
            word = getattr(row, field)
            if word in new:
                new.discard(word)
                sentence = say.NEW_WORD[field].filled(word=word, count=words[word])
                remarks.append(ListRemark(row.line, row.code, f"new_{field}", sentence))
    return remarks


def _odd_figures(rows: tuple[ListRow, ...]) -> list[ListRemark]:
    remarks = []
    for row in rows:
        if min(row.granted_eu_state, row.realised_eu_state, row.planned_public, row.realised_public) < 0:
            remarks.append(ListRemark(row.line, row.code, "negative_amount", say.NEGATIVE))
        if row.granted_eu_state > row.planned_public:
            remarks.append(ListRemark(row.line, row.code, "granted_over_public", say.GRANTED_OVER_PUBLIC))
        if row.realised_eu_state > row.realised_public:
            remarks.append(ListRemark(row.line, row.code, "realised_over_public", say.REALISED_OVER_PUBLIC))
    return remarks

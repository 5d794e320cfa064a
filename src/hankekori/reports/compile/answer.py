"""The answer to a question: a table with its totals, what has to be said of it, and where each figure leads."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.utils import timezone

from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated
from hankekori.reports.compile import wording
from hankekori.reports.compile.model import Asked, FactRow, Facts, Filter, Label, Op, Quantity, Reader, Subject
from hankekori.reports.compile.pictures import Picture, Point, picture_of
from hankekori.reports.compile.question import Question
from hankekori.reports.compile.subjects import SUBJECTS
from hankekori.reports.document import Cell, Column


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row: the keys of its groups, the same in words and its figures."""

    keys: tuple[str, ...]
    labels: tuple[str, ...]
    cells: tuple[Cell, ...]  # in the order of the quantities
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What was asked, as it was understood, and the table that answers it."""

    programme: Programme
    question: Question  # with everything settled: days, columns, and the indicator among the groups where it has to be
    subject: Subject
    reader: Reader
    quantities: tuple[Quantity, ...]
    groups: tuple[Column, ...]  # headings of the groups
    columns: tuple[Column, ...]  # headings of the figures
    rows: tuple[AnswerRow, ...]
    totals: tuple[AnswerRow, ...]  # one, or one for each indicator
    filters: tuple[tuple[str, str], ...]  # what it is narrowed by, in words: name, values
    remarks: tuple[str, ...] = ()
    office_only: bool = False

    def say(self, text: Translated) -> str:
        return text.in_language(self.reader.language)

    @property
    def as_of(self) -> date:
        """The day the figures are of."""
        return self.question.as_of or self.programme.end

    @property
    def picture(self) -> Picture | None:
        """The picture of the first figure that adds up; none where rows of several indicators stand together."""
        groups = [at for at, group in enumerate(self.question.groups) if not self._is_settled(at, group)]
        chosen = next((at for at, each in enumerate(self.quantities) if each.adds_up), None)
        if chosen is None or not 1 <= len(groups) <= _DRAWN or self._mixes():
            return None
        first, second = groups[0], groups[1] if len(groups) == _DRAWN else None
        dimension = self.subject.dimension(self.question.groups[first])
        points = [
            Point(row.labels[first], "" if second is None else row.labels[second], row.cells[chosen])
            for row in self.rows
        ]
        return picture_of(
            points,
            self.quantities[chosen],
            (self.groups[first].heading, "" if second is None else self.groups[second].heading),
            is_time=bool(dimension and dimension.is_time),
            caption=f"{self.say(self.quantities[chosen].name)}: {', '.join(self.groups[at].heading for at in groups)}",
            language=self.reader.language,
        )

    def _is_settled(self, at: int, group: str) -> bool:
        """Tell whether the group is the indicator, and every row is of the same one."""
        return group == self.subject.kept_apart and len({row.keys[at] for row in self.rows}) == 1

    def _mixes(self) -> bool:
        apart = [at for at, group in enumerate(self.question.groups) if group == self.subject.kept_apart]
        return any(len({row.keys[at] for row in self.rows}) > 1 for at in apart)

    def drill(self, row: AnswerRow) -> Question | None:
        """Ask for the projects behind a row; None where the row is a project already."""
        if self.subject.dimension(_PROJECT) is None or _PROJECT in self.question.groups:
            return None
        apart = self.subject.kept_apart
        values = {
            group: key
            for group, key in zip(self.question.groups, row.keys, strict=True)
            if not row.is_total or group == apart
        }
        return replace(self.question.narrowed(values), groups=(_PROJECT,), sort="")


def compile_answer(programme: Programme, question: Question, reader: Reader, *, today: date | None = None) -> Answer:
    """Answer a question; statements are the same in number however many rows there are.

    Raises PermissionDenied where the reader may not read the subject.
    """
    subject = SUBJECTS[question.subject]
    if subject.permission not in reader.permissions:
        raise PermissionDenied
    settled = _settled(programme, question, subject, today or timezone.localdate())
    quantities = tuple(each for key in settled.columns if (each := subject.quantity(key)))
    asked = Asked(
        programme=programme,
        groups=settled.groups,
        quantities=settled.columns,
        filters=settled.filters,
        period=settled.period,
        as_of=settled.as_of or programme.end,
        known_on=settled.known_on,
        reader=reader,
    )
    facts = subject.read(asked)
    words = _Words(subject, asked)
    remarks = (wording.AS_IT_IS_NOW,) if question.known_on and not subject.remembers else ()
    return Answer(
        programme=programme,
        question=settled,
        subject=subject,
        reader=reader,
        quantities=quantities,
        groups=tuple(Column(key, words.name(key)) for key in settled.groups),
        columns=tuple(_column(each, reader) for each in quantities),
        rows=tuple(_row(settled, row, words) for row in _ordered(settled, subject, facts.rows, words)),
        totals=tuple(_total(settled, subject, row, words) for row in _totals(settled, subject, facts, words)),
        filters=tuple((words.name(each.dimension), words.narrowed(each)) for each in settled.filters),
        remarks=tuple(each.in_language(reader.language) for each in (*facts.remarks, *remarks)),
        office_only=facts.office_only,
    )


_PROJECT = "hanke"
_DRAWN = 2  # groups in a picture at most


class _Words:
    """The dimensions of one question in words, each value looked up once."""

    def __init__(self, subject: Subject, asked: Asked) -> None:
        keys = dict.fromkeys((*asked.groups, *(each.dimension for each in asked.filters)))
        self.language = asked.reader.language
        self._dimensions = {each.key: each for each in subject.dimensions if each.key in keys}
        self._known = {key: self._dimensions[key].labels(asked) for key in keys}
        self._labels: dict[str, dict[str, Label]] = {key: {} for key in keys}
        self._texts: dict[str, dict[str, str]] = {key: {} for key in keys}

    def name(self, dimension: str) -> str:
        return self._dimensions[dimension].name.in_language(self.language)

    def label(self, dimension: str, value: str) -> Label:
        labels = self._labels[dimension]
        if value not in labels:
            labels[value] = self._dimensions[dimension].label(value, self._known[dimension])
        return labels[value]

    def text(self, dimension: str, value: str) -> str:
        texts = self._texts[dimension]
        if value not in texts:
            texts[value] = self.label(dimension, value).text.in_language(self.language)
        return texts[value]

    def places(self, dimension: str, values: Iterable[str]) -> Mapping[str, int]:
        """Give each value its number in the order of rows."""
        ordered = sorted(set(values), key=lambda value: (*self.label(dimension, value).place, value))
        return {value: at for at, value in enumerate(ordered)}

    def narrowed(self, by: Filter) -> str:
        values = ", ".join(self.text(by.dimension, value) for value in by.values)
        return _OPS[by.op].in_language(self.language).format(values=values)


def _settled(programme: Programme, question: Question, subject: Subject, today: date) -> Question:
    """Fill in what the question leaves open."""
    groups = question.groups
    apart = subject.kept_apart
    if apart and apart not in groups and not _has_one(question.filters, apart):
        groups = (apart, *groups)
    return replace(
        question,
        groups=groups,
        columns=question.columns or subject.start_columns,
        as_of=question.as_of or programme.day_shown(today),
    )


def _has_one(filters: tuple[Filter, ...], dimension: str) -> bool:
    found = [each.values for each in filters if each.dimension == dimension and each.op is Op.IS]
    return len(found) == 1 and len(found[0]) == 1


def _row(question: Question, row: FactRow, words: _Words) -> AnswerRow:
    told = row.labels or ("",) * len(row.keys)
    labels = (
        known or words.text(group, key) for group, key, known in zip(question.groups, row.keys, told, strict=True)
    )
    return AnswerRow(row.keys, tuple(labels), row.cells)


def _total(question: Question, subject: Subject, row: FactRow, words: _Words) -> AnswerRow:
    """Name a total: of the indicator it is of, or of everything."""
    labels = [
        words.text(group, key) if group == subject.kept_apart else ""
        for group, key in zip(question.groups, row.keys, strict=True)
    ]
    if "" in labels:
        labels[labels.index("")] = _TOTAL.in_language(words.language)
    return AnswerRow(row.keys, tuple(labels), row.cells, is_total=True)


def _ordered(question: Question, subject: Subject, rows: tuple[FactRow, ...], words: _Words) -> list[FactRow]:
    """Put rows in the order of their groups, then in the order asked for, without mixing indicators.

    Rows without the figure come last.
    """
    places = [words.places(group, (row.keys[at] for row in rows)) for at, group in enumerate(question.groups)]

    def place(row: FactRow, at: int) -> int:
        return places[at][row.keys[at]]

    ordered = sorted(rows, key=lambda row: [place(row, at) for at, _ in enumerate(row.keys)])
    wanted, backwards = question.sort.removeprefix("-"), question.sort.startswith("-")
    if wanted in question.groups:
        sorted_at = question.groups.index(wanted)
        return sorted(ordered, key=lambda row: place(row, sorted_at), reverse=backwards)
    if wanted in question.columns:
        ordered = _by_figure(ordered, question.columns.index(wanted), backwards=backwards)
        if subject.kept_apart in question.groups:
            apart = question.groups.index(subject.kept_apart)
            ordered.sort(key=lambda row: place(row, apart))
    return ordered


def _by_figure(rows: list[FactRow], at: int, *, backwards: bool) -> list[FactRow]:
    known = [(value, row) for row in rows if isinstance(value := row.cells[at].value, int | Decimal)]
    unknown = [row for row in rows if not isinstance(row.cells[at].value, int | Decimal)]
    return [*(row for _, row in sorted(known, key=lambda pair: pair[0], reverse=backwards)), *unknown]


def _totals(question: Question, subject: Subject, facts: Facts, words: _Words) -> list[FactRow]:
    apart = subject.kept_apart
    if apart not in question.groups:
        return list(facts.totals)
    at = question.groups.index(apart)
    return sorted(facts.totals, key=lambda row: words.label(apart, row.keys[at]).place)


def _column(quantity: Quantity, reader: Reader) -> Column:
    return Column(
        quantity.key,
        quantity.name.in_language(reader.language),
        quantity.kind,
        quantity.unit.in_language(reader.language),
        decimals=quantity.decimals,
    )


_TOTAL = Translated("Yhteensä", "Sammanlagt", "Total")
_OPS = {
    Op.IS: Translated("{values}", "{values}", "{values}"),
    Op.NOT: Translated("ei {values}", "inte {values}", "not {values}"),
    Op.HAS: Translated("mukana {values}", "bland andra {values}", "includes {values}"),
}

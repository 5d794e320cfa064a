"""The answer to a question: a table with its totals, what has to be said of it, and where each figure leads."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.utils import timezone

from hankekori.areas.programmes.models import Programme
from hankekori.core.texts import Translated
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

    The caller has made sure that the reader has the subject's permission.
    """
    subject = SUBJECTS[question.subject]
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
    labels = {key: _labels(subject, asked, key) for key in dict.fromkeys((*settled.groups, *_filtered(settled)))}
    rows = _ordered(settled, subject, facts.rows, labels)
    return Answer(
        programme=programme,
        question=settled,
        subject=subject,
        reader=reader,
        quantities=quantities,
        groups=tuple(_group_column(subject, key, reader) for key in settled.groups),
        columns=tuple(_column(each, reader) for each in quantities),
        rows=tuple(_row(settled, subject, row, labels, reader) for row in rows),
        totals=tuple(_total(settled, subject, row, labels, reader) for row in _totals(settled, subject, facts, labels)),
        filters=tuple(_in_words(settled, subject, labels, reader)),
        remarks=tuple(each.in_language(reader.language) for each in facts.remarks),
        office_only=facts.office_only,
    )


_PROJECT = "hanke"
_DRAWN = 2  # groups in a picture at most
type _Labels = Mapping[str, Mapping[str, Label]]


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


def _filtered(question: Question) -> Iterator[str]:
    for each in question.filters:
        yield each.dimension


def _labels(subject: Subject, asked: Asked, key: str) -> Mapping[str, Label]:
    dimension = subject.dimension(key)
    return dimension.labels(asked) if dimension else {}


def _label(subject: Subject, group: str, key: str, labels: _Labels) -> Label:
    dimension = subject.dimension(group)
    if dimension is None:
        raise LookupError(group)
    return dimension.label(key, labels[group])


def _row(question: Question, subject: Subject, row: FactRow, labels: _Labels, reader: Reader) -> AnswerRow:
    told = row.labels or ("",) * len(row.keys)
    words = (
        known or _label(subject, group, key, labels).text.in_language(reader.language)
        for group, key, known in zip(question.groups, row.keys, told, strict=True)
    )
    return AnswerRow(row.keys, tuple(words), row.cells)


def _total(question: Question, subject: Subject, row: FactRow, labels: _Labels, reader: Reader) -> AnswerRow:
    """Name a total: of the indicator it is of, or of everything."""
    words = [
        _label(subject, group, key, labels).text.in_language(reader.language) if group == subject.kept_apart else ""
        for group, key in zip(question.groups, row.keys, strict=True)
    ]
    if "" in words:
        words[words.index("")] = _TOTAL.in_language(reader.language)
    return AnswerRow(row.keys, tuple(words), row.cells, is_total=True)


def _ordered(question: Question, subject: Subject, rows: tuple[FactRow, ...], labels: _Labels) -> list[FactRow]:
    """Put rows in the order of their groups, then in the order asked for; rows without the figure come last."""

    def places(row: FactRow) -> tuple[tuple[int | str, ...], ...]:
        return tuple(
            (*_label(subject, group, key, labels).place, key)
            for group, key in zip(question.groups, row.keys, strict=True)
        )

    ordered = sorted(rows, key=places)
    wanted, backwards = question.sort.removeprefix("-"), question.sort.startswith("-")
    if wanted in question.groups:
        at = question.groups.index(wanted)
        return sorted(ordered, key=lambda row: places(row)[at], reverse=backwards)
    if wanted in question.columns:
        at = question.columns.index(wanted)
        known = {id(row): value for row in ordered if isinstance(value := row.cells[at].value, int | Decimal)}
        with_value = sorted((row for row in ordered if id(row) in known), key=lambda row: known[id(row)])
        return [*(reversed(with_value) if backwards else with_value), *(row for row in ordered if id(row) not in known)]
    return ordered


def _totals(question: Question, subject: Subject, facts: Facts, labels: _Labels) -> list[FactRow]:
    apart = subject.kept_apart
    if apart not in question.groups:
        return list(facts.totals)
    at = question.groups.index(apart)
    return sorted(facts.totals, key=lambda row: _label(subject, apart, row.keys[at], labels).place)


def _group_column(subject: Subject, key: str, reader: Reader) -> Column:
    dimension = subject.dimension(key)
    return Column(key, dimension.name.in_language(reader.language) if dimension else key)


def _column(quantity: Quantity, reader: Reader) -> Column:
    return Column(
        quantity.key,
        quantity.name.in_language(reader.language),
        quantity.kind,
        quantity.unit.in_language(reader.language),
        decimals=quantity.decimals,
    )


def _in_words(question: Question, subject: Subject, labels: _Labels, reader: Reader) -> Iterator[tuple[str, str]]:
    for each in question.filters:
        dimension = subject.dimension(each.dimension)
        if dimension:
            words = (
                dimension.label(value, labels[each.dimension]).text.in_language(reader.language)
                for value in each.values
            )
            yield (
                dimension.name.in_language(reader.language),
                _OPS[each.op].in_language(reader.language).format(values=", ".join(words)),
            )


_TOTAL = Translated("Yhteensä", "Sammanlagt", "Total")
_OPS = {
    Op.IS: Translated("{values}", "{values}", "{values}"),
    Op.NOT: Translated("ei {values}", "inte {values}", "not {values}"),
    Op.HAS: Translated("mukana {values}", "bland andra {values}", "includes {values}"),
}

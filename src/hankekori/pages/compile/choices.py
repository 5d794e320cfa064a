"""What the form of a compilation offers: subjects, figures, groups, periods, and the values of one filter at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from hankekori.areas.accounts.roles import permissions_of
from hankekori.core.periods import HALF_YEAR, Period, periods_between
from hankekori.pages.basket.words import language, said
from hankekori.pages.compile.asking import EMPTY
from hankekori.pages.door import Door
from hankekori.reports.compile.answer import compile_answer
from hankekori.reports.compile.model import Asked, Dimension, Filter, Op, Reader, Subject
from hankekori.reports.compile.periods import period_in_words, write_period
from hankekori.reports.compile.question import MOST_GROUPS, Question
from hankekori.reports.compile.subjects import SUBJECTS

MOST_VALUES = 150  # offered at once
PROJECT = "hanke"  # narrowed to by opening a row, not from a list of thousands


@dataclass(frozen=True, slots=True)
class Choice:
    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The values of one dimension, to tick."""

    dimension: str
    label: str
    values: Sequence[Choice]
    ops: Sequence[Choice]
    left_out: int = 0  # values that were too many to offer


@dataclass(frozen=True, slots=True)
class Choices:
    """The whole form, with what is chosen now."""

    subject: Subject
    subjects: Sequence[Choice]
    apart: Sequence[Choice]  # values that are never added together, one to choose: the indicators
    apart_label: str
    columns: Sequence[Choice]
    groups: Sequence[Sequence[Choice]]  # the first select and the second
    years: Sequence[Choice]
    half_years: Sequence[Choice]
    own_period: Period | None
    dimensions: Sequence[Choice]  # to narrow by
    narrowing: Narrowing | None
    carried: Sequence[tuple[str, str]]  # filters the form sends along as they are


def reader_of(door: Door) -> Reader:
    return Reader(permissions_of(door.role), language())


def choices_of(door: Door, question: Question, narrow: str) -> Choices:
    """Draw the form of a question; `narrow` names the dimension whose values are wanted, or nothing."""
    subject = SUBJECTS[question.subject]
    dimension = subject.dimension(narrow)
    narrowing = _narrowing(door, question, dimension) if dimension and dimension.key != PROJECT else None
    apart = subject.dimension(subject.kept_apart)
    one_apart = _only(question, subject.kept_apart)
    drawn = {narrowing.dimension} if narrowing else set()
    drawn |= {subject.kept_apart} if one_apart is not None or not _filters_of(question, subject.kept_apart) else set()
    years, half_years = _periods(door, question)
    return Choices(
        subject=subject,
        subjects=[
            Choice(each.key, said(each.name), each is subject)
            for each in SUBJECTS.values()
            if door.may(each.permission)
        ],
        apart=_labelled(door, question, apart, one_apart) if apart else (),
        apart_label=said(apart.name) if apart else "",
        columns=[
            Choice(each.key, said(each.name), each.key in (question.columns or subject.start_columns))
            for each in subject.quantities
        ],
        groups=[_group_choices(subject, question, at) for at in range(MOST_GROUPS)],
        years=years,
        half_years=half_years,
        own_period=question.period
        if question.period and not any(each.chosen for each in (*years, *half_years))
        else None,
        dimensions=_dimensions(subject, narrow),
        narrowing=narrowing,
        carried=[
            (f"{each.dimension}.{each.op}" if each.op is not Op.IS else each.dimension, value or EMPTY)
            for each in question.filters
            if each.dimension not in drawn
            for value in each.values
        ],
    )


def _group_choices(subject: Subject, question: Question, at: int) -> list[Choice]:
    chosen = question.groups[at] if at < len(question.groups) else ""
    return [Choice(each.key, said(each.name), each.key == chosen) for each in subject.dimensions]


def _dimensions(subject: Subject, narrow: str) -> list[Choice]:
    left_out = {subject.kept_apart, PROJECT}
    offered = [each for each in subject.dimensions if each.key not in left_out]
    return [Choice(each.key, said(each.name), each.key == narrow) for each in offered]


def _labelled(door: Door, question: Question, dimension: Dimension, chosen: str | None) -> list[Choice]:
    """Offer every value the dimension knows, in its order; one query."""
    labels = dimension.labels(_asked(door, question))
    ordered = sorted(labels.items(), key=lambda each: each[1].place)
    return [Choice(key, said(label.text), key == chosen) for key, label in ordered]


def _narrowing(door: Door, question: Question, dimension: Dimension) -> Narrowing:
    """Offer the values that rows of the question have, were it not narrowed by them."""
    chosen = next((each for each in question.filters if each.dimension == dimension.key), None)
    rest = tuple(each for each in question.filters if each.dimension != dimension.key)
    subject = SUBJECTS[question.subject]
    wanted = replace(question, groups=(dimension.key,), columns=subject.start_columns[:1], filters=rest, sort="")
    answer = compile_answer(door.programme, wanted, reader_of(door))
    at = answer.question.groups.index(dimension.key)
    found = dict.fromkeys((row.keys[at], row.labels[at]) for row in answer.rows)
    picked = set(chosen.values) if chosen else set()
    values = [Choice(key or EMPTY, label, key in picked) for key, label in found]
    shown = [each for at, each in enumerate(values) if at < MOST_VALUES or each.chosen]
    unmet = picked - {key for key, _ in found}  # chosen, but no row has them now
    shown += [Choice(key or EMPTY, key or said(dimension.nothing), chosen=True) for key in sorted(unmet)]
    op = chosen.op if chosen else Op.IS
    return Narrowing(dimension.key, said(dimension.name), shown, _ops(op), len(values) + len(unmet) - len(shown))


def _ops(chosen: Op) -> list[Choice]:
    words = {Op.IS: _("vain nämä"), Op.HAS: _("nämä, vaikka muitakin olisi"), Op.NOT: _("kaikki muut paitsi nämä")}
    return [Choice("" if op is Op.IS else op.value, word, op is chosen) for op, word in words.items()]


def _periods(door: Door, question: Question) -> tuple[list[Choice], list[Choice]]:
    last = max(door.as_of, question.as_of or door.as_of)
    start = min(door.programme.start, last)
    years = [Period(date(year, 1, 1), date(year, 12, 31)) for year in range(last.year, start.year - 1, -1)]
    halves = reversed(periods_between(start, last, months=HALF_YEAR))
    return _period_choices(years, question), _period_choices(halves, question)


def _period_choices(periods: Iterable[Period], question: Question) -> list[Choice]:
    return [Choice(write_period(each), said(period_in_words(each)), each == question.period) for each in periods]


def _filters_of(question: Question, dimension: str) -> list[Filter]:
    return [each for each in question.filters if each.dimension == dimension]


def _only(question: Question, dimension: str) -> str | None:
    found = _filters_of(question, dimension)
    return found[0].values[0] if len(found) == 1 and len(found[0].values) == 1 and found[0].op is Op.IS else None


def _asked(door: Door, question: Question) -> Asked:
    return Asked(
        programme=door.programme, groups=(), quantities=(), filters=(), period=None,
        as_of=question.as_of or door.as_of, known_on=question.known_on, reader=reader_of(door),
    )  # fmt: skip

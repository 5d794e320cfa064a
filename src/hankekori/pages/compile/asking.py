"""From the form's fields to the address of a question, and from an address to the question.

The form sends what no address needs: a filter that is being chosen, days of one's own, the subject before it changed.
`address_of_form` writes them as the address of the question, and only that is ever shown, saved or shared.
"""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlencode

from django.http import QueryDict

from hankekori.pages.door import DAY_PARAMS, Door
from hankekori.reports.compile.model import Subject
from hankekori.reports.compile.question import AS_OF, COLUMN, GROUP, KNOWN_ON, PERIOD, SUBJECT, Question
from hankekori.reports.compile.subjects import SUBJECTS
from hankekori.web.paging import PAGE_PARAM

FORM, BEFORE = "lomake", "aihe"  # the form's mark, and the subject it was drawn for
NARROW = "rajaa"  # the dimension whose values are offered; stays in the address of the page
NARROWED, VALUE, OP = "rajattu", "arvo", "tapa"  # the dimension whose values were offered, those chosen, and how
FROM, UNTIL, OWN_PERIOD = "alku", "loppu", "oma"
EMPTY = "-"  # the choice of what is not known, which is an empty text in addresses
_OF_FORM = frozenset({FORM, BEFORE, NARROWED, VALUE, OP, FROM, UNTIL})
_OF_PAGE = frozenset({NARROW, PAGE_PARAM, *DAY_PARAMS})
Pairs = Iterator[tuple[str, str]]


def asks_something(query: QueryDict) -> bool:
    return bool(set(query) - _OF_PAGE)


def question_at(door: Door, query: QueryDict) -> Question:
    """Read the question of an address, of the door's day unless it says another. Raises QuestionError."""
    asked = query.copy()
    for name in _OF_PAGE:
        asked.pop(name, None)
    question = Question.from_query(asked)
    return replace(question, as_of=question.as_of or door.as_of)


def address_of_form(fields: QueryDict) -> str:
    """Write what the form sent as the query of an address; whether it means anything is found when it is read."""
    subject = SUBJECTS.get(fields.get(SUBJECT, ""))
    pairs = _with_filters(fields)
    if subject and fields.get(BEFORE, subject.key) != subject.key:
        pairs = _of_new_subject(subject, pairs)
    return urlencode([(name, "" if value == EMPTY else value) for name, value in pairs])


def _with_filters(fields: QueryDict) -> Pairs:
    """Give the fields that address a question: the chosen values in place of what their dimension was narrowed to."""
    narrowed = fields.get(NARROWED, "")
    for name, values in fields.lists():
        if name not in _OF_FORM and name != PERIOD and (not narrowed or name.partition(".")[0] != narrowed):
            yield from ((name, value) for value in dict.fromkeys(values) if value)
    op = fields.get(OP, "")
    yield from (
        (f"{narrowed}.{op}" if op else narrowed, value) for value in fields.getlist(VALUE) if narrowed and value
    )
    if period := _period(fields):
        yield PERIOD, period


def _period(fields: QueryDict) -> str:
    period = fields.get(PERIOD, "")
    if period != OWN_PERIOD:
        return period
    first, last = fields.get(FROM, ""), fields.get(UNTIL, "")
    return f"{first or last}..{last or first}" if first or last else ""


def _of_new_subject(subject: Subject, pairs: Pairs) -> Pairs:
    """Keep of the question what the new subject knows too; without anything it begins from the subject's start."""
    kept = [(name, value) for name, value in pairs if _is_known(subject, name, value)]
    names = {name for name, _ in kept}
    start = list(Question.start(subject.key).parameters())
    yield SUBJECT, subject.key
    yield from ((name, value) for name, value in start if name in {GROUP, COLUMN} - names)
    if not any(subject.dimension(name.partition(".")[0]) for name in names):
        yield from ((name, value) for name, value in start if name not in {SUBJECT, GROUP, COLUMN})
    yield from kept


def _is_known(subject: Subject, name: str, value: str) -> bool:
    if name == GROUP:
        return subject.dimension(value) is not None
    if name == COLUMN:
        return subject.quantity(value) is not None
    if name == PERIOD:
        return subject.period is not None
    return name in {AS_OF, KNOWN_ON} or subject.dimension(name.partition(".")[0]) is not None

"""A question to compile an answer to, and the address that carries it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Self
from urllib.parse import urlencode

from django.http import QueryDict

from hankekori.core.money import DateError, parse_date
from hankekori.core.periods import Period, is_in_our_time
from hankekori.core.texts import Translated
from hankekori.reports.compile.model import Filter, Op, Subject
from hankekori.reports.compile.periods import PeriodError, read_period, write_period
from hankekori.reports.compile.subjects import SUBJECTS

MOST_GROUPS = 2
MOST_VALUES = 50  # of one filter
SUBJECT, GROUP, COLUMN, PERIOD = "mista", "ryhma", "luku", "jakso"
AS_OF, KNOWN_ON, SORT = "tilanne", "tiedossa", "jarjesta"
RESERVED = frozenset({SUBJECT, GROUP, COLUMN, PERIOD, AS_OF, KNOWN_ON, SORT})
_OP = "."  # between a dimension and how it is compared: kunta.sis=111


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of an address that could not be understood."""

    field: str  # the parameter's name
    message: Translated


class QuestionError(ValueError):
    """An address with parts that mean nothing; `question` holds what was understood."""

    def __init__(self, problems: tuple[Problem, ...], question: "Question") -> None:
        super().__init__("; ".join(problem.message.en for problem in problems))
        self.problems = problems
        self.question = question


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: figures of a subject, by up to two dimensions, narrowed, of a period, as known on a day."""

    subject: str
    groups: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()  # empty: the subject's first figures
    filters: tuple[Filter, ...] = ()
    period: Period | None = None
    as_of: date | None = None  # None: the day the programme's pages show
    known_on: date | None = None  # None: as known now
    sort: str = ""  # a group or a figure, with a minus for the other way; empty: in the order of the groups

    @classmethod
    def start(cls, subject: str) -> Self:
        """Give the question a subject begins from."""
        found = SUBJECTS[subject]
        return cls(subject, found.start_groups, found.start_columns, found.start_filters)

    @classmethod
    def from_query(cls, query: QueryDict) -> Self:
        """Read an address; without any parameter the first subject's own start. Raises QuestionError."""
        if not query:
            return cls.start(next(iter(SUBJECTS)))
        reading = _Reading(query)
        question = cls(
            subject=reading.subject.key,
            groups=reading.groups(),
            columns=reading.columns(),
            filters=reading.filters(),
            period=reading.period(),
            as_of=reading.day(AS_OF),
            known_on=reading.day(KNOWN_ON),
            sort=reading.sort(),
        )
        if reading.problems:
            raise QuestionError(tuple(reading.problems), question)
        return question

    def to_query(self) -> str:
        """Write the address's query, without the question mark."""
        return urlencode(list(self.parameters()))

    def parameters(self) -> Iterator[tuple[str, str]]:
        """Give the names and values of the address in their order, for links and hidden fields."""
        yield SUBJECT, self.subject
        for group in self.groups:
            yield GROUP, group
        for column in self.columns:
            yield COLUMN, column
        for each in self.filters:
            name = each.dimension if each.op is Op.IS else f"{each.dimension}{_OP}{each.op}"
            for value in each.values:
                yield name, value
        if self.period:
            yield PERIOD, write_period(self.period)
        if self.as_of:
            yield AS_OF, self.as_of.isoformat()
        if self.known_on:
            yield KNOWN_ON, self.known_on.isoformat()
        if self.sort:
            yield SORT, self.sort

    def narrowed(self, values: Mapping[str, str]) -> Self:
        """Narrow to one value of each given dimension, in place of what it was narrowed to."""
        kept = tuple(each for each in self.filters if each.dimension not in values or each.op is not Op.IS)
        return replace(self, filters=(*kept, *(Filter(key, (value,)) for key, value in values.items())))


class _Reading:
    """One reading of an address: what is understood, and the problems of what is not."""

    def __init__(self, query: QueryDict) -> None:
        self._query = query
        self.problems: list[Problem] = []
        wanted = query.get(SUBJECT, "")
        self.subject: Subject = SUBJECTS.get(wanted) or next(iter(SUBJECTS.values()))
        self._dimensions = [each.key for each in self.subject.dimensions]
        if wanted not in SUBJECTS:
            self._problem(SUBJECT, _NO_SUBJECT.filled(text=_cut(wanted), known=", ".join(SUBJECTS)))

    def groups(self) -> tuple[str, ...]:
        groups = self._known(GROUP, self._dimensions, _NO_DIMENSION)
        if len(groups) > MOST_GROUPS:
            self._problem(GROUP, _TOO_MANY_GROUPS)
        return groups[:MOST_GROUPS]

    def columns(self) -> tuple[str, ...]:
        return self._known(COLUMN, [each.key for each in self.subject.quantities], _NO_QUANTITY)

    def filters(self) -> tuple[Filter, ...]:
        return tuple(self._filters())

    def _known(self, name: str, known: Iterable[str], message: Translated) -> tuple[str, ...]:
        wanted = dict.fromkeys(text for text in self._query.getlist(name) if text)
        listed = list(known)
        for text in wanted:
            if text not in listed:
                self._problem(name, self._of_subject(message, text, listed))
        return tuple(text for text in wanted if text in listed)

    def _filters(self) -> Iterator[Filter]:
        for name in self._query:
            if name in RESERVED or not name:
                continue
            key, _, written = name.partition(_OP)
            if key not in self._dimensions or written not in {"", Op.NOT.value, Op.HAS.value}:
                self._problem(name, self._of_subject(_NO_FILTER, name, self._dimensions))
                continue
            values = tuple(dict.fromkeys(self._query.getlist(name)))
            if len(values) > MOST_VALUES or any("\0" in value for value in values):
                self._problem(name, _TOO_MANY_VALUES.filled(text=_cut(name), most=MOST_VALUES))
                continue
            yield Filter(key, values, Op(written or Op.IS))

    def period(self) -> Period | None:
        text = self._query.get(PERIOD, "")
        if not text.strip():
            return None
        if self.subject.period is None:
            self._problem(PERIOD, self._of_subject(_NO_PERIOD, text, ()))
            return None
        try:
            return read_period(text)
        except PeriodError as error:
            self._problem(PERIOD, error.message)
            return None

    def day(self, name: str) -> date | None:
        text = self._query.get(name, "")
        if not text.strip():
            return None
        try:
            day = parse_date(text)
        except DateError as error:
            self._problem(name, error.message)
            return None
        if not is_in_our_time(day):
            self._problem(name, _NOT_OUR_TIME.filled(text=_cut(text)))
            return None
        return day

    def sort(self) -> str:
        text = self._query.get(SORT, "")
        keys = [*self._dimensions, *(each.key for each in self.subject.quantities)]
        if text and text.removeprefix("-") not in keys:
            self._problem(SORT, self._of_subject(_NO_SORT, text, keys))
            return ""
        return text

    def _of_subject(self, message: Translated, text: str, known: Iterable[str]) -> Translated:
        names = self.subject.name
        listed = ", ".join(known)
        return Translated(
            message.fi.format(text=_cut(text), known=listed, subject=names.fi),
            message.sv.format(text=_cut(text), known=listed, subject=names.in_language("sv")),
            message.en.format(text=_cut(text), known=listed, subject=names.in_language("en")),
        )

    def _problem(self, field: str, message: Translated) -> None:
        self.problems.append(Problem(field, message))


_SHOWN = 40  # characters of what was typed


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


_NO_SUBJECT = Translated(
    "Osoitteessa ei ole tunnettua aihetta (mista={text}). Valitse jokin näistä: {known}.",
    "Adressen har inget känt ämne (mista={text}). Välj något av dessa: {known}.",
    "The address names no known subject (mista={text}). Choose one of these: {known}.",
)
_NO_DIMENSION = Translated(
    "Aihetta {subject} ei voi ryhmitellä tiedolla ”{text}”. Käytettävissä: {known}.",
    "Ämnet {subject} kan inte grupperas efter ”{text}”. Tillgängliga: {known}.",
    "{subject} cannot be grouped by “{text}”. Available: {known}.",
)
_TOO_MANY_GROUPS = Translated(
    "Ryhmiä voi olla enintään kaksi. Kaksi ensimmäistä jäi.",
    "Det får finnas högst två grupper. De två första blev kvar.",
    "There can be at most two groups. The first two were kept.",
)
_NO_QUANTITY = Translated(
    "Aiheessa {subject} ei ole lukua ”{text}”. Käytettävissä: {known}.",
    "Ämnet {subject} har inte talet ”{text}”. Tillgängliga: {known}.",
    "{subject} has no figure “{text}”. Available: {known}.",
)
_NO_FILTER = Translated(
    "Aihetta {subject} ei voi rajata tiedolla ”{text}”. Käytettävissä: {known}.",
    "Ämnet {subject} kan inte avgränsas med ”{text}”. Tillgängliga: {known}.",
    "{subject} cannot be narrowed by “{text}”. Available: {known}.",
)
_TOO_MANY_VALUES = Translated(
    "Rajauksessa ”{text}” voi olla enintään {most} arvoa, ja niiden on oltava tekstiä.",
    "Avgränsningen ”{text}” får ha högst {most} värden, och de ska vara text.",
    "The filter “{text}” can have at most {most} values, and they have to be text.",
)
_NO_PERIOD = Translated(
    "Aiheella {subject} ei ole ajanjaksoa. Poista jakso tai rajaa vuodella.",
    "Ämnet {subject} har ingen period. Ta bort perioden eller avgränsa med år.",
    "{subject} has no period. Remove it or narrow by year.",
)
_NOT_OUR_TIME = Translated(
    "Päivä {text} on liian kaukana. Tarkista vuosi.",
    "Dagen {text} är för långt borta. Kontrollera året.",
    "The day {text} is too far away. Check the year.",
)
_NO_SORT = Translated(
    "Taulukkoa ei voi järjestää tiedolla ”{text}”. Käytettävissä: {known}.",
    "Tabellen kan inte sorteras efter ”{text}”. Tillgängliga: {known}.",
    "The table cannot be sorted by “{text}”. Available: {known}.",
)

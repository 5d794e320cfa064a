"""What a subject of a compilation is: what it can be divided by, which figures it has and how they are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hankekori.areas.accounts.roles import Permission
from hankekori.areas.programmes.models import Programme
from hankekori.core.attribution import SEPARATOR, places_of_row
from hankekori.core.figures import ValueState
from hankekori.core.periods import Period
from hankekori.core.texts import LANGUAGES, Language, Translated
from hankekori.reports.document import Cell, ColumnKind

NOT_KNOWN = Translated("ei tietoa", "uppgift saknas", "not known")
SEVERAL = Translated("useita: {names}", "flera: {names}", "several: {names}")
NO_UNIT = Translated()


class Op(StrEnum):
    """How a filter compares; written after the dimension's name in an address, IS without anything."""

    IS = "on"  # the row itself: "several municipalities" is one row of its own
    NOT = "ei"
    HAS = "sis"  # one of several: a project that works in the municipality, wherever else it works


@dataclass(frozen=True, slots=True)
class Filter:
    """A dimension narrowed to some of its values."""

    dimension: str
    values: tuple[str, ...]
    op: Op = Op.IS

    def passes(self, key: str) -> bool:
        """Tell whether a row of the dimension stays, as the conditions of sql.py do in the database."""
        if self.op is Op.HAS:
            return bool(set(places_of_row(key)) & set(self.values))
        return (key in self.values) is (self.op is Op.IS)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the answer."""

    permissions: frozenset[Permission]
    language: Language = "fi"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a subject reads it: days settled, the indicator among the groups where it has to be."""

    programme: Programme
    groups: tuple[str, ...]
    quantities: tuple[str, ...]
    filters: tuple[Filter, ...]
    period: Period | None
    as_of: date
    known_on: date | None
    reader: Reader

    def only_value(self, dimension: str) -> str | None:
        """Give the one value a dimension is narrowed to, if it is."""
        found = [each.values for each in self.filters if each.dimension == dimension and each.op is Op.IS]
        return found[0][0] if len(found) == 1 and len(found[0]) == 1 else None


@dataclass(frozen=True, slots=True)
class Label:
    """A value of a dimension in words and its place in the order of rows."""

    text: Translated
    place: tuple[int | str, ...] = ()


type Lookup = Callable[[Asked], Mapping[str, Label]]


@dataclass(frozen=True, slots=True)
class Dimension:
    """What rows can be grouped and filtered by; its values are texts, empty for what is not known."""

    key: str  # in addresses
    name: Translated
    words: Mapping[str, Translated] = field(default_factory=dict)  # the values in words, in their order
    lookup: Lookup | None = None  # for values that live in the database; one query
    nothing: Translated = NOT_KNOWN
    several: Translated = SEVERAL
    is_time: bool = False

    def labels(self, asked: Asked) -> Mapping[str, Label]:
        """Give the known values in words."""
        if self.lookup:
            return self.lookup(asked)
        return {key: Label(text, (place,)) for place, (key, text) in enumerate(self.words.items())}

    def label(self, key: str, labels: Mapping[str, Label]) -> Label:
        """Name a value; several in one are named one by one, and what is not known comes last."""
        if key in labels:
            return labels[key]
        if not key:
            return Label(self.nothing, (_LAST,))
        if SEPARATOR in key:
            parts = [self.label(each, labels).text for each in places_of_row(key)]
            joined = {each: ", ".join(part.in_language(each) for part in parts) for each in LANGUAGES}
            return Label(
                Translated(**{each: self.several.in_language(each).format(names=joined[each]) for each in LANGUAGES}),
                (_AFTER_SINGLE, joined["fi"].casefold()),
            )
        return Label(Translated(key, key, key), (0, key.casefold()))


_AFTER_SINGLE, _LAST = 1_000_000, 2_000_000


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a subject; `adds_up` tells whether rows can be added."""

    key: str  # in addresses
    name: Translated
    kind: ColumnKind = "number"
    unit: Translated = NO_UNIT
    decimals: int | None = None
    adds_up: bool = True


@dataclass(frozen=True, slots=True)
class FactRow:
    """Figures of one group; keys in the order of the groups, cells in that of the quantities."""

    keys: tuple[str, ...]
    cells: tuple[Cell, ...]
    labels: tuple[str, ...] = ()  # in words where the row knows them; empty texts where it does not


@dataclass(frozen=True, slots=True)
class Facts:
    """What a subject answers: rows, totals of their own reading, and what has to be said of them."""

    rows: tuple[FactRow, ...]
    totals: tuple[FactRow, ...]  # one for each indicator where there are several; keys are empty but for it
    remarks: tuple[Translated, ...] = ()
    office_only: bool = False


NOT_STATED = Cell(state=ValueState.MISSING)
NOT_APPLICABLE = Cell(state=ValueState.NOT_APPLICABLE)


def number(value: Decimal | int | None) -> Cell:
    """Make a cell of a sum; where nothing was stated it is missing, never zero."""
    return NOT_STATED if value is None else Cell(value if isinstance(value, int) else _plain(value))


def _plain(value: Decimal) -> Decimal:
    """Take off the zeros that shares leave behind a number."""
    whole = value.to_integral_value()
    return whole if whole == value else value.normalize()


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that can be compiled of. A new subject is a file of its own and a line in subjects/__init__.py."""

    key: str  # in addresses
    name: Translated
    about: Translated  # what is counted, in a sentence
    dimensions: tuple[Dimension, ...]
    quantities: tuple[Quantity, ...]
    read: Callable[[Asked], Facts]
    source: Translated  # where the figures come from
    start_groups: tuple[str, ...]  # a first question to begin from
    start_columns: tuple[str, ...]
    start_filters: tuple[Filter, ...] = ()
    period: Translated | None = None  # what a period means here; None: it has none
    kept_apart: str = ""  # the dimension whose values are never added together: the indicator
    permission: Permission = Permission.READ_FIGURES
    remembers: bool = False  # can be asked as known on a day; else it is told as it is now

    def dimension(self, key: str) -> Dimension | None:
        return next((each for each in self.dimensions if each.key == key), None)

    def quantity(self, key: str) -> Quantity | None:
        return next((each for each in self.quantities if each.key == key), None)

"""Filters of a list, kept in its address: what may be asked, what was asked, and what that means for the rows."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import and_, or_
from typing import Any, Literal
from urllib.parse import urlencode

from django.db.models import Model, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from hankekori.core.money import AmountError, DateError, format_date, format_number, parse_amount, parse_date
from hankekori.web.paging import PAGE_PARAM

SORT_PARAM = "jarjesta"
_SHOWN = 40  # characters of what was typed, in an error
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListFilter:
    """One thing a list can be narrowed by; made by the functions below."""

    name: str  # in the address
    label: str
    kind: Literal["search", "choice", "number", "day", "flag"]
    read: Callable[[str], Any]  # raises ValueError when the text is not understood
    condition: Callable[[tuple[Any, ...]], Q]
    describe: Callable[[Any], str]  # a value in words, for the chip
    choices: Choices = ()
    is_rare: bool = False  # behind "more filters", which is open when one of them is in use


@dataclass(frozen=True, slots=True)
class FilterField:
    """A filter as the form shows it: what was typed stays, also when it was not understood."""

    filter: ListFilter
    typed: tuple[str, ...]
    error: str = ""

    @property
    def text(self) -> str:
        return self.typed[0] if self.typed else ""

    @property
    def options(self) -> list[tuple[str, str, bool]]:
        """Value, label, chosen."""
        return [(value, label, value in self.typed) for value, label in self.filter.choices]


@dataclass(frozen=True, slots=True)
class Chip:
    """One active filter in words, and the address without it."""

    label: str
    text: str
    query: str  # begins with "?"


@dataclass(frozen=True, slots=True)
class AppliedFilters:
    """What one request asks of a list."""

    fields: tuple[FilterField, ...]
    chips: tuple[Chip, ...]
    condition: Q = field(default_factory=Q)
    kept: tuple[tuple[str, str], ...] = ()  # what the form carries along: order, columns

    @property
    def is_active(self) -> bool:
        return bool(self.chips)

    @property
    def usual_fields(self) -> list[FilterField]:
        return [field for field in self.fields if not field.filter.is_rare]

    @property
    def rare_fields(self) -> list[FilterField]:
        return [field for field in self.fields if field.filter.is_rare]

    @property
    def rare_in_use(self) -> int:
        """How many of the filters behind "more" have something typed in them."""
        return sum(bool(field.typed) for field in self.rare_fields)

    @property
    def cleared(self) -> str:
        """The address without any filter, order and columns kept."""
        return f"?{urlencode(self.kept)}"

    def narrow[Row: Model](self, rows: QuerySet[Row]) -> QuerySet[Row]:
        return rows.filter(self.condition) if self.condition else rows


@dataclass(frozen=True, slots=True)
class Sort:
    """The order asked for: a key of the list's orders, up or down."""

    key: str
    is_descending: bool = False

    def __str__(self) -> str:
        return f"-{self.key}" if self.is_descending else self.key


def apply_filters(
    filters: Iterable[ListFilter], params: QueryDict, *, keep: Sequence[str] = (SORT_PARAM,)
) -> AppliedFilters:
    """Read the address: conditions that are understood narrow the list, others are said in the form.

    `keep` names what else of the address the form carries along.
    """
    fields, chips, condition = [], [], Q()
    for each in filters:
        typed = tuple(text for text in (raw.strip() for raw in params.getlist(each.name)) if text)
        values, error = _read(each, typed)
        fields.append(FilterField(each, typed, error))
        if values:
            condition &= each.condition(values)
            understood = zip(typed, values, strict=True)
            chips += [
                Chip(each.label, each.describe(value), _without(params, each.name, text)) for text, value in understood
            ]
    kept = tuple((name, value) for name in keep for value in params.getlist(name))
    return AppliedFilters(tuple(fields), tuple(chips), condition, kept)


def read_sort(params: Mapping[str, str], orders: Iterable[str], *, default: str) -> Sort:
    """Read the order asked for; an unknown one gives the default ("key" or "-key")."""
    asked = params.get(SORT_PARAM, default)
    chosen = asked if asked.removeprefix("-") in set(orders) else default
    return Sort(chosen.removeprefix("-"), chosen.startswith("-"))


def search_filter(name: str, label: str, *, fields: Sequence[str]) -> ListFilter:
    """Look for free words: each must be found in at least one of the fields."""

    def condition(values: tuple[str, ...]) -> Q:
        words = " ".join(values).split()
        return reduce(and_, (reduce(or_, (Q(**{f"{path}__icontains": word}) for path in fields)) for word in words))

    return ListFilter(name=name, label=label, kind="search", read=str, condition=condition, describe=str)


def choice_filter(name: str, label: str, *, choices: Choices, field: str) -> ListFilter:
    """Offer one or several of given choices; several widen."""
    labels = dict(choices)

    def read(text: str) -> str:
        if text not in labels:
            raise ValueError(_("Vaihtoehtoa ”%(written)s” ei ole. Valitse listasta.") % {"written": text[:_SHOWN]})
        return text

    return ListFilter(
        name=name, label=label, kind="choice", choices=tuple(choices), read=read, describe=labels.__getitem__,
        condition=lambda values: Q(**{f"{field}__in": values}),
    )  # fmt: skip


def number_filter(name: str, label: str, *, field: str, at_least: bool) -> ListFilter:
    """Ask for a number the field must reach, or must not pass; written as people write it."""
    lookup = f"{field}__{'gte' if at_least else 'lte'}"

    def describe(value: Decimal) -> str:
        decimals = max(0, -int(value.as_tuple().exponent))
        return format_number(value, get_language() or "fi", decimals=decimals)

    return ListFilter(
        name=name, label=label, kind="number", read=_read_number, describe=describe,
        condition=lambda values: Q(**{lookup: values[0]}),
    )  # fmt: skip


def day_filter(name: str, label: str, *, field: str, at_least: bool) -> ListFilter:
    """Ask for a day from which on, or until which."""
    lookup = f"{field}__{'gte' if at_least else 'lte'}"
    return ListFilter(
        name=name, label=label, kind="day", read=_read_day,
        condition=lambda values: Q(**{lookup: values[0]}),
        describe=lambda day: format_date(day, get_language() or "fi"),
    )  # fmt: skip


def flag_filter(name: str, label: str, *, condition: Q) -> ListFilter:
    """Offer a tick that narrows to one condition."""
    return ListFilter(
        name=name, label=label, kind="flag", read=str,
        condition=lambda _values: condition, describe=lambda _value: _("kyllä"),
    )  # fmt: skip


def _read(each: ListFilter, typed: tuple[str, ...]) -> tuple[tuple[Any, ...], str]:
    try:
        return tuple(each.read(text) for text in typed), ""
    except ValueError as problem:
        return (), str(problem)


def _read_number(text: str) -> Decimal:
    try:
        return parse_amount(text)
    except AmountError as problem:
        raise ValueError(problem.message.in_language(get_language() or "fi")) from problem


def _read_day(text: str) -> date:
    try:
        return parse_date(text)
    except DateError as problem:
        raise ValueError(problem.message.in_language(get_language() or "fi")) from problem


def _without(params: QueryDict, name: str, text: str) -> str:
    rest = params.copy()
    rest.setlist(name, [value for value in params.getlist(name) if value.strip() != text])
    rest.pop(PAGE_PARAM, None)
    encoded = rest.urlencode()
    return f"?{encoded}"

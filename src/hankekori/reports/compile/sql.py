"""Facts added up in the database: rows and totals in one statement, whatever is asked."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection

from hankekori.core.attribution import SEPARATOR
from hankekori.reports.compile.model import Asked, Dimension, FactRow, Facts, Op, Quantity, number
from hankekori.reports.document import Cell

WEIGHT = "{weight}"  # in a figure's expression: the part of the project that counts in the row


@dataclass(frozen=True, slots=True)
class SqlDimension:
    """A dimension as a text expression over the tables it needs, never null."""

    dimension: Dimension
    key: str
    joins: tuple[str, ...] = ()
    label: str = ""  # an expression that names the value, where the row knows it
    inner: bool = False  # over the rows before they are added up by project: the period of an entry


@dataclass(frozen=True, slots=True)
class SqlQuantity:
    """A figure as an aggregate expression; empty over rows that state nothing."""

    quantity: Quantity
    value: str
    joins: tuple[str, ...] = ()


type Parameters = dict[str, Any]


@dataclass(frozen=True, slots=True)
class SqlSource:
    """The tables of a subject. Texts come from the code alone; what was asked goes in as parameters."""

    tables: str  # after FROM; {inner_where} and {inner_groups} stand where inner dimensions go
    where: str
    joins: Mapping[str, str]  # by name, in the order they stand in the statement
    dimensions: tuple[SqlDimension, ...]
    quantities: tuple[SqlQuantity, ...]
    weights: Mapping[str, str] = field(default_factory=dict)  # by join: what the weight is when it is there
    beside: tuple[str, ...] = ()  # what `cells` needs to know of a row, each `expression AS name`
    cells: Callable[[Asked, Mapping[str, Any]], tuple[Cell, ...]] | None = None  # where a figure is more than a number

    def dimension(self, key: str) -> SqlDimension:
        return next(each for each in self.dimensions if each.dimension.key == key)

    def quantity(self, key: str) -> SqlQuantity:
        return next(each for each in self.quantities if each.quantity.key == key)


def read_sql(asked: Asked, source: SqlSource, parameters: Parameters, *, kept_apart: str = "") -> Facts:
    """Read rows and totals; the totals are read, not added up, so that they are what they would be ungrouped.

    One statement; two where facts are grouped before they are added up, as by the period of an entry.
    """
    apart = tuple(group for group in asked.groups if group == kept_apart)
    if apart == asked.groups:  # ungrouped already
        rows = tuple(row for _, row in _rows(asked, source, parameters, asked.groups))
        return Facts(rows, rows)
    if not any(source.dimension(group).inner for group in asked.groups):
        found = list(_rows(asked, source, parameters, asked.groups, apart))
        return Facts(
            tuple(row for is_total, row in found if not is_total),
            tuple(replace(row, labels=()) for is_total, row in found if is_total),
        )
    rows = tuple(row for _, row in _rows(asked, source, parameters, asked.groups))
    totals = tuple(
        FactRow(tuple(row.keys[apart.index(group)] if group in apart else "" for group in asked.groups), row.cells)
        for _, row in _rows(asked, source, parameters, apart)
    )
    return Facts(rows, totals if rows else ())


def _rows(
    asked: Asked,
    source: SqlSource,
    parameters: Parameters,
    groups: tuple[str, ...],
    apart: tuple[str, ...] | None = None,
) -> Iterator[tuple[bool, FactRow]]:
    """Read rows of the groups and, where `apart` is given, totals of it, told apart by the first of each pair."""
    statement, values = _statement(asked, source, groups, apart)
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters | values)
        names = [column.name for column in cursor.description or ()]
        found = cursor.fetchall()
    labelled = [names.index(name) if (name := f"label_{at}") in names else None for at, _ in enumerate(groups)]
    tells = any(at is not None for at in labelled)
    first = names.index("figure_0") if asked.quantities else 0
    last = first + len(asked.quantities)
    for row in found:
        labels = tuple("" if at is None else row[at] or "" for at in labelled) if tells else ()
        if source.cells:
            cells = source.cells(asked, dict(zip(names, row, strict=True)))
        else:
            cells = tuple(map(number, row[first:last]))
        is_total = apart is not None and bool(row[-1])
        keys = tuple(key or "" for key in row[: len(groups)]) if is_total else row[: len(groups)]
        yield is_total, FactRow(keys, cells, labels)


def _statement(
    asked: Asked, source: SqlSource, groups: tuple[str, ...], apart: tuple[str, ...] | None
) -> tuple[str, Parameters]:
    chosen = [source.dimension(key) for key in groups]
    filtered = [source.dimension(each.dimension) for each in asked.filters]
    figures = [source.quantity(key) for key in asked.quantities]
    needed = {name for part in (*chosen, *filtered) for name in part.joins} | {
        name for figure in figures for name in figure.joins
    }
    weight = next((source.weights[name] for name in source.weights if name in needed), source.weights.get("", "1"))
    conditions, values = _conditions(asked, source)
    selected = [
        f"{each.key} AS group_{at}" if not each.inner else f"fact.{each.dimension.key} AS group_{at}"
        for at, each in enumerate(chosen)
    ]
    selected += [f"min({each.label}) AS label_{at}" for at, each in enumerate(chosen) if each.label]
    selected += [f"{each.value.replace(WEIGHT, weight)} AS figure_{at}" for at, each in enumerate(figures)]
    selected += source.beside
    if apart is not None:
        summed = ", ".join(each.key for each in chosen if each.dimension.key not in apart)
        selected.append(f"grouping({summed}) <> 0 AS is_total")
    inner = [each for each in chosen if each.inner]
    tables = source.tables.replace("{inner_where}", "".join(f" AND {each}" for each in conditions[True]))
    tables = tables.replace("{inner_groups}", "".join(f", {each.key} AS {each.dimension.key}" for each in inner))
    tables = tables.replace("{inner_names}", "".join(f", {each.dimension.key}" for each in inner))
    joins = " ".join(text for name, text in source.joins.items() if name in needed)
    where = " AND ".join([source.where, *conditions[False]])
    ending = _grouping(groups, apart)
    return f"SELECT {', '.join(selected)} FROM {tables} {joins} WHERE {where} {ending}", values  # noqa: S608 - from constants


def _grouping(groups: tuple[str, ...], apart: tuple[str, ...] | None) -> str:
    places = ", ".join(f"{at}" for at, _ in enumerate(groups, 1))
    if apart is None:
        return f"GROUP BY {places}" if places else "HAVING count(*) > 0"
    totals = ", ".join(f"{groups.index(group) + 1}" for group in apart)
    return f"GROUP BY GROUPING SETS (({places}), ({totals})) HAVING count(*) > 0"


def _conditions(asked: Asked, source: SqlSource) -> tuple[dict[bool, list[str]], Parameters]:
    """Give the filters as conditions, those of inner dimensions apart, and their values."""
    conditions: dict[bool, list[str]] = {True: [], False: []}
    values: Parameters = {}
    for at, each in enumerate(asked.filters):
        dimension = source.dimension(each.dimension)
        values[f"values_{at}"] = list(each.values)
        conditions[dimension.inner].append(_CONDITIONS[each.op].format(key=dimension.key, values=f"%(values_{at})s"))
    return conditions, values


_CONDITIONS = {
    Op.IS: "{key} = ANY({values})",
    Op.NOT: "NOT ({key} = ANY({values}))",
    Op.HAS: "string_to_array({key}, '" + SEPARATOR + "') && {values}::text[]",
}


def dimensions_of(dimensions: Iterable[SqlDimension]) -> tuple[Dimension, ...]:
    return tuple(each.dimension for each in dimensions)


def quantities_of(quantities: Iterable[SqlQuantity]) -> tuple[Quantity, ...]:
    return tuple(each.quantity for each in quantities)

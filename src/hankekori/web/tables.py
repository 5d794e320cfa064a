"""Tables as data: the same columns serve the page, its sort links and the downloaded file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from hankekori.web.list_filters import Sort

Kind = Literal["text", "number", "amount", "percent", "day"]
Plain = str | int | Decimal | date | None  # what a cell of a file can hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading, its unit and how its cells are shown."""

    key: str
    label: str
    kind: Kind = "text"
    unit: str = ""  # stands in the heading, not in the cells
    decimals: int = 0
    is_sortable: bool = False

    @property
    def is_number(self) -> bool:
        return self.kind in {"number", "amount", "percent"}

    @property
    def heading(self) -> str:
        """The heading as one line of text, for a file."""
        return f"{self.label}, {self.unit}" if self.unit else self.label


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading with its sort link; no link when next_sort is empty."""

    column: Column
    order: Literal["", "ascending", "descending"]
    next_sort: str


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads somewhere."""

    text: str
    url: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class DataTable:
    """A whole table, for example the figures behind a chart; cells stand in the order of the columns."""

    caption: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Any]]
    totals: Sequence[Any] = ()

    @property
    def head(self) -> tuple[HeadCell, ...]:
        return head_of(self.columns)

    @property
    def body(self) -> list[list[tuple[Column, Any]]]:
        return [list(zip(self.columns, row, strict=True)) for row in self.rows]

    @property
    def foot(self) -> list[tuple[Column, Any]]:
        return list(zip(self.columns, self.totals, strict=True)) if self.totals else []


def head_of(columns: Iterable[Column], sort: Sort | None = None) -> tuple[HeadCell, ...]:
    """Make the headings, each sortable one with the order a click on it gives."""
    return tuple(_head_cell(column, sort) for column in columns)


def _head_cell(column: Column, sort: Sort | None) -> HeadCell:
    if not column.is_sortable:
        return HeadCell(column, "", "")
    if sort is None or sort.key != column.key:
        return HeadCell(column, "", f"-{column.key}" if column.is_number else column.key)
    if sort.is_descending:
        return HeadCell(column, "descending", column.key)
    return HeadCell(column, "ascending", f"-{column.key}")

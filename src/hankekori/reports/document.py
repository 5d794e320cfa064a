"""A report as plain values: what every writer (HTML, PDF, DOCX, XLSX) writes, and nothing of how."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from hankekori.charts.values import Chart
from hankekori.core.figures import ValueState
from hankekori.core.status import Light
from hankekori.core.texts import Language

type Value = str | int | Decimal | date | None
type ColumnKind = Literal["text", "number", "money", "percent", "date", "state"]
type TextKind = Literal["plain", "note", "warning"]
type RowKind = Literal["row", "group", "sum"]

_NEVER_VALUES = (float, bool)
NUMERIC_KINDS: frozenset[ColumnKind] = frozenset({"number", "money", "percent"})


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its text, such as `Vastuuviranomainen: ...`."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One value; a reported zero, not measured, not applicable and missing are written differently."""

    value: Value = None  # of the column's kind; percent is in per cent: 43 is 43 %
    state: ValueState = ValueState.REPORTED
    light: Light | None = None
    link: str = ""  # https address, or `#anchor` of a heading, table or row of the same document

    def __post_init__(self) -> None:
        if isinstance(self.value, _NEVER_VALUES):
            raise TypeError("a cell holds text, int, Decimal or a date, never a float or a truth value")
        if isinstance(self.value, Decimal) and not self.value.is_finite():
            raise ValueError("a cell holds a finite number")


@dataclass(frozen=True, slots=True)
class Column:
    key: str
    heading: str
    kind: ColumnKind = "text"
    unit: str = ""
    total: bool = False  # the table ends with the sum of this column's rows
    decimals: int | None = None  # None: as many as a value needs, at most two; money is whole euros

    def __post_init__(self) -> None:
        if self.total and self.kind not in NUMERIC_KINDS:
            raise ValueError(f"column {self.key} is {self.kind}: only numbers have a total")

    @property
    def heading_with_unit(self) -> str:
        return f"{self.heading}, {self.unit}" if self.unit else self.heading

    @property
    def is_numeric(self) -> bool:
        return self.kind in NUMERIC_KINDS


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a group row names the rows that follow, a sum row holds a sum made elsewhere."""

    cells: tuple[Cell, ...]
    kind: RowKind = "row"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1  # 1 to 3
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; a line break in the text stays a line break."""

    text: str
    kind: TextKind = "plain"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    items: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    label: str
    cell: Cell
    kind: ColumnKind = "number"
    unit: str = ""
    detail: str = ""  # what it is compared with: `odotettu 92 · naisia 18`
    decimals: int | None = None

    @property
    def shown_unit(self) -> str:
        """Give the unit; per cent is shown also where nobody wrote it, unless there is no number."""
        if self.cell.state is not ValueState.REPORTED:
            return ""
        return self.unit or ("%" if self.kind == "percent" else "")


@dataclass(frozen=True, slots=True)
class KeyFigures:
    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption; note says as of when and from which source."""

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""

    def __post_init__(self) -> None:
        if not self.columns:
            raise ValueError(f"table {self.id} has no columns")
        if wrong := [number for number, row in enumerate(self.rows, 1) if len(row.cells) != len(self.columns)]:
            raise ValueError(f"table {self.id}: rows {wrong[:5]} have not {len(self.columns)} cells")

    @property
    def has_totals(self) -> bool:
        return any(column.total for column in self.columns)


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart with what it says in words and the table it was drawn from."""

    id: str
    caption: str
    alt: str
    chart: Chart
    table: Table
    series: tuple[str, ...] = ()  # keys of the table's columns that a spreadsheet draws; the first column names them
    share_of: str = ""  # key of the column the series are drawn in per cent of; empty: the numbers themselves


@dataclass(frozen=True, slots=True)
class PageBreak:
    pass


type Block = Heading | Text | Bullets | Facts | KeyFigures | Table | Figure | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    language: Language
    day: date  # the day the document speaks of; also the date of the file, so that the same document is the same file
    blocks: tuple[Block, ...]
    subtitle: str = ""
    marking: str = ""  # stands on every page, such as `seurantatiedot ovat keksittyjä esimerkkejä`
    meta: tuple[Fact, ...] = ()

    def tables(self) -> Iterator[Table]:
        """Give every table in order, those beside figures too."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield block
            elif isinstance(block, Figure):
                yield block.table

    def anchors(self) -> frozenset[str]:
        """Give every place inside the document that a link may point to."""
        headings = {block.anchor for block in self.blocks if isinstance(block, Heading)}
        figures = {block.id for block in self.blocks if isinstance(block, Figure)}
        tables = {table.id for table in self.tables()}
        rows = {row.anchor for table in self.tables() for row in table.rows}
        return frozenset((headings | figures | tables | rows) - {""})


@dataclass(frozen=True, slots=True)
class Total:
    """The sum of a column's reported rows and how many rows it could not count."""

    value: Decimal
    left_out: int  # rows missing or not measured yet


def totals(table: Table) -> tuple[Total | None, ...]:
    """Add up the columns that want a total; group and sum rows are not added again."""
    rows = [row for row in table.rows if row.kind == "row"]
    return tuple(
        _total([row.cells[index] for row in rows]) if column.total else None
        for index, column in enumerate(table.columns)
    )


def _total(cells: list[Cell]) -> Total:
    unknown = {ValueState.MISSING, ValueState.NOT_MEASURED}
    reported = (cell.value for cell in cells if cell.state is ValueState.REPORTED)
    return Total(
        value=sum((Decimal(value) for value in reported if isinstance(value, int | Decimal)), Decimal(0)),
        left_out=sum(cell.state in unknown for cell in cells),
    )

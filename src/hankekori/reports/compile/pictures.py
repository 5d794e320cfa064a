"""The picture of an answer: bars of its first figure that adds up, by the first group, parts by the second."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hankekori.charts.inline_stacks import MOST_SERIES
from hankekori.charts.values import StackedBar, StackedBars
from hankekori.core.figures import ValueState
from hankekori.core.texts import Translated
from hankekori.reports.compile.model import NOT_APPLICABLE, Quantity
from hankekori.reports.document import Cell, Column, Row, Table

MOST_BARS = 20


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of one row, by the words of its groups; with one group the second is empty."""

    first: str
    second: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart and the cross table it was drawn from."""

    chart: StackedBars
    table: Table


def picture_of(
    points: Sequence[Point],
    quantity: Quantity,
    headings: tuple[str, str],
    *,
    is_time: bool,
    caption: str,
    language: str,
) -> Picture | None:
    """Draw the points; the smallest bars and parts are put together where there are more than fit.

    Time keeps its order, else the largest are kept. Nothing where no number could be drawn.
    """
    if not any(isinstance(point.cell.value, int | Decimal) for point in points):
        return None
    others = _OTHERS.in_language(language)
    parts = _kept([point.second for point in points], _weights(points, "second"), MOST_SERIES, others)
    bars = _kept(
        [point.first for point in points], _weights(points, "first"), len(points) if is_time else MOST_BARS, others
    )
    cells: defaultdict[tuple[str, str], list[Cell]] = defaultdict(list)
    for point in points:
        cells[bars[point.first], parts[point.second]].append(point.cell)
    names, series = _named(bars, others), _named(parts, others)
    added = {name: tuple(_added(cells.get((name, part), [])) for part in series) for name in names}
    unit = quantity.unit.in_language(language)
    shown = series if any(series) else [quantity.name.in_language(language)]
    chart = StackedBars(
        tuple(shown), tuple(StackedBar(name, tuple(_number(cell) for cell in added[name])) for name in names), unit
    )
    columns = [Column("first", headings[0])]
    columns += [
        Column(f"part-{at}", part, quantity.kind, unit, total=True, decimals=quantity.decimals)
        for at, part in enumerate(shown)
    ]
    whole = [Column("whole", _TOTAL.in_language(language), quantity.kind, unit, total=True)] if len(series) > 1 else []
    rows = tuple(Row((Cell(name), *added[name], *((_added(list(added[name])),) if whole else ()))) for name in names)
    return Picture(chart, Table("picture", caption, (*columns, *whole), rows))


def _kept(names: Sequence[str], weights: Mapping[str, Decimal], most: int, others: str) -> dict[str, str]:
    """Give each name the one it stands under: itself, or the others together."""
    listed = list(dict.fromkeys(names))
    if len(listed) <= most:
        return {name: name for name in listed}
    largest = set(sorted(listed, key=lambda name: -weights[name])[: most - 1])
    return {name: name if name in largest else others for name in listed}


def _named(standing: Mapping[str, str], others: str) -> list[str]:
    """List the names in their order, the others last."""
    return sorted(dict.fromkeys(standing.values()), key=lambda name: name == others)


def _weights(points: Sequence[Point], field: str) -> dict[str, Decimal]:
    weights: defaultdict[str, Decimal] = defaultdict(Decimal)
    for point in points:
        weights[getattr(point, field)] += abs(_number(point.cell) or Decimal(0))
    return weights


def _number(cell: Cell) -> Decimal | None:
    return Decimal(cell.value) if isinstance(cell.value, int | Decimal) else None


def _added(cells: list[Cell]) -> Cell:
    """Add the numbers; without any, tell what the cells tell, and where there is no row nothing applies."""
    numbers = [number for cell in cells if (number := _number(cell)) is not None]
    if numbers:
        return Cell(sum(numbers, Decimal(0)))
    states = {cell.state for cell in cells}
    for state in (ValueState.MISSING, ValueState.NOT_MEASURED):
        if state in states:
            return Cell(state=state)
    return cells[0] if len(cells) == 1 else NOT_APPLICABLE


_OTHERS = Translated("muut yhteensä", "övriga sammanlagt", "others together")
_TOTAL = Translated("Yhteensä", "Sammanlagt", "Total")

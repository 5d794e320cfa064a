"""Cells of an answer as a page shows them: numbers as people write them, what is not known as a figure's state."""

from hankekori.core.figures import Figure, ValueState
from hankekori.pages.basket.words import language
from hankekori.reports.document import Cell, Column
from hankekori.reports.writers.cells import written_value


def shown(cell: Cell, column: Column) -> str | Figure:
    """Give a text, or the figure that says why there is none."""
    if cell.state is not ValueState.REPORTED:
        return Figure(cell.state)
    return written_value(cell, column.kind, language(), decimals=column.decimals)


def in_words(cell: Cell, column: Column) -> str:
    """Give the text, or the mark of its state."""
    return written_value(cell, column.kind, language(), decimals=column.decimals)

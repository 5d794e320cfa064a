"""The state the report is compared with: what the previous report said, or how things stood at the previous meeting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hankekori.areas.archive.models import FrozenReport
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.state import ProgrammeState
from hankekori.areas.programmes.models import Programme
from hankekori.core.status import Light
from hankekori.core.texts import Language
from hankekori.reports.document import Cell, Document, Row, Table
from hankekori.reports.snapshots import open_frozen
from hankekori.reports.working_group import keys
from hankekori.reports.working_group.cells import actual_cell
from hankekori.reports.working_group.small_counts import small_counts


@dataclass(frozen=True, slots=True)
class Earlier:
    """Lights by measure and results by indicator as they were, keyed by the anchors of this report's rows."""

    as_of: date
    known_on: date
    is_report: bool  # else a meeting
    lights: Mapping[str, Light]
    results: Mapping[str, Cell]


def earlier_report(previous: FrozenReport) -> Earlier:
    """Take from a frozen report what the working group saw in it."""
    document = open_frozen(previous)
    return Earlier(
        as_of=previous.as_of,
        known_on=previous.known_on,
        is_report=True,
        lights={
            row.anchor: cell.light
            for row, cell in _column(document, keys.MEASURES_TABLE, keys.LIGHT)
            if cell.light is not None
        },
        results={row.anchor: cell for row, cell in _column(document, keys.RESULTS_TABLE, keys.ACTUAL)},
    )


def earlier_meeting(programme: Programme, meeting: date, language: Language) -> Earlier:
    """Work out how the programme stood on the day of a meeting, as known on that day."""
    state = programme_state(programme, as_of=meeting, known_on=meeting)
    return Earlier(
        as_of=meeting,
        known_on=meeting,
        is_report=False,
        lights={keys.measure(measure.number): measure.light for measure in state.measures},
        results=_results(state, language),
    )


def _results(state: ProgrammeState, language: Language) -> dict[str, Cell]:
    small = small_counts(state)
    return {keys.result(line.indicator): actual_cell(line, small, language) for line in state.totals}


def _column(document: Document, table_id: str, column_key: str) -> Iterable[tuple[Row, Cell]]:
    for table in document.tables():
        if table.id.startswith(table_id):
            yield from _cells(table, column_key)


def _cells(table: Table, column_key: str) -> Iterable[tuple[Row, Cell]]:
    places = [index for index, column in enumerate(table.columns) if column.key == column_key]
    return ((row, row.cells[index]) for row in table.rows for index in places if row.kind == "row")

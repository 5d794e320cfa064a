"""Two reports side by side: which figures and rows changed, by the stable keys of tables, rows and columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from hankekori.core.figures import ValueState
from hankekori.core.money import format_date
from hankekori.core.texts import Language, Translated
from hankekori.reports.document import Cell, Column, Document, Heading, KeyFigures, Row, Table, Text
from hankekori.reports.writers.cells import written_cell

type ChangeKind = Literal["changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that differs, or one row that came or went; the two cells are None for a row."""

    table: str  # id
    caption: str
    row: str  # key
    row_name: str
    kind: ChangeKind
    column: Column | None = None
    before: Cell | None = None
    now: Cell | None = None

    @property
    def difference(self) -> Decimal | None:
        """Give now - before where both are numbers."""
        if self.before is None or self.now is None:
            return None
        before, now = _number(self.before), _number(self.now)
        return None if before is None or now is None else now - before


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is not compared: tables that tell of changes themselves, columns that restate others."""

    tables: frozenset[str] = frozenset()  # ids
    columns: frozenset[str] = frozenset()  # keys


NOTHING_LEFT_OUT = LeftOut()


@dataclass(frozen=True, slots=True)
class Because:
    """What lies behind rows that moved; written under the first table of changes that has one of them."""

    rows: frozenset[str]  # keys or names of rows; one that no table has stands at the end
    heading: str
    table: Table


def changes_between(old: Document, new: Document, *, left_out: LeftOut = NOTHING_LEFT_OUT) -> tuple[Change, ...]:
    """List what differs, in the order of the new report, but for what is left out.

    Texts are compared only between reports in one language.
    """
    texts_too = old.language == new.language
    before = {table.id: table for table in _tables(old) if table.id not in left_out.tables}
    now = {table.id: table for table in _tables(new) if table.id not in left_out.tables}
    found: list[Change] = []
    for table in now.values():
        found += [
            change
            for change in _table_changes(before.get(table.id), table, texts_too=texts_too)
            if change.column is None or change.column.key not in left_out.columns
        ]
    for table in before.values():
        if table.id not in now:
            found += [_row_change(table, row, "removed", key) for key, row in _keyed(table).items()]
    return tuple(found)


def compare(
    old: Document, new: Document, *, left_out: LeftOut = NOTHING_LEFT_OUT, because: Sequence[Because] = ()
) -> Document:
    """Write the differences of two reports, and what is behind them, as a document in the new report's language."""
    language = new.language
    changes = changes_between(old, new, left_out=left_out)
    days = {"old": format_date(old.day, language), "new": format_date(new.day, language)}
    return Document(
        title=_TITLE.filled(**days).in_language(language),
        language=language,
        day=new.day,
        blocks=tuple(_blocks(old, new, changes, because, language)),
        subtitle=new.subtitle,
        marking=new.marking or old.marking,
    )


def _blocks(
    old: Document, new: Document, changes: tuple[Change, ...], because: Sequence[Because], language: Language
) -> Iterator[Heading | Text | Table]:
    yield Heading(_WHAT_CHANGED.in_language(language), anchor="comparison")
    said = _COUNT.filled(old=old.title, new=new.title, n=len(changes))
    yield Text(
        said.in_language(language) if changes else _SAME.filled(old=old.title, new=new.title).in_language(language)
    )
    left = list(because)
    for table in dict.fromkeys(change.table for change in changes):
        moved = [change for change in changes if change.table == table]
        yield _written_table(moved, language)
        rows = {name for change in moved for name in (change.row, change.row_name)}
        here, left = [one for one in left if one.rows & rows], [one for one in left if not one.rows & rows]
        for one in here:
            yield from _reason(one)
    for one in left:
        yield from _reason(one)


def _reason(because: Because) -> Iterator[Heading | Table]:
    yield Heading(because.heading, 2, anchor=f"because-{because.table.id}")
    yield because.table


def _tables(document: Document) -> Iterator[Table]:
    groups = (block for block in document.blocks if isinstance(block, KeyFigures))
    for place, group in enumerate(groups, 1):
        yield _as_table(group, place, document.language)
    yield from document.tables()


def _as_table(figures: KeyFigures, place: int, language: Language) -> Table:
    """Look at key figures as the rows of a table; each has the place it stands in as its key."""
    columns = (
        Column("label", _FIGURE.in_language(language)),
        Column("figure", _NUMBER.in_language(language), "number"),
    )
    rows = tuple(
        Row((Cell(item.label), item.cell), anchor=f"key-figure-{place}-{number}")
        for number, item in enumerate(figures.items, 1)
    )
    return Table(f"key-figures-{place}", _KEY_FIGURES.in_language(language), columns, rows)


def _table_changes(old: Table | None, new: Table, *, texts_too: bool) -> Iterator[Change]:
    before = {} if old is None else _keyed(old)
    now = _keyed(new)
    places = {} if old is None else {column.key: index for index, column in enumerate(old.columns)}
    for key, row in now.items():
        if key not in before:
            yield _row_change(new, row, "added", key)
        else:
            yield from _cell_changes(new, key, before[key].row, row, places, texts_too=texts_too)
    if old is not None:
        for key, row in before.items():
            if key not in now:
                yield _row_change(old, row, "removed", key)


def _cell_changes(
    table: Table, key: str, before: Row, now: "_Named", places: Mapping[str, int], *, texts_too: bool
) -> Iterator[Change]:
    for index, column in enumerate(table.columns):
        if column.key not in places:
            continue
        old, new = before.cells[places[column.key]], now.row.cells[index]
        if _meaning(old, texts_too=texts_too) != _meaning(new, texts_too=texts_too):
            yield Change(table.id, table.caption, key, now.name, "changed", column, old, new)


def _meaning(cell: Cell, *, texts_too: bool) -> tuple[object, ...]:
    """Give what counts as a change: value, state and light; where a cell links to does not."""
    value = cell.value if texts_too or not isinstance(cell.value, str) else ""
    return (value, cell.state, cell.light)


def _row_change(table: Table, row: "_Named", kind: ChangeKind, key: str) -> Change:
    return Change(table.id, table.caption, key, row.name, kind)


@dataclass(frozen=True, slots=True)
class _Named:
    row: Row
    name: str  # of its group too, where it has one: "1.2 Koulutus: Aloittaneet"


def _keyed(table: Table) -> dict[str, _Named]:
    """Key rows by their anchor, else by the text of their first cell; a key used twice gets a number."""
    keyed: dict[str, _Named] = {}
    group = ""
    for row in table.rows:
        own = _name(row)
        group = own if row.kind == "group" else group
        key = base = row.anchor or own
        number = 2
        while key in keyed:
            key, number = f"{base}-{number}", number + 1
        keyed[key] = _Named(row, f"{group}: {own}" if group and row.kind == "row" else own)
    return keyed


def _name(row: Row) -> str:
    """Name a row by its first two texts: a code and a name, or the one there is."""
    texts = [cell.value for cell in row.cells[:2] if isinstance(cell.value, str) and cell.value]
    return " ".join(texts)


def _number(cell: Cell) -> Decimal | None:
    if cell.state is not ValueState.REPORTED or not isinstance(cell.value, int | Decimal):
        return None
    return Decimal(cell.value)


def _written_table(changes: list[Change], language: Language) -> Table:
    columns = tuple(
        Column(key, heading.in_language(language))
        for key, heading in (
            ("row", _ROW),
            ("figure", _FIGURE),
            ("before", _BEFORE),
            ("now", _NOW),
            ("change", _CHANGE),
        )
    )
    rows = tuple(_written_row(change, language, place) for place, change in enumerate(changes, 1))
    return Table(f"changed-{changes[0].table}", changes[0].caption, columns, rows)


def _written_row(change: Change, language: Language, place: int) -> Row:
    anchor = f"change-{change.table}-{place}"
    if change.column is None or change.before is None or change.now is None:
        word = (_ADDED if change.kind == "added" else _REMOVED).in_language(language)
        return Row((Cell(change.row_name), Cell(word), Cell(), Cell(), Cell()), anchor=anchor)
    column = change.column
    before, now = (written_cell(cell, column, language) or "–" for cell in (change.before, change.now))
    figure = Cell(column.heading_with_unit.replace("\n", " "))
    return Row(
        (Cell(change.row_name), figure, Cell(before), Cell(now), Cell(_difference(change, column, language))),
        anchor=anchor,
    )


def _difference(change: Change, column: Column, language: Language) -> str:
    if isinstance(change.now and change.now.value, date) or change.difference is None:
        return ""
    written = written_cell(Cell(change.difference), column, language)
    return f"+{written}" if change.difference > 0 else written


_TITLE = Translated(
    "Raporttien vertailu {old} ja {new}", "Jämförelse av rapporter {old} och {new}", "Reports compared: {old} and {new}"
)
_WHAT_CHANGED = Translated("Mitä on muuttunut", "Vad som har ändrats", "What has changed")
_COUNT = Translated(
    "Verrattu: ”{old}” ja ”{new}”. Muutoksia: {n}.",
    "Jämförda: ”{old}” och ”{new}”. Ändringar: {n}.",
    "Compared: “{old}” and “{new}”. Changes: {n}.",
)
_SAME = Translated(
    "Verrattu: ”{old}” ja ”{new}”. Luvut ja rivit ovat samat.",
    "Jämförda: ”{old}” och ”{new}”. Siffror och rader är desamma.",
    "Compared: “{old}” and “{new}”. Figures and rows are the same.",
)
_KEY_FIGURES = Translated("Avainluvut", "Nyckeltal", "Key figures")
_ROW = Translated("Rivi", "Rad", "Row")
_FIGURE = Translated("Tieto", "Uppgift", "Figure")
_NUMBER = Translated("Luku", "Tal", "Number")
_BEFORE = Translated("Ennen", "Tidigare", "Before")
_NOW = Translated("Nyt", "Nu", "Now")
_CHANGE = Translated("Muutos", "Ändring", "Change")
_ADDED = Translated("uusi rivi", "ny rad", "new row")
_REMOVED = Translated("rivi poistunut", "raden borttagen", "row gone")

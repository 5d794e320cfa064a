"""One table on a sheet of its own: frozen header, filter, widths, sums as formulas, a chart below."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from hankekori.charts.values import BulletBars, CourseLine, MunicipalityMap, MunicipalityTiles, StackedBars
from hankekori.core.texts import Language
from hankekori.reports.document import Figure, Table, totals
from hankekori.reports.writers import wording
from hankekori.reports.writers.cells import longest_texts, notes_of
from hankekori.reports.writers.xlsx_cells import CellWriter, sheet_text
from hankekori.reports.writers.xlsx_formats import Formats

_HEADER = 2  # row, counted from 0: caption, empty, header
_NARROWEST, _WIDEST, _LIGHT_WIDTH = 9, 50, 20  # characters
_SUM_OF_VISIBLE = 109  # function number of SUBTOTAL
_ON_ITS_SIDE_FROM = 6  # columns
_A4 = 9  # the format's number for the paper
_LINE_HEIGHT, _TALLEST = 15, 409  # points; the format allows no taller row
_CHART_WIDTH, _CHART_HEIGHT, _BAR_HEIGHT, _CHART_FRAME = 800, 360, 32, 120  # pixels
_KINDS = {
    BulletBars: "bar",
    StackedBars: "bar",
    MunicipalityMap: "bar",
    MunicipalityTiles: "bar",
    CourseLine: "line",
}
_COLOURS = ("#0A5A63", "#8A5600", "#626C78", "#A8231B")
_GRID = {"visible": True, "line": {"color": "#E2DED5"}}
_DASHES = ("solid", "dash", "round_dot", "long_dash")
_MARKERS = ("circle", "square", "diamond", "triangle")


@dataclass(frozen=True, slots=True)
class TableSheet:
    """A sheet, its table and where each column stands: a column of values with lights is followed by one for them."""

    book: Any
    sheet: Any
    name: str
    table: Table
    formats: Formats
    language: Language
    lights: tuple[bool, ...]
    places: tuple[int, ...]

    @property
    def last_row(self) -> int:
        return _HEADER + len(self.table.rows)

    @property
    def width(self) -> int:
        return len(self.places) + sum(self.lights)


def table_sheet(book: Any, name: str, table: Table, formats: Formats, language: Language) -> TableSheet:  # noqa: ANN401 - xlsxwriter publishes no types
    """Add the sheet of a table."""
    lights = tuple(
        column.kind != "state" and any(row.cells[index].light for row in table.rows)
        for index, column in enumerate(table.columns)
    )
    places = tuple(index + sum(lights[:index]) for index in range(len(table.columns)))
    return TableSheet(book, book.add_worksheet(name), name, table, formats, language, lights, places)


def write_table(on: TableSheet, *, marking: str, figure: Figure | None) -> None:
    """Fill the sheet: caption, headings, rows, sums, notes, chart."""
    on.sheet.write_string(0, 0, sheet_text(on.table.caption), on.formats.named("title"))
    writers = [CellWriter(on.sheet, column, on.formats, on.language) for column in on.table.columns]
    widths = _write_headings(on)
    _write_rows(on, writers, widths)
    _write_totals(on, writers)
    after = on.last_row + 2 + on.table.has_totals
    for note in (marking, *notes_of(on.table, on.language)):
        if note:
            _write_note(on, after, note, widths)
            after += 1
    if figure:
        _draw(on, figure, after + 1)
    _set_view(on)


def _write_headings(on: TableSheet) -> list[int]:
    """Write the headings and give the width of each column of the table, in characters."""
    lengths = longest_texts(on.table, on.language)
    widths = [min(_WIDEST, max(_NARROWEST, length + 3)) for length in lengths]
    for column, place, lit, width in zip(on.table.columns, on.places, on.lights, widths, strict=True):
        look = on.formats.named("number heading" if column.is_numeric else "heading")
        on.sheet.write_string(_HEADER, place, sheet_text(column.heading_with_unit), look)
        on.sheet.set_column(place, place, width)
        if lit:
            heading = f"{column.heading}, {wording.STATE_OF.in_language(on.language)}"
            on.sheet.write_string(_HEADER, place + 1, sheet_text(heading), on.formats.named("heading"))
            on.sheet.set_column(place + 1, place + 1, _LIGHT_WIDTH)
    return widths


def _write_rows(on: TableSheet, writers: list[CellWriter], widths: list[int]) -> None:
    columns = list(zip(writers, on.places, on.lights, widths, strict=True))
    for number, row in enumerate(on.table.rows, _HEADER + 1):
        bold = row.kind != "row"
        lines = 1
        for cell, (writer, place, lit, width) in zip(row.cells, columns, strict=True):
            if isinstance(cell.value, str):
                lines = max(lines, _lines_of(cell.value, width))
            writer.write(number, place, cell, bold=bold)
            if lit:
                writer.write_light(number, place + 1, cell)
        _set_height(on, number, lines)


def _write_note(on: TableSheet, row: int, note: str, widths: list[int]) -> None:
    """Write a note across the table, so that it neither widens the print nor is cut."""
    look = on.formats.named("note")
    if on.width > 1:
        on.sheet.merge_range(row, 0, row, on.width - 1, sheet_text(note), look)
    else:
        on.sheet.write_string(row, 0, sheet_text(note), look)
    _set_height(on, row, _lines_of(note, sum(widths) + _LIGHT_WIDTH * sum(on.lights)))


def _lines_of(text: str, width: int) -> int:
    if len(text) <= width and "\n" not in text:
        return 1
    return sum(max(1, -(-len(line) // width)) for line in text.split("\n"))


def _set_height(on: TableSheet, row: int, lines: int) -> None:
    """Make room for wrapped text: not every spreadsheet does it by itself."""
    if lines > 1:
        on.sheet.set_row(row, min(_LINE_HEIGHT * lines, _TALLEST))


def _write_totals(on: TableSheet, writers: list[CellWriter]) -> None:
    """Write sums as formulas over the rows; where groups and sums stand among the rows, as the number itself."""
    if not on.table.has_totals:
        return
    sums = totals(on.table)
    row = on.last_row + 1
    plain = bool(on.table.rows) and all(line.kind == "row" for line in on.table.rows)
    if None in sums:
        name = wording.TOTAL.in_language(on.language)
        on.sheet.write_string(row, on.places[sums.index(None)], name, on.formats.named("total name"))
    for total, column, place, writer in zip(sums, on.table.columns, on.places, writers, strict=True):
        if total is None:
            continue
        value = writer.number(total.value)
        look = on.formats.value(column.kind, writer.decimals(total.value), total=True)
        if plain:
            cells = xl_range(_HEADER + 1, place, on.last_row, place)
            on.sheet.write_formula(row, place, f"=SUBTOTAL({_SUM_OF_VISIBLE},{cells})", look, value)
        else:
            on.sheet.write_number(row, place, value, look)


def _draw(on: TableSheet, figure: Figure, row: int) -> None:
    """Add the chart a spreadsheet can draw itself; maps and timelines stay with their table."""
    kind = _KINDS.get(type(figure.chart), "")
    keys = [column.key for column in on.table.columns]
    drawn = [keys.index(key) for key in figure.series if key in keys]
    whole = keys.index(figure.share_of) if figure.share_of in keys else None
    if not kind or not drawn or not on.table.rows:
        return
    looks = {"subtype": "stacked"} if isinstance(figure.chart, StackedBars) and len(drawn) > 1 else {}
    chart = on.book.add_chart({"type": kind, **looks})
    for number, index in enumerate(drawn):
        hidden = on.width + number
        _write_drawn_values(on, index, hidden, whole)
        chart.add_series(
            {
                "name": [on.name, _HEADER, on.places[index]],
                "categories": [on.name, _HEADER + 1, on.places[0], on.last_row, on.places[0]],
                "values": [on.name, _HEADER + 1, hidden, on.last_row, hidden],
                **_series_look(kind, number),
            }
        )
    on.sheet.set_column(on.width, on.width + len(drawn) - 1, None, None, {"hidden": True})
    chart.show_hidden_data()
    chart.show_blanks_as("span")
    chart.set_title({"name": sheet_text(figure.caption)[:255], "name_font": {"size": 12}})
    chart.set_legend({"position": "bottom"})
    if kind == "bar":
        chart.set_x_axis({"num_format": "0" if whole is None else "0%", "major_gridlines": _GRID})
        chart.set_y_axis({"reverse": True, "label_position": "low"})
    elif on.table.columns[0].kind == "date":
        chart.set_x_axis({"date_axis": True, "num_format": "m/yyyy"})
    height = _CHART_HEIGHT if kind == "line" else max(_CHART_HEIGHT, _BAR_HEIGHT * len(on.table.rows) + _CHART_FRAME)
    chart.set_size({"width": _CHART_WIDTH, "height": height})
    on.sheet.insert_chart(row, 0, chart, {"description": sheet_text(figure.alt)[:255]})


def _write_drawn_values(on: TableSheet, index: int, hidden: int, whole: int | None) -> None:
    """Repeat a column's numbers for the chart, or their shares; a mark is left out: it would be drawn as zero."""
    writer = CellWriter(on.sheet, on.table.columns[index], on.formats, on.language)
    for number, row in enumerate(on.table.rows, _HEADER + 1):
        value = row.cells[index].value
        source = xl_rowcol_to_cell(number, on.places[index])
        if not isinstance(value, int | Decimal):
            continue
        if whole is None:
            on.sheet.write_formula(number, hidden, f"={source}", None, writer.number(value))
        elif isinstance(total := row.cells[whole].value, int | Decimal) and total:
            divided = f"={source}/{xl_rowcol_to_cell(number, on.places[whole])}"
            on.sheet.write_formula(number, hidden, divided, on.formats.value("percent", 0), float(value / total))


def _series_look(kind: str, number: int) -> dict[str, Any]:
    turn = number % len(_COLOURS)
    colour = _COLOURS[turn]
    if kind == "bar":
        return {"fill": {"color": colour}, "border": {"none": True}}
    marker = {"type": _MARKERS[turn], "size": 6, "fill": {"color": colour}, "border": {"color": colour}}
    return {"line": {"color": colour, "width": 2, "dash_type": _DASHES[turn]}, "marker": marker}


def _set_view(on: TableSheet) -> None:
    on.sheet.freeze_panes(_HEADER + 1, 1 if on.width > 1 else 0)
    if on.table.rows:
        on.sheet.autofilter(_HEADER, 0, on.last_row, on.width - 1)
    on.sheet.repeat_rows(_HEADER)
    on.sheet.fit_to_pages(1, 0)
    on.sheet.set_paper(_A4)
    if on.width >= _ON_ITS_SIDE_FROM:
        on.sheet.set_landscape()
    on.sheet.set_footer("&L&A&R&P / &N")

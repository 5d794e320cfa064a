"""An answer as the page draws it: headings that sort, rows that open, totals, the picture beside."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from hankekori.charts.inline_stacks import stack_strips
from hankekori.core.figures import Figure
from hankekori.pages.basket.words import said
from hankekori.pages.compile.choices import PROJECT
from hankekori.pages.compile.shown_cells import in_words, shown
from hankekori.pages.door import Door
from hankekori.reports.compile.answer import Answer, AnswerRow
from hankekori.reports.compile.periods import period_in_words
from hankekori.reports.compile.question import Question
from hankekori.reports.document import Column as DocumentColumn
from hankekori.web.list_filters import Chip, Sort
from hankekori.web.paging import PageOf, page_of_list
from hankekori.web.tables import Column, HeadCell, Kind, Link, head_of

PAGE_SIZE = 100
_KINDS: dict[str, Kind] = {"number": "number", "money": "amount", "percent": "percent"}


@dataclass(frozen=True, slots=True)
class Opening:
    """A figure that opens to the rows behind it."""

    text: str | Figure
    url: str
    label: str  # the whole in words, for those who do not see the row


@dataclass(frozen=True, slots=True)
class ShownRow:
    labels: Sequence[tuple[Column, str | Link]]
    figures: Sequence[tuple[Column, str | Figure | Opening]]


@dataclass(frozen=True, slots=True)
class Strip:
    label: str
    svg: str
    whole: str | Figure


@dataclass(frozen=True, slots=True)
class ShownPicture:
    caption: str
    unit: str
    series: Sequence[str]  # names of the parts; one name alone needs no key
    strips: Sequence[Strip]
    column: Column  # of the sums at the ends


@dataclass(frozen=True, slots=True)
class ShownAnswer:
    head: Sequence[HeadCell]
    page: PageOf[ShownRow]
    totals: Sequence[ShownRow]
    key_figures: Sequence[tuple[Column, str | Figure]]  # of the one total there is
    picture: ShownPicture | None


def shown_answer(door: Door, answer: Answer, params: QueryDict) -> ShownAnswer:
    """Draw the page asked for of the rows; nothing is read from the database."""
    columns = [_column(each) for each in (*answer.groups, *answer.columns)]
    asked = answer.question.sort
    sort = Sort(asked.removeprefix("-"), asked.startswith("-")) if asked else None
    page = page_of_list(answer.rows, params, size=PAGE_SIZE)
    rows = tuple(_row(door, answer, row, columns) for row in page)
    totals = [_row(door, answer, row, columns, opens=False) for row in answer.totals]
    alone = answer.totals[0].cells if len(answer.totals) == 1 else ()
    figures = zip(columns[len(answer.groups) :], alone, answer.columns, strict=bool(alone)) if alone else ()
    return ShownAnswer(
        head=head_of(columns, sort),
        page=PageOf(rows, page.number, page.size, page.total),
        totals=totals,
        key_figures=[(column, shown(cell, of)) for column, cell, of in figures],
        picture=_picture(answer),
    )


def chips_of(answer: Answer) -> list[Chip]:
    """Word each filter and the period with the address without it."""
    question = answer.question
    chips = [
        Chip(
            name,
            values,
            _query(replace(question, filters=tuple(each for each in question.filters if each != filtered))),
        )
        for filtered, (name, values) in zip(question.filters, answer.filters, strict=True)
    ]
    if question.period:
        words = said(period_in_words(question.period))
        chips.append(Chip(_("Ajalta"), words, _query(replace(question, period=None))))
    return chips


def _query(question: Question) -> str:
    return f"?{question.to_query()}"


def _column(column: DocumentColumn) -> Column:
    return Column(
        key=column.key, label=column.heading, kind=_KINDS.get(column.kind, "text"), unit=column.unit, is_sortable=True
    )


def _row(door: Door, answer: Answer, row: AnswerRow, columns: Sequence[Column], *, opens: bool = True) -> ShownRow:
    count = len(answer.groups)
    cells: list[str | Figure | Opening] = [
        shown(cell, column) for cell, column in zip(row.cells, answer.columns, strict=True)
    ]
    behind = answer.drill(row) if opens else None
    if behind and cells:
        label = f"{in_words(row.cells[0], answer.columns[0])}, {', '.join(row.labels)}: {_('näytä hankkeet')}"
        if not isinstance(cells[0], Opening):
            cells[0] = Opening(cells[0], f"{_address(door)}{_query(behind)}", label)
    labels = [_label(door, answer, at, row) if opens else row.labels[at] for at in range(count)]
    return ShownRow(list(zip(columns[:count], labels, strict=True)), list(zip(columns[count:], cells, strict=True)))


def _label(door: Door, answer: Answer, at: int, row: AnswerRow) -> str | Link:
    if answer.question.groups[at] == PROJECT and row.keys[at]:
        return Link(row.labels[at], door.url("project", code=row.keys[at]))
    return row.labels[at]


def _address(door: Door) -> str:
    return reverse("compile", args=[door.programme.slug])


def _picture(answer: Answer) -> ShownPicture | None:
    picture = answer.picture
    if picture is None:
        return None
    chart, table = picture.chart, picture.table
    sums = [row.cells[-1] for row in table.rows]
    strips = zip(chart.bars, stack_strips(chart, answer.reader.language), sums, strict=True)
    return ShownPicture(
        caption=table.caption,
        unit=chart.unit,
        series=chart.series if len(chart.series) > 1 else (),
        strips=[Strip(bar.label, svg, shown(cell, table.columns[-1])) for bar, svg, cell in strips],
        column=_column(table.columns[-1]),
    )

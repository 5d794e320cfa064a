"""An answer as a document and as files: what was asked, what was left out, the picture and the table."""

import csv
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from io import StringIO

from hankekori.core.money import format_date
from hankekori.reports.compile import wording
from hankekori.reports.compile.answer import Answer
from hankekori.reports.compile.periods import period_in_words
from hankekori.reports.compile.pictures import Picture
from hankekori.reports.document import Block, Cell, Column, Document, Fact, Facts, Figure, Row, Table, Text
from hankekori.reports.frozen_files import WRITERS
from hankekori.reports.working_group import sentences
from hankekori.reports.writers.cells import written_value
from hankekori.web.downloads import FORMULA_STARTS

ENDINGS = ("xlsx", "docx", "pdf", "html", "csv")


def title_of(answer: Answer) -> str:
    """Name an answer by what it tells: Uudet työpaikat, työpaikkaa: Naisia · Kunta, Rahasto · 2011."""
    figures = ", ".join(column.heading for column in answer.columns)
    groups = ", ".join(column.heading for column in answer.groups)
    apart = answer.subject.dimension(answer.subject.kept_apart)
    narrowed = dict(answer.filters).get(answer.say(apart.name)) if apart else None
    about = answer.say(answer.subject.name)
    if narrowed and answer.subject.kept_apart not in answer.question.groups:
        about = narrowed
    period = answer.say(period_in_words(answer.question.period)) if answer.question.period else ""
    return " · ".join(part for part in (f"{about}: {figures}", groups, period) if part)


def facts_of(answer: Answer, *, address: str, made_at: datetime | None = None) -> tuple[Fact, ...]:
    """Tell what was asked, of which day, from where, and at which address it is compiled anew."""
    return tuple(_facts(answer, address, made_at))


def document_of(answer: Answer, *, address: str, made_at: datetime | None = None) -> Document:
    """Make the document of an answer; `address` is that of the compilation, absolute."""
    return Document(
        title=title_of(answer),
        language=answer.reader.language,
        day=answer.as_of,
        blocks=tuple(_blocks(answer, address, made_at)),
        subtitle=answer.say(answer.programme.name),
        marking=_marking(answer),
    )


def write_answer(answer: Answer, ending: str, *, address: str, made_at: datetime | None = None) -> bytes:
    """Write an answer in one of ENDINGS, rows as they are on the screen."""
    if ending == "csv":
        return _csv(answer, facts_of(answer, address=address, made_at=made_at))
    return WRITERS[ending](document_of(answer, address=address, made_at=made_at))


def file_name(answer: Answer, ending: str) -> str:
    """Name the file: heinola-tulokset-kunta-rahasto-2012-04-30.xlsx."""
    parts = (answer.programme.slug, answer.subject.key, *answer.question.groups, answer.as_of.isoformat())
    return f"{'-'.join(parts)}.{ending}"


def table_of(answer: Answer) -> Table:
    """Give the whole table; totals are rows of their own, read and not added up."""
    columns = (*answer.groups, *answer.columns)
    named = cache(Cell)  # the same names stand on many rows
    rows = [
        Row((*map(named, row.labels), *row.cells), kind="sum" if row.is_total else "row")
        for row in (*answer.rows, *answer.totals)
    ]
    return Table("answer", title_of(answer), columns or (Column("nothing", ""),), tuple(rows))


def _blocks(answer: Answer, address: str, made_at: datetime | None) -> Iterator[Block]:
    yield Facts(facts_of(answer, address=address, made_at=made_at))
    if answer.office_only:
        yield Text(answer.say(wording.OFFICE_ONLY_WHY), "warning")
    for remark in answer.remarks:
        yield Text(remark, "note")
    if not answer.rows:
        yield Text(answer.say(wording.NO_ROWS))
        return
    picture = answer.picture
    if picture:
        series = tuple(column.key for column in picture.table.columns if column.key.startswith("part-"))
        yield Figure(
            "answer-picture", picture.table.caption, _alt(answer, picture), picture.chart, picture.table, series
        )
    if picture is None or not _says_all(answer, picture):
        yield table_of(answer)


def _says_all(answer: Answer, picture: Picture) -> bool:
    """Tell whether the table beside the picture is the whole answer."""
    return len(answer.groups) == len(answer.columns) == 1 and len(picture.table.rows) == len(answer.rows)


def _alt(answer: Answer, picture: Picture) -> str:
    """Say the picture in words."""
    said = (
        f"{bar.label} {written_value(Cell(bar.whole), 'number', answer.reader.language)}"
        for bar in picture.chart.bars
        if bar.whole is not None
    )
    return f"{picture.table.caption}. {'; '.join(said)}"


def _facts(answer: Answer, address: str, made_at: datetime | None) -> Iterator[Fact]:
    say, question, language = answer.say, answer.question, answer.reader.language
    if answer.office_only:
        yield Fact(say(wording.USE), say(wording.OFFICE_ONLY))
    yield Fact(say(wording.SUBJECT), say(answer.subject.about))
    for name, values in answer.filters:
        yield Fact(say(wording.NARROWED).format(name=name), values)
    if question.period and answer.subject.period:
        meaning = say(answer.subject.period)
        yield Fact(say(wording.PERIOD), f"{say(period_in_words(question.period))} ({meaning})")
    yield Fact(say(wording.AS_OF), format_date(answer.as_of, language))
    known = format_date(question.known_on, language) if question.known_on else say(wording.KNOWN_NOW)
    yield Fact(say(wording.KNOWN_ON), known)
    yield Fact(say(wording.SOURCE), say(answer.subject.source))
    if answer.programme.example_data:
        yield Fact(say(wording.EXAMPLE), say(sentences.EXAMPLE_MARKING))
    if made_at:
        yield Fact(say(wording.MADE), format_date(made_at.date(), language))
    yield Fact(say(wording.ADDRESS), address)


def _marking(answer: Answer) -> str:
    marks = [wording.OFFICE_ONLY] if answer.office_only else []
    marks += [sentences.EXAMPLE_MARKING] if answer.programme.example_data else []
    return " · ".join(answer.say(mark) for mark in marks)


def _csv(answer: Answer, facts: tuple[Fact, ...]) -> bytes:
    """Write the table first, then below an empty line what was asked; semicolons, byte order mark."""
    table, out = table_of(answer), StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_harmless(column.heading_with_unit) for column in table.columns])
    for row in table.rows:
        writer.writerow(
            [
                _csv_cell(cell, column, answer.reader.language)
                for cell, column in zip(row.cells, table.columns, strict=True)
            ]
        )
    writer.writerow([])
    writer.writerows([_harmless(fact.label), _harmless(fact.text)] for fact in facts)
    writer.writerows([_harmless(remark)] for remark in answer.remarks)
    return out.getvalue().encode("utf-8-sig")


def _csv_cell(cell: Cell, column: Column, language: str) -> str:
    if isinstance(cell.value, str):
        return _harmless(cell.value)
    if cell.value is None and column.is_numeric:
        return wording.STATES[cell.state].in_language(language)
    return "" if cell.value is None else f"{cell.value:f}".replace(".", ",") if column.is_numeric else str(cell.value)


def _harmless(text: str) -> str:
    """Keep a spreadsheet from running a text as a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text

"""Whom the programme has employed, as published: the situation before, the form of work and what came after."""

from collections.abc import Iterator, Mapping

from hankekori.areas.employment.publication import PublishedCount, PublishedTables
from hankekori.core.employment_words import AFTER, BEFORE, KINDS
from hankekori.core.money import format_date
from hankekori.core.published_counts import ALL
from hankekori.core.suppression import Shown
from hankekori.core.texts import Translated
from hankekori.reports.document import Block, Cell, Row, RowKind, Table, Text
from hankekori.reports.working_group import headings, sentences
from hankekori.reports.working_group.blocks import column, heading, monitored, number
from hankekori.reports.working_group.cells import LESS_THAN_SHOWN
from hankekori.reports.working_group.material import Material

_GENDERS = (ALL, "woman", "man", "other")
_TRAITS: tuple[tuple[str, Translated, Mapping[str, Translated]], ...] = (
    ("situation_before", headings.SITUATION_BEFORE, BEFORE),
    ("kind", headings.FORM_OF_WORK, KINDS),
    ("after_three_months", headings.THREE_MONTHS_AFTER, AFTER),
)


def employed(material: Material) -> Iterator[Block]:
    """Write the newest published counts; nothing where none were published by the day."""
    tables = material.employed
    if tables is None:
        return
    yield heading(material, headings.EMPLOYED, "employed-chapter", level=2)
    counts = {
        "total": tables.total(),
        "women": tables.total("woman"),
        "in_work": tables.count("state", "in_work"),
    }
    written = {name: _written(material, count) for name, count in counts.items()}
    yield Text(material.say(sentences.EMPLOYED_SO_FAR, day=_day(material, tables), **written))
    for trait, name, words in _TRAITS:
        yield _table(material, tables, trait, name, words)


def _table(
    material: Material, tables: PublishedTables, trait: str, name: Translated, words: Mapping[str, Translated]
) -> Table:
    columns = (
        column(material, trait, name),
        number(material, "all", headings.EVERYBODY),
        number(material, "women", headings.WOMEN),
        number(material, "men", headings.MEN),
        number(material, "others", headings.NEITHER),
    )
    there = set(tables.values(trait))
    rows = [
        _row(material, material.say(words[value]), [tables.count(trait, value, each) for each in _GENDERS])
        for value in words
        if value in there
    ]
    sums = [tables.total(gender) for gender in _GENDERS]
    rows.append(_row(material, material.say(headings.SUM_OF_PROGRAMME), sums, kind="sum"))
    note = material.say(
        sentences.SMALL_COUNTS_NOTE, small=LESS_THAN_SHOWN, withheld=f"”{material.say(sentences.WITHHELD)}”"
    )
    caption = monitored(material, headings.EMPLOYED_TABLE, day=_day(material, tables), trait=material.say(name).lower())
    return Table(f"employed-{trait.replace('_', '-')}", caption, columns, tuple(rows), note=note)


def _row(material: Material, name: str, counts: list[PublishedCount], kind: RowKind = "row") -> Row:
    cells = (Cell(_written(material, each) if each.count is None else each.count) for each in counts)
    return Row((Cell(name), *cells), kind)


def _written(material: Material, count: PublishedCount) -> str:
    if count.shown is Shown.SMALL:
        return LESS_THAN_SHOWN
    return str(count.count) if count.shown is Shown.COUNT else material.say(sentences.WITHHELD)


def _day(material: Material, tables: PublishedTables) -> str:
    return format_date(tables.day, material.language)

"""Counts of employed people as tables: exact ones for the office, published ones for everybody."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.employment.exact_counts import CountRow, CountTable, Dimension
from hankekori.areas.employment.publication import ENDED, IN_WORK, ZERO, PublishedCount, PublishedTables
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.areas.regions.models import Municipality
from hankekori.charts.inline_bars import CountBar, bar_strips
from hankekori.core.employment_words import AFTER, BEFORE, KINDS
from hankekori.core.published_counts import ALL
from hankekori.core.suppression import Shown
from hankekori.core.texts import Translated
from hankekori.pages.basket.words import said
from hankekori.web.tables import Column, DataTable


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a page's table with its bar."""

    label: str
    bar: str  # SVG; empty where the count is not shown
    cells: tuple[tuple[Column, Any], ...]


def dimension_names() -> dict[str, str]:
    """Name what episodes are counted by, in the order they are offered."""
    return {
        Dimension.BEFORE: _("Lähtötilanne"),
        Dimension.KIND: _("Työn muoto"),
        Dimension.AFTER: _("Kolmen kuukauden kuluttua"),
        Dimension.GENDER: _("Sukupuoli"),
        Dimension.AGE: _("Ikä"),
        Dimension.OCCUPATION: _("Ammattiryhmä"),
        Dimension.PROJECT: _("Hanke"),
        Dimension.MEASURE: _("Toimenpide"),
        Dimension.EMPLOYER: _("Työnantaja"),
        Dimension.MUNICIPALITY: _("Kotikunta"),
    }


def exact_table(counted: CountTable, dimension: Dimension) -> DataTable:
    decimals = 1 if dimension is Dimension.MEASURE else 0
    return DataTable(
        caption=_("Työllistyneet: %(by)s") % {"by": dimension_names()[dimension].lower()},
        columns=[
            Column(key="label", label=dimension_names()[dimension]),
            Column(key="started", label=_("Aloittaneita"), kind="number", decimals=decimals),
            Column(key="women", label=_("Naisia"), kind="number", decimals=decimals),
            Column(key="in_work", label=_("Työssä nyt"), kind="number", decimals=decimals),
            Column(key="person_months", label=_("Henkilötyökuukausia"), kind="number", decimals=1),
            Column(key="followed_up", label=_("Jatko selvitetty"), kind="number", decimals=decimals),
            Column(key="employed_after", label=_("Heistä työssä 3 kk kuluttua"), kind="number", decimals=decimals),
        ],
        rows=[_exact_cells(row) for row in counted.rows],
        totals=_exact_cells(counted.total),
    )


def exact_rows(counted: CountTable, table: DataTable) -> list[ShownRow]:
    label = _("aloittaneita %(whole)s, heistä työssä nyt %(part)s")
    bars = [
        CountBar(row.started, row.in_work, label % {"whole": round(row.started, 1), "part": round(row.in_work, 1)})
        for row in counted.rows
    ]
    return _with_bars(table, bars)


def published_tables(tables: PublishedTables, programme: Programme) -> list[tuple[DataTable, list[ShownRow]]]:
    """Draw every table of a publication; two queries name projects and municipalities."""
    names = _names(tables, programme)
    return [_published(tables, trait, heading, names[trait]) for trait, heading in _trait_names().items()]


def published_file(tables: PublishedTables, programme: Programme) -> DataTable:
    """Put every table of a publication into one, for a file."""
    names = _names(tables, programme)
    genders = _columns_of(tables)
    rows: list[list[Any]] = [[_("Kaikki"), "", *(tables.total(gender).text() for gender in genders)]]
    rows += [
        [heading, names[trait].get(value, value), *(tables.count(trait, value, each).text() for each in genders)]
        for trait, heading in _trait_names().items()
        for value in _ordered(tables, trait, names[trait])
    ]
    columns = [Column(key="trait", label=_("Mitä laskettu")), Column(key="value", label=_("Luokka"))]
    columns += genders.values()
    return DataTable(caption=_("Työllistyneet"), columns=columns, rows=rows)


def _published(
    tables: PublishedTables, trait: str, heading: str, names: Mapping[str, str]
) -> tuple[DataTable, list[ShownRow]]:
    values, genders = _ordered(tables, trait, names), _columns_of(tables)
    counts = [[tables.count(trait, value, gender) for gender in genders] for value in values]
    table = DataTable(
        caption=heading,
        columns=[Column(key="value", label=heading), *genders.values()],
        rows=[[names.get(value, value), *row] for value, row in zip(values, counts, strict=True)],
        totals=[_("Yhteensä"), *(tables.total(gender) for gender in genders)],
    )
    return table, _with_bars(table, [_published_bar(row) for row in counts])


def _published_bar(row: list[PublishedCount]) -> CountBar:
    everybody, women = row[0], row[1]
    if everybody.shown is not Shown.COUNT:
        return CountBar(None, None, "")
    if women.shown is not Shown.COUNT:
        return CountBar(everybody.count, None, _("%(whole)s henkilöä") % {"whole": everybody.count})
    label = _("%(whole)s henkilöä, heistä naisia %(part)s") % {"whole": everybody.count, "part": women.count}
    return CountBar(everybody.count, women.count, label)


def _ordered(tables: PublishedTables, trait: str, names: Mapping[str, str]) -> list[str]:
    """Put closed vocabularies in their order, others by name; never by a count that may be hidden."""
    values = set(tables.values(trait))
    if trait in {"municipality", "project"}:
        return sorted(values, key=lambda value: names.get(value, value))
    return [value for value in names if value in values]


def _trait_names() -> dict[str, str]:
    return {
        "state": _("Jakson tilanne"),
        "situation_before": _("Lähtötilanne"),
        "kind": _("Työn muoto"),
        "after_three_months": _("Kolmen kuukauden kuluttua"),
        "municipality": _("Kotikunta"),
        "project": _("Hanke"),
    }


def _names(tables: PublishedTables, programme: Programme) -> dict[str, dict[str, str]]:
    places = Municipality.objects.in_bulk([int(key) for key in tables.values("municipality") if key])
    projects = Project.objects.filter(programme=programme).in_bulk([int(key) for key in tables.values("project")])
    return {
        "state": {IN_WORK: _("jakso käynnissä"), ENDED: _("jakso päättynyt")},
        "situation_before": _said(BEFORE),
        "kind": _said(KINDS),
        "after_three_months": _said(AFTER),
        "municipality": {"": _("ei tietoa"), **{str(key): said(place.name) for key, place in places.items()}},
        "project": {str(key): str(project) for key, project in projects.items()},
    }


def _said(words: Mapping[str, Translated]) -> dict[str, str]:
    return {key: said(text) for key, text in words.items()}


def _columns_of(tables: PublishedTables) -> dict[str, Column]:
    """Give a column for each gender; others have none where there is nobody."""
    columns = {
        ALL: Column(key="all", label=_("Kaikki"), kind="number"),
        "woman": Column(key="women", label=_("Naisia"), kind="number"),
        "man": Column(key="men", label=_("Miehiä"), kind="number"),
    }
    if tables.total("other") != ZERO:
        columns["other"] = Column(key="others", label=_("Muu tai ei tietoa"), kind="number")
    return columns


def _exact_cells(row: CountRow) -> list[Any]:
    return [
        said(row.label), row.started, row.women, row.in_work, row.person_months, row.followed_up, row.employed_after,
    ]  # fmt: skip


def _with_bars(table: DataTable, bars: list[CountBar]) -> list[ShownRow]:
    rows = zip(table.rows, bar_strips(bars), strict=True)
    return [ShownRow(row[0], strip, tuple(zip(table.columns[1:], row[1:], strict=True))) for row, strip in rows]

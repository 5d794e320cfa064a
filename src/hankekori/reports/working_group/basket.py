"""The basket and the other projects: money planned and used, and when the projects run."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from hankekori.areas.monitoring.state import ProjectRecord
from hankekori.areas.projects.models import Project
from hankekori.charts.values import ProjectTimeline, TimelineRow
from hankekori.core.figures import ValueState
from hankekori.core.funding import FundingTotals, share_used, sum_funding
from hankekori.core.money import format_date
from hankekori.core.texts import Translated
from hankekori.reports.document import Block, Cell, Column, Figure, Row, Table, Text
from hankekori.reports.working_group import headings, keys, sentences
from hankekori.reports.working_group.blocks import column, heading, money, percent
from hankekori.reports.working_group.cells import NOTHING, number_cell, rounded
from hankekori.reports.working_group.material import Material
from hankekori.reports.working_group.names import BASKET_STATES, STAGES

ROWS_IN_PICTURE = 30  # more do not fit on one page
_LABEL = 34  # characters of a project's name beside its bar


def basket(material: Material) -> Iterator[Block]:
    """Write the basket's money, the other projects apart from it, and the timeline of all."""
    projects = material.state.projects_by_id.values()
    inside = [record for record in projects if record.basket_state == Project.BasketState.IN_BASKET]
    outside = [record for record in projects if record.basket_state != Project.BasketState.IN_BASKET]
    yield heading(material, headings.BASKET, "basket-chapter")
    if inside:
        yield _basket_table(material, inside)
    else:
        yield Text(material.say(sentences.NO_PROJECTS_IN_BASKET))
    if outside:
        yield heading(material, headings.OTHER_PROJECTS, "other-projects-chapter", level=2)
        yield _other_table(material, outside)
    yield from _timeline(material)


def named(material: Material, record: ProjectRecord) -> str:
    """Write the project's name, marked where the project is invented."""
    return f"{record.name} ({material.say(sentences.EXAMPLE_PROJECT)})" if record.example else record.name


def implementer_of(material: Material, record: ProjectRecord) -> str | None:
    """Name the implementer; one who may be a private person is not named, for the report goes to many readers."""
    if record.implementer_may_be_person:
        return material.say(sentences.PRIVATE_IMPLEMENTER)
    return record.implementer


def _basket_table(material: Material, records: list[ProjectRecord]) -> Table:
    rows = _project_rows(material, "basket", records)
    rows.append(_sum_row(material, headings.SUM_OF_BASKET, material.state.basket_funding, "basket-sum"))
    note = material.say(sentences.FUNDING_NOTE)
    return Table(
        "basket", material.say(headings.BASKET_TABLE), _columns(material, headings.MEASURES), tuple(rows), note=note
    )


def _other_table(material: Material, records: list[ProjectRecord]) -> Table:
    rows = _project_rows(material, "other", records)
    sums = sum_funding(record.funding for record in records)
    rows.append(_sum_row(material, headings.SUM_OF_OTHERS, sums, "other-sum"))
    rows.append(_sum_row(material, headings.SUM_OF_ALL, material.state.funding, "all-sum"))
    caption = material.say(headings.OTHER_PROJECTS_TABLE)
    return Table("other-projects", caption, _columns(material, headings.STANDING_IN_BASKET), tuple(rows))


def _columns(material: Material, fourth: Translated) -> tuple[Column, ...]:
    return (
        column(material, "code", headings.CODE),
        column(material, "name", headings.PROJECT),
        column(material, "stage", headings.STAGE),
        column(material, "measures", fourth),
        money(material, "granted_eu_state", headings.GRANTED_EU_STATE),
        money(material, "realised_eu_state", headings.REALISED_EU_STATE),
        percent(material, "used_eu_state", headings.USED),
        money(material, "planned_public", headings.PLANNED_PUBLIC),
        money(material, "realised_public", headings.REALISED_PUBLIC),
        percent(material, "used_public", headings.USED),
    )


def _project_rows(material: Material, table_name: str, records: list[ProjectRecord]) -> list[Row]:
    by_money = sorted(records, key=lambda record: -(record.funding.planned_public or 0))
    return [_project_row(material, table_name, record) for record in by_money]


def _project_row(material: Material, table_name: str, record: ProjectRecord) -> Row:
    money_of = record.funding
    fourth = _measures_of(material, record) if table_name == "basket" else _standing_of(material, record)
    return Row(
        (
            Cell(record.code or ""),
            Cell(named(material, record)),
            Cell(material.say(STAGES[record.stage])),
            Cell(fourth),
            _euros(money_of.granted_eu_state),
            _euros(money_of.realised_eu_state),
            _share(share_used(money_of.realised_eu_state, money_of.granted_eu_state)),
            _euros(money_of.planned_public),
            _euros(money_of.realised_public),
            _share(share_used(money_of.realised_public, money_of.planned_public)),
        ),
        anchor=keys.project(table_name, record),
    )


def _measures_of(material: Material, record: ProjectRecord) -> str:
    numbers = {measure.id: measure.number for measure in material.state.measures}
    return ", ".join(numbers[link.measure] for link in record.measures if link.measure in numbers)


def _standing_of(material: Material, record: ProjectRecord) -> str:
    return material.say(BASKET_STATES[record.basket_state])


def _sum_row(material: Material, name: Translated, sums: FundingTotals, anchor: str) -> Row:
    empty = Cell()
    return Row(
        (
            empty,
            Cell(material.say(name)),
            empty,
            empty,
            _euros(sums.granted_eu_state.total),
            _euros(sums.realised_eu_state.total),
            _share(sums.used_eu_state),
            _euros(sums.planned_public.total),
            _euros(sums.realised_public.total),
            _share(sums.used_public),
        ),
        "sum",
        anchor,
    )


def _euros(value: Decimal | None) -> Cell:
    return Cell(state=ValueState.MISSING) if value is None else number_cell(value)


def _share(value: Decimal | None) -> Cell:
    return NOTHING if value is None else Cell(rounded(value, 1))


def _timeline(material: Material) -> Iterator[Block]:
    dated = [(record.start, record) for record in material.state.projects_by_id.values() if record.start is not None]
    listed = sorted(dated, key=lambda line: (line[0], line[1].end or date.max, line[1].label))
    if not listed:
        return
    yield heading(material, headings.TIMELINE, "timeline", level=2)
    parts = [listed[start : start + ROWS_IN_PICTURE] for start in range(0, len(listed), ROWS_IN_PICTURE)]
    for place, part in enumerate(parts, 1):
        numbering = f", {material.say(headings.PART, part=place, parts=len(parts))}" if len(parts) > 1 else ""
        yield _timeline_figure(material, part, f"timeline-{place}", numbering)


def _timeline_figure(
    material: Material, dated: Sequence[tuple[date, ProjectRecord]], id_: str, numbering: str
) -> Figure:
    bars = tuple(TimelineRow(_label(record), start, record.end) for start, record in dated)
    last = max((record.end or start for start, record in dated), default=material.as_of)
    alt = material.say(
        sentences.TIMELINE_ALT,
        n=len(dated),
        first=format_date(dated[0][0], material.language),
        last=format_date(last, material.language),
    )
    return Figure(
        id=f"{id_}-picture",
        caption=material.say(headings.TIMELINE_FIGURE) + numbering,
        alt=alt,
        chart=ProjectTimeline(bars, material.as_of),
        table=_timeline_table(material, [record for _, record in dated], id_, numbering),
    )


def _timeline_table(material: Material, records: list[ProjectRecord], id_: str, numbering: str) -> Table:
    columns = (
        column(material, "code", headings.CODE),
        column(material, "name", headings.PROJECT),
        column(material, "implementer", headings.IMPLEMENTER),
        Column("start", material.say(headings.START), "date"),
        Column("end", material.say(headings.END), "date"),
    )
    rows = [
        Row(
            (
                Cell(record.code or ""),
                Cell(named(material, record)),
                Cell(implementer_of(material, record) or ""),
                Cell(record.start),
                Cell(record.end) if record.end else Cell(state=ValueState.MISSING),
            ),
            anchor=keys.project("time", record),
        )
        for record in records
    ]
    return Table(id_, material.say(headings.TIMELINE_TABLE) + numbering, columns, tuple(rows))


def _label(record: ProjectRecord) -> str:
    return record.label if len(record.label) <= _LABEL else f"{record.label[: _LABEL - 1].rstrip(' -,:')}…"

"""A project's money as the official forms have it: official sums, by source and kind, claims."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hankekori.areas.claims.queries import ClaimLine
from hankekori.areas.projects.models import Funding
from hankekori.areas.rounds.models import ProjectReport
from hankekori.areas.rounds.part_names import SOURCE_NAMES
from hankekori.core.claim_words import COSTS, SOURCES
from hankekori.core.claims import Spending
from hankekori.core.funding import FundingFigures, FundingRow, FundingSource, check_funding, share_used
from hankekori.core.indicators import Severity
from hankekori.core.money import format_date, format_range
from hankekori.core.periods import Period
from hankekori.core.texts import Translated
from hankekori.reports.document import Cell, Column, Row, Table
from hankekori.reports.funder import headings, sentences
from hankekori.reports.funder.material import FunderMaterial
from hankekori.reports.funder.sections import Lacking, Part, Place, Said
from hankekori.reports.working_group.cells import NOTHING, number_cell

_EURO = "€"


@dataclass(frozen=True, slots=True)
class _Names:
    """How a table of money spent is named: its id, its caption, what is in its rows, and what was planned."""

    id: str
    caption: Translated
    what: Translated
    planned: Translated


_BY_KIND = _Names("lajit", headings.COSTS_TABLE, headings.KIND, headings.ESTIMATED)
_BY_SOURCE = _Names("lahteet", headings.SOURCES_TABLE, headings.SOURCE, headings.GRANTED)


def funding(material: FunderMaterial) -> Iterator[Part]:
    """Show the official sums and what was claimed by kind and by source; ask for what is missing or does not agree."""
    project, claims = material.project, material.claims
    sums = (project.granted_eu_state, project.realised_eu_state, project.planned_public, project.realised_public)
    if any(amount is not None for amount in sums):
        yield Said((_official_table(material),), sentences.OFFICIAL_SUMS)
    if None in sums:
        yield Lacking(sentences.NO_FUNDING, Place.FUNDING)
    for remark in check_funding(FundingFigures(*sums), _rows(material.page.funding)):
        if remark.severity is not Severity.OBSERVATION:
            yield Lacking(remark.message, Place.FUNDING)
    if claims.lines:
        by_kind = {material.say(COSTS[kind]): spent for kind, spent in claims.by_kind.items()}
        by_source = {material.say(SOURCES[source]): spent for source, spent in claims.by_source.items()}
        tables = (
            _spending_table(material, _BY_KIND, by_kind),
            _spending_table(material, _BY_SOURCE, by_source),
            _claims_table(material, claims.lines),
        )
        yield Said(tables, sentences.CLAIMS)
    else:
        yield Lacking(sentences.NO_CLAIMS, Place.CLAIMS)
    yield from claim_questions(material)


def claim_questions(material: FunderMaterial) -> Iterator[Lacking]:
    """Ask about gaps in the chain of claims and other disagreement, and about the last claim of an ended project."""
    claims = material.claims
    for remark in claims.remarks:
        if remark.severity is not Severity.OBSERVATION:
            yield Lacking(remark.message, Place.CLAIMS)
    if claims.lines and material.is_over and not claims.is_ended:
        yield Lacking(sentences.LAST_CLAIM_MISSING, Place.CLAIMS)


def funding_of_period(material: FunderMaterial, period: Period, report: ProjectReport | None) -> Iterator[Part]:
    """Show by source what the project used before, in the period and in all, and the claims up to its end.

    report: the approved report of the period, if there is one.
    """
    if report is not None:
        yield Said((_sources_table(material, period, report),), sentences.REPORTS)
    if report is None or all(row.used is None for row in report.funding.all()):
        yield Lacking(sentences.NO_FUNDING_OF_PERIOD, Place.REPORT if report else None, report.pk if report else None)
    lines = [line for line in material.claims.lines if line.row.period_end <= period.end]
    if lines:
        yield Said((_claims_table(material, lines),), sentences.CLAIMS)
    yield from claim_questions(material)


def _rows(rows: Iterable[Funding]) -> list[FundingRow]:
    return [FundingRow(FundingSource(row.source), row.year, row.planned, row.granted, row.paid) for row in rows]


def _official_table(material: FunderMaterial) -> Table:
    project = material.project
    named = (
        (headings.EU_STATE, project.granted_eu_state, project.realised_eu_state),
        (headings.PUBLIC, project.planned_public, project.realised_public),
    )
    return Table(
        id="julkinen-rahoitus",
        caption=material.say(headings.FUNDING_TABLE),
        columns=(
            Column("funding", material.say(headings.FUNDING)),
            Column("planned", f"{material.say(headings.PLANNED)} / {material.say(headings.GRANTED)}", "money", _EURO),
            Column("realised", material.say(headings.ACTUAL), "money", _EURO),
            Column("share", material.say(headings.SHARE), "percent", "%", decimals=1),
        ),
        rows=tuple(
            Row(
                (
                    Cell(material.say(label)),
                    number_cell(planned),
                    number_cell(realised),
                    number_cell(share_used(realised, planned), decimals=1),
                )
            )
            for label, planned, realised in named
        ),
    )


def _spending_table(material: FunderMaterial, names: _Names, spending: Mapping[str, Spending]) -> Table:
    used = {name: each for name, each in spending.items() if each.spent or each.planned}
    return Table(
        id=names.id,
        caption=material.say(names.caption),
        columns=(
            Column("what", material.say(names.what)),
            _cents("planned", material.say(names.planned)),
            _cents("claimed", material.say(headings.CLAIMED)),
            _cents("left", material.say(headings.LEFT)),
        ),
        rows=tuple(
            Row((Cell(name), _money(each.planned), _money(each.spent), _money(each.left)))
            for name, each in used.items()
        ),
    )


def _claims_table(material: FunderMaterial, lines: Iterable[ClaimLine]) -> Table:
    return Table(
        id="maksatushakemukset",
        caption=material.say(headings.CLAIMS_TABLE),
        columns=(
            Column("serial", material.say(headings.NUMBER)),
            Column("period", material.say(headings.PERIOD_OF_ROW)),
            _cents("costs", material.say(headings.CLAIM_COSTS)),
            _cents("eu_state", material.say(headings.EU_STATE)),
            _cents("approved", material.say(headings.APPROVED)),
        ),
        rows=tuple(
            Row(
                (
                    Cell(f"{line.row.serial}/{line.row.of_total}" if line.row.of_total else str(line.row.serial)),
                    Cell(_span(line.link.start, line.row.period_end, material.language)),
                    _money(line.link.claim.net_costs),
                    _money(line.row.fund_eu_state),
                    _money(line.approved),
                )
            )
            for line in lines
        ),
    )


def _sources_table(material: FunderMaterial, period: Period, report: ProjectReport) -> Table:
    granted = _sums((row.source, row.granted) for row in material.page.funding)
    before = _sums(
        (row.source, row.used)
        for earlier in material.approved
        if earlier.round.period_end < period.start
        for row in earlier.funding.all()
    )
    now = _sums((row.source, row.used) for row in report.funding.all())
    rows = []
    for source, name in SOURCE_NAMES.items():
        promised, earlier, used = (sums.get(source) for sums in (granted, before, now))
        if promised is None and earlier is None and used is None:
            continue
        total = (earlier or Decimal(0)) + (used or Decimal(0))
        left = None if promised is None else promised - total
        cells = (_money(promised), _money(earlier), _money(used), _money(total), _money(left))
        rows.append(Row((Cell(material.say(name)), *cells)))
    named = (
        ("granted", headings.GRANTED),
        ("earlier", headings.EARLIER),
        ("this", headings.THIS),
        ("cumulative", headings.CUMULATIVE),
        ("left", headings.LEFT),
    )
    return Table(
        id="rahoitus",
        caption=material.say(headings.SOURCES_TABLE),
        columns=(
            Column("source", material.say(headings.SOURCE)),
            *(_cents(key, material.say(heading)) for key, heading in named),
        ),
        rows=tuple(rows),
    )


def _sums(amounts: Iterable[tuple[str, Decimal | None]]) -> dict[str, Decimal]:
    found: dict[str, Decimal] = {}
    for source, amount in amounts:
        if amount is not None:
            found[source] = found.get(source, Decimal(0)) + amount
    return found


def _cents(key: str, heading: str) -> Column:
    return Column(key, heading, "number", _EURO, total=True, decimals=2)


def _money(amount: Decimal | None) -> Cell:
    return NOTHING if amount is None else Cell(amount)


def _span(start: date | None, end: date, language: str) -> str:
    return format_range(start, end, language) if start else f"–{format_date(end, language)}"

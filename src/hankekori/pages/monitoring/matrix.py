"""The matrix of a round: every project's report, where it stands and what it lacks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from hankekori.areas.rounds.round_counts import MatrixRow
from hankekori.core.rounds import OPEN_STATES, ReportState
from hankekori.pages.door import Door
from hankekori.pages.monitoring.words import STATES, look_of
from hankekori.web.list_filters import AppliedFilters, ListFilter, choice_filter, flag_filter, search_filter
from hankekori.web.tables import Column

LATE = "late"  # a state for people: not sent by the due day


@dataclass(frozen=True, slots=True)
class MatrixLine:
    """A project's report as a row of the page and of a file; cells stand in the order of the columns."""

    key: int  # of the report
    name: str
    code: str
    url: str
    may_approve: bool
    followed: str  # how many comments are followed up, in words; empty for none
    cells: Sequence[tuple[Column, Any]]


def columns() -> tuple[Column, ...]:
    """List the columns after the project's name; in a file code and name come first."""
    return (
        Column(key="state", label=_("Tila")),
        Column(key="figures", label=_("Luvut")),
        Column(key="women", label=_("Naisten osuus")),
        Column(key="texts", label=_("Sanallinen")),
        Column(key="evidence", label=_("Näytöt")),
        Column(key="publicity", label=_("Julkisuus")),
        Column(key="funding", label=_("Rahoitus")),
        Column(key="asked", label=_("Viesti viimeksi"), kind="day"),
    )


def file_columns() -> list[Column]:
    names = (Column(key="code", label=_("Koodi")), Column(key="name", label=_("Hanke")))
    return [*names, *columns(), Column(key="followed", label=_("Seurattavia"), kind="number")]


def matrix_filters() -> list[ListFilter]:
    """Offer what the matrix can be narrowed by; the rows are narrowed in `shown_rows`, for they are counted already."""
    states = [(LATE, _("myöhässä")), *((state, str(word)) for state, word in STATES.items())]
    missing = [
        ("figures", _("lukuja")),
        ("women", _("naisten osuus")),
        ("texts", _("sanallinen osuus")),
        ("evidence", _("näyttöjä")),
        ("publicity", _("julkisuus")),
        ("funding", _("rahoituksen käyttö")),
        ("nothing", _("ei mitään")),
    ]
    return [
        search_filter("haku", _("Haku: koodi tai nimi"), fields=("name",)),
        choice_filter("tila", _("Tila"), choices=states, field="state"),
        choice_filter("puuttuu", _("Puuttuu"), choices=missing, field="missing"),
        flag_filter("seurattavat", _("Vain seurattavat"), condition=Q()),
    ]


def shown_rows(rows: Iterable[MatrixRow], applied: AppliedFilters, *, due_on: date, today: date) -> list[MatrixRow]:
    """Choose the rows that fit every filter in the address."""
    asked = {field.filter.name: field.typed for field in applied.fields if not field.error}
    words = " ".join(asked.get("haku", ())).casefold().split()
    states, missing = set(asked.get("tila", ())), set(asked.get("puuttuu", ()))
    return [
        row
        for row in rows
        if all(word in f"{row.project_code or ''} {row.project_name}".casefold() for word in words)
        and (not states or states & _states(row, due_on, today))
        and (not missing or missing & _missing(row))
        and (row.followed or not asked.get("seurattavat"))
    ]


def matrix_lines(
    door: Door, rows: Iterable[MatrixRow], asked: Mapping[int, datetime | None], *, due_on: date, today: date
) -> list[MatrixLine]:
    """Make the rows; `asked` tells by report when its people were last written to: one nobody reports is not in it."""
    shown = columns()
    return [
        MatrixLine(
            key=row.report,
            name=row.project_name,
            code=row.project_code or "",
            url=door.url("project-report", report=row.report),
            may_approve=row.state is ReportState.SUBMITTED,
            followed=_followed(row.followed),
            cells=tuple(zip(shown, _cells(row, asked, due_on=due_on, today=today), strict=True)),
        )
        for row in rows
    ]


def file_cells(row: MatrixRow, asked: Mapping[int, datetime | None], *, due_on: date, today: date) -> list[Any]:
    look = look_of(row.state, is_late=is_late(row, due_on, today))
    missing = {True: _("puuttuu"), False: _("kunnossa")}
    return [
        row.project_code or "",
        row.project_name,
        str(look.word),
        f"{row.figures_said}/{row.figures_expected}",
        missing[bool(row.women_missing)],
        missing[bool(row.texts_missing)],
        missing[row.evidence_missing],
        missing[row.publicity_missing],
        f"{row.funding_said}/{row.funding_expected}",
        timezone.localtime(at) if (at := asked.get(row.report)) else None,
        row.followed,
    ]


def in_order(rows: Iterable[MatrixRow], *, due_on: date, today: date) -> list[MatrixRow]:
    """Put first what waits for the office, then what is late; otherwise rows stay as they were."""
    order = {ReportState.SUBMITTED: 0, ReportState.RETURNED: 2, ReportState.DRAFT: 3, ReportState.APPROVED: 4}
    return sorted(rows, key=lambda row: 1 if is_late(row, due_on, today) else order[row.state])


def is_late(row: MatrixRow, due_on: date, today: date) -> bool:
    """Whether the report should have come and has not; one that was returned came once."""
    return today > due_on and row.state in OPEN_STATES and row.first_sent_on is None


def _cells(row: MatrixRow, asked: Mapping[int, datetime | None], *, due_on: date, today: date) -> tuple[Any, ...]:
    look = look_of(row.state, is_late=is_late(row, due_on, today))
    state = format_html(
        '<span class="state {}"><span class="shape" aria-hidden="true">{}</span>{}</span>',
        look.css_class, look.shape, look.word,
    )  # fmt: skip
    return (
        state,
        _share(row.figures_said, row.figures_expected),
        _lacking(row.women_missing) if row.figures_said else _NOTHING,
        _lacking(row.texts_missing),
        _lacking(int(row.evidence_missing)) if row.figures_said else _NOTHING,
        _lacking(int(row.publicity_missing)),
        _share(row.funding_said, row.funding_expected),
        _asked(row, asked),
    )


def _followed(count: int) -> str:
    return ngettext("%(n)s seurattava", "%(n)s seurattavaa", count) % {"n": count} if count else ""


def _states(row: MatrixRow, due_on: date, today: date) -> set[str]:
    return {row.state.value, *([LATE] if is_late(row, due_on, today) else [])}


def _missing(row: MatrixRow) -> set[str]:
    lacks = {
        "figures": row.figures_said < row.figures_expected,
        "women": row.women_missing > 0,
        "texts": row.texts_missing > 0,
        "evidence": row.evidence_missing,
        "publicity": row.publicity_missing,
        "funding": row.funding_said < row.funding_expected,
        "nothing": row.is_whole,
    }
    return {name for name, is_lacking in lacks.items() if is_lacking}


def _share(said: int, expected: int) -> SafeString:
    """Write 9/12; done and lacking differ by shape too."""
    if said >= expected:
        return format_html('<span class="done"><span aria-hidden="true">✓</span> {}/{}</span>', said, expected)
    return format_html('<span class="lacking"><span aria-hidden="true">▲</span> {}/{}</span>', said, expected)


def _lacking(count: int) -> SafeString:
    if not count:
        return format_html(
            '<span class="done"><span aria-hidden="true">✓</span><span class="out-of-sight">{}</span></span>',
            _("kunnossa"),
        )
    words = _("puuttuu") if count == 1 else _("puuttuu %(n)s") % {"n": count}
    return format_html('<span class="lacking"><span aria-hidden="true">▲</span> {}</span>', words)


def _asked(row: MatrixRow, asked: Mapping[int, datetime | None]) -> SafeString | date:
    if row.report not in asked:
        needs_somebody = row.state in OPEN_STATES
        css_class = "lacking" if needs_somebody else "never"
        return format_html('<span class="{}">{}</span>', css_class, _("ei vastaanottajaa"))
    at = asked[row.report]
    return timezone.localdate(at) if at else format_html('<span class="never">{}</span>', _("ei vielä"))


_NOTHING = mark_safe('<span class="never">–</span>')  # there are no figures yet to ask it of

"""The columns of the basket's list: which there are, which one wants to see, and what stands in their cells."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import Prefetch
from django.http import QueryDict
from django.utils.translation import gettext as _

from hankekori.areas.projects.models import Project
from hankekori.areas.projects.queries import links_in_force
from hankekori.core.figures import NOT_APPLICABLE, Figure
from hankekori.core.funding import share_used
from hankekori.pages.basket.words import KINDS, STAGES, said, state_name
from hankekori.pages.door import Door
from hankekori.web.tables import Column, Link

COLUMN_PARAM = "sarake"
DEFAULT = ("state", "stage", "implementer", "start", "end", "granted", "used")


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column and how a project fills it."""

    column: Column
    cell: Callable[[Project], Any]
    rows_beside: "str | Prefetch[str]" = ""  # what its cells read beside the project, for prefetch_related

    @property
    def key(self) -> str:
        return self.column.key


@dataclass(frozen=True, slots=True)
class ProjectRow:
    """A project of the list with the cells of the columns shown after its name."""

    project: Project
    key: str  # what names it in an address: its code, else its id
    url: str
    cells: Sequence[tuple[Column, Any]]


def all_columns(*, with_persons: bool) -> tuple[ListColumn, ...]:
    """List every column, the name first; an implementer that may be a person is named only `with_persons`."""
    return (
        ListColumn(Column(key="name", label=_("Hanke"), is_sortable=True), _name),
        ListColumn(Column(key="code", label=_("Koodi"), is_sortable=True), lambda project: project.code or ""),
        ListColumn(Column(key="state", label=_("Tila korissa"), is_sortable=True), _state),
        ListColumn(Column(key="stage", label=_("Vaihe"), is_sortable=True), _stage),
        ListColumn(Column(key="kind", label=_("Laji")), lambda project: str(KINDS[project.kind])),
        ListColumn(
            Column(key="implementer", label=_("Toteuttaja"), is_sortable=True),
            lambda project: implementer_name(project, with_persons=with_persons),
        ),
        ListColumn(Column(key="fund", label=_("Rahasto")), lambda project: project.fund),
        ListColumn(Column(key="start", label=_("Alkaa"), kind="day", is_sortable=True), lambda project: project.start),
        ListColumn(Column(key="end", label=_("Päättyy"), kind="day", is_sortable=True), lambda project: project.end),
        ListColumn(Column(key="municipalities", label=_("Kunnat")), _municipalities, "municipalities"),
        ListColumn(
            Column(key="measures", label=_("Toimenpiteet")), _measures, Prefetch("measure_links", links_in_force())
        ),
        *_money_columns(),
    )


def chosen_columns(params: QueryDict, columns: Iterable[ListColumn]) -> tuple[ListColumn, ...]:
    """Choose the columns the address names, else the usual ones; the name is always there."""
    wanted = {"name", *(params.getlist(COLUMN_PARAM) or DEFAULT)}
    return tuple(each for each in columns if each.key in wanted)


def file_columns(chosen: Iterable[ListColumn], columns: Iterable[ListColumn]) -> tuple[ListColumn, ...]:
    """Choose for a file what the page shows; the code, there under the name, is a column of its own."""
    wanted = {"code", *(each.key for each in chosen)}
    return tuple(each for each in columns if each.key in wanted)


def row_of(door: Door, project: Project, columns: Iterable[ListColumn]) -> ProjectRow:
    cells = [(each.column, each.cell(project)) for each in columns if each.key != "name"]
    return ProjectRow(project, project_key(project), project_link(door, project).url, cells)


def file_cells(project: Project, columns: Iterable[ListColumn]) -> list[Any]:
    return [each.cell(project) for each in columns]


def project_key(project: Project) -> str:
    return project.code or str(project.pk)


def project_link(door: Door, project: Project) -> Link:
    return Link(str(project), door.url("project", code=project_key(project)))


def basket_link(door: Door) -> Link:
    return Link(_("Hankekori"), door.url("basket"))


def implementer_name(project: Project, *, with_persons: bool) -> str:
    if project.implementer is None:
        return ""
    if project.implementer.may_be_person and not with_persons:
        return _("yksityinen toteuttaja")
    return project.implementer.name


def _money_columns() -> tuple[ListColumn, ...]:
    euros = _("euroa")

    def money(key: str, label: str, field: str) -> ListColumn:
        column = Column(key=key, label=label, unit=euros, kind="amount", is_sortable=True)
        return ListColumn(column, lambda project: getattr(project, field))

    return (
        money("granted", _("Myönnetty EU ja valtio"), "granted_eu_state"),
        money("realised", _("Toteutunut EU ja valtio"), "realised_eu_state"),
        ListColumn(Column(key="used", label=_("Käytetty"), kind="number", decimals=1, unit="%"), _used),
        money("planned_public", _("Suunniteltu julkinen"), "planned_public"),
        money("realised_public", _("Toteutunut julkinen"), "realised_public"),
    )


def _used(project: Project) -> Decimal | Figure | None:
    if project.granted_eu_state == 0:
        return NOT_APPLICABLE  # there is nothing to use
    return share_used(project.realised_eu_state, project.granted_eu_state)


def _name(project: Project) -> str:
    return f"{project.name} ({_('keksitty esimerkki')})" if project.example else project.name


def _state(project: Project) -> str:
    return state_name(project.basket_state)


def _stage(project: Project) -> str:
    return str(STAGES[project.stage])


def _municipalities(project: Project) -> str:
    if project.nationwide:
        return _("valtakunnallinen")
    return ", ".join(sorted(said(each.name) for each in project.municipalities.all()))


def _measures(project: Project) -> str:
    return ", ".join(link.measure.number for link in project.measure_links.all())

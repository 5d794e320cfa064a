"""A project's money: official sums, rows by source and year, and what does not agree between them."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from hankekori.areas.projects.models import Funding, Project
from hankekori.areas.projects.queries import ProjectPage
from hankekori.core.funding import FundingFigures, FundingRow, FundingSource, check_funding, share_used
from hankekori.core.indicators import Remark
from hankekori.pages.basket.words import SOURCES
from hankekori.web.tables import Column, DataTable


def official_sums(project: Project) -> list[dict[str, Any]]:
    """Give the four sums as the source states them, the realised ones with the share used."""
    return [
        {"label": _("Myönnetty EU- ja valtion rahoitus"), "sum": project.granted_eu_state},
        {
            "label": _("Toteutunut EU- ja valtion rahoitus"),
            "sum": project.realised_eu_state,
            "used": share_used(project.realised_eu_state, project.granted_eu_state),
        },
        {"label": _("Suunniteltu julkinen rahoitus"), "sum": project.planned_public},
        {
            "label": _("Toteutunut julkinen rahoitus"),
            "sum": project.realised_public,
            "used": share_used(project.realised_public, project.planned_public),
        },
    ]


def funding_table(rows: Sequence[Funding]) -> DataTable:
    def added(name: str) -> Decimal | None:
        stated = [amount for row in rows if (amount := getattr(row, name)) is not None]
        return sum(stated, Decimal(0)) if stated else None

    euros = _("euroa")
    names = (("planned", _("Suunniteltu")), ("granted", _("Myönnetty")), ("paid", _("Maksettu")))
    return DataTable(
        caption=_("Rahoitus lähteittäin ja vuosittain"),
        columns=[
            Column(key="year", label=_("Vuosi")),
            Column(key="source", label=_("Lähde")),
            *(Column(key=key, label=label, kind="amount", unit=euros) for key, label in names),
        ],
        rows=[[str(row.year), str(SOURCES[row.source]), row.planned, row.granted, row.paid] for row in rows],
        totals=[_("Yhteensä"), "", *(added(key) for key, _label in names)],
    )


def row_key(row: Funding) -> str:
    """Name a row in an address: eu-2010."""
    return f"{row.source}-{row.year}"


def funding_findings(page: ProjectPage) -> tuple[Remark, ...]:
    """List what does not agree in the project's money; nothing is repaired."""
    project = page.project
    figures = FundingFigures(
        project.granted_eu_state, project.realised_eu_state, project.planned_public, project.realised_public
    )
    rows = [FundingRow(FundingSource(row.source), row.year, row.planned, row.granted, row.paid) for row in page.funding]
    return check_funding(figures, rows)

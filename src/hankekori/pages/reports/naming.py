"""How pages name a frozen report."""

from hankekori.areas.archive.models import FrozenReport
from hankekori.core.money import format_date
from hankekori.pages.basket.words import language
from hankekori.reports.kinds import KINDS


def name_of(report: FrozenReport) -> str:
    """Give the title the report was frozen with; those from before titles were kept, their kind and day."""
    kind = KINDS[report.kind].name.in_language(language())
    return report.title or f"{kind} {format_date(report.as_of, language())}"


def endings_of(report: FrozenReport) -> tuple[str, ...]:
    return KINDS[report.kind].endings

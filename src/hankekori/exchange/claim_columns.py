"""The columns of a sheet of payment claims; a downloaded list has the same, so it can be filled in and brought back."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from hankekori.areas.claims.models import cost_field, fund_field
from hankekori.core.cells import Cell, cell_text
from hankekori.core.claim_words import COSTS, SOURCES
from hankekori.core.money import AmountError, DateError, parse_amount, parse_date
from hankekori.core.texts import LANGUAGES, Translated

type Kind = Literal["code", "day", "euros", "count", "mark"]


@dataclass(frozen=True, slots=True)
class ClaimColumn:
    """A column: the field of a claim, its heading and what its cells hold."""

    field: str
    heading: Translated
    kind: Kind
    is_needed: bool = False


def find_claim_column(written: str) -> ClaimColumn | None:
    """Find a column by its heading in any language, whatever the case; a unit after a comma is passed over."""
    return _BY_HEADING.get(_plain(written.partition(",")[0]))


def read_claim_cell(kind: Kind, cell: Cell) -> str:
    """Read a cell as the text a draft keeps: a day as ISO, euros with cents, a mark as 1 or empty.

    Raises AmountError or DateError, whose message says what is wrong.
    """
    return _READERS[kind](cell)


def _code(cell: Cell) -> str:
    return cell_text(cell).upper()


def _day(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else parse_date(cell_text(cell)).isoformat()


def _euros(cell: Cell) -> str:
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and math.isfinite(cell):
        return str(Decimal(str(cell)).quantize(Decimal("0.01")))
    return str(parse_amount(cell_text(cell)))


def _count(cell: Cell) -> str:
    text = cell_text(cell)
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= _MOST_CLAIMS):
        raise AmountError(text, _NO_COUNT)
    return text


def _mark(cell: Cell) -> str:
    return "" if _plain(cell_text(cell)) in _NO else "1"


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


_MOST_CLAIMS = 99  # of one project
_NO = {"", "0", "ei", "nej", "no", "false"}
_NO_COUNT = Translated(
    "Solussa ei ole hakemusten määrää.", "Cellen innehåller inget antal.", "The cell holds no number of claims."
)
_READERS: dict[Kind, Callable[[Cell], str]] = {
    "code": _code, "day": _day, "euros": _euros, "count": _count, "mark": _mark,
}  # fmt: skip
CLAIM_COLUMNS = (
    ClaimColumn("project", Translated("Hankekoodi", "Projektkod", "Project code"), "code", is_needed=True),
    ClaimColumn("stated_start", Translated("Kausi alkoi", "Perioden började", "Period began"), "day"),
    ClaimColumn("period_end", Translated("Kausi päättyi", "Perioden slutade", "Period ended"), "day", is_needed=True),
    ClaimColumn("of_total", Translated("Hakemuksia kaikkiaan", "Ansökningar totalt", "Claims in all"), "count"),
    ClaimColumn("is_last", Translated("Viimeinen", "Sista", "Last"), "mark"),
    ClaimColumn("sent_on", Translated("Lähetetty", "Skickad", "Sent"), "day"),
    ClaimColumn("decided_on", Translated("Päätetty", "Avgjord", "Decided"), "day"),
    *(ClaimColumn(cost_field(kind), name, "euros") for kind, name in COSTS.items()),
    ClaimColumn("income", Translated("tulot", "intäkter", "income"), "euros"),
    *(ClaimColumn(fund_field(source), name, "euros") for source, name in SOURCES.items()),
    ClaimColumn(
        "approved",
        Translated("hyväksytty jos eri kuin haettu", "godkänt om annat än sökt", "approved if not as claimed"),
        "euros",
    ),
)
_BY_HEADING = {
    _plain(column.heading.in_language(language)): column for column in CLAIM_COLUMNS for language in LANGUAGES
}
CELL_ERRORS = (AmountError, DateError)

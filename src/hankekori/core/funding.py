"""Official funding sums of projects: adding up, shares used, and what does not agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from hankekori.core.indicators import Remark


class FundingSource(StrEnum):
    """Who pays."""

    EU = "eu"
    STATE = "state"
    MUNICIPAL = "municipal"
    OTHER_PUBLIC = "other_public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class FundingFigures:
    """A project's official sums in euros, as the source states them; None is not stated."""

    granted_eu_state: Decimal | None = None
    realised_eu_state: Decimal | None = None
    planned_public: Decimal | None = None
    realised_public: Decimal | None = None

    def scaled(self, share: Decimal) -> "FundingFigures":
        """Give the part that counts for a measure with the share 0..1."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class FundingRow:
    """A project's money of one source and year, in euros."""

    source: FundingSource
    year: int
    planned: Decimal | None
    granted: Decimal | None
    paid: Decimal | None


@dataclass(frozen=True, slots=True)
class FundingSum:
    """A sum in euros over the projects that state the figure; None when nobody does."""

    total: Decimal | None
    stated: int  # projects in the sum
    missing: int  # projects that do not state the figure


@dataclass(frozen=True, slots=True)
class FundingTotals:
    """Sums of many projects and the shares used in percent, over projects that state both figures."""

    granted_eu_state: FundingSum
    realised_eu_state: FundingSum
    planned_public: FundingSum
    realised_public: FundingSum
    used_eu_state: Decimal | None
    used_public: Decimal | None


def sum_funding(figures: Iterable[FundingFigures]) -> FundingTotals:
    """Add up the official sums of projects."""
    raise NotImplementedError


def share_used(realised: Decimal | None, planned: Decimal | None) -> Decimal | None:
    """Give realised / planned in percent; None when either is not stated or nothing was planned."""
    raise NotImplementedError


def check_funding(figures: FundingFigures, rows: Iterable[FundingRow] = ()) -> tuple[Remark, ...]:
    """List what does not agree in a project's funding."""
    raise NotImplementedError

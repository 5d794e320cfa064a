"""Payment claims of a project: an unbroken chain of periods, and what was spent against what was planned.

Source: the payment claim of the national system of 2007-2013 (format reference 3.3): only the end of a period is typed;
the first claim begins when the project does, each next one on the day after the previous end.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from hankekori.core.funding import FundingRow, FundingSource


class CostKind(StrEnum):
    """What money was spent on: the cost types of the national guides."""

    PERSONNEL = "personnel"
    SERVICES = "services"
    TRAVEL = "travel"
    EQUIPMENT = "equipment"  # depreciation included
    RENTS = "rents"
    OFFICE = "office"
    OTHER = "other"
    IN_KIND = "in_kind"


class ClaimSource(StrEnum):
    """Who pays, as a claim tells it: the EU's and the state's money is one sum."""

    EU_STATE = "eu_state"
    MUNICIPAL = "municipal"
    OTHER_PUBLIC = "other_public"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim; amounts in euros, a kind or source that is absent is zero."""

    serial: int  # 1 for the first
    end: date
    costs: Mapping[CostKind, Decimal] = field(default_factory=dict)
    income: Decimal = Decimal(0)
    funding: Mapping[ClaimSource, Decimal] = field(default_factory=dict)
    is_last: bool = False
    is_sent: bool = False
    stated_start: date | None = None  # what a file says, where it says something

    @property
    def total_costs(self) -> Decimal:
        return sum(self.costs.values(), Decimal(0))

    @property
    def net_costs(self) -> Decimal:
        """Costs less income: what is to be funded."""
        return self.total_costs - self.income

    @property
    def total_funding(self) -> Decimal:
        return sum(self.funding.values(), Decimal(0))


@dataclass(frozen=True, slots=True)
class Link:
    """A claim in its place in the chain."""

    claim: Claim
    start: date | None  # None for the first claim of a project whose start is not stated
    cumulative: Decimal  # net costs of this and the earlier claims, in euros


def chain(start: date | None, claims: Iterable[Claim]) -> tuple[Link, ...]:
    """Give each claim, in the order of serials, its start: the project's, then the day after the previous end."""
    links: list[Link] = []
    total = Decimal(0)
    for claim in sorted(claims, key=lambda each: each.serial):
        total += claim.net_costs
        links.append(Link(claim, start, total))
        start = claim.end + _ONE_DAY
    return tuple(links)


def next_start(start: date | None, claims: Sequence[Claim]) -> date | None:
    """Tell where the claim after these begins, given the project's start."""
    return claims[-1].end + _ONE_DAY if claims else start


@dataclass(frozen=True, slots=True)
class Spending:
    """Money spent of one kind or source, in euros, and what it was planned to be; None is not stated."""

    spent: Decimal
    planned: Decimal | None

    @property
    def left(self) -> Decimal | None:
        return None if self.planned is None else self.planned - self.spent


def spending_by_kind(claims: Sequence[Claim], budget: Mapping[CostKind, Decimal]) -> dict[CostKind, Spending]:
    """Add up the costs of the claims by kind, in the order of kinds."""
    return {kind: Spending(_sum(claim.costs.get(kind) for claim in claims), budget.get(kind)) for kind in CostKind}


def spending_by_source(claims: Sequence[Claim], granted: Mapping[ClaimSource, Decimal]) -> dict[ClaimSource, Spending]:
    """Add up the funding of the claims by source, in the order of sources."""
    return {
        source: Spending(_sum(claim.funding.get(source) for claim in claims), granted.get(source))
        for source in ClaimSource
    }


def granted_by_source(rows: Iterable[FundingRow], eu_state: Decimal | None) -> dict[ClaimSource, Decimal]:
    """Tell what each source has promised: granted, or planned where nothing is granted; in euros.

    The EU's and the state's money is the official sum where it is stated, else that of the rows. A source of which
    nothing is stated is absent.
    """
    promised: dict[ClaimSource, Decimal] = {}
    for row in rows:
        amount = row.planned if row.granted is None else row.granted
        if amount is not None:
            source = _SOURCE_OF[row.source]
            promised[source] = promised.get(source, Decimal(0)) + amount
    return promised if eu_state is None else promised | {ClaimSource.EU_STATE: eu_state}


def planned_costs(
    budget: Mapping[CostKind, Decimal], rows: Iterable[FundingRow], planned_public: Decimal | None
) -> Decimal | None:
    """Tell what the project may cost in all, in euros: its budget, else its planned funding, else the public part."""
    if budget:
        return sum(budget.values(), Decimal(0))
    planned = [row.planned for row in rows if row.planned is not None]
    return sum(planned, Decimal(0)) if planned else planned_public


def _sum(amounts: Iterable[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount is not None), Decimal(0))


_ONE_DAY = timedelta(days=1)
_SOURCE_OF = {
    FundingSource.EU: ClaimSource.EU_STATE,
    FundingSource.STATE: ClaimSource.EU_STATE,
    FundingSource.MUNICIPAL: ClaimSource.MUNICIPAL,
    FundingSource.OTHER_PUBLIC: ClaimSource.OTHER_PUBLIC,
    FundingSource.PRIVATE: ClaimSource.PRIVATE,
}

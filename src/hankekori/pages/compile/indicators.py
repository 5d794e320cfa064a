"""The programme's indicators as compilations name them, the headline ones told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    key: str  # in the address of a question
    indicator: Indicator


def named_indicators(programme: Programme) -> Sequence[NamedIndicator]:
    """List the indicators, the headline ones first in their order; one query."""
    found = list(Indicator.objects.filter(programme=programme).order_by("headline", "position", "code", "id"))
    return [NamedIndicator(_key(each, found), each) for each in found]


def _key(indicator: Indicator, all_of: list[Indicator]) -> str:
    once = sum(each.code == indicator.code for each in all_of) == 1
    return indicator.code if once else f"{indicator.code}/{indicator.fund}/{indicator.programme_period}"

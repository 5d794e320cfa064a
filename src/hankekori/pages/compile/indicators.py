"""The programme's indicators as compilations name them, the headline ones told apart."""

from collections.abc import Sequence
from dataclasses import dataclass

from hankekori.areas.plan.models import Indicator
from hankekori.areas.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class NamedIndicator:
    key: str  # in the address of a question
    indicator: Indicator


def headline_indicators(programme: Programme) -> Sequence[NamedIndicator]:
    """List the headline indicators in their order; without any, all of them."""
    named = [NamedIndicator(_key(each, all_of), each) for all_of in [_all(programme)] for each in all_of]
    headlines = [each for each in named if each.indicator.headline is not None]
    return sorted(headlines, key=lambda each: each.indicator.headline or 0) or named


def indicator_with_key(programme: Programme, key: str) -> Indicator | None:
    all_of = _all(programme)
    return next((each for each in all_of if _key(each, all_of) == key), None)


def _all(programme: Programme) -> list[Indicator]:
    return list(Indicator.objects.filter(programme=programme).order_by("position", "code", "id"))


def _key(indicator: Indicator, all_of: list[Indicator]) -> str:
    once = sum(each.code == indicator.code for each in all_of) == 1
    return indicator.code if once else f"{indicator.code}/{indicator.fund}/{indicator.programme_period}"

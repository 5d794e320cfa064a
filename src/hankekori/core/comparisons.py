"""How ended projects kept their plans: the comparison a forecast leans on."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from statistics import quantiles

from hankekori.core.indicators import Combination
from hankekori.core.texts import LANGUAGES, Translated

LEAST_RESULTS = 8  # then two results lie beyond each quartile, so that no single odd project draws the range


@dataclass(frozen=True, slots=True)
class Comparison:
    """Quartiles of realised / planned in a set of ended projects, and what set it is, in words."""

    lower: Decimal
    median: Decimal
    upper: Decimal
    name: Translated


@dataclass(frozen=True, slots=True)
class EndedResult:
    """What an ended project reached in one indicator against its own plan, both in the indicator's unit."""

    indicator: int
    planned: Decimal
    realised: Decimal


@dataclass(frozen=True, slots=True)
class Likeness:
    """What makes indicators alike enough to compare: the fund that pays (empty when unknown) and how values combine."""

    fund: str
    combination: Combination


NATIONAL_2007_2013 = Comparison(  # EU and state funding, 19,940 projects of the public list; domain reference 5.3
    Decimal("0.72"),
    Decimal("0.99"),
    Decimal("1.00"),
    Translated(
        fi="Suomen rakennerahastohankkeiden 2007–2013 toteutunut rahoitus",
        sv="den realiserade finansieringen i Finlands strukturfondsprojekt 2007–2013",
        en="realised funding of Finland's Structural Funds projects 2007–2013",
    ),
)


def comparisons(indicators: Mapping[int, Likeness], ended: Iterable[EndedResult]) -> Mapping[int, Comparison]:
    """Choose for each indicator what its forecast is compared with, the nearest that has at least eight results.

    First the programme's ended projects in the same indicator, then all their results in indicators of the same fund
    that combine alike, last the national distribution. Results without a plan above zero are left out.
    """
    by_indicator: defaultdict[int, list[Decimal]] = defaultdict(list)
    alike: defaultdict[Likeness, list[Decimal]] = defaultdict(list)
    for result in ended:
        if result.planned > 0:
            ratio = result.realised / result.planned
            by_indicator[result.indicator].append(ratio)
            alike[indicators[result.indicator]].append(ratio)
    return {
        indicator: _quartiles(by_indicator[indicator], _SAME_INDICATOR)
        or _quartiles(alike[likeness], _SAME_FUND if likeness.fund else _ALIKE, fund=likeness.fund)
        or NATIONAL_2007_2013
        for indicator, likeness in indicators.items()
    }


def _quartiles(ratios: list[Decimal], name: Translated, **places: str) -> Comparison | None:
    if len(ratios) < LEAST_RESULTS:
        return None
    lower, median, upper = quantiles(ratios, n=4, method="inclusive")
    said = {language: name.in_language(language).format(n=len(ratios), **places) for language in LANGUAGES}
    return Comparison(lower, median, upper, Translated(**said))


_SAME_INDICATOR = Translated(
    fi="ohjelman {n} päättyneen hankkeen tulos samassa mittarissa",
    sv="resultatet för programmets {n} avslutade projekt i samma indikator",
    en="the result of the programme's {n} ended projects in the same indicator",
)
_SAME_FUND = Translated(
    fi="tulos ohjelman päättyneissä {fund}-hankkeissa ({n} tulosta)",
    sv="resultatet i programmets avslutade {fund}-projekt ({n} resultat)",
    en="the result of the programme's ended {fund} projects ({n} results)",
)
_ALIKE = Translated(
    fi="tulos ohjelman päättyneissä hankkeissa ({n} tulosta)",
    sv="resultatet i programmets avslutade projekt ({n} resultat)",
    en="the result of the programme's ended projects ({n} results)",
)

"""Where a figure is heading, with a range and on what it rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hankekori.core.comparisons import NATIONAL_2007_2013, Comparison
from hankekori.core.indicators import Combination
from hankekori.core.money import format_date, format_number
from hankekori.core.targets import MeasureTarget, expected_by, time_share
from hankekori.core.texts import LANGUAGES, Translated

MIN_PROGRESS = Decimal("0.1")  # below this share of the plan's course nothing is said; domain reference 5.3


@dataclass(frozen=True, slots=True)
class Forecast:
    """Value at the end, in the indicator's unit; all three are None when nothing can be said, and basis says why."""

    low: Decimal | None
    likely: Decimal | None
    high: Decimal | None
    basis: Translated


def forecast(
    planned: Decimal,
    course: Sequence[tuple[date, Decimal]],
    *,
    start: date,
    as_of: date,
    end: date,
    expected: Decimal | None = None,
    combination: Combination = Combination.SUM,
    comparison: Comparison = NATIONAL_2007_2013,
) -> Forecast:
    """Forecast the value at the end from the course so far, the time left and how ended projects kept their plans.

    course: (period end, cumulative value) in any order; the newest point by as_of counts. expected: what the plan
    expected on that point's day, an even course without it; expected / planned is how far the plan has come, p.
    A sum ends between two estimates: at its own pace, actual / p, and as ended projects did, planned x the comparison's
    median. Likely weighs the first by p squared, for an early pace tells little. Low and high reach towards the least
    and the most of the pace and the quartiles by the square root of 1 - p, as the spread of what is left of many steps
    shrinks, and never below actual. Other figures move towards the comparison's part of the plan by 1 - p.
    The weights are ours, chosen by the back-test that `make bench` prints. Without results of the programme's own the
    comparison is realised / granted EU and state funding in the public list of all 19,940 Finnish projects of
    2007-2013, quartiles 0.72, 0.99, 1.00: funding, not results; it tells what is usual, not what is certain.
    """
    known = [point for point in course if point[0] <= as_of]
    if not known or planned <= 0:
        return _nothing(_NO_FIGURES if planned > 0 else _NO_TARGET)
    day, actual = max(known)
    gone = time_share(start, end, day)
    progress = gone if expected is None or gone == 1 else min(expected / planned, Decimal(1))
    if progress < MIN_PROGRESS:
        return _nothing(_TOO_EARLY)
    estimate = _sum_at_end if combination is Combination.SUM else _level_at_end
    low, likely, high = (value.quantize(_SIX) for value in estimate(actual, planned, progress, comparison))
    return Forecast(low, likely, high, _basis(day, actual, progress, comparison))


def forecast_target(
    target: MeasureTarget,
    course: Sequence[tuple[date, Decimal]],
    *,
    as_of: date,
    combination: Combination = Combination.SUM,
    comparison: Comparison = NATIONAL_2007_2013,
) -> Forecast:
    """Forecast a measure's target by its own course (even, steps or back-loaded); see forecast."""
    day = max((point[0] for point in course if point[0] <= as_of), default=as_of)
    return forecast(
        target.total,
        course,
        start=target.start,
        as_of=as_of,
        end=target.due,
        expected=expected_by(target, day) or Decimal(0),
        combination=combination,
        comparison=comparison,
    )


@dataclass(frozen=True, slots=True)
class Part:
    """What a measure brings to a total: its plan, its actual and its forecast, None where it has none."""

    planned: Decimal | None
    actual: Decimal | None
    forecast: Forecast | None


def forecast_total(parts: Sequence[Part], *, comparison: Comparison = NATIONAL_2007_2013) -> Forecast | None:
    """Add up the forecasts of measures; None where nothing is planned.

    A measure too young for a forecast is taken by its plan and the comparison, one without a plan by its actual. The
    range adds up too, as if all measures went badly or well together: what holds one up often holds up others.
    """
    planned = [part for part in parts if part.planned is not None]
    if not planned:
        return None
    told = [part.forecast for part in planned if part.forecast and part.forecast.likely is not None]
    if not told:
        return _nothing(_NO_PART)
    ends = [_part_at_end(part, comparison) for part in parts]
    low, likely, high = (sum(values, Decimal(0)) for values in zip(*ends, strict=True))
    young = len(planned) - len(told)
    return Forecast(low, likely, high, (_SUM_WITH_YOUNG if young else _SUM).filled(n=len(planned), young=young))


type _Ends = tuple[Decimal, Decimal, Decimal]  # low, likely and high at the end


def _sum_at_end(actual: Decimal, planned: Decimal, progress: Decimal, comparison: Comparison) -> _Ends:
    pace = max(actual, Decimal(0)) / progress
    lower, median, upper = _parts(planned, comparison)
    likely = max(pace * progress**2 + median * (1 - progress**2), actual)
    reach = (1 - progress).sqrt()
    low = likely - reach * (likely - min(pace, lower))
    return max(low, actual), likely, likely + reach * max(max(pace, upper) - likely, Decimal(0))


def _level_at_end(actual: Decimal, planned: Decimal, progress: Decimal, comparison: Comparison) -> _Ends:
    left = 1 - progress
    lower, median, upper = _parts(planned, comparison)
    low, high = min(lower - actual, Decimal(0)), max(upper - actual, Decimal(0))
    return actual + left * low, actual + left * (median - actual), actual + left * high


def _parts(planned: Decimal, comparison: Comparison) -> _Ends:
    return planned * comparison.lower, planned * comparison.median, planned * comparison.upper


def _part_at_end(part: Part, comparison: Comparison) -> _Ends:
    said, actual = part.forecast, part.actual or Decimal(0)
    if part.planned is None:
        return actual, actual, actual
    if said is None or said.low is None or said.likely is None or said.high is None:
        lower, median, upper = _parts(part.planned, comparison)
        return max(lower, actual), max(median, actual), max(upper, actual)
    return said.low, said.likely, said.high


def _nothing(why: Translated) -> Forecast:
    return Forecast(None, None, None, why)


def _basis(day: date, actual: Decimal, progress: Decimal, comparison: Comparison) -> Translated:
    sentence = _FINAL if progress == 1 else _RESTS_ON
    said = {
        language: sentence.in_language(language).format(
            day=format_date(day, language),
            actual=_short(actual, language),
            progress=format_number(progress * 100, language),
            comparison=comparison.name.in_language(language),
            lower=format_number(comparison.lower * 100, language),
            upper=format_number(comparison.upper * 100, language),
        )
        for language in LANGUAGES
    }
    return Translated(**said)


def _short(value: Decimal, language: str) -> str:
    return format_number(value, language, decimals=0 if value == value.to_integral_value() else 1)


_SIX = Decimal("0.000001")
_RESTS_ON = Translated(
    fi="Luku {day} on {actual}, ja suunnitelman ajasta tai välitavoitteista on takana {progress} %. Loppuosa on "
    "arvioitu tähänastisesta tahdista ja vertailusta: {comparison} oli yleensä {lower}–{upper} % suunnitellusta.",
    sv="Talet {day} är {actual}, och {progress} % av planens tid eller delmål har passerats. Resten är "
    "uppskattad utifrån takten hittills och en jämförelse: "
    "{comparison} var i allmänhet {lower}–{upper} % av det planerade.",
    en="The figure on {day} is {actual}, with {progress}% of the plan's time or milestones passed. The rest is "
    "estimated from the pace so far and a comparison: {comparison} was usually {lower}–{upper}% of what was planned.",
)
_FINAL = Translated(
    fi="Aika on päättynyt. Luku {day} on {actual}.",
    sv="Tiden har gått ut. Talet {day} är {actual}.",
    en="The time is up. The figure on {day} is {actual}.",
)
_TOO_EARLY = Translated(
    fi="Ennustetta ei vielä anneta: ajasta tai välitavoitteista on takana alle kymmenesosa.",
    sv="Ingen prognos ges ännu: mindre än en tiondel av tiden eller delmålen har passerats.",
    en="No forecast yet: less than a tenth of the time or milestones has passed.",
)
_NO_FIGURES = Translated(
    fi="Ennustetta ei voi antaa: lukuja ei ole.",
    sv="Ingen prognos kan ges: det finns inga tal.",
    en="No forecast can be given: there are no figures.",
)
_NO_TARGET = Translated(
    fi="Ennustetta ei anneta: tavoitetta ei ole.",
    sv="Ingen prognos ges: det finns inget mål.",
    en="No forecast is given: there is no target.",
)
_SUM = Translated(
    fi="Toimenpiteiden ennusteet yhteensä ({n}). Kunkin toimenpiteen sivulla kerrotaan, mihin sen ennuste perustuu.",
    sv="Summan av åtgärdernas prognoser ({n}). På varje åtgärds sida anges vad dess prognos bygger på.",
    en="The sum of the measures' forecasts ({n}). Each measure's page tells what its forecast rests on.",
)
_SUM_WITH_YOUNG = Translated(
    fi="Toimenpiteiden ennusteet yhteensä ({n}). Niistä {young} on arvioitu pelkästä suunnitelmasta ja vertailusta, "
    "koska ajasta on kulunut vasta vähän tai lukuja ei ole.",
    sv="Summan av åtgärdernas prognoser ({n}). Av dem har {young} uppskattats enbart utifrån planen och jämförelsen, "
    "eftersom bara lite av tiden har gått eller tal saknas.",
    en="The sum of the measures' forecasts ({n}). {young} of them are estimated from the plan and the comparison "
    "alone, as little time has passed or there are no figures.",
)
_NO_PART = Translated(
    fi="Ennustetta ei vielä anneta: yhdellekään toimenpiteelle ei voi antaa ennustetta.",
    sv="Ingen prognos ges ännu: ingen av åtgärderna kan få en prognos.",
    en="No forecast yet: none of the measures can be given one.",
)

"""Where a figure is heading, with a range and on what it rests."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hankekori.core.indicators import Combination
from hankekori.core.money import format_date, format_number
from hankekori.core.targets import MeasureTarget, expected_by, time_share
from hankekori.core.texts import LANGUAGES, Translated

MIN_PROGRESS = Decimal("0.1")  # below this share of the plan's course nothing is said; domain reference 5.3


@dataclass(frozen=True, slots=True)
class Comparison:
    """Quartiles of realised / planned in a set of ended projects; upper is at least 1 or the range leans low."""

    lower: Decimal
    median: Decimal
    upper: Decimal
    name: Translated


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
    A sum grows by what is left: at its own pace, actual x (1 - p) / p, and by the plan, planned x (1 - p) x the
    comparison's quartiles; likely weighs the two by p and 1 - p, low and high are the furthest apart of them, never
    below actual. Other figures move towards the comparison's part of the plan by 1 - p. So the range closes towards 1.
    Source of the comparison: realised / granted EU and state funding in the public list of all 19,940 Finnish projects
    of 2007-2013, quartiles 0.72, 0.99, 1.00. It is funding, not results: it tells what is usual, not what is certain.
    """
    known = [point for point in course if point[0] <= as_of]
    if not known or planned <= 0:
        return _nothing(_NO_FIGURES if planned > 0 else _NO_TARGET)
    day, actual = max(known)
    gone = time_share(start, end, day)
    progress = gone if expected is None or gone == 1 else min(expected / planned, Decimal(1))
    if progress < MIN_PROGRESS:
        return _nothing(_TOO_EARLY)
    growth = _sum_growth if combination is Combination.SUM else _level_growth
    low, likely, high = (actual + step.quantize(_SIX) for step in growth(actual, planned, progress, comparison))
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


type _Steps = tuple[Decimal, Decimal, Decimal]  # from actual to low, likely, high


def _sum_growth(actual: Decimal, planned: Decimal, progress: Decimal, comparison: Comparison) -> _Steps:
    left = 1 - progress
    pace = max(actual, Decimal(0)) * left / progress
    low, median, high = (planned * left * part for part in (comparison.lower, comparison.median, comparison.upper))
    return min(pace, low), progress * pace + left * median, max(pace, high)


def _level_growth(actual: Decimal, planned: Decimal, progress: Decimal, comparison: Comparison) -> _Steps:
    left = 1 - progress
    low, median, high = (planned * part - actual for part in (comparison.lower, comparison.median, comparison.upper))
    return left * min(low, Decimal(0)), left * median, left * max(high, Decimal(0))


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

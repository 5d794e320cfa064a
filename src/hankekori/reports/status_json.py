"""The status of a programme as plain values for JSON; the contract of `hankekori status --format json`."""

from decimal import Decimal
from typing import Any

from hankekori.areas.monitoring.state import IndicatorState, MeasureState, ObjectiveState, ProgrammeState
from hankekori.core.forecast import Forecast
from hankekori.core.funding import FundingTotals

type Plain = dict[str, Any]


def status_value(state: ProgrammeState, language: str) -> Plain:
    """Give the state in one language: numbers as int when whole, what is absent as None, dates as ISO.

    The figures are the office's own view: small counts are not protected here.
    """
    return {
        "programme": state.programme.name.in_language(language),
        "as_of": state.as_of.isoformat(),
        "known_on": state.known_on.isoformat() if state.known_on else None,
        "objectives": [_objective(state, objective, language) for objective in state.objectives],
        "funding": _funding(state.funding),
        "gaps": [
            {"code": gap.code, "subject": str(gap.subject), "message": gap.message.in_language(language)}
            for gap in state.gaps
        ],
    }


def _objective(state: ProgrammeState, objective: ObjectiveState, language: str) -> Plain:
    return {
        "name": objective.name.in_language(language),
        "light": str(objective.light),
        "measures": [_measure(state, measure, language) for measure in objective.measures],
    }


def _measure(state: ProgrammeState, measure: MeasureState, language: str) -> Plain:
    return {
        "name": measure.name.in_language(language),
        "responsible": measure.responsible,
        "light": str(measure.light),
        "reason": measure.reason.in_language(language),
        "indicators": [_indicator(line, language) for line in measure.indicators],
        "projects": state.codes(measure.projects),
    }


def _indicator(line: IndicatorState, language: str) -> Plain:
    figure, actual = line.figure, line.figure.actual
    return {
        "code": line.indicator.code,
        "name": line.indicator.name.in_language(language),
        "unit": line.indicator.unit.in_language(language),
        "planned": _number(figure.planned_total),
        "expected": _number(figure.expected),
        "actual": _number(actual.value),
        "women_planned": _number(figure.planned_women),
        "women_actual": _number(actual.women),
        "state": str(actual.state),
        "forecast": _forecast(line.forecast),
    }


def _forecast(forecast: Forecast | None) -> Plain | None:
    if forecast is None or forecast.likely is None:
        return None
    return {"low": _number(forecast.low), "likely": _number(forecast.likely), "high": _number(forecast.high)}


def _funding(totals: FundingTotals) -> Plain:
    named = ("granted_eu_state", "realised_eu_state", "planned_public", "realised_public")
    return {name: _number(getattr(totals, name).total) for name in named}


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)

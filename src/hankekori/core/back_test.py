"""How well forecasts of earlier days met what came, beside two rules that need no thought."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from hankekori.core.forecast import Forecast


@dataclass(frozen=True, slots=True)
class PastForecast:
    """What was foretold of one figure on an earlier day, and what came; in the indicator's unit."""

    planned: Decimal  # above zero
    so_far: Decimal  # the cumulative figure on that day
    time_share: Decimal  # of the time gone on that day, above 0 and at most 1
    forecast: Forecast
    came: Decimal  # the figure at the end


@dataclass(frozen=True, slots=True)
class BackTest:
    """Mean absolute errors in percent of what was planned, and how often the outcome lay within the range."""

    forecasts: int
    error: Decimal
    straight_line_error: Decimal  # of the rule "it goes on at its pace": so far / share of time gone
    plan_error: Decimal  # of the rule "the plan is met"
    covered: Decimal  # percent of outcomes within low..high


def back_test(past: Iterable[PastForecast]) -> BackTest | None:
    """Score forecasts that said a number; None when none did.

    Only days before a figure's last one belong here: on the last day the forecast is the figure itself.
    """
    told = [line for line in past if line.forecast.likely is not None]
    if not told:
        return None
    within = [line for line in told if _is_within(line)]
    return BackTest(
        forecasts=len(told),
        error=_mean_error(told, lambda line: line.forecast.likely or Decimal(0)),
        straight_line_error=_mean_error(told, lambda line: line.so_far / line.time_share),
        plan_error=_mean_error(told, lambda line: line.planned),
        covered=Decimal(len(within)) * 100 / len(told),
    )


def _mean_error(past: list[PastForecast], foretold: Callable[[PastForecast], Decimal]) -> Decimal:
    errors = (abs(foretold(line) - line.came) * 100 / line.planned for line in past)
    return sum(errors, Decimal(0)) / len(past)


def _is_within(line: PastForecast) -> bool:
    low, high = line.forecast.low, line.forecast.high
    return low is not None and high is not None and low <= line.came <= high

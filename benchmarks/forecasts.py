"""Back-test of the forecast: stand at earlier half-years, forecast, and compare with what came."""

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from django.utils import timezone

from benchmarks.measure import Result
from hankekori.areas.monitoring.queries import programme_state
from hankekori.areas.monitoring.state import IndicatorState, ProgrammeState
from hankekori.areas.programmes.models import Programme
from hankekori.core.back_test import PastForecast, back_test
from hankekori.core.forecast import forecast
from hankekori.core.periods import due_date, periods_between
from hankekori.core.targets import time_share
from hankekori.demo.load import load_demo

MADE_UP = 400  # projects
LEAST_COVERED = 50  # percent: the range is drawn from quartiles

type Lines = Mapping[tuple[int, int], IndicatorState]  # by measure (0: the programme) and indicator


def measured() -> Iterator[tuple[str, Result]]:
    """Score what the demo's pages would have told of measures and totals, and made-up projects of many kinds."""
    demo = load_demo(now=timezone.now())
    yield from _scored("measures of the demo", _of_programme(demo, _measures))
    yield from _scored("totals of the demo", _of_programme(demo, _totals))
    yield from _scored("made-up projects", _made_up())


def _scored(name: str, past: Iterator[PastForecast]) -> Iterator[tuple[str, Result]]:
    """Hold the forecast to the better of two rules that need no thought: a straight line, and the plan as it is."""
    found = back_test(past)
    assert found is not None
    print(
        f"    {name}: {found.forecasts} forecasts; a straight line errs by {found.straight_line_error:.1f} %, "
        f"the plan as it is by {found.plan_error:.1f} % of planned"
    )
    naive = round(float(min(found.straight_line_error, found.plan_error)), 1)
    yield f"forecast's mean error, {name}", Result(float(found.error), "% of plan", naive)
    covered = Result(float(found.covered), "%", LEAST_COVERED, more_is_better=True)
    yield f"outcomes within the forecast's range, {name}", covered


def _measures(state: ProgrammeState) -> Lines:
    return {(measure.id, line.indicator.id): line for measure in state.measures for line in measure.indicators}


def _totals(state: ProgrammeState) -> Lines:
    return {(0, line.indicator.id): line for line in state.totals}


def _of_programme(programme: Programme, lines_of: Callable[[ProgrammeState], Lines]) -> Iterator[PastForecast]:
    """Read the programme as it was known when each half-year's reports were due; targets changed since are left out."""
    came = lines_of(programme_state(programme, as_of=programme.end))
    for period in periods_between(programme.start, programme.end)[:-1]:
        then = lines_of(programme_state(programme, as_of=period.end, known_on=due_date(period)))
        for key, line in then.items():
            if key in came and (past := _past_forecast(line, came[key])):
                yield past


def _past_forecast(then: IndicatorState, came: IndicatorState) -> PastForecast | None:
    planned, so_far, outcome = then.figure.planned_total, then.figure.actual.value, came.figure.actual.value
    gone = then.figure.time_share
    if not planned or planned != came.figure.planned_total or so_far is None or outcome is None:
        return None
    if then.forecast is None or not gone or gone == 1:
        return None
    return PastForecast(planned, so_far, gone, then.forecast, outcome)


def _made_up() -> Iterator[PastForecast]:
    """Forecast projects that keep their plan (half of them), fall short or pass it; their pace bends and is uneven."""
    dice = random.Random(5)  # noqa: S311 - the same projects every time
    for _ in range(MADE_UP):
        planned, bend = dice.choice((20, 50, 100, 200)), dice.choice((0.7, 1, 1, 1.5, 2))
        ratio = dice.choice((dice.gauss(1, 0.08), dice.gauss(1, 0.08), dice.uniform(0.4, 0.9), dice.uniform(1.1, 1.8)))
        start, end = date(2010, 1, 1), date(2010 + dice.randint(2, 4), 12, 31)
        periods = periods_between(start, end)
        steps = [((n + 1) ** bend - n**bend) * dice.uniform(0.5, 1.5) for n in range(len(periods))]
        course: list[tuple[date, Decimal]] = []
        for n, period in enumerate(periods[:-1], start=1):
            so_far = Decimal(round(planned * ratio * sum(steps[:n]) / sum(steps)))
            course.append((period.end, so_far))
            said = forecast(Decimal(planned), course, start=start, as_of=period.end, end=end)
            outcome = Decimal(round(planned * ratio))
            yield PastForecast(Decimal(planned), so_far, time_share(start, end, period.end), said, outcome)

"""Where each place in the plan is heading: measures by their targets, what is above them by adding up."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from hankekori.areas.monitoring.courses import Course
from hankekori.areas.monitoring.state import IndicatorRecord
from hankekori.core.comparisons import Comparison, EndedResult, Likeness, comparisons
from hankekori.core.forecast import Forecast, Part, forecast, forecast_target, forecast_total
from hankekori.core.indicators import Combination
from hankekori.core.ledger import ProjectFigure
from hankekori.core.rollup import PROGRAMME, Node, NodeFigure, NodeKind, PlanMeasure, ProjectPlan
from hankekori.core.targets import MeasureTarget

type Key = tuple[Node, int]  # place in the plan and indicator


def own_comparisons(
    indicators: Mapping[int, IndicatorRecord],
    plans: Iterable[ProjectPlan],
    figures: Iterable[ProjectFigure],
    *,
    last_due: date,
) -> Mapping[int, Comparison]:
    """Compare with the programme's own projects whose last report was due by last_due and that reported a number."""
    reported = {(line.project, line.indicator): line.figure.value for line in figures}
    ended = [
        EndedResult(plan.indicator, plan.total, realised)
        for plan in plans
        if plan.end <= last_due
        and plan.total
        and (realised := reported.get((plan.project, plan.indicator))) is not None
    ]
    return comparisons({key: Likeness(each.fund, each.combination) for key, each in indicators.items()}, ended)


def node_forecasts(
    figures: Mapping[Key, NodeFigure],
    measures: Iterable[PlanMeasure],
    *,
    targets: Mapping[tuple[int, int], MeasureTarget],
    courses: Mapping[Key, Course],
    indicators: Mapping[int, IndicatorRecord],
    compared: Mapping[int, Comparison],
    as_of: date,
) -> Mapping[Key, Forecast]:
    """Forecast every figure that has a plan.

    An objective and the programme are the sum of their measures' forecasts, for each measure ends on its own day;
    shares do not add up and are forecast as levels of their own.
    """
    found: dict[Key, Forecast] = {}
    parts: defaultdict[Key, list[Part]] = defaultdict(list)
    objectives = {line.measure: Node(NodeKind.OBJECTIVE, line.objective) for line in measures}

    def of_one(key: Key, target: MeasureTarget | None) -> Forecast | None:
        how, comparison = indicators[key[1]].combination, compared[key[1]]
        return _of_node(figures[key], target, courses.get(key, ()), combination=how, comparison=comparison, as_of=as_of)

    for key in sorted(figures, key=_measures_first):
        node, indicator = key
        if node.kind is NodeKind.MEASURE:
            said = of_one(key, targets.get((node.id, indicator)))
            part = Part(figures[key].planned_total, figures[key].actual.value, said)
            parts[objectives[node.id], indicator].append(part)
            parts[PROGRAMME, indicator].append(part)
        elif indicators[indicator].combination is Combination.SHARE:
            said = of_one(key, None)
        else:
            said = forecast_total(parts[key], comparison=compared[indicator])
        if said is not None:
            found[key] = said
    return found


def _measures_first(key: Key) -> bool:
    return key[0].kind is not NodeKind.MEASURE


def _of_node(
    figure: NodeFigure,
    target: MeasureTarget | None,
    course: Course,
    *,
    combination: Combination,
    comparison: Comparison,
    as_of: date,
) -> Forecast | None:
    if target:
        return forecast_target(target, course, as_of=as_of, combination=combination, comparison=comparison)
    if figure.planned_total is None or figure.start is None or figure.end is None:
        return None
    return forecast(
        figure.planned_total,
        course,
        start=figure.start,
        as_of=as_of,
        end=figure.end,
        combination=combination,
        comparison=comparison,
    )

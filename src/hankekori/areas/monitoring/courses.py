"""The course of a figure so far: its cumulative value at the end of each period that changed it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from hankekori.areas.monitoring.ledger_sums import Increment
from hankekori.core.indicators import Combination, IndicatorRule
from hankekori.core.rollup import PROGRAMME, Node, NodeKind, PlanMeasure

type Course = tuple[tuple[date, Decimal], ...]


def read_courses(
    increments: Iterable[Increment], measures: Iterable[PlanMeasure], rules: Mapping[int, IndicatorRule]
) -> Mapping[tuple[Node, int], Course]:
    """Add up increments, oldest first, to the course of each measure, objective and the programme.

    Values are in the indicator's unit, shares in percent; a share out of nothing has no point.
    """
    objectives = {line.measure: line.objective for line in measures}
    steps: defaultdict[tuple[Node, int], list[Increment]] = defaultdict(list)
    for line in increments:
        if line.measure in objectives:
            for node in _above(line.measure, objectives[line.measure]):
                steps[node, line.indicator].append(line)
    return {key: _course(lines, rules[key[1]].combination) for key, lines in steps.items()}


def _above(measure: int, objective: int) -> tuple[Node, Node, Node]:
    return Node(NodeKind.MEASURE, measure), Node(NodeKind.OBJECTIVE, objective), PROGRAMME


def _course(steps: Iterable[Increment], combination: Combination) -> Course:
    points: dict[date, tuple[Decimal, Decimal]] = {}
    total = denominator = Decimal(0)
    for step in steps:
        total += step.total
        denominator += step.denominator or 0
        points[step.period_end] = (total, denominator)
    if combination is not Combination.SHARE:
        return tuple((day, total) for day, (total, _) in points.items())
    return tuple((day, total * 100 / denominator) for day, (total, denominator) in points.items() if denominator)

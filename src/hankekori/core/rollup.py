"""Roll-up: programme -> objective -> measure -> project; adds up by share and says what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, Figure, ValueState, reported
from hankekori.core.indicators import Combination, IndicatorRule
from hankekori.core.ledger import ProjectFigure
from hankekori.core.targets import MeasureTarget, Step, expected_by, missed_step, time_share


class NodeKind(StrEnum):
    """Levels of the plan."""

    PROGRAMME = "programme"
    OBJECTIVE = "objective"
    MEASURE = "measure"


@dataclass(frozen=True, slots=True)
class Node:
    """A place in the plan; the programme has the id 0."""

    kind: NodeKind
    id: int


PROGRAMME = Node(NodeKind.PROGRAMME, 0)


@dataclass(frozen=True, slots=True)
class PlanMeasure:
    """A measure and the objective it belongs to."""

    measure: int
    objective: int


@dataclass(frozen=True, slots=True)
class Share:
    """The part, 0..1, of a project's results that counts for a measure."""

    project: int
    measure: int
    share: Decimal


@dataclass(frozen=True, slots=True)
class ProjectPlan:
    """An indicator that a project reports, with its own planned figures, if it has them, and its running time."""

    project: int
    indicator: int
    total: Decimal | None  # None: reports the indicator, promised no number
    women: Decimal | None
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class NodeFigure:
    """One indicator at one node: planned, expected by now, actual, and whose figures are in it or absent."""

    node: Node
    indicator: int
    planned_total: Decimal | None
    planned_women: Decimal | None
    expected: Decimal | None
    actual: Figure
    start: date | None  # when the first target or plan in it starts
    end: date | None  # when the last one is due
    time_share: Decimal | None  # share of time gone between them, 0..1
    last_period: date | None  # end of the newest period with numbers
    missed_step: Step | None  # a milestone over 30 days late; measures only
    reported: tuple[int, ...]  # project ids
    missing: tuple[int, ...]  # should have figures by now, has none
    behind: tuple[int, ...]  # has numbers, but none for the last due period
    not_measured: tuple[int, ...]  # said so, or its first report is not due yet
    not_applicable: tuple[int, ...]
    women_unknown: tuple[int, ...]  # reported without the women's part though it is told apart


@dataclass(frozen=True, slots=True)
class PlanState:
    """Everything roll_up needs, as plain values of one programme."""

    rules: Mapping[int, IndicatorRule]
    measures: Iterable[PlanMeasure]
    shares: Iterable[Share]
    figures: Iterable[ProjectFigure]
    plans: Iterable[ProjectPlan]
    targets: Iterable[MeasureTarget]


def roll_up(state: PlanState, *, as_of: date, last_due: date | None = None) -> dict[tuple[Node, int], NodeFigure]:
    """Add up every node and indicator that has a target, a plan or a figure; the key is (node, indicator id).

    A project counts in its measures by share; what it does outside the plan's measures, or with a share of zero, does
    not count. Planned is the measure's own target where it has one, else its projects' plans by share; objectives and
    the programme add up their measures. Totals and denominators add up; the planned level of a share indicator is the
    share-weighted mean of the plans, above the measures the plain mean of those that have one.
    last_due is the end of the newest period whose reports were due: a project that had started by then (without
    last_due: by as_of) and has neither a number nor a statement is missing, one that started later is not measured yet.
    figures and plans hold at most one line per project and indicator, targets one per measure and indicator.
    """
    measures = {line.measure: line.objective for line in state.measures}
    targets = {(line.measure, line.indicator): line for line in state.targets if line.measure in measures}
    parts = _parts_of_measures(state, measures, as_of, last_due)
    result: dict[tuple[Node, int], NodeFigure] = {}
    below: defaultdict[tuple[Node, int], list[_Tally]] = defaultdict(list)
    for measure, indicator in parts.keys() | targets.keys():
        rule, target = state.rules[indicator], targets.get((measure, indicator))
        tally = _tally(parts.get((measure, indicator), []), rule, target, as_of)
        node = Node(NodeKind.MEASURE, measure)
        step = missed_step(target, tally.actual.total, as_of) if target else None
        result[node, indicator] = _figure_of(node, indicator, tally, as_of, step)
        below[Node(NodeKind.OBJECTIVE, measures[measure]), indicator].append(tally)
        below[PROGRAMME, indicator].append(tally)
    for (node, indicator), tallies in below.items():
        merged = _merged(tallies, state.rules[indicator].combination)
        result[node, indicator] = _figure_of(node, indicator, merged, as_of, None)
    return result


class _Part(NamedTuple):
    """What one project brings to one indicator of one measure."""

    project: int
    share: Decimal
    plan: ProjectPlan | None
    figure: Figure  # the whole project's, before the share is taken
    last_period: date | None
    behind: bool


class _Tally(NamedTuple):
    """One indicator added up at one node."""

    planned: Decimal | None
    planned_women: Decimal | None
    expected: Decimal | None
    actual: Figure
    start: date | None
    end: date | None
    last_period: date | None
    states: dict[ValueState, set[int]]  # projects by the state of their figures
    behind: set[int]
    women_unknown: set[int]


def _parts_of_measures(
    state: PlanState, measures: Mapping[int, int], as_of: date, last_due: date | None
) -> dict[tuple[int, int], list[_Part]]:
    """Deal every project's plan and figure out to its measures; the key is (measure, indicator)."""
    shares: defaultdict[int, list[tuple[int, Decimal]]] = defaultdict(list)
    for line in state.shares:
        if line.share and line.measure in measures:
            shares[line.project].append((line.measure, line.share))
    plans = {(line.project, line.indicator): line for line in state.plans}
    figures = {(line.project, line.indicator): line for line in state.figures}
    parts: defaultdict[tuple[int, int], list[_Part]] = defaultdict(list)
    for key in plans.keys() | figures.keys():
        project, indicator = key
        plan = plans.get(key)
        figure, last = _standing(plan, figures.get(key), last_due or as_of)
        behind = plan is not None and last is not None and last_due is not None and last < min(last_due, plan.end)
        for measure, share in shares.get(project, ()):
            parts[measure, indicator].append(_Part(project, share, plan, figure, last, behind))
    return parts


def _standing(plan: ProjectPlan | None, line: ProjectFigure | None, due: date) -> tuple[Figure, date | None]:
    """Give a project's figure and its newest period; before its first report is due it is not measured yet."""
    if line and line.figure.state is not ValueState.MISSING:
        return line.figure, line.last_period if line.figure.is_reported else None
    return NOT_MEASURED if plan and plan.start > due else MISSING, None


def _expected_of(plan: ProjectPlan, how: Combination, as_of: date) -> Decimal | None:
    """Expect a project's own plan evenly over its running time, a share at its level from the start."""
    if plan.total is None or as_of < plan.start:
        return None
    if how is Combination.SHARE:
        return plan.total
    return (plan.total * time_share(plan.start, plan.end, as_of)).quantize(_SIX)


def _tally(parts: list[_Part], rule: IndicatorRule, target: MeasureTarget | None, as_of: date) -> _Tally:
    """Add up a measure; its own target takes the place of its projects' plans."""
    how = rule.combination
    plans = [(part.plan, part.share) for part in parts if part.plan]
    states: defaultdict[ValueState, set[int]] = defaultdict(set)
    for part in parts:
        states[part.figure.state].add(part.project)
    unknown = [part.project for part in parts if part.figure.total and part.figure.women is None]
    return _Tally(
        planned=target.total if target else _level([(plan.total, share) for plan, share in plans], how),
        planned_women=target.women if target else _level([(plan.women, share) for plan, share in plans], how),
        expected=expected_by(target, as_of, combination=how)
        if target
        else _level([(_expected_of(plan, how, as_of), share) for plan, share in plans], how),
        actual=_actual([(part.figure, part.share) for part in parts], states),
        start=target.start if target else min((plan.start for plan, _ in plans), default=None),
        end=target.due if target else max((plan.end for plan, _ in plans), default=None),
        last_period=max((part.last_period for part in parts if part.last_period), default=None),
        states=states,
        behind={part.project for part in parts if part.behind},
        women_unknown=set(unknown) if rule.counts_women else set(),
    )


def _merged(tallies: list[_Tally], how: Combination) -> _Tally:
    """Add up the measures of a node; each weighs one."""
    states: defaultdict[ValueState, set[int]] = defaultdict(set)
    for tally in tallies:
        for state, projects in tally.states.items():
            states[state] |= projects
    return _Tally(
        planned=_level([(tally.planned, _ONE) for tally in tallies], how),
        planned_women=_level([(tally.planned_women, _ONE) for tally in tallies], how),
        expected=_level([(tally.expected, _ONE) for tally in tallies], how),
        actual=_actual([(tally.actual, _ONE) for tally in tallies], states),
        start=min((tally.start for tally in tallies if tally.start), default=None),
        end=max((tally.end for tally in tallies if tally.end), default=None),
        last_period=max((tally.last_period for tally in tallies if tally.last_period), default=None),
        states=states,
        behind=set().union(*(tally.behind for tally in tallies)),
        women_unknown=set().union(*(tally.women_unknown for tally in tallies)),
    )


def _level(weighted: list[tuple[Decimal | None, Decimal]], how: Combination) -> Decimal | None:
    """Add up planned or expected values by weight; for share indicators take their weighted mean."""
    known = [(value, weight) for value, weight in weighted if value is not None]
    if not known:
        return None
    total = sum([value * weight for value, weight in known], _ZERO)
    if how is not Combination.SHARE:
        return total
    return (total / sum([weight for _, weight in known], _ZERO)).quantize(_SIX)


def _actual(weighted: list[tuple[Figure, Decimal]], states: Mapping[ValueState, set[int]]) -> Figure:
    """Add up what was reported, or where nobody reported give the state that says most about why."""
    totals = [figure.total * share for figure, share in weighted if figure.total is not None]
    if totals:
        women = [figure.women * share for figure, share in weighted if figure.women is not None]
        out_of = [figure.denominator * share for figure, share in weighted if figure.denominator is not None]
        return reported(
            sum(totals, _ZERO), sum(women, _ZERO) if women else None, sum(out_of, _ZERO) if out_of else None
        )
    if states.get(ValueState.MISSING) or not any(states.values()):
        return MISSING
    return NOT_MEASURED if states.get(ValueState.NOT_MEASURED) else NOT_APPLICABLE


def _figure_of(node: Node, indicator: int, tally: _Tally, as_of: date, step: Step | None) -> NodeFigure:
    return NodeFigure(
        node=node,
        indicator=indicator,
        planned_total=tally.planned,
        planned_women=tally.planned_women,
        expected=tally.expected,
        actual=tally.actual,
        start=tally.start,
        end=tally.end,
        time_share=time_share(tally.start, tally.end, as_of) if tally.start and tally.end else None,
        last_period=tally.last_period,
        missed_step=step,
        reported=_listed(tally.states, ValueState.REPORTED),
        missing=_listed(tally.states, ValueState.MISSING),
        behind=tuple(sorted(tally.behind)),
        not_measured=_listed(tally.states, ValueState.NOT_MEASURED),
        not_applicable=_listed(tally.states, ValueState.NOT_APPLICABLE),
        women_unknown=tuple(sorted(tally.women_unknown)),
    )


def _listed(states: Mapping[ValueState, set[int]], state: ValueState) -> tuple[int, ...]:
    return tuple(sorted(states.get(state, ())))


_ZERO = Decimal(0)
_ONE = Decimal(1)
_SIX = Decimal("0.000001")

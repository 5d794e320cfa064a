"""Roll-up: programme -> objective -> measure -> project; adds up by share and says what is missing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hankekori.core.figures import MISSING, NOT_APPLICABLE, NOT_MEASURED, Figure, ValueState
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
    tallies = _tally_projects(state, measures, as_of, last_due)
    targets = {(line.measure, line.indicator): line for line in state.targets if line.measure in measures}
    for measure, indicator in targets:
        tallies.setdefault((measure, indicator), _Tally())
    result: dict[tuple[Node, int], NodeFigure] = {}
    above: defaultdict[tuple[Node, int], _Tally] = defaultdict(_Tally)
    for (measure, indicator), tally in tallies.items():
        target, rule = targets.get((measure, indicator)), state.rules[indicator]
        tally.settle(rule.combination, target, as_of)
        step = missed_step(target, tally.actual.total, as_of) if target else None
        node = Node(NodeKind.MEASURE, measure)
        result[node, indicator] = _figure_of(node, rule, tally, as_of, step)
        above[Node(NodeKind.OBJECTIVE, measures[measure]), indicator].merge(tally)
        above[PROGRAMME, indicator].merge(tally)
    for (node, indicator), tally in above.items():
        result[node, indicator] = _figure_of(node, state.rules[indicator], tally, as_of, None)
    return result


def _tally_projects(
    state: PlanState, measures: Mapping[int, int], as_of: date, last_due: date | None
) -> dict[tuple[int, int], "_Tally"]:
    """Add every project's plan and figure to its measures; the key is (measure, indicator)."""
    shares: defaultdict[int, list[tuple[int, Decimal]]] = defaultdict(list)
    for line in state.shares:
        if line.share and line.measure in measures:
            shares[line.project].append((line.measure, line.share))
    plans = {(line.project, line.indicator): line for line in state.plans}
    figures = {(line.project, line.indicator): line for line in state.figures}
    tallies: defaultdict[tuple[int, int], _Tally] = defaultdict(_Tally)
    for project, indicator in plans.keys() | figures.keys():
        if carried := shares.get(project):
            key = (project, indicator)
            facts = _facts_of(state.rules[indicator], plans.get(key), figures.get(key), as_of, last_due)
            for measure, share in carried:
                tallies[measure, indicator].add(project, share, facts)
    return tallies


def _figure_of(node: Node, rule: IndicatorRule, tally: "_Tally", as_of: date, step: Step | None) -> NodeFigure:
    start, end = min(tally.starts, default=None), max(tally.ends, default=None)
    groups = {group: tuple(sorted(projects)) for group, projects in tally.projects.items()}
    return NodeFigure(
        node=node,
        indicator=rule.id,
        planned_total=tally.planned.value(rule.combination),
        planned_women=tally.planned_women.value(rule.combination),
        expected=tally.expected.value(rule.combination),
        actual=tally.actual.figure(tally.projects.keys()),
        start=start,
        end=end,
        time_share=time_share(start, end, as_of) if start and end else None,
        last_period=max(tally.last_periods, default=None),
        missed_step=step,
        reported=groups.get(ValueState.REPORTED, ()),
        missing=groups.get(ValueState.MISSING, ()),
        behind=groups.get(_BEHIND, ()),
        not_measured=groups.get(ValueState.NOT_MEASURED, ()),
        not_applicable=groups.get(ValueState.NOT_APPLICABLE, ()),
        women_unknown=groups.get(_WOMEN_UNKNOWN, ()),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one project brings to an indicator before its share is taken."""

    plan: ProjectPlan | None
    expected: Decimal | None
    figure: Figure
    last_period: date | None
    groups: tuple[str, ...]  # which of NodeFigure's project lists it belongs to


def _facts_of(
    rule: IndicatorRule,
    plan: ProjectPlan | None,
    line: ProjectFigure | None,
    as_of: date,
    last_due: date | None,
) -> _Facts:
    figure, last_period = (line.figure, line.last_period) if line else (MISSING, None)
    if figure.state is ValueState.MISSING and plan and plan.start > (last_due or as_of):
        figure = NOT_MEASURED
    groups: list[str] = [figure.state]
    if figure.is_reported and _is_behind(plan, last_period, last_due):
        groups.append(_BEHIND)
    if figure.total and rule.counts_women and figure.women is None:
        groups.append(_WOMEN_UNKNOWN)
    return _Facts(plan, _expected_of(plan, rule.combination, as_of), figure, last_period, tuple(groups))


def _is_behind(plan: ProjectPlan | None, last_period: date | None, last_due: date | None) -> bool:
    if plan is None or last_period is None or last_due is None:
        return False
    return last_period < min(last_due, plan.end)


def _expected_of(plan: ProjectPlan | None, combination: Combination, as_of: date) -> Decimal | None:
    """Expect a project's own plan evenly over its running time."""
    if plan is None or plan.total is None:
        return None
    straight = MeasureTarget(0, plan.indicator, plan.total, plan.women, plan.start, plan.end)
    return expected_by(straight, as_of, combination=combination)


@dataclass(slots=True)
class _Level:
    """A planned or expected level being added up: a sum, or a weighted mean for share indicators."""

    total: Decimal = Decimal(0)
    weight: Decimal = Decimal(0)

    def add(self, value: Decimal | None, weight: Decimal = Decimal(1)) -> None:
        if value is not None:
            self.total += value * weight
            self.weight += weight

    def value(self, combination: Combination) -> Decimal | None:
        if not self.weight:
            return None
        if combination is Combination.SHARE:
            return (self.total / self.weight).quantize(_SIX)
        return self.total


@dataclass(slots=True)
class _Actual:
    """Reported numbers being added up."""

    total: Decimal | None = None
    women: Decimal | None = None
    denominator: Decimal | None = None

    def add(self, figure: "Figure | _Actual", share: Decimal = Decimal(1)) -> None:
        self.total = _plus(self.total, figure.total, share)
        self.women = _plus(self.women, figure.women, share)
        self.denominator = _plus(self.denominator, figure.denominator, share)

    def figure(self, groups: Iterable[str]) -> Figure:
        """Give the sum, or where nobody reported the state that says most about why."""
        if self.total is not None:
            return Figure(ValueState.REPORTED, self.total, self.women, self.denominator)
        present = set(groups)
        if ValueState.MISSING in present or not present:
            return MISSING
        return NOT_MEASURED if ValueState.NOT_MEASURED in present else NOT_APPLICABLE


@dataclass(slots=True)
class _Tally:
    """One indicator at one node being added up."""

    planned: _Level = field(default_factory=_Level)
    planned_women: _Level = field(default_factory=_Level)
    expected: _Level = field(default_factory=_Level)
    actual: _Actual = field(default_factory=_Actual)
    starts: set[date] = field(default_factory=set)
    ends: set[date] = field(default_factory=set)
    last_periods: set[date] = field(default_factory=set)
    projects: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, project: int, share: Decimal, facts: _Facts) -> None:
        if facts.plan:
            self.planned.add(facts.plan.total, share)
            self.planned_women.add(facts.plan.women, share)
            self.expected.add(facts.expected, share)
            self.starts.add(facts.plan.start)
            self.ends.add(facts.plan.end)
        self.actual.add(facts.figure, share)
        if facts.last_period:
            self.last_periods.add(facts.last_period)
        for group in facts.groups:
            self.projects[group].add(project)

    def settle(self, combination: Combination, target: MeasureTarget | None, as_of: date) -> None:
        """Close a measure: its own target takes the place of its projects' plans, and it weighs one from here on."""
        planned, women = self.planned.value(combination), self.planned_women.value(combination)
        expected = self.expected.value(combination)
        if target:
            planned, women = target.total, target.women
            expected = expected_by(target, as_of, combination=combination)
            self.starts, self.ends = {target.start}, {target.due}
        self.planned, self.planned_women, self.expected = _Level(), _Level(), _Level()
        self.planned.add(planned)
        self.planned_women.add(women)
        self.expected.add(expected)

    def merge(self, measure: "_Tally") -> None:
        """Add a settled measure to the node above it."""
        self.planned.add(measure.planned.value(Combination.SUM))
        self.planned_women.add(measure.planned_women.value(Combination.SUM))
        self.expected.add(measure.expected.value(Combination.SUM))
        self.actual.add(measure.actual)
        self.starts |= measure.starts
        self.ends |= measure.ends
        self.last_periods |= measure.last_periods
        for group, projects in measure.projects.items():
            self.projects[group] |= projects


def _plus(total: Decimal | None, value: Decimal | None, share: Decimal) -> Decimal | None:
    if value is None:
        return total
    return value * share if total is None else total + value * share


_BEHIND = "behind"
_WOMEN_UNKNOWN = "women_unknown"
_SIX = Decimal("0.000001")

"""Reading what a programme has reached: its state on a day, its ledger, the rows a figure opens to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from hankekori.areas.monitoring.courses import Course, read_courses
from hankekori.areas.monitoring.facts import (
    FollowedProjects,
    followed_projects,
    indicator_records,
    last_periods,
    plan_measures,
    project_plans,
    women_unknown,
)
from hankekori.areas.monitoring.forecasts import Key, node_forecasts, own_comparisons
from hankekori.areas.monitoring.ledger_sums import measure_increments, project_figures
from hankekori.areas.monitoring.state import (
    IndicatorRecord,
    IndicatorState,
    MeasureState,
    ObjectiveState,
    ProgrammeState,
)
from hankekori.areas.plan.queries import (
    PlanMeasureRecord,
    PlanObjectiveRecord,
    PlanTree,
    measure_targets,
    plan_tree,
)
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import Project
from hankekori.core.forecast import Forecast
from hankekori.core.funding import sum_funding
from hankekori.core.gaps import Gap, MeasureFacts, ProjectFacts, find_gaps
from hankekori.core.ledger import ProjectFigure
from hankekori.core.periods import last_due_period
from hankekori.core.rollup import PROGRAMME, Node, NodeFigure, NodeKind, PlanState, ProjectPlan, roll_up
from hankekori.core.status import Status, Thresholds, light_of, measure_status, objective_status
from hankekori.core.targets import MeasureTarget


def programme_state(programme: Programme, *, as_of: date, known_on: date | datetime | None = None) -> ProgrammeState:
    """Tell how the programme stands: figures of periods that ended by as_of, as recorded by known_on.

    The plan is the one in force on as_of; projects, shares, plans and targets are as they are now. Each measure weighs
    the same in its objective's light. Eleven queries, whatever the number of projects.
    """
    facts = _read(programme, as_of, known_on)
    objectives = tuple(_objective_state(facts, line) for line in (facts.tree.objectives if facts.tree else ()))
    measures = [measure for objective in objectives for measure in objective.measures]
    records = facts.projects.records
    in_basket = [line for line in records.values() if line.basket_state == Project.BasketState.IN_BASKET]
    return ProgrammeState(
        programme=programme,
        as_of=as_of,
        known_on=known_on,
        plan_version=facts.tree.number if facts.tree else None,
        last_due=facts.last_due,
        status=objective_status((Status(each.light, each.reason), Decimal(1)) for each in measures),
        objectives=objectives,
        totals=_indicator_states(facts, PROGRAMME),
        funding=sum_funding(line.funding for line in records.values()),
        basket_funding=sum_funding(line.funding for line in in_basket),
        gaps=_gaps(facts),
        projects_by_id=records,
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """All that was read, and the figures the rules made of it."""

    as_of: date
    last_due: date
    thresholds: Thresholds
    tree: PlanTree | None
    indicators: Mapping[int, IndicatorRecord]
    targets: Mapping[tuple[int, int], MeasureTarget]
    projects: FollowedProjects
    of_measures: Mapping[int, tuple[int, ...]]
    figures: tuple[ProjectFigure, ...]
    plans: tuple[ProjectPlan, ...]
    nodes: Mapping[Node, tuple[NodeFigure, ...]]
    courses: Mapping[Key, Course]
    forecasts: Mapping[Key, Forecast]


def _read(programme: Programme, as_of: date, known_on: date | datetime | None) -> _Facts:
    tree = plan_tree(programme, as_of=as_of)
    measures = plan_measures(tree)
    indicators = indicator_records(programme)
    targets = measure_targets(programme)
    projects = followed_projects(programme, measures)
    figures = project_figures(programme.pk, as_of=as_of, known_on=known_on)
    plans = project_plans(programme, projects.records, figures)
    last_due = last_due_period(as_of).end
    rules = {key: record.rule for key, record in indicators.items()}
    state = PlanState(rules, measures, projects.shares(), figures, plans, targets)
    nodes = roll_up(state, as_of=as_of, last_due=last_due)
    by_key = {(line.measure, line.indicator): line for line in targets}
    increments = measure_increments(programme.pk, as_of=as_of, known_on=known_on)
    courses = read_courses(increments, measures, rules)
    return _Facts(
        as_of=as_of,
        last_due=last_due,
        thresholds=Thresholds(on_course=programme.light_on_course, late=programme.light_late),
        tree=tree,
        indicators=indicators,
        targets=by_key,
        projects=projects,
        of_measures=projects.of_measures(),
        figures=figures,
        plans=plans,
        nodes=_by_node(nodes.values(), indicators),
        courses=courses,
        forecasts=node_forecasts(
            nodes,
            measures,
            targets=by_key,
            courses=courses,
            indicators=indicators,
            compared=own_comparisons(indicators, plans, figures, last_due=last_due),
            as_of=as_of,
        ),
    )


def _by_node(
    figures: Iterable[NodeFigure], indicators: Mapping[int, IndicatorRecord]
) -> Mapping[Node, tuple[NodeFigure, ...]]:
    """Group the figures by place in the plan, indicators in their order."""
    order = {indicator: place for place, indicator in enumerate(indicators)}
    grouped: dict[Node, list[NodeFigure]] = {}
    for figure in sorted(figures, key=lambda line: order[line.indicator]):
        grouped.setdefault(figure.node, []).append(figure)
    return {node: tuple(lines) for node, lines in grouped.items()}


def _objective_state(facts: _Facts, record: PlanObjectiveRecord) -> ObjectiveState:
    measures = tuple(_measure_state(facts, line) for line in record.measures)
    status = objective_status((Status(each.light, each.reason), Decimal(1)) for each in measures)
    return ObjectiveState(
        id=record.id,
        number=record.number,
        name=record.name,
        light=status.light,
        reason=status.reason,
        indicators=_indicator_states(facts, Node(NodeKind.OBJECTIVE, record.id)),
        measures=measures,
    )


def _measure_state(facts: _Facts, record: PlanMeasureRecord) -> MeasureState:
    indicators = _indicator_states(facts, Node(NodeKind.MEASURE, record.id))
    status = measure_status(line.status for line in indicators)
    return MeasureState(
        id=record.id,
        number=record.number,
        name=record.name,
        responsible=record.responsible,
        start=record.start,
        end=record.end,
        light=status.light,
        reason=status.reason,
        indicators=indicators,
        projects=facts.of_measures.get(record.id, ()),
    )


def _indicator_states(facts: _Facts, node: Node) -> tuple[IndicatorState, ...]:
    return tuple(_indicator_state(facts, figure) for figure in facts.nodes.get(node, ()))


def _indicator_state(facts: _Facts, figure: NodeFigure) -> IndicatorState:
    record = facts.indicators[figure.indicator]
    thresholds = replace(facts.thresholds, band=record.band)
    status = light_of(figure, indicator=record.name, decimals=record.decimals, thresholds=thresholds)
    key = figure.node, record.id
    return IndicatorState(record, figure, status, facts.forecasts.get(key), facts.courses.get(key, ()))


def _gaps(facts: _Facts) -> tuple[Gap, ...]:
    with_target = {measure for measure, _ in facts.targets}
    measures = (
        MeasureFacts(
            line.id, line.name, line.responsible is not None, line.id in facts.of_measures, line.id in with_target
        )
        for objective in (facts.tree.objectives if facts.tree else ())
        for line in objective.measures
    )
    return find_gaps(measures, _project_facts(facts), last_due=facts.last_due)


def _project_facts(facts: _Facts) -> Iterable[ProjectFacts]:
    reporting = {line.project for line in facts.plans}
    newest = last_periods(facts.figures)
    unknown = women_unknown(facts.figures, facts.indicators)
    for record in facts.projects.records.values():
        yield ProjectFacts(
            id=record.id,
            name=record.label,
            start=record.start,
            end=record.end,
            shares=tuple(link.share for link in record.measures),
            has_municipality=record.id in facts.projects.with_municipality,
            reports=record.id in reporting,
            last_period=newest.get(record.id),
            women_unknown=unknown.get(record.id, ()),
            funding=record.funding,
            funding_rows=record.funding_rows,
        )

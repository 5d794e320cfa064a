"""The stored roll-up: each plan node's actual up to the end of each period, kept in step with the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hankekori.areas.monitoring.ledger_queries import entry_of
from hankekori.areas.monitoring.models import LedgerEntry, StoredRollUp
from hankekori.areas.plan.models import Indicator, Measure
from hankekori.areas.plan.queries import version_in_force
from hankekori.areas.programmes.models import Programme
from hankekori.areas.projects.models import ProjectMeasure
from hankekori.core.figures import Figure, ValueState
from hankekori.core.indicators import Combination, IndicatorRule
from hankekori.core.ledger import Entry, cumulate_all
from hankekori.core.rollup import PROGRAMME, Node, NodeKind, PlanMeasure, PlanState, Share, roll_up

type RollUpKey = tuple[Node, int, date]  # node, indicator id, end of the period


@dataclass(frozen=True, slots=True)
class RollUpDifference:
    """A stored figure that is not what the ledger gives; None: there is no row, or there should be none."""

    node: Node
    indicator: int
    period_end: date
    stored: Figure | None
    fresh: Figure | None


def fresh_roll_ups(programme: Programme, *, indicators: Iterable[int] | None = None) -> dict[RollUpKey, Figure]:
    """Compute the roll-up of the plan in force from the ledger, of some indicators or all; five queries.

    A node has a figure for each period in which one of its projects has anything in the ledger.
    """
    rules = _rules(programme, indicators)
    measures, shares = _plan_in_force(programme)
    entries = _entries(programme, rules)
    places = _places(measures, shares)
    wanted: defaultdict[date, set[tuple[Node, int]]] = defaultdict(set)
    for entry in entries:
        wanted[entry.period_end] |= {(node, entry.indicator) for node in places.get(entry.project, ())}
    found: dict[RollUpKey, Figure] = {}
    for period_end, keys in wanted.items():
        figures = cumulate_all(entries, rules, as_of=period_end)
        nodes = roll_up(PlanState(rules, measures, shares, figures, (), ()), as_of=period_end)
        found |= {(*key, period_end): nodes[key].actual for key in keys}
    return found


def rebuild(programme: Programme, *, indicators: Iterable[int] | None = None) -> None:
    """Write the stored roll-up anew, of some indicators or all. Part of an action's transaction."""
    chosen = None if indicators is None else list(indicators)
    stale = StoredRollUp.objects.filter(programme=programme)
    if chosen is not None:
        stale = stale.filter(indicator__in=chosen)
    stale.delete()
    fresh = fresh_roll_ups(programme, indicators=chosen)
    StoredRollUp.objects.bulk_create([_row(programme, *item) for item in fresh.items()], batch_size=2000)


def stored_roll_ups(programme: Programme) -> dict[RollUpKey, Figure]:
    """Give the stored roll-up as it is; one query."""
    rows = StoredRollUp.objects.filter(programme=programme).values_list(
        "objective_id", "measure_id", "indicator_id", "period_end", "state", "total", "women", "denominator"
    )
    return {
        (_node(objective, measure), indicator, period_end): Figure(ValueState(state), *numbers)
        for objective, measure, indicator, period_end, state, *numbers in rows
    }


def differences(programme: Programme) -> tuple[RollUpDifference, ...]:
    """List the stored figures that a fresh computation does not confirm; none when all is well."""
    stored, fresh = stored_roll_ups(programme), fresh_roll_ups(programme)
    keys = sorted(stored.keys() | fresh.keys(), key=lambda key: (key[0].kind, key[0].id, key[1], key[2]))
    return tuple(
        RollUpDifference(*key, stored.get(key), fresh.get(key)) for key in keys if stored.get(key) != fresh.get(key)
    )


def _rules(programme: Programme, indicators: Iterable[int] | None) -> dict[int, IndicatorRule]:
    rows = Indicator.objects.filter(programme=programme)
    if indicators is not None:
        rows = rows.filter(pk__in=indicators)
    return {
        key: IndicatorRule(key, Combination(combination), decimals, counts_women)
        for key, combination, decimals, counts_women in rows.values_list(
            "pk", "combination", "decimals", "counts_women"
        )
    }


def _plan_in_force(programme: Programme) -> tuple[tuple[PlanMeasure, ...], tuple[Share, ...]]:
    version = version_in_force(programme)
    measures = Measure.objects.filter(programme=programme, objective__plan_version=version).order_by("pk")
    links = ProjectMeasure.objects.filter(programme=programme, measure__objective__plan_version=version)
    return (
        tuple(PlanMeasure(measure, objective) for measure, objective in measures.values_list("pk", "objective_id")),
        tuple(Share(*row) for row in links.values_list("project_id", "measure_id", "share")),
    )


def _entries(programme: Programme, rules: Mapping[int, IndicatorRule]) -> list[Entry]:
    rows = LedgerEntry.objects.filter(programme=programme, indicator__in=rules).order_by("pk")
    return [entry_of(row) for row in rows.iterator(chunk_size=5000)]


def _places(measures: Iterable[PlanMeasure], shares: Iterable[Share]) -> Mapping[int, frozenset[Node]]:
    """Tell in which nodes of the plan each project counts."""
    objectives = {line.measure: line.objective for line in measures}
    places: defaultdict[int, set[Node]] = defaultdict(set)
    for share in shares:
        places[share.project] |= {
            PROGRAMME,
            Node(NodeKind.OBJECTIVE, objectives[share.measure]),
            Node(NodeKind.MEASURE, share.measure),
        }
    return {project: frozenset(nodes) for project, nodes in places.items()}


def _row(programme: Programme, key: RollUpKey, figure: Figure) -> StoredRollUp:
    node, indicator, period_end = key
    return StoredRollUp(
        programme=programme,
        objective_id=node.id if node.kind is NodeKind.OBJECTIVE else None,
        measure_id=node.id if node.kind is NodeKind.MEASURE else None,
        indicator_id=indicator,
        period_end=period_end,
        state=figure.state,
        total=figure.total,
        women=figure.women,
        denominator=figure.denominator,
    )


def _node(objective: int | None, measure: int | None) -> Node:
    if measure is not None:
        return Node(NodeKind.MEASURE, measure)
    return Node(NodeKind.OBJECTIVE, objective) if objective is not None else PROGRAMME

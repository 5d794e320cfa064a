"""Which counts of people employed are too small to show, and which others would give them away.

Source: domain reference 6.2. A count of 1 to 4 is not shown, zero is; neither is a figure from which such a count
follows by adding up the plan or by women + men = all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from hankekori.areas.monitoring.state import IndicatorRecord, IndicatorState, ProgrammeState
from hankekori.core.figures import Figure
from hankekori.core.rollup import PROGRAMME, Node, NodeKind

OWN_COUNTS = "HK-EMP-"  # the office's own counts of people; official figures are shown as their source shows them
SMALLEST_SHOWN = 5
SMALLEST_BASE_OF_SHARE = 10  # people; percentages of fewer are not shown

type Place = tuple[Node, int]  # where in the plan, which indicator
type Family = tuple[Node, ...]  # a node and those it adds up


@dataclass(frozen=True, slots=True)
class SmallCounts:
    """Places whose total, or whose women's part, is not shown."""

    totals: frozenset[Place] = field(default_factory=frozenset)
    women: frozenset[Place] = field(default_factory=frozenset)

    def hides_total(self, line: IndicatorState) -> bool:
        return (line.figure.node, line.indicator.id) in self.totals

    def hides_women(self, line: IndicatorState) -> bool:
        return (line.figure.node, line.indicator.id) in self.women

    def hides_share(self, line: IndicatorState) -> bool:
        total = line.figure.actual.total
        too_few = is_own_count(line.indicator) and total is not None and total < SMALLEST_BASE_OF_SHARE
        return too_few or self.hides_women(line)


def is_own_count(indicator: IndicatorRecord) -> bool:
    return indicator.code.startswith(OWN_COUNTS)


def is_small(count: Decimal | None) -> bool:
    """Tell whether a count, or the size of a change in one, is 1 to 4 people."""
    return count is not None and 0 < abs(count) < SMALLEST_SHOWN


def small_counts(state: ProgrammeState) -> SmallCounts:
    """Find what may not be shown; amounts of work (person-months) follow the count of the people who did it."""
    families = _families(state)
    by_indicator = _own_figures(state)
    people = [indicator for indicator in by_indicator if indicator.decimals == 0]
    amounts = [indicator for indicator in by_indicator if indicator.decimals > 0]
    totals: set[Place] = set()
    women: set[Place] = set()
    for indicator in (*people, *amounts):
        figures = by_indicator[indicator]
        followed = people if indicator in amounts else []
        small = {node for node, figure in figures.items() if indicator in people and is_small(figure.total)}
        small |= _places_of(totals, followed) & figures.keys()
        hidden = close(small, {node: figure.total or Decimal(0) for node, figure in figures.items()}, families)
        totals |= {(node, indicator.id) for node in hidden}
        women |= {
            (node, indicator.id)
            for node in _hidden_women(figures, hidden | _places_of(women, followed), families, indicator in people)
        }
    return SmallCounts(frozenset(totals), frozenset(women))


def close(hidden: Iterable[Node], values: Mapping[Node, Decimal], families: Iterable[Family]) -> frozenset[Node]:
    """Hide more until no hidden value can be worked out from those shown.

    Where a family of a sum and its parts has one hidden value, the next smallest that is not zero is hidden too, parts
    before their sum.
    """
    closed, listed = set(hidden), list(families)
    while (found := _next_to_hide(closed, values, listed)) is not None:
        closed.add(found)
    return frozenset(closed)


def _next_to_hide(hidden: set[Node], values: Mapping[Node, Decimal], families: list[Family]) -> Node | None:
    for sum_node, *parts in families:
        if sum(node in hidden for node in (sum_node, *parts)) != 1:
            continue
        shown = [node for node in parts if node not in hidden and values.get(node)]
        if shown:
            return min(shown, key=lambda node: (values[node], node.id))
        if sum_node not in hidden and values.get(sum_node):
            return sum_node
    return None


def _hidden_women(
    figures: Mapping[Node, Figure],
    hidden: frozenset[Node] | set[Node],
    families: list[Family],
    people: bool,  # noqa: FBT001 - whether the indicator counts people
) -> frozenset[Node]:
    """Hide women where they, or the men left over, are few, and where the total is hidden."""
    known = {node: figure for node, figure in figures.items() if figure.women is not None}
    small = {node for node in known if node in hidden or (people and _few_of_either(known[node]))}
    least = Decimal("0.001")  # a place without women may still have to be hidden for the men's sake
    values = {node: max(figure.women or Decimal(0), least if figure.total else 0) for node, figure in known.items()}
    return close(small, {node: Decimal(value) for node, value in values.items()}, families)


def _few_of_either(figure: Figure) -> bool:
    men = None if figure.total is None or figure.women is None else figure.total - figure.women
    return is_small(figure.women) or is_small(men)


def _places_of(places: set[Place], indicators: list[IndicatorRecord]) -> set[Node]:
    ids = {indicator.id for indicator in indicators}
    return {node for node, indicator in places if indicator in ids}


def _families(state: ProgrammeState) -> list[Family]:
    objectives = [Node(NodeKind.OBJECTIVE, objective.id) for objective in state.objectives]
    below = [
        (node, *(Node(NodeKind.MEASURE, measure.id) for measure in objective.measures))
        for node, objective in zip(objectives, state.objectives, strict=True)
    ]
    return [(PROGRAMME, *objectives), *below]


def _own_figures(state: ProgrammeState) -> dict[IndicatorRecord, dict[Node, Figure]]:
    found: dict[IndicatorRecord, dict[Node, Figure]] = {}
    lines = [*state.totals]
    for objective in state.objectives:
        lines += objective.indicators
        for measure in objective.measures:
            lines += measure.indicators
    for line in lines:
        if is_own_count(line.indicator) and line.figure.actual.is_reported:
            found.setdefault(line.indicator, {})[line.figure.node] = line.figure.actual
    return found

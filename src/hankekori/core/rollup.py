"""Roll-up: programme -> objective -> measure -> project; adds up by share and says what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from hankekori.core.figures import Figure
from hankekori.core.indicators import IndicatorRule
from hankekori.core.ledger import ProjectFigure
from hankekori.core.targets import MeasureTarget, Step


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
    """Add up every node and indicator; the key is (node, indicator id)."""
    raise NotImplementedError

"""Small counts of people are hidden so that nobody can work them out (reference: domain.md 6.2).

A count from 1 to n-1 shows as "<n" and zero shows as zero. That is not enough: a hidden count follows from a total and
its other parts, from women, men and all together, and from two reports whose difference is small. So more counts are
hidden until, for each hidden one, there are other people who would give exactly the same published figures and another
hidden count: an integer solver finds them, or says that there are none and the count can be worked out.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from hankekori.core.readers import Group, Limits, Link, Readers

THRESHOLD = 5  # domain.md 6.2: five by default, a programme may choose 3 to 10
_NO_LIMIT = 10**9
_COST_OF_A_SUM = 1000  # times that of a part
_SPREADS = 4  # how many times many figures are settled at once
_FEW = 6  # figures that are quicker asked one by one


class Shown(StrEnum):
    """How a count is published, and so what a reader learns."""

    COUNT = "count"  # the count itself
    SMALL = "small"  # "<n": from 1 to n-1
    HIDDEN = "hidden"  # "..": not zero
    WITHHELD = "withheld"  # "..": nothing


@dataclass(frozen=True, slots=True)
class Published:
    """A figure readers have: the groups it adds up, its count, and how it is shown."""

    groups: frozenset[Group]
    count: int
    shown: Shown = Shown.COUNT

    def text(self, threshold: int = THRESHOLD) -> str:
        """Write the figure as it may be shown: "12", "<5" or ".."."""
        return {Shown.COUNT: str(self.count), Shown.SMALL: f"<{threshold}"}.get(self.shown, "..")

    def limits(self, threshold: int = THRESHOLD) -> tuple[int, int]:
        """Give the least and the most a reader must think the figure may be."""
        return {
            Shown.COUNT: (self.count, self.count),
            Shown.SMALL: (1, threshold - 1),
            Shown.HIDDEN: (1, _NO_LIMIT),
            Shown.WITHHELD: (0, _NO_LIMIT),
        }[self.shown]


type Table = Mapping[Any, Published]  # by what names a figure


def suppress[Key: Hashable](
    people: Mapping[Group, int],
    figures: Mapping[Key, frozenset[Group]],
    *,
    earlier: Sequence[Table] = (),
    links: Sequence[Link] = (),
    threshold: int = THRESHOLD,
) -> dict[Key, Published]:
    """Decide how each figure of a table is shown, totals included.

    `people` counts every group, those with nobody too; `figures` names the groups each figure adds up, and holds
    everything a reader can subtract, such as men where all and women are shown. `earlier` are tables published before
    or beside it over the same groups: a figure that differs from its predecessor by 1 to n-1 is hidden, and what they
    hide stays hidden. Tables of one crowd by different traits have groups of their own, tied by `links`.
    Where hiding is not enough figures are withheld, and where that is not enough either, the whole table.
    Raises ValueError for a negative count or a threshold outside 3 to 10.
    """
    _check(people, threshold)
    if not figures:
        return {}
    table = {key: _first_look(key, groups, people, earlier, threshold) for key, groups in figures.items()}
    published = [*table.values(), *(figure for each in earlier for figure in each.values())]
    readers = Readers(people, [(figure.groups, figure.count) for figure in published], links=links, spare=threshold)
    safe: set[frozenset[Group]] = set()  # what cannot be worked out stays so when more is hidden
    while (exposed := _exposed(table, earlier, readers, threshold, safe)) is not None:
        hidden = _to_hide(table, exposed, earlier, readers, threshold)
        if not hidden:
            return {key: replace(figure, shown=Shown.WITHHELD) for key, figure in table.items()}
        table |= hidden
    return table


def _first_look(
    key: Hashable, groups: frozenset[Group], people: Mapping[Group, int], earlier: Sequence[Table], threshold: int
) -> Published:
    count = sum(people[group] for group in groups)
    if 0 < count < threshold:
        return Published(groups, count, Shown.SMALL)
    before = [table[key].count for table in earlier if key in table and table[key].shown is Shown.COUNT]
    moved_little = count > 0 and any(0 < abs(count - each) < threshold for each in before)
    return Published(groups, count, Shown.HIDDEN if moved_little else Shown.COUNT)


def _exposed(
    table: Table, earlier: Sequence[Table], readers: Readers, threshold: int, safe: set[frozenset[Group]]
) -> int | None:
    """Find a hidden figure that can be worked out, by its place; the groups of those that cannot join the safe ones.

    Other people who differ in many hidden figures at once settle most of them; the rest are asked one by one.
    """
    limits = _limits(table, earlier, threshold)
    figures = [figure for each in (table, *earlier) for figure in each.values()]

    def settle(others: Sequence[int]) -> None:
        safe.update(each.groups for each, count in zip(figures, others, strict=True) if count != each.count)

    def unsettled() -> list[int]:
        return [
            place for place, figure in enumerate(figures) if _is_secret(figure, threshold) and figure.groups not in safe
        ]

    for spread in range(_SPREADS):
        if len(places := unsettled()) > _FEW:
            settle(readers.counts_apart(places, limits, spread))
    while places := unsettled():
        others = readers.other_counts(places[0], limits)
        if others is None:
            return places[0]
        settle(others)
    return None


def _is_secret(figure: Published, threshold: int) -> bool:
    if figure.shown is Shown.WITHHELD:
        return 0 < figure.count < threshold
    return figure.shown is not Shown.COUNT


def _to_hide[Key: Hashable](
    table: Mapping[Key, Published], exposed: int, earlier: Sequence[Table], readers: Readers, threshold: int
) -> dict[Key, Published]:
    """Hide what makes the exposed figure safe: the smallest parts that will do.

    Where hiding counts is not enough, because "not zero" tells too much, some tell nothing any more.
    """
    limits, keys = _limits(table, earlier, threshold), list(table)
    figure = [figure for each in (table, *earlier) for figure in each.values()][exposed]
    for shown in (Shown.HIDDEN, Shown.WITHHELD):
        costs = {
            place: _cost(table[key], figure)
            for place, key in enumerate(keys)
            if shown is Shown.WITHHELD or (table[key].shown is Shown.COUNT and table[key].count > 0)
        }
        least, _ = Published(frozenset(), 0, shown).limits(threshold)
        if places := readers.least_to_hide(exposed, limits, costs, least=least):
            return {keys[place]: replace(table[keys[place]], shown=shown) for place in places}
    return {}


def _cost(figure: Published, exposed: Published) -> int:
    """Weigh what readers lose when a figure is hidden: large ones and sums that hold the exposed one most."""
    return (figure.count + 1) * (_COST_OF_A_SUM if figure.groups >= exposed.groups else 1)


def _limits(table: Table, earlier: Sequence[Table], threshold: int) -> Limits:
    return [figure.limits(threshold) for each in (table, *earlier) for figure in each.values()]


def _check(people: Mapping[Group, int], threshold: int) -> None:
    if not 3 <= threshold <= 10:  # noqa: PLR2004 - the range of domain.md 6.2
        raise ValueError(f"A threshold is from 3 to 10, not {threshold}.")
    for group, count in people.items():
        if count < 0:
            raise ValueError(f"A count of people cannot be negative: {group!r} has {count}.")

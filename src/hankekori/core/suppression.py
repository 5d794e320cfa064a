"""Small counts of people are hidden so that nobody can work them out (reference: domain.md 6.2).

A count from 1 to n-1 shows as "<n" and zero shows as zero. That is not enough: a hidden count follows from a total and
its other parts, from women, men and all together, and from two reports whose difference is small. So more counts are
hidden until, for each hidden one, there are other people who would give exactly the same published figures and another
hidden count: an integer solver finds them, or says that there are none and the count can be worked out.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, vstack

THRESHOLD = 5  # domain.md 6.2: five by default, a programme may choose 3 to 10
_NO_LIMIT = 10**9

type Group = Hashable  # people who are alike in everything counted: municipality, gender, the reports they are in
type Key = Hashable  # names a figure of a table


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


type Table = Mapping[Key, Published]


def suppress(
    people: Mapping[Group, int],
    figures: Mapping[Key, frozenset[Group]],
    *,
    earlier: Sequence[Table] = (),
    threshold: int = THRESHOLD,
) -> dict[Key, Published]:
    """Decide how each figure of a table is shown, totals included.

    `people` counts every group, those with nobody too; `figures` names the groups each figure adds up, and holds
    everything a reader can subtract, such as men where all and women are shown. `earlier` are tables published before
    over the same groups: a figure that differs from its predecessor by 1 to n-1 is hidden, and what they hide stays
    hidden. Where even that cannot be kept, the whole table is withheld.
    Raises ValueError for a negative count or a threshold outside 3 to 10.
    """
    _check(people, threshold)
    if not figures:
        return {}
    table = {key: _first_look(key, groups, people, earlier, threshold) for key, groups in figures.items()}
    readers = _Readers(people, [*table.values(), *(figure for each in earlier for figure in each.values())])
    safe: set[frozenset[Group]] = set()  # what cannot be worked out stays so when more is hidden
    while exposed := _exposed(table, earlier, readers, threshold, safe):
        hidden = _to_hide(table, exposed, earlier, readers, threshold)
        if hidden is None:
            return {key: replace(figure, shown=Shown.WITHHELD) for key, figure in table.items()}
        table[hidden] = replace(table[hidden], shown=Shown.HIDDEN)
    return table


def _first_look(
    key: Key, groups: frozenset[Group], people: Mapping[Group, int], earlier: Sequence[Table], threshold: int
) -> Published:
    count = sum(people[group] for group in groups)
    if 0 < count < threshold:
        return Published(groups, count, Shown.SMALL)
    before = [table[key].count for table in earlier if key in table and table[key].shown is Shown.COUNT]
    moved_little = count > 0 and any(0 < abs(count - each) < threshold for each in before)
    return Published(groups, count, Shown.HIDDEN if moved_little else Shown.COUNT)


def _exposed(
    table: Table, earlier: Sequence[Table], readers: "_Readers", threshold: int, safe: set[frozenset[Group]]
) -> Published | None:
    """Find a hidden figure that can be worked out; the groups of those that cannot are added to the safe ones."""
    limits = list(_limits(table, earlier, threshold))
    for figure in (figure for each in (table, *earlier) for figure in each.values()):
        if figure.shown in {Shown.SMALL, Shown.HIDDEN} and figure.groups not in safe:
            if readers.can_work_out(figure, limits):
                return figure
            safe.add(figure.groups)
    return None


def _to_hide(
    table: Table, exposed: Published, earlier: Sequence[Table], readers: "_Readers", threshold: int
) -> Key | None:
    """Choose what to hide next: the smallest part that protects the exposed figure, else the smallest of all."""
    shown = [key for key, figure in table.items() if figure.shown is Shown.COUNT and figure.count > 0]
    shown.sort(key=lambda key: (table[key].groups >= exposed.groups, table[key].count, str(key)))
    for key in shown:
        tried = {**table, key: replace(table[key], shown=Shown.HIDDEN)}
        if not readers.can_work_out(exposed, list(_limits(tried, earlier, threshold))):
            return key
    return shown[0] if shown else None


def _limits(table: Table, earlier: Sequence[Table], threshold: int) -> Iterator[tuple[int, int]]:
    for each in (table, *earlier):
        for figure in each.values():
            yield figure.limits(threshold)


class _Readers:
    """What readers can work out from published sums of groups, asked from an integer solver."""

    def __init__(self, people: Mapping[Group, int], published: Sequence[Published]) -> None:
        self._place = {group: place for place, group in enumerate(people)}
        self._sums = vstack([self._row(figure.groups) for figure in published], format="csr")
        self._whole_people = np.ones(len(people), dtype=int)
        self._ranges = Bounds(0, sum(people.values()) + _NO_LIMIT)

    def can_work_out(self, figure: Published, limits: Sequence[tuple[int, int]]) -> bool:
        """Tell whether no other people, who would give the figure another count, fit within the limits."""
        return not (
            self._fits(figure, limits, figure.count + 1, np.inf) or self._fits(figure, limits, 0, figure.count - 1)
        )

    def _fits(self, figure: Published, limits: Sequence[tuple[int, int]], least: float, most: float) -> bool:
        if most < least:
            return False
        known = LinearConstraint(self._sums, *np.array(limits).T)
        asked = LinearConstraint(self._row(figure.groups), least, most)
        found = milp(
            self._whole_people, constraints=[known, asked], integrality=self._whole_people, bounds=self._ranges
        )
        return bool(found.success)

    def _row(self, groups: frozenset[Group]) -> csr_array:
        places = [self._place[group] for group in groups]
        return csr_array(([1] * len(places), ([0] * len(places), places)), shape=(1, len(self._place)))


def _check(people: Mapping[Group, int], threshold: int) -> None:
    if not 3 <= threshold <= 10:  # noqa: PLR2004 - the range of domain.md 6.2
        raise ValueError(f"A threshold is from 3 to 10, not {threshold}.")
    for group, count in people.items():
        if count < 0:
            raise ValueError(f"A count of people cannot be negative: {group!r} has {count}.")

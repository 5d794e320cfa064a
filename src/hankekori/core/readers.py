"""What readers can work out from published sums of people, asked from an integer solver (decision 8)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, hstack, identity, vstack

type Group = Any  # hashable; people who are alike in everything counted: municipality, gender, the reports they are in
type Link = tuple[frozenset[Group], frozenset[Group]]  # groups that readers know to be the same people, told two ways
type Limits = Sequence[tuple[int, int]]  # the least and the most readers must think each published sum may be
type _Constraint = tuple[Any, Any, Any]  # a sparse matrix, the least and the most of its products


class Readers:
    """Readers who know the limits of published sums of groups and seek other people that would fit.

    Sums are named by their places. Only crowds up to a little larger than the real one are tried: who cannot tell it
    from those cannot tell it from all.
    """

    def __init__(
        self,
        people: Mapping[Group, int],
        sums: Sequence[tuple[frozenset[Group], int]],
        *,
        links: Sequence[Link] = (),
        spare: int,
    ) -> None:
        self._places = {group: place for place, group in enumerate(people)}
        self._most = sum(people.values()) + spare
        self._real = np.array([count for _, count in sums])
        self._sums = vstack([self._row(groups) for groups, _ in sums], format="csr")
        tied = [self._row(one) - self._row(other) for one, other in links]
        self._links: list[_Constraint] = [(vstack(tied, format="csr"), 0, 0)] if tied else []

    def other_counts(self, place: int, limits: Limits) -> Sequence[int] | None:
        """Give the sums of other people, who fit within the limits but have another count at the place.

        None when there are none: the count can be worked out.
        """
        for least, most, sign in self._other_ranges(place):
            asked = (self._sums[[place]], least, most)
            found = self._solve([*self._known(limits), asked], sign * np.ones(len(self._places)))
            if found is not None:
                return self._sums_of(found)
        return None

    def counts_apart(self, places: Sequence[int], limits: Limits, spread: int) -> Sequence[int]:
        """Give the sums of people who differ much at the places; each spread, from 0, has more at others of them."""
        signs = np.array([1 if (index >> spread) & 1 else -1 for index in range(len(places))])
        found = self._solve(self._known(limits), signs @ self._sums[places])
        return self._sums_of(found) if found is not None else self._real.tolist()

    def least_to_hide(self, place: int, limits: Limits, costs: Mapping[int, int], *, least: int) -> Sequence[int]:
        """Find which of the sums with a cost to hide, so that the one at the place cannot be worked out.

        Of a hidden sum readers know that it is at least `least`. The cheapest ones, each weighed by how far the other
        people's sum is from the real one; none when no hiding helps.
        """
        if not costs:
            return ()
        widened = [(least, self._most) if at in costs else each for at, each in enumerate(limits)]
        answers = []
        for lowest, highest, _ in self._other_ranges(place):
            asked = (self._sums[[place]], lowest, highest)
            found = self._solve_missing(costs, [*self._known(widened), asked])
            if found is not None:
                outside = [at for at in costs if not limits[at][0] <= found[at] <= limits[at][1]]
                answers.append((sum(costs[at] for at in outside), outside))
        return min(answers, default=(0, []))[1]

    def _other_ranges(self, place: int) -> Iterator[tuple[int, int, int]]:
        """Give the counts above the real one and below, and the sign for which the solver finds many people or few."""
        real = int(self._real[place])
        yield real + 1, self._most, -1
        if real > 0:
            yield 0, real - 1, 1

    def _known(self, limits: Limits) -> list[_Constraint]:
        low, high = np.clip(np.array(limits), 0, self._most).T
        return [(self._sums, low, high), *self._links]

    def _solve_missing(self, costs: Mapping[int, int], constraints: Sequence[_Constraint]) -> Sequence[int] | None:
        """Solve with two more unknowns for each sum with a cost: by how many it is missed, upwards and downwards."""
        places = list(costs)
        more, real = identity(len(places), format="csr"), self._real[places]
        widened = [
            (hstack([matrix, csr_array((matrix.shape[0], 2 * len(places)))], format="csr"), low, high)
            for matrix, low, high in constraints
        ]
        missed = (hstack([self._sums[places], more, -more], format="csr"), real, real)
        objective = np.array([0] * len(self._places) + list(costs.values()) * 2)
        found = self._solve([*widened, missed], objective)
        return None if found is None else self._sums_of(found[: len(self._places)])

    def _solve(self, constraints: Sequence[_Constraint], objective: Any) -> Any:  # noqa: ANN401 - arrays of numpy
        found = milp(
            objective,
            constraints=[LinearConstraint(*each) for each in constraints],
            integrality=[1 if place < len(self._places) else 0 for place in range(len(objective))],
            bounds=Bounds(0, self._most),
        )
        return found.x if found.success else None

    def _sums_of(self, found: Any) -> list[int]:  # noqa: ANN401 - an array of numpy
        return [round(count) for count in self._sums @ found]

    def _row(self, groups: frozenset[Group]) -> Any:  # noqa: ANN401 - a sparse row
        places = [self._places[group] for group in groups]
        return csr_array(([1] * len(places), ([0] * len(places), places)), shape=(1, len(self._places)))

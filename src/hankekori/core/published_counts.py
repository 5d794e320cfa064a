"""Counts of employed people as they may be published: by one trait at a time, with women, men and others beside.

Every published table and every earlier publication is weighed together, for a reader has them all (reference:
domain.md 6.2). A publication counts a crowd; people come, and their traits may change or be corrected, but each is in
the crowd of a publication once. So a group of core.suppression is here a history: what the trait and the gender of
somebody were in each publication, None where they were not yet counted.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from hankekori.core.readers import Group, Link
from hankekori.core.suppression import THRESHOLD, Published, Shown, Table, suppress

ALL = "all"  # instead of a gender or of a trait's value
WHOLE = "total"  # instead of a trait: the whole crowd


@dataclass(frozen=True, slots=True, order=True)
class CellKey:
    """Names a published count: a trait, its value (ALL for the whole crowd), a gender or ALL."""

    trait: str
    value: str
    gender: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as a publication counts them: by traits, the same ones for everybody."""

    gender: str
    traits: Mapping[str, str]


type Crowd = Mapping[str, Person]  # by a code that stays the same from one publication to the next
type Cells = Mapping[CellKey, Shown]


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published, and the people behind it."""

    crowd: Crowd
    cells: Cells


@dataclass(frozen=True, slots=True)
class _State:
    """One step of a history."""

    value: str
    gender: str


type _History = tuple[_State | None, ...]  # oldest publication first, the new one last
type _Groups = Mapping[str, Counter[_History]]  # by trait


def publish(
    crowd: Crowd, *, earlier: Sequence[Publication] = (), threshold: int = THRESHOLD
) -> dict[CellKey, Published]:
    """Decide how each count of a crowd is shown; `earlier` are all publications before, oldest first.

    Counts of values that nobody ever had are left out: they are zero. Traits are weighed one after another, the whole
    crowd first; a table hides what would give away an earlier one.
    """
    crowds = [*(each.crowd for each in earlier), crowd]
    groups = _groups(crowds)
    people = {(trait, history): count for trait, counted in groups.items() for history, count in counted.items()}
    links = tuple(_links(groups))
    before = [_told_again(each.cells, groups, place) for place, each in enumerate(earlier)]
    cells: dict[CellKey, Published] = {}
    figures = _figures(groups, len(earlier))
    for _, keys in groupby(figures, key=lambda key: key.trait):
        table = {key: figures[key] for key in keys}
        beside = [cells] if cells else []
        cells = cells | suppress(people, table, earlier=[*before, *beside], links=links, threshold=threshold)
    return cells


def _groups(crowds: Sequence[Crowd]) -> _Groups:
    """Count the histories by trait, and name those nobody has but somebody might: there since one of the crowds."""
    histories: dict[str, Counter[_History]] = {}
    everybody = sorted({code for crowd in crowds for code in crowd})
    for trait in (WHOLE, *sorted({trait for crowd in crowds for person in crowd.values() for trait in person.traits})):
        counted = Counter(tuple(_state(crowd.get(code), trait) for crowd in crowds) for code in everybody)
        for state in sorted({each for history in counted for each in history if each}, key=str):
            for place in range(len(crowds)):
                counted[(None,) * place + (state,) * (len(crowds) - place)] += 0
        histories[trait] = counted
    return histories


def _state(person: Person | None, trait: str) -> _State | None:
    if person is None:
        return None
    return _State(ALL if trait == WHOLE else person.traits[trait], person.gender)


def _links(groups: _Groups) -> Iterator[Link]:
    """Tie each trait to the whole crowd: the people of one gender are the same, whatever they are divided by."""
    for trait, counted in groups.items():
        if trait != WHOLE:
            for whole in groups[WHOLE]:
                parts = frozenset((trait, history) for history in counted if _without_values(history) == whole)
                yield parts, frozenset({(WHOLE, whole)})


def _without_values(history: _History) -> _History:
    return tuple(state and replace(state, value=ALL) for state in history)


def _figures(groups: _Groups, place: int) -> dict[CellKey, frozenset[Group]]:
    """Name every count of the publication at `place`, trait by trait."""
    figures: dict[CellKey, set[Group]] = {}
    for trait, counted in groups.items():
        for history in counted:
            if state := history[place]:
                for gender in (state.gender, ALL):
                    figures.setdefault(CellKey(trait, state.value, gender), set()).add((trait, history))
    return {key: frozenset(figures[key]) for key in sorted(figures, key=lambda key: (key.trait != WHOLE, key))}


def _told_again(cells: Cells, groups: _Groups, place: int) -> Table:
    """Give an earlier publication over the histories as they now are; a count it did not have was zero."""
    return {
        key: Published(members, sum(groups[trait][history] for trait, history in members), cells.get(key, Shown.COUNT))
        for key, members in _figures(groups, place).items()
    }

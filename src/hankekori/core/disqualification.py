"""Who may not take part in a matter of a project, because the project is their own organisation's.

Source: Administrative Procedure Act (hallintolaki 434/2003) 28 §, grounds for disqualification (esteellisyys). The rule
here is narrower: it knows only the organisation a seat is held for. What else disqualifies, for example kinship or a
place on a company's board, the person says and the secretary writes down.
"""

from collections.abc import Collection, Iterable, Mapping


def disqualified_seats(seats: Mapping[int, int | None], applicant_organisations: Collection[int]) -> frozenset[int]:
    """Give the seats, members' and deputies' alike, held for one of the organisations.

    `seats` gives each seat's organisation; a seat held for nobody is never among them. The organisations are those of
    `through_time`.
    """
    return frozenset(seat for seat, organisation in seats.items() if organisation in applicant_organisations)


def through_time(organisations: Iterable[int], successors: Iterable[tuple[int, int]]) -> frozenset[int]:
    """Add to organisations what became of them and what they came from: pairs of an organisation and its successor.

    A union of two is the same as each of them; a circle of successors does no harm.
    """
    neighbours: dict[int, set[int]] = {}
    for old, new in successors:
        neighbours.setdefault(old, set()).add(new)
        neighbours.setdefault(new, set()).add(old)
    found: set[int] = set()
    waiting = set(organisations)
    while waiting:
        one = waiting.pop()
        found.add(one)
        waiting |= neighbours.get(one, set()) - found
    return frozenset(found)

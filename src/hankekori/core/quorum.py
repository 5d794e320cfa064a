"""When a body may decide.

The rules are our own: a structural-change working group is set up freely (domain.md 5.2 says what it is and who sits in
it), so its quorum is what it has agreed. More than half with the chair or the vice chair is the usual one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

LEADING_ROLES = frozenset({"chair", "vice_chair"})
VOTING_ROLES = LEADING_ROLES | {"member"}  # a secretary and an expert may speak


class QuorumRule(StrEnum):
    MORE_THAN_HALF = "more_than_half"
    HALF = "half"
    NUMBER = "number"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quorum:
    """Whether a body may decide, and what it takes."""

    met: bool
    needed: int  # voting seats that have to be there
    present: int  # voting seats that are there
    chair_missing: bool  # neither the chair nor the vice chair is there, and one has to be


def has_quorum(
    rule: QuorumRule | str, number: int | None, *, needs_chair: bool, voting_seats: int, present: Collection[str]
) -> Quorum:
    """Tell whether a body of so many voting seats may decide.

    `present` are the roles of those who sit in the voting seats. A deputy's role is member, whoever they stand in for:
    a chair's deputy does not lead the meeting. Who is disqualified is left out by the caller.
    """
    needed = seats_needed(rule, number, voting_seats)
    sitting = sum(role in VOTING_ROLES for role in present)
    chair_missing = needs_chair and LEADING_ROLES.isdisjoint(present)
    return Quorum(sitting >= needed and not chair_missing, needed, sitting, chair_missing)


def seats_needed(rule: QuorumRule | str, number: int | None, voting_seats: int) -> int:
    """Count the voting seats that have to be there; of a body without any, more than half is one."""
    match QuorumRule(rule):
        case QuorumRule.MORE_THAN_HALF:
            return voting_seats // 2 + 1
        case QuorumRule.HALF:
            return (voting_seats + 1) // 2
        case QuorumRule.NUMBER:
            return number or 0
        case QuorumRule.NONE:
            return 0

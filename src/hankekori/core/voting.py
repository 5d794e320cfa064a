"""Counting a vote of a body: whether the proposal passes, and who decides a tie.

As public bodies in Finland vote (Local Government Act, kuntalaki 410/2015): more votes for than against, those that say
nothing are not counted, and of equal votes the presiding chair's decides.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Choice(StrEnum):
    FOR = "for"
    AGAINST = "against"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class VoteResult:
    """How many voted how, and what came of it."""

    in_favour: int
    against: int
    empty: int
    passed: bool | None  # None: a tie that nobody's vote decides
    by_chair: bool  # the presiding chair's vote decided a tie


def count_votes(votes: Mapping[int, Choice], presiding: int | None) -> VoteResult:
    """Count votes by seat; `presiding` is the seat that leads the meeting on this matter, if one does."""
    given = list(votes.values())
    counts = {choice: given.count(choice) for choice in Choice}
    in_favour, against = counts[Choice.FOR], counts[Choice.AGAINST]
    if in_favour != against:
        return VoteResult(in_favour, against, counts[Choice.EMPTY], in_favour > against, by_chair=False)
    casting = votes.get(presiding) if presiding is not None else None
    passed = None if casting in {None, Choice.EMPTY} else casting is Choice.FOR
    return VoteResult(in_favour, against, counts[Choice.EMPTY], passed, by_chair=passed is not None)


def presiding_seat(sitting: Mapping[int, str]) -> int | None:
    """Give the seat that leads: the chair's, else the vice chair's; None where the meeting has to choose somebody.

    `sitting` gives the role in which each seat is there. A deputy is a member, whoever they stand in for. Who is
    disqualified on the matter is left out by the caller.
    """
    for role in ("chair", "vice_chair"):
        for seat, own in sitting.items():
            if own == role:
                return seat
    return None

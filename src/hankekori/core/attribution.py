"""To which row of a table a project counts, so that every project counts once and rows add up to the whole.

Source: decision 14. Two rules, because sources know two different things:
- by measure: the programme office has said which part of a project carries out which measure, so a project counts in
  each by its share, as in the roll-up;
- by municipality, region and the like: nobody has said which part of a project happened where, so a project in one
  place counts there, one in several counts in a row of its own that names them, one in none in a row of its own.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

SEPARATOR = "~"  # between the places of a row of several; stands in no code or name
NONE = ""  # the row of what has no place


def row_of_places(places: Iterable[str]) -> str:
    """Give the row of a project by the places it works in: "111", "081~111" or NONE."""
    return SEPARATOR.join(sorted(set(places)))


def places_of_row(row: str) -> tuple[str, ...]:
    """Give the places a row names."""
    return tuple(row.split(SEPARATOR)) if row else ()


def parts_by_share(shares: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Give the part of a project in each measure, and in NONE what its shares leave over; the parts add up to 1."""
    parts = {measure: share for measure, share in shares.items() if share}
    left = Decimal(1) - sum(parts.values(), Decimal(0))
    return parts | {NONE: left} if left else parts
